package study

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// level is the coverage of every interval a study reports.
const level = 0.9

// halvedFutures is how many futures show what halving every range would do.
const halvedFutures = 2000

// Exploring sets how futures are explored; only Futures and Seed, and the
// strategies, change the results.
type Exploring struct {
	Futures    int
	Seed       uint64
	Workers    int
	Strategies []strategy.Strategy
	// Fixed are uncertainties and coefficients held at one value in all futures.
	Fixed []sim.Fixed
	// Design chooses the futures that [Explore] runs; nil is a Latin hypercube.
	Design   rdm.Design
	Progress func(done, total int)
	Records  Records // for the alignment of a dossier alone
}

// model binds strategies to a setup, with what is fixed.
func (e Exploring) model(st Start, strategies []strategy.Strategy) (*sim.Model, error) {
	m, err := sim.New(st.Setup, strategies)
	if err != nil {
		return nil, err
	}
	return m.Fixed(e.Fixed)
}

// Model returns what [Explore] runs: the simulation of a state.
func (e Exploring) Model(st Start) (rdm.Model, error) { return e.model(st, e.Strategies) }

// Explore runs every strategy in every future and passes the results on.
func Explore(ctx context.Context, st Start, e Exploring, sink rdm.Sink) error {
	m, err := e.model(st, e.Strategies)
	if err != nil {
		return err
	}
	design := e.Design
	if design == nil {
		design = e.design(m, 1)
	}
	return rdm.Run(ctx, m, design, e.Futures, e.Seed, sink, rdm.Options{Workers: e.Workers, Progress: e.Progress})
}

func (e Exploring) design(m *sim.Model, shrink float64) rdm.LatinHypercube {
	return rdm.LatinHypercube{Seed: e.Seed, N: e.Futures, Dims: m.Dims(), Shrink: shrink}
}

// Compare explores the futures and judges the strategies.
func (x *Situation) Compare(ctx context.Context, st Start, e Exploring, good GoodEnough) (Comparison, error) {
	m, err := e.model(st, e.Strategies)
	if err != nil {
		return Comparison{}, err
	}
	table := rdm.NewTable(m, e.Futures)
	if err := Explore(ctx, st, e, table); err != nil {
		return Comparison{}, err
	}
	done, err := x.Explored(ctx, st, e, table, good)
	if err != nil {
		return Comparison{}, err
	}
	return done.Compare(ctx)
}

func compareTrail(st Start) prov.Trail {
	t := st.Trail
	t.Cites = []string{"lempert2003", "mckay1979", "mcphail2018"}
	for _, f := range param.Fields(sim.Draw{}) {
		t.Params = append(t.Params, f.Name)
	}
	slices.Sort(t.Params)
	return t
}

// Thresholds are what good enough asks of each headline outcome, in the order of
// [sim.Outcomes]: peace and autonomy relative to the record and to today; of a
// state at war, what it can still have once that war ends as an ordinary one does.
func Thresholds(st Start, good GoodEnough) []float64 {
	usual := sim.Baseline(&st.Setup)
	t := make([]float64, sim.Headline)
	t[sim.Security] = good.Security
	t[sim.Territory], t[sim.Lives] = good.Territory, good.Lives+usual.Deaths
	t[sim.Peace] = usual.Peace * (1 - good.PeaceSlack)
	t[sim.Prosperity] = good.Prosperity * usual.Prosperity
	t[sim.Autonomy] = usual.Autonomy * (1 - good.AutonomySlack)
	return t
}

// headline are the outcomes that strategies are judged by.
func headline() []int {
	out := make([]int, sim.Headline)
	for i := range out {
		out[i] = i
	}
	return out
}

func outcomes() []Outcome {
	specs, labels := sim.Outcomes(), sim.Labels()
	out := make([]Outcome, sim.Headline)
	for i := range out {
		s, l := specs[i], labels[i]
		out[i] = Outcome{s.Name, l.EN, l.KO, l.SayEN, l.SayKO, s.Unit, s.Higher}
	}
	return out
}

// weights are those of the outcomes in the mean regret and in the worst tenth:
// equal, but none for lives, which are counted in deaths per million and would
// drown outcomes that run from 0 to 1. Lives count in what is good enough and
// have a regret of their own.
func weights() []float64 {
	w := make([]float64, sim.Headline)
	for o := range w {
		if o != sim.Lives {
			w[o] = 1
		}
	}
	return w
}

// judge turns tables of runs into results.
type judge struct {
	table, halved *rdm.Table
	thresholds    []float64
	boot          rdm.Bootstrap
	trail         prov.Trail
	strategies    []strategy.Strategy
	today         strategy.Vector
	good          [][]float64
}

func (j *judge) fill(ctx context.Context, out *Comparison) error {
	head := j.table.Select(headline()...)
	criteria := rdm.DefaultCriteria()
	criteria.Thresholds, criteria.Weights, criteria.Bootstrap = j.thresholds, weights(), j.boot
	standings, err := rdm.Assess(ctx, head, criteria)
	if err != nil {
		return err
	}
	narrow, err := rdm.GoodEnough(j.halved.Select(headline()...), j.thresholds)
	if err != nil {
		return err
	}
	for p, s := range standings {
		out.Results = append(out.Results, j.result(p, s, narrow[p]))
	}
	slices.SortStableFunc(out.Results, func(a, b Result) int { return cmp.Compare(b.GoodEnough.Value, a.GoodEnough.Value) })
	if err := j.leading(ctx, out); err != nil {
		return err
	}
	if err := j.waive(ctx, head, out); err != nil {
		return err
	}
	if err := j.settle(ctx, out); err != nil {
		return err
	}
	if err := j.judgeAgain(head, out); err != nil {
		return err
	}
	if err := j.failing(ctx, out); err != nil {
		return err
	}
	return j.explain(ctx, out)
}

func (j *judge) result(p int, s rdm.Standing, narrow []float64) Result {
	st := j.strategies[p]
	r := Result{
		Name: st.Name, Title: st.Title,
		GoodEnough: j.number(s.Overall.Met, "share of futures"),
		Regret:     j.number(s.Overall.Regret, ""),
		WorstTenth: j.number(s.Overall.Worst, ""),
		Halved:     j.number(rdm.ShareInterval(int(rdm.Sum(narrow)), len(narrow), level), "share of futures"),
		Diagnostic: map[string]float64{},
		Moves:      moves(st, j.today),
		Horizons:   j.horizons(p),
	}
	least := math.Inf(1)
	for o, score := range s.Outcomes {
		spec := j.table.Outcomes()[o]
		r.Outcomes = append(r.Outcomes, Summary{
			Outcome: spec.Name, Threshold: j.thresholds[o],
			Mean: j.number(score.Mean, spec.Unit), WorstTenth: j.number(score.Worst, spec.Unit),
			Regret: j.number(score.Regret, spec.Unit), Met: j.number(score.Met, "share of futures"),
		})
		if score.Met.Value < least {
			least, r.Narrowest = score.Met.Value, spec.Name
		}
	}
	for o := sim.Headline; o < sim.At(0, 1); o++ {
		col := j.table.Outcome(p, o)
		r.Diagnostic[j.table.Outcomes()[o].Name] = rdm.Sum(col) / float64(len(col))
	}
	return r
}

func (j *judge) number(i rdm.Interval, unit string) prov.Number {
	return prov.Number{Value: i.Value, Low: i.Low, High: i.High, Unit: unit, Trail: j.trail}
}

// leading names the first strategy and all it does not clearly beat.
func (j *judge) leading(ctx context.Context, out *Comparison) error {
	first := j.index(out.Results[0].Name)
	out.Leading = []string{out.Results[0].Name}
	for _, r := range out.Results[1:] {
		d, err := j.boot.Difference(ctx, j.good[first], j.good[j.index(r.Name)])
		if err != nil {
			return err
		}
		if !d.Excludes(0) {
			out.Leading = append(out.Leading, r.Name)
		}
	}
	return nil
}

// waive finds who leads when one outcome after another is not asked for.
func (j *judge) waive(ctx context.Context, head *rdm.Table, out *Comparison) error {
	first := j.index(out.Results[0].Name)
	for o, spec := range head.Outcomes() {
		asked := slices.Clone(j.thresholds)
		asked[o] = math.NaN()
		good, err := rdm.GoodEnough(head, asked)
		if err != nil {
			return err
		}
		best := first
		for p := range good {
			if rdm.Mean(good[p]) > rdm.Mean(good[best]) {
				best = p
			}
		}
		w := Waiver{Outcome: spec.Name, Leader: head.Policies()[best], Share: rdm.Mean(good[best]), First: rdm.Mean(good[first])}
		if best != first {
			d, err := j.boot.Difference(ctx, good[best], good[first])
			if err != nil {
				return err
			}
			w.Clear = d.Excludes(0)
		}
		out.Waivers = append(out.Waivers, w)
	}
	return nil
}

func (j *judge) index(name string) int { return slices.Index(j.table.Policies(), name) }

// explain finds what drives the first strategy and what would change the lead.
func (j *judge) explain(ctx context.Context, out *Comparison) error {
	drivers, dims, err := j.drivers(j.good[j.index(out.Results[0].Name)])
	if err != nil {
		return err
	}
	out.Drivers = drivers
	found := make([]*Flip, len(drivers))
	err = rdm.Each(ctx, j.boot.Workers, len(drivers), func(k int) (err error) {
		found[k], err = j.flip(drivers[k], dims[k])
		return err
	})
	if err != nil {
		return err
	}
	for _, f := range found {
		if f != nil {
			out.Flips = append(out.Flips, *f)
		}
	}
	slices.SortStableFunc(out.Flips, func(a, b Flip) int { return cmp.Compare(b.Margin, a.Margin) })
	return nil
}

// tenths is how finely the range of an uncertainty is searched for a change of
// the lead.
const tenths = 10

// flip is where along one uncertainty the lead changes, nil where it does not.
func (j *judge) flip(driver Driver, dim int) (*Flip, error) {
	c, ok, err := rdm.FindCrossing(j.table, j.good, dim, parts(j.table.Dims()[dim], tenths), level)
	if err != nil || !ok {
		return nil, err
	}
	return &Flip{
		Driver: driver, At: c.At, FreeSign: j.table.Dims()[dim].FreeSign, Margin: c.Margin(), Clear: c.Clear(),
		LowLeader: j.table.Policies()[c.Low], HighLeader: j.table.Policies()[c.High],
	}, nil
}

// moves lists the levers a strategy sets away from today, where its rule does
// not fire, and how many years that takes.
func moves(s strategy.Strategy, today strategy.Vector) []Move {
	plan := strategy.Compile(strategy.Strategy{Levers: s.Levers, Targets: s.Targets}, today)
	var (
		seen   [strategy.NumObserved]float64
		memory strategy.Memory
		out    []Move
	)
	last := plan.Target(sim.Horizon, &seen, &memory)
	for i, l := range strategy.Levers() {
		if d := math.Abs(last[i] - today[i]); d > 1e-9 {
			out = append(out, Move{Lever: l.Name, From: today[i], To: last[i], Years: math.Ceil(d/l.Speed - 1e-9)})
		}
	}
	return out
}
