package recipe

import (
	"context"
	"math"
	"strconv"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/measure/system"
)

var (
	nmcTable       = stateTable{need{"nmc", "state_year"}, "ccode", source.COW, "year"}
	democracyTable = stateTable{need{"democracy", "state_year"}, "ccode", source.COW, "year"}
	idealTable     = stateTable{need{"unga-ideal", "state_year"}, "ccode", source.COW, "year"}
	outputTable    = stateTable{need{"worldbank", "gdp"}, "Country Code", source.ISO3, "Year"}
)

// components are the six indicators, in the order of a [capability.Profile].
var components = []string{"milex", "milper", "irst", "pec", "tpop", "upop"}

// index computes the composite index of every state in the table, of each year
// from all that it lists.
func index(ctx context.Context, l *loader) (*yearly, error) {
	t, err := nmcTable.read(ctx, l, components)
	if err != nil {
		return nil, err
	}
	scores := make([]float64, len(t.a))
	for i := range max(0, len(t.start)-1) {
		lo, hi := t.rows(t.first + ir.Year(i))
		profiles := make([]capability.Profile, hi-lo)
		for r := lo; r < hi; r++ {
			profiles[r-lo] = capability.Profile{
				State: ir.CCode(t.a[r]), MilEx: t.v[0][r], MilPer: t.v[1][r], IronSteel: t.v[2][r],
				Energy: t.v[3][r], Pop: t.v[4][r], UrbanPop: t.v[5][r],
			}
		}
		own, err := capability.CINC(profiles)
		if err != nil {
			return nil, err
		}
		copy(scores[lo:hi], own)
	}
	t.v = [][]float64{scores}
	return t, nil
}

func openIndex(ctx context.Context, l *loader, _ []spec) (filler, error) {
	t, err := index(ctx, l)
	return stateFigures{t}, err
}

// concentration is the Ray-Singer index of the composite index in a year.
type concentration struct{ rows *yearly }

func openConcentration(ctx context.Context, l *loader, _ []spec) (filler, error) {
	t, err := index(ctx, l)
	return concentration{t}, err
}

func (c concentration) fill(y *year, out [][]float64) error {
	lo, hi := c.rows.rows(y.year)
	out[0][0] = math.NaN()
	if hi > lo {
		out[0][0] = system.Concentration(c.rows.v[0][lo:hi])
	}
	return nil
}

// jointly says whether both states of a dyad score as democracies.
type jointly struct {
	rows  *yearly
	least float64
}

func openJointly(ctx context.Context, l *loader, _ []spec) (filler, error) {
	t, err := democracyTable.read(ctx, l, []string{"polity2"})
	return jointly{t, l.settings.Democratic}, err
}

func (d jointly) fill(y *year, out [][]float64) error {
	score := stateValues(y, d.rows)
	for i, a := range score {
		for j, b := range score {
			// A gap on one side is a gap, though the other alone could rule it out.
			out[0][i*y.n+j] = math.NaN()
			if weaker := math.Min(a, b); !math.IsNaN(weaker) {
				out[0][i*y.n+j] = b2f(weaker >= d.least)
			}
		}
	}
	return nil
}

// stateValues spreads the first column over the states of a year.
func stateValues(y *year, t *yearly) []float64 {
	out := make([]float64, y.n)
	missing(out)
	lo, hi := t.rows(y.year)
	for r := lo; r < hi; r++ {
		if i := y.local[t.a[r]]; i >= 0 {
			out[i] = t.v[0][r]
		}
	}
	return out
}

// apartness is the distance of two ideal points.
type apartness struct{ rows *yearly }

func (d apartness) fill(y *year, out [][]float64) error {
	at := stateValues(y, d.rows)
	for i, a := range at {
		for j, b := range at {
			out[0][i*y.n+j] = math.Abs(a - b)
		}
	}
	return nil
}

// openIdeal gives positions and, beside them, their distance.
func openIdeal(ctx context.Context, l *loader, chosen []spec) (filler, error) {
	var out several
	var own []spec
	var at []int
	for k, s := range chosen {
		if s.form == ofState {
			own, at = append(own, s), append(at, k)
			continue
		}
		t, err := idealTable.read(ctx, l, []string{s.column()})
		if err != nil {
			return nil, err
		}
		out = append(out, part{apartness{t}, []int{k}})
	}
	if len(own) > 0 {
		f, err := idealTable.open(ctx, l, own)
		if err != nil {
			return nil, err
		}
		out = append(out, part{f, at})
	}
	return out, nil
}

// million turns the trade data's unit into dollars.
const million = 1e6

// dependence is what a state trades with the other, both ways, over its output.
type dependence struct {
	trade, output *yearly
	second        []bool // of each column: whether it is the second state's
}

func openDependence(ctx context.Context, l *loader, chosen []spec) (filler, error) {
	d := dependence{second: make([]bool, len(chosen))}
	for k, s := range chosen {
		d.second[k] = s.name == "tradedep2"
	}
	var err error
	if d.trade, err = readDyads(ctx, l, tradeNeed, flows[:2]); err != nil {
		return nil, err
	}
	d.output, err = outputTable.read(ctx, l, []string{"Value"})
	return d, err
}

func (d dependence) fill(y *year, out [][]float64) error {
	output := stateValues(y, d.output)
	for k := range out {
		missing(out[k])
	}
	lo, hi := d.trade.rows(y.year)
	for r := lo; r < hi; r++ {
		i, j, ok := y.pair(d.trade.a[r], d.trade.b[r])
		if !ok {
			continue
		}
		both := (d.trade.v[0][r] + d.trade.v[1][r]) * million
		for k, second := range d.second {
			of, other := i, j
			if second {
				of, other = j, i
			}
			out[k][i*y.n+j], out[k][j*y.n+i] = both/output[of], both/output[other]
		}
	}
	return nil
}

// numbering gives the numbers of states in the other system.
type numbering struct {
	system System
	gw     *members // the list of Gleditsch and Ward; nil in a panel that follows it
}

var gwNeed = need{"gleditsch-ward", "states"}

func openNumbering(ctx context.Context, l *loader, _ []spec) (filler, error) {
	if l.world.system == GW {
		return numbering{system: GW}, nil
	}
	t, err := l.table(gwNeed)
	if err != nil {
		return nil, err
	}
	defer func() { _ = t.Close() }()
	list, err := gwMembers(ctx, t, false)
	return numbering{COW, list}, err
}

func (c numbering) fill(y *year, out [][]float64) error {
	missing(out[0])
	if c.system == GW {
		for i, code := range y.cow {
			if code != 0 {
				out[0][i] = float64(code)
			}
		}
		return nil
	}
	for _, s := range c.gw.list {
		if !s.in(y.year) {
			continue
		}
		code, verdict := source.Resolve(source.GW, strconv.Itoa(int(s.code)), y.year)
		if verdict != source.Matched || int(code) > biggest {
			continue
		}
		if i := y.local[code]; i >= 0 {
			out[0][i] = float64(s.code)
		}
	}
	return nil
}
