package system

import "math"

// Rule says which shares of a group make it unipolar or bipolar. The two levels
// are those that later studies attribute to [rapkin1979]. Where a second state is
// a pole the system is bipolar even if the first has more than half, as it had
// in years that the study calls bipolar.
type Rule struct {
	// Unipole is the share from which one state is the only pole.
	Unipole float64 `name:"unipole_share" unit:"share of the group" min:"0.4" max:"0.6" default:"0.5" ref:"assumed" why:"half is the level attributed to Rapkin, Thompson and Christopherson (1979), whose text could not be read; the range is a tenth to each side" en:"share that makes a system unipolar" ko:"단극으로 보는 점유율"`

	// Pole is the share from which a state counts as a pole.
	Pole float64 `name:"pole_share" unit:"share of the group" min:"0.2" max:"0.3" default:"0.25" ref:"assumed" why:"a quarter is the level attributed to Rapkin, Thompson and Christopherson (1979), whose text could not be read; the range is a twentieth to each side" en:"share that makes a pole" ko:"극으로 보는 점유율"`
}

// Label is the kind of system that a [Rule] sees.
type Label string

// The kinds of system.
const (
	Unipolar   Label = "unipolar"   // one state has Unipole or more, and no other has Pole
	Bipolar    Label = "bipolar"    // exactly two states have Pole or more
	Multipolar Label = "multipolar" // anything else
	Unknown    Label = ""           // nothing to share, or a single state
)

// Poles describes how power is spread over a group of states. Shares are of the
// group. With nothing to share, numbers are NaN and the label is [Unknown].
type Poles struct {
	Effective     float64 // number of poles, see [Effective]
	Concentration float64 // from 0 to 1, see [Concentration]
	FirstShare    float64 // share of the largest
	GapToThird    float64 // share of the second less that of the third, 0 for a missing third
	Label         Label
}

// Describe measures a group and labels it by a rule. The label changes at once
// as a share crosses a level, while the other numbers are smooth; show them
// together. The order of the states does not matter.
func Describe(shares []float64, r Rule) Poles {
	s, ok := within(shares)
	if !ok || len(s) < 2 {
		nan := math.NaN()
		return Poles{nan, nan, nan, nan, Unknown}
	}
	third := 0.0
	if len(s) > 2 {
		third = s[2]
	}
	squares := herfindahl(s)
	return Poles{
		Effective:     1 / squares,
		Concentration: concentration(squares, len(s)),
		FirstShare:    s[0],
		GapToThird:    s[1] - third,
		Label:         label(s[0], s[1], third, r),
	}
}

// label applies a rule to the three largest shares.
func label(first, second, third float64, r Rule) Label {
	switch {
	case first >= r.Unipole && second < r.Pole:
		return Unipolar
	case second >= r.Pole && third < r.Pole:
		return Bipolar
	default:
		return Multipolar
	}
}
