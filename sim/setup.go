package sim

import (
	"fmt"
	"math"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/strategy"
)

// Horizon is how many years a run lasts.
const Horizon = 25

// Bounds on the size of a setup, so that a run needs no allocation.
const (
	MaxActors      = 12
	MaxChallengers = 6
)

// The two sides, as indexes of everything that comes in pairs.
const (
	SideA = iota
	SideB
	Sides
)

// Standing is how two states stand to one another on record.
type Standing uint8

// The standings.
const (
	Neither Standing = iota
	Ally
	Rival
)

// Actor is a state whose power matters to the focal state, or that state itself.
type Actor struct {
	State ir.CCode
	// Spending is its military spending in every year up to the present, the
	// present last, as shares of the world's spending at present. It is the
	// middle of the published range; Low and High are that range of the last
	// year over its middle, both 1 where there is no range.
	Spending  []float64
	Low, High float64
	Growth    float64  // recent growth of output, log points a year
	Distance  float64  // km from its capital to the focal state's
	Base      float64  // km to the focal state from its nearest base abroad; +Inf where none
	Standing  Standing // toward the focal state
	Global    bool     // has duties in other regions
	Nuclear   float64  // 1 where it has nuclear weapons
	// Bound is the security tie of an actor that is bound to defend the focal
	// state, as no lever moves it; 0 for A and B, whose ties are levers.
	Bound float64
}

// Challenger is an actor that may start a dispute with the focal state.
type Challenger struct {
	Actor     int // index into Setup.Actors
	Started   float64
	Years     float64 // disputes it started in this many years on record
	Rate      float64 // disputes per directed dyad-year on record in dyads of its kind
	Hostility [Sides]float64
	// Barred says that A or B would not fight it: it is that power or its ally.
	Barred [Sides]bool
	Side   int // SideA or SideB where it is that power, else -1
	// Friend says which of the actors would not fight it, by index.
	Friend [MaxActors]bool
	// AtWar says that it is at war with the state when the run begins.
	AtWar bool
}

// Goal is what a state strives for beside its interests; see [Goals].
type Goal uint8

// The kinds of national goal.
const (
	NoGoal      Goal = iota
	Settlement       // a lasting settlement with a local rival, such as unification
	StatusQuo        // that things stay as they are
	Restoration      // of territory under another's control
	Belonging        // membership of an institution
)

// Setup holds the figures of one focal state at the start of a run.
type Setup struct {
	Focal       Actor
	Actors      []Actor
	Pair        [Sides]int // indexes of A and B
	Challengers []Challenger
	Burden      float64        // military spending over GDP
	Imports     [Sides]float64 // from A and B, over GDP
	Trade       [Sides]float64 // both ways with A and B, over GDP
	Rivalry     float64        // hostility of A and B to one another
	Today       strategy.Vector
	Record      game.Record
	Allies      []int   // actors bound to defend the state beside A and B, at most [MaxAllies]
	Turnover    float64 // changes of government a year on record
	Population  float64 // persons
	Goal        Goal
}

// MaxAllies is how many allies beside A and B can come.
const MaxAllies = game.MaxPatrons - 1

// Check reports what makes a setup unusable.
func (s *Setup) Check() error {
	if len(s.Actors) > MaxActors || len(s.Challengers) > MaxChallengers {
		return fmt.Errorf("sim: %d actors and %d challengers; at most %d and %d fit",
			len(s.Actors), len(s.Challengers), MaxActors, MaxChallengers)
	}
	for _, i := range s.Pair {
		if i < 0 || i >= len(s.Actors) {
			return fmt.Errorf("sim: power %d of the pair is not among the %d actors", i, len(s.Actors))
		}
	}
	if len(s.Allies) > MaxAllies {
		return fmt.Errorf("sim: %d allies beside A and B; at most %d fit", len(s.Allies), MaxAllies)
	}
	if !(s.Burden > 0 && s.Burden < 1) {
		return fmt.Errorf("sim: military spending is %v of GDP; want a share above 0 and below 1", s.Burden)
	}
	for _, a := range append([]Actor{s.Focal}, s.Actors...) {
		if n := len(a.Spending); n == 0 || !(a.Spending[n-1] > 0) || math.IsNaN(a.Growth) || math.IsNaN(a.Distance) {
			return fmt.Errorf("sim: state %d lacks military spending, growth or a distance", a.State)
		}
	}
	return nil
}
