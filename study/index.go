package study

import (
	"cmp"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/measure/system"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// The indexes of capability, in the order shown. No conclusion rests on one.
const (
	IndexGDP       = "gdp_current"    // output at market rates
	IndexPPP       = "gdp_ppp"        // output at purchasing power
	IndexNet       = "net_resources"  // output times output per head
	IndexSpending  = "milex_constant" // military spending
	IndexStock     = "milex_stock"    // military capital
	IndexCINC      = "cinc"           // composite of six components
	IndexComposite = "composite"      // weighted distance to the frontier
	IndexOwn       = "own"            // the user's own table
)

// IndexRow is one state under one index.
type IndexRow struct {
	State ir.CCode `json:"ccode"`
	Year  ir.Year  `json:"year"`  // of the oldest figure used
	Value float64  `json:"value"` // in the unit of the index
	Share float64  `json:"share"` // of the powers' sum; 0 for a state that is no power
	Rank  int      `json:"rank"`  // among all states that have a value
}

// PolesAt is how power is spread over the powers in a year.
type PolesAt struct {
	Year          ir.Year      `json:"year"`
	Effective     float64      `json:"effective"`
	Concentration float64      `json:"concentration"`
	FirstShare    float64      `json:"first_share"`
	GapToThird    float64      `json:"gap_to_third"`
	Label         system.Label `json:"label"`
}

// Index is the system under one index of capability.
type Index struct {
	Key  string `json:"index"`
	Unit string `json:"unit"`
	// Rows are every state with a value, largest first.
	Rows []IndexRow `json:"rows"`
	Of   int        `json:"powers_with_value"` // how many powers have a value
	Now  PolesAt    `json:"now"`
	Then PolesAt    `json:"then"` // the first year in which as many powers have a value
	// Movement is how far shares of the powers moved from then to now, 0 to 1.
	Movement float64 `json:"movement"`
	// Ratio is B over A; 0 where either is missing.
	Ratio   float64    `json:"ratio_b_to_a"`
	Missing []ir.CCode `json:"missing,omitempty"` // powers without a value
	// Trail is what the values of the powers rest on. That of a composite names
	// its source alone: [Situation.Composite] goes down to the figures.
	Trail prov.Trail `json:"trail"`
}

// Row returns a state's row.
func (x Index) Row(c ir.CCode) (IndexRow, bool) {
	for _, r := range x.Rows {
		if r.State == c {
			return r, true
		}
	}
	return IndexRow{}, false
}

// amount is a state's value under an index with the year of its oldest figure.
type amount struct {
	value float64
	year  ir.Year
}

// indexes describes the system under every index for which a power has a value.
// Weights are those of the composite.
func (x *Situation) indexes(pair Pair, w capability.Weights) []Index {
	if x.own != nil {
		return []Index{x.index(IndexOwn, pair, w)}
	}
	var out []Index
	for _, key := range []string{IndexGDP, IndexPPP, IndexNet, IndexSpending, IndexStock, IndexCINC, IndexComposite} {
		if one := x.index(key, pair, w); one.Of > 0 {
			out = append(out, one)
		}
	}
	return out
}

func (x *Situation) index(key string, pair Pair, w capability.Weights) Index {
	out := Index{Key: key, Unit: indexUnits[key]}
	values := x.amounts(key, x.Year, w)
	for _, st := range x.s.Codes().All() {
		if v, ok := values[st.CCode]; ok {
			out.Rows = append(out.Rows, IndexRow{State: st.CCode, Year: v.year, Value: v.value})
		}
	}
	slices.SortStableFunc(out.Rows, func(a, b IndexRow) int { return cmp.Compare(b.Value, a.Value) })
	now := x.sharesOf(values, &out.Missing)
	out.Now, out.Of = x.poles(x.Year, now), len(x.Powers)-len(out.Missing)
	for i := range out.Rows {
		out.Rows[i].Rank = i + 1
		if k := slices.Index(x.Powers, out.Rows[i].State); k >= 0 {
			out.Rows[i].Share = now[k]
		}
	}
	x.moved(&out, now, w)
	a, b := values[pair.A], values[pair.B]
	if a.value > 0 {
		out.Ratio = b.value / a.value
	}
	out.Trail = x.trailOf(key)
	return out
}

// indexUnits are the units of the values.
var indexUnits = map[string]string{
	IndexGDP: "US$ current", IndexPPP: "int$ 2011", IndexNet: "US$ squared per head", IndexSpending: "US$ 2021",
	IndexStock: "US$ 2021", IndexCINC: "share of world", IndexComposite: "0 to 100", IndexOwn: "share of the table given",
}

// sharesOf are the powers' parts of their sum, NaN where one has no value.
func (x *Situation) sharesOf(values map[ir.CCode]amount, missing *[]ir.CCode) []float64 {
	shares := make([]float64, len(x.Powers))
	total := 0.0
	for k, p := range x.Powers {
		v, ok := values[p]
		if !ok {
			*missing = append(*missing, p)
			shares[k] = math.NaN()
			continue
		}
		shares[k] = v.value
		total += v.value
	}
	for k := range shares {
		shares[k] /= total
	}
	return shares
}

// known drops the powers without a value.
func known(shares []float64) []float64 {
	return slices.DeleteFunc(slices.Clone(shares), math.IsNaN)
}

func (x *Situation) poles(y ir.Year, shares []float64) PolesAt {
	p := system.Describe(known(shares), x.settings.Poles)
	at := PolesAt{Year: y, Label: p.Label}
	if p.Label != system.Unknown {
		at.Effective, at.Concentration, at.FirstShare, at.GapToThird = p.Effective, p.Concentration, p.FirstShare, p.GapToThird
	}
	return at
}

// moved finds the first year in which as many powers have a value, and how far
// shares moved since.
func (x *Situation) moved(out *Index, now []float64, w capability.Weights) {
	if x.own != nil {
		out.Then = out.Now
		return
	}
	first := x.begins(out.Key)
	if out.Key == IndexStock {
		first += stockYears // before, stock is spending by construction
	}
	for y := first; y < x.Year; y++ {
		var missing []ir.CCode
		values := x.amounts(out.Key, y, w)
		then := x.sharesOf(values, &missing)
		if len(missing) > len(out.Missing) || stale(values, y) {
			continue
		}
		out.Then = x.poles(y, then)
		var a, b []float64
		for k := range now {
			if !math.IsNaN(now[k]) && !math.IsNaN(then[k]) {
				a, b = append(a, then[k]), append(b, now[k])
			}
		}
		if m := system.Movement(a, b); !math.IsNaN(m) {
			out.Movement = m
		}
		return
	}
	out.Then = out.Now
}

// begins is the first year in which a power has the figure that an index is
// not there without, and the year itself where none has.
func (x *Situation) begins(key string) ir.Year {
	of := map[string]string{IndexNet: gdpCurrent, IndexStock: milex, IndexCINC: components[0], IndexComposite: gdpCurrent}
	indicator := cmp.Or(of[key], key)
	first := x.Year
	for _, p := range x.Powers {
		if cells := x.s.Series(indicator, p); len(cells) > 0 {
			first = min(first, cells[0].Year)
		}
	}
	return first
}

// stockYears is how many years of spending make a stock worth comparing.
const stockYears = 15

// stale reports that a value of a year rests on an older figure.
func stale(values map[ir.CCode]amount, y ir.Year) bool {
	for _, v := range values {
		if v.year == y {
			return false
		}
	}
	return true
}

// amounts are the values of all states under an index as of a year.
func (x *Situation) amounts(key string, y ir.Year, w capability.Weights) map[ir.CCode]amount {
	out := map[ir.CCode]amount{}
	if key == IndexComposite {
		for _, c := range capability.Compose(x.s, w, x.codes(), y, x.settings.Evidence) {
			if c.Coverage >= x.settings.Evidence.MinCoverage && !math.IsNaN(c.Score) {
				out[c.State] = amount{c.Score, oldest(c, y)}
			}
		}
		return out
	}
	for _, c := range x.codes() {
		if v, ok := x.amount(key, c, y); ok {
			out[c] = v
		}
	}
	return out
}

func (x *Situation) codes() []ir.CCode {
	all := x.s.Codes().All()
	out := make([]ir.CCode, len(all))
	for i, st := range all {
		out[i] = st.CCode
	}
	return out
}

// oldest is the year of the oldest figure of a composite.
func oldest(c capability.Composite, y ir.Year) ir.Year {
	for _, part := range c.Components {
		for _, in := range part.Ingredients {
			if in.Year != 0 && in.Used > 0 {
				y = min(y, in.Year)
			}
		}
	}
	return y
}

// amount is one state's value under an index that is no composite.
func (x *Situation) amount(key string, c ir.CCode, y ir.Year) (amount, bool) {
	switch key {
	case IndexOwn:
		v, ok := x.own[c]
		return amount{v, y}, ok
	case IndexNet:
		gdp, ok := x.s.Latest(gdpCurrent, c, y)
		pop, also := x.s.At(population, c, gdp.Year)
		return amount{capability.NetResources(gdp.Value, pop.Value), gdp.Year}, ok && also
	case IndexStock:
		last, ok := x.s.Latest(milex, c, y)
		return amount{capability.Stock(capability.Run(x.s.Series(milex, c), last.Year), x.settings.Depreciation), last.Year}, ok
	case IndexCINC:
		return x.cinc(c, y)
	}
	cell, ok := x.s.Latest(key, c, y)
	return amount{cell.Value, cell.Year}, ok
}

// cinc is the composite index from the components of the newest year that has
// world totals.
func (x *Situation) cinc(c ir.CCode, y ir.Year) (amount, bool) {
	total, ok := x.s.Latest(components[0], ir.World, y)
	if !ok {
		return amount{}, false
	}
	own, world := x.profile(c, total.Year), x.profile(ir.World, total.Year)
	v, err := capability.CINCOf(own, world)
	return amount{v, total.Year}, err == nil && !math.IsNaN(v)
}

// components are the six parts of the index, as the core names them.
var components = [...]string{"nmc_milex", "nmc_milper", "nmc_irst", "nmc_pec", "nmc_tpop", "nmc_upop"}

func (x *Situation) profile(c ir.CCode, y ir.Year) capability.Profile {
	p := capability.Profile{State: c}
	for i, to := range []*float64{&p.MilEx, &p.MilPer, &p.IronSteel, &p.Energy, &p.Pop, &p.UrbanPop} {
		*to = math.NaN()
		if cell, ok := x.s.At(components[i], c, y); ok {
			*to = cell.Value
		}
	}
	return p
}

// trailOf is what the values of the powers under an index rest on.
func (x *Situation) trailOf(key string) prov.Trail {
	l := x.ledger()
	for _, c := range x.Powers {
		switch key {
		case IndexNet:
			l.value(gdpCurrent, c)
			l.value(population, c)
		case IndexStock:
			l.value(milex, c)
		case IndexCINC:
			for _, name := range components {
				l.value(name, c)
			}
		case IndexComposite, IndexOwn:
		default:
			l.value(key, c)
		}
	}
	params := []string{"unipole_share", "pole_share"}
	switch key {
	case IndexStock:
		params = append(params, "military_depreciation")
	case IndexComposite:
		params = append(params, "composite_max_age", "composite_min_coverage")
	}
	t := l.trail("index", params...)
	t.Cites = indexCites[key]
	return t
}

var indexCites = map[string][]string{
	IndexNet: {"beckley2018"}, IndexCINC: {"singer1972"}, IndexComposite: {"lowymethodology"},
}
