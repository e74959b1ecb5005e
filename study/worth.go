package study

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Tie is a kind of tie between a state and a power.
type Tie string

// The ties whose worth is reckoned.
const (
	Alliance Tie = "alliance" // the security tie, and membership of the power's institution
	Trade    Tie = "trade"    // economic partnership
)

// Worth is what one tie is worth to a state that stays on today's course: the
// same futures with the tie and without, everything else equal. A positive gap
// is more with the tie than without it.
type Worth struct {
	Tie     Tie         `json:"tie"`
	Power   ir.CCode    `json:"power"`
	Futures int         `json:"futures"`
	With    prov.Number `json:"with"` // share of futures good enough, and the same without
	Without prov.Number `json:"without"`
	Good    prov.Number `json:"good_enough_gap"`
	// Gaps are the headline outcomes in their order, and then the disputes, the
	// fights and the invasions over the years of a run.
	Gaps []Gap `json:"gaps"`
	// Cut is the part of trade with the power that goes with the partnership, at
	// the default of its coefficient; 0 for an alliance.
	Cut float64 `json:"cut,omitempty"`
	// Asked says of each headline outcome what asking for it does to the tie.
	Asked []Asked `json:"asked,omitempty"`
	// Turn is the assumption that decides most clearly whether the tie pays, nil
	// where it does or does not across the whole range of each. Held is in how
	// many of the Recorded years of the record of disputes there was a defence
	// pact; these and Asked are for an alliance only.
	Turn     *Turn `json:"turn,omitempty"`
	Held     int   `json:"held,omitempty"`
	Recorded int   `json:"recorded,omitempty"`
}

// Asked is in what share of futures the threshold of one outcome is met with a
// tie and without, and in what share those of all the others are.
type Asked struct {
	Outcome      string  `json:"outcome"`
	With         float64 `json:"with"`
	Without      float64 `json:"without"`
	OtherWith    float64 `json:"others_with"`
	OtherWithout float64 `json:"others_without"`
}

// Turn is the value of an assumption at which a tie begins or ceases to pay: on
// one side more futures are good enough with it, on the other without.
type Turn struct {
	Driver Driver  `json:"driver"`
	At     float64 `json:"at"`
	Below  bool    `json:"below"` // it pays below, and not above
	// Margin is the lesser of the two leads, in share of futures; Clear says that
	// the 90 % intervals of both exclude zero.
	Margin float64 `json:"margin"`
	Clear  bool    `json:"clear"`
}

// Gap is the difference of two paired runs in one outcome.
type Gap struct {
	Outcome string      `json:"outcome"`
	Gap     prov.Number `json:"gap"`
	Better  prov.Number `json:"better"` // share of futures in which the tie makes it better
	Worse   prov.Number `json:"worse"`
	Clear   bool        `json:"clear"` // the interval of the gap excludes zero
}

// Of is the gap in an outcome.
func (w *Worth) Of(outcome string) (Gap, bool) {
	for _, g := range w.Gaps {
		if g.Outcome == outcome {
			return g, true
		}
	}
	return Gap{}, false
}

// Worths reckons what the tie with A and trade with A and B are worth, by paired
// runs of today's course. A tie that there is not today is left out. Allies
// beside A and B stay as they are.
func (x *Situation) Worths(ctx context.Context, st Start, e Exploring, good GoodEnough) ([]Worth, error) {
	list, worths := ties(st)
	if len(worths) == 0 {
		return nil, nil
	}
	m, err := e.model(st, list)
	if err != nil {
		return nil, err
	}
	t, err := runTrial(ctx, m.AtOnce(), st, e, good)
	if err != nil {
		return nil, err
	}
	for i := range worths {
		w := &worths[i]
		if err := t.worth(ctx, i+1, w); err != nil {
			return nil, err
		}
		if w.Tie != Alliance {
			continue
		}
		if w.Turn, err = t.turn(i + 1); err != nil {
			return nil, err
		}
		if w.Asked, err = t.asked(i + 1); err != nil {
			return nil, err
		}
		w.Held, w.Recorded = x.held(st)
	}
	return worths, nil
}

// turn looks for the assumption across which a tie begins or ceases to pay, by
// the widest margin.
func (t *trial) turn(without int) (best *Turn, err error) {
	pair := [][]float64{t.good[0], t.good[without]}
	for dim, d := range t.table.Dims() {
		if d.Min == d.Max {
			continue
		}
		c, ok, err := rdm.FindCrossing(t.table, pair, dim, parts(d, tenths), level)
		if err != nil {
			return nil, err
		}
		if !ok || c.Margin() <= 0 || best != nil && c.Margin() <= best.Margin {
			continue
		}
		best = &Turn{At: c.At, Below: c.Low == 0, Margin: c.Margin(), Clear: c.Clear()}
		if best.Driver, err = driverOf(t.table, dim, t.good[0]); err != nil {
			return nil, err
		}
	}
	return best, nil
}

// asked judges the runs with a tie and without by each outcome alone, and by all
// the others.
func (t *trial) asked(without int) ([]Asked, error) {
	table := t.table.Select(headline()...)
	out := make([]Asked, 0, len(t.asks))
	for o, spec := range table.Outcomes() {
		alone, rest := make([]float64, len(t.asks)), slices.Clone(t.asks)
		for i := range alone {
			alone[i] = math.NaN()
		}
		alone[o], rest[o] = t.asks[o], math.NaN()
		met, err := rdm.GoodEnough(table, alone)
		if err != nil {
			return nil, err
		}
		others, err := rdm.GoodEnough(table, rest)
		if err != nil {
			return nil, err
		}
		out = append(out, Asked{
			spec.Name, rdm.Mean(met[0]), rdm.Mean(met[without]), rdm.Mean(others[0]), rdm.Mean(others[without]),
		})
	}
	return out, nil
}

// held counts the years of the record of B's disputes with a state in which A was
// bound to defend it, and the years of that record.
func (x *Situation) held(st Start) (held, years int) {
	state := st.Setup.Focal.State
	first, last, ok := x.s.DyadCovered(onset, ir.Directed{From: st.Pair.B, To: state})
	if !ok {
		return 0, 0
	}
	last = min(last, x.Year)
	first = max(first, last-ir.Year(x.settings.Window)+1)
	for y := first; y <= last; y++ {
		l := ledger{s: x.s, year: y, quiet: true}
		if relation(&l, st.Pair.A, state) == Ally {
			held++
		}
		years++
	}
	return held, years
}

// ties lists today's course and that course without each tie there is.
func ties(st Start) ([]strategy.Strategy, []Worth) {
	list := []strategy.Strategy{unmoved()}
	var worths []Worth
	add := func(w Worth, gone ...strategy.Lever) {
		s := strategy.Strategy{Name: fmt.Sprintf("without %s %d", w.Tie, w.Power)}
		for _, l := range gone {
			s.Levers = append(s.Levers, strategy.Setting{Lever: l, Form: strategy.To})
		}
		list, worths = append(list, s), append(worths, w)
	}
	v := &st.Setup.Today
	if v[strategy.TieA] > 0 || v[strategy.Membership] > 0 {
		add(Worth{Tie: Alliance, Power: st.Pair.A}, strategy.TieA, strategy.Membership)
	}
	for side, p := range []ir.CCode{st.Pair.B, st.Pair.A} {
		side = sim.SideB - side
		if st.Setup.Trade[side] > 0 {
			add(Worth{Tie: Trade, Power: p, Cut: sim.Severed(&st.Setup, side)}, strategy.PartnerA+strategy.Lever(side))
		}
	}
	return list, worths
}

// told are the outcomes of which a worth speaks.
func told() []int { return append(headline(), sim.Disputes, sim.Fights, sim.Wars) }

// worth fills what the run without a tie shows beside that with it.
func (t *trial) worth(ctx context.Context, without int, w *Worth) error {
	w.Futures = t.table.Len()
	shares, err := t.boot.Means(ctx, t.good[0], t.good[without], less(t.good[0], t.good[without]))
	if err != nil {
		return err
	}
	const unit = "share of futures"
	w.With, w.Without, w.Good = t.number(shares[0], unit), t.number(shares[1], unit), t.number(shares[2], unit)
	table := t.table.Select(told()...)
	pairs, err := rdm.PairedRuns(ctx, t.boot, table, 0, table, without)
	if err != nil {
		return err
	}
	for _, p := range pairs {
		w.Gaps = append(w.Gaps, Gap{
			Outcome: p.Outcome.Name, Gap: t.number(p.Gap, p.Outcome.Unit),
			Better: t.number(p.Better, unit), Worse: t.number(p.Worse, unit), Clear: p.Gap.Excludes(0),
		})
	}
	return nil
}
