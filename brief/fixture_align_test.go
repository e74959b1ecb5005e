package brief

import (
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/alignment"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// fixtureAlignment is a state whose votes have gone over from B to A, bound to A
// and trading most with B. Every figure is invented.
func fixtureAlignment() *study.Alignment {
	ties := func(treaty, votes, trade float64) []study.OneTie {
		return []study.OneTie{
			{Dimension: "treaty", Value: treaty, Known: true}, {Dimension: "votes", Value: votes, Known: true},
			{Dimension: "trade", Value: trade, Known: true}, {Dimension: "forces"}, {Dimension: "hostility", Known: true},
		}
	}
	like := func(s, kappa float64) *study.Likeness {
		return &study.Likeness{S: s, Kappa: kappa, Pi: kappa - 0.1, Binary: kappa, Agree: 0.5, Year: 2018, Members: 70, Items: 70}
	}
	value := func(v float64) *float64 { return &v }
	figures := []prov.Figure{cell(kor, "exports", 2022, 1.2e11, "US$ current", "bank"), cell(kor, "defence_pact", 2018, 1, "0 or 1", "pacts")}
	a := &study.Alignment{
		State: kor, Year: 2024, Pair: study.Pair{A: usa, B: chn}, Shared: []string{"treaty", "votes", "trade", "hostility"},
		Powers: []study.PowerTies{
			{Power: usa, Ties: ties(1, 0.6, 0.3), Treaties: like(0.14, 0.06), Distance: value(1.2), TradeGDP: value(0.11)},
			{Power: rus, Ties: ties(0.3, 0.5, 0.4), Treaties: like(0.3, -0.04)},
			{Power: chn, Ties: ties(0.3, 0.3, 0.5), Treaties: like(0.72, 0.37), Distance: value(1.9), TradeGDP: value(0.18)},
		},
		Between: fixtureExposure().Between, Swing: fixtureSwing(), Trail: prov.Trail{Formula: "ties", Params: []string{"tie_max_age"}, Figures: figures},
	}
	for _, p := range []struct {
		power      ir.CCode
		from, step float64
	}{{usa, 0.2, 0.04}, {chn, 0.6, -0.03}} {
		line := study.TieLine{Power: p.power, Dimension: "votes"}
		trade := study.TieLine{Power: p.power, Dimension: "trade"}
		for i := range 10 {
			v := p.from + p.step*float64(i)
			line.Points = append(line.Points, study.TrendPoint{Year: ir.Year(2011 + i), Value: v, Low: v, High: v})
			if i%4 == 0 {
				trade.Points = append(trade.Points, study.TrendPoint{Year: ir.Year(2011 + i), Value: v, Low: v, High: v})
			}
		}
		a.Lines = append(a.Lines, line, trade)
	}
	return a
}

func fixtureSwing() study.Swing {
	s := study.Swing{
		State: kor, Pair: study.Pair{A: usa, B: chn}, Known: true, Verdict: alignment.Steadier, Own: 0.58, Pooled: 0.85, PooledLow: 0.69, PooledTop: 1.06,
		Usual: 1.07, Above: 0.15, States: 61, Settings: 108, Turnover: "leader_changes", Entries: []ir.Year{1993, 1998, 2003}, From: 1990, To: 2015,
		Percentile: ranged(5, 5, 25, prov.Trail{Formula: "swing", Params: []string{"turnover_window"}, Figures: []prov.Figure{cell(kor, "leader_changes", 1998, 1, "leaders", "pacts")}}),
		Parts: []study.SwingPart{
			{Series: study.SwingVotes, Turnovers: 10, Other: 14, Ratio: 0.58, Used: true}, {Series: study.SwingTrade},
		},
	}
	for i := range 61 {
		s.Field = append(s.Field, study.SwingOf{State: ir.CCode(i + 1), Pooled: 0.7 + 0.012*float64(i)})
	}
	return s
}

func fixtureLike() *study.Comparators {
	return &study.Comparators{
		State: kor, Year: 2024, Pair: study.Pair{A: usa, B: chn}, Of: 19, Trail: prov.Trail{Formula: "contrast", Params: []string{"contrast_far"}},
		States: []study.Comparator{
			{State: twn, Apart: 0.69, Shared: 16, Like: []string{"ties", "size"}, Unlike: []string{"dependence"}},
			{State: jpn, Apart: 0.88, Shared: 19, Like: []string{"regime"}},
		},
	}
}

func fixtureContrast() *study.Contrast {
	row := func(key, unit string, ratio bool, a, b, median, spread, gap float64, verdict alignment.Level) study.Contrasted {
		return study.Contrasted{
			Key: key, Theme: "size", Unit: unit, Ratio: ratio, Value: a, Other: b, Year: 2023, OtherAs: 2022, Median: median, Spread: spread, States: 70,
			Gap: gap, Verdict: verdict, Known: true, Has: true, OtherHas: true,
		}
	}
	return &study.Contrast{
		State: kor, Other: jpn, Year: 2024, Pair: study.Pair{A: usa, B: chn}, Apart: 0.9, Closer: 1, Among: 6, Trail: prov.Trail{Formula: "contrast"},
		Dimensions: []study.Contrasted{
			row("output", "US$ current", true, 1.7e12, 4.2e12, 2e11, 2, -0.45, alignment.Alike),
			row("population", "persons", true, 5.2e7, 1.24e8, 1e7, 1.4, -0.62, alignment.Less),
			row("output_per_head", "US$ current per person", true, 33121, 33800, 12000, 1.2, -0.02, alignment.Alike),
			row("burden", "% of GDP", false, 2.6, 1.1, 2, 0.96, 1.56, alignment.More),
			row("nearest_power", "km", false, 188, 0, 100, 150, 1.25, alignment.More),
			row("trade_b", "share of GDP", false, 0.18, 0.06, 0.06, 0.045, 2.7, alignment.MuchMore),
			row("allies", "states", false, 1, 30, 2, 3, -9.7, alignment.MuchLess),
			row("democracy", "index, 0 to 1", false, 0.73, 0.8, 0.6, 0.3, -0.2, alignment.Alike),
			{Key: "rivals", Theme: "conflict", Unit: "states", Value: 1, Has: true, OtherHas: true, States: 70},
			{Key: "energy", Theme: "dependence", Unit: "% of energy use", Value: 81.8, Has: true, States: 60, Median: 28},
		},
	}
}
