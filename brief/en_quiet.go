package brief

import (
	"fmt"

	"github.com/shatterbelt/shatterbelt/ir"
)

// noAct says that nobody need act, for a reason, and what follows from that.
func (e english) noAct(why string) []string {
	return []string{"Who acts: nobody, " + why + "; so there is no cost, no date and nothing to undo."}
}

func (e english) failsAnywhere(c FailsAnywhere) Passage {
	p := Passage{Head: "Where it fails", Lead: fmt.Sprintf(
		"%s fails in %s of the futures explored, and nothing sets these apart: no assumption, varied over its range, moves its share by as much as %s points.",
		e.quote(c.Strategy), e.pct(c.Fails), short(100*c.Matters))}
	if c.Misses != "" {
		p.Why = append(p.Why, fmt.Sprintf("What it misses most often is the threshold for %s.", lowerFirst(e.outcome(c.Misses))))
	}
	p.Act = e.noAct("since there is no condition to act on")
	return p
}

func (e english) watchFirst(c WatchFirst) Passage {
	by := numberEN(c.Challengers, "challenger", "challengers")
	p := Passage{Head: "What to watch", Lead: fmt.Sprintf(
		"Go on counting the disputes that others start with %s, though their number does not decide: the record, with %s, has %s in %s years.",
		e.called(c.State), by, decimal(c.Disputes, 0), decimal(c.Years, 0))}
	if c.Disputes == 0 {
		has := map[bool]string{true: "has", false: "have"}[c.Challengers == 1]
		p.Lead = fmt.Sprintf("Watch for a first dispute: the %s in the futures %s started none with %s in the %s years on record, and every share above rests on that.",
			by, has, e.called(c.State), decimal(c.Years, 0))
	}
	if c.Odds > 0 {
		p.Why = append(p.Why, fmt.Sprintf("Even where the odds of one are above %s times the record, %s is good enough in %s of futures.",
			short(c.Odds), e.quote(c.Strategy), e.share(c.Holds)))
	}
	if len(c.Unplayed) > 0 {
		p.Why = append(p.Why, fmt.Sprintf("No future has one with %s, which presses it most of the powers near it: a first one would lie outside all that was explored.",
			andEN(e.calledAll(c.Unplayed))))
	}
	p.Act = e.counting(c.State, c.RecordTo)
	return p
}

// counting says who counts disputes, and from when.
func (e english) counting(state ir.CCode, recordTo ir.Year) []string {
	when := "By when: at once, then yearly."
	if recordTo != 0 {
		when = fmt.Sprintf("By when: the years since %d at once, then yearly.", int(recordTo))
	}
	return []string{"Who acts: the government of " + e.called(state) + ".", "Cost: staff.", when, "Undo: at any time."}
}
