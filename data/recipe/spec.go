package recipe

import (
	"context"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/table"
)

// form says what a figure belongs to.
type form uint8

// The forms: a state, a dyad (each order its own), or the system of a year.
const (
	ofState form = iota
	ofDyad
	ofYear
)

// spec describes a column of an entry.
type spec struct {
	name   string
	label  string
	unit   string
	kind   table.Type
	from   string // its name in the table, where that is another
	form   form
	needs  []need
	extra  bool     // given only where it is named
	beside string   // a column that is chosen wherever this one is
	works  []string // that a measure rests on, by key in the bibliography
}

// need names a table that a column is read from.
type need struct{ dataset, table string }

// entry is something that can be added to a panel.
type entry struct {
	key    string
	en, ko string
	note   string
	states []spec // columns for a state-year
	dyads  []spec // columns for dyads
	// open reads what the columns chosen need.
	open func(ctx context.Context, l *loader, chosen []spec) (filler, error)
}

// filler evaluates the columns of an entry for a year: out has one slice for
// each column chosen, of as many numbers as there are states, of states by
// states, or one. It may be called for several years at a time.
type filler interface {
	fill(y *year, out [][]float64) error
}

// specs lists the columns of an entry for a unit.
func (e *entry) specs(u Unit) []spec {
	if u == StateYear {
		return e.states
	}
	return e.dyads
}

// units names those that an entry has columns for.
func (e *entry) units() []string {
	var out []string
	for u, name := range unitNames {
		if len(e.specs(Unit(u))) > 0 {
			out = append(out, name)
		}
	}
	return out
}

// choose picks the columns asked for, in the order of the catalogue.
func (e *entry) choose(u Unit, columns []string) []spec {
	var out []spec
	for _, s := range e.specs(u) {
		with := func(o spec) bool { return o.beside == s.name && slices.Contains(columns, o.name) }
		if slices.Contains(columns, s.name) || len(columns) == 0 && !s.extra || slices.ContainsFunc(e.specs(u), with) {
			out = append(out, s)
		}
	}
	return out
}

// find finds an entry by key.
func find(key string) (*entry, bool) {
	all := catalogue()
	i := slices.IndexFunc(all, func(e entry) bool { return e.key == key })
	if i < 0 {
		return nil, false
	}
	return &all[i], true
}

// keys lists what has columns for a unit.
func keys(u Unit) []string {
	var out []string
	for _, e := range catalogue() {
		if len(e.specs(u)) > 0 {
			out = append(out, e.key)
		}
	}
	return out
}

// Added describes an entry of the catalogue to a user.
type Added struct {
	Key      string        `json:"key"`
	EN       string        `json:"en"`
	KO       string        `json:"ko"`
	Note     string        `json:"note,omitempty"`
	Units    []string      `json:"units"`
	Datasets []string      `json:"datasets"`
	Columns  []AddedColumn `json:"columns"`
}

// AddedColumn describes a column that an entry can give. In dyads, a figure of a
// state stands twice, its name followed by 1 and 2.
type AddedColumn struct {
	Name    string   `json:"name"`
	Label   string   `json:"label"`
	Unit    string   `json:"unit,omitempty"`
	Of      string   `json:"of"` // state, dyad or year
	Default bool     `json:"default"`
	Units   []string `json:"units"`
}

// Additions lists everything that can be added to a panel.
func Additions() []Added {
	var out []Added
	for _, e := range catalogue() {
		a := Added{Key: e.key, EN: e.en, KO: e.ko, Note: e.note, Units: e.units()}
		for _, u := range []Unit{StateYear, DirectedDyadYear} {
			for _, s := range e.specs(u) {
				a.add(s, u)
			}
		}
		out = append(out, a)
	}
	return out
}

func (a *Added) add(s spec, u Unit) {
	for _, n := range s.needs {
		if !slices.Contains(a.Datasets, n.dataset) {
			a.Datasets = append(a.Datasets, n.dataset)
		}
	}
	in := []string{StateYear.String()}
	if u != StateYear {
		in = []string{DyadYear.String(), DirectedDyadYear.String()}
	}
	of := [...]string{"state", "dyad", "year"}[s.form]
	for i := range a.Columns {
		if c := &a.Columns[i]; c.Name == s.name && c.Of == of {
			c.Units = append(c.Units, in...)
			return
		}
	}
	a.Columns = append(a.Columns, AddedColumn{s.name, s.label, s.unit, of, !s.extra, in})
}
