package desk

import (
	"context"
	"slices"

	"github.com/shatterbelt/shatterbelt/brief"
	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/internal/builtin"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/similarity"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// A Desk is the figures that questions are asked of. They do not change once open,
// so many may ask at a time.
type Desk struct {
	// From is the core overlaid by what was imported.
	From dataset.Overlay
	// Votes are the roll calls that are imported, if any are.
	Votes []similarity.System
	// VotesUsed and TreatiesUsed are the editions of the imported roll calls and of
	// the treaties of all states; TreatiesUsed is nil where none are imported.
	VotesUsed    dataset.Used
	TreatiesUsed *dataset.Used

	also    []prov.Source // of what is open beside the panel
	store   *store.Store
	columns columns
	kept    kept
}

// Open reads the figures: the core overlaid by what is in a store.
func Open(ctx context.Context, s *store.Store) (*Desk, error) {
	from, err := dataset.Open(ctx, s, builtin.Datasets())
	if err != nil {
		return nil, err
	}
	return Of(from, s), nil
}

// Of puts figures on a desk that are open already.
func Of(from dataset.Overlay, s *store.Store) *Desk { return &Desk{From: from, store: s} }

// Figures are the panel that every question is asked of.
func (d *Desk) Figures() *panel.Snapshot { return d.From.Snapshot }

// YearOr is the year asked for, or the newest with figures where it is 0.
func YearOr(asked int, s *panel.Snapshot) ir.Year {
	if asked != 0 {
		return ir.Year(asked)
	}
	return study.NewestYear(s)
}

// Land is the outlines and capitals that maps are drawn from.
func Land() ([]brief.Outline, []brief.Place, error) {
	shapes, err := core.Geometry()
	if err != nil {
		return nil, nil, err
	}
	capitals, err := core.Capitals()
	if err != nil {
		return nil, nil, err
	}
	outlines := make([]brief.Outline, len(shapes))
	for i, s := range shapes {
		outlines[i] = brief.Outline(s)
	}
	places := make([]brief.Place, len(capitals))
	for i, c := range capitals {
		places[i] = brief.Place{State: c.State, Lat: c.Lat, Lon: c.Lon}
	}
	return outlines, places, nil
}

// Options are what a document needs to know of the figures; the sources of the
// records beside the panel are among them once those are open.
func (d *Desk) Options(lang, command string) (brief.Options, error) {
	s := d.Figures()
	outlines, places, err := Land()
	return brief.Options{
		Lang: lang, Command: command, Sources: slices.Concat(s.Sources(), d.also), Codes: s.Codes(),
		Outlines: outlines, Capitals: places, Indicators: s.Indicators(),
	}, err
}
