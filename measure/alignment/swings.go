package alignment

import (
	"math"

	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Verdict says what a swing amounts to.
type Verdict string

// The verdicts. It is undetermined where the range of the percentile over the
// settings spans the middle, where states do not differ beyond chance, and where
// the turnovers on record are too few to be sure.
const (
	Swings       Verdict = "swings"
	Steadier     Verdict = "steadier"
	Undetermined Verdict = "undetermined"
)

// middle is the percentile of the state in the middle.
const middle = 50

// Swing is how far a state changes its alignment when its leader changes, beyond
// what it does in other years, and where that puts it among states.
type Swing struct {
	// Percentile is the share of other states that swing less, in percent, with its
	// range over the settings.
	Percentile Interval
	Verdict    Verdict
	// Own is how many times as far the state moved in a year of turnover as in
	// another, from its own record alone; Pooled is that drawn towards Usual, which
	// is what is usual among states. Error is the standard error of the logarithm of
	// Pooled, and Spread the standard deviation of that of states, 0 where they do
	// not differ beyond chance.
	Own, Pooled, Usual, Error, Spread float64
	// Above is the chance that the state swings more than is usual, given the few
	// turnovers on record; a half where states do not differ.
	Above float64
	// Field are the states compared, by their place among the series, and Among what
	// Pooled is of each.
	Field []int
	Among []float64
	// Parts are the series it rests on, in the order given.
	Parts    []SwingPart
	States   int // compared at the default setting
	Settings int // over which the range goes
	Passed   int // settings in which the state could not be compared
}

// SwingPart is one series of a swing: the changes in years of turnover and in
// others, and the ratio of their means. Used is false where there are too few.
type SwingPart struct {
	Key              string
	Turnovers, Other int
	Ratio            float64
	Used             bool
}

// swingSetting is one combination of what is disputable.
type swingSetting struct {
	Swinging
	common  bool
	form    Form
	without int // a series left out; -1 for none
}

// swingSettings crosses the disputable choices, the default first: the window and
// how far series err together at their ends and defaults, what is common to states
// taken out or not, either form, and each series left out where others remain.
func swingSettings(set Swinging, series int) []swingSetting {
	out := []swingSetting{{set, true, Ratio, -1}}
	outs := []int{-1}
	if series > 1 {
		for k := range series {
			outs = append(outs, k)
		}
	}
	for _, window := range levels("turnover_window") {
		for _, together := range levels("series_together") {
			for _, common := range []bool{true, false} {
				for _, form := range []Form{Ratio, Rank} {
					for _, without := range outs {
						s := swingSetting{set, common, form, without}
						s.Window, s.Together = window, together
						out = append(out, s)
					}
				}
			}
		}
	}
	return out
}

// levels are a parameter's least value, its default and its largest.
func levels(name string) []float64 {
	for _, f := range param.Fields(Swinging{}) {
		if f.Name == name {
			return []float64{f.Min, f.Default, f.Max}
		}
	}
	return nil
}

// SwingOf computes the swing of one state among those of the series. Entries are,
// by state and year, how many leaders entered office, NaN where that is not known.
// States whose record has too few years of either kind are left out; so may the
// state itself be, and then ok is false.
//
// That a change of leader can change a foreign policy is the finding of
// [mattes2015] and [smith2016] on votes; the measure is ours.
func SwingOf(series []Course, entries [][]float64, state int, set Swinging) (out Swing, ok bool) {
	for i, s := range swingSettings(set, len(series)) {
		r := swingsIn(series, entries, s)
		at, found := r.at(state)
		if i == 0 {
			if !found || len(r.states) < leastStates {
				return Swing{}, false
			}
			out = r.swing(at)
			out.Parts = r.parts(series, entries, state, s)
			continue
		}
		out.Settings++
		if !found {
			out.Passed++
			continue
		}
		out.Percentile.widen(r.percentile(at))
	}
	out.Verdict = out.verdict(set.Sure)
	return out, true
}

func (s Swing) verdict(sure float64) Verdict {
	switch {
	case s.Percentile.Low > middle && s.Above >= sure:
		return Swings
	case s.Percentile.High < middle && 1-s.Above >= sure:
		return Steadier
	}
	return Undetermined
}

// comparison is the pooled effects of states under one setting.
type comparison struct {
	states               []int
	estimates, variances []float64
	pooled               Pooled
}

func (c *comparison) at(state int) (int, bool) {
	for i, s := range c.states {
		if s == state {
			return i, true
		}
	}
	return 0, false
}

// percentile is that of the pooled effect. Where states do not differ beyond chance
// it is by the order in which their effects part as soon as they do.
func (c *comparison) percentile(at int) float64 {
	if c.pooled.Spread > 0 {
		return Percentile(c.pooled.Effects, at)
	}
	order := make([]float64, len(c.estimates))
	for i, y := range c.estimates {
		order[i] = (y - c.pooled.Mean) / c.variances[i]
	}
	return Percentile(order, at)
}

func (c *comparison) swing(at int) Swing {
	p := c.percentile(at)
	out := Swing{
		Percentile: Interval{p, p, p}, States: len(c.states), Above: 0.5,
		Own: math.Exp(c.estimates[at]), Pooled: math.Exp(c.pooled.Effects[at]), Usual: math.Exp(c.pooled.Mean),
		Error: c.pooled.Errors[at], Spread: c.pooled.Spread, Field: c.states,
	}
	for _, effect := range c.pooled.Effects {
		out.Among = append(out.Among, math.Exp(effect))
	}
	if out.Error > 0 {
		out.Above = math.Erfc((c.pooled.Mean-c.pooled.Effects[at])/(out.Error*math.Sqrt2)) / 2
	}
	return out
}

// swingsIn estimates and pools the excess of every state under one setting.
func swingsIn(series []Course, entries [][]float64, s swingSetting) comparison {
	sums := make([][]estimate, len(entries))
	for k, c := range series {
		if k == s.without {
			continue
		}
		all := partAll(c, entries, s)
		spread := dispersion(usable(all, s.Swinging))
		for i, p := range all {
			if p.enough(s.Swinging) {
				if y, v := p.excess(s.form, spread); v > 0 {
					sums[i] = append(sums[i], estimate{y, v})
				}
			}
		}
	}
	var out comparison
	for i, parts := range sums {
		if len(parts) > 0 {
			y, v := together(parts, s.Together)
			out.states, out.estimates, out.variances = append(out.states, i), append(out.estimates, y), append(out.variances, v)
		}
	}
	out.pooled = Pool(out.estimates, out.variances)
	return out
}

func partAll(c Course, entries [][]float64, s swingSetting) []parted {
	out := make([]parted, len(entries))
	for i, row := range Changes(c.Values, s.common) {
		out[i] = part(row, entries[i], int(s.Window))
	}
	return out
}

func usable(all []parted, set Swinging) []parted {
	var out []parted
	for _, p := range all {
		if p.enough(set) {
			out = append(out, p)
		}
	}
	return out
}

type estimate struct{ y, v float64 }

// together is the mean of a state's estimates and its variance where they err
// together by a correlation.
func together(parts []estimate, correlation float64) (y, v float64) {
	n := float64(len(parts))
	for i, a := range parts {
		y += a.y / n
		for k, b := range parts {
			r := correlation
			if i == k {
				r = 1
			}
			v += r * math.Sqrt(a.v*b.v) / (n * n)
		}
	}
	return y, v
}

// parts describes the series of one state.
func (c *comparison) parts(series []Course, entries [][]float64, state int, s swingSetting) []SwingPart {
	var out []SwingPart
	for _, course := range series {
		p := partAll(course, entries, s)[state]
		out = append(out, SwingPart{
			Key: course.Key, Turnovers: len(p.turnover), Other: len(p.other),
			Ratio: mean(p.turnover) / mean(p.other), Used: p.enough(s.Swinging),
		})
	}
	return out
}
