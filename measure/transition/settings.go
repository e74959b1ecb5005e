package transition

import (
	"fmt"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Settings holds the numbers of a projection that no record fixes.
type Settings struct {
	// Horizon is how many years beyond the vintage are drawn. What has not
	// happened by then counts as never.
	Horizon float64 `name:"transition_horizon" unit:"years" min:"10" max:"100" default:"50" ref:"assumed" why:"two generations; beyond it the record of one or two generations says nothing" en:"horizon of the transition" ko:"세력전이 예측 기간"`

	// Parity is the share of the leader's output at which the two count as
	// equal [organski1980].
	Parity float64 `name:"parity" unit:"share" min:"0.7" max:"0.95" default:"0.8" ref:"organski1980" why:"contenders count as equal once the weaker has at least 80 % of the stronger" en:"share that counts as parity" ko:"세력균등으로 보는 비율"`

	// FastHalfLife is how long half of a lead in growth lasts where leads fade fast.
	FastHalfLife float64 `name:"growth_half_life_fast" unit:"years" min:"3" max:"8" default:"5" ref:"assumed" why:"growth of one decade says little of the next [pritchett2014]; 3 to 8 years leave 10 to 42 % of a lead after ten" en:"half-life of a lead in growth, fast" ko:"성장 격차의 반감기, 빠름"`

	// SlowHalfLife is how long half of a lead in growth lasts where leads fade slowly.
	SlowHalfLife float64 `name:"growth_half_life_slow" unit:"years" min:"10" max:"30" default:"15" ref:"assumed" why:"the longest spells of rapid growth on record lasted some decades [pritchett2014]" en:"half-life of a lead in growth, slow" ko:"성장 격차의 반감기, 느림"`

	// LongRunGap is by how much the yearly growth of B exceeds that of A in the
	// long run. A long-run rate that both share moves no ratio.
	LongRunGap float64 `name:"long_run_gap" unit:"per year" min:"-0.01" max:"0.01" default:"0" ref:"assumed" sign:"free" why:"growth reverts toward one world mean [pritchett2014], which leaves no lead; total output can differ by the growth of population" en:"lead of B in long-run growth" ko:"B의 장기 성장률 우위"`

	// Coverage is the least share of a window's yearly changes that must be seen
	// for the window to be used.
	Coverage float64 `name:"window_coverage" unit:"share" min:"0.3" max:"1" default:"0.5" ref:"assumed" why:"with fewer the spread of changes is hardly known; both ends must be seen in any case" en:"least coverage of a window" ko:"추정 기간의 최소 자료 비율"`

	// MaxAge is how many years the newest figures of a price regime may lie
	// before the vintage.
	MaxAge float64 `name:"figure_max_age" unit:"years" min:"0" max:"10" default:"6" ref:"assumed" why:"older figures would be a forecast of the present; some purchasing power series end six years back" en:"greatest age of the newest figure" ko:"최신 자료의 최대 경과 연수"`
}

// Shocks says how the yearly change of the ratio departs from its drift.
type Shocks uint8

const (
	// Normal shocks have the window's variance, itself uncertain: Student's
	// distribution results, wide where the window is short [boxtiao1973].
	Normal Shocks = iota
	// Resampled shocks are the window's own, drawn with replacement [efron1979].
	Resampled
)

// Windows returns the lengths in years of the windows that a projection learns
// from unless told otherwise.
func Windows() []int { return []int{5, 7, 10, 15, 20, 30} }

// DefaultDraws is how many draws a projection takes if not told.
const DefaultDraws = 10_000

// Run is one projection: as seen from when, with what settings and draws.
type Run struct {
	Settings
	Vintage ir.Year // the last year whose figures are used
	Seed    uint64
	Draws   int   // over all cases together; 0 is DefaultDraws; rounded down to even
	Windows []int // in years; nil is [Windows]
	Shocks  Shocks
}

// Fading is how a lead in growth lasts; one that never fades has an infinite
// half-life.
type Fading struct {
	Name     string
	HalfLife float64 // years
}

// Fadings returns the three ways in which a lead in growth is taken to last.
func (s Settings) Fadings() []Fading {
	return []Fading{{"fast", s.FastHalfLife}, {"slow", s.SlowHalfLife}, {"never", math.Inf(1)}}
}

// share is the part of a lead in growth that is left after so many years.
func (f Fading) share(years int) float64 { return math.Exp2(-float64(years) / f.HalfLife) }

// ready fills in defaults and reports settings that cannot be.
func (r Run) ready() (Run, error) {
	if err := param.Validate(r.Settings); err != nil {
		return r, fmt.Errorf("transition: %w", err)
	}
	if r.Windows == nil {
		r.Windows = Windows()
	}
	if r.Draws == 0 {
		r.Draws = DefaultDraws
	}
	r.Windows = slices.Compact(slices.Sorted(slices.Values(r.Windows)))
	if len(r.Windows) == 0 || r.Windows[0] < 1 {
		return r, fmt.Errorf("transition: windows are %v; want lengths of at least a year", r.Windows)
	}
	if r.Shocks > Resampled {
		return r, fmt.Errorf("transition: shocks are %d; want Normal or Resampled", r.Shocks)
	}
	return r, nil
}

// horizon is the whole number of years drawn beyond the vintage.
func (r Run) horizon() int { return int(math.Round(r.Horizon)) }
