package recipe

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"strconv"
	"sync"

	"github.com/shatterbelt/shatterbelt/data/table"
	"github.com/shatterbelt/shatterbelt/ir"
)

// Panel is a recipe with its data read, ready to be written.
type Panel struct {
	recipe  Recipe
	world   *world
	parts   []column
	columns []table.Column
	added   []string // keys of the catalogue
	fillers []filler
	chosen  [][]spec
	filter  []filler // of a filter: contiguity and major powers
	used    []Datum
	works   []string
}

// column is a column of a panel: a key of the row, or a column of an addition.
type column struct {
	key     byte // 'a', 'b' or 'y'; 0 for others
	entry   int
	at      int
	form    form
	onOther bool // of a figure of a state: that of the second
}

// Open finds a recipe's data in a store and reads them. What is missing is one
// [*DataError] that names all of it.
func Open(ctx context.Context, in Input, r Recipe) (*Panel, error) {
	if err := r.check(); err != nil {
		return nil, err
	}
	l, err := newLoader(in, r)
	if err != nil {
		return nil, err
	}
	p := &Panel{recipe: r}
	entries := p.choose(r)
	if err := l.complete(entries, p.chosen, r); err != nil {
		return nil, err
	}
	if p.world, err = l.open(ctx, r); err != nil {
		return nil, err
	}
	if err := p.bound(); err != nil {
		return nil, err
	}
	if p.fillers, err = l.read(ctx, entries, p.chosen); err != nil {
		return nil, err
	}
	if err := p.filterBy(ctx, l); err != nil {
		return nil, err
	}
	p.used = l.used
	p.describe(l)
	if err := l.same(r); err != nil {
		return nil, err
	}
	return p, p.recorded(r)
}

// read reads what the additions need, several at a time.
func (l *loader) read(ctx context.Context, entries []*entry, chosen [][]spec) ([]filler, error) {
	out, errs := make([]filler, len(entries)), make([]error, len(entries))
	turns := make(chan struct{}, runtime.GOMAXPROCS(0))
	var group sync.WaitGroup
	for i, e := range entries {
		turns <- struct{}{}
		group.Go(func() {
			out[i], errs[i] = e.open(ctx, l, chosen[i])
			<-turns
		})
	}
	group.Wait()
	return out, cmp.Or(errs...)
}

// choose lists the entries added and the columns chosen of each, without those
// that are the panel's own keys.
func (p *Panel) choose(r Recipe) []*entry {
	var entries []*entry
	for _, a := range r.Add {
		e, _ := find(a.Key)
		chosen := slices.DeleteFunc(e.choose(r.Unit, a.Columns), func(s spec) bool { return s.name == r.stateColumn() })
		if len(chosen) == 0 {
			continue
		}
		entries = append(entries, e)
		p.added = append(p.added, e.key)
		p.chosen = append(p.chosen, chosen)
		for _, s := range chosen {
			for _, w := range s.works {
				if !slices.Contains(p.works, w) {
					p.works = append(p.works, w)
				}
			}
		}
	}
	return entries
}

// stateColumn is the name of the column of a state's number.
func (r Recipe) stateColumn() string {
	if r.System == GW {
		return "gwcode"
	}
	return "ccode"
}

// complete finds what the store lacks.
func (l *loader) complete(entries []*entry, chosen [][]spec, r Recipe) error {
	var out DataError
	lack := func(n need, by string) {
		if l.has(n) {
			return
		}
		i := slices.IndexFunc(out.Missing, func(m Missing) bool { return m.Dataset == n.dataset && m.Table == n.table })
		switch {
		case i < 0:
			out.Missing = append(out.Missing, l.missing(n, "", by))
		case !slices.Contains(out.Missing[i].For, by):
			out.Missing[i].For = append(out.Missing[i].For, by)
		}
	}
	if r.System == GW {
		lack(gwNeed, "--system gw")
	}
	for i, e := range entries {
		for _, s := range chosen[i] {
			for _, n := range s.needs {
				lack(n, e.key)
			}
		}
	}
	if r.Filter != "" {
		lack(contiguityNeed, r.Filter)
		lack(majorsNeed, r.Filter)
	}
	if len(out.Missing) > 0 {
		return &out
	}
	return nil
}

// farthest is how long members may be carried on, so that a slip of the finger
// asks for no thousand years.
const farthest ir.Year = 2100

// bound settles the first and last year.
func (p *Panel) bound() error {
	m, r := p.world.members, &p.recipe
	if r.From == 0 {
		r.From = max(m.first, ir.Year(1816))
	}
	if r.To == 0 {
		r.To = m.last
	}
	switch {
	case r.From < m.first:
		return wrong("begin there or later", "the list of states begins in %d and the panel in %d", m.first, r.From)
	case r.To > m.last && !r.Carry:
		return wrong("end there, or take its last members as members after it with --carry-members (carry_members: true)",
			"the list of states ends in %d and the panel in %d", m.last, r.To)
	case r.To > farthest:
		return wrong("end earlier", "the panel ends in %d", r.To)
	case r.From > r.To:
		return wrong("end later", "the panel begins in %d and ends in %d", r.From, r.To)
	}
	return nil
}

// filterBy reads what the filter needs. Where a source does not cover a year of
// the panel, relevance is not known and the panel refused.
func (p *Panel) filterBy(ctx context.Context, l *loader) error {
	if p.recipe.Filter == "" {
		return nil
	}
	near, err := openContiguity(ctx, l, nil)
	if err != nil {
		return err
	}
	big, err := openMajors(ctx, l, nil)
	if err != nil {
		return err
	}
	p.filter = []filler{near, big}
	for _, c := range []years{near.(contiguity).rows.covered, big.(majors).rows.covered} {
		if p.recipe.From < c.first || p.recipe.To > c.last {
			return wrong("keep the panel within those years, or drop the filter", "political relevance is known from %d to %d alone", c.first, c.last)
		}
	}
	return nil
}

// describe lists the columns of the table.
func (p *Panel) describe(l *loader) {
	state := p.recipe.stateColumn()
	label := map[System]string{COW: "Correlates of War number", GW: "Gleditsch-Ward number"}[p.recipe.System]
	key := func(k byte, name, label string) {
		p.parts = append(p.parts, column{key: k})
		p.columns = append(p.columns, table.Column{Name: name, Type: table.Int, Label: label})
	}
	if p.recipe.Unit == StateYear {
		key('a', state, label)
	} else {
		key('a', state+"1", label+" of the first state")
		key('b', state+"2", label+" of the second state")
	}
	key('y', "year", "year")
	for i, chosen := range p.chosen {
		for k, s := range chosen {
			p.column(l, i, k, s)
		}
	}
}

// column adds a column, or two of a figure of both states.
func (p *Panel) column(l *loader, entry, at int, s spec) {
	from := ""
	for i, n := range s.needs {
		if e := l.edition(n); i == 0 {
			from = e
		} else if e != l.edition(s.needs[i-1]) {
			from += ", " + e
		}
	}
	c := table.Column{Name: s.name, Type: s.kind, Label: s.label, Unit: s.unit, Source: from}
	if s.form != ofState || p.recipe.Unit == StateYear {
		p.parts = append(p.parts, column{entry: entry, at: at, form: s.form})
		p.columns = append(p.columns, c)
		return
	}
	for i, which := range []string{"first", "second"} {
		c := c
		c.Name, c.Label = s.name+strconv.Itoa(i+1), s.label+" ("+which+" state)"
		p.parts = append(p.parts, column{entry: entry, at: at, form: s.form, onOther: i == 1})
		p.columns = append(p.columns, c)
	}
}

// Columns describes the columns of the panel.
func (p *Panel) Columns() []table.Column { return slices.Clone(p.columns) }

// Years gives the first and last year.
func (p *Panel) Years() (first, last ir.Year) { return p.recipe.From, p.recipe.To }

// Unverified lists the tables that were read from files of unknown hash.
func (p *Panel) Unverified() []Datum {
	return slices.DeleteFunc(slices.Clone(p.used), func(d Datum) bool { return d.Verified })
}
