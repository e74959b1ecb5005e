package recipe

import (
	"context"
	"runtime"
	"sync"

	"github.com/shatterbelt/shatterbelt/data/table"
	"github.com/shatterbelt/shatterbelt/ir"
)

// worker evaluates years, one at a time, in memory that serves again.
type worker struct {
	panel *Panel
	year  year
	cells [][]float64 // by addition and column
	keep  []bool
	mats  [2][]float64 // of the filter
	keys  [3][]float64
	block table.Block
	at    []int32 // zeros: a figure of the year stands in every row
}

// made is a year ready to be written, or what stopped it.
type made struct {
	chunk *table.Chunk
	err   error
}

// Write evaluates the panel year by year and writes it. Several workers, at
// least one, evaluate years at the same time; what is written does not depend on
// their number. It returns the number of rows.
func (p *Panel) Write(ctx context.Context, w table.Writer, workers int) (rows int64, err error) {
	ctx, cancel := context.WithCancel(ctx)
	if workers < 1 {
		workers = runtime.GOMAXPROCS(0)
	}
	n := int(p.recipe.To-p.recipe.From) + 1
	results := make([]chan made, n)
	for i := range results {
		results[i] = make(chan made, 1)
	}
	jobs := make(chan int)
	free := make(chan *table.Chunk, workers+1) // as many years are held as there are chunks
	for range cap(free) {
		free <- &table.Chunk{}
	}
	var group sync.WaitGroup
	defer group.Wait()
	defer cancel()
	group.Go(func() { dispatch(ctx, jobs, n) })
	for range workers {
		group.Go(func() { p.work(ctx, w, jobs, free, results) })
	}
	for i := range results {
		select {
		case <-ctx.Done():
			return rows, ctx.Err()
		case m := <-results[i]:
			if m.err != nil {
				return rows, m.err
			}
			if err := w.Write(m.chunk); err != nil {
				return rows, err
			}
			rows += int64(m.chunk.Rows())
			free <- m.chunk
		}
	}
	return rows, nil
}

// dispatch hands out the years in order.
func dispatch(ctx context.Context, jobs chan<- int, n int) {
	defer close(jobs)
	for i := range n {
		select {
		case jobs <- i:
		case <-ctx.Done():
			return
		}
	}
}

// work evaluates years until there are no more. A chunk is taken before a year
// is, so that the year that is written next always has one.
func (p *Panel) work(ctx context.Context, w table.Writer, jobs <-chan int, free chan *table.Chunk, results []chan made) {
	own := worker{panel: p}
	for {
		var c *table.Chunk
		select {
		case c = <-free:
		case <-ctx.Done():
			return
		}
		i, ok := <-jobs
		if !ok {
			free <- c
			return
		}
		err := own.evaluate(p.recipe.From + ir.Year(i))
		if err == nil {
			err = w.Prepare(&own.block, c)
		}
		results[i] <- made{c, err}
	}
}

// evaluate computes the block of a year.
func (w *worker) evaluate(at ir.Year) error {
	p, y := w.panel, &w.year
	y.set(p.world, at)
	keep, err := w.relevant()
	if err != nil {
		return err
	}
	y.arrange(p.recipe.Unit, keep)
	next := 0
	var start []int
	for i, f := range p.fillers {
		start = append(start, next)
		out := w.room(&next, p.chosen[i])
		if err := f.fill(y, out); err != nil {
			return err
		}
	}
	w.assemble(start)
	return nil
}

// room gives memory for the columns of an addition.
func (w *worker) room(next *int, chosen []spec) [][]float64 {
	first := *next
	for _, s := range chosen {
		size := map[form]int{ofState: w.year.n, ofDyad: w.year.n * w.year.n, ofYear: 1}[s.form]
		if *next == len(w.cells) {
			w.cells = append(w.cells, nil)
		}
		w.cells[*next] = sized(w.cells[*next], size)
		*next++
	}
	return w.cells[first:*next]
}

// sized is a slice of a length, the memory of another if it is enough.
func sized(s []float64, n int) []float64 {
	if cap(s) < n {
		return make([]float64, n, n+n/4)
	}
	return s[:n]
}

// relevant marks the dyads that the filter keeps, nil for all: contiguous, or
// one of the two a major power.
func (w *worker) relevant() ([]bool, error) {
	p, y := w.panel, &w.year
	if p.filter == nil {
		return nil, nil
	}
	w.mats[0], w.mats[1] = sized(w.mats[0], y.n*y.n), sized(w.mats[1], y.n)
	for k, f := range p.filter {
		if err := f.fill(y, w.mats[k:k+1]); err != nil {
			return nil, err
		}
	}
	near, major := w.mats[0], w.mats[1]
	w.keep = w.keep[:0]
	for i := range y.n {
		for j := range y.n {
			kind := near[i*y.n+j]
			w.keep = append(w.keep, kind >= 1 && kind <= p.recipe.Settings.Contiguous || major[i] == 1 || major[j] == 1)
		}
	}
	return w.keep, nil
}

// assemble points the block at what was computed.
func (w *worker) assemble(start []int) {
	p, y := w.panel, &w.year
	rows := len(y.from)
	for len(w.at) < rows {
		w.at = append(w.at, 0)
	}
	w.keys[0] = w.keys[0][:0]
	for _, s := range y.states {
		w.keys[0] = append(w.keys[0], float64(s.code))
	}
	w.keys[2] = append(w.keys[2][:0], float64(y.year))
	w.block.Rows, w.block.Cells = rows, w.block.Cells[:0]
	for _, c := range p.parts {
		cells := table.Cells{At: y.from}
		switch {
		case c.key == 'a':
			cells.Values = w.keys[0]
		case c.key == 'b':
			cells.Values, cells.At = w.keys[0], y.to
		case c.key == 'y':
			cells.Values, cells.At = w.keys[2], w.at[:rows]
		default:
			cells.Values = w.cells[start[c.entry]+c.at]
			switch {
			case c.form == ofYear:
				cells.At = w.at[:rows]
			case c.form == ofDyad:
				cells.At = y.at
			case c.onOther:
				cells.At = y.to
			}
		}
		w.block.Cells = append(w.block.Cells, cells)
	}
}
