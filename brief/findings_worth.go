package brief

import (
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// worths says what the tie with A is worth, and trade with B and A.
func (f *finder) worths() {
	trade := TradeWorth{State: f.d.State}
	var numbers []prov.Number
	for _, w := range f.d.Worths {
		t := f.tieWorth(w)
		if w.Tie == study.Alliance {
			f.add(InStrategies, AllianceWorth{f.d.State, t}, w.With, w.Without, w.Good)
			continue
		}
		trade.Ties = append(trade.Ties, t)
		numbers = append(numbers, w.With, w.Without, w.Good)
	}
	if len(trade.Ties) > 0 {
		f.add(InStrategies, trade, numbers...)
	}
}

func (f *finder) tieWorth(w study.Worth) TieWorth {
	t := TieWorth{
		Power: w.Power, Tie: w.Tie, Futures: w.Futures, Years: f.d.Comparison.Years, Cut: w.Cut,
		With: amount(w.With), Without: amount(w.Without), Clear: w.Good.Low > 0 || w.Good.High < 0,
	}
	for i, g := range w.Gaps {
		if i == 0 {
			t.Losers = amount(g.Better)
		}
		if !g.Clear {
			continue
		}
		c := Change{g.Outcome, Amount{-g.Gap.Value, -g.Gap.High, -g.Gap.Low}}
		switch {
		case i >= len(f.d.Comparison.Outcomes):
			t.Counts = append(t.Counts, c)
		case (g.Gap.Value > 0) == f.d.Comparison.Outcomes[i].Higher:
			t.Worse = append(t.Worse, c)
		default:
			t.Better = append(t.Better, c)
		}
	}
	return t
}

func (f *finder) smallMistake() {
	o := &f.d.OneStep
	if len(o.Slips) == 0 {
		return
	}
	m := SmallMistake{Strategy: o.Strategy, Base: amount(o.Base), Worst: o.Slips[0], Tried: len(o.Slips), Futures: o.Futures}
	for _, s := range o.Slips {
		switch {
		case s.Clear && s.Good.Value < 0:
			if m.Costly++; m.Costly == 1 {
				m.Worst = s
			}
		case s.Clear:
			m.Gainful++
		}
	}
	m.Any = m.Costly > 0
	m.Reverse, m.Turned = o.Reverse(&m.Worst)
	f.add(InStrategies, m, o.Base, m.Worst.Good)
}

func (f *finder) againstRecord() {
	c := f.d.Check
	if len(c.Rates) == 0 {
		return
	}
	f.add(InTrust, AgainstRecord{f.d.State, c}, prov.Number{
		Value: c.Rates[0].Record, Low: c.Rates[0].Low, High: c.Rates[0].High, Unit: "disputes a year", Trail: c.Trail,
	})
}
