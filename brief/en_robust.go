package brief

import (
	"fmt"
	"strings"

	"github.com/shatterbelt/shatterbelt/study"
)

// where puts the conditions of a box in words.
func (e english) where(b study.FailureBox) string {
	parts := make([]string, len(b.Limits))
	for i, l := range b.Limits {
		parts[i] = e.condition(l.Driver, l.Low, l.High)
	}
	return andEN(parts)
}

func (e english) failsIn(c FailsIn) Passage {
	p := Passage{Head: "Where it fails", Lead: fmt.Sprintf(
		"%s fails where %s: that holds %s of its failures, and %s of the futures there fail, against %s of all.",
		e.quote(c.Strategy), e.where(c.Box), e.share(c.Box.Coverage), e.share(c.Box.Density), e.share(c.Share))}
	p.Why = append(p.Why, fmt.Sprintf("Searched %d times in half of the futures each, the same conditions come back %s; of the futures left out %s fail there.",
		c.Stability.Searches, e.times(c.Stability), e.share(c.Stability.Density)))
	if c.Misses != "" {
		p.Why = append(p.Why, fmt.Sprintf("What it misses most often is the threshold for %s.", lowerFirst(e.outcome(c.Misses))))
	}
	if c.Box.Clear {
		p.Why = append(p.Why, fmt.Sprintf("There %s does best, but is good enough in only %s, against %s.", e.quote(c.Box.Best), e.share(c.Box.BestShare), e.share(c.Box.OwnShare)))
		if c.Box.BestShare >= 0.5 {
			p.Why[len(p.Why)-1] = fmt.Sprintf("There %s does best: it is good enough in %s, against %s.", e.quote(c.Box.Best), e.share(c.Box.BestShare), e.share(c.Box.OwnShare))
		}
	} else {
		p.Why = append(p.Why, "No other strategy does clearly better there.")
	}
	p.Act = e.leaveToLast(c.State, c.Last, c.instead())
	return p
}

// times says how often the search came out the same.
func (e english) times(s study.BoxStability) string {
	if s.Same == 1 {
		return "every time"
	}
	return "in " + e.share(s.Same)
}

func (e english) failureBoxes(c FailureBoxes) Passage {
	p := Passage{Head: "Where leading strategies fail"}
	var said []string
	for _, s := range c.Of {
		said = append(said, e.boxesOf(s)...)
	}
	p.Lead, p.Why = said[0], said[1:]
	return p
}

func (e english) boxesOf(s BoxesOf) []string {
	var out []string
	for i, b := range s.Boxes {
		figures := fmt.Sprintf("%s of its failures lie there, and %s of such futures fail", e.share(b.Coverage), e.share(b.Density))
		switch {
		case i > 0 || s.Further:
			out = append(out, fmt.Sprintf("Beside that, %s fails where %s: another %s.", e.quote(s.Strategy), e.where(b), figures))
		case s.Like != "":
			out = append(out, fmt.Sprintf("%s fails under the same conditions as %s: %s.", e.quote(s.Strategy), e.quote(s.Like), figures))
		case !b.Reached:
			out = append(out, fmt.Sprintf("No conditions set apart futures of which %s fail under %s; it fails most where %s: %s, against %s of all.",
				e.share(s.Asked), e.quote(s.Strategy), e.where(b), figures, e.share(s.Share)))
		default:
			out = append(out, fmt.Sprintf("%s fails where %s: %s.", e.quote(s.Strategy), e.where(b), figures))
		}
	}
	return out
}

func (e english) enough(c Enough) Passage {
	p := Passage{Head: "Whether the futures suffice"}
	total := decimal(float64(c.Futures), 0)
	who := "which strategies lead"
	if len(c.Leading) == 1 {
		who = fmt.Sprintf("that %s leads", e.quote(c.Leading[0]))
	}
	switch {
	case c.Settled.Leading == 0:
		p.Lead = fmt.Sprintf("Not yet: after %s futures it is not settled which strategies lead, so a longer run may change the order.", total)
	case !c.Settled.Held:
		p.Lead = fmt.Sprintf("Hardly: which strategies lead looked settled after %s futures but changed before %s.", decimal(float64(c.Settled.Leading), 0), total)
	default:
		p.Lead = fmt.Sprintf("Yes: %s was settled after %s of %s futures and has held since.", who, decimal(float64(c.Settled.Leading), 0), total)
	}
	p.Why = append(p.Why, fmt.Sprintf("Drawn again from these futures, the first strategy is one of the leading in %s of draws and the whole order the same in %s.",
		e.share(c.Settled.KeepLeading), e.share(c.Settled.KeepOrder)))
	return p
}

func (e english) undominated(c Undominated) Passage {
	p := Passage{Head: "Ruled out"}
	total := len(c.Pareto) + len(c.Dominated)
	if len(c.Dominated) == 0 {
		p.Lead = fmt.Sprintf("None of the %d strategies is ruled out: each is better than any other on the mean of some outcome.", total)
		return p
	}
	by, groups := c.beaten()
	parts := make([]string, len(by))
	for i, g := range groups {
		parts[i] = fmt.Sprintf("%s (by %s)", e.quotes(g), e.quote(by[i]))
	}
	are := "are"
	if len(c.Dominated) == 1 {
		are = "is"
	}
	p.Lead = fmt.Sprintf("Of the %d strategies %d %s no better than some other on the mean of any outcome: %s.", total, len(c.Dominated), are, strings.Join(parts, "; "))
	return p
}
