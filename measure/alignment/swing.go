package alignment

import "math"

// Swinging sets how changes of alignment at a change of leader are told from those
// of other years.
type Swinging struct {
	// Window is for how many years after a leader entered a change is put down to
	// that: with 0 the year of entry alone.
	Window float64 `name:"turnover_window" unit:"years" min:"0" max:"2" default:"1" ref:"assumed" why:"who enters late in a year acts in the next; after two years other causes weigh more" en:"years after a turnover that count as one" ko:"정권 교체로 보는 이후 연수"`

	// Together is how far the estimates of several series err together.
	Together float64 `name:"series_together" unit:"correlation" min:"0" max:"1" default:"0.3" ref:"assumed" why:"votes, trade and visits of one state respond to the same events in part; from not at all to wholly" en:"how far series of one state err together" ko:"한 국가 지표들의 오차 상관"`

	// LeastTurnovers is with how few changes in years of turnover a series counts.
	LeastTurnovers float64 `name:"least_turnovers" unit:"years" min:"2" max:"6" default:"3" ref:"assumed" why:"one or two years of turnover are an anecdote" en:"fewest turnover years of a series" ko:"지표별 최소 교체 연수"`

	// LeastOther is with how few changes in other years a series counts.
	LeastOther float64 `name:"least_other_years" unit:"years" min:"3" max:"10" default:"5" ref:"assumed" why:"what is usual has to be known before it can be exceeded" en:"fewest other years of a series" ko:"지표별 최소 비교 연수"`

	// Sure is the least chance that a state swings more, or less, than is usual at
	// which it is said to; below it the few turnovers on record decide nothing.
	Sure float64 `name:"swing_sure" unit:"probability" min:"0.5" max:"0.95" default:"0.8" ref:"assumed" why:"likely, in the words of the brief's scale; from more often than not to nearly certain" en:"chance at which a swing is called one" ko:"변동 판정에 필요한 확률"`
}

// Course is one yearly series of where states stand, in any unit: closeness to one
// power less closeness to another, or a position that moves with it. A series that
// can stand still for want of room, such as the difference of two distances on a
// line, is none.
type Course struct {
	Key    string
	Values [][]float64 // states x years, in one order for all series; NaN is missing
}

// Form is how changes of two kinds of years are compared.
type Form int

// The forms. Ratio is the logarithm of the mean change in years of turnover over
// that in other years. Rank is the chance that a change in a year of turnover is
// the larger of the two, less a half [mann1947]; no single year weighs much in it.
const (
	Ratio Form = iota
	Rank
)

// leastStates is how few states still tell what a year did to all.
const leastStates = 5

// Changes is by how much each state moved from one year to the next, in either
// direction; the first year has none. With common taken out, what moved most
// states alike is no change of any one: the median change of the year is
// subtracted, and the rest is in units of the median distance from it, so that a
// year that stirred everybody counts no more than another.
func Changes(values [][]float64, common bool) [][]float64 {
	out := make([][]float64, len(values))
	for i, row := range values {
		out[i] = make([]float64, len(row))
		for t := range row {
			out[i][t] = math.NaN()
			if t > 0 {
				out[i][t] = row[t] - row[t-1]
			}
		}
	}
	for t := 0; common && len(out) > 0 && t < len(out[0]); t++ {
		standardise(out, t)
	}
	for _, row := range out {
		for t := range row {
			row[t] = math.Abs(row[t])
		}
	}
	return out
}

// standardise puts the changes of one year in units of their spread about their
// median; too few of them, or no spread, leave none.
func standardise(rows [][]float64, t int) {
	var seen []float64
	for _, row := range rows {
		if !math.IsNaN(row[t]) {
			seen = append(seen, row[t])
		}
	}
	middle, spread := median(seen), 0.0
	if len(seen) >= leastStates {
		for i := range seen {
			seen[i] = math.Abs(seen[i] - middle)
		}
		spread = median(seen)
	}
	for _, row := range rows {
		row[t] = (row[t] - middle) / spread
		if spread == 0 {
			row[t] = math.NaN()
		}
	}
}

// parted are the changes of one state by kind of year.
type parted struct{ turnover, other []float64 }

// part sorts changes into those in which a leader entered, or had within the
// window, and others. Entries are above 0 where a leader entered, and NaN in years
// of which that is not known, whose changes are in neither.
func part(changes, entries []float64, window int) parted {
	var p parted
	for t, c := range changes {
		if math.IsNaN(c) || t < window {
			continue
		}
		sum := 0.0
		for k := t - window; k <= t; k++ {
			sum += entries[k]
		}
		switch {
		case sum > 0:
			p.turnover = append(p.turnover, c)
		case sum == 0:
			p.other = append(p.other, c)
		}
	}
	return p
}

// enough reports whether there are years of both kinds enough to compare, and some
// change in each.
func (p parted) enough(set Swinging) bool {
	return float64(len(p.turnover)) >= set.LeastTurnovers && float64(len(p.other)) >= set.LeastOther &&
		mean(p.turnover) > 0 && mean(p.other) > 0
}

func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}

// Excess is the estimate of how far a state's changes in years of turnover exceed
// those of other years, by one form, and its variance. The variance of a ratio is
// by the delta method from the dispersion given, the squared ratio of standard
// deviation to mean; so is the bias of the logarithm of a mean of few years, which
// is taken out. That of a rank is what chance alone gives.
func (p parted) excess(form Form, dispersion float64) (estimate, variance float64) {
	n, m := float64(len(p.turnover)), float64(len(p.other))
	if form == Ratio {
		bias := -dispersion / 2 * (1/n - 1/m)
		return math.Log(mean(p.turnover)/mean(p.other)) - bias, dispersion * (1/n + 1/m)
	}
	larger := 0.0
	for _, x := range p.turnover {
		for _, y := range p.other {
			switch {
			case x > y:
				larger++
			case x == y:
				larger += 0.5
			}
		}
	}
	return larger/(n*m) - 0.5, (n + m + 1) / (12 * n * m)
}

// dispersion is the squared ratio of standard deviation to mean of the changes of
// one kind of year in one state, averaged over both kinds and all states by their
// degrees of freedom.
func dispersion(all []parted) float64 {
	sum, free := 0.0, 0.0
	for _, p := range all {
		for _, values := range [][]float64{p.turnover, p.other} {
			middle := mean(values)
			if !(middle > 0) {
				continue
			}
			for _, v := range values {
				sum += (v/middle - 1) * (v/middle - 1)
			}
			free += float64(len(values) - 1)
		}
	}
	return sum / free
}
