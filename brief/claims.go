package brief

import (
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// A Claim is what a finding asserts, as data. Its type says what kind of thing
// is asserted and its fields fill in states, strategies and figures; a voice
// turns it into words.
type Claim interface {
	kind() string
	say(voice) Passage
}

// Passage is a claim in words.
type Passage struct {
	Head string   `json:"head"` // two or three words that name the subject
	Lead string   `json:"lead"` // the claim in one sentence
	Why  []string `json:"why,omitempty"`
	Act  []string `json:"act,omitempty"` // who acts, at what cost, by when, whether it can be undone
}

// Share is one strategy's share of futures good enough.
type Share struct {
	Strategy string `json:"strategy"`
	Share    Amount `json:"share"`
}

// Threshold is the level an outcome must reach to be good enough.
type Threshold struct {
	Outcome string  `json:"outcome"`
	Level   float64 `json:"level"`
	Higher  bool    `json:"higher_is_better"`
}

// HoldsUp says which strategies hold up in the most futures.
type HoldsUp struct {
	State      ir.CCode    `json:"ccode"`
	Pair       study.Pair  `json:"pair"`
	Leading    []Share     `json:"leading"`        // the first, and those not told from it
	Margin     float64     `json:"margin"`         // below which a difference is not told
	Stay       string      `json:"stay,omitempty"` // the first of them that moves no lever
	Rest       []Share     `json:"rest"`           // the others, most first
	Halved     Amount      `json:"halved"`         // of the first, with every range halved
	Thresholds []Threshold `json:"thresholds"`
	Futures    int         `json:"futures"`
	Years      int         `json:"years"`
	// Moves are the lever changes that all leading strategies share; Cost is
	// what those of the levers in Costed come to a year, in current US dollars
	// of CostYear, and 0 where it cannot be told.
	Moves    []SharedMove `json:"moves"`
	Cost     float64      `json:"cost"`
	Costed   []string     `json:"cost_levers,omitempty"`
	CostYear ir.Year      `json:"cost_year"`
	// Divided says that the leading strategies move levers but none in common.
	Divided  bool    `json:"divided"`
	RecordTo ir.Year `json:"record_to"` // the last year of the record of disputes
}

// FailsWhere says in which futures the first strategy fails most.
type FailsWhere struct {
	State    ir.CCode     `json:"ccode"`
	Strategy string       `json:"strategy"`
	Driver   study.Driver `json:"driver"`
	LowIsBad bool         `json:"low_is_bad"`
	Bad      float64      `json:"bad"`  // share good enough in the bad third of the range
	Good     float64      `json:"good"` // and in the opposite third
	Misses   string       `json:"misses"`
	Instead  string       `json:"instead,omitempty"` // strategy that clearly leads there
	Last     []ir.CCode   `json:"last,omitempty"`    // powers with which it gives up a tie
}

// BuildHome says what stronger forces at home buy against one challenger.
type BuildHome struct {
	State      ir.CCode `json:"ccode"`
	Challenger ir.CCode `json:"challenger"`
	Forces     float64  `json:"forces"`    // multiple of today's
	FightNow   float64  `json:"fight_now"` // chance in a year of a fight that costs lives
	FightThen  float64  `json:"fight_then"`
	Fight      Amount   `json:"fight"`    // today's chance with its range
	HalfWay    float64  `json:"half_way"` // years until half of the increase is there
	Spending   float64  `json:"spending"` // military spending a year today, US dollars at constant prices; 0 if unknown
	Prices     string   `json:"prices"`   // its unit
	SpendYear  ir.Year  `json:"spending_year"`
}

// NotConclude says what the results do not show.
type NotConclude struct {
	State     ir.CCode `json:"ccode"`
	Top       Share    `json:"top"`
	Tied      []string `json:"tied,omitempty"` // strategies not told apart from the first
	Margin    float64  `json:"margin"`         // below which a difference is not told
	Futures   int      `json:"futures"`
	Rank      int      `json:"rank"`
	RankLow   int      `json:"rank_low"`
	RankHigh  int      `json:"rank_high"`
	Leads     bool     `json:"leads"`
	Unskilled []string `json:"unskilled,omitempty"` // parts that did not beat their baseline
}

// Overturn names the assumption whose change would hand the lead to a strategy
// that is not among the first, by as much as matters. Clear is false when none
// does; Tried counts those looked at.
type Overturn struct {
	Flip  study.Flip `json:"flip"`
	Clear bool       `json:"clear"`
	Tried int        `json:"tried"`
	First string     `json:"first"` // the strategy in the lead
	Tied  bool       `json:"tied"`  // others are not told from it
	// Interests counts those that may be left out, one at a time, without handing
	// over the lead either; 0 where one does, which is told apart.
	Interests int     `json:"interests,omitempty"`
	Margin    float64 `json:"margin"` // by which the lead must change to count
}

// Missed says where the simulation of the state leaves its record, and names the
// predictive part with the least skill on unseen years.
type Missed struct {
	State   ir.CCode      `json:"ccode"`
	Outside []study.Rated `json:"outside,omitempty"`
	Inside  int           `json:"inside"` // rates inside their bands
	Score   study.Score   `json:"score"`
}

// Age is the newest year that an indicator's figures reach.
type Age struct {
	Indicator string  `json:"indicator"`
	Year      ir.Year `json:"year"`
}

// DataAge names the oldest data that matter, oldest first.
type DataAge struct {
	Oldest []Age   `json:"oldest"`
	Newest ir.Year `json:"newest"`
}

// AtWar says that the state is at war on record, with which the simulation
// begins.
type AtWar struct {
	State  ir.CCode   `json:"ccode"`
	Others []ir.CCode `json:"others"`
	Year   ir.Year    `json:"year"`
}

// Presser is one power and what it can bring to bear.
type Presser struct {
	Power    ir.CCode       `json:"power"`
	Reach    Amount         `json:"reach"`
	Pressure Amount         `json:"pressure"`
	Stake    float64        `json:"stake"`
	Via      ir.CCode       `json:"via"`
	Relation study.Relation `json:"relation"`
}

// WhoPresses ranks the powers by the pressure they can bring to bear.
type WhoPresses struct {
	State  ir.CCode  `json:"ccode"`
	Powers []Presser `json:"powers"` // most pressure first
}

// Gaining says how the second power of the pair stands to the first, now and
// in the first year on record.
type Gaining struct {
	Pair  study.Pair `json:"pair"`
	Year  ir.Year    `json:"year"`
	GDP   Ratio      `json:"gdp"`
	Milex Ratio      `json:"milex"`
}

// Ratio is B's share over A's, now and then.
type Ratio struct {
	Now     Amount  `json:"now"`
	Then    Amount  `json:"then"`
	Since   ir.Year `json:"since"`
	Known   bool    `json:"known"`
	Crossed ir.Year `json:"crossed,omitempty"` // year in which the lines last crossed; 0 if they have not
}

// rises reports whether B gained on A.
func (r Ratio) rises() bool { return r.Now.Value > r.Then.Value }

// OwnWeight is the state's own part of the world.
type OwnWeight struct {
	State    ir.CCode `json:"ccode"`
	GDP      Amount   `json:"gdp"`
	Milex    Amount   `json:"milex"`
	HasGDP   bool     `json:"has_gdp"`
	HasMilex bool     `json:"has_milex"`
	Rank     int      `json:"rank"` // by military spending among Among states shown
	Among    int      `json:"among"`
}

// Squeezed says how caught in between the state is, and between whom.
type Squeezed struct {
	State     ir.CCode   `json:"ccode"`
	Pair      study.Pair `json:"pair"`
	Squeeze   Amount     `json:"squeeze"`
	Rank      int        `json:"rank"`
	RankLow   int        `json:"rank_low"`
	RankHigh  int        `json:"rank_high"`
	Among     int        `json:"among"`
	Taiwan    bool       `json:"taiwan"` // whether Taiwan is among them
	Leads     bool       `json:"leads"`
	Settings  int        `json:"settings"`
	PairShare float64    `json:"pair_share"`
	// Q05 and Q95 are the ranks nine in ten settings lie between; Mover is the
	// choice that moves the rank most.
	Q05   int         `json:"rank_q05"`
	Q95   int         `json:"rank_q95"`
	Mover study.Mover `json:"mover"`
}

// OtherRanks sets the other two readings of position beside squeeze.
type OtherRanks struct {
	State     ir.CCode `json:"ccode"`
	Squeeze   int      `json:"squeeze"`
	Tightness int      `json:"tightness"`
	Total     int      `json:"total"`
	Among     int      `json:"among"`
	First     ir.CCode `json:"first"` // the state that ranks first by squeeze
}

// Odds are the probabilities of one crisis.
type Odds struct {
	Demand    Amount `json:"demand"`
	Resist    Amount `json:"resist"`
	Attack    Amount `json:"attack"`
	Intervene Amount `json:"intervene"`
	Fight     Amount `json:"fight"` // a fight that costs lives, in a year
	War       Amount `json:"war"`   // an invasion that is resisted, in a year
	WinAlone  Amount `json:"win_alone"`
	WinJoined Amount `json:"win_joined"`
}

// CrisisOdds says how a crisis with one challenger would go.
type CrisisOdds struct {
	State      ir.CCode `json:"ccode"`
	Challenger ir.CCode `json:"challenger"`
	Patron     ir.CCode `json:"patron"`
	HasPatron  bool     `json:"has_patron"`
	AtWar      bool     `json:"at_war"`             // the two are at war on record, and this is what comes after
	Record     Amount   `json:"record"`             // disputes a year on record
	Unplayed   bool     `json:"unplayed,omitempty"` // the futures have no dispute with it
	Odds       Odds     `json:"odds"`
	// Helpers may come beside the patron; Means is nil where no instruments are
	// told apart.
	Helpers []ir.CCode `json:"helpers,omitempty"`
	Means   *Means     `json:"means,omitempty"`
}

// PatronMatters sets a crisis with the patron beside one without.
type PatronMatters struct {
	State      ir.CCode `json:"ccode"`
	Challenger ir.CCode `json:"challenger"`
	Patron     ir.CCode `json:"patron"`
	With       Odds     `json:"with"`
	Without    Odds     `json:"without"`
	Clear      bool     `json:"clear"` // the interval of the difference, draw by draw, excludes 0
}

// EffortBuys says how the chance that a dispute costs lives moves with the
// state's own forces.
type EffortBuys struct {
	State      ir.CCode     `json:"ccode"`
	Challenger ir.CCode     `json:"challenger"`
	Less       study.Effort `json:"less"` // the fewest forces looked at
	More       study.Effort `json:"more"` // the most
	Now        study.Effort `json:"now"`
	Matters    bool         `json:"matters"` // whether doubling changes the chance enough to say so
}

// Strength names the best and the worst strategy on one outcome.
type Strength struct {
	Outcome   string `json:"outcome"`
	Best      string `json:"best"`
	Worst     string `json:"worst"`
	BestMean  Amount `json:"best_mean"`
	WorstMean Amount `json:"worst_mean"`
	Clear     bool   `json:"clear"` // the intervals do not meet
}

// Strengths says what each outcome favours.
type Strengths struct {
	Outcomes []Strength `json:"outcomes"`
}

// Shortfall names an outcome and the strategies that miss it most often.
type Shortfall struct {
	Outcome    string   `json:"outcome"`
	Strategies []string `json:"strategies"`
}

// Shortfalls says on what each strategy falls short.
type Shortfalls struct {
	By []Shortfall `json:"by"`
}

// Downside names the strategies that lose least when things go badly.
type Downside struct {
	Top          string `json:"top"` // the strategy with most futures good enough
	LeastRegret  string `json:"least_regret"`
	Regret       Amount `json:"regret"`
	MostRegret   string `json:"most_regret"`
	RegretMost   Amount `json:"regret_most"`
	BestWorst    string `json:"best_worst_tenth"`
	WorstTenth   Amount `json:"worst_tenth"`
	RegretClear  bool   `json:"regret_clear"`
	WorstClear   bool   `json:"worst_clear"`
	SecondRegret string `json:"second_regret"`
}

// Reversal is a further assumption across which the lead changes.
type Reversal struct {
	Flip  study.Flip `json:"flip"`
	First bool       `json:"first"` // no assumption was named before it
}

// DisputedSigns counts the assumptions whose sign scholars dispute and across
// which the lead changes.
type DisputedSigns struct {
	Clear   []study.Flip `json:"clear"`
	Unclear []study.Flip `json:"unclear"`
}

// Skill is one predictive part's score on years it was not fitted to.
type Skill struct {
	Score study.Score `json:"score"`
}

// Sensitivity names the uncertainties that matter next most.
type Sensitivity struct {
	First   study.Driver   `json:"first"`
	Drivers []study.Driver `json:"drivers"`
}

// Caution gathers the warnings of one code.
type Caution struct {
	Code     string         `json:"code"`
	Warnings []prov.Warning `json:"warnings"`
}

// Method says how the comparison was made.
type Method struct {
	Strategies    int    `json:"strategies"`
	Futures       int    `json:"futures"`
	Years         int    `json:"years"`
	Seed          uint64 `json:"seed"`
	Uncertainties int    `json:"uncertainties"`
	Coefficients  int    `json:"coefficients"`
	Settings      int    `json:"settings"`
	Outcomes      int    `json:"outcomes"`
	// Fixed are uncertainties and coefficients held at one value by the user.
	Fixed []sim.Fixed `json:"fixed,omitempty"`
}
