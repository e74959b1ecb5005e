package brief

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

func (e english) holdsUp(c HoldsUp) Passage {
	p := Passage{Head: "What holds up", Lead: e.holdsUpLead(c)}
	first := c.Leading[0]
	switch n := len(c.Rest); {
	case n == 1:
		p.Why = append(p.Why, fmt.Sprintf("The other, %s, reaches %s.", e.quote(c.Rest[0].Strategy), e.pct(c.Rest[0].Share)))
	case n > 1:
		p.Why = append(p.Why, fmt.Sprintf("The next, %s, reaches %s; the last, %s, %s.",
			e.quote(c.Rest[0].Strategy), e.pct(c.Rest[0].Share), e.quote(c.Rest[n-1].Strategy), e.pct(c.Rest[n-1].Share)))
	}
	p.Why = append(p.Why, e.goodEnough(c))
	if c.Halved.High > 0 {
		p.Why = append(p.Why, fmt.Sprintf("The share depends on the ranges explored: with every range halved it is %s for %s.",
			e.pct(c.Halved), e.quote(first.Strategy)))
	}
	p.Act = e.act(c)
	return p
}

func (e english) holdsUpLead(c HoldsUp) string {
	first, last := c.Leading[0], c.Leading[len(c.Leading)-1]
	switch {
	case first.Share.High < bandTops[0]:
		return fmt.Sprintf("No strategy holds up: even %s is good enough in only %s of the futures explored.",
			e.quote(first.Strategy), e.pct(first.Share))
	case len(c.Leading) == 1 && len(c.Rest) == 0:
		return fmt.Sprintf("%s, the only strategy given, is good enough in %s of the futures explored.",
			e.quote(first.Strategy), e.pct(first.Share))
	case len(c.Leading) == 1 && first.Share.Value < 0.5:
		return fmt.Sprintf("No strategy holds up in half of the futures explored; %s comes nearest, good enough in %s.",
			e.quote(first.Strategy), e.pct(first.Share))
	case len(c.Leading) == 1:
		return fmt.Sprintf("%s holds up best: it is good enough in %s of the futures explored.",
			e.quote(first.Strategy), e.pct(first.Share))
	}
	share := e.between(last.Share, first.Share)
	weak := first.Share.Value < 0.5
	switch {
	case c.Stay != "" && weak:
		return fmt.Sprintf("No strategy holds up in half of the futures explored, and staying the course (%s) does as well as any: %s are each good enough in %s.",
			e.quote(c.Stay), e.few(c.Leading), share)
	case c.Stay != "":
		return fmt.Sprintf("Staying the course (%s) does as well as any other: %s of %d strategies, %s, are each good enough in %s of the futures explored.",
			e.quote(c.Stay), numberWord(len(c.Leading)), len(c.Leading)+len(c.Rest), e.few(c.Leading), share)
	case weak:
		return fmt.Sprintf("No strategy is clearly better, and none holds up in half of the futures explored: %s are each good enough in %s.",
			e.few(c.Leading), share)
	}
	return fmt.Sprintf("No strategy is clearly better: %s hold up about equally, each good enough in %s of the futures explored.",
		e.few(c.Leading), share)
}

// few names the first strategies of a list and counts the rest.
func (e english) few(list []Share) string {
	const most = 4
	var names []string
	for _, s := range list[:min(most, len(list))] {
		names = append(names, e.quote(s.Strategy))
	}
	if n := len(list) - most; n > 0 {
		names = append(names, fmt.Sprintf("%s more", numberWord(n)))
	}
	return andEN(names)
}

// leaveToLast advises on the order of steps where some cannot be undone alone, and
// on what to hold ready where another strategy does better; instead may be empty.
func (e english) leaveToLast(state ir.CCode, powers []ir.CCode, instead string) []string {
	who := "Who acts: the government of " + e.called(state)
	switch {
	case len(powers) > 0:
		return []string{
			fmt.Sprintf("%s, by leaving the tie with %s to the last, since it cannot be had back alone.", who, andEN(e.calledAll(powers))),
			"Cost: none but time.", "By when: after the other steps.", "Undo: possible until the tie is given up.",
		}
	case instead != "":
		return []string{
			fmt.Sprintf("%s, by planning for %s as well.", who, e.quote(instead)),
			"Cost: staff.", "By when: before the first step.", "Undo: a plan binds it to nothing.",
		}
	}
	return e.noAct("since no other course would do clearly better there")
}

// between prints the range from one share to another, or one figure where they
// round to the same.
func (e english) between(low, high Amount) string {
	a, b := e.pct1(low), e.pct1(high)
	if a == b {
		return "about " + a
	}
	return strings.TrimSuffix(a, e.percent) + " to " + b
}

func (e english) goodEnough(c HoldsUp) string {
	levels := make([]string, len(c.Thresholds))
	for i, t := range c.Thresholds {
		levels[i] = e.levelOf(t)
	}
	return fmt.Sprintf("Good enough means, over %d years and all at once: %s.", c.Years, andEN(levels))
}

// act says who acts, what is moved, at what cost, by when, and whether it can
// be undone, as far as the levers tell.
func (e english) act(c HoldsUp) []string {
	who := "Who acts: the government of " + e.called(c.State)
	switch {
	case c.Stay != "":
		return e.keep(c, who+", by keeping its course; these results give no reason to change it.")
	case c.Divided:
		return e.keep(c, who+", by keeping its course: the leading strategies share no change, so the results call for none until they can be told apart.")
	case len(c.Moves) == 0:
		return nil
	}
	if with := asked(c.Moves, c.Pair); len(with) > 0 {
		who += ", with the agreement of " + andEN(e.calledAll(with))
	}
	moves := make([]string, len(c.Moves))
	longest := 0.0
	for i, m := range c.Moves {
		moves[i] = e.shared(m, " → ", " to ")
		longest = max(longest, m.Years)
	}
	what := "What changes: "
	if len(c.Leading) > 1 {
		what = "What they share: "
	}
	out := []string{who + ".", what + strings.Join(moves, "; ") + "."}
	if c.Cost != 0 {
		way := map[bool]string{true: "more", false: "less"}[c.Cost > 0]
		out = append(out, fmt.Sprintf("Cost: about %s a year %s at %d GDP (%s).", e.money(abs(c.Cost)), way, c.CostYear, strings.Join(e.leverNames(c.Costed), ", ")))
	} else {
		out = append(out, e.unpriced(c.Moves, "Cost: none counted beyond that of changing course."))
	}
	if longest > 0 {
		out = append(out, fmt.Sprintf("By when: %s, at the speed limits of the levers.", e.quantity(longest, "years")), e.undo(c))
	}
	return out
}

// unpriced is what is said of moves without a sum of money: that they are free,
// unless they are not and only the output is unknown.
func (e english) unpriced(moves []SharedMove, free string) string {
	if slices.ContainsFunc(moves, SharedMove.priced) {
		return "Cost: not told, for want of a figure of GDP."
	}
	return free
}

// keep is what a course that is kept asks for.
func (e english) keep(c HoldsUp, who string) []string {
	when := "By when: no date is set."
	if c.RecordTo != 0 {
		when = fmt.Sprintf("By when: no date is set; look again once the record of disputes goes beyond %d.", int(c.RecordTo))
	}
	return []string{who, "Cost: none beyond today’s.", when, "Undo: every other course stays open."}
}

// undo says what can be taken back, and by whose leave.
func (e english) undo(c HoldsUp) string {
	lost := givenUp(c.Moves, c.Pair)
	if len(lost) == 0 {
		return "Undo: possible, at the same speed."
	}
	return fmt.Sprintf("Undo: the tie with %s only if it agrees; the rest at the same speed.", andEN(e.calledAll(lost)))
}

func (e english) calledAll(list []ir.CCode) []string {
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = e.called(c)
	}
	return out
}

// leverNames are the labels of levers.
func (l *lexicon) leverNames(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i], _ = l.lever(n)
	}
	return out
}

func (e english) buildHome(c BuildHome) Passage {
	p := Passage{Head: "What to build at home", Lead: fmt.Sprintf(
		"Build forces at home: %s today’s would cut the chance of a fight with %s that costs lives, in any one year, from %s to %s.",
		timesEN(c.Forces), e.called(c.Challenger), e.share(c.FightNow), e.share(c.FightThen))}
	p.Why = []string{
		e.inWords(c),
		fmt.Sprintf("Both figures hold the challenger’s forces still, and both depend on the ranges explored, which put today’s at %s.", e.interval(c.Fight)),
	}
	p.Act = []string{"Who acts: the government of " + e.called(c.State) + "."}
	if c.Spending > 0 {
		p.Act = append(p.Act, fmt.Sprintf("Cost: kept up for good, about %s a year more (in %s, from %d spending).",
			e.money((c.Forces-1)*c.Spending), e.unit(c.Prices), c.SpendYear))
	} else {
		p.Act = append(p.Act, fmt.Sprintf("Cost: %s today’s spending, kept up for good.", timesEN(c.Forces)))
	}
	p.Act = append(p.Act, fmt.Sprintf("By when: half of the increase is there after about %s years of that spending, as forces wear out.", decimal(c.HalfWay, 0)),
		"Undo: possible; cut back, the forces wear down as slowly.")
	return p
}

// inWords puts both probabilities in words.
func (e english) inWords(c BuildHome) string {
	now, then := Likelihood(c.FightNow, "en"), Likelihood(c.FightThen, "en")
	if now == then {
		return fmt.Sprintf("In words, %s in either case.", now)
	}
	return fmt.Sprintf("In words, %s now and %s then.", now, then)
}

func (e english) buildStep(c BuildStep) Passage {
	p := Passage{Head: "What to build at home"}
	if c.Any() {
		course := "At home, go a step further than " + e.quote(c.Strategy)
		if c.Stay {
			course = fmt.Sprintf("If the course is to be %s after all, go a step further at home", e.quote(c.Strategy))
		}
		p.Lead = fmt.Sprintf("%s: %s adds %s to the share of futures good enough.", course, e.slip(c.Step), e.gain(c.Gain))
		p.Why = append(p.Why, fmt.Sprintf("Of %s steps up at home tried, over %s futures, it gains most.", numberWord(c.Tried), decimal(float64(c.Futures), 0)))
		p.Act = []string{"Who acts: the government of " + e.called(c.State) + " alone."}
		if c.Cost != 0 {
			p.Act = append(p.Act, fmt.Sprintf("Cost: about %s a year %s at %d GDP.", e.money(abs(c.Cost)), map[bool]string{true: "more", false: "less"}[c.Cost > 0], c.CostYear))
		} else {
			p.Act = append(p.Act, e.unpriced([]SharedMove{{Move: study.Move{Lever: c.Step.Lever, From: c.Step.From, To: c.Step.To}}},
				"Cost: none on top of the defence budget."))
		}
		p.Act = append(p.Act, "By when: within a year.", "Undo: possible, at the same speed.")
	} else {
		p.Lead = fmt.Sprintf("At home no step beyond %s is worth recommending: of %s on arms, resilience and consensus none adds as much as %s of a point.",
			e.quote(c.Strategy), numberEN(c.Tried, "step further", "steps further"), short(100*c.Matters))
		p.Act = e.noAct("since no step gains enough")
	}
	if c.More.Forces > 0 {
		p.Why = append(p.Why, e.withMore(c))
	}
	return p
}

// withMore says what stronger forces would do to the likeliest fight.
func (e english) withMore(c BuildStep) string {
	after := ""
	if c.AtWar {
		after = " once the war under way is over"
	}
	fight := fmt.Sprintf("the chance of a fight with %s that costs lives, in any one year%s,", e.called(c.Challenger), after)
	if e.share(c.Now) == e.share(c.More.Fight) {
		return fmt.Sprintf("%s today’s forces would leave %s at %s: %s.", upperFirst(timesEN(c.More.Forces)), fight, e.share(c.Now), Likelihood(c.Now, "en"))
	}
	return fmt.Sprintf("%s today’s forces would take %s from %s to %s: %s.", upperFirst(timesEN(c.More.Forces)), fight, e.share(c.Now), e.share(c.More.Fight), Likelihood(c.More.Fight, "en"))
}

// gain prints a small difference of shares in points, to a tenth.
func (l *lexicon) gain(a Amount) string {
	return decimal(100*abs(a.Value), 1) + l.pick(" points", "%p") + l.open + decimal(100*a.Low, 1) + l.to + decimal(100*a.High, 1) + ")"
}

func (e english) watch(c Watch) Passage {
	p := Passage{Head: "What to watch", Lead: fmt.Sprintf(
		"Count the disputes that others start with %s: where their odds are above %s times the record, %s falls short in %s of futures.",
		e.called(c.State), short(c.Odds), e.quote(c.Strategy), e.share(c.Fails))}
	by := numberEN(c.Challengers, "challenger", "challengers")
	record := fmt.Sprintf("The record, with %s, has %s in %s years", by, decimal(c.Disputes, 0), decimal(c.Years, 0))
	if c.RecordTo != 0 {
		record += fmt.Sprintf(" and ends in %d", int(c.RecordTo))
	}
	p.Act = e.counting(c.State, c.RecordTo)
	p.Why = append(p.Why, record+".")
	if c.Overturn.Clear && !slices.Contains(countable, c.Overturn.Flip.Driver.Name) {
		p.Why = append(p.Why, fmt.Sprintf("‘%s’, on which the first recommendation turns, is on no record that could be watched.", upperFirst(e.driver(c.Overturn.Flip.Driver))))
	}
	return p
}

func (e english) notConclude(c NotConclude) Passage {
	p := Passage{Head: "What not to conclude"}
	share := fmt.Sprintf("%s counts futures out of the %s explored; it is not the probability that %s works.",
		e.pct1(c.Top.Share), decimal(float64(c.Futures), 0), e.quote(c.Top.Strategy))
	fails := c.Top.Share.not()
	quote := fmt.Sprintf("giving with the share the %s in which it falls short", e.pct1(fails))
	switch {
	case len(c.Tied) > 0:
		all := "both"
		if n := len(c.Tied) + 1; n > 2 {
			all = "all " + numberWord(n)
		}
		quote = "naming " + all + " together"
		tied := make([]Share, len(c.Tied))
		for i, name := range c.Tied {
			tied[i].Strategy = name
		}
		p.Lead = fmt.Sprintf("Do not conclude that %s beats %s: what parts them is under %s points or inside its interval.",
			e.quote(c.Top.Strategy), e.few(tied), short(100*c.Margin))
		p.Why = append(p.Why, share)
	case fails.Value < 1-almostAll:
		p.Lead = fmt.Sprintf("Do not take %s for safety: futures that were not explored are not in it.", e.pct1(c.Top.Share))
		p.Why = append(p.Why, share)
	default:
		p.Lead = fmt.Sprintf("Do not take %s for safe: it falls short in %s of the futures explored.", e.quote(c.Top.Strategy), e.pct1(fails))
		p.Why = append(p.Why, fmt.Sprintf("Nor is %s its chance of success: the %s futures are not equally likely.", e.pct1(c.Top.Share), decimal(float64(c.Futures), 0)))
	}
	if !c.Leads && c.RankLow == 1 {
		p.Why = append(p.Why, fmt.Sprintf("That %s is the most squeezed of all does not follow: its rank runs from %d to %d with the settings.", e.called(c.State), c.RankLow, c.RankHigh))
	}
	if len(c.Unskilled) > 0 {
		p.Why = append(p.Why, fmt.Sprintf("When crises come is not known: on years it had not seen, %s did no better than a plain baseline.", andEN(e.models(c.Unskilled))))
	}
	p.Act = []string{"Who acts: whoever quotes this, " + quote + "; at no cost, from the first time on, open to correction."}
	return p
}
