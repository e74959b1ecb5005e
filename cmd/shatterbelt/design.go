package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/data/experiments"
	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/rdm"
)

// The ways of choosing futures.
const (
	byLatin      = "latin"
	byMonteCarlo = "montecarlo"
	bySobol      = "sobol"
	byFactorial  = "factorial"
	byList       = "list"
)

// designs are what each is called in a manifest.
var designs = map[string]string{
	byLatin: "latin hypercube", byMonteCarlo: "monte carlo", bySobol: "sobol", byFactorial: "factorial", byList: "list",
}

// designing says how futures are chosen. It is kept in the recipe of a run.
type designing struct {
	Kind         string   `json:"kind"`
	Levels       []string `json:"levels,omitempty"`       // of a factorial design
	List         string   `json:"list,omitempty"`         // file of futures
	Correlations string   `json:"correlations,omitempty"` // file of rank correlations
}

func (d *designing) register(c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&d.Kind, "design", byLatin, "how futures are chosen: latin, montecarlo, sobol, factorial (with --levels) or list (with --list)")
	f.StringArrayVar(&d.Levels, "levels", nil, "values that the factorial design takes, as NAME=COUNT, or COUNT for all; others keep their default; may be repeated")
	f.StringVar(&d.List, "list", "", "table of the futures of --design list: a row each, a column an uncertainty; others keep their default")
	f.StringVar(&d.Correlations, "correlations", "", "table of rank correlations for latin, montecarlo or sobol: names in the first column and in the header; others are independent")
	_ = c.RegisterFlagCompletionFunc("design", cobra.FixedCompletions([]string{byLatin, byMonteCarlo, bySobol, byFactorial, byList}, cobra.ShellCompDirectiveNoFileComp))
}

// check refuses flags that do not go together, and makes paths whole so that the
// recipe holds wherever a run is resumed from.
func (d *designing) check(futuresGiven bool) error {
	if _, ok := designs[d.Kind]; !ok {
		return usagef("--design is %q; want latin, montecarlo, sobol, factorial or list", d.Kind)
	}
	switch {
	case (d.Kind == byFactorial) != (len(d.Levels) > 0):
		return usagef("--design factorial and --levels go together, such as --design factorial --levels growth_gap=3")
	case (d.Kind == byList) != (d.List != ""):
		return usagef("--design list and --list go together, such as --design list --list futures.csv")
	case d.Correlations != "" && (d.Kind == byFactorial || d.Kind == byList):
		return usagef("--correlations goes with --design latin, montecarlo or sobol; a %s has the correlations it has", designs[d.Kind])
	case futuresGiven && (d.Kind == byFactorial || d.Kind == byList):
		return usagef("--design %s says itself how many futures there are; leave --futures out", d.Kind)
	}
	for _, path := range []*string{&d.List, &d.Correlations} {
		if *path == "" {
			continue
		}
		whole, err := filepath.Abs(*path)
		if err != nil {
			return err
		}
		*path = whole
	}
	return nil
}

// kept is the design as a recipe keeps it: nil for the usual one, so that runs of
// it keep their names.
func (d *designing) kept() *designing {
	if d.Kind == byLatin && d.Correlations == "" {
		return nil
	}
	out := *d
	return &out
}

// spread is a design over some uncertainties.
type spread struct {
	design  rdm.Design
	name    string
	futures int
	data    []runs.Digest // of the files it was read from
}

// over builds the design over the uncertainties of a model. A nil one is a Latin
// hypercube.
func (d *designing) over(ctx context.Context, dims []rdm.Dim, futures int, seed uint64) (spread, error) {
	if d == nil {
		d = &designing{Kind: byLatin}
	}
	out := spread{name: designs[d.Kind], futures: futures}
	var cube rdm.Cube
	var err error
	switch d.Kind {
	case byLatin:
		l := rdm.LatinHypercube{Seed: seed, N: futures, Dims: dims}
		out.design, cube = l, l
	case byMonteCarlo:
		m := rdm.MonteCarlo{Seed: seed, Dims: dims}
		out.design, cube = m, m
	case bySobol:
		s := rdm.Sobol{Seed: seed, Dims: dims}
		out.design, cube = s, s
	case byFactorial:
		err = d.factorial(dims, &out)
	case byList:
		err = d.list(ctx, dims, &out)
	}
	if err != nil || d.Correlations == "" {
		return out, err
	}
	return out, d.correlate(ctx, cube, dims, &out)
}

func (d *designing) factorial(dims []rdm.Dim, out *spread) error {
	f := rdm.Factorial{Dims: dims, Levels: slices.Repeat([]int{1}, len(dims))}
	for _, text := range d.Levels {
		name, count, named := strings.Cut(text, "=")
		if !named {
			name, count = "", text
		}
		n, err := strconv.Atoi(count)
		if err != nil || n < 1 {
			return usagef("--levels %s: %q is no count of values; want 1 or more, such as growth_gap=3", text, count)
		}
		at := slices.IndexFunc(dims, func(d rdm.Dim) bool { return d.Name == name })
		if named && at < 0 {
			return usagef("--levels: the model has no uncertainty %q; did you mean %q?", name, experiments.NearestDim(dims, name))
		}
		for k := range f.Levels {
			if !named && dims[k].Min < dims[k].Max || k == at {
				f.Levels[k] = n
			}
		}
	}
	if n := f.N(); n == 0 || n > maxSavedFutures {
		return usagef("--levels make more than %d combinations; name fewer uncertainties or fewer values", maxSavedFutures)
	}
	out.design, out.futures = f, f.N()
	return nil
}

func (d *designing) list(ctx context.Context, dims []rdm.Dim, out *spread) error {
	t, err := d.table(ctx, d.List, out)
	if err != nil {
		return err
	}
	rows, err := t.Futures(dims)
	out.design, out.futures = rdm.List{Dims: dims, Rows: rows}, len(rows)
	return err
}

func (d *designing) correlate(ctx context.Context, cube rdm.Cube, dims []rdm.Dim, out *spread) error {
	t, err := d.table(ctx, d.Correlations, out)
	if err != nil {
		return err
	}
	ranks, err := t.Ranks(dims)
	if err != nil {
		return err
	}
	c, err := rdm.NewCorrelated(cube, dims, ranks)
	var fault *rdm.CorrelationError
	if errors.As(err, &fault) {
		return usagef("--correlations %s: of %s: %s", d.Correlations, dims[fault.Row].Name, fault.Reason)
	}
	if err != nil {
		return err
	}
	out.design, out.name = c, out.name+", correlated"
	return nil
}

// table reads a file of a design and notes its digest.
func (d *designing) table(ctx context.Context, path string, out *spread) (*experiments.Table, error) {
	t, err := experiments.Read(ctx, path, experiments.Options{})
	if err != nil {
		return nil, err
	}
	b, err := os.ReadFile(path)
	out.data = append(out.data, desk.Digest(filepath.Base(path), b))
	return t, err
}
