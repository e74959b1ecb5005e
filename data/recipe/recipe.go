package recipe

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// Unit is the unit of observation of a panel.
type Unit uint8

// The units. Dyads stand once, the lower number first; directed dyads in both
// orders.
const (
	StateYear Unit = iota
	DyadYear
	DirectedDyadYear
)

var unitNames = []string{"state-year", "dyad-year", "directed-dyad-year"}

// String names the unit.
func (u Unit) String() string { return unitNames[u] }

// Units lists the names of the units.
func Units() []string { return slices.Clone(unitNames) }

// ParseUnit reads the name of a unit.
func ParseUnit(name string) (Unit, bool) {
	i := slices.Index(unitNames, name)
	return Unit(max(i, 0)), i >= 0
}

// System is the list of states that says who is there.
type System uint8

// The systems: the Correlates of War list and that of Gleditsch and Ward.
const (
	COW System = iota
	GW
)

var systemNames = []string{"cow", "gw"}

// String names the system.
func (s System) String() string { return systemNames[s] }

// ParseSystem reads the name of a system.
func ParseSystem(name string) (System, bool) {
	i := slices.Index(systemNames, name)
	return System(max(i, 0)), i >= 0
}

// Relevant is the name of the one filter there is: politically relevant dyads.
const Relevant = "politically-relevant"

// Settings holds the numbers of a panel that a reader could dispute.
type Settings struct {
	// Contiguous is the highest type of contiguity that makes a dyad politically
	// relevant: 1 by land alone, 5 up to 400 miles of sea.
	Contiguous float64 `name:"relevant_contiguity" unit:"type" min:"1" max:"5" default:"5" ref:"lemkereed2001" why:"studies differ in whether sea counts as contiguity; the widest reading loses fewest disputes" en:"highest type of contiguity of politically relevant dyads" ko:"정치적 관련 쌍으로 보는 인접 유형의 상한"`

	// Democratic is the polity2 score from which a state counts as a democracy.
	Democratic float64 `name:"joint_democracy" unit:"score" min:"1" max:"10" default:"6" ref:"marshallgurr2020" why:"the project's own category of democracies begins at 6; studies also use 7 and 1" en:"polity score from which a state counts as democratic" ko:"민주주의로 보는 정체 점수의 하한"`
}

// DefaultSettings are the settings of a recipe that names none.
func DefaultSettings() Settings { return param.Default[Settings]() }

// Addition asks for an entry of the catalogue, and for some of its columns or,
// with none named, for those it gives by default.
type Addition struct {
	Key     string
	Columns []string
}

// ParseAddition reads the form of the command line: key, or key=column+column.
func ParseAddition(text string) Addition {
	key, columns, some := strings.Cut(text, "=")
	a := Addition{Key: strings.TrimSpace(key)}
	if some {
		for _, c := range strings.Split(columns, "+") {
			a.Columns = append(a.Columns, strings.TrimSpace(c))
		}
	}
	return a
}

// Recipe says what a panel is made of. Program and what follows it are those of a
// record: a recipe with data and columns is made of the very same, or refused.
type Recipe struct {
	Unit     Unit
	System   System
	From, To ir.Year // 0 for the first or last year that the list of states has
	// Carry takes the members at the end of the list of states to be members
	// after it.
	Carry    bool
	Add      []Addition
	Filter   string // "" or [Relevant]
	Settings Settings

	Program string
	Data    []Datum
	Columns []string
	Output  *Output
}

// Datum is a stored table that went into a panel.
type Datum struct {
	Dataset, Edition, Table string
	File, SHA256            string // of the published file it was read from
	Verified                bool
}

// Output says what was written.
type Output struct {
	Format  string
	Rows    int64
	Columns int
	SHA256  string
}

// An Error says what is wrong with a recipe and what to do.
type Error struct{ Problem, Remedy string }

func (e *Error) Error() string { return fmt.Sprintf("panel: %s; %s", e.Problem, e.Remedy) }

func wrong(remedy, problem string, args ...any) error {
	return &Error{fmt.Sprintf(problem, args...), remedy}
}

// check holds a recipe to what the catalogue has.
func (r Recipe) check() error {
	if r.From != 0 && r.To != 0 && r.From > r.To {
		return wrong("give the earlier year as the first", "from %d to %d", r.From, r.To)
	}
	switch {
	case r.Filter != "" && r.Filter != Relevant:
		return wrong(yamlfile.Suggest(r.Filter, []string{Relevant}), "filter %q", r.Filter)
	case r.Filter != "" && r.Unit == StateYear:
		return wrong("ask for dyad-year or directed-dyad-year", "%s is about dyads, not states", r.Filter)
	}
	seen := map[string]bool{}
	for _, a := range r.Add {
		if seen[a.Key] {
			return wrong("name it once, with all its columns", "%s is added twice", a.Key)
		}
		seen[a.Key] = true
		if err := r.checkAddition(a); err != nil {
			return err
		}
	}
	return param.Validate(r.Settings)
}

func (r Recipe) checkAddition(a Addition) error {
	e, ok := find(a.Key)
	if !ok {
		return wrong(yamlfile.Suggest(a.Key, keys(r.Unit)), "nothing to add is called %q", a.Key)
	}
	have := e.specs(r.Unit)
	if len(have) == 0 {
		return wrong("it can be added to "+strings.Join(e.units(), " and "), "%s has no columns for a %s", a.Key, r.Unit)
	}
	for _, c := range a.Columns {
		if !slices.ContainsFunc(have, func(s spec) bool { return s.name == c }) {
			return wrong(yamlfile.Suggest(c, names(have)), "%s has no column %q", a.Key, c)
		}
	}
	return nil
}

func names(specs []spec) []string {
	out := make([]string, len(specs))
	for i, s := range specs {
		out[i] = s.name
	}
	return out
}
