package brief

import (
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// PowersTies says with which powers a state's ties are closest.
type PowersTies struct {
	State    ir.CCode        `json:"ccode"`
	Pair     study.Pair      `json:"pair"`
	Shared   []string        `json:"shared"` // dimensions known of all powers
	Powers   int             `json:"powers"`
	Closest  ir.CCode        `json:"closest"`  // [ir.World] where several are as close
	Furthest ir.CCode        `json:"furthest"` // the same
	Defence  ir.CCode        `json:"defence"`  // the one power with a defence pact, where there is one alone
	Trade    ir.CCode        `json:"trade"`    // the power with most trade over output
	A        study.PowerTies `json:"a"`
	B        study.PowerTies `json:"b"`
	Course   VoteCourse      `json:"votes"`
}

// VoteCourse is how much closer a state's votes are to A than to B, at both ends of
// the record.
type VoteCourse struct {
	Known bool    `json:"known"`
	Since ir.Year `json:"since"`
	Then  float64 `json:"then"` // mean of the first years, tie to A less tie to B
	Now   float64 `json:"now"`  // mean of the last years
}

// Swung says whether a state's course moves when its leader changes.
type Swung struct{ study.Swing }

// Likest names the states nearest to one.
type Likest struct{ study.Comparators }

// Beside sets two states side by side.
type Beside struct {
	study.Contrast
	Alike   int                `json:"alike"`
	Known   int                `json:"known"`
	Largest []study.Contrasted `json:"largest"` // differences, largest first
	Unknown []string           `json:"unknown"`
}

func (PowersTies) kind() string { return "powers_ties" }
func (Swung) kind() string      { return "swing" }
func (Likest) kind() string     { return "comparators" }
func (Beside) kind() string     { return "contrast" }

func (c PowersTies) say(v voice) Passage { return v.powersTies(c) }
func (c Swung) say(v voice) Passage      { return v.swung(c) }
func (c Likest) say(v voice) Passage     { return v.likest(c) }
func (c Beside) say(v voice) Passage     { return v.beside(c) }
