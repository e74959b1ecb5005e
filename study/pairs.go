package study

import (
	"context"
	"slices"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// pairedFutures is how many futures paired runs take at most. What two runs
// have in common cancels, so that fewer do than for a comparison.
const pairedFutures = 2000

// unmoved is the course that changes nothing: no lever moves and no rule acts.
func unmoved() strategy.Strategy { return strategy.Strategy{Name: "as-today"} }

// A trial is a run of variants of one course over the same futures, the course
// itself first.
type trial struct {
	table *rdm.Table
	asks  []float64   // the thresholds of the headline outcomes
	good  [][]float64 // 1 where a future is good enough, by variant
	boot  rdm.Bootstrap
	trail prov.Trail
}

func runTrial(ctx context.Context, m *sim.Model, st Start, e Exploring, good GoodEnough) (trial, error) {
	n := min(e.Futures, pairedFutures)
	design := rdm.LatinHypercube{Seed: e.Seed, N: n, Dims: m.Dims(), Shrink: 1}
	table, err := rdm.Collect(ctx, m, design, n, e.Seed, rdm.Options{Workers: e.Workers})
	if err != nil {
		return trial{}, err
	}
	t := trial{table: table, asks: Thresholds(st, good), trail: compareTrail(st)}
	t.boot = rdm.Bootstrap{Seed: e.Seed, Level: level, Workers: e.Workers}
	t.good, err = rdm.GoodEnough(table.Select(headline()...), t.asks)
	return t, err
}

func (t *trial) number(i rdm.Interval, unit string) prov.Number {
	return prov.Number{Value: i.Value, Low: i.Low, High: i.High, Unit: unit, Trail: t.trail}
}

// less is a column less that of the course itself, future by future.
func less(one, base []float64) []float64 {
	out := make([]float64, len(one))
	for i := range out {
		out[i] = one[i] - base[i]
	}
	return out
}

// pair adds to a dossier what takes runs beside the comparison: the worth of
// ties, the price of small mistakes of its first strategy, and the record.
func (x *Situation) pair(ctx context.Context, st Start, e Exploring, d *Dossier) (err error) {
	good := param.Default[GoodEnough]()
	if d.Worths, err = x.Worths(ctx, st, e, good); err != nil {
		return err
	}
	first := slices.IndexFunc(e.Strategies, func(s strategy.Strategy) bool {
		return len(d.Comparison.Results) > 0 && s.Name == d.Comparison.Results[0].Name
	})
	if first >= 0 {
		if d.OneStep, err = x.OneStep(ctx, st, e.Strategies[first], e, good); err != nil {
			return err
		}
	}
	check, ok, err := x.Check(ctx, st, checking(e), param.Default[Bands]())
	if ok {
		d.Check = check
	}
	return err
}
