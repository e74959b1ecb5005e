package brief

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// FailsIn says in which futures the first strategy fails most, by conditions
// that hold together.
type FailsIn struct {
	State     ir.CCode           `json:"ccode"`
	Strategy  string             `json:"strategy"`
	Share     float64            `json:"share"` // of all futures that fail
	Box       study.FailureBox   `json:"box"`
	Stability study.BoxStability `json:"stability"`
	Misses    string             `json:"misses"`
	Last      []ir.CCode         `json:"last,omitempty"` // powers with which it gives up a tie
}

// instead is the strategy that clearly does better there, if there is one.
func (c FailsIn) instead() string {
	if c.Box.Clear {
		return c.Box.Best
	}
	return ""
}

// FailureBoxes says where the other leading strategies fail, and the first one
// beside what the recommendation says of it.
type FailureBoxes struct {
	Of []BoxesOf `json:"of"`
}

// BoxesOf is what is said of one strategy. Without boxes nothing sets its
// failures apart.
type BoxesOf struct {
	Strategy string             `json:"strategy"`
	Share    float64            `json:"share"`
	Asked    float64            `json:"density"`
	Boxes    []study.FailureBox `json:"boxes"`
	Further  bool               `json:"further"` // the first box is in the recommendation
	// Like is the strategy before it whose first box has the same conditions.
	Like string `json:"like,omitempty"`
}

// Enough says whether the futures are enough to tell which strategies lead.
type Enough struct {
	Settled study.Settled `json:"settled"`
	Leading []string      `json:"leading"`
	Futures int           `json:"futures"`
}

// Undominated says which strategies no other beats on every outcome at once.
type Undominated struct {
	Pareto    []string          `json:"pareto"`
	Dominated []study.Dominated `json:"dominated"`
}

// beaten groups the dominated strategies by the first that dominates them, in
// order.
func (c Undominated) beaten() (by []string, groups [][]string) {
	for _, d := range c.Dominated {
		i := slices.Index(by, d.By[0])
		if i < 0 {
			i, by, groups = len(by), append(by, d.By[0]), append(groups, nil)
		}
		groups[i] = append(groups[i], d.Strategy)
	}
	return by, groups
}

func (FailsIn) kind() string      { return "fails_in" }
func (FailureBoxes) kind() string { return "failure_boxes" }
func (Enough) kind() string       { return "enough_futures" }
func (Undominated) kind() string  { return "undominated" }

func (c FailsIn) say(v voice) Passage      { return v.failsIn(c) }
func (c FailureBoxes) say(v voice) Passage { return v.failureBoxes(c) }
func (c Enough) say(v voice) Passage       { return v.enough(c) }
func (c Undominated) say(v voice) Passage  { return v.undominated(c) }

// firstBox is the box of the first strategy where it is dense and comes back
// often enough to be spoken of first.
func (f *finder) firstBox(top study.Result) (FailsIn, bool) {
	for _, x := range f.d.Comparison.Failing {
		if x.Strategy != top.Name || len(x.Boxes) == 0 || x.Stability == nil {
			continue
		}
		if x.Boxes[0].Reached && x.Stability.Same >= f.reading.BoxStable {
			return FailsIn{State: f.d.State, Strategy: top.Name, Share: x.Share, Box: x.Boxes[0], Stability: *x.Stability, Misses: top.Narrowest, Last: f.last()}, true
		}
	}
	return FailsIn{}, false
}

func (f *finder) robustness() {
	c := f.d.Comparison
	top := c.Results[0]
	_, told := f.firstBox(top)
	var said FailureBoxes
	for _, x := range c.Failing {
		if len(x.Boxes) == 0 {
			continue
		}
		of := BoxesOf{Strategy: x.Strategy, Share: x.Share, Asked: x.Asked, Boxes: x.Boxes}
		if told && x.Strategy == top.Name {
			if of.Boxes, of.Further = x.Boxes[1:], true; len(of.Boxes) == 0 {
				continue
			}
		}
		said.Of = append(said.Of, of)
	}
	for i := range said.Of {
		said.Of[i].Like = f.like(said.Of[i])
	}
	if len(said.Of) > 0 {
		f.add(InStrategies, said, top.GoodEnough)
	}
	if len(c.Pareto) > 0 && len(c.Results) > 1 {
		f.add(InStrategies, Undominated{c.Pareto, c.Dominated}, top.GoodEnough)
	}
}

// like finds an earlier strategy whose first box has the very same conditions.
func (f *finder) like(of BoxesOf) string {
	for _, x := range f.d.Comparison.Failing {
		if x.Strategy == of.Strategy || of.Further {
			return ""
		}
		if len(x.Boxes) > 0 && slices.EqualFunc(x.Boxes[0].Limits, of.Boxes[0].Limits, sameLimit) {
			return x.Strategy
		}
	}
	return ""
}

func sameLimit(a, b study.BoxLimit) bool {
	same := func(x, y *float64) bool { return x == nil && y == nil || x != nil && y != nil && *x == *y }
	return a.Driver.Name == b.Driver.Name && same(a.Low, b.Low) && same(a.High, b.High)
}

func (f *finder) enough() {
	c := f.d.Comparison
	if len(c.Settled.Checkpoints) > 0 && len(c.Results) > 1 {
		f.add(InTrust, Enough{c.Settled, c.Leading, c.Futures}, c.Results[0].GoodEnough)
	}
}
