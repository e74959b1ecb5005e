package coregen

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// An output is one file of the core, whole in memory.
type output struct {
	name string
	data []byte
}

// files renders the selection.
func (g *generator) files() ([]output, Report, error) {
	report := Report{States: len(g.members), Figures: len(g.figures), ByIndicator: map[string]int{}}
	sources, licence, err := g.sourceRows()
	if err != nil {
		return nil, report, err
	}
	figures := [][]string{{
		"state", "partner", "year", "indicator", "value", "low", "high", "unit", "kind", "source", "licence", "note",
	}}
	for _, f := range g.figures {
		report.ByIndicator[f.Indicator]++
		figures = append(figures, f.row(g.unit(f.Indicator), licence[f.Source]))
	}
	shapes := g.shapes()
	geometry, err := geometryJSON(shapes)
	if err != nil {
		return nil, report, err
	}
	report.Sources, report.Shapes = len(sources)-1, len(shapes)
	states, err := g.stateRows()
	if err != nil {
		return nil, report, err
	}
	return []output{
		{"figures.csv", csvBytes(figures)},
		{"geometry.json", geometry},
		{"indicators.csv", csvBytes(g.indicatorRows())},
		{"sources.csv", csvBytes(sources)},
		{"states.csv", csvBytes(states)},
	}, report, nil
}

func (g *generator) stateRows() ([][]string, error) {
	s, err := g.loadSystem()
	if err != nil {
		return nil, err
	}
	rows := [][]string{{
		"iso3", "ccode", "gwcode", "since", "name_en", "name_ko", "aliases",
		"capital_en", "capital_ko", "capital_lat", "capital_lon", "source",
	}}
	for _, m := range g.members {
		at := g.capitals[m.CCode]
		rows = append(rows, []string{
			m.ISO, strconv.Itoa(int(m.CCode)), strconv.Itoa(int(m.GW)), yearOrNone(s.since(m.CCode)), m.NameEN, m.NameKO, strings.Join(m.Aliases, "|"),
			m.capitalEN, m.capitalKO, format(at.lat), format(at.lon), m.capitalSource(),
		})
	}
	return rows, nil
}

// sourceRows lists the sources that figures or states rest on, with the hashes
// of their files, and the licence of each.
func (g *generator) sourceRows() (rows [][]string, licence map[string]string, err error) {
	used := map[string]bool{}
	for _, m := range g.members {
		used[m.capitalSource()] = true
	}
	for _, f := range g.figures {
		used[f.Source] = true
	}
	licence = map[string]string{}
	rows = [][]string{{"key", "publisher", "title", "edition", "url", "licence", "cite", "sha256", "read", "note"}}
	for _, s := range g.sources {
		if !used[s.Key] {
			continue
		}
		hashes := make([]string, len(s.files))
		for i, file := range s.files {
			if hashes[i] = g.folder.hash[file]; hashes[i] == "" {
				return nil, nil, fmt.Errorf("coregen: source %s lists %s, which no step read; correct files in sources.csv", s.Key, file)
			}
		}
		licence[s.Key] = s.Licence
		rows = append(rows, []string{
			s.Key, s.Publisher, s.Title, s.Edition, s.URL, s.Licence, s.Cite, strings.Join(hashes, " "), s.Read, s.Note,
		})
	}
	return rows, licence, nil
}

func csvBytes(rows [][]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.WriteAll(rows); err != nil {
		panic(err) // a buffer takes everything
	}
	return b.Bytes()
}

// geometryJSON writes one shape a line.
func geometryJSON(shapes []Shape) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("[\n")
	for i, s := range shapes {
		one, err := json.Marshal(s)
		if err != nil {
			return nil, fmt.Errorf("coregen: outline of %s: %w", s.Name, err)
		}
		b.Write(one)
		if i < len(shapes)-1 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
	}
	b.WriteString("]\n")
	return b.Bytes(), nil
}

// ErrWrite says that the core was selected and could not be written.
var ErrWrite = errors.New("the core could not be written")

// write puts every file in place only after all of them are safe on disk
// beside it.
func write(dir string, files []output) (err error) {
	var waiting []string
	defer func() {
		for _, name := range waiting {
			err = errorOr(err, os.Remove(name))
		}
	}()
	for _, f := range files {
		name, err := park(dir, f)
		if name != "" {
			waiting = append(waiting, name)
		}
		if err != nil {
			return fmt.Errorf("coregen: %w: %s: %w; give --out a folder with room that can be written", ErrWrite, filepath.Join(dir, f.name), err)
		}
	}
	for _, f := range files {
		if err := os.Rename(waiting[0], filepath.Join(dir, f.name)); err != nil {
			return fmt.Errorf("coregen: %w: %w", ErrWrite, err)
		}
		waiting = slices.Delete(waiting, 0, 1)
	}
	return nil
}

func errorOr(first, then error) error {
	if first != nil {
		return first
	}
	return then
}

// park writes a file under a passing name in its folder.
func park(dir string, f output) (name string, err error) {
	tmp, err := os.CreateTemp(dir, "."+f.name+"-*")
	if err != nil {
		return "", err
	}
	_, err = tmp.Write(f.data)
	err = errorOr(err, tmp.Chmod(0o644))
	err = errorOr(err, tmp.Sync())
	return tmp.Name(), errorOr(err, tmp.Close())
}
