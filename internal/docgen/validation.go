package docgen

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// ValidationPage is where the page that [Validation] writes belongs.
const ValidationPage = "docs/models/validation.md"

// Validation writes the page that sets the simulation beside the record. It runs
// every state, so it stands apart from [Generate].
func Validation(ctx context.Context) ([]byte, error) {
	figures, err := core.Snapshot()
	if err != nil {
		return nil, err
	}
	x, err := study.Situate(figures, study.NewestYear(figures), study.Default())
	if err != nil {
		return nil, err
	}
	e := study.Exploring{Futures: study.ValidationFutures, Seed: study.ValidationSeed}
	v, err := x.Validate(ctx, e, param.Default[study.Bands]())
	if err != nil {
		return nil, err
	}
	return validation(&v, figures), nil
}

const validationIntro = `# The simulation beside the record

Every state of the core stands still: no lever moves and no rule acts, though governments change. Its %d futures (seed %d)
of %d years give rates of events a year, set beside the 25 years of disputes on record. Written by ` + "`make docs`" + ` from
the figures of %d.

**Bands.** A rate on record is that of a Poisson process; its band is the %s %% interval under Jeffreys' prior, from 0 where
fewer than one event is counted. Disputes are those that the challengers in the simulation started with the state. Fights
(resisted, lives lost), invasions that were fought, and concessions are too few to count state by state: there the record
is the state's disputes times the share of such events among all disputes of the world since 1990.

**How to read it.** One state's bands are wide and excuse much; all states together are the sharper test. The frequencies on
record also anchor the simulation at an even match without a patron, so agreement is a check of the whole chain and no
proof. The rate of a pair is drawn toward that of pairs of its kind, which lowers the busiest; a challenger starts at most one
dispute a year; the futures draw the odds of war in a dispute from 0.4 to 4 times the record, whose mean lies above 1.

`

func validation(v *study.Validation, s *panel.Snapshot) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, validationIntro, v.Futures, v.Seed, v.Years, v.Year, strconv.FormatFloat(100*v.Level, 'f', -1, 64))
	b.WriteString("## All states together\n\nA year and state.\n\n")
	table(&b, []string{"Event", "Simulated", "Record", "Band", "All together", "States inside"})
	for _, r := range v.Together {
		line(&b, []string{string(r.Event), rate(r.Simulated), rate(r.Record), rate(r.Low) + " to " + rate(r.High), verdict(r), fmt.Sprintf("%d of %d", v.Inside(r.Event), len(v.Checks))})
	}
	if l := v.Lives; l.States > 0 {
		fmt.Fprintf(&b, "\n**Lives** lost a year and million people, mean of %d states: %s simulated, beside %s battle deaths on record (%s to %s by resampling the states, since nearly all are of a few).\n",
			l.States, rate(l.Simulated), rate(l.Record), rate(l.Low), rate(l.High))
	}
	b.WriteString("\n## State by state\n\nSimulated a year, with the band of the record in brackets; bold is outside.\n\n")
	table(&b, []string{"State", "Challengers", "Disputes on record", "Disputes", "Fights", "Invasions", "Concessions", "Lives, simulated and on record"})
	for _, c := range v.Checks {
		cells := []string{called(s, c.State), strconv.Itoa(c.Challengers), fmt.Sprintf("%.0f in %.0f years", c.Disputes, c.Years)}
		if c.AtWar {
			cells[0] += ", at war"
		}
		for _, r := range c.Rates {
			text := fmt.Sprintf("%s (%s to %s)", rate(r.Simulated), rate(r.Low), rate(r.High))
			if !r.Inside {
				text = "**" + text + "**"
			}
			cells = append(cells, text)
		}
		line(&b, append(cells, lives(c.Lives)))
	}
	var without []string
	for _, c := range v.Without {
		without = append(without, called(s, c))
	}
	if len(without) > 0 {
		fmt.Fprintf(&b, "\nWithout the figures to be run, or a record of their challengers: %s.\n", strings.Join(without, ", "))
	}
	return []byte(b.String())
}

// lives sets lives lost a year and million people beside the record.
func lives(l study.Lost) string {
	if l.Years == 0 {
		return fmt.Sprintf("%.2f, no record", l.Simulated)
	}
	return fmt.Sprintf("%.2f, %.2f in %.0f years", l.Simulated, l.Record, l.Years)
}

func called(s *panel.Snapshot, c ir.CCode) string {
	st, _ := s.Codes().State(c)
	return st.NameEN + " (" + st.ISO + ")"
}

func rate(v float64) string { return strconv.FormatFloat(v, 'f', 4, 64) }

func verdict(r study.Rated) string {
	switch {
	case r.Inside:
		return "inside"
	case r.Simulated > r.High:
		return "above"
	}
	return "below"
}
