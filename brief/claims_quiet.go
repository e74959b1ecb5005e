package brief

import "github.com/shatterbelt/shatterbelt/ir"

// FailsAnywhere says that the futures in which the first strategy fails are few
// or scattered: no uncertainty sets them apart.
type FailsAnywhere struct {
	State    ir.CCode `json:"ccode"`
	Strategy string   `json:"strategy"`
	Fails    Amount   `json:"fails"` // share of futures
	Futures  int      `json:"futures"`
	Misses   string   `json:"misses"`
	Matters  float64  `json:"matters"` // the least change across a range that is told
}

// WatchFirst says what to watch where the number of disputes does not decide
// whether the first strategy is good enough: the record that the shares rest on.
type WatchFirst struct {
	State       ir.CCode   `json:"ccode"`
	Strategy    string     `json:"strategy"`
	Challengers int        `json:"challengers"` // of the futures
	Disputes    float64    `json:"disputes"`    // that they started on record
	Years       float64    `json:"years"`
	RecordTo    ir.Year    `json:"record_to"`
	Odds        float64    `json:"odds"`               // of a dispute against the record; 0 where they are not varied
	Holds       float64    `json:"holds"`              // share good enough above those odds
	Unplayed    []ir.CCode `json:"unplayed,omitempty"` // who may start one in no future, but presses it from nearby
}

func (FailsAnywhere) kind() string { return "fails_anywhere" }
func (WatchFirst) kind() string    { return "watch_first" }

func (c FailsAnywhere) say(v voice) Passage { return v.failsAnywhere(c) }
func (c WatchFirst) say(v voice) Passage    { return v.watchFirst(c) }
