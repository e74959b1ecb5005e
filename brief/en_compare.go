package brief

import (
	"fmt"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

func (e english) strengths(c Strengths) Passage {
	var said, level []string
	for _, s := range c.Outcomes {
		if !s.Clear || e.num1(s.BestMean) == e.num1(s.WorstMean) {
			level = append(level, lowerFirst(e.outcome(s.Outcome)))
			continue
		}
		form := "on %s %s (%s) and %s (%s)"
		if len(said) == 0 {
			form = "on %s the best is %s (%s) and the last %s (%s)"
		}
		said = append(said, fmt.Sprintf(form, lowerFirst(e.outcome(s.Outcome)),
			e.quote(s.Best), e.num1(s.BestMean), e.quote(s.Worst), e.num1(s.WorstMean)))
	}
	p := Passage{Head: "What each serves"}
	if len(said) == 0 {
		p.Lead = "On no single outcome do the strategies differ clearly."
		return p
	}
	p.Lead = upperFirst(strings.Join(said, "; ")) + "."
	if len(level) > 0 {
		p.Why = append(p.Why, fmt.Sprintf("There is no clear difference on %s.", andEN(level)))
	}
	return p
}

func (e english) shortfalls(c Shortfalls) Passage {
	var parts []string
	for _, s := range c.By {
		parts = append(parts, fmt.Sprintf("%s under %s", lowerFirst(e.outcome(s.Outcome)), e.quotes(s.Strategies)))
	}
	if len(c.By) == 1 {
		return Passage{Head: "What falls short", Lead: fmt.Sprintf("Whatever the strategy, the threshold missed most often is the one for %s.", lowerFirst(e.outcome(c.By[0].Outcome)))}
	}
	return Passage{Head: "What falls short", Lead: "The threshold missed most often is " + strings.Join(parts, "; ") + "."}
}

func (e english) downside(c Downside) Passage {
	p := Passage{Head: "When it goes badly"}
	if c.RegretClear {
		p.Lead = fmt.Sprintf("%s loses least against the best choice in each future: its mean regret is %s, and that of %s, %s, the most.",
			e.quote(c.LeastRegret), e.num(c.Regret), e.quote(c.MostRegret), e.num(c.RegretMost))
	} else {
		p.Lead = fmt.Sprintf("%s and %s share the least mean regret, %s, with no clear difference between them; %s has the most, %s.",
			e.quote(c.LeastRegret), e.quote(c.SecondRegret), e.num(c.Regret), e.quote(c.MostRegret), e.num(c.RegretMost))
	}
	same := ""
	if c.BestWorst != c.Top {
		same = fmt.Sprintf(", which is not the strategy that holds up most often, %s", e.quote(c.Top))
	}
	doubt := ""
	if !c.WorstClear {
		doubt = " (no clear difference from the next)"
	}
	p.Why = append(p.Why, fmt.Sprintf("In the worst tenth of futures the best is %s, at %s%s%s.", e.quote(c.BestWorst), e.num(c.WorstTenth), doubt, same))
	return p
}

func (e english) reversal(c Reversal) Passage {
	head, also := "What else changes the lead", " also"
	if c.First {
		head, also = "What changes the lead", ""
	}
	return Passage{Head: head, Lead: fmt.Sprintf("The lead%s changes with ‘%s’: %s.", also, e.driver(c.Flip.Driver), e.sides(c.Flip)),
		Why: e.standing(c.Flip)}
}

func (e english) disputedSigns(c DisputedSigns) Passage {
	p := Passage{Head: "Disputed signs"}
	var names []string
	for _, f := range c.Clear {
		names = append(names, "‘"+e.driver(f.Driver)+"’")
	}
	if len(names) == 0 {
		p.Lead = "Turning round the effects whose sign scholars dispute never clearly changes which strategy leads."
		return p
	}
	p.Lead = fmt.Sprintf("Of the effects whose sign scholars dispute, these reverse the lead: %s.", andEN(names))
	return p
}

func (e english) skill(c Skill) Passage {
	s := c.Score
	return Passage{Head: "Score", Lead: fmt.Sprintf("%s: %s %s against %s for %s on %s, %s.",
		upperFirst(e.model(s.Model)), e.model(s.Metric), plain(s.Value), plain(s.Baseline), e.model(s.BaselineN), years(s.From, s.To, "–"), e.better(s.Skill))}
}

// better says how a score stands to its baseline.
func (e english) better(skill float64) string {
	if skill > 0 {
		return e.share(skill) + " better"
	}
	return e.share(-skill) + " worse"
}

func (e english) sensitivity(c Sensitivity) Passage {
	parts := make([]string, len(c.Drivers))
	for i, d := range c.Drivers {
		parts[i] = fmt.Sprintf("‘%s’ %s", e.driver(d), e.ends(d))
	}
	return Passage{Head: "What matters most", Lead: fmt.Sprintf("After ‘%s’, the share good enough depends most on %s.", e.driver(c.First), andEN(parts))}
}

func (e english) method(c Method) Passage {
	p := Passage{Head: "Method", Lead: fmt.Sprintf(
		"%d strategies met the same %s futures (seed %d), each played year by year for %d years; %d uncertainties and %d assumed coefficients were drawn across their whole ranges.",
		c.Strategies, decimal(float64(c.Futures), 0), c.Seed, c.Years, c.Uncertainties, c.Coefficients),
		Why: []string{
			"Every strategy sees the same chance events, so that differences come from the strategies alone.",
			fmt.Sprintf("Regret is the shortfall from the best of the %d in the same future; a strategy leads where the 90 %% interval of its paired difference excludes zero.", c.Strategies),
			fmt.Sprintf("Squeeze is what two hostile powers can both bring to bear, taken over %d settings of distance, bases and stakes; crises are a sequence of choices made with error, solved from the end.", c.Settings),
		}}
	if len(c.Fixed) > 0 {
		p.Why = append(p.Why, "Held at one value at the user’s wish, and so not explored: "+e.fixed(c.Fixed)+".")
	}
	return p
}

func (e english) caution(c Caution) Passage {
	items := e.items(c.Warnings)
	say := func(head, lead string) Passage { return Passage{Head: head, Lead: lead} }
	switch c.Code {
	case "stale":
		return say("Old figures", "The newest figure to be had is old: "+items+".")
	case "range":
		return say("Published as a range", "Published only as a range, and sampled across it: "+items+".")
	case "missing":
		return say("Gaps", "No figure exists, so what needs it goes without: "+items+".")
	case "lever-effects":
		return say("Levers", "How far a lever moves hostility, commitment and onset is assumed and swept, never estimated.")
	case "steps":
		return say("Simplified", "Trade does not rearrange itself among third states, and who joins a war, how often coercion comes and how far a change of government turns the course are assumed and swept, not estimated.")
	case "unscored":
		return say("Not scored", "Not scored on years that it has not seen: "+items+".")
	case "no-tie-record":
		return say("Ties", "No record shows the depth of these ties, so they are taken as none: "+items+".")
	case "off-record":
		return say("Off the record", "Standing still, the simulation leaves the band of the record for: "+items+".")
	case "few-powers":
		return say("Powers", "Few powers are in reach, so the pair is chosen among few: "+items+".")
	}
	if items == "" {
		return say("Caution", "Caution noted: "+strings.ReplaceAll(c.Code, "-", " ")+".")
	}
	return say("Caution", "Caution noted ("+strings.ReplaceAll(c.Code, "-", " ")+"): "+items+".")
}

// items lists what warnings are about: "South Korea alliances (2018)".
func (l *lexicon) items(warnings []prov.Warning) string {
	var out []string
	for _, w := range warnings {
		var parts, states []string
		for _, c := range []ir.CCode{w.State, w.Other} {
			if c != ir.World {
				states = append(states, l.name(c))
			}
		}
		if len(states) > 0 {
			parts = append(parts, strings.Join(states, "–"))
		}
		if w.Item != "" {
			parts = append(parts, l.item(w.Item))
		}
		text := strings.Join(parts, " ")
		if w.Year != 0 {
			text += l.pick(fmt.Sprintf(" (%d)", w.Year), fmt.Sprintf(" %d년", w.Year))
		}
		if text = strings.TrimSpace(text); text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, "; ")
}

// item is the label of an indicator or of a part of the model.
func (l *lexicon) item(name string) string {
	if _, ok := l.indicators[name]; ok {
		return l.indicator(name)
	}
	return l.model(name)
}
