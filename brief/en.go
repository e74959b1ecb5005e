package brief

import (
	"fmt"
	"math"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// english is the voice of plain English, ready to hand up.
type english struct{ *lexicon }

// quote puts a strategy's title in quotation marks.
func (e english) quote(name string) string { return "“" + e.strategy(name) + "”" }

func (e english) quotes(names []string) string {
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = e.quote(n)
	}
	return andEN(quoted)
}

// andEN joins words as a sentence does: "A, B and C".
func andEN(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// whose is the possessive of a state's name.
func (e english) whose(c ir.CCode) string {
	name := e.called(c)
	if strings.HasSuffix(name, "s") {
		return name + "’"
	}
	return name + "’s"
}

// ordinal prints "1st", "2nd", "11th".
func ordinal(n int) string {
	suffix := "th"
	switch {
	case n%100 >= 11 && n%100 <= 13:
	case n%10 == 1:
		suffix = "st"
	case n%10 == 2:
		suffix = "nd"
	case n%10 == 3:
		suffix = "rd"
	}
	return fmt.Sprintf("%d%s", n, suffix)
}

func (e english) heading(state, a, b ir.CCode) string {
	if a == ir.World || b == ir.World {
		return upperFirst(e.called(state)) + ": which course holds up?"
	}
	return fmt.Sprintf("%s between %s and %s: which course holds up?", upperFirst(e.called(state)), e.called(a), e.called(b))
}

// placeHeading is the title of a document without strategies.
func (e english) placeHeading(state, a, b ir.CCode) string {
	if a == ir.World || b == ir.World {
		return upperFirst(e.called(state)) + ": the powers around it"
	}
	return fmt.Sprintf("%s between %s and %s: the powers around it and its place among them", upperFirst(e.called(state)), e.called(a), e.called(b))
}

func (e english) holdsUp(c HoldsUp) Passage {
	p := Passage{Head: "What holds up", Lead: e.holdsUpLead(c)}
	first := c.Leading[0]
	if first.Share.Value < 0.5 && first.Share.High >= bandTops[0] {
		p.Why = append(p.Why, "Even so, it falls short in more than half of them.")
		if len(c.Leading) > 1 {
			p.Why[0] = "Each of them falls short in more than half of those futures."
		}
	}
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
	first := c.Leading[0]
	switch {
	case first.Share.High < bandTops[0]:
		return fmt.Sprintf("No strategy holds up: even %s is good enough in only %s of the futures explored.",
			e.quote(first.Strategy), e.pct(first.Share))
	case len(c.Leading) == 1 && len(c.Rest) == 0:
		return fmt.Sprintf("%s, the only strategy given, is good enough in %s of the futures explored.",
			e.quote(first.Strategy), e.pct(first.Share))
	case len(c.Leading) == 1:
		return fmt.Sprintf("%s holds up best: it is good enough in %s of the futures explored.",
			e.quote(first.Strategy), e.pct(first.Share))
	}
	names := make([]string, len(c.Leading))
	for i, s := range c.Leading {
		names[i] = s.Strategy
	}
	last := c.Leading[len(c.Leading)-1]
	return fmt.Sprintf("No strategy is clearly better: %s hold up about equally, each good enough in %s of the futures explored.",
		e.quotes(names), e.between(last.Share, first.Share))
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
	who := "Who acts: the government of " + e.called(c.State) + "."
	if c.Divided {
		return []string{who, "The leading strategies share no change of course, so the results call for none until they can be told apart."}
	}
	if len(c.Moves) == 0 {
		return nil
	}
	moves := make([]string, len(c.Moves))
	longest := 0.0
	for i, m := range c.Moves {
		moves[i] = e.move(m, " → ")
		longest = max(longest, m.Years)
	}
	what := "What changes: "
	if len(c.Leading) > 1 {
		what = "What the leading strategies share: "
	}
	out := []string{who, what + strings.Join(moves, "; ") + "."}
	switch {
	case c.Cost > 0:
		out = append(out, fmt.Sprintf("Cost: about %s a year more in military spending at %d GDP.", e.money(c.Cost), c.CostYear))
	case c.Cost < 0:
		out = append(out, fmt.Sprintf("Cost: about %s a year less in military spending at %d GDP.", e.money(-c.Cost), c.CostYear))
	}
	if longest > 0 {
		out = append(out, fmt.Sprintf("By when: %s, at the speed limits of the levers.", e.quantity(longest, "years")),
			"Undo: possible, at the same speed.")
	}
	return out
}

func (e english) failsWhere(c FailsWhere) Passage {
	side, third, where := "high", "highest", "above "+e.quantity(c.Driver.Cut2, c.Driver.Unit)
	if c.LowIsBad {
		side, third, where = "low", "lowest", "below "+e.quantity(c.Driver.Cut1, c.Driver.Unit)
	}
	opposite := map[string]string{"high": "low", "low": "high"}[side]
	third = fmt.Sprintf("The %s end is %s, the %s third of the range explored.", side, where, third)
	p := Passage{Head: "Where it fails", Lead: fmt.Sprintf(
		"%s fails most at the %s end of ‘%s’: it is good enough in %s of futures there, against %s at the %s end.",
		e.quote(c.Strategy), side, e.driver(c.Driver), e.share(c.Bad), e.share(c.Good), opposite)}
	if c.Driver.Choice() {
		p = e.failsUnder(c)
	} else {
		p.Why = append(p.Why, third)
	}
	if c.Misses != "" {
		p.Why = append(p.Why, fmt.Sprintf("What it misses most often is the threshold for %s.", lowerFirst(e.outcome(c.Misses))))
	}
	if c.Instead != "" {
		p.Why = append(p.Why, fmt.Sprintf("On that side %s clearly leads.", e.quote(c.Instead)))
	} else {
		p.Why = append(p.Why, "No other strategy clearly takes the lead on that side.")
	}
	return p
}

// share prints a share that has no interval of its own.
func (s style) share(v float64) string { return s.pct(Amount{v, v, v}) }

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
	}
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

func timesEN(n float64) string {
	switch n {
	case 0.5:
		return "half"
	case 2:
		return "twice"
	}
	return short(n) + " times"
}

func (e english) notConclude(c NotConclude) Passage {
	p := Passage{Head: "What not to conclude"}
	share := fmt.Sprintf("%s counts futures out of the %s explored; it is not the probability that %s works.",
		e.pct1(c.Top.Share), decimal(float64(c.Futures), 0), e.quote(c.Top.Strategy))
	rank := fmt.Sprintf("That %s is the most squeezed of all does not follow: its rank runs from %d to %d with the settings.", e.called(c.State), c.RankLow, c.RankHigh)
	switch {
	case len(c.Tied) > 0:
		p.Lead = fmt.Sprintf("Do not conclude that %s beats %s: the difference lies inside its interval.", e.quote(c.Top.Strategy), e.quotes(c.Tied))
		p.Why = append(p.Why, share)
	default:
		p.Lead = fmt.Sprintf("Do not take %s for safe: it falls short in %s of the futures explored.", e.quote(c.Top.Strategy), e.pct1(c.Top.Share.not()))
		p.Why = append(p.Why, fmt.Sprintf("Nor is %s its chance of success: the %s futures are not equally likely.", e.pct1(c.Top.Share), decimal(float64(c.Futures), 0)))
	}
	if !c.Leads && c.RankLow == 1 {
		p.Why = append(p.Why, rank)
	}
	if len(c.Unskilled) > 0 {
		p.Why = append(p.Why, fmt.Sprintf("When crises come is not known: on years it had not seen, %s did no better than a plain baseline.", andEN(e.models(c.Unskilled))))
	}
	if c.LeverGuess {
		p.Why = append(p.Why, "What each lever does to hostility and commitment is a structural assumption that was varied, not an estimate.")
	}
	return p
}

func (e english) overturn(c Overturn) Passage {
	p := Passage{Head: "What would overturn it"}
	if !c.Clear {
		p.Lead = "No single assumption, varied over its range, clearly hands the lead to another strategy."
		if c.Tried > 0 {
			p.Lead = fmt.Sprintf("None of the %d uncertainties and assumed coefficients, varied over its range, clearly hands the lead to another strategy.", c.Tried)
		}
		return p
	}
	p.Lead = fmt.Sprintf("The first recommendation turns on ‘%s’: %s.", e.driver(c.Flip.Driver), e.sides(c.Flip))
	p.Why = e.standing(c.Flip)
	return p
}

// sides says who leads on either side of a flip.
func (e english) sides(f study.Flip) string {
	if f.Driver.Choice() {
		return fmt.Sprintf("with %s %s leads, with %s %s, by at least %s percentage points",
			e.form(f.Driver, math.Inf(-1), f.At), e.quote(f.LowLeader), e.form(f.Driver, f.At, math.Inf(1)), e.quote(f.HighLeader), short(100*f.Margin))
	}
	return fmt.Sprintf("below %s %s leads, above it %s, by at least %s percentage points",
		e.quantity(f.At, f.Driver.Unit), e.quote(f.LowLeader), e.quote(f.HighLeader), short(100*f.Margin))
}

// standing says what the value rests on.
func (e english) standing(f study.Flip) []string {
	var out []string
	if f.Driver.Ref == "assumed" {
		out = append(out, "Its value is an assumption, not an estimate.")
	}
	if f.FreeSign {
		out = append(out, "Scholars dispute even its sign.")
	}
	return out
}

func (e english) missed(c Missed) Passage {
	s := c.Score
	p := Passage{Head: "Where the models missed"}
	scores := fmt.Sprintf("%s %s against %s, %s events in %s", e.model(s.Metric), plain(s.Value), plain(s.Baseline),
		decimal(float64(s.Events), 0), decimal(float64(s.N), 0))
	if s.Skill <= 0 {
		p.Lead = fmt.Sprintf("On %s %s did no better than %s (%s).", years(s.From, s.To, "–"), e.model(s.Model), e.model(s.BaselineN), scores)
		return p
	}
	p.Lead = fmt.Sprintf("Every part tested beat its plain baseline; the weakest, %s, on %s (%s).", e.model(s.Model), years(s.From, s.To, "–"), scores)
	return p
}

// years prints a span of years.
func years(from, to ir.Year, dash string) string {
	if from == to {
		return fmt.Sprint(from)
	}
	return fmt.Sprintf("%d%s%d", from, dash, to)
}

func (e english) dataAge(c DataAge) Passage {
	ages := make([]string, len(c.Oldest))
	for i, a := range c.Oldest {
		ages[i] = fmt.Sprintf("%s to %d", e.indicator(a.Indicator), a.Year)
	}
	return Passage{Head: "Age of the data", Lead: fmt.Sprintf(
		"The oldest data that matter: %s; the newest are of %d.", andEN(ages), c.Newest)}
}

func (e english) atWar(c AtWar) Passage {
	others := make([]string, len(c.Others))
	for i, o := range c.Others {
		others[i] = e.called(o)
	}
	return Passage{Head: "War on record", Lead: fmt.Sprintf(
		"%s is at war with %s on record for %d; the simulation begins with it under way and draws every year whether it ends.",
		upperFirst(e.called(c.State)), andEN(others), c.Year)}
}
