package brief

import (
	"fmt"
	"math"

	"github.com/shatterbelt/shatterbelt/study"
)

func (e english) lives(c Lives) Passage {
	all := ""
	if c.Record.People > 0 {
		all = fmt.Sprintf(", about %s in all", heads(c.Deaths.Value/1e6*c.Record.People))
	}
	p := Passage{Head: "Lives", Lead: fmt.Sprintf("Under %s, on average over the futures, %s people per million lose their lives in %d years%s; in the worst tenth of futures %s per million.",
		e.quote(c.Strategy), e.deaths(c.Deaths), c.Years, all, heads(c.Worst.Value))}
	if c.Record.Years == 0 {
		return p
	}
	found := "none"
	if c.Record.Record > 0 {
		found = short(c.Record.Record) + " a year"
	}
	p.Why = append(p.Why, fmt.Sprintf("Standing still, the simulation loses %s a million a year; the record of battle deaths, %s, has %s.",
		short(c.Record.Simulated), years(c.Record.First, c.Record.Last, e.to), found))
	if w := e.warsSince(c.Record); w != "" {
		p.Why = append(p.Why, w)
	}
	return p
}

// warsSince says which wars came after the record of deaths ends.
func (e english) warsSince(l study.Lost) string {
	if len(l.Since) == 0 {
		return ""
	}
	wars := make([]string, len(l.Since))
	for i, w := range l.Since {
		wars[i] = fmt.Sprintf("%s (%s)", e.called(w.State), years(w.First, w.Last, e.to))
	}
	return fmt.Sprintf("That record ends before the fighting with %s, whose dead are not in it.", andEN(wars))
}

// deaths prints a number of deaths with its range, no finer than the range allows.
func (s style) deaths(a Amount) string {
	unit := math.Pow10(max(0, int(math.Floor(math.Log10(max(a.High-a.Low, 1))))-1))
	at := func(v float64) float64 { return math.Round(v/unit) * unit }
	return s.num(Amount{at(a.Value), at(a.Low), at(a.High)})
}

// heads prints a number of people with two significant digits.
func heads(n float64) string {
	if n < 1 {
		return short(n)
	}
	unit := math.Pow10(max(0, int(math.Floor(math.Log10(n)))-1))
	return decimal(math.Round(n/unit)*unit, 0)
}

func (e english) tieForgone(c TieForgone) Passage {
	p := Passage{Head: "The tie it gives up", Lead: fmt.Sprintf("Today’s course is good enough in %s of futures without the tie with %s and in %s with it",
		e.pct1(c.Without), e.called(c.Power), e.pct1(c.With))}
	if d := c.Decides; d != nil {
		p.Lead += fmt.Sprintf(", and %s decides: ask nothing of it, and the shares are %s and %s.", lowerFirst(e.outcome(d.Outcome)), e.share(d.OtherWithout), e.share(d.OtherWith))
	} else {
		p.Lead += "; no one interest decides that."
	}
	if c.Price != nil {
		p.Why = append(p.Why, fmt.Sprintf("What a patron costs in autonomy is assumed, not measured: ‘%s’, explored from %s.",
			e.driver(*c.Price), e.span(c.Price.Min, c.Price.Max, c.Price.Unit, " to ")))
	}
	p.Why = append(p.Why, e.whereItPays(c.Turn), fmt.Sprintf("Security is worse without it in %s of futures.", e.pct(c.Losers)))
	if c.Recorded > 0 {
		other, held := "without", fmt.Sprintf("%d of the %d", c.Held, c.Recorded)
		if 2*c.Held < c.Recorded {
			other = "with"
		}
		switch c.Held {
		case 0:
			held = fmt.Sprintf("none of the %d", c.Recorded)
		case c.Recorded:
			held = fmt.Sprintf("all %d", c.Recorded)
		}
		p.Why = append(p.Why, fmt.Sprintf("It had the tie in %s years on record: how many disputes there are %s it is the simulation’s answer, not the record’s.", held, other))
	}
	return p
}

// whereItPays says at which value of an assumption a tie begins to pay.
func (e english) whereItPays(t *study.Turn) string {
	switch {
	case t == nil:
		return "No one assumption, varied over its range, makes the tie clearly pay."
	case t.Driver.Choice() && t.Below:
		return fmt.Sprintf("With %s the tie pays.", e.form(t.Driver, math.Inf(-1), t.At))
	case t.Driver.Choice():
		return fmt.Sprintf("With %s the tie pays.", e.form(t.Driver, t.At, math.Inf(1)))
	case t.Below:
		return fmt.Sprintf("Where ‘%s’ is below %s the tie pays.", e.driver(t.Driver), e.quantity(t.At, t.Driver.Unit))
	}
	return fmt.Sprintf("Where ‘%s’ is above %s the tie pays.", e.driver(t.Driver), e.quantity(t.At, t.Driver.Unit))
}
