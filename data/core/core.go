package core

import (
	"embed"
	"io/fs"
	"slices"
	"sync"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
)

//go:embed figures.csv indicators.csv states.csv sources.csv geometry.json
var files embed.FS

// FirstYear is the first year of the embedded figures; records that look back
// further do so for what states did before it.
const FirstYear ir.Year = 1990

// World is the code under which figures.csv holds totals of the whole state
// system; a snapshot holds them under [ir.World].
const World = "WLD"

var snapshot = sync.OnceValues(func() (*panel.Snapshot, error) { return Load(files) })

// Snapshot returns the embedded figures. They are read once; a snapshot is
// immutable, so every caller may keep it.
func Snapshot() (*panel.Snapshot, error) { return snapshot() }

// Load reads figures.csv, indicators.csv, states.csv and sources.csv of a folder laid out like
// the embedded one. A cell that cannot be what its column says is a
// [*CellError].
func Load(folder fs.FS) (*panel.Snapshot, error) {
	members, err := load(folder, "states.csv", readStates)
	if err != nil {
		return nil, err
	}
	states := make([]ir.State, len(members))
	for i, m := range members {
		states[i] = m.State
	}
	codes, err := ir.NewCodes(states)
	if err != nil {
		return nil, err
	}
	sources, err := load(folder, "sources.csv", readSources)
	if err != nil {
		return nil, err
	}
	indicators, err := load(folder, "indicators.csv", readIndicators)
	if err != nil {
		return nil, err
	}
	f, err := folder.Open("figures.csv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := readFigures("figures.csv", f, sizeOf(f), codes, sources, indicators)
	if err != nil {
		return nil, err
	}
	return panel.New(codes, sources, rows, indicators...)
}

// sizeOf is the size of a file in bytes, or 0 where it does not say.
func sizeOf(f fs.File) int {
	info, err := f.Stat()
	if err != nil {
		return 0
	}
	return int(info.Size())
}

// Capital is the seat of a state's government, with its position in degrees.
type Capital struct {
	State          ir.CCode
	NameEN, NameKO string
	Lat, Lon       float64
	Source         string // key of the source of the position
}

var capitals = sync.OnceValues(func() ([]Capital, error) {
	members, err := load(files, "states.csv", readStates)
	if err != nil {
		return nil, err
	}
	out := make([]Capital, len(members))
	for i, m := range members {
		out[i] = m.capital
	}
	return out, nil
})

// Capitals returns the capital of every state, in order of ISO code.
func Capitals() ([]Capital, error) {
	all, err := capitals()
	return slices.Clone(all), err
}
