package claim

import (
	"context"
	"errors"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/transition"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// swing is the share of other states that swing less at a turnover.
func swing(_ context.Context, b *Bench, p *Part) ([]Reading, prov.Trail, error) {
	state, err := b.state(p.Value("state"))
	if err != nil {
		return nil, prov.Trail{}, err
	}
	pair, err := b.pair(p.Values("pair"))
	if err != nil {
		return nil, prov.Trail{}, err
	}
	x, err := b.at(b.Year)
	if err != nil {
		return nil, prov.Trail{}, err
	}
	all, _, err := x.SideTakings(pair, b.Seed)
	if err != nil {
		return nil, prov.Trail{}, err
	}
	var trails []prov.Trail
	readings, err := each(p, func(s []Chosen) (float64, float64, float64, error) {
		var among []ir.CCode
		for _, t := range all {
			if chosen(s, "among") == "all" || t.Between >= b.Coding.Kind {
				among = append(among, t.State)
			}
		}
		series := chosen(s, "series")
		if series == "all" {
			series = ""
		}
		r, ok := x.SwingBy(state, pair, b.Votes, series, among)
		if !ok {
			return absent()
		}
		trails = append(trails, r.Trail)
		below := func(errors float64) float64 {
			less := 0.0
			for _, v := range r.Others {
				if v < r.Pooled*math.Exp(errors*r.Error) {
					less++
				}
			}
			return less / float64(len(r.Others))
		}
		return below(0), below(-normal90), below(normal90), nil
	})
	return readings, prov.Merge("swing", trails...), err
}

// normal90 is how many standard errors either way hold nine in ten of a normal
// distribution.
const normal90 = 1.645

// pacts are the kinds of treaty that count as ties.
var pacts = []string{"defence_pact", "neutrality_pact", "nonaggression_pact", "consultation_pact"}

// kinds are the kinds of ties that a state has with a power in a year.
func (b *Bench) kinds(c, power ir.CCode, year ir.Year, all bool) []string {
	var out []string
	for _, kind := range pacts {
		for _, d := range []ir.Directed{{From: c, To: power}, {From: power, To: c}} {
			if cell, ok := b.Figures.DyadAt(kind, d, year); ok && cell.Value >= 1 && !slices.Contains(out, kind) {
				out = append(out, kind)
			}
		}
	}
	if !all {
		return out
	}
	if v, ok := b.Figures.DyadLatest("troops_hosted", ir.Directed{From: power, To: c}, year); ok && v.Value >= b.Settings.MinTroops {
		out = append(out, "troops")
	}
	to, okTo := b.Figures.DyadLatest("exports", ir.Directed{From: c, To: power}, year)
	from, okFrom := b.Figures.DyadLatest("exports", ir.Directed{From: power, To: c}, year)
	if total, ok := b.Figures.Latest("trade_total", c, year); ok && okTo && okFrom && (to.Value+from.Value)/total.Value >= b.Settings.Network.TradeTie {
		out = append(out, "trade")
	}
	return out
}

// near reports whether a state lies near a power.
func (b *Bench) near(c, power ir.CCode, by string, year ir.Year) bool {
	pair := ir.Directed{From: c, To: power}
	if v, ok := b.Figures.DyadLatest("land_border", pair, year); ok && v.Value >= 1 {
		return true
	}
	if by == "border" {
		return false
	}
	v, ok := b.Figures.DyadLatest("distance_territory", pair, year)
	return ok && v.Value <= b.Coding.Near
}

// hedges is the share of small states near a great power that combine ties.
func hedges(_ context.Context, b *Bench, p *Part) ([]Reading, prov.Trail, error) {
	trail := prov.Trail{Formula: "hedges", Params: []string{"kind_from", "min_troops", "near_power", "trade_tie"}}
	readings, err := each(p, func(s []Chosen) (float64, float64, float64, error) {
		year, ok := b.year(chosen(s, "year"))
		if !ok {
			return absent()
		}
		both, some, t, err := b.combining(year, s)
		if err != nil || some == 0 {
			return math.NaN(), 0, 0, err
		}
		trail = prov.Merge("hedges", trail, t)
		r := transition.Jeffreys(both, some, b.Rule.Level)
		return r.Share, r.Low, r.High, nil
	})
	return readings, trail, err
}

// between is the situation of a year; ok is false for one without figures or
// without two powers to stand between.
func (b *Bench) between(year ir.Year) (x *study.Situation, ok bool, err error) {
	x, err = b.at(year)
	var gap *study.DataError
	if errors.As(err, &gap) {
		err = nil
	}
	return x, err == nil && x != nil && len(x.Powers) >= 2, err
}

// combining counts the small states near a great power in a year, and those of
// them that combine ties.
func (b *Bench) combining(year ir.Year, s []Chosen) (both, some int, trail prov.Trail, err error) {
	x, ok, err := b.between(year)
	if err != nil || !ok {
		return 0, 0, trail, err
	}
	all, trail, err := x.SideTakings(study.Pair{A: x.Powers[0], B: x.Powers[1]}, b.Seed)
	if err != nil {
		return 0, 0, trail, err
	}
	var small []ir.CCode
	for _, state := range all {
		if !state.Power && state.Small >= b.Coding.Kind {
			small = append(small, state.State)
		}
	}
	both, some = b.hedgers(small, x.Powers, year, s)
	return both, some, trail, nil
}

// hedgers counts those of some states that are beside a power, and those of them
// that combine ties.
func (b *Bench) hedgers(states, powers []ir.CCode, year ir.Year, s []Chosen) (both, some int) {
	for _, state := range states {
		beside, combines := b.hedging(state, powers, year, s)
		if beside {
			some++
		}
		if beside && combines {
			both++
		}
	}
	return both, some
}

// hedging says whether a state is near a power, and whether it holds two or more
// kinds of ties with powers of which two are rivals.
func (b *Bench) hedging(c ir.CCode, powers []ir.CCode, year ir.Year, s []Chosen) (beside, combines bool) {
	var kinds []string
	var tied []ir.CCode
	for _, g := range powers {
		beside = beside || b.near(c, g, chosen(s, "near"), year)
		with := b.kinds(c, g, year, chosen(s, "ties") == "all")
		if len(with) > 0 {
			tied = append(tied, g)
		}
		for _, k := range with {
			if !slices.Contains(kinds, k) {
				kinds = append(kinds, k)
			}
		}
	}
	for i, g := range tied {
		for _, h := range tied[i+1:] {
			if v, ok := b.Figures.DyadAt("rivalry", ir.Directed{From: g, To: h}, year); ok && v.Value >= 1 {
				return beside, len(kinds) >= 2
			}
		}
	}
	return beside, false
}

// change is what followed one change of policy of a state.
type change struct {
	state   ir.CCode
	between bool
	by      float64
}

// mistakes compares how far outcomes spread after changes of voting position.
func mistakes(_ context.Context, b *Bench, p *Part) ([]Reading, prov.Trail, error) {
	x, err := b.at(b.Year)
	if err != nil {
		return nil, prov.Trail{}, err
	}
	rows, _ := x.Ranking()
	readings, err := each(p, func(s []Chosen) (float64, float64, float64, error) {
		least, err := number("change", chosen(s, "change"))
		if err != nil {
			return 0, 0, 0, err
		}
		var all []change
		for _, r := range rows {
			in := float64(r.Squeeze.Rank) <= b.Coding.Between*float64(len(rows))
			if chosen(s, "among") == "border" {
				in = slices.ContainsFunc(x.Powers, func(g ir.CCode) bool { return g != r.State && b.near(r.State, g, "border", b.Year) })
			}
			if slices.Contains(x.Powers, r.State) {
				continue
			}
			for _, by := range b.after(r.State, chosen(s, "outcome"), least) {
				all = append(all, change{r.State, in, by})
			}
		}
		return b.spreads(all)
	})
	return readings, prov.Trail{Formula: "mistakes", Params: []string{"between_share"}}, err
}

// after are the changes of an outcome over the five years after each change of a
// state's voting position by so much.
func (b *Bench) after(c ir.CCode, outcome string, least float64) []float64 {
	const span = 5
	indicator := map[string]string{"disputes": "disputes", "battle_deaths": "battle_deaths", "growth": "gdp_growth"}[outcome]
	var out []float64
	cells := b.Figures.Series("ideal_point", c)
	for i := 1; i < len(cells); i++ {
		y := cells[i].Year
		if cells[i-1].Year != y-1 || y+span > b.Year || math.Abs(cells[i].Value-cells[i-1].Value) < least {
			continue
		}
		before, okBefore := b.mean(indicator, c, y-span+1, y)
		later, okLater := b.mean(indicator, c, y+1, y+span)
		if okBefore && okLater {
			if outcome == "battle_deaths" {
				before, later = math.Log1p(before), math.Log1p(later)
			}
			out = append(out, later-before)
		}
	}
	return out
}

// mean is the mean of an indicator over years of which none is missing.
func (b *Bench) mean(indicator string, c ir.CCode, from, to ir.Year) (float64, bool) {
	sum := 0.0
	for y := from; y <= to; y++ {
		cell, ok := b.Figures.At(indicator, c, y)
		if !ok || cell.Kind == prov.Forecast {
			return 0, false
		}
		sum += cell.Value
	}
	return sum / float64(to-from+1), true
}

// spreads is the logarithm of the ratio of two standard deviations, by drawing
// whole states anew.
func (b *Bench) spreads(all []change) (value, low, high float64, err error) {
	var states []ir.CCode
	of := map[ir.CCode][]change{}
	for _, c := range all {
		if _, ok := of[c.state]; !ok {
			states = append(states, c.state)
		}
		of[c.state] = append(of[c.state], c)
	}
	ratio := func(pick []int) float64 {
		var in, out []float64
		for _, i := range pick {
			for _, c := range of[states[i]] {
				if c.between {
					in = append(in, c.by)
				} else {
					out = append(out, c.by)
				}
			}
		}
		r := math.Log(deviation(in) / deviation(out))
		if math.IsInf(r, 0) {
			return math.NaN()
		}
		return r
	}
	value, low, high = b.redraw(len(states), ratio)
	return value, low, high, nil
}

// fewest is how many changes a standard deviation takes.
const fewest = 10

func deviation(values []float64) float64 {
	n := float64(len(values))
	if n < fewest {
		return math.NaN()
	}
	mean, sum := 0.0, 0.0
	for _, v := range values {
		mean += v / n
	}
	for _, v := range values {
		sum += (v - mean) * (v - mean)
	}
	return math.Sqrt(sum / (n - 1))
}
