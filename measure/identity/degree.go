package identity

import "math"

// The kinds of state, as keys.
const (
	GreatPower     = "great_power"
	MiddlePower    = "middle_power"
	SmallState     = "small_state"
	InBetween      = "in_between"
	TradingState   = "trading_state"
	DividedNation  = "divided_nation"
	NuclearOwn     = "nuclear_own"
	NuclearHost    = "nuclear_host"
	NuclearGuard   = "nuclear_guarantee"
	Island         = "island"
	Landlocked     = "landlocked"
	FrontLineAlly  = "front_line_ally"
	EnergyImporter = "energy_importer"
	Democracy      = "democracy"
)

// Degree is how far a state is of one kind. Value is in [0, 1], or NaN where OK
// is false because a fact in Missing is not known. Why lists every fact the rule
// looked at, missing ones as NaN.
type Degree struct {
	Key     string
	Value   float64
	OK      bool
	Why     []Input
	Missing []string
}

// Degrees applies every rule to the facts of one state, in the order of [Keys].
//
// Great, middle and small share one scale, the larger of the shares of world
// output and of world military spending, and sum to 1: a middle power is what is
// neither great nor small, which is the positional reading of the term
// [holbraad1984, carr2014]. A front-line ally has a patron and stands near a
// rival of it or a state bound to that rival. The other rules are a single [Ramp] or a yes or no.
func Degrees(f Facts, r Rules) []Degree {
	s := math.Max(f.GDPShare, f.MilexShare) // NaN if either is
	great, small := Ramp(s, r.GreatNone, r.GreatFull), Ramp(s, r.SmallNone, r.SmallFull)
	front := Ramp(f.Front, r.FrontNone, r.FrontFull)
	if f.Patron == 0 {
		front = 0
	}
	one := func(key string, v float64, name string, fact float64, unit string) Degree {
		return degree(key, v, Input{name, fact, unit})
	}
	return []Degree{
		degree(GreatPower, great, f.size()...),
		degree(MiddlePower, (1-great)*(1-small), f.size()...),
		degree(SmallState, small, f.size()...),
		one(InBetween, Ramp(f.Tightness, r.CaughtNone, r.CaughtFull), "tightness", f.Tightness, ""),
		one(TradingState, Ramp(f.Trade, r.TradingNone, r.TradingFull), "trade", f.Trade, "share of GDP"),
		one(DividedNation, f.Divided, "divided", f.Divided, "0 or 1"),
		one(NuclearOwn, Ramp(f.Warheads, 0, r.NuclearFull), "warheads", f.Warheads, "warheads"),
		one(NuclearHost, f.Hosting, "hosting", f.Hosting, "0 or 1"),
		one(NuclearGuard, f.Guaranteed, "guaranteed", f.Guaranteed, "0 or 1"),
		one(Island, Ramp(f.LandNeighbours, r.IslandNone, 0), "land_neighbours", f.LandNeighbours, "states"),
		one(Landlocked, f.Landlocked, "landlocked", f.Landlocked, "0 or 1"),
		degree(FrontLineAlly, front, f.front()...),
		one(EnergyImporter, Ramp(f.EnergyImports, r.EnergyNone, r.EnergyFull), "energy_imports", f.EnergyImports, "% of energy use"),
		one(Democracy, Ramp(f.Polyarchy, r.PolyarchyNone, r.PolyarchyFull), "polyarchy", f.Polyarchy, "index"),
	}
}

// degree closes a rule: with a fact missing there is no degree.
func degree(key string, v float64, why ...Input) Degree {
	d := Degree{Key: key, Value: v, OK: true, Why: why}
	for _, in := range why {
		if math.IsNaN(in.Value) {
			d.Missing = append(d.Missing, in.Name)
			d.Value, d.OK = math.NaN(), false
		}
	}
	return d
}

// Find returns the degree of one kind; ok is false where it is missing or the
// key is not among them.
func Find(ds []Degree, key string) (v float64, ok bool) {
	for _, d := range ds {
		if d.Key == key {
			return d.Value, d.OK
		}
	}
	return math.NaN(), false
}
