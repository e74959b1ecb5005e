package study

import (
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/between"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Pair names the two powers a state is most caught between. A is the one less
// hostile to it (an ally before a neutral before a rival, then the nearer UN
// ideal point, then the stronger); B is the other.
type Pair struct {
	A ir.CCode `json:"a"`
	B ir.CCode `json:"b"`
}

// PowerShare is one state's part of the world.
type PowerShare struct {
	State ir.CCode    `json:"ccode"`
	GDP   prov.Number `json:"gdp_share"`   // of world GDP at market rates; Value NaN-free, see HasGDP
	Milex prov.Number `json:"milex_share"` // of world military spending
	// HasGDP and HasMilex say whether the figure exists; a missing share is not 0.
	HasGDP   bool `json:"has_gdp"`
	HasMilex bool `json:"has_milex"`
}

// TrendPoint is one year of a line.
type TrendPoint struct {
	Year  ir.Year `json:"year"`
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// Trend is the share of one state over the years.
type Trend struct {
	State  ir.CCode     `json:"ccode"`
	Points []TrendPoint `json:"points"`
	Source []string     `json:"sources"`
}

// Structure says who holds what share of world resources around a state, and
// which way it moves.
type Structure struct {
	Year   ir.Year      `json:"year"`
	Pair   Pair         `json:"pair"`
	Shares []PowerShare `json:"shares"` // the powers and the focal state, largest spender first
	GDP    []Trend      `json:"gdp_trend"`
	Milex  []Trend      `json:"milex_trend"`
	// GDPRatio and MilexRatio are B's share over A's; the Then ones are those of
	// Since, the first year for which both are known.
	GDPRatio, GDPRatioThen     prov.Number
	MilexRatio, MilexRatioThen prov.Number
	GDPSince, MilexSince       ir.Year
	Indexes                    []Index `json:"indexes"` // the system under every index of capability
	// Transitions are those of the pair and, where it is another, of the two
	// largest economies.
	Transitions []Transition `json:"transitions"`
	WarRate     WarRate      `json:"war_rate"`
	Contest     *Contest     `json:"contest,omitempty"` // reach of A and B at the state
}

// Pressure is what one power can bring to bear at a state, times its stake there.
type Pressure struct {
	Power    ir.CCode    `json:"power"`
	Reach    prov.Number `json:"reach"`    // share of world military spending, after distance
	Stake    float64     `json:"stake"`    // 0 to 1
	Pressure prov.Number `json:"pressure"` // Reach x Stake
	Via      ir.CCode    `json:"via"`      // state whose bases carry the reach; the power itself when home
	Relation Relation    `json:"relation"`
}

// Relation says how a power stands to a state.
type Relation = between.Relation

// The relations that the figures can show.
const (
	Ally    = between.Ally
	Rival   = between.Rival
	Neither = between.Neither
)

// Standing is a state's value by one reading of position, with its rank: 1 is
// the most exposed, equal values share the better rank.
type Standing struct {
	Value float64 `json:"value"` // at the default setting
	Rank  int     `json:"rank"`
	// Low and High are the best and worst rank over the settings, Q05 and Q95
	// those that nine in ten settings lie between.
	Low  int `json:"rank_low"`
	High int `json:"rank_high"`
	Q05  int `json:"rank_q05"`
	Q95  int `json:"rank_q95"`
}

// Reading is one of the three readings of position.
type Reading int

// The readings of position.
const (
	Squeeze   Reading = iota // the pair that squeezes most
	Total                    // all pairs
	Tightness                // relative to own capability and the pair's pressures
	Readings
)

// readings are the readings as values of the measure.
var readings = [Readings]func(between.Squeezed) float64{
	func(s between.Squeezed) float64 { return s.Squeeze },
	func(s between.Squeezed) float64 { return s.Total },
	func(s between.Squeezed) float64 { return s.Tightness },
}

// PositionRow is one state's place in the ranking.
type PositionRow struct {
	State     ir.CCode `json:"ccode"`
	As        ir.Year  `json:"capability_year"` // of its military spending
	Squeeze   Standing `json:"squeeze"`
	Total     Standing `json:"total"`
	Tightness Standing `json:"tightness"`
	Pair      Pair     `json:"pair"` // zero where no pair squeezes it
}

// Of is the standing by one reading.
func (r *PositionRow) Of(m Reading) *Standing {
	return [...]*Standing{&r.Squeeze, &r.Total, &r.Tightness}[m]
}

// Mover is one disputable choice and the mean rank by squeeze at the level at
// which the state ranks highest and at that at which it ranks lowest.
type Mover struct {
	Setting string  `json:"setting"`
	Low     float64 `json:"mean_rank_low"`
	LowAt   string  `json:"low_at"`
	High    float64 `json:"mean_rank_high"`
	HighAt  string  `json:"high_at"`
}

// Position says how caught in between a state is.
type Position struct {
	State     ir.CCode      `json:"ccode"`
	Year      ir.Year       `json:"year"`
	Pair      Pair          `json:"pair"`
	Squeeze   prov.Number   `json:"squeeze"` // interval: over the settings
	Total     prov.Number   `json:"total"`
	Tightness prov.Number   `json:"tightness"`
	Pressures []Pressure    `json:"pressures"` // strongest first
	Rows      []PositionRow `json:"rows"`      // every state, most squeezed first
	Settings  int           `json:"settings"`  // how many settings the ranges cover
	PairShare float64       `json:"pair_share"`
	Movers    []Mover       `json:"movers"` // what moves the rank by squeeze most, first
	// Leads reports that the state ranks first by squeeze in every setting.
	Leads bool `json:"leads"`
}

// Row returns the ranking row of a state.
func (p Position) Row(state ir.CCode) (PositionRow, bool) {
	for _, r := range p.Rows {
		if r.State == state {
			return r, true
		}
	}
	return PositionRow{}, false
}

// Play is what the deterrence game says of one crisis, as probabilities.
type Play struct {
	Demand    prov.Number `json:"demand"`    // a dispute starts in a year
	Resist    prov.Number `json:"resist"`    // the target resists a demand
	Attack    prov.Number `json:"attack"`    // a dispute that is resisted costs lives
	Intervene prov.Number `json:"intervene"` // a patron comes to a war
	Fight     prov.Number `json:"fight"`     // a fight that costs lives, in a year
	War       prov.Number `json:"war"`       // an invasion that is resisted, in a year
	WinAlone  prov.Number `json:"win_alone"` // the challenger prevails if the patron stays out
	WinJoined prov.Number `json:"win_joined"`
}

// Crisis sets one challenger against the state, with its patron and without.
type Crisis struct {
	Challenger ir.CCode `json:"challenger"`
	Target     ir.CCode `json:"target"`
	Patron     ir.CCode `json:"patron"` // ir.World when there is none
	Relation   Relation `json:"relation"`
	// Unplayed says that the simulation has no dispute with the challenger, which
	// is neither B nor a rival and has started none on record.
	Unplayed bool        `json:"unplayed,omitempty"`
	Record   prov.Number `json:"record"` // disputes the challenger started, a year, on record
	With     Play        `json:"with"`
	Without  Play        `json:"without"`
	// Abandoned is by how much the attack probability is higher without the
	// patron, draw by draw: its interval speaks of the difference itself.
	Abandoned prov.Number `json:"abandoned"`
	// Patrons are all who may come, the leading one first; Instruments are the
	// ways in which a dispute begins, at the defaults.
	Patrons     []ir.CCode   `json:"patrons,omitempty"`
	Instruments []Instrument `json:"instruments"`
	// Efforts is the war probability when the target's forces are multiplied.
	Efforts []Effort `json:"efforts"`
	// Residual is how far the choices are from the answers to the payoffs they
	// lead to; see [game.Residual].
	Residual float64 `json:"residual"`
	// Statics are what small changes of the situation do to the crisis; only
	// [Situation.Deter] fills them.
	Statics []Static `json:"statics,omitempty"`
}

// Instrument is one way in which a dispute begins.
type Instrument struct {
	Name   string  `json:"instrument"`
	Chosen float64 `json:"chosen"` // given that there is a dispute
	Resist float64 `json:"resist"`
	Fought float64 `json:"fought"` // given that it is resisted
	Come   float64 `json:"come"`   // any patron comes to the fight
	Year   float64 `json:"a_year"` // such a fight in a year
}

// Effort is one point of what resistance buys.
type Effort struct {
	Forces float64 `json:"forces"` // multiple of today's
	Attack float64 `json:"attack"`
	Fight  float64 `json:"fight"`
	War    float64 `json:"war"`
}

// Summary is one outcome of one strategy over all futures.
type Summary struct {
	Outcome    string      `json:"outcome"`
	Mean       prov.Number `json:"mean"`
	WorstTenth prov.Number `json:"worst_tenth"` // mean of the worst tenth of futures
	Regret     prov.Number `json:"regret"`      // mean shortfall from the best strategy in the same future
	Met        prov.Number `json:"met"`         // share of futures at or above the threshold
	Threshold  float64     `json:"threshold"`
}

// Result is one strategy over all futures. Intervals are 90 % bootstrap
// intervals over futures.
type Result struct {
	Name       string             `json:"name"`
	Title      strategy.Title     `json:"title"`
	Outcomes   []Summary          `json:"outcomes"`    // in the order of Comparison.Outcomes
	GoodEnough prov.Number        `json:"good_enough"` // share of futures with every threshold met
	Regret     prov.Number        `json:"regret"`      // mean of the outcomes' regrets but that of lives, equal weights
	WorstTenth prov.Number        `json:"worst_tenth"` // of the mean of the outcomes but lives
	Halved     prov.Number        `json:"halved"`      // GoodEnough when every range is halved
	Diagnostic map[string]float64 `json:"diagnostics"` // mean counts: disputes, wars, concessions, abandonments
	Narrowest  string             `json:"narrowest"`   // the outcome whose threshold it misses most often
	Horizons   []HorizonMeans     `json:"horizons"`    // fewest years first
	Moves      []Move             `json:"moves"`       // levers it sets away from today, in order of lever
}

// Move is one lever that a strategy moves, from where it stands today to its
// last target, and the years that takes at the lever's speed limit.
type Move struct {
	Lever string  `json:"lever"` // name in files, such as "tie_a"
	From  float64 `json:"from"`
	To    float64 `json:"to"`
	Years float64 `json:"years"`
}

// Outcome describes one outcome of the simulation.
type Outcome struct {
	Name   string `json:"name"`
	EN     string `json:"en"` // label
	KO     string `json:"ko"`
	SayEN  string `json:"say_en"` // what it counts, in one plain sentence
	SayKO  string `json:"say_ko"`
	Unit   string `json:"unit"`
	Higher bool   `json:"higher_is_better"`
}

// Driver is one uncertainty and how the leading strategy fares across it.
type Driver struct {
	Name string  `json:"name"`
	EN   string  `json:"en"`
	KO   string  `json:"ko"`
	Unit string  `json:"unit"`
	Ref  string  `json:"ref"`
	Min  float64 `json:"min"`
	Max  float64 `json:"max"`
	// Cut1 and Cut2 bound the middle third of the range explored.
	Cut1, Cut2 float64
	// LowThird and HighThird are the shares of futures good enough where the
	// uncertainty is in the lowest and in the highest third of its range.
	LowThird, HighThird float64
	Spread              float64 `json:"spread"` // |HighThird - LowThird|
	// OptionsEN and OptionsKO label the options of a choice between forms, which
	// are the values 0, 1 and so on; none for a quantity. LowThird is then of the
	// first option and HighThird of the last.
	OptionsEN []string `json:"options_en,omitempty"`
	OptionsKO []string `json:"options_ko,omitempty"`
}

// Choice reports that an uncertainty is a choice between forms.
func (d *Driver) Choice() bool { return len(d.OptionsEN) > 0 }

// Flip is one uncertainty across which another strategy leads.
type Flip struct {
	Driver     Driver  `json:"driver"`
	LowLeader  string  `json:"low_leader"` // strategy with most futures good enough where it is low
	HighLeader string  `json:"high_leader"`
	At         float64 `json:"at"`        // value at which the lead changes, by tenths of the range
	FreeSign   bool    `json:"free_sign"` // the sign itself is disputed
	// Margin is the least by which the new leader leads on its side, in share
	// of futures; Clear says that its 90 % interval excludes zero on both sides.
	Margin float64 `json:"margin"`
	Clear  bool    `json:"clear"`
}

// Waiver says which strategy leads when nothing is asked of one outcome: what
// is good enough is a judgement of value, and this shows how far it decides.
type Waiver struct {
	Outcome string  `json:"outcome"`
	Leader  string  `json:"leader"`
	Share   float64 `json:"share"` // of futures good enough then, under Leader
	First   float64 `json:"first"` // the same under the strategy that leads otherwise
	// Clear reports that the paired difference of the two excludes zero.
	Clear bool `json:"clear"`
}

// Comparison sets the strategies side by side over the same futures.
type Comparison struct {
	State   ir.CCode `json:"ccode"`
	Year    ir.Year  `json:"year"`
	Pair    Pair     `json:"pair"`
	Futures int      `json:"futures"`
	Years   int      `json:"years"`
	Seed    uint64   `json:"seed"`
	// Fixed are uncertainties and coefficients held at one value by the user.
	Fixed    []sim.Fixed `json:"fixed,omitempty"`
	Outcomes []Outcome   `json:"outcomes"`
	Results  []Result    `json:"results"` // most futures good enough first
	// Leading names the strategies that no other clearly beats: the first and
	// every one whose paired difference from it has zero in its 90 % interval.
	Leading []string `json:"leading"`
	Drivers []Driver `json:"drivers"` // of the first strategy, widest spread first
	Flips   []Flip   `json:"flips"`   // clearest first
	// Waivers has one entry an outcome, in order.
	Waivers []Waiver `json:"waivers"`
	// Failing has one entry a leading strategy, in their order.
	Failing []Failing `json:"failing"`
	Settled Settled   `json:"settled"`
	// Criteria are other standards of robustness: by outcome, then by standard.
	Criteria []Criterion `json:"criteria"`
	// Pareto are the strategies that no other dominates on the means of all
	// outcomes, and Dominated those that some other does, both in the order of
	// the results.
	Pareto    []string    `json:"pareto"`
	Dominated []Dominated `json:"dominated"`
	// Dimensions is how many uncertainties and assumed coefficients were swept.
	Uncertainties, Coefficients int
}

// Score is the skill of one predictive part on data it was not fitted to.
type Score struct {
	Model     string      `json:"model"`
	Metric    string      `json:"metric"`
	Value     float64     `json:"value"`
	Baseline  float64     `json:"baseline"` // of the plain baseline; less is better for log and Brier scores
	Skill     float64     `json:"skill"`    // 1 - Value/Baseline
	N         int         `json:"n"`
	Events    int         `json:"events"`
	From, To  ir.Year     // the years predicted
	Number    prov.Number `json:"number"`
	BaselineN string      `json:"baseline_name"`
}

// Dossier is everything the brief on one state reports.
type Dossier struct {
	Schema     string         `json:"schema"`
	Version    string         `json:"version"`
	State      ir.CCode       `json:"ccode"`
	Year       ir.Year        `json:"year"`
	Structure  Structure      `json:"structure"`
	Position   Position       `json:"position"`
	Exposure   Exposure       `json:"exposure"`
	Alignment  *Alignment     `json:"alignment,omitempty"`
	Like       *Comparators   `json:"comparators,omitempty"`
	Contrast   *Contrast      `json:"contrast,omitempty"`
	Crises     []Crisis       `json:"crises"`
	Comparison Comparison     `json:"comparison"`
	Worths     []Worth        `json:"worths,omitempty"` // of the ties with A and B
	OneStep    OneStep        `json:"one_step"`         // of the first strategy
	Check      Check          `json:"check"`            // beside the record, standing still
	Scores     []Score        `json:"scores"`
	Warnings   []prov.Warning `json:"warnings"`
}
