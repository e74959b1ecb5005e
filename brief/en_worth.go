package brief

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/study"
)

// instead says how often today's course is good enough without a tie.
func (e english) instead(t TieWorth) string {
	if t.Clear && e.pct1(t.With) != e.pct1(t.Without) {
		return fmt.Sprintf("today’s course would be good enough in %s of futures instead of %s", e.pct(t.Without), e.pct(t.With))
	}
	return fmt.Sprintf("today’s course would be good enough about as often: in %s of futures, with it in %s", e.pct1(t.Without), e.pct1(t.With))
}

func (e english) allianceWorth(c AllianceWorth) Passage {
	t := c.Tie
	p := Passage{Head: "What the alliance is worth", Lead: fmt.Sprintf("Without the tie with %s, and all else equal, %s.", e.called(t.Power), e.instead(t))}
	p.Why = e.effects(t)
	if len(t.Counts) == 0 {
		p.Why = append(p.Why, "The number of disputes, fights and invasions does not clearly change.")
	}
	p.Why = append(p.Why, fmt.Sprintf("Security would be worse in %s of futures. The same %s futures were run with the tie and without; other allies stay.",
		e.pct(t.Losers), decimal(float64(t.Futures), 0)))
	return p
}

func (e english) tradeWorth(c TradeWorth) Passage {
	p := Passage{Head: "What trade is worth"}
	var parts []string
	for _, t := range c.Ties {
		parts = append(parts, fmt.Sprintf("with economic partnership with %s cut to nothing, %s", e.called(t.Power), e.instead(t)))
		p.Why = append(p.Why, upperFirst(e.called(t.Power))+": "+lowerFirst(strings.Join(e.effects(t), " ")))
	}
	p.Lead = upperFirst(strings.Join(parts, "; ")) + "."
	if !slices.ContainsFunc(c.Ties, func(t TieWorth) bool { return len(t.Counts) > 0 }) {
		p.Why = append(p.Why, "Neither cut clearly changes the number of disputes, fights or invasions.")
	}
	p.Why = append(p.Why, fmt.Sprintf("By assumption the cut takes about %s of the trade with that power; trade with others does not take its place.", e.share(c.Ties[0].Cut)))
	return p
}

// effects lists what clearly changes without a tie.
func (e english) effects(t TieWorth) []string {
	var parts, out []string
	for _, g := range []struct {
		word string
		of   []Change
	}{{"worse", t.Worse}, {"better", t.Better}} {
		if len(g.of) > 0 {
			parts = append(parts, fmt.Sprintf("%s on %s", g.word, andEN(e.changes(g.of))))
		}
	}
	if len(parts) > 0 {
		out = append(out, "Without it things go "+strings.Join(parts, "; ")+".")
	} else {
		out = append(out, "No interest clearly changes.")
	}
	if len(t.Counts) == 0 {
		return out
	}
	return append(out, fmt.Sprintf("In a hundred futures of %d years there would be %s.", t.Years, andEN(e.counts(t.Counts))))
}

func (e english) changes(list []Change) []string {
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = fmt.Sprintf("%s (%s)", lowerFirst(e.outcome(c.Outcome)), signed(e.num1(c.By)))
	}
	return out
}

func (e english) counts(list []Change) []string {
	out := make([]string, len(list))
	for i, c := range list {
		way := "more"
		if c.By.Value < 0 {
			way = "fewer"
		}
		out[i] = fmt.Sprintf("%s %s %s", short(100*abs(c.By.Value)), way, countsEN[c.Outcome])
	}
	return out
}

var countsEN = map[string]string{"disputes": "disputes", "fights": "fights", "wars": "invasions fought", "concessions": "concessions"}

// signed puts a plus before a number that has no minus.
func signed(s string) string {
	if strings.HasPrefix(s, "−") {
		return s
	}
	return "+" + s
}

// points prints a difference of shares in points of a hundred.
func (l *lexicon) points(a Amount) string {
	p, unit := percentPlaces(a), l.pick(" points", "%p")
	lo, hi := abs(a.Low), abs(a.High)
	if lo > hi {
		lo, hi = hi, lo
	}
	if a.Low < 0 && a.High > 0 || a.Low == a.High {
		return decimal(100*abs(a.Value), p) + unit
	}
	return decimal(100*abs(a.Value), p) + unit + l.open + decimal(100*lo, p) + l.to + decimal(100*hi, p) + ")"
}

func (e english) slip(s study.Slip) string {
	label, unit := e.lever(s.Lever)
	return fmt.Sprintf("%s %s", label, e.span(s.From, s.To, unit, " → "))
}

func (e english) smallMistake(c SmallMistake) Passage {
	p := Passage{Head: "The price of one small mistake"}
	if !c.Any {
		p.Lead = fmt.Sprintf("No mistake of one step on %s clearly costs anything.", e.quote(c.Strategy))
	} else {
		p.Lead = fmt.Sprintf("On %s the dearest mistake of one step is %s: it takes %s off the share good enough (%s).",
			e.quote(c.Strategy), e.slip(c.Worst), e.points(amount(c.Worst.Good)), e.pct1(c.Base))
		p.Why = append(p.Why, e.reverse(c))
	}
	p.Why = append(p.Why, fmt.Sprintf("A step is as far as the lever can move in a year, held for good. Of %d such mistakes %d clearly cost and %d clearly gain, over %s futures.",
		c.Tried, c.Costly, c.Gainful, decimal(float64(c.Futures), 0)))
	return p
}

func (e english) reverse(c SmallMistake) string {
	switch a := amount(c.Reverse.Good); {
	case !c.Turned:
		return "The lever stands at its bound, so there is no mistake the other way."
	case !c.Reverse.Clear:
		return fmt.Sprintf("The same step the other way (%s) makes no clear difference.", e.slip(c.Reverse))
	case a.Value < 0:
		return fmt.Sprintf("The same step the other way (%s) costs %s.", e.slip(c.Reverse), e.points(a))
	default:
		return fmt.Sprintf("The same step the other way (%s) gains %s.", e.slip(c.Reverse), e.points(a))
	}
}

func (e english) againstRecord(c AgainstRecord) Passage {
	p := Passage{Head: "Beside the record"}
	if out := outside(c.Check); len(out) > 0 {
		names := make([]string, len(out))
		for i, r := range out {
			names[i] = fmt.Sprintf("%s (%s)", countsEN[string(r.Event)], e.besideRecord(r))
		}
		p.Lead = fmt.Sprintf("Standing still, %s in the simulation leaves the band of its record on %s.", e.called(c.State), andEN(names))
	} else {
		p.Lead = fmt.Sprintf("Standing still, %s in the simulation stays inside the band of its record on all %s counts below.",
			e.called(c.State), numberWord(len(c.Check.Rates)))
	}
	p.Why = append(p.Why, fmt.Sprintf("Its challengers started %s disputes with it in the %s years on record.", decimal(c.Check.Disputes, 0), decimal(c.Check.Years, 0)))
	if c.Check.AtWar {
		p.Why = append(p.Why, "The runs begin in the middle of a war.")
	}
	if w := e.warsSince(c.Check.Lives); w != "" {
		p.Why = append(p.Why, "The deaths are of "+years(c.Check.Lives.First, c.Check.Lives.Last, e.to)+".", w)
	}
	return p
}

// besideRecord says a simulated rate and the band of the record.
func (e english) besideRecord(r study.Rated) string {
	return fmt.Sprintf("%s a year, band %s", short(r.Simulated), band(r, e.to))
}
