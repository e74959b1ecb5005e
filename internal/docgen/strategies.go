package docgen

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/strategy"
)

// course holds the words of the page on strategies.
type course struct {
	title, intro                  string
	leverHead, seenHead, fileHead string
	leverCols, seenCols, keyCols  []string
	settingCols                   []string
	named, figures, to, today     string
	drift, nothing, from, files   string
	kinds                         [4]string
	above, below                  string
	keys                          [][2]string
	pick                          func(en, ko string) string
}

// strategies writes the page on levers, rules and the named strategies.
func (c *course) strategies() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n", c.title, c.intro)
	for _, s := range strategy.Named() {
		c.one(&b, &s)
	}
	c.levers(&b)
	c.seen(&b)
	fmt.Fprintf(&b, "\n## %s\n\n%s\n\n", c.fileHead, c.files)
	table(&b, c.keyCols)
	for _, k := range c.keys {
		line(&b, []string{"`" + k[0] + "`", k[1]})
	}
	return []byte(b.String())
}

// one writes the section of a strategy.
func (c *course) one(b *strings.Builder, s *strategy.Strategy) {
	fmt.Fprintf(b, "\n## %s\n\n`%s`. %s\n\n", c.fill(s.Title.EN, s.Title.KO), s.Name, linked(c.fill(s.Argument.EN, s.Argument.KO)))
	if len(s.Levers) == 0 {
		fmt.Fprintf(b, "%s\n\n", c.nothing)
	} else {
		c.settings(b, s.Levers)
	}
	for _, t := range s.Targets {
		fmt.Fprintf(b, c.from+"\n\n", t.Year)
		c.settings(b, t.Set)
	}
	if s.Drift {
		fmt.Fprintf(b, "%s ", c.drift)
	}
	fmt.Fprintf(b, "%s\n", c.kinds[s.Rule.Kind])
	for i, clause := range s.Rule.Clauses {
		if i == 0 {
			b.WriteString("\n")
		}
		c.clause(b, &clause)
	}
}

// settings writes what levers are set to as a table.
func (c *course) settings(b *strings.Builder, set []strategy.Setting) {
	table(b, c.settingCols)
	for _, s := range set {
		line(b, []string{c.lever(s.Lever), c.setting(s, c.today)})
	}
	b.WriteString("\n")
}

// clause writes one clause of a rule as an item of a list.
func (c *course) clause(b *strings.Builder, clause *strategy.Clause) {
	spec := strategy.Watched()[clause.Watch]
	form := c.below
	if clause.Above {
		form = c.above
	}
	var then []string
	for _, set := range clause.Then {
		then = append(then, c.lever(set.Lever)+" "+c.setting(set, ""))
	}
	fmt.Fprintf(b, "- "+form+"\n", c.fill(spec.EN, spec.KO), number(clause.Level), strings.Join(then, "; "))
}

// setting says what a lever is set to; base is what a change counts from.
func (c *course) setting(s strategy.Setting, base string) string {
	switch s.Form {
	case strategy.To:
		if r, ok := s.Lever.Rung(s.Value); ok && r.At == s.Value {
			return c.pick(r.EN, r.KO)
		}
		return number(s.Value)
	case strategy.Times:
		return c.today + " × " + number(s.Value) // of today's value in a rule too
	case strategy.Plus:
		sign := "+"
		if s.Value < 0 {
			sign = "−"
		}
		return strings.TrimSpace(base + " " + sign + " " + number(math.Abs(s.Value)))
	default:
		return c.today
	}
}

func (c *course) lever(l strategy.Lever) string {
	spec := strategy.Levers()[l]
	return c.fill(spec.EN, spec.KO)
}

func (c *course) fill(en, ko string) string { return strategy.Fill(c.pick(en, ko), "A", "B") }

// levers writes the table of levers.
func (c *course) levers(b *strings.Builder) {
	fmt.Fprintf(b, "\n## %s\n\n", c.leverHead)
	table(b, c.leverCols)
	for _, l := range strategy.Levers() {
		now := number(l.Today)
		if l.ByData {
			now = c.figures
		}
		say := c.fill(l.SayEN, l.SayKO)
		if len(l.Rungs) > 0 {
			var names []string
			for _, r := range l.Rungs {
				names = append(names, "`"+r.Name+"`")
			}
			say += " " + fmt.Sprintf(c.named, strings.Join(names, ", "))
		}
		line(b, []string{"`" + l.Name + "`", c.fill(l.EN, l.KO), l.Unit, number(l.Min) + c.to + number(l.Max), number(l.Speed), now, say})
	}
}

// seen writes the table of what rules can watch.
func (c *course) seen(b *strings.Builder) {
	fmt.Fprintf(b, "\n## %s\n\n", c.seenHead)
	table(b, c.seenCols)
	for _, o := range strategy.Watched() {
		line(b, []string{"`" + o.Name + "`", c.fill(o.EN, o.KO), o.Unit, number(o.Min) + c.to + number(o.Max)})
	}
}

// table writes the head of a Markdown table.
func table(b *strings.Builder, columns []string) {
	line(b, columns)
	line(b, slices.Repeat([]string{"---"}, len(columns)))
}
