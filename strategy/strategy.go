package strategy

import "strings"

// Title is text for people in both languages, such as a strategy's name.
type Title struct {
	EN string `json:"en" yaml:"en"`
	KO string `json:"ko" yaml:"ko"`
}

// In returns the text in a language, "ko" or "en".
func (t Title) In(lang string) string {
	if lang == "ko" {
		return t.KO
	}
	return t.EN
}

// With returns the text in a language with the names of the powers in place of
// {A} and {B}.
func (t Title) With(lang, a, b string) string { return Fill(t.In(lang), a, b) }

// Fill puts the names of the powers in place of {A} and {B}. A name that itself
// holds a placeholder is left as it is.
func Fill(text, a, b string) string {
	return strings.NewReplacer("{A}", a, "{B}", b).Replace(text)
}

// Lever is one thing a government sets.
type Lever uint8

// The levers. Their units and bounds are in [Levers].
const (
	TieA        Lever = iota // security tie with A
	TieB                     // security tie with B
	AimA                     // how far the tie with A is aimed at B
	AimB                     // how far the tie with B is aimed at A
	PartnerA                 // economic partnership with A
	PartnerB                 // economic partnership with B
	Defence                  // military spending as a share of GDP
	Cooperation              // regional and multilateral cooperation
	Engagement               // engagement (+) or pressure (-) of local rivals
	Denial                   // how far the defence effort goes into denial
	Strike                   // long-range strike
	Nuclear                  // nuclear posture
	Membership               // collective defence with A, sought
	Neutrality               // declared status
	Resilience               // stocks, diversification and civil protection, as a share of GDP
	Consensus                // agreement across parties at home
	NumLevers   = int(Consensus) + 1
)

// Vector is one setting of every lever.
type Vector [NumLevers]float64

// LeverSpec describes a lever.
type LeverSpec struct {
	Name     string  // in files, such as "tie_a"
	Unit     string  // "" for a pure degree
	Min, Max float64 // bounds
	Speed    float64 // the most it can move in a year
	EN, KO   string  // label, with {A} and {B} for the powers
	SayEN    string  // what 0 and 1 mean
	SayKO    string
	// Today is today's value of a lever whose scale is drawn from it. Where
	// ByData is true, today's value comes from figures and Today says nothing.
	Today  float64
	ByData bool
	Rungs  []Rung // named points from low to high, where the scale is a ladder
}

// Form says how a setting is meant.
type Form uint8

// The forms of a setting.
const (
	Keep  Form = iota // as it is today
	To                // to a value
	Times             // to a multiple of today's value
	Plus              // to today's value plus an amount
)

// Setting sets one lever.
type Setting struct {
	Lever Lever
	Form  Form
	Value float64
}

// Target is what a strategy aims at from a year on; year 1 is the first.
type Target struct {
	Year int
	Set  []Setting
}

// Observed is a quantity that a rule watches.
type Observed uint8

// What rules can watch, each seen with the observation lag and noise of the
// simulation.
const (
	HostilityB  Observed = iota // hostility of B to the state, 0 to 1
	HostilityA                  // hostility of A to the state, 0 to 1
	CommitmentA                 // A's commitment to the state, 0 to 1
	BalanceBA                   // capability of B over that of A
	Dispute                     // 1 in a year with a militarised dispute, else 0

	HostilityAny // largest hostility of all challengers to the state, 0 to 1
	CommitmentB  // B's commitment to the state, 0 to 1
	OwnBalance   // own capability over that of the strongest challenger that reaches the state
	Turnover     // 1 in a year in which the government changed, else 0
	Admitted     // 1 once the state is in the institution it seeks, else 0

	NumObserved = int(Admitted) + 1
)

// Clause moves levers while what it watches is beyond a level.
type Clause struct {
	Watch Observed
	Above bool // true: fires above Level; false: fires below
	Level float64
	Then  []Setting // Plus is an amount added to the strategy's own target
}

// RuleKind is how a government follows its rule.
type RuleKind uint8

// The kinds of rule.
const (
	None         RuleKind = iota // never adjusts
	Reactive                     // acts on what it saw, one year late
	Anticipatory                 // acts on where the trend of the last years leads
	Inertial                     // acts only after the condition has held three years
)

// Rule is how a strategy adjusts.
type Rule struct {
	Kind    RuleKind
	Clauses []Clause
}

// Strategy is one course of action, generic over states.
type Strategy struct {
	Name     string
	Title    Title
	Argument Title // whose argument it is and how it goes; may be empty
	// Drift says that the strategy holds no course against politics at home:
	// every change of government moves its levers in full.
	Drift   bool
	Levers  []Setting // aimed at from the start; levers not named stay as today
	Targets []Target  // later aims, in order of year
	Rule    Rule
}
