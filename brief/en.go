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

// numberEN counts things in words up to twelve.
func numberEN(n int, one, many string) string {
	if n == 1 {
		return numberWord(n) + " " + one
	}
	return numberWord(n) + " " + many
}

// numberWord is a count in words up to twelve.
func numberWord(n int) string {
	words := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	if n < len(words) {
		return words[n]
	}
	return fmt.Sprint(n)
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
	p.Act = e.leaveToLast(c.State, c.Last, c.Instead)
	return p
}

// share prints a share that has no interval of its own.
func (s style) share(v float64) string { return s.pct(Amount{v, v, v}) }

func timesEN(n float64) string {
	switch n {
	case 0.5:
		return "half"
	case 2:
		return "twice"
	}
	return short(n) + " times"
}

func (e english) overturn(c Overturn) Passage {
	p := Passage{Head: "What would overturn it"}
	if !c.Clear {
		other := "another strategy"
		if c.Tied {
			other = "a strategy outside the first recommendation"
		}
		none := "No assumption"
		if c.Tried > 0 {
			none = fmt.Sprintf("None of the %d uncertainties and assumed coefficients", c.Tried)
		}
		none += ", varied over its range,"
		if c.Interests > 0 {
			none += fmt.Sprintf(" and none of the %s interests, left out,", numberWord(c.Interests))
		}
		p.Lead = fmt.Sprintf("%s clearly hands the lead to %s by as much as %s points.", none, other, short(100*c.Margin))
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
	p := Passage{Head: "Where the models missed"}
	for _, r := range c.Outside {
		p.Why = append(p.Why, fmt.Sprintf("For %s the simulation leaves the band of the record on %s: %s.", e.called(c.State), countsEN[string(r.Event)], e.besideRecord(r)))
	}
	s := c.Score
	scores := fmt.Sprintf("%s events in %s", decimal(float64(s.Events), 0), decimal(float64(s.N), 0))
	part := fmt.Sprintf("Every part tested beat its plain baseline; least so %s, on %s: %s (%s).", e.model(s.Model), years(s.From, s.To, "–"), e.better(s.Skill), scores)
	if s.Skill <= 0 {
		part = fmt.Sprintf("On %s %s did no better than %s (%s).", years(s.From, s.To, "–"), e.model(s.Model), e.model(s.BaselineN), scores)
	}
	p.Why = append(p.Why, part)
	if c.Inside > 0 && len(c.Outside) == 0 {
		p.Why = append(p.Why, fmt.Sprintf("For %s all %s rates simulated lie inside the bands of its record.", e.called(c.State), numberWord(c.Inside)))
	}
	p.Lead, p.Why = p.Why[0], p.Why[1:]
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
