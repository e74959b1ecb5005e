package study

import (
	"cmp"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Looking says how the structure is looked at: the weights of the composite
// index and the seed of the draws.
type Looking struct {
	Weights capability.Weights
	Seed    uint64
}

// Structure returns the shares of the powers, of the state and of its rivals,
// their course over the years on record, how B has moved against A, the system
// under every index, when one may overtake another, and what both can bring to
// bear at the state.
func (x *Situation) Structure(state ir.CCode, pair Pair, look Looking) Structure {
	out := Structure{Year: x.Year, Pair: pair}
	for _, st := range x.around(state) {
		p := PowerShare{State: st}
		p.GDP, _, p.HasGDP = capability.LatestShare(x.s, gdpCurrent, st, x.Year)
		p.Milex, _, p.HasMilex = capability.LatestShare(x.s, milex, st, x.Year)
		out.Shares = append(out.Shares, p)
		out.GDP = append(out.GDP, x.trend(gdpCurrent, st))
		out.Milex = append(out.Milex, x.trend(milex, st))
	}
	slices.SortStableFunc(out.Shares, func(a, b PowerShare) int { return cmp.Compare(b.Milex.Value, a.Milex.Value) })
	out.GDPRatioThen, out.GDPRatio, out.GDPSince = x.ratio(gdpCurrent, pair)
	out.MilexRatioThen, out.MilexRatio, out.MilexSince = x.ratio(milex, pair)
	out.Indexes = x.indexes(pair, look.Weights)
	if x.own == nil {
		for _, p := range x.contenders(pair) {
			if t, ok := x.Transition(p.A, p.B, look.Seed); ok {
				out.Transitions = append(out.Transitions, t)
			}
		}
		out.WarRate = WarRates()
	}
	if c, ok := x.Contest(state, pair); ok {
		out.Contest = &c
	}
	return out
}

// contenders are the pair of the state and, where it is another, that of the two
// largest economies.
func (x *Situation) contenders(pair Pair) []Pair {
	leaders := slices.Clone(x.Powers)
	gdp := func(c ir.CCode) float64 {
		cell, _ := x.s.Latest(gdpCurrent, c, x.Year)
		return cell.Value
	}
	slices.SortStableFunc(leaders, func(a, b ir.CCode) int { return cmp.Compare(gdp(b), gdp(a)) })
	out := []Pair{pair}
	if len(leaders) > 1 {
		top := Pair{leaders[0], leaders[1]}
		if top != pair && top != (Pair{pair.B, pair.A}) {
			out = append(out, top)
		}
	}
	return out
}

// around is the powers, the state itself, and its rivals.
func (x *Situation) around(state ir.CCode) []ir.CCode {
	list := slices.Clone(x.Powers)
	l := x.aside()
	for _, st := range x.s.Codes().All() {
		c := st.CCode
		if !slices.Contains(list, c) && (c == state || relation(l, c, state) == Rival) {
			list = append(list, c)
		}
	}
	return list
}

func (x *Situation) trend(indicator string, state ir.CCode) Trend {
	t := Trend{State: state}
	var trails []prov.Trail
	for _, c := range x.s.Series(indicator, state) {
		if c.Year > x.Year || c.Kind == prov.Forecast {
			continue
		}
		if n, ok := capability.ShareOf(x.s, indicator, state, c); ok {
			t.Points = append(t.Points, TrendPoint{c.Year, n.Value, n.Low, n.High})
			trails = append(trails, n.Trail)
		}
	}
	t.Source = prov.Merge("share", trails...).SourceKeys()
	return t
}

// ratio is B's figure over A's in the first and the last year that both have.
func (x *Situation) ratio(indicator string, pair Pair) (then, now prov.Number, since ir.Year) {
	for _, b := range x.s.Series(indicator, pair.B) {
		a, ok := x.s.At(indicator, pair.A, b.Year)
		if !ok || b.Year > x.Year || b.Kind == prov.Forecast || a.Value <= 0 {
			continue
		}
		n := prov.Number{
			Value: b.Value / a.Value, Low: b.Low / a.High, High: b.High / a.Low, Unit: "ratio",
			Trail: prov.Trail{Formula: "ratio", Figures: []prov.Figure{
				x.s.Figure(indicator, pair.A, a), x.s.Figure(indicator, pair.B, b),
			}},
		}
		if since == 0 {
			then, since = n, b.Year
		}
		now = n
	}
	return then, now, since
}
