package runs

import (
	"context"
	"fmt"
	"slices"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// Fill gives a sink, such as an [rdm.Table], every future of the run in chunks, as
// it was given them when they were run. What failed then is missing.
func (r *Reader) Fill(ctx context.Context, sink rdm.Sink) error {
	f := newFilling(r.Manifest)
	row := 0
	err := r.Each(ctx, func(cells []Cell) error {
		if err := f.add(cells, row); err != nil {
			return &DamageError{r.ID, err.Error()}
		}
		if row++; row%(rdm.ChunkSize*len(r.Policies)) == 0 {
			return f.deliver(sink)
		}
		return nil
	})
	if err != nil || f.chunk.N == 0 {
		return err
	}
	return f.deliver(sink)
}

// filling is a chunk under way.
type filling struct {
	m       *Manifest
	chunk   rdm.Chunk
	options [][]string // by uncertainty, nil for numbers
}

func newFilling(m *Manifest) *filling {
	f := &filling{m: m}
	f.chunk.Policies, f.chunk.Dims, f.chunk.Outcomes = len(m.Policies), len(m.Uncertainties), len(m.Outcomes)
	for _, d := range m.Uncertainties {
		f.options = append(f.options, d.Options)
	}
	return f
}

// add adds a row, which must be the next.
func (f *filling) add(cells []Cell, row int) error {
	future, policy := row/f.chunk.Policies, row%f.chunk.Policies
	if want := 2 + f.chunk.Dims + len(f.m.Levers) + f.chunk.Outcomes; len(cells) != want {
		return fmt.Errorf("%d columns; want %d", len(cells), want)
	}
	if int(cells[0].Number) != future || cells[1].Text != f.m.Policies[policy].Name {
		return fmt.Errorf("row %d is of future %s under %s; want %d under %s", row+1, cells[0], cells[1], future, f.m.Policies[policy].Name)
	}
	if policy == 0 {
		f.chunk.N++
		for k, options := range f.options {
			v := cells[2+k].Number
			if options != nil {
				at := slices.Index(options, cells[2+k].Text)
				if at < 0 {
					return fmt.Errorf("row %d: %s is %q; want one of %v", row+1, f.m.Uncertainties[k].Name, cells[2+k].Text, options)
				}
				v = float64(at)
			}
			f.chunk.X = append(f.chunk.X, v)
		}
	}
	for _, c := range cells[len(cells)-f.chunk.Outcomes:] {
		f.chunk.Y = append(f.chunk.Y, c.Number)
	}
	return nil
}

func (f *filling) deliver(sink rdm.Sink) error {
	err := sink.Chunk(&f.chunk)
	f.chunk.First += f.chunk.N
	f.chunk.N, f.chunk.X, f.chunk.Y = 0, f.chunk.X[:0], f.chunk.Y[:0]
	return err
}
