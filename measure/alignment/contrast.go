package alignment

import "math"

// Contrasting sets when two states differ.
type Contrasting struct {
	// Alike is by how much two states may differ and still be called alike, in
	// spreads of states about their median.
	Alike float64 `name:"contrast_alike" unit:"spreads" min:"0.2" max:"1" default:"0.5" ref:"assumed" why:"half a spread is a step that many states lie within; from one hardly seen to one that a third of states make" en:"difference that still counts as alike" ko:"비슷하다고 보는 차이"`

	// Much is from what difference on one state has much more.
	Much float64 `name:"contrast_much" unit:"spreads" min:"1.5" max:"3" default:"2" ref:"assumed" why:"two spreads part the ends of a field from its middle" en:"difference that counts as large" ko:"크다고 보는 차이"`

	// Far is the difference beyond which no further one counts towards distance, so
	// that a single dimension decides little.
	Far float64 `name:"contrast_far" unit:"spreads" min:"2" max:"6" default:"3" ref:"assumed" why:"beyond three spreads states are unlike, however far" en:"difference beyond which no more counts" ko:"더 이상 반영하지 않는 차이"`
}

// Scale is where the states of one year stand in a dimension: their median, and
// their spread about it.
type Scale struct{ Median, Spread float64 }

// normal makes the median absolute deviation of normal figures their standard
// deviation.
const normal = 1.4826

// ScaleOf is the scale of the values that are there: the median and 1.4826 times
// the median absolute deviation from it, which one state in two cannot move. With
// no spread, as where half of all states share a value, there is none and ok is
// false.
func ScaleOf(values []float64) (s Scale, ok bool) {
	var seen []float64
	for _, v := range values {
		if !math.IsNaN(v) {
			seen = append(seen, v)
		}
	}
	s.Median = median(seen)
	for i := range seen {
		seen[i] = math.Abs(seen[i] - s.Median)
	}
	s.Spread = normal * median(seen)
	return s, s.Spread > 0
}

// Gap is by how many spreads a lies above b.
func (s Scale) Gap(a, b float64) float64 { return (a - b) / s.Spread }

// Level is what a gap amounts to.
type Level string

// The levels, of the first state beside the second.
const (
	MuchMore Level = "much_more"
	More     Level = "more"
	Alike    Level = "alike"
	Less     Level = "less"
	MuchLess Level = "much_less"
)

// Level says what a gap amounts to.
func (c Contrasting) Level(gap float64) Level {
	switch size := math.Abs(gap); {
	case size <= c.Alike:
		return Alike
	case gap > 0 && size >= c.Much:
		return MuchMore
	case gap > 0:
		return More
	case size >= c.Much:
		return MuchLess
	}
	return Less
}

// Apart is how far two states lie apart over themes, each a list of gaps: the mean
// over themes of the mean size of a gap, none counted beyond Far. Themes with no
// gap known are left out, so that a theme of many dimensions counts as much as one
// of few; with none at all ok is false.
func (c Contrasting) Apart(themes [][]float64) (v float64, ok bool) {
	n := 0.0
	for _, gaps := range themes {
		sum, known := 0.0, 0.0
		for _, g := range gaps {
			if !math.IsNaN(g) {
				sum += min(math.Abs(g), c.Far)
				known++
			}
		}
		if known > 0 {
			v += sum / known
			n++
		}
	}
	if n == 0 {
		return math.NaN(), false
	}
	return v / n, true
}
