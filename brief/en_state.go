package brief

import (
	"fmt"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

func (e english) whoPresses(c WhoPresses) Passage {
	first := c.Powers[0]
	p := Passage{Head: "Who presses", Lead: fmt.Sprintf("%s can bring the most pressure to bear on %s: its reach there, after distance, is %s of %s, at a stake of %s (from 0 to 1).",
		upperFirst(e.called(first.Power)), e.called(c.State), e.pct(first.Reach), e.said(e.capability.of), short(first.Stake))}
	if via := e.via(first); via != "" {
		p.Lead = strings.TrimSuffix(p.Lead, ".") + ", " + via + "."
	}
	var rest []string
	for _, x := range c.Powers[1:] {
		text := fmt.Sprintf("%s reaches %s at a stake of %s", e.called(x.Power), e.pct(x.Reach), short(x.Stake))
		if via := e.via(x); via != "" {
			text += ", " + via
		}
		rest = append(rest, text)
	}
	if len(rest) > 0 {
		p.Why = append(p.Why, upperFirst(strings.Join(rest, "; "))+".")
	}
	p.Why = append(p.Why, e.relations(c))
	return p
}

// via names the state whose bases carry a power's reach.
func (e english) via(x Presser) string {
	if x.Via == x.Power || x.Via == ir.World {
		return ""
	}
	return "through bases in " + e.called(x.Via)
}

func (e english) relations(c WhoPresses) string {
	by := map[study.Relation][]string{}
	for _, x := range c.Powers {
		by[x.Relation] = append(by[x.Relation], e.called(x.Power))
	}
	var out []string
	for _, r := range []struct {
		relation  study.Relation
		one, many string
	}{
		{study.Ally, " is bound to it by a defence pact", " are bound to it by defence pacts"},
		{study.Rival, " is a rival on record", " are rivals on record"},
		{study.Neither, " is neither ally nor rival", " are neither allies nor rivals"},
	} {
		switch names := by[r.relation]; {
		case len(names) == 1:
			out = append(out, names[0]+r.one)
		case len(names) > 1:
			out = append(out, andEN(names)+r.many)
		}
	}
	return upperFirst(strings.Join(out, "; ")) + "."
}

func (e english) gaining(c Gaining) Passage {
	p := Passage{Head: "Who is gaining"}
	gain := func(r Ratio) string {
		if r.rises() {
			return "gained"
		}
		return "lost ground"
	}
	b, a := upperFirst(e.called(c.Pair.B)), e.called(c.Pair.A)
	switch {
	case c.GDP.Known && c.Milex.Known && c.GDP.rises() == c.Milex.rises():
		p.Lead = fmt.Sprintf("%s has %s on %s in output and in arms alike.", b, gain(c.GDP), a)
		if !c.GDP.rises() {
			p.Lead = fmt.Sprintf("%s has lost ground to %s in output and in arms alike.", b, a)
		}
	case c.GDP.Known && c.Milex.Known && c.GDP.rises():
		p.Lead = fmt.Sprintf("%s has gained on %s in output but lost ground in arms.", b, a)
	case c.GDP.Known && c.Milex.Known:
		p.Lead = fmt.Sprintf("%s has gained on %s in arms but lost ground in output.", b, a)
	case c.GDP.Known:
		p.Lead = fmt.Sprintf("%s has %s against %s in output.", b, gain(c.GDP), a)
	default:
		p.Lead = fmt.Sprintf("%s has %s against %s in arms.", b, gain(c.Milex), a)
	}
	if c.GDP.Known {
		p.Why = append(p.Why, e.course("economy", c.Pair, c.GDP))
	}
	if c.Milex.Known {
		p.Why = append(p.Why, e.course("military spending", c.Pair, c.Milex))
	}
	return p
}

func (e english) course(what string, p study.Pair, r Ratio) string {
	text := fmt.Sprintf("%s %s was %s that of %s in %d and is %s in the newest figures", upperFirst(e.whose(p.B)), what,
		e.multiple(r.Then), e.called(p.A), r.Since, e.multiple(r.Now))
	if r.Crossed != 0 {
		text += fmt.Sprintf("; the lines last crossed in %d", r.Crossed)
	}
	return text + "."
}

// multiple prints a ratio: a share below one, a multiple above.
func (e english) multiple(a Amount) string {
	if a.Value < 1 {
		return e.pct(a)
	}
	if !a.ranged() {
		return short(a.Value) + " times"
	}
	return e.num(a) + " times"
}

func (e english) ownWeight(c OwnWeight) Passage {
	var parts []string
	if c.HasGDP {
		parts = append(parts, e.pct(c.GDP)+" of world GDP")
	}
	if c.HasMilex {
		parts = append(parts, e.pct(c.Milex)+" of world military spending")
	}
	return Passage{Head: "Own weight", Lead: fmt.Sprintf("%s itself holds %s.", upperFirst(e.called(c.State)), andEN(parts))}
}

func (e english) squeezed(c Squeezed) Passage {
	among := fmt.Sprintf("%d states", c.Among)
	if c.Taiwan {
		among = fmt.Sprintf("%d states and Taiwan", c.Among-1)
	}
	p := Passage{Head: "Rank"}
	switch {
	case c.Leads:
		p.Lead = fmt.Sprintf("%s is the most squeezed of the %s covered, under every one of the %d settings tried.",
			upperFirst(e.called(c.State)), among, c.Settings)
	case c.RankLow == c.RankHigh:
		p.Lead = fmt.Sprintf("%s ranks %s by squeeze among the %s covered, under every one of the %d settings tried.",
			upperFirst(e.called(c.State)), ordinal(c.Rank), among, c.Settings)
	default:
		p.Lead = fmt.Sprintf("%s ranks %s by squeeze among the %s covered; over the %d settings tried it ranks from %s to %s.",
			upperFirst(e.called(c.State)), ordinal(c.Rank), among, c.Settings, ordinal(c.RankLow), ordinal(c.RankHigh))
	}
	if c.Q95 > c.Q05 && (c.Q05 != c.RankLow || c.Q95 != c.RankHigh) {
		p.Why = append(p.Why, fmt.Sprintf("In nine settings of ten it ranks from %s to %s.", ordinal(c.Q05), ordinal(c.Q95)))
	}
	in := "every one of the settings"
	if c.PairShare < 1 {
		in = e.share(c.PairShare) + " of the settings"
	}
	p.Why = append(p.Why, fmt.Sprintf("The pair it is caught between is %s and %s in %s.", e.called(c.Pair.A), e.called(c.Pair.B), in))
	return p
}

func (e english) otherRanks(c OtherRanks) Passage {
	p := Passage{Head: "Other readings"}
	if c.Tightness == c.Squeeze && c.Total == c.Squeeze {
		p.Lead = "Its rank is the same against its own strength (tightness) and over all pairs of powers (total squeeze)."
		return p
	}
	p.Lead = fmt.Sprintf("Set against its own strength (tightness) it ranks %s, and over all pairs of powers (total squeeze) %s.",
		ordinal(c.Tightness), ordinal(c.Total))
	return p
}

func (e english) crisisOdds(c CrisisOdds) Passage {
	fight := "A fight"
	if c.AtWar {
		fight = "Once the war under way is over, a new fight"
	}
	p := Passage{Head: e.name(c.Challenger), Lead: fmt.Sprintf("%s with %s that costs lives, in any one year: %s; an invasion that is resisted: %s.",
		fight, e.called(c.Challenger), e.odds(c.Odds.Fight), e.odds(c.Odds.War))}
	start := fmt.Sprintf("%s starts a dispute: %s", upperFirst(e.called(c.Challenger)), e.odds(c.Odds.Demand))
	if c.Record.Value > 0 {
		start += fmt.Sprintf("; on record it has started %s a year", short(c.Record.Value))
	}
	if c.Unplayed {
		start += fmt.Sprintf("; it has started none on record and starts none in the futures explored, but of the powers near %s it is the one that presses most", e.called(c.State))
	}
	p.Why = append(p.Why, start+".", fmt.Sprintf("%s resists: %s. The dispute then costs lives: %s.",
		upperFirst(e.called(c.State)), e.odds(c.Odds.Resist), e.odds(c.Odds.Attack)))
	if c.Means != nil {
		p.Why = append(p.Why, e.means(*c.Means))
	}
	if !c.HasPatron {
		p.Why = append(p.Why, "No power is bound to come to its aid against this challenger.")
		return p
	}
	p.Why = append(p.Why, fmt.Sprintf("If it is an invasion, a patron comes to its aid, %s first of all: %s.", e.called(c.Patron), e.odds(c.Odds.Intervene)))
	if len(c.Helpers) == 0 {
		p.Why[len(p.Why)-1] = fmt.Sprintf("If it is an invasion, %s comes to its aid: %s.", e.called(c.Patron), e.odds(c.Odds.Intervene))
		return p
	}
	names := make([]string, len(c.Helpers))
	for i, h := range c.Helpers {
		names[i] = e.called(h)
	}
	p.Why = append(p.Why, fmt.Sprintf("May come too: %s.", andEN(names)))
	return p
}

func (e english) patronMatters(c PatronMatters) Passage {
	p := Passage{Head: "With and without " + e.called(c.Patron)}
	move := "rises"
	if c.Without.Attack.Value < c.With.Attack.Value {
		move = "falls"
	}
	p.Lead = fmt.Sprintf("Without %s, the chance that a dispute with %s costs lives once %s resists %s from %s to %s.",
		e.called(c.Patron), e.called(c.Challenger), e.called(c.State), move, e.share(c.With.Attack.Value), e.share(c.Without.Attack.Value))
	if !c.Clear {
		p.Lead = fmt.Sprintf("With or without %s there is no clear difference in the chance that a dispute with %s costs lives once %s resists: %s with, %s without.",
			e.called(c.Patron), e.called(c.Challenger), e.called(c.State), e.pct(c.With.Attack), e.pct(c.Without.Attack))
	}
	p.Why = append(p.Why, fmt.Sprintf("In an invasion %s prevails over %s alone: %s; with help: %s.",
		e.called(c.Challenger), e.called(c.State), e.odds(c.With.WinAlone), e.odds(c.With.WinJoined)))
	return p
}

// interval prints the range of a share alone.
func (s style) interval(a Amount) string { return s.pctRange(a.Low, a.High, percentPlaces(a)) }

func (e english) effortBuys(c EffortBuys) Passage {
	lead := fmt.Sprintf("Against %s own forces count: with %s today’s the chance that a dispute costs lives once resisted is %s, with %s %s, against %s now.",
		e.called(c.Challenger), timesEN(c.Less.Forces), e.share(c.Less.Attack), timesEN(c.More.Forces), e.share(c.More.Attack), e.share(c.Now.Attack))
	if !c.Matters {
		lead = fmt.Sprintf("Against %s own forces change little: from %s to %s today’s, the chance that a dispute costs lives once resisted goes from %s to %s.",
			e.called(c.Challenger), timesEN(c.Less.Forces), timesEN(c.More.Forces), e.share(c.Less.Attack), e.share(c.More.Attack))
	}
	if !c.Matters && e.share(c.Less.Attack) == e.share(c.More.Attack) {
		lead = fmt.Sprintf("Against %s own forces change nothing that shows: with %s and with %s today’s, the chance that a dispute costs lives once resisted is %s.",
			e.called(c.Challenger), timesEN(c.Less.Forces), timesEN(c.More.Forces), e.share(c.More.Attack))
	}
	return Passage{Head: "What resistance buys", Lead: lead}
}
