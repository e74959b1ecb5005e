package study

import (
	"context"
	"math"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/score"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// WarSkill scores the deterrence game out of sample. For every year after the
// record of disputes ends it asks, from the figures of the year before, how
// likely each directed dyad with a record was to go to war, and sets the answer
// beside wars that began. The baseline is the general rate of disputes of the
// dyad's kind times the share that became war. Scores are mean logarithmic
// scores; less is better.
func WarSkill(ctx context.Context, s *panel.Snapshot, workers int) (Score, bool, error) {
	out := Score{Model: "deterrence game", Metric: "log score", BaselineN: "rate of war in dyads of the kind"}
	first, dyads := recordEnd(s)+1, dyadsOnRecord(s)
	_, last := s.Span()
	years := make([]warYear, max(0, int(last-first)+1))
	err := rdm.Each(ctx, workers, len(years), func(i int) error {
		years[i] = foretell(s, dyads, first+ir.Year(i))
		return nil
	})
	if err != nil {
		return Score{}, false, err
	}
	var all warYear
	for i, y := range years {
		all.own, all.plain, all.began = append(all.own, y.own...), append(all.plain, y.plain...), append(all.began, y.began...)
		if len(y.own) > 0 {
			out.From, out.To = first, first+ir.Year(i)
		}
	}
	if out.N = len(all.own); out.N == 0 {
		return Score{}, false, nil
	}
	for _, began := range all.began {
		out.Events += count(began)
	}
	out.Value, out.Baseline = score.Log(all.own, all.began), score.Log(all.plain, all.began)
	out.Skill = score.Skill(out.Value, out.Baseline)
	out.Number = prov.Exact(out.Value, "nats", prov.Trail{Formula: "war_skill", Cites: []string{"good1952"}})
	return out, true, nil
}

// warYear is what the game and the baseline gave each dyad of one year, and
// whether a war began.
type warYear struct {
	own, plain []float64
	began      []bool
}

// foretell asks for the wars of one year from the figures of the year before.
func foretell(s *panel.Snapshot, dyads []ir.Directed, y ir.Year) (out warYear) {
	x, err := Situate(s, y-1, Default())
	if err != nil {
		return out // a year without powers
	}
	x.quiet = true
	for _, d := range dyads {
		began, known := warBegan(s, d, y)
		if !known {
			continue
		}
		p, rate, ok := x.warOf(d)
		if !ok {
			continue
		}
		out.own, out.plain, out.began = append(out.own, p), append(out.plain, rate), append(out.began, began)
	}
	return out
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// recordEnd is the last year of the record of disputes.
func recordEnd(s *panel.Snapshot) ir.Year {
	cells := s.Series(warShare, ir.World)
	if len(cells) == 0 {
		return math.MinInt
	}
	return cells[len(cells)-1].Year
}

// dyadsOnRecord lists the directed dyads that have a record of disputes.
func dyadsOnRecord(s *panel.Snapshot) []ir.Directed {
	var out []ir.Directed
	states := s.Codes().All()
	for _, a := range states {
		for _, b := range states {
			d := ir.Directed{From: a.CCode, To: b.CCode}
			if recorded(s, d) {
				out = append(out, d)
			}
		}
	}
	return out
}

// warBegan reports whether two states were at war in a year and not in the year
// before, and whether the record covers the year. The side that is the stronger
// spender counts as the one that may have begun it.
func warBegan(s *panel.Snapshot, d ir.Directed, y ir.Year) (began, known bool) {
	before, ok := s.DyadAt(war, d, y-1)
	now, also := s.DyadAt(war, d, y)
	if !ok || !also || before.Value > 0 {
		return false, false
	}
	from, _ := s.Latest(milex, d.From, y)
	to, _ := s.Latest(milex, d.To, y)
	return now.Value > 0 && from.Value > to.Value, true
}

// warOf is the yearly probability of war of one directed dyad at the defaults,
// and that of dyads of its kind. The patron is the target's strongest ally.
func (x *Situation) warOf(d ir.Directed) (p, rate float64, ok bool) {
	l := x.ledger()
	kind, ok := dyadRate(l, d)
	share, also := l.value(warShare, ir.World)
	if !ok || !also {
		return 0, 0, false
	}
	pair := Pair{A: x.ally(d), B: d.From}
	alone := pair.A == ir.World
	if alone {
		pair.A = x.stand(d.From, d.To)
	}
	st, err := x.start(d.To, pair, []ir.CCode{d.From})
	if err != nil {
		return 0, 0, false
	}
	crisis := sim.NewCrisis(&st.Setup, 0)
	crisis.NoPatron = alone
	e := crisis.At(defaults())
	return e.War(), (1 - math.Exp(-kind)) * share.Value, true
}

// ally is the strongest power allied with the target and not with the
// challenger, or [ir.World] for none.
func (x *Situation) ally(d ir.Directed) ir.CCode {
	l := x.ledger()
	for _, p := range x.Powers {
		if p != d.From && p != d.To && relation(l, p, d.To) == Ally && relation(l, p, d.From) != Ally {
			return p
		}
	}
	return ir.World
}
