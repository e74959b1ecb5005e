package claim

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/measure/transition"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// computers are the studies that are built. A study that is named and not here
// answers undetermined.
var computers = map[string]computer{
	"attempts":        attempts,
	"case-lists":      caseLists,
	"client":          client,
	"contrast":        contrast,
	"hedges":          hedges,
	"indicator":       indicator,
	"leverage":        leverage,
	"mistakes":        mistakes,
	"overtaking":      overtaking,
	"parity-pressure": pressure,
	"pivots":          pivots,
	"poles":           poles,
	"rank":            rank,
	"reach":           reach,
	"replay":          replay,
	"strategies":      strategies,
	"swing":           swing,
	"worth":           worth,
	"zones":           zones,
}

func caseLists(_ context.Context, b *Bench, p *Part) ([]Reading, prov.Trail, error) {
	var trail prov.Trail
	trail.Formula = "case_lists"
	lists := CaseLists()
	readings, err := each(p, func(s []Chosen) (float64, float64, float64, error) {
		i := slices.IndexFunc(lists, func(l transition.CaseList) bool { return l.Key == chosen(s, "list") })
		r := lists[i].Rate(b.Rule.Level)
		if !slices.Contains(trail.Cites, lists[i].Cite) {
			trail.Cites = append(trail.Cites, lists[i].Cite)
		}
		return r.Share, r.Low, r.High, nil
	})
	return readings, trail, err
}

// rank is the share of the other states that rank higher.
func rank(_ context.Context, b *Bench, p *Part) ([]Reading, prov.Trail, error) {
	state, err := b.state(p.Value("state"))
	if err != nil {
		return nil, prov.Trail{}, err
	}
	var trails []prov.Trail
	places := map[ir.Year]study.Position{}
	readings, err := each(p, func(s []Chosen) (float64, float64, float64, error) {
		year, ok := b.year(chosen(s, "year"))
		if !ok {
			return absent()
		}
		position, ok := places[year]
		if !ok {
			x, err := b.at(year)
			if err != nil {
				return absent()
			}
			if position, err = x.Position(state); err != nil {
				return 0, 0, 0, err
			}
			places[year] = position
			trails = append(trails, position.Squeeze.Trail)
		}
		row, _ := position.Row(state)
		standing := map[string]study.Standing{"squeeze": row.Squeeze, "total": row.Total, "tightness": row.Tightness}[chosen(s, "reading")]
		others := float64(len(position.Rows) - 1)
		above := func(rank int) float64 { return float64(rank-1) / others }
		return above(standing.Rank), above(standing.Q05), above(standing.Q95), nil
	})
	return readings, prov.Merge("rank", trails...), err
}

// asia are the states of the Asia Power Index of 2020 that the program covers.
var asia = []string{
	"AUS", "BGD", "BRN", "KHM", "CHN", "IND", "IDN", "JPN", "LAO", "MYS", "MNG", "MMR", "NPL", "NZL", "PRK", "PAK", "PHL", "RUS",
	"SGP", "KOR", "LKA", "TWN", "THA", "USA", "VNM",
}

func poles(_ context.Context, b *Bench, p *Part) ([]Reading, prov.Trail, error) {
	pair, err := b.pair(p.Values("pair"))
	if err != nil {
		return nil, prov.Trail{}, err
	}
	members, err := b.states(asia)
	if err != nil {
		return nil, prov.Trail{}, err
	}
	russia, err := b.state("RUS")
	if err != nil {
		return nil, prov.Trail{}, err
	}
	x, err := b.at(b.Year)
	if err != nil {
		return nil, prov.Trail{}, err
	}
	var trails []prov.Trail
	var views []map[string]study.Index // one a preset of weights, which only the composite knows
	for _, w := range capability.Presets() {
		view := map[string]study.Index{}
		for _, i := range x.Structure(pair.B, pair, study.Looking{Weights: w, Seed: b.Seed}).Indexes {
			view[i.Key] = i
			trails = append(trails, i.Trail)
		}
		views = append(views, view)
	}
	readings, err := each(p, func(s []Chosen) (float64, float64, float64, error) {
		without := ir.World
		if chosen(s, "members") == "without-russia" {
			without = russia
		}
		var all []float64
		for _, view := range views {
			second, third, ok := standing(view[chosen(s, "index")], members, without, pair)
			switch {
			case !ok:
				return absent()
			case p.Value("figure") == "second":
				all = append(all, second)
			default:
				all = append(all, third)
			}
		}
		return all[0], slices.Min(all), slices.Max(all), nil
	})
	return readings, prov.Merge("poles", trails...), err
}

// standing is the weaker of a pair, and the largest of the others, over the
// strongest of all members but one.
func standing(x study.Index, members []ir.CCode, without ir.CCode, pair study.Pair) (second, third float64, ok bool) {
	a, okA := x.Row(pair.A)
	c, okB := x.Row(pair.B)
	if !okA || !okB {
		return 0, 0, false
	}
	most := math.Max(a.Value, c.Value)
	other := 0.0
	for _, r := range x.Rows {
		if slices.Contains(members, r.State) && r.State != without && r.State != pair.A && r.State != pair.B {
			other = math.Max(other, r.Value)
		}
	}
	most = math.Max(most, other)
	return math.Min(a.Value, c.Value) / most, other / most, most > 0 && other > 0
}

func overtaking(_ context.Context, b *Bench, p *Part) ([]Reading, prov.Trail, error) {
	pair, err := b.pair(p.Values("pair"))
	if err != nil {
		return nil, prov.Trail{}, err
	}
	from, errFrom := number("from", p.Value("from"))
	to, errTo := number("to", p.Value("to"))
	if errFrom != nil || errTo != nil || from > to {
		return nil, prov.Trail{}, fmt.Errorf("claim: from %s to %s is no span of years", p.Value("from"), p.Value("to"))
	}
	trail := prov.Trail{Formula: "overtaking", Cites: []string{"pritchett2014"}}
	series := map[string]transition.Regime{}
	for _, name := range study.Regimes {
		a, figuresA := b.series(name, pair.A)
		c, figuresB := b.series(name, pair.B)
		series[name] = transition.Regime{Name: name, A: a, B: c}
		trail.Figures = append(append(trail.Figures, figuresA...), figuresB...)
	}
	readings, err := each(p, func(s []Chosen) (float64, float64, float64, error) {
		window, err := strconv.Atoi(chosen(s, "window"))
		if err != nil {
			return 0, 0, 0, err
		}
		r := series[chosen(s, "regime")]
		fan, err := transition.Project([]transition.Regime{r}, transition.Run{
			Settings: b.Settings.Transition, Vintage: b.Year, Seed: b.Seed, Windows: []int{window},
		})
		if err != nil {
			return absent() // the record is too short or too old for this window
		}
		i := slices.IndexFunc(fan.ByFading, func(f transition.Spread) bool { return f.Name == chosen(s, "fading") })
		if i < 0 || fan.ByFading[i].Draws == 0 {
			return absent()
		}
		p := fan.ByFading[i].Overtaking
		share := p.By(ir.Year(to)) - math.Max(p.By(ir.Year(from)-1), p.Past)
		half := normal90 * math.Sqrt(share*(1-share)/float64(fan.ByFading[i].Draws))
		return share, share - half, share + half, nil
	})
	return readings, trail, err
}

// series is a state's output up to the year of the bench, forecasts left out.
func (b *Bench) series(indicator string, c ir.CCode) (transition.Series, []prov.Figure) {
	var years []ir.Year
	var values []float64
	var last []prov.Figure
	for _, cell := range b.Figures.Series(indicator, c) {
		if cell.Year <= b.Year && cell.Kind != prov.Forecast {
			years, values = append(years, cell.Year), append(values, cell.Value)
			last = []prov.Figure{b.Figures.Figure(indicator, c, cell)}
		}
	}
	s, err := transition.NewSeries(years, values)
	if err != nil {
		return transition.Series{}, nil
	}
	return s, last
}

// contrast sets two states side by side.
func contrast(_ context.Context, b *Bench, p *Part) ([]Reading, prov.Trail, error) {
	two, err := b.states([]string{p.Value("state"), p.Value("other")})
	if err != nil {
		return nil, prov.Trail{}, err
	}
	var trails []prov.Trail
	readings, err := each(p, func(s []Chosen) (float64, float64, float64, error) {
		year, ok := b.year(chosen(s, "year"))
		if !ok {
			return absent()
		}
		x, err := b.at(year)
		if err != nil {
			return absent()
		}
		pair, err := x.PairOf(two[0])
		if err != nil {
			return 0, 0, 0, err
		}
		if p.Value("figure") == "closer" {
			v, without, ok := x.Closer(two[0], two[1], pair)
			if !ok {
				return absent()
			}
			return v, slices.Min(append(without, v)), slices.Max(append(without, v)), nil
		}
		cut, err := number("cut", chosen(s, "cut"))
		if err != nil {
			return 0, 0, 0, err
		}
		c := x.Contrast(two[0], two[1], pair)
		trails = append(trails, c.Trail)
		return differing(c, p.Values("dimensions"), cut)
	})
	return readings, prov.Merge("contrast", trails...), err
}

// differing is the share of dimensions on which two states lie at least so many
// spreads apart, with its range over leaving out each of them.
func differing(c study.Contrast, dimensions []string, cut float64) (value, low, high float64, err error) {
	known, apart := 0.0, 0.0
	for _, d := range c.Dimensions {
		if !d.Known || len(dimensions) > 0 && !slices.Contains(dimensions, d.Key) {
			continue
		}
		known++
		if math.Abs(d.Gap) >= cut {
			apart++
		}
	}
	if known < 2 {
		return absent()
	}
	low, high = apart/known, apart/known
	if apart > 0 {
		low = (apart - 1) / (known - 1)
	}
	if apart < known {
		high = apart / (known - 1)
	}
	return apart / known, low, high, nil
}
