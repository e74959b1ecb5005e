package capability

import (
	"fmt"
	"math"

	"github.com/shatterbelt/shatterbelt/ir"
)

// Profile holds the six indicators of the National Material Capabilities data
// for one state in one year [cownmc]. NaN marks what the source does not give.
// Any unit will do that is the same for every state.
type Profile struct {
	State     ir.CCode
	MilEx     float64 // military expenditure
	MilPer    float64 // military personnel
	IronSteel float64 // iron and steel production
	Energy    float64 // primary energy consumption
	Pop       float64 // total population
	UrbanPop  float64 // urban population
}

// names are those of the source's columns, in the order of [Profile.amounts].
var names = [...]string{"milex", "milper", "irst", "pec", "tpop", "upop"}

func (p Profile) amounts() [len(names)]float64 {
	return [...]float64{p.MilEx, p.MilPer, p.IronSteel, p.Energy, p.Pop, p.UrbanPop}
}

// AmountError says that an indicator holds what cannot be an amount.
type AmountError struct {
	State     ir.CCode
	Indicator string // as the source names its column
	Value     float64
	Most      float64 // what it may be at most; +Inf where nothing bounds it
}

func (e *AmountError) Error() string {
	if e.Value > e.Most {
		return fmt.Sprintf("capability: %s of state %d is %v, more than the total of %v; want a total over every state",
			e.Indicator, e.State, e.Value, e.Most)
	}
	return fmt.Sprintf("capability: %s of state %d is %v; want an amount of 0 or more, or NaN where it is missing",
		e.Indicator, e.State, e.Value)
}

// CINC returns the Composite Index of National Capability of each state in
// system, which must hold every member of the state system in one year.
//
// A score is the mean, over the indicators a state reports, of its share of the
// system total [singer1972]. Scores lie in [0, 1] and sum to 1 when nothing is
// missing. A state with no share to average scores NaN. An amount that cannot
// be one is reported as an [*AmountError].
func CINC(system []Profile) ([]float64, error) {
	totals, err := Totals(system)
	if err != nil {
		return nil, err
	}
	scores := make([]float64, len(system))
	for i, p := range system {
		if scores[i], err = CINCOf(p, totals); err != nil {
			return nil, err
		}
	}
	return scores, nil
}

// Totals adds up each indicator over the states that report it. A total that no
// state reports is NaN. The state of the result is [ir.World].
func Totals(system []Profile) (Profile, error) {
	var sum [len(names)]float64
	for k := range sum {
		sum[k] = math.NaN()
		for _, p := range system {
			v := p.amounts()[k]
			if v < 0 || math.IsInf(v, 0) {
				return Profile{}, &AmountError{p.State, names[k], v, math.Inf(1)}
			}
			switch {
			case math.IsNaN(v):
			case math.IsNaN(sum[k]):
				sum[k] = v
			default:
				sum[k] += v
			}
		}
	}
	return profile(ir.World, sum), nil
}

func profile(state ir.CCode, v [len(names)]float64) Profile {
	return Profile{state, v[0], v[1], v[2], v[3], v[4], v[5]}
}

// CINCOf is the score that [CINC] gives one state, from the totals of a system
// that need not be at hand otherwise. An indicator counts where the state
// reports it and the total is more than 0; with none, the score is NaN. An
// amount below 0 or above its total is an [*AmountError].
func CINCOf(p, totals Profile) (float64, error) {
	sum, shares := 0.0, 0
	all := totals.amounts()
	for k, v := range p.amounts() {
		total := all[k]
		switch {
		case v < 0 || math.IsInf(v, 0):
			return math.NaN(), &AmountError{p.State, names[k], v, math.Inf(1)}
		case v > total:
			return math.NaN(), &AmountError{p.State, names[k], v, total}
		case !math.IsNaN(v) && total > 0:
			sum += v / total
			shares++
		}
	}
	return sum / float64(shares), nil // 0/0 is the NaN promised above
}
