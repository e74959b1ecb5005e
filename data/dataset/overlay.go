package dataset

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/ir"
)

// Overlay is the core with what was imported over it.
type Overlay struct {
	Snapshot *panel.Snapshot `json:"-"`
	Used     []Used          `json:"used"`
	LeftOut  []LeftOut       `json:"left_out"`
	// System is the year whose state system the panel holds; 0 where it holds
	// the states of the core.
	System ir.Year `json:"system,omitempty"`
	// Seats are the capitals of the states of a system, from imported data.
	Seats []Seat `json:"seats,omitempty"`
	// Lacking is what a panel of a system does without.
	Lacking []Lacking `json:"lacking,omitempty"`

	rows []panel.Row // of a panel just built
}

// Used is an indicator that has figures from an imported edition.
type Used struct {
	Indicator string `json:"indicator"`
	Dataset   string `json:"dataset"`
	Edition   string `json:"edition"`
	Verified  bool   `json:"verified"`
	Own       bool   `json:"own,omitempty"` // declared by the user
	Source    string `json:"source"`        // key of the first source in the snapshot
	Rows      int    `json:"rows"`
	// Step says what makes these figures of several cells, where something does.
	Step string `json:"step,omitempty"`
	// Contradicted counts rows passed over because an earlier one stated another
	// value of the same figure.
	Contradicted int `json:"contradicted,omitempty"`
}

// LeftOut is an indicator that an imported edition has and that was not used.
type LeftOut struct {
	Indicator string `json:"indicator"`
	Dataset   string `json:"dataset"`
	Why       string `json:"why"`
}

// Imported reports whether a source of the snapshot is one of imported figures.
func (o *Overlay) Imported(key string) bool {
	return slices.ContainsFunc(o.Used, func(u Used) bool {
		prefix := u.Dataset + ":" + u.Edition + ":"
		return len(key) > len(prefix) && key[:len(prefix)] == prefix
	})
}

// Open overlays the core by what is in use in a store. Without anything
// imported the snapshot is the core's own.
func Open(ctx context.Context, s *store.Store, datasets []source.Dataset) (Overlay, error) {
	all, current, err := inUse(s, datasets)
	if err != nil {
		return Overlay{}, err
	}
	if len(current) == 0 {
		base, err := core.Snapshot()
		return Overlay{Snapshot: base}, err
	}
	return compiled(ctx, s, current, "core", func() (Overlay, error) {
		base, err := core.Snapshot()
		if err != nil {
			return Overlay{}, err
		}
		return Over(ctx, base, s, all, current)
	})
}

// inUse lists every dataset that can be read, the user's own among them, and the
// edition in use of each that is there.
func inUse(s *store.Store, datasets []source.Dataset) ([]source.Dataset, []store.Manifest, error) {
	manifests, err := s.List()
	if err != nil {
		return nil, nil, err
	}
	all, err := known(s, datasets, manifests)
	if err != nil {
		return nil, nil, err
	}
	current, err := s.CurrentOf(manifests, all)
	return all, current, err
}

// beside are the indicators that the core has nothing of and that analyses take
// from imported data alone.
var beside = []string{"arms_transfers", "exercises"}

// Over overlays a snapshot by editions of a store. Indicators that the snapshot
// does not have are left alone, unless they are the user's own or of the few that
// analyses take from imported data alone.
func Over(ctx context.Context, base *panel.Snapshot, s *store.Store, datasets []source.Dataset, current []store.Manifest) (Overlay, error) {
	o := Overlay{Snapshot: base}
	first, _ := base.Span()
	list, err := readMembers(ctx, s, current)
	if err != nil {
		return o, err
	}
	codes, err := since(base.Codes(), list)
	if err != nil {
		return o, err
	}
	t := newTarget(base, codes, first, forever)
	t.beside = beside
	all, err := o.gather(ctx, t, s, datasets, current)
	if err != nil || len(all) == 0 {
		return o, err
	}
	o.Snapshot, err = o.merge(t, all)
	return o, err
}

// gather reads everything that a panel has a place for.
func (o *Overlay) gather(ctx context.Context, t *target, s *store.Store, datasets []source.Dataset, current []store.Manifest) ([]*gather, error) {
	var all []*gather
	for _, m := range current {
		i := slices.IndexFunc(datasets, func(d source.Dataset) bool { return d.Key == m.Dataset })
		if i < 0 {
			continue
		}
		into := &gathered{own: datasets[i].Own, known: map[string]*gather{}}
		byTable := map[string][]source.Series{}
		var tables []string
		for _, decl := range o.wanted(t, m, datasets[i]) {
			if byTable[decl.Table] == nil {
				tables = append(tables, decl.Table)
			}
			byTable[decl.Table] = append(byTable[decl.Table], decl)
		}
		for _, table := range tables {
			if err := t.read(ctx, s, m, byTable[table], into); err != nil {
				return nil, err
			}
		}
		for _, g := range into.list {
			g.finish(t)
			if g.empty() {
				o.leave(g, "no row is about a state of the panel")
				continue
			}
			all = append(all, g)
		}
	}
	return all, nil
}

// wanted are the series of an edition that a panel has a place for.
func (o *Overlay) wanted(t *target, m store.Manifest, d source.Dataset) []source.Series {
	var out []source.Series
	for _, decl := range d.Series {
		if t.standIn != nil {
			decl = t.standIn(m, decl)
		}
		have, ok := t.base.Describe(decl.Indicator.Name)
		switch {
		case !ok && !d.Own && !slices.Contains(t.beside, decl.Indicator.Name) || !fits(m, decl) || t.only != nil && !t.only[decl.Indicator.Name]:
		case ok && (have.Unit != decl.Indicator.Unit || have.Form != decl.Indicator.Form):
			o.LeftOut = append(o.LeftOut, LeftOut{decl.Indicator.Name, m.Dataset, fmt.Sprintf(
				"it is in %s by %s; the core's is in %s by %s", decl.Indicator.Unit, decl.Indicator.Form, have.Unit, have.Form)})
		case ok && have.Covered() && have.Holds != decl.Indicator.Holds:
			o.LeftOut = append(o.LeftOut, LeftOut{decl.Indicator.Name, m.Dataset, fmt.Sprintf(
				"its rows hold by %s; the core's by %s", decl.Indicator.Holds, have.Holds)})
		default:
			out = append(out, decl)
		}
	}
	return out
}

// fits reports whether an edition has the table and the columns of a series.
func fits(m store.Manifest, s source.Series) bool {
	t, ok := m.Table(s.Table)
	if !ok {
		return false
	}
	for _, want := range []string{s.State, s.Partner, s.Year, s.Start, s.End, s.Value, s.Times, s.Once, s.Within} {
		if want != "" && !slices.ContainsFunc(t.Columns, func(c store.Column) bool { return source.SameName(c.Name, want) }) {
			return false
		}
	}
	return true
}

func (o *Overlay) leave(g *gather, why string) {
	o.LeftOut = append(o.LeftOut, LeftOut{g.indicator.Name, g.manifest.Dataset, why})
}

// report notes what of each dataset was taken.
func (o *Overlay) report(list []*gather) {
	for _, g := range list {
		if g.rows == 0 {
			o.leave(g, "others come before it wherever it has figures")
			continue
		}
		m := g.manifest
		o.Used = append(o.Used, Used{
			Indicator: g.indicator.Name, Dataset: m.Dataset, Edition: m.Edition, Verified: m.Verified, Own: g.own,
			Source: g.sources[0].Key, Rows: g.rows, Step: g.step, Contradicted: g.contradicted,
		})
	}
	slices.SortStableFunc(o.Used, func(a, b Used) int {
		return cmp.Or(cmp.Compare(a.Indicator, b.Indicator), cmp.Compare(a.Dataset, b.Dataset))
	})
	slices.SortStableFunc(o.LeftOut, func(a, b LeftOut) int {
		return cmp.Or(cmp.Compare(a.Indicator, b.Indicator), cmp.Compare(a.Dataset, b.Dataset))
	})
}
