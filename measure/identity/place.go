package identity

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/shatterbelt/shatterbelt/ir"
)

// neighboursCSV counts the states with which each state shared a land border at
// the end of 2016, in Direct Contiguity 3.2 [stinnett2002]. A causeway counts as
// land there, as between Singapore and Malaysia.
//
//go:embed neighbours.csv
var neighboursCSV string

var neighbours = sync.OnceValue(func() map[ir.CCode]float64 {
	out := map[ir.CCode]float64{}
	for i, line := range strings.Split(strings.TrimSpace(neighboursCSV), "\n")[1:] {
		var code ir.CCode
		var n float64
		if _, err := fmt.Sscanf(line, "%d,%g", &code, &n); err != nil {
			panic(fmt.Sprintf("identity: neighbours.csv:%d: %q: %v", i+2, line, err))
		}
		out[code] = n
	}
	return out
})

// LandNeighbours is with how many states a state shares a land border, whatever
// the year; ok is false for a state that was no member of the system in 2016.
func LandNeighbours(state ir.CCode) (n float64, ok bool) {
	n, ok = neighbours()[state]
	return n, ok
}

// noCoast are the states of today without a coast on an ocean, a fact of any
// atlas. The Caspian Sea is not an ocean.
var noCoast = map[ir.CCode]bool{
	145: true, 150: true, // South America
	212: true, 223: true, 225: true, 232: true, 305: true, 310: true, 316: true, 317: true, 331: true, // western and central Europe
	343: true, 345: true, 347: true, 359: true, 370: true, 371: true, 373: true, // south-eastern and eastern Europe, the Caucasus
	432: true, 436: true, 439: true, 482: true, 483: true, 500: true, 516: true, 517: true, 530: true, 626: true, // northern half of Africa
	551: true, 552: true, 553: true, 570: true, 571: true, 572: true, // southern Africa
	700: true, 701: true, 702: true, 703: true, 704: true, 705: true, 712: true, 760: true, 790: true, 812: true, // Asia
}

// HasNoCoast reports whether a state is landlocked; ok is false for a state that
// was no member of the system in 2016.
func HasNoCoast(state ir.CCode) (landlocked, ok bool) {
	_, ok = LandNeighbours(state)
	return noCoast[state], ok
}
