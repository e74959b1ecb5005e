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
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Overlay is the core with what was imported over it.
type Overlay struct {
	Snapshot *panel.Snapshot
	Used     []Used
	LeftOut  []LeftOut
}

// Used is an indicator that has figures from an imported edition.
type Used struct {
	Indicator string `json:"indicator"`
	Dataset   string `json:"dataset"`
	Edition   string `json:"edition"`
	Verified  bool   `json:"verified"`
	Source    string `json:"source"` // key of the source in the snapshot
	Rows      int    `json:"rows"`
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

// Open overlays the core by what is in use in a store. Without anything
// imported the snapshot is the core's own.
func Open(ctx context.Context, s *store.Store, datasets []source.Dataset) (Overlay, error) {
	base, err := core.Snapshot()
	if err != nil {
		return Overlay{}, err
	}
	current, err := s.Current(datasets)
	if err != nil || len(current) == 0 {
		return Overlay{Snapshot: base}, err
	}
	return Over(ctx, base, s, datasets, current)
}

// Over overlays a snapshot by editions of a store. Indicators that the snapshot
// does not have are left alone.
func Over(ctx context.Context, base *panel.Snapshot, s *store.Store, datasets []source.Dataset, current []store.Manifest) (Overlay, error) {
	o := Overlay{Snapshot: base}
	var all []series
	for _, m := range current {
		i := slices.IndexFunc(datasets, func(d source.Dataset) bool { return d.Key == m.Dataset })
		if i < 0 {
			continue
		}
		gathered := map[string]*gather{}
		byTable := map[string][]source.Series{}
		var tables []string
		for _, decl := range o.wanted(base, m, datasets[i]) {
			if byTable[decl.Table] == nil {
				tables = append(tables, decl.Table)
			}
			byTable[decl.Table] = append(byTable[decl.Table], decl)
		}
		for _, table := range tables {
			if err := read(ctx, s, m, byTable[table], base.Codes(), gathered); err != nil {
				return Overlay{}, err
			}
		}
		for _, g := range gathered {
			g.finish()
			all = append(all, g.series)
		}
	}
	chosen := o.choose(all)
	if len(chosen) == 0 {
		return o, nil
	}
	merged, err := merge(base, chosen)
	o.Snapshot = merged
	return o, err
}

// wanted are the series of an edition that a snapshot has a place for.
func (o *Overlay) wanted(base *panel.Snapshot, m store.Manifest, d source.Dataset) []source.Series {
	var out []source.Series
	for _, decl := range d.Series {
		have, ok := base.Describe(decl.Indicator.Name)
		switch {
		case !ok || !fits(m, decl):
		case have.Unit != decl.Indicator.Unit || have.Form != decl.Indicator.Form:
			o.LeftOut = append(o.LeftOut, LeftOut{decl.Indicator.Name, m.Dataset, fmt.Sprintf(
				"it is in %s by %s; the core's is in %s by %s", decl.Indicator.Unit, decl.Indicator.Form, have.Unit, have.Form)})
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
	for _, want := range []string{s.State, s.Partner, s.Year, s.Start, s.End, s.Value} {
		if want != "" && !slices.ContainsFunc(t.Columns, func(c store.Column) bool { return source.SameName(c.Name, want) }) {
			return false
		}
	}
	return true
}

// choose keeps one series of each indicator: of several, the one that reaches
// furthest, and then the one with more figures.
func (o *Overlay) choose(all []series) []series {
	slices.SortStableFunc(all, func(a, b series) int {
		return cmp.Or(cmp.Compare(a.decl.Indicator.Name, b.decl.Indicator.Name),
			cmp.Compare(b.last, a.last), cmp.Compare(len(b.rows), len(a.rows)), cmp.Compare(a.manifest.Dataset, b.manifest.Dataset))
	})
	var out []series
	for _, s := range all {
		name := s.decl.Indicator.Name
		switch {
		case len(s.rows) == 0:
			o.LeftOut = append(o.LeftOut, LeftOut{name, s.manifest.Dataset, "no row is about a state of the core"})
		case len(out) > 0 && out[len(out)-1].decl.Indicator.Name == name:
			o.LeftOut = append(o.LeftOut, LeftOut{name, s.manifest.Dataset, out[len(out)-1].manifest.Dataset + " reaches further or has more figures"})
		default:
			out = append(out, s)
			o.Used = append(o.Used, Used{
				name, s.manifest.Dataset, s.manifest.Edition, s.manifest.Verified, s.source.Key, len(s.rows), s.contradicted,
			})
		}
	}
	return out
}

// figure is what two rows may both state.
type figure struct {
	indicator   string
	state, with ir.CCode
	year        ir.Year
}

// figureOf puts a symmetric dyad in one order.
func figureOf(r panel.Row, form panel.Form) figure {
	f := figure{r.Indicator, r.State, r.Partner, r.Year}
	if form == panel.SymmetricDyad && f.state > f.with {
		f.state, f.with = f.with, f.state
	}
	return f
}

// merge builds the snapshot anew. Of points, an imported figure takes the place
// of the core's of the same state and year. Of spells and counts, whose absence
// says something, the imported ones take the place of all up to the last year
// that their source covers; what the core knows after it stays.
func merge(base *panel.Snapshot, chosen []series) (*panel.Snapshot, error) {
	sources := base.Sources()
	declared := base.Indicators()
	forms := map[string]panel.Form{}
	for _, d := range declared {
		forms[d.Name] = d.Form
	}
	replaced := map[string]ir.Year{}
	stated := map[figure]bool{}
	var rows []panel.Row
	for _, s := range chosen {
		d := s.decl.Indicator
		for _, extra := range s.sources {
			if !slices.ContainsFunc(sources, func(p prov.Source) bool { return p.Key == extra.Key }) {
				sources = append(sources, extra)
			}
		}
		if d.Covered() {
			replaced[d.Name] = d.Last
			i := slices.IndexFunc(declared, func(have panel.Indicator) bool { return have.Name == d.Name })
			declared[i].Holds, declared[i].First, declared[i].Last, declared[i].Source = d.Holds, d.First, d.Last, s.source.Key
		}
		for _, r := range s.rows {
			stated[figureOf(r, d.Form)] = true
			rows = append(rows, r)
		}
	}
	for _, r := range base.Rows() {
		last, whole := replaced[r.Indicator]
		if whole && r.Year <= last || stated[figureOf(r, forms[r.Indicator])] {
			continue
		}
		rows = append(rows, r)
	}
	return panel.New(base.Codes(), sources, rows, declared...)
}
