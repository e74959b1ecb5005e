package desk

import (
	"context"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/internal/builtin"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/similarity"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// OpenRecords reads what is imported beside the panel, which takes longer: roll
// calls, and whether the treaties of all states are there.
func (d *Desk) OpenRecords(ctx context.Context) error {
	v, ok, err := dataset.ReadVotes(ctx, d.store, builtin.Datasets(), d.Figures().Codes())
	if err != nil {
		return err
	}
	if ok {
		d.Votes = make([]similarity.System, len(v.Years))
		for i, y := range v.Years {
			d.Votes[i] = similarity.Ballots(y.Year, y.States, y.Votes)
			d.Votes[i].Source = v.Used.Source
		}
		d.VotesUsed = v.Used
		d.add(v.Sources)
	}
	o, _, ok, err := dataset.Treaties(ctx, d.store, builtin.Datasets(), similarity.Duties(), study.NewestYear(d.Figures()))
	if err == nil && ok && len(o.Used) > 0 {
		d.TreatiesUsed = &o.Used[0]
		d.add(o.Snapshot.Sources())
	}
	return err
}

// add notes sources that the panel does not know.
func (d *Desk) add(sources []prov.Source) {
	for _, src := range sources {
		known := func(s prov.Source) bool { return s.Key == src.Key }
		if !slices.ContainsFunc(d.Figures().Sources(), known) && !slices.ContainsFunc(d.also, known) {
			d.also = append(d.also, src)
		}
	}
}

// Records are the records beside the panel as of a year, where they are open: the
// roll calls, and the treaty portfolios of all members of the state system.
func (d *Desk) Records(ctx context.Context, year ir.Year) (study.Records, error) {
	out := study.Records{Votes: d.Votes}
	if d.TreatiesUsed == nil {
		return out, nil
	}
	o, y, ok, err := dataset.Treaties(ctx, d.store, builtin.Datasets(), similarity.Duties(), year)
	if err != nil || !ok {
		return out, err
	}
	if pacts, ok := similarity.Pacts(o.Snapshot, y); ok {
		pacts.Whole, pacts.Source = true, d.TreatiesUsed.Source
		out.Treaties = pacts
	}
	return out, nil
}
