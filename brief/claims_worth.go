package brief

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// TieWorth is what the futures are like without one tie. A gap is what the tie
// adds, so that what its loss adds is the opposite.
type TieWorth struct {
	Power   ir.CCode  `json:"power"`
	With    Amount    `json:"with"` // share of futures good enough on today's course
	Without Amount    `json:"without"`
	Clear   bool      `json:"clear"` // the paired difference excludes zero
	Cut     float64   `json:"cut,omitempty"`
	Worse   []Change  `json:"worse,omitempty"` // what clearly gets worse without it
	Better  []Change  `json:"better,omitempty"`
	Counts  []Change  `json:"counts,omitempty"` // events that clearly change
	Losers  Amount    `json:"losers"`           // share of futures in which security is worse without it
	Futures int       `json:"futures"`
	Years   int       `json:"years"`
	Tie     study.Tie `json:"tie"`
}

// Change is what the loss of a tie adds to the mean of an outcome.
type Change struct {
	Outcome string `json:"outcome"`
	By      Amount `json:"by"`
}

// AllianceWorth says what the tie with A is worth.
type AllianceWorth struct {
	State ir.CCode `json:"ccode"`
	Tie   TieWorth `json:"tie"`
}

// TradeWorth says what trade with B, and with A, is worth.
type TradeWorth struct {
	State ir.CCode   `json:"ccode"`
	Ties  []TieWorth `json:"ties"`
}

// SmallMistake prices the dearest mistake of one step.
type SmallMistake struct {
	Strategy string     `json:"strategy"`
	Base     Amount     `json:"base"` // share of futures good enough without it
	Worst    study.Slip `json:"worst"`
	Any      bool       `json:"any"` // one clearly costs something
	Reverse  study.Slip `json:"reverse"`
	Turned   bool       `json:"turned"` // there is a mistake the other way
	Tried    int        `json:"tried"`
	Costly   int        `json:"costly"` // those that clearly cost
	Gainful  int        `json:"gainful"`
	Futures  int        `json:"futures"`
}

// AgainstRecord sets the simulation of a state that stands still beside the
// record.
type AgainstRecord struct {
	State ir.CCode    `json:"ccode"`
	Check study.Check `json:"check"`
}

// outside are the rates that lie outside the band of the record.
func outside(c study.Check) []study.Rated {
	return slices.DeleteFunc(slices.Clone(c.Rates), func(r study.Rated) bool { return r.Inside })
}

// band prints the band of the record.
func band(r study.Rated, to string) string { return short(r.Low) + to + short(r.High) }

func (AllianceWorth) kind() string { return "alliance_worth" }
func (TradeWorth) kind() string    { return "trade_worth" }
func (SmallMistake) kind() string  { return "small_mistake" }
func (AgainstRecord) kind() string { return "against_record" }

func (c AllianceWorth) say(v voice) Passage { return v.allianceWorth(c) }
func (c TradeWorth) say(v voice) Passage    { return v.tradeWorth(c) }
func (c SmallMistake) say(v voice) Passage  { return v.smallMistake(c) }
func (c AgainstRecord) say(v voice) Passage { return v.againstRecord(c) }
