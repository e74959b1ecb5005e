package desk

import (
	"context"

	"github.com/shatterbelt/shatterbelt/claim"
	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/internal/builtin"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Judging says how claims are judged.
type Judging struct {
	Year             ir.Year
	Seed             uint64
	Futures, Workers int
}

// DefaultFutures is how many futures a comparison of courses takes.
const DefaultFutures = 2000

// Bench is what claims are judged on: the figures, and what the store has beside
// them where a claim asks for it.
func (d *Desk) Bench(j Judging) claim.Bench {
	b := claim.Bench{
		Figures: d.Figures(), Year: j.Year, Seed: j.Seed, Futures: j.Futures, Workers: j.Workers, Settings: study.Default(),
		Good: param.Default[study.GoodEnough](), Rule: param.Default[claim.Rule](), Coding: param.Default[claim.Coding](),
		Past: d.past, System: d.system, Votes: d.Votes,
	}
	for _, u := range d.From.Used {
		b.Imported = append(b.Imported, u.Dataset)
	}
	return b
}

// past is the record of powers of every year in the store.
func (d *Desk) past(ctx context.Context) (*panel.Snapshot, []study.Seat, error) {
	o, err := dataset.Powers(ctx, d.store, builtin.Datasets())
	if err != nil {
		return nil, nil, err
	}
	return o.Snapshot, SeatsOf(o), nil
}

// system is the state system of a year in the store.
func (d *Desk) system(ctx context.Context, y ir.Year) (*panel.Snapshot, error) {
	o, err := dataset.System(ctx, d.store, builtin.Datasets(), y)
	if err != nil {
		return nil, err
	}
	return o.Snapshot, nil
}

// Judge judges claims on a bench.
func Judge(ctx context.Context, b *claim.Bench, claims []claim.Claim) ([]claim.Finding, error) {
	if _, err := study.Situate(b.Figures, b.Year, b.Settings); err != nil {
		return nil, err
	}
	return claim.Run(ctx, b, claims)
}

// SeatsOf are the capitals of an overlay as a study takes them.
func SeatsOf(o dataset.Overlay) []study.Seat {
	out := make([]study.Seat, len(o.Seats))
	for i, s := range o.Seats {
		out[i] = study.Seat{State: s.State, First: s.First, Last: s.Last, Lat: s.Lat, Lon: s.Lon}
	}
	return out
}
