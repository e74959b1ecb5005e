package study

import (
	"context"
	"fmt"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/sim"
)

// Explored is what strategies came to in all futures, for whoever asks about it:
// all at once, or about one strategy after another. Asking changes nothing, so
// several may ask at a time.
type Explored struct {
	judge
	start     Start
	exploring Exploring
	situation *Situation
}

// Explored takes the table that [Explore] filled, in this session or an earlier
// one. It runs up to 2,000 futures more, in which every range is halved.
func (x *Situation) Explored(ctx context.Context, st Start, e Exploring, table *rdm.Table, good GoodEnough) (*Explored, error) {
	m, err := e.model(st, e.Strategies)
	if err != nil {
		return nil, err
	}
	if table.Len() != e.Futures || len(table.Policies()) != len(e.Strategies) || len(table.Outcomes()) != len(m.Outcomes()) {
		return nil, fmt.Errorf("study: a table of %d futures, %d strategies and %d outcomes; want %d, %d and %d",
			table.Len(), len(table.Policies()), len(table.Outcomes()), e.Futures, len(e.Strategies), len(m.Outcomes()))
	}
	half := e
	half.Futures, half.Progress = min(e.Futures, halvedFutures), nil
	halved, err := rdm.Collect(ctx, m, half.design(m, 0.5), half.Futures, e.Seed, rdm.Options{Workers: e.Workers})
	if err != nil {
		return nil, err
	}
	out := &Explored{start: st, exploring: e, situation: x}
	out.judge = judge{
		table: table, halved: halved, trail: compareTrail(st), strategies: e.Strategies,
		thresholds: Thresholds(st, good), today: st.Setup.Today,
		boot: rdm.Bootstrap{Seed: e.Seed, Level: level, Workers: e.Workers},
	}
	out.good, err = rdm.GoodEnough(table.Select(headline()...), out.thresholds)
	return out, err
}

// Compare judges the strategies.
func (x *Explored) Compare(ctx context.Context) (Comparison, error) {
	out := Comparison{
		State: x.start.Setup.Focal.State, Year: x.situation.Year, Pair: x.start.Pair,
		Futures: x.exploring.Futures, Years: sim.Horizon, Seed: x.exploring.Seed, Outcomes: outcomes(),
		Uncertainties: sim.Uncertainties(), Coefficients: len(sim.Dims()) - sim.Uncertainties(),
		Fixed: x.exploring.Fixed,
	}
	return out, x.fill(ctx, &out)
}

// Failing describes the futures in which a strategy is not good enough.
func (x *Explored) Failing(ctx context.Context, name string) (Failing, error) {
	if x.index(name) < 0 {
		return Failing{}, &StrategyError{Name: name, Have: x.table.Policies()}
	}
	return x.fails(ctx, name)
}

// StrategyError says that a strategy is not among those explored.
type StrategyError struct {
	Name string
	Have []string
}

func (e *StrategyError) Error() string {
	return fmt.Sprintf("study: there is no strategy %q among those explored: %v", e.Name, e.Have)
}

// Good is by strategy, in the order of the table, 1 for each future that is good
// enough and 0 for each that is not.
func (x *Explored) Good() [][]float64 { return x.good }

// Table is what was explored.
func (x *Explored) Table() *rdm.Table { return x.table }

// Thresholds are what is asked of each headline outcome.
func (x *Explored) Thresholds() []float64 { return x.thresholds }
