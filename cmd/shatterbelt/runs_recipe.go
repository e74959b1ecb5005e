package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt"
	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/rdm/external"
	"github.com/shatterbelt/shatterbelt/rdm/lake"
)

// modelRecipe is what a run's model is built from, kept in the manifest so that the run
// can be resumed.
type modelRecipe struct {
	desk.Recipe // Model is "explore", "lake" or "program"

	Design *designing `json:"design,omitempty"` // nil is a Latin hypercube

	Form     string `json:"form,omitempty"` // of lake: "planned" or "ruled"
	Policies int    `json:"policies,omitempty"`
	Samples  int    `json:"samples,omitempty"`

	Command []string `json:"command,omitempty"` // of program
	Folder  string   `json:"folder,omitempty"`
	Limit   string   `json:"limit,omitempty"`
	Retries int      `json:"retries,omitempty"`
}

// sized is how much of a model to run.
type sized struct {
	futures, workers, failures int
	seed                       uint64
	design                     designing
}

// spec builds the run of a recipe.
func (r modelRecipe) spec(c *cobra.Command, z sized) (runs.Spec, error) {
	s := runs.Spec{
		Program: "shatterbelt " + shatterbelt.Version, Command: append([]string{"shatterbelt"}, os.Args[1:]...), Recipe: r,
		Seed: z.seed, Failures: z.failures,
	}
	var err error
	switch r.Model {
	case desk.ExploreModel:
		err = r.simulation(c, z, &s)
	case "lake":
		err = r.lake(z, &s)
	case "program":
		err = r.program(c.Context(), &s)
	default:
		err = usagef("model is %q; want explore, lake or program", r.Model)
	}
	if err != nil {
		return s, err
	}
	d, err := r.Design.over(c.Context(), s.Model.Dims(), z.futures, z.seed)
	s.Design, s.DesignName, s.Futures, s.Data = d.design, d.name, d.futures, append(s.Data, d.data...)
	return s, err
}

// simulation is the simulation of a state.
func (r modelRecipe) simulation(c *cobra.Command, z sized, s *runs.Spec) error {
	d, err := figures(c)
	if err != nil {
		return err
	}
	x, err := d.Bind(r.Recipe, desk.Size{Futures: z.futures, Seed: z.seed})
	if err != nil {
		return lacking(asked(err), d.Figures())
	}
	say(c, d.From)
	spec, err := d.Spec(x)
	spec.Command, spec.Recipe, spec.Failures = s.Command, s.Recipe, s.Failures
	*s = spec
	return err
}

// lake is the shallow lake under policies that a Latin hypercube over the levers
// chooses.
func (r modelRecipe) lake(z sized, s *runs.Spec) error {
	setup := lake.DefaultSetup()
	setup.Samples = r.Samples
	design := func(levers []rdm.Dim) rdm.Design {
		return rdm.LatinHypercube{Seed: z.seed, N: r.Policies, Dims: levers}
	}
	var err error
	switch r.Form {
	case "planned":
		s.Model, err = sampled(r.Policies, design, setup, lake.Planned)
	case "ruled":
		s.Model, err = sampled(r.Policies, design, setup, lake.Ruled)
	default:
		err = usagef("--form is %q; want planned or ruled", r.Form)
	}
	s.Title = "lake " + r.Form
	return err
}

func sampled[L any](n int, design func([]rdm.Dim) rdm.Design, s lake.Setup, model func(lake.Setup, ...rdm.Setting[L]) (rdm.Levered, error)) (rdm.Model, error) {
	settings, err := rdm.SampleSettings[L](n, design)
	if err != nil {
		return nil, err
	}
	return model(s, settings...)
}

// program is a program of the user's. The files among its words are part of what
// decides the results.
func (r modelRecipe) program(ctx context.Context, s *runs.Spec) error {
	p := external.Program{Command: r.Command, Dir: r.Folder, Retries: r.Retries}
	var err error
	if p.Limit, err = time.ParseDuration(r.Limit); err != nil {
		return usagef("--limit is %q; want a time such as 30s", r.Limit)
	}
	for _, word := range r.Command {
		path := word
		if !filepath.IsAbs(path) {
			path = filepath.Join(r.Folder, path)
		}
		info, err := os.Stat(path)
		if err != nil || !info.Mode().IsRegular() {
			continue // an option, or a program that the path finds
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		s.Data = append(s.Data, desk.Digest(filepath.Base(word), b))
	}
	s.Title = strings.TrimSuffix(filepath.Base(r.Command[len(r.Command)-1]), filepath.Ext(r.Command[len(r.Command)-1]))
	s.Model, err = external.Ask(ctx, p)
	return err
}
