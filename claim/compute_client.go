package claim

import (
	"context"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// signed is a pact that a state made with a major power, and what followed: the
// change of the power's share in its dealings less that of states without one.
type signed struct {
	state ir.CCode
	by    float64
}

// client is how far the share of a power in a state's trade or arms grows after a
// pact with it, less the change of states without one. Of hosted troops no list
// says what powers other than the United States have where, so no share is
// formed.
func client(_ context.Context, b *Bench, p *Part) ([]Reading, prov.Trail, error) {
	trail := prov.Trail{Formula: "client", Cites: []string{"leeds2002"}}
	readings, err := each(p, func(s []Chosen) (float64, float64, float64, error) {
		span, err := number("years", chosen(s, "years"))
		if err != nil {
			return 0, 0, 0, err
		}
		share := map[string]func(c, power ir.CCode, y ir.Year) (float64, bool){"trade": b.tradeShare, "arms": b.armsShare}[chosen(s, "series")]
		if share == nil {
			return absent()
		}
		kinds := pacts[:1]
		if chosen(s, "event") == "any-pact" {
			kinds = pacts
		}
		events, figures := b.signings(kinds, share, ir.Year(span))
		trail.Figures = append(trail.Figures, figures...)
		return b.meanOf(events)
	})
	return readings, prov.Merge("client", trail), err
}

// signings are the pacts made by the states covered, with what followed.
func (b *Bench) signings(kinds []string, share func(c, power ir.CCode, y ir.Year) (float64, bool), span ir.Year) ([]signed, []prov.Figure) {
	var out []signed
	var figures []prov.Figure
	first, _ := b.Figures.Span()
	for _, power := range b.Figures.Codes().All() {
		for y := first + 1; y+span <= b.Year; y++ {
			if m, ok := b.Figures.At("major_power", power.CCode, y); !ok || m.Value < 1 {
				continue
			}
			var made, without []signed
			for _, st := range b.Figures.Codes().All() {
				if m, ok := b.Figures.At("major_power", st.CCode, y); st.CCode == power.CCode || ok && m.Value >= 1 {
					continue
				}
				change, ok := shift(share, st.CCode, power.CCode, y, span)
				if !ok {
					continue
				}
				before, now := b.tied(kinds, st.CCode, power.CCode, y-1), b.tied(kinds, st.CCode, power.CCode, y)
				switch {
				case now == 1 && before == 0:
					made = append(made, signed{st.CCode, change})
				case now == 0 && before == 0 && b.tied(kinds, st.CCode, power.CCode, y+span) == 0:
					without = append(without, signed{st.CCode, change})
				}
			}
			if len(made) == 0 || len(without) == 0 {
				continue
			}
			usual := 0.0
			for _, w := range without {
				usual += w.by / float64(len(without))
			}
			for _, m := range made {
				out = append(out, signed{m.state, m.by - usual})
				figures = append(figures, b.pactFigures(kinds, m.state, power.CCode, y)...)
			}
		}
	}
	return out, figures
}

// tied reports whether a state and a power have a pact of some kinds in a year:
// 1, 0, or -1 where the record does not reach.
func (b *Bench) tied(kinds []string, c, power ir.CCode, y ir.Year) int {
	out := 0
	for _, kind := range kinds {
		for _, d := range []ir.Directed{{From: c, To: power}, {From: power, To: c}} {
			cell, ok := b.Figures.DyadAt(kind, d, y)
			switch {
			case !ok:
				return -1
			case cell.Value >= 1:
				out = 1
			}
		}
	}
	return out
}

func (b *Bench) pactFigures(kinds []string, c, power ir.CCode, y ir.Year) (out []prov.Figure) {
	for _, kind := range kinds {
		for _, d := range []ir.Directed{{From: c, To: power}, {From: power, To: c}} {
			if cell, ok := b.Figures.DyadAt(kind, d, y); ok && cell.Value >= 1 {
				out = append(out, b.Figures.DyadFigure(kind, d, cell))
			}
		}
	}
	return out
}

// shift is the mean share over some years after one less that over as many before
// it. At least half of the years of either must be known.
func shift(share func(c, power ir.CCode, y ir.Year) (float64, bool), c, power ir.CCode, y, span ir.Year) (float64, bool) {
	mean := func(from, to ir.Year) (float64, bool) {
		sum, n := 0.0, 0
		for at := from; at <= to; at++ {
			if v, ok := share(c, power, at); ok {
				sum, n = sum+v, n+1
			}
		}
		return sum / float64(n), 2*n >= int(to-from+1)
	}
	before, ok := mean(y-span, y-1)
	after, ok2 := mean(y+1, y+span)
	return after - before, ok && ok2
}

// tradeShare is the share of a power in a state's trade in a year.
func (b *Bench) tradeShare(c, power ir.CCode, y ir.Year) (float64, bool) {
	to, okTo := b.Figures.DyadAt("exports", ir.Directed{From: c, To: power}, y)
	from, okFrom := b.Figures.DyadAt("exports", ir.Directed{From: power, To: c}, y)
	total, ok := b.totalTrade(c, y)
	v := (to.Value + from.Value) / total
	return v, okTo && okFrom && ok && v >= 0 && v <= 1
}

// totalTrade is a state's trade with everybody, as one figure or as two.
func (b *Bench) totalTrade(c ir.CCode, y ir.Year) (float64, bool) {
	if v, ok := b.Figures.At("trade_total", c, y); ok {
		return v.Value, v.Value > 0
	}
	out, okOut := b.Figures.At("exports_total", c, y)
	in, okIn := b.Figures.At("imports_total", c, y)
	return out.Value + in.Value, okOut && okIn && out.Value+in.Value > 0
}

// armsShare is the share of a power in the arms that a state took in a year, from
// the suppliers covered. A year without any has none.
func (b *Bench) armsShare(c, power ir.CCode, y ir.Year) (float64, bool) {
	total := b.armsOf(c, y)
	own, ok := b.Figures.DyadAt("arms_transfers", ir.Directed{From: power, To: c}, y)
	return own.Value / total, ok && total > 0
}

type taken struct {
	state ir.CCode
	year  ir.Year
}

// armsOf is what a state took from all suppliers covered in a year, summed once.
func (b *Bench) armsOf(c ir.CCode, y ir.Year) float64 {
	if v, ok := b.arms[taken{c, y}]; ok {
		return v
	}
	total := 0.0
	for _, st := range b.Figures.Codes().All() {
		if v, ok := b.Figures.DyadAt("arms_transfers", ir.Directed{From: st.CCode, To: c}, y); ok {
			total += v.Value
		}
	}
	if b.arms == nil {
		b.arms = map[taken]float64{}
	}
	b.arms[taken{c, y}] = total
	return total
}

// meanOf is the mean over events, by drawing whole states anew.
func (b *Bench) meanOf(events []signed) (value, low, high float64, err error) {
	if len(events) < fewest {
		return absent()
	}
	var states []ir.CCode
	of := map[ir.CCode][]float64{}
	for _, e := range events {
		if !slices.Contains(states, e.state) {
			states = append(states, e.state)
		}
		of[e.state] = append(of[e.state], e.by)
	}
	mean := func(pick []int) float64 {
		sum, n := 0.0, 0
		for _, i := range pick {
			for _, v := range of[states[i]] {
				sum, n = sum+v, n+1
			}
		}
		if n == 0 {
			return math.NaN()
		}
		return sum / float64(n)
	}
	value, low, high = b.redraw(len(states), mean)
	return value, low, high, nil
}
