package main

import (
	"bufio"
	"encoding/json"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/study"
)

// exploreSchema names the form of the rows as JSON.
const exploreSchema = "shatterbelt/explore/1"

func exploreCommand() *cobra.Command {
	var (
		flags       exploring
		keep        keeping
		design      designing
		csv, asJSON bool
	)
	c := &cobra.Command{
		Use:   "explore STATE",
		Short: "Run every strategy through every future and print one row for each",
		Long: `Explore prints one row for each future and strategy: the uncertainties and
coefficients drawn, then the outcomes. The same seed gives the same bytes for any
number of workers. With --save the rows go into a run that lasts (see runs) and can
have many more futures; the same command given again goes on where it was
interrupted.`,
		Example:           "  shatterbelt explore KOR --futures 100 --csv > runs.csv\n  shatterbelt explore POL --futures 10 --json\n  shatterbelt explore KOR --save\n  shatterbelt explore KOR --design factorial --levels growth_gap=3 --levels commitment=3",
		Args:              exactly(1, "one state"),
		ValidArgsFunction: completeStates,
		RunE: func(c *cobra.Command, args []string) error {
			if err := exclusive(asJSON, csv); err != nil {
				return err
			}
			if err := design.check(c.Flags().Changed("futures")); err != nil {
				return err
			}
			if keep.save {
				return keep.explore(c, &flags, design.kept(), args[0], csv || asJSON)
			}
			return flags.explore(c, design.kept(), args[0], asJSON)
		},
	}
	flags.register(c)
	design.register(c)
	keep.register(c)
	c.Flags().BoolVar(&keep.save, "save", false, "keep every experiment in a run instead of printing it")
	c.Flags().BoolVar(&csv, "csv", false, "comma-separated values (the default)")
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON object")
	return c
}

func (e *exploring) explore(c *cobra.Command, design *designing, text string, asJSON bool) error {
	run, err := e.study()
	if err != nil {
		return err
	}
	d, st, err := find(c, text)
	if err != nil {
		return err
	}
	s := d.Figures()
	x, start, err := begin(s, st.CCode, desk.YearOr(e.year, s))
	if err != nil {
		return err
	}
	m, err := run.Model(start)
	if err != nil {
		return err
	}
	over, err := design.over(c.Context(), m.Dims(), run.Futures, run.Seed)
	if err != nil {
		return err
	}
	if err := checkSize(over.futures, maxFutures, run.Workers); err != nil {
		return err
	}
	run.Design, run.Futures = over.design, over.futures
	out := bufio.NewWriterSize(c.OutOrStdout(), 1<<16)
	rows := newRows(out, run)
	if asJSON {
		rows.head(st, x.Year, start.Pair, run, s, over.name)
	} else {
		rows.header()
	}
	bar, finish := progress("futures")
	run.Progress = bar
	err = study.Explore(c.Context(), start, run, rows.sink(asJSON))
	finish()
	if err != nil {
		return err
	}
	if asJSON {
		io.WriteString(out, "\n]}\n")
	}
	return out.Flush()
}

// begin places a state in a year and reads the simulation's setup.
func begin(s *panel.Snapshot, state ir.CCode, year ir.Year) (study.Situation, study.Start, error) {
	x, err := study.Situate(s, year, study.Default())
	if err != nil {
		return x, study.Start{}, err
	}
	p, err := x.Position(state)
	if err != nil {
		return x, study.Start{}, err
	}
	start, err := x.Start(state, p.Pair)
	return x, start, lacking(err, s)
}

// rows writes experiments.
type rows struct {
	w        *bufio.Writer
	names    []string
	dims     []rdm.Dim
	outcomes []rdm.Outcome
	buf      []byte
	first    bool
}

func newRows(w *bufio.Writer, e study.Exploring) *rows {
	r := &rows{w: w, dims: sim.Dims(), outcomes: sim.Outcomes(), first: true}
	for _, s := range e.Strategies {
		r.names = append(r.names, s.Name)
	}
	return r
}

func (r *rows) columns() []string {
	cols := []string{"future", "strategy"}
	for _, d := range r.dims {
		cols = append(cols, d.Name)
	}
	for _, o := range r.outcomes {
		cols = append(cols, o.Name)
	}
	return cols
}

func (r *rows) header() {
	for i, name := range r.columns() {
		if i > 0 {
			r.w.WriteByte(',')
		}
		r.w.WriteString(name)
	}
	r.w.WriteByte('\n')
}

// head opens the JSON object up to its list of rows.
func (r *rows) head(st ir.State, year ir.Year, pair study.Pair, e study.Exploring, s *panel.Snapshot, design string) {
	a, _ := s.Codes().State(pair.A)
	b, _ := s.Codes().State(pair.B)
	head, _ := json.Marshal(map[string]any{
		"schema": exploreSchema, "state": st.ISO, "year": year, "pair": []string{a.ISO, b.ISO},
		"seed": e.Seed, "futures": e.Futures, "design": design, "columns": r.columns(),
	})
	r.w.Write(head[:len(head)-1])
	r.w.WriteString(`,"rows":[`)
}

func (r *rows) sink(asJSON bool) rdm.Sink {
	open, end := "", "\n"
	if asJSON {
		open, end = "[", "]"
	}
	return rdm.SinkFunc(func(c *rdm.Chunk) error {
		for i := range c.N {
			for p, name := range r.names {
				r.buf = r.buf[:0]
				if asJSON && !r.first {
					r.buf = append(r.buf, ',')
				}
				if asJSON {
					r.buf = append(r.buf, '\n')
				}
				r.first = false
				r.buf = append(r.buf, open...)
				r.buf = strconv.AppendInt(r.buf, int64(c.First+i), 10)
				r.buf = append(r.buf, ',')
				r.buf = appendName(r.buf, name, asJSON)
				r.buf = appendNumbers(r.buf, c.Inputs(i))
				r.buf = appendNumbers(r.buf, c.Outputs(i, p))
				r.buf = append(r.buf, end...)
				if _, err := r.w.Write(r.buf); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

func appendName(b []byte, name string, quoted bool) []byte {
	if quoted {
		return strconv.AppendQuote(b, name)
	}
	return append(b, name...)
}

func appendNumbers(b []byte, values []float64) []byte {
	for _, v := range values {
		b = append(b, ',')
		b = strconv.AppendFloat(b, v, 'g', -1, 64)
	}
	return b
}
