package main

import (
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/brief"
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source/user"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/study"
)

// placing holds the flags of structure and position: which figures, what form.
type placing struct {
	documents
	scope
	year        int
	seed        uint64
	input       string
	asCSV, asJS bool
}

func (f *placing) register(c *cobra.Command) {
	yearFlag(c, &f.year)
	f.documents.register(c, "")
	f.scope.register(c)
	fl := c.Flags()
	fl.Uint64Var(&f.seed, "seed", 1, "seed of all random draws")
	fl.StringVar(&f.input, "input", "", `table of your own in place of built-in capability: CSV with the columns state
(code or name) and capability (any one unit), and year if there are several`)
	fl.BoolVar(&f.asCSV, "csv", false, "comma-separated values")
	fl.BoolVar(&f.asJS, "json", false, "everything as JSON, with the trail of every number")
}

// check reads the flags that exclude one another.
func (f *placing) check() ([]string, error) {
	if err := exclusive(f.asJS, f.asCSV); err != nil {
		return nil, err
	}
	if f.formats != "" && (f.asJS || f.asCSV) {
		return nil, usagef("--format writes documents and excludes --json and --csv; choose one")
	}
	return f.documents.check()
}

// situate reads the figures of the year asked for, or the user's own.
func (f *placing) situate(s *panel.Snapshot) (study.Situation, error) {
	year := desk.YearOr(f.year, s)
	if f.input == "" {
		return study.SituateBy(s, year, study.Default(), study.Basis(f.by))
	}
	data, err := readLimited("--input", f.input, tableBytes)
	if err != nil {
		return study.Situation{}, err
	}
	own, err := user.Capabilities(filepath.Base(f.input), data, s.Codes(), year)
	if err != nil {
		return study.Situation{}, err
	}
	return study.SituateWith(s, year, study.Default(), own)
}

// tableBytes is the largest table read.
const tableBytes = 16 << 20

// outlook places a state and gathers the structure around it.
func (f *placing) outlook(s *panel.Snapshot, st ir.State, w capability.Weights) (study.Dossier, study.Situation, error) {
	x, err := f.situate(s)
	if err != nil {
		return study.Dossier{}, x, err
	}
	d, err := x.Outlook(st.CCode, study.Looking{Weights: w, Seed: f.seed})
	return d, x, err
}

// document writes the documents asked for and prints one section.
func (f *placing) document(c *cobra.Command, st ir.State, d study.Dossier, kind, command string, formats []string, section brief.Section) error {
	o, err := desk.Of(f.from, nil).Options(f.lang, command)
	if err != nil {
		return err
	}
	for _, seat := range f.from.Seats {
		if !slices.ContainsFunc(o.Capitals, func(p brief.Place) bool { return p.State == seat.State }) {
			o.Capitals = append(o.Capitals, brief.Place{State: seat.State, Lat: seat.Lat, Lon: seat.Lon})
		}
	}
	paths, err := f.write(c, kind, st, formats, d, o)
	if err != nil {
		return err
	}
	w := c.OutOrStdout()
	if err := brief.Digest(w, d, o, section); err != nil {
		return err
	}
	f.finish(c, paths)
	return nil
}

// command is the command line that gives the same document again.
func (f *placing) command(kind string, st ir.State, year ir.Year, more string) string {
	line := "shatterbelt " + kind + " " + st.ISO + " --lang " + f.lang + " --year " + yearText(year)
	if f.input != "" {
		line += " --input " + filepath.Base(f.input)
	}
	if f.whole {
		line += " --whole"
	}
	if f.by != string(study.ByRecord) {
		line += " --capability " + f.by
	}
	return line + more
}
