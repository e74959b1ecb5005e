package brief

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// homeLevers are those that a government moves without asking anyone abroad.
var homeLevers = []string{"defence", "denial", "strike", "resilience", "consensus"}

// charged is what moving a lever from one place to another costs a year, in
// shares of GDP, as the simulation charges it at its defaults; 0 where it charges
// nothing.
func charged(lever string, from, to float64) float64 {
	d := param.Default[sim.Draw]()
	switch lever {
	case "defence", "resilience":
		return to - from
	case "tie_a", "tie_b":
		return d.Hosting * (to - from)
	case "cooperation", "membership", "consensus":
		return d.Diplomacy * (to - from)
	case "engagement":
		return d.Diplomacy * (abs(to) - abs(from))
	}
	return 0
}

// countable are the uncertainties whose value some record or statistic shows as
// years go by.
var countable = []string{
	disputeOdds, "growth_gap", "own_growth", "power_crisis", "crisis_elsewhere", "coercion_rate", "accession_rate", "war_ends",
}

// SharedMove is a lever change that the leading strategies share; Least and Most
// are how far they take it.
type SharedMove struct {
	study.Move
	Least float64 `json:"least"`
	Most  float64 `json:"most"`
}

// priced reports whether the simulation charges for the move.
func (m SharedMove) priced() bool { return charged(m.Lever, m.From, m.To) != 0 }

// gives reports whether the move lowers a lever of a name.
func (m SharedMove) gives(lever string) bool { return m.Lever == lever && m.To < m.From }

// givenUp are the powers with which moves lower a tie, or leave an institution:
// what comes back only if they agree.
func givenUp(moves []SharedMove, pair study.Pair) []ir.CCode {
	return powersOf(moves, pair, func(m SharedMove) bool { return m.To < m.From }, "tie_a", "membership", "tie_b")
}

// asked are the powers without which moves cannot be made: both, where a status
// is to be guaranteed.
func asked(moves []SharedMove, pair study.Pair) []ir.CCode {
	if slices.ContainsFunc(moves, func(m SharedMove) bool { return m.Lever == "neutrality" && m.Least > strategy.StatusOwnWord }) {
		return []ir.CCode{pair.A, pair.B}
	}
	return powersOf(moves, pair, func(m SharedMove) bool { return m.To > m.From },
		"tie_a", "partner_a", "membership", "tie_b", "partner_b")
}

func powersOf(moves []SharedMove, pair study.Pair, which func(SharedMove) bool, levers ...string) []ir.CCode {
	var out []ir.CCode
	for _, lever := range levers {
		power := pair.A
		if lever == "tie_b" || lever == "partner_b" {
			power = pair.B
		}
		moved := slices.ContainsFunc(moves, func(m SharedMove) bool { return m.Lever == lever && which(m) })
		if moved && !slices.Contains(out, power) {
			out = append(out, power)
		}
	}
	return out
}

// BuildStep says which step at home, beyond what the first strategy asks, adds
// most to the share of futures good enough; or that none adds enough to matter.
type BuildStep struct {
	State    ir.CCode   `json:"ccode"`
	Strategy string     `json:"strategy"`
	Stay     bool       `json:"stay"` // the first recommendation asks for no change of course
	Step     study.Slip `json:"step"`
	Gain     Amount     `json:"gain"` // in the share of futures good enough
	Matters  float64    `json:"matters"`
	Tried    int        `json:"tried"` // steps at home looked at
	Futures  int        `json:"futures"`
	Cost     float64    `json:"cost"` // US dollars a year; 0 where the step is none of money
	CostYear ir.Year    `json:"cost_year"`
	// Now and More are the yearly chance of a fight that costs lives with the
	// challenger likeliest to bring one, at today's forces and at more.
	Challenger ir.CCode     `json:"challenger"`
	AtWar      bool         `json:"at_war"` // the two are at war on record, and this is what comes after
	Now        float64      `json:"fight_now"`
	More       study.Effort `json:"more"`
}

// Any reports whether a step adds enough to matter.
func (c BuildStep) Any() bool { return c.Gain.Value > 0 }

// Watch says what to count from now on.
type Watch struct {
	State       ir.CCode `json:"ccode"`
	Strategy    string   `json:"strategy"`
	Challengers int      `json:"challengers"` // who started the disputes on record
	Odds        float64  `json:"odds"`        // of a dispute against the record, above which it fails
	Fails       float64  `json:"fails"`       // share of the futures there
	Disputes    float64  `json:"disputes"`
	Years       float64  `json:"years"`
	RecordTo    ir.Year  `json:"record_to"`
	Overturn    Overturn `json:"overturn"` // what cannot be counted
}

func (BuildStep) kind() string { return "build_step" }
func (Watch) kind() string     { return "watch" }

func (c BuildStep) say(v voice) Passage { return v.buildStep(c) }
func (c Watch) say(v voice) Passage     { return v.watch(c) }
