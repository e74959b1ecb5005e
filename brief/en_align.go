package brief

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/alignment"
	"github.com/shatterbelt/shatterbelt/study"
)

func (e english) powersTies(c PowersTies) Passage {
	p := Passage{Head: "Ties with the powers"}
	var counted []string
	for _, d := range c.Shared {
		counted = append(counted, dimensionEN[d])
	}
	p.Lead = fmt.Sprintf("Counting %s, the dimensions known of all %d powers, ", andEN(counted), c.Powers)
	switch {
	case c.Closest != ir.World && c.Furthest != ir.World:
		p.Lead += fmt.Sprintf("its ties are closest with %s and furthest from %s.", e.called(c.Closest), e.called(c.Furthest))
	case c.Closest != ir.World:
		p.Lead += fmt.Sprintf("its ties are closest with %s.", e.called(c.Closest))
	case c.Furthest != ir.World:
		p.Lead += fmt.Sprintf("it stands furthest from %s and has closest ties with no one power.", e.called(c.Furthest))
	default:
		p.Lead += "it has closest ties with no one power."
	}
	switch {
	case c.Defence != ir.World && c.Trade != ir.World && c.Defence != c.Trade:
		p.Why = append(p.Why, fmt.Sprintf("Of the powers, only %s has a defence pact with it; %s trades most with it.", e.called(c.Defence), e.called(c.Trade)))
	case c.Defence != ir.World && c.Trade != ir.World:
		p.Why = append(p.Why, fmt.Sprintf("Of the powers, only %s has a defence pact with it, and trades most with it too.", e.called(c.Defence)))
	case c.Trade != ir.World:
		p.Why = append(p.Why, fmt.Sprintf("Of the powers, it trades most with %s.", e.called(c.Trade)))
	}
	treaties := func(p study.PowerTies) *study.Likeness { return p.Treaties }
	votes := func(p study.PowerTies) *study.Likeness { return p.Votes }
	if x := e.likeness(c, "Treaty portfolios over %s, %d", treaties, func(l study.Likeness) string { return Population(l, e.lang) }); x != "" {
		p.Why = append(p.Why, x)
	}
	if x := e.likeness(c, "UN roll calls, %s votes, %d", votes, func(l study.Likeness) string { return strconv.Itoa(l.Items) }); x != "" {
		p.Why = append(p.Why, x)
	}
	return e.others(p, c)
}

// likeness sets S and kappa with both powers side by side.
func (e english) likeness(c PowersTies, head string, of func(study.PowerTies) *study.Likeness, over func(study.Likeness) string) string {
	a, b := of(c.A), of(c.B)
	if a == nil || b == nil {
		return ""
	}
	return fmt.Sprintf(head+": S %s and kappa %s with %s, S %s and kappa %s with %s. S takes no account of chance.", over(*a), a.Year,
		decimal(a.S, 2), decimal(a.Kappa, 2), e.called(c.Pair.A), decimal(b.S, 2), decimal(b.Kappa, 2), e.called(c.Pair.B))
}

// others adds what imported data say.
func (e english) others(p Passage, c PowersTies) Passage {
	for i, o := range c.A.Others {
		if i < len(c.B.Others) && c.B.Others[i].Indicator == o.Indicator {
			p.Why = append(p.Why, fmt.Sprintf("Of the powers’ %s in %d–%d: %s %s, %s %s.", e.words(otherWords, o.Indicator), o.From, o.To,
				e.called(c.Pair.A), e.share(o.Share), e.called(c.Pair.B), e.share(c.B.Others[i].Share)))
		}
	}
	return p
}

func (e english) swung(c Swung) Passage {
	p := Passage{Head: "When its leader changes"}
	if !c.Known {
		p.Lead = "Whether its course moves when its leader changes cannot be told: too few turnovers and yearly ties are on record together."
		return p
	}
	at := fmt.Sprintf("percentile %s among %d states over %d settings, 100 being the most", e.num(amount(c.Percentile)), c.States, c.Settings)
	switch c.Verdict {
	case alignment.Swings:
		p.Lead = fmt.Sprintf("Its course moves with a change of leader more than is usual: %s.", at)
	case alignment.Steadier:
		p.Lead = fmt.Sprintf("Its course moves with a change of leader less than is usual: %s.", at)
	default:
		p.Lead = fmt.Sprintf("Whether its course moves with its leaders more than is usual is undetermined: %s.", at)
	}
	p.Why = append(p.Why, fmt.Sprintf(
		"In years of turnover it moved %s times as far as in others, %s times once what is known of all states is taken in; %s is usual. Chance that it swings more than is usual: %s.",
		decimal(c.Own, 1), decimal(c.Pooled, 2), decimal(c.Usual, 2), e.share(c.Above)))
	return e.rests(p, c)
}

// rests says which series and turnovers a swing rests on.
func (e english) rests(p Passage, c Swung) Passage {
	var used, unused []string
	for _, s := range c.Parts {
		name := e.words(seriesWords, s.Series)
		if s.Used {
			used = append(used, fmt.Sprintf("%s (%d years of turnover, %d others)", name, s.Turnovers, s.Other))
		} else {
			unused = append(unused, name)
		}
	}
	text := fmt.Sprintf("Rests on %s, with leaders known for %d–%d.", andEN(used), c.From, c.To)
	if len(unused) > 0 {
		text += fmt.Sprintf(" Too few years of %s.", andEN(unused))
	}
	p.Why = append(p.Why, text)
	return p
}

func (e english) likest(c Likest) Passage {
	p := Passage{Head: "States most like it"}
	var names []string
	for _, s := range c.States {
		names = append(names, e.called(s.State))
	}
	p.Lead = fmt.Sprintf("Over %d dimensions in seven themes it is most like %s.", c.Of, andEN(names))
	const most = 3
	for _, s := range c.States[:min(most, len(c.States))] {
		text := fmt.Sprintf("%s (%s spreads apart)", upperFirst(e.called(s.State)), decimal(s.Apart, 1))
		if like := e.themes(s.Like); like != "" {
			text += ": alike in " + like
		}
		if unlike := e.themes(s.Unlike); unlike != "" {
			text += "; unlike in " + unlike
		}
		p.Why = append(p.Why, text+".")
	}
	return p
}

func (e english) themes(keys []string) string {
	words := make([]string, len(keys))
	for i, k := range keys {
		words[i] = e.words(themeWords, k)
	}
	return andEN(words)
}

func (e english) beside(c Beside) Passage {
	a, b := e.called(c.State), e.called(c.Other)
	p := Passage{Head: fmt.Sprintf("%s beside %s", upperFirst(a), b)}
	p.Lead = fmt.Sprintf("Of %d dimensions known of both, %s and %s are alike in %d; of %d other states %s nearer to %s.",
		c.Known, a, b, c.Alike, c.Among-1, map[bool]string{true: "1 is", false: fmt.Sprintf("%d are", c.Closer)}[c.Closer == 1], a)
	for _, d := range c.Largest {
		p.Why = append(p.Why, fmt.Sprintf("%s: %s %s, %s %s; %s.", upperFirst(e.aspect(d.Key, c.Pair)), a, e.figure(d, d.Value), b, e.figure(d, d.Other), e.level(d, a)))
	}
	if len(c.Unknown) > 0 {
		var names []string
		for _, key := range c.Unknown {
			names = append(names, e.aspect(key, c.Pair))
		}
		p.Why = append(p.Why, fmt.Sprintf("Not compared, for want of figures or of a spread among states: %s.", andEN(names)))
	}
	return p
}

// level says a verdict of the first state.
func (e english) level(d study.Contrasted, a string) string {
	return map[alignment.Level]string{
		alignment.MuchMore: "much more in " + a, alignment.More: "more in " + a, alignment.Alike: "alike",
		alignment.Less: "less in " + a, alignment.MuchLess: "much less in " + a,
	}[d.Verdict]
}

// aspect is a dimension of a contrast in words.
func (l *lexicon) aspect(key string, p study.Pair) string {
	text := l.words(aspectWords, key)
	switch key {
	case "lean":
		return fmt.Sprintf(text, l.called(p.A), l.called(p.B))
	case "trade_a":
		return fmt.Sprintf(text, l.called(p.A))
	case "trade_b":
		return fmt.Sprintf(text, l.called(p.B))
	}
	return text
}

// figure prints a value of a contrast with its unit.
func (l *lexicon) figure(d study.Contrasted, v float64) string {
	switch d.Unit {
	case "share of GDP", "share of world":
		return l.pct(Amount{v, v, v})
	case "US$ current", "US$ 2021":
		return l.money(v)
	case "US$ current per person":
		return l.pick("US$"+"\u00a0"+decimal(v, 0), decimal(v, 0)+"달러")
	case "km":
		return kilometres(v)
	case "states":
		return l.pick(decimal(v, 0), decimal(v, 0)+"개국")
	case "persons":
		return l.people(v)
	case "% of GDP", "% of energy use", "% of merchandise imports":
		return decimal(v, 1) + l.percent
	}
	return decimal(v, 2)
}

// people prints how many there are.
func (l *lexicon) people(v float64) string {
	const million = 1e6
	if l.lang == "ko" {
		return decimal(v/1e4, 0) + "만 명"
	}
	return decimal(v/million, clampPlaces(1-math.Floor(math.Log10(max(v/million, 0.1))))) + "\u00a0million"
}

func (e english) tiesTitle(c PowersTies) string {
	a, b, v := e.called(c.Pair.A), e.called(c.Pair.B), c.Course
	if v.Now < 0 {
		a, b = b, a
	}
	switch {
	case !v.Known:
		return fmt.Sprintf("How much %s has traded with %s and with %s", e.called(c.State), a, b)
	case (v.Now < 0) != (v.Then < 0):
		return fmt.Sprintf("Since %d %s votes have come to be closer to %s than to %s", v.Since, e.whose(c.State), a, b)
	}
	return fmt.Sprintf("As in %d, %s votes are closer to %s than to %s", v.Since, e.whose(c.State), a, b)
}

func (e english) swungTitle(c Swung) string {
	switch c.Verdict {
	case alignment.Swings:
		return fmt.Sprintf("%s moves more than most when its leader changes", upperFirst(e.called(c.State)))
	case alignment.Steadier:
		return fmt.Sprintf("%s moves less than most when its leader changes", upperFirst(e.called(c.State)))
	}
	return fmt.Sprintf("The record does not tell %s from other states at a change of leader", e.called(c.State))
}

func (e english) besideTitle(c Beside) string {
	return fmt.Sprintf("Where %s and %s stand among states", e.called(c.State), e.called(c.Other))
}

// listed joins names, or gives a dash.
func listed(names []string, by string) string {
	if len(names) == 0 {
		return "–"
	}
	return strings.Join(names, by)
}

func (e english) contrastHeading(a, b ir.CCode) string {
	return fmt.Sprintf("%s and %s, side by side", upperFirst(e.called(a)), e.called(b))
}

func (e english) likeHeading(c ir.CCode) string {
	return "The states most like " + e.called(c)
}
