package study

import (
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/alignment"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Contrast sets two states side by side, dimension by dimension. Leaning and trade
// are with the powers of the first state's pair.
type Contrast struct {
	State      ir.CCode     `json:"ccode"`
	Other      ir.CCode     `json:"other"`
	Year       ir.Year      `json:"year"`
	Pair       Pair         `json:"pair"`
	Dimensions []Contrasted `json:"dimensions"`
	// Apart is how far the two lie apart over the themes, in spreads.
	Apart float64 `json:"apart"`
	// Closer is how many of the other states lie closer to the first.
	Closer int        `json:"closer"`
	Among  int        `json:"among"`
	Trail  prov.Trail `json:"trail"`
}

// Contrasted is one dimension of a contrast.
type Contrasted struct {
	Key     string  `json:"dimension"`
	Theme   string  `json:"theme"`
	Unit    string  `json:"unit"`
	Ratio   bool    `json:"as_ratio"` // compared on a logarithmic scale
	Value   float64 `json:"value"`
	Other   float64 `json:"other"`
	Year    ir.Year `json:"year"`
	OtherAs ir.Year `json:"other_year"`
	Median  float64 `json:"median"` // of all states with a figure
	// Spread is that of the states about their median: of logarithms where compared
	// as ratios.
	Spread float64 `json:"spread"`
	States int     `json:"states"`
	// Gap is by how many spreads the first state lies above the second, and Verdict
	// what that amounts to.
	Gap     float64         `json:"gap"`
	Verdict alignment.Level `json:"verdict"`
	// Known says whether there are figures of both and a spread to measure by; Has
	// and OtherHas which figures there are.
	Known    bool `json:"known"`
	Has      bool `json:"has"`
	OtherHas bool `json:"other_has"`
}

// Comparator is a state near another, with the reason.
type Comparator struct {
	State  ir.CCode `json:"ccode"`
	Apart  float64  `json:"apart"` // in spreads
	Shared int      `json:"dimensions"`
	// Like are the themes in which the two are closest and Unlike those in which
	// they are furthest apart.
	Like   []string `json:"like"`
	Unlike []string `json:"unlike"`
}

// Comparators are the states nearest to one.
type Comparators struct {
	State  ir.CCode     `json:"ccode"`
	Year   ir.Year      `json:"year"`
	Pair   Pair         `json:"pair"`
	Of     int          `json:"dimensions"` // known of the state
	States []Comparator `json:"states"`     // nearest first
	Trail  prov.Trail   `json:"trail"`
}

// viewed are the aspects of all states, ready for comparing.
type viewed struct {
	aspects []aspect
	states  []ir.CCode
	values  [][]float64 // aspect x state, as compared
	raw     [][]float64
	years   [][]ir.Year
	scales  []alignment.Scale
	scaled  []bool
}

func (x *Situation) view(pair Pair) *viewed {
	out := &viewed{aspects: aspects(), states: x.codes()}
	v := &viewer{x: x, pair: pair, rows: map[ir.CCode]PositionRow{}, l: x.aside()}
	for _, r := range x.rows() {
		v.rows[r.State] = r
	}
	for _, a := range out.aspects {
		raw, years := make([]float64, len(out.states)), make([]ir.Year, len(out.states))
		values := make([]float64, len(out.states))
		for i, c := range out.states {
			raw[i], years[i] = a.of(v, c)
			values[i] = raw[i]
			if a.log {
				values[i] = math.Log(raw[i])
			}
			if math.IsInf(values[i], 0) {
				values[i] = math.NaN()
			}
		}
		scale, ok := alignment.ScaleOf(slices.Clone(values))
		out.raw, out.years, out.values = append(out.raw, raw), append(out.years, years), append(out.values, values)
		out.scales, out.scaled = append(out.scales, scale), append(out.scaled, ok)
	}
	return out
}

// gap is by how many spreads one state lies above another, NaN where that is not
// known.
func (v *viewed) gap(aspect, i, k int) float64 {
	if !v.scaled[aspect] {
		return math.NaN()
	}
	return v.scales[aspect].Gap(v.values[aspect][i], v.values[aspect][k])
}

// themes lists the gaps of two states by theme, in the order of the aspects.
func (v *viewed) themes(i, k int) (names []string, gaps [][]float64, known int) {
	for n, a := range v.aspects {
		if len(names) == 0 || names[len(names)-1] != a.theme {
			names, gaps = append(names, a.theme), append(gaps, nil)
		}
		g := v.gap(n, i, k)
		if !math.IsNaN(g) {
			known++
		}
		gaps[len(gaps)-1] = append(gaps[len(gaps)-1], g)
	}
	return names, gaps, known
}

// known is how many dimensions there are of one state.
func (v *viewed) known(i int) int {
	_, _, n := v.themes(i, i)
	return n
}

// Contrast compares two states; a state cannot be compared with itself.
func (x *Situation) Contrast(state, other ir.CCode, pair Pair) Contrast {
	v := x.view(pair)
	i, k := slices.Index(v.states, state), slices.Index(v.states, other)
	out := Contrast{State: state, Other: other, Year: x.Year, Pair: pair}
	for n, a := range v.aspects {
		d := Contrasted{Key: a.key, Theme: a.theme, Unit: a.unit, Ratio: a.log, Median: v.scales[n].Median}
		if v.scaled[n] {
			d.Spread = v.scales[n].Spread
		}
		for _, value := range v.values[n] {
			if !math.IsNaN(value) {
				d.States++
			}
		}
		if a.log {
			d.Median = math.Exp(d.Median)
		}
		if math.IsNaN(d.Median) {
			d.Median = 0
		}
		if d.Has = !math.IsNaN(v.raw[n][i]); d.Has {
			d.Value, d.Year = v.raw[n][i], v.years[n][i]
		}
		if d.OtherHas = !math.IsNaN(v.raw[n][k]); d.OtherHas {
			d.Other, d.OtherAs = v.raw[n][k], v.years[n][k]
		}
		if gap := v.gap(n, i, k); !math.IsNaN(gap) {
			d.Gap, d.Known, d.Verdict = gap, true, x.settings.Contrast.Level(gap)
		}
		out.Dimensions = append(out.Dimensions, d)
	}
	near := x.nearest(v, i)
	out.Among = len(near)
	for at, c := range near {
		if c.State == other {
			out.Apart, out.Closer = c.Apart, at
		}
	}
	out.Trail = x.contrastTrail(pair, v.aspects, state, other)
	return out
}

// contrastTrail notes the figures of the states compared.
func (x *Situation) contrastTrail(pair Pair, all []aspect, states ...ir.CCode) prov.Trail {
	l := x.ledger()
	v := &viewer{x: x, pair: pair, rows: map[ir.CCode]PositionRow{}, l: l}
	for _, a := range all {
		for _, c := range states {
			a.of(v, c)
		}
	}
	return l.trail("contrast", "contrast_alike", "contrast_much", "contrast_far")
}

// leastShared is the least part of a state's dimensions that a comparator must
// share.
const leastShared = 2.0 / 3

// nearest lists the states that share enough dimensions with one, nearest first.
func (x *Situation) nearest(v *viewed, i int) []Comparator {
	var out []Comparator
	for k, c := range v.states {
		names, gaps, shared := v.themes(i, k)
		if k == i || float64(shared) < leastShared*float64(v.known(i)) {
			continue
		}
		apart, ok := x.settings.Contrast.Apart(gaps)
		if !ok {
			continue
		}
		m := Comparator{State: c, Apart: apart, Shared: shared}
		m.Like, m.Unlike = x.reasons(names, gaps)
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(a, b Comparator) int { return -descending(a.Apart, b.Apart) })
	return out
}

// reasons are the themes in which two states are alike, the most first, at most
// three, and those, at most two, in which they are not.
func (x *Situation) reasons(names []string, gaps [][]float64) (like, unlike []string) {
	const most, fewest = 3, 2
	set := x.settings.Contrast
	size := map[string]float64{}
	var known []string
	for t, name := range names {
		if v, ok := set.Apart(gaps[t : t+1]); ok {
			size[name] = v
			known = append(known, name)
		}
	}
	slices.SortStableFunc(known, func(a, b string) int { return -descending(size[a], size[b]) })
	for _, name := range known {
		if size[name] <= 1 && len(like) < most {
			like = append(like, name)
		}
	}
	slices.Reverse(known)
	for _, name := range known {
		if size[name] > 1 && len(unlike) < fewest {
			unlike = append(unlike, name)
		}
	}
	return like, unlike
}

// Comparators lists the states nearest to one, at most so many.
func (x *Situation) Comparators(state ir.CCode, pair Pair, most int) Comparators {
	v := x.view(pair)
	i := slices.Index(v.states, state)
	out := Comparators{State: state, Year: x.Year, Pair: pair, Of: v.known(i)}
	all := x.nearest(v, i)
	out.States = all[:min(most, len(all))]
	shown := []ir.CCode{state}
	for _, c := range out.States {
		shown = append(shown, c.State)
	}
	out.Trail = x.contrastTrail(pair, v.aspects, shown...)
	return out
}
