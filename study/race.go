package study

import (
	"context"
	"fmt"
	"slices"

	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// GoodEnoughOutcome names the share of futures good enough on every interest
// where a single outcome could be named.
const GoodEnoughOutcome = "good_enough"

// Race is some courses run over the same futures, at most two thousand, to be
// compared in pairs.
type Race struct {
	trial
	names []string
}

// Race runs courses of a state over the same futures.
func (x *Situation) Race(ctx context.Context, st Start, e Exploring, good GoodEnough) (*Race, error) {
	m, err := e.model(st, e.Strategies)
	if err != nil {
		return nil, err
	}
	t, err := runTrial(ctx, m, st, e, good)
	if err != nil {
		return nil, err
	}
	r := &Race{trial: t}
	for _, s := range e.Strategies {
		r.names = append(r.names, s.Name)
	}
	return r, nil
}

// WithoutTie runs today's course as it is and, second, without the security tie
// with A and membership of its institution, from the start.
func (x *Situation) WithoutTie(ctx context.Context, st Start, e Exploring, good GoodEnough) (*Race, error) {
	alone := strategy.Strategy{Name: "without-tie", Levers: []strategy.Setting{
		{Lever: strategy.TieA, Form: strategy.To}, {Lever: strategy.Membership, Form: strategy.To},
	}}
	m, err := e.model(st, []strategy.Strategy{unmoved(), alone})
	if err != nil {
		return nil, err
	}
	t, err := runTrial(ctx, m.AtOnce(), st, e, good)
	return &Race{t, []string{unmoved().Name, alone.Name}}, err
}

// Names are the courses in their order.
func (r *Race) Names() []string { return slices.Clone(r.names) }

// column is one outcome of a course by future.
func (r *Race) column(course int, outcome string) (col []float64, unit string, err error) {
	if outcome == GoodEnoughOutcome {
		return r.good[course], "share of futures", nil
	}
	at, ok := r.table.OutcomeIndex(outcome)
	if !ok {
		return nil, "", fmt.Errorf("study: no outcome is called %q", outcome)
	}
	return r.table.Outcome(course, at), r.table.Outcomes()[at].Unit, nil
}

// Mean is the mean of an outcome of a course, with its interval over futures.
func (r *Race) Mean(ctx context.Context, course int, outcome string) (prov.Number, error) {
	col, unit, err := r.column(course, outcome)
	if err != nil {
		return prov.Number{}, err
	}
	m, err := r.boot.Means(ctx, col)
	if err != nil {
		return prov.Number{}, err
	}
	return r.number(m[0], unit), nil
}

// Difference is the mean of an outcome of one course less that of another,
// paired by future.
func (r *Race) Difference(ctx context.Context, one, other int, outcome string) (prov.Number, error) {
	a, unit, err := r.column(one, outcome)
	if err != nil {
		return prov.Number{}, err
	}
	b, _, err := r.column(other, outcome)
	if err != nil {
		return prov.Number{}, err
	}
	d, err := r.boot.Difference(ctx, a, b)
	return r.number(d, unit), err
}
