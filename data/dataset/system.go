package dataset

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Lacking is something that a panel of a state system does without, and the
// dataset that would give it.
type Lacking struct {
	What    string `json:"what"`
	Dataset string `json:"dataset"`
	// Until is the last year for which it is there; 0 where it is not at all.
	Until ir.Year `json:"until,omitempty"`
}

// MissingError says that the store lacks what a panel of a state system cannot
// do without.
type MissingError struct {
	Year ir.Year // 0 for the record of powers of every year
	Need []Lacking
}

func (e *MissingError) Error() string {
	var parts []string
	for _, n := range e.Need {
		parts = append(parts, fmt.Sprintf("%s (dataset %s)", n.What, n.Dataset))
	}
	of := "the record of powers"
	if e.Year != 0 {
		of = fmt.Sprintf("the state system of %d", e.Year)
	}
	return fmt.Sprintf("dataset: %s takes imported data: no %s; get the files (shatterbelt data sources says where) and import them with shatterbelt data import PATH",
		of, strings.Join(parts, ", nor "))
}

// System overlays the core by what is in use in a store, for every member of the
// state system on some day of a year: figures up to that year, distances
// between the capitals of the year, ties on record. Without capability or
// capitals of that year the error is a [*MissingError]; of what else is not
// there, [Overlay.Lacking] tells.
func System(ctx context.Context, s *store.Store, datasets []source.Dataset, year ir.Year) (Overlay, error) {
	all, current, err := inUse(s, datasets)
	if err != nil {
		return Overlay{}, err
	}
	build := func() (Overlay, error) { return buildSystem(ctx, s, all, current, year) }
	if len(current) == 0 {
		return build()
	}
	return compiled(ctx, s, current, fmt.Sprintf("system-%d", year), build)
}

func buildSystem(ctx context.Context, s *store.Store, all []source.Dataset, current []store.Manifest, year ir.Year) (Overlay, error) {
	base, err := core.Snapshot()
	if err != nil {
		return Overlay{}, err
	}
	list, err := readMembers(ctx, s, current)
	if err != nil {
		return Overlay{}, err
	}
	codes, err := memberCodes(base.Codes(), list, year)
	if err != nil {
		return Overlay{}, err
	}
	o := Overlay{Snapshot: base, System: year}
	t := newTarget(base, codes, year, year)
	t.standIn, t.newest = t.territory, newestOfPairs
	figures, err := o.gather(ctx, t, s, all, current)
	if err != nil {
		return Overlay{}, err
	}
	seats, err := readSeats(ctx, s, current)
	if err != nil {
		return Overlay{}, err
	}
	o.Seats = seatsIn(seats, t, year)
	if g := distances(o.Seats, seats.source); g != nil {
		g.manifest = seats.manifest
		figures = append(figures, g)
	}
	if o.Snapshot, err = o.merge(t, figures); err != nil {
		return Overlay{}, err
	}
	return o, o.check(year)
}

// needs are what position and structure rest on, by indicator. Those that must
// be there come first.
var needs = []struct {
	what, dataset string
	must          bool
	indicators    []string
}{
	{"capability", "nmc", true, []string{"nmc_tpop", "milex_constant"}},
	{"capitals", "capitals", true, []string{"distance_capital"}},
	{"major powers", "cow-states", false, []string{"major_power"}},
	{"alliances", "atop", false, []string{"defence_pact"}},
	{"rivalries", "rivalries-tss", false, []string{"rivalry"}},
	{"land borders", "cow-contiguity", false, []string{"land_border"}},
	{"disputes begun", "cow-mid", false, []string{"dispute_onset"}},
	{"distances between territories", "mindist", false, []string{"distance_territory"}},
	{"troops abroad", "us-troops", false, []string{"troops_hosted"}},
}

// check notes what the panel lacks.
func (o *Overlay) check(year ir.Year) error {
	missing := &MissingError{Year: year}
	for _, n := range needs {
		until, there := ir.Year(0), false
		for _, name := range n.indicators {
			last, ok := o.until(name, year)
			until, there = max(until, last), there || ok
		}
		switch l := (Lacking{n.what, n.dataset, until}); {
		case there:
		case n.must:
			missing.Need = append(missing.Need, l)
		default:
			o.Lacking = append(o.Lacking, l)
		}
	}
	if len(missing.Need) > 0 {
		return missing
	}
	return nil
}

// newestOfPairs is how many of the newest figures of a pair a system's panel
// carries: measures take the newest, or the one before where one direction of a
// flow lacks it.
const newestOfPairs = 5

// recent is how old a figure of a point in time may be to speak for a year.
const recent = 5

// until is the last year, not after the one of the panel, for which an indicator
// has imported figures, and whether it reaches that year.
func (o *Overlay) until(name string, year ir.Year) (last ir.Year, there bool) {
	d, ok := o.Snapshot.Describe(name)
	used := slices.ContainsFunc(o.Used, func(u Used) bool { return u.Indicator == name })
	switch {
	case !ok || !used && !d.Covered():
		return 0, false
	case d.Covered():
		if d.First > year {
			return 0, false
		}
		return min(d.Last, year), d.Last >= year
	}
	for i := len(o.rows) - 1; i >= 0; i-- {
		if r := &o.rows[i]; r.Indicator == name && r.Kind != prov.Forecast {
			last = max(last, r.Year)
		}
	}
	return last, last >= year-recent || name == toCapital && last != 0
}

// memberCodes are the members of a year with every code and name that means
// them then and no other of them.
func memberCodes(known *ir.Codes, list []membership, year ir.Year) (*ir.Codes, error) {
	var states []ir.State
	for _, m := range list {
		if m.first <= year && year <= m.last {
			states = append(states, stateOf(known, m.state, m.first, year))
		}
	}
	return distinct(states, year)
}

// distinct drops whatever two states share from the one listed later, codes
// before names, and adds what else means one of them in the year.
func distinct(states []ir.State, year ir.Year) (*ir.Codes, error) {
	slices.SortFunc(states, func(a, b ir.State) int { return cmp.Compare(a.CCode, b.CCode) })
	taken := map[string]ir.CCode{}
	free := func(text string, c ir.CCode) bool {
		k := ir.Fold(text)
		if have, ok := taken[k]; k == "" || ok && have != c {
			return false
		}
		taken[k] = c
		return true
	}
	at := map[ir.CCode]int{}
	for i := range states {
		st := &states[i]
		at[st.CCode] = i
		free(fmt.Sprint(int(st.CCode)), st.CCode)
	}
	for i := range states {
		if st := &states[i]; !free(st.ISO, st.CCode) {
			st.ISO = fmt.Sprint(int(st.CCode))
		}
	}
	for i := range states {
		st := &states[i]
		if !free(st.NameEN, st.CCode) {
			st.NameEN = fmt.Sprintf("%s (%d)", st.NameEN, st.CCode)
		}
		if !free(st.NameKO, st.CCode) {
			st.NameKO = fmt.Sprintf("%s (%d)", st.NameKO, st.CCode)
		}
	}
	for i := range states {
		st := &states[i]
		st.Aliases = slices.DeleteFunc(slices.Clone(st.Aliases), func(text string) bool { return !free(text, st.CCode) })
	}
	for _, m := range source.Members() {
		for _, text := range []string{m.ISO3, m.Abb, m.Name} {
			c := meaningOf(text, m, year)
			if i, ok := at[c]; ok && free(text, c) {
				states[i].Aliases = append(states[i].Aliases, text)
			}
		}
	}
	return ir.NewCodes(states)
}

// meaningOf is the state that a code or name of a member means in a year.
func meaningOf(text string, m source.Member, year ir.Year) ir.CCode {
	system := source.ISO3
	switch text {
	case m.Abb:
		return m.CCode
	case m.Name:
		system = source.Name
	}
	c, _ := source.Resolve(system, text, year)
	return c
}

// stateOf describes a member of a year: as the core does or, where it has no such state,
// by the list of members.
func stateOf(known *ir.Codes, c ir.CCode, since, year ir.Year) ir.State {
	st, ok := known.State(c)
	if !ok {
		m, _ := source.MemberOf(c)
		en, ko := m.Names()
		st = ir.State{CCode: c, ISO: cmp.Or(m.ISO3, m.Abb, fmt.Sprint(int(c))), NameEN: en, NameKO: ko, Aliases: m.Aliases()}
	}
	st.Since = since
	if en, ko, other := source.NamesIn(c, year); other {
		st.Aliases = append(slices.Clone(st.Aliases), st.NameEN, st.NameKO)
		st.NameEN, st.NameKO = en, ko
	}
	return st
}

// territory turns the least distance between two states' territories into that
// between their main territories, where the core does not tell: of the last year
// on record and no other.
func (t *target) territory(m store.Manifest, s source.Series) source.Series {
	stored, ok := m.Table(s.Table)
	if s.Indicator.Name != "distance_minimum" || !ok {
		return s
	}
	year := min(t.until, stored.Last)
	s.Indicator = panel.Indicator{Name: toTerritory, Unit: s.Indicator.Unit, Form: s.Indicator.Form}
	s.Alias = "the least distance between any points of two territories, islands among them, for that between the main ones"
	s.Where = func(c source.Cells) bool {
		if y, ok := c.Number("year"); !ok || ir.Year(y) != year {
			return false
		}
		a, _ := c.Number("ccode1")
		b, _ := c.Number("ccode2")
		_, known := t.base.DyadLatest(toTerritory, ir.Directed{From: ir.CCode(a), To: ir.CCode(b)}, t.until)
		return !known
	}
	return s
}
