package brief

import (
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/system"
	"github.com/shatterbelt/shatterbelt/study"
)

// PolesUnder says what kind of system each index of capability sees.
type PolesUnder struct {
	Powers int            `json:"powers"`
	By     []PolesOf      `json:"by"`
	Kinds  []system.Label `json:"kinds"` // those seen, each once, the commonest first
}

// PolesOf is the system under one index.
type PolesOf struct {
	Index     string       `json:"index"`
	Label     system.Label `json:"label"`
	Effective float64      `json:"effective"`
	First     ir.CCode     `json:"first"` // the largest
	Ratio     float64      `json:"ratio_b_to_a"`
}

// Crossing says when one state's output may overtake another's.
type Crossing struct {
	Transition study.Transition `json:"-"`
	Leader     ir.CCode         `json:"leader"`
	Riser      ir.CCode         `json:"riser"`
	All        study.CrossingBy `json:"all"`
	Earliest   study.CrossingBy `json:"earliest"` // of the choices of window
	Latest     study.CrossingBy `json:"latest"`
	Assumed    float64          `json:"assumed"`
	Widest     string           `json:"widest"`
	Own        bool             `json:"pair_of_state"`
}

// Reaches sets what A and B can bring to bear at the state side by side.
type Reaches struct {
	Contest study.Contest `json:"contest"`
}

// Fronts names the hostile states within reach.
type Fronts struct {
	State    ir.CCode        `json:"ccode"`
	Stronger []study.FrontOf `json:"stronger"`
	Weaker   []study.FrontOf `json:"weaker"`
	Unknown  int             `json:"unknown"`
	Within   float64         `json:"within_km"`
}

// InZone says whether the state lies in a zone of high squeeze.
type InZone struct {
	State ir.CCode     `json:"ccode"`
	In    bool         `json:"in"`
	Zone  study.ZoneOf `json:"zone"`
	Zones int          `json:"zones"`
	// SizeChance and OwnChance are chances under the null model.
	SizeChance float64 `json:"size_chance"`
	OwnChance  float64 `json:"own_chance"`
	Power      bool    `json:"power"` // the state is a power, and powers belong to no zone
}

// Kinds says what kind of state it is.
type Kinds struct {
	State  ir.CCode     `json:"ccode"`
	Kinds  []study.Kind `json:"kinds"`  // clear ones, highest first
	Partly []study.Kind `json:"partly"` // those whose degree or range is in the middle
	Asked  int          `json:"asked"`
}

// SideTaking says what the state's choice of side moves.
type SideTaking struct {
	State    ir.CCode       `json:"ccode"`
	Pair     study.Pair     `json:"pair"`
	Leverage study.Leverage `json:"leverage"`
}

// Leaning says where the state stands between its pair.
type Leaning struct {
	State   ir.CCode              `json:"ccode"`
	Pair    study.Pair            `json:"pair"`
	Lean    Amount                `json:"lean"`
	Hedge   Amount                `json:"hedge"`
	Between study.StandingBetween `json:"between"`
}

func (PolesUnder) kind() string { return "poles" }
func (Crossing) kind() string   { return "crossing" }
func (Reaches) kind() string    { return "reach" }
func (Fronts) kind() string     { return "fronts" }
func (InZone) kind() string     { return "zone" }
func (Kinds) kind() string      { return "kinds" }
func (SideTaking) kind() string { return "side_taking" }
func (Leaning) kind() string    { return "leaning" }

func (c PolesUnder) say(v voice) Passage { return v.polesUnder(c) }
func (c Crossing) say(v voice) Passage   { return v.crossing(c) }
func (c Reaches) say(v voice) Passage    { return v.reaches(c) }
func (c Fronts) say(v voice) Passage     { return v.fronts(c) }
func (c InZone) say(v voice) Passage     { return v.inZone(c) }
func (c Kinds) say(v voice) Passage      { return v.kinds(c) }
func (c SideTaking) say(v voice) Passage { return v.sideTaking(c) }
func (c Leaning) say(v voice) Passage    { return v.leaning(c) }
