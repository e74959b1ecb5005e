package recipe

import (
	"context"
	"slices"
	"strconv"

	"github.com/shatterbelt/shatterbelt/data/table"
	"github.com/shatterbelt/shatterbelt/ir"
)

// embeddedList is what a record calls the list of states that the program
// carries, the Correlates of War's of 2016.
const embeddedList = "embedded-states"

// statesNeed is the imported list, which is used in place of the embedded one.
var statesNeed = need{"cow-states", "states"}

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
	for i, e := range entries {
		f, err := e.open(ctx, l, p.chosen[i])
		if err != nil {
			return nil, err
		}
		p.fillers = append(p.fillers, f)
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

// open reads who was a member when.
func (l *loader) open(ctx context.Context, r Recipe) (*world, error) {
	w := &world{system: r.System}
	var err error
	carry := r.Carry || r.System == GW
	if l.imported(r) {
		w.cow, err = l.listed(ctx, carry)
	} else {
		l.note(Datum{Dataset: embeddedList, Edition: strconv.Itoa(int(listEnds)), Table: "states", Verified: true})
		w.cow, err = embedded(carry)
	}
	w.members = w.cow
	if err == nil && r.System == GW {
		t, e := l.table(gwNeed)
		if e != nil {
			return nil, e
		}
		defer func() { _ = t.Close() }()
		w.members, err = gwMembers(ctx, t, r.Carry)
	}
	if err == nil {
		w.part()
	}
	l.world = w
	return w, err
}

// imported reports whether the list of states is an imported one: as recorded,
// or as the store has it.
func (l *loader) imported(r Recipe) bool {
	if len(r.Data) > 0 {
		return !slices.ContainsFunc(r.Data, func(d Datum) bool { return d.Dataset == embeddedList })
	}
	return l.has(statesNeed)
}

func (l *loader) listed(ctx context.Context, carry bool) (*members, error) {
	if !l.has(statesNeed) {
		return nil, &DataError{Missing: []Missing{l.missing(statesNeed, "")}}
	}
	t, err := l.table(statesNeed)
	if err != nil {
		return nil, err
	}
	defer func() { _ = t.Close() }()
	return cowMembers(ctx, t, carry)
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

// same holds what was read to what the recipe records.
func (l *loader) same(r Recipe) error {
	var out DataError
	for _, d := range r.Data {
		i := slices.IndexFunc(l.used, func(u Datum) bool { return u.Dataset == d.Dataset && u.Table == d.Table })
		if i >= 0 && l.used[i].SHA256 != d.SHA256 {
			out.Changed = append(out.Changed, d)
		}
	}
	if len(out.Changed) > 0 {
		return &out
	}
	return nil
}

// recorded holds the columns to those of the record.
func (p *Panel) recorded(r Recipe) error {
	have := make([]string, len(p.columns))
	for i, c := range p.columns {
		have[i] = c.Name
	}
	if len(r.Columns) > 0 && !slices.Equal(r.Columns, have) {
		return wrong("run the program of that version, or take columns: out of the recipe", "the columns are not those of the record, made by version %s", r.Program)
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
