package desk

import (
	"context"

	"github.com/shatterbelt/shatterbelt/claim"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Judging says how claims are judged.
type Judging struct {
	Year             ir.Year
	Seed             uint64
	Futures, Workers int
	Progress         func(done, total int)
}

// DefaultFutures is how many futures a comparison of courses takes.
const DefaultFutures = 2000

// Judge judges claims by the figures, and the roll calls where they are open.
func (d *Desk) Judge(ctx context.Context, claims []claim.Claim, j Judging) ([]claim.Finding, error) {
	if _, err := study.Situate(d.Figures(), j.Year, study.Default()); err != nil {
		return nil, err
	}
	b := claim.Bench{
		Figures: d.Figures(), Year: j.Year, Seed: j.Seed, Futures: j.Futures, Workers: j.Workers, Settings: study.Default(),
		Good: param.Default[study.GoodEnough](), Rule: param.Default[claim.Rule](), Coding: param.Default[claim.Coding](),
		Votes: d.Votes, Progress: j.Progress,
	}
	return claim.Run(ctx, &b, claims)
}
