package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt"
	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/rdm/external"
	"github.com/shatterbelt/shatterbelt/rdm/lake"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/study"
)

// modelRecipe is what a run's model is built from, kept in the manifest so that the run
// can be resumed.
type modelRecipe struct {
	Model string `json:"model"` // "explore", "lake" or "program"

	State      string   `json:"state,omitempty"` // of explore
	Year       int      `json:"year,omitempty"`
	Strategies string   `json:"strategies,omitempty"` // text of the user's file
	Fix        []string `json:"fix,omitempty"`

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
}

// spec builds the run of a recipe.
func (r modelRecipe) spec(c *cobra.Command, z sized) (runs.Spec, error) {
	s := runs.Spec{
		Program: "shatterbelt " + shatterbelt.Version, Command: append([]string{"shatterbelt"}, os.Args[1:]...), Recipe: r,
		Futures: z.futures, Seed: z.seed, Failures: z.failures, DesignName: "latin hypercube",
	}
	var err error
	switch r.Model {
	case "explore":
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
	if s.Design == nil {
		s.Design = rdm.LatinHypercube{Seed: z.seed, N: z.futures, Dims: s.Model.Dims()}
	}
	return s, nil
}

// simulation is the simulation of a state.
func (r modelRecipe) simulation(c *cobra.Command, z sized, s *runs.Spec) error {
	d, err := figures(c)
	if err != nil {
		return err
	}
	st, err := d.Figures().Codes().Find(r.State)
	if err != nil {
		return err
	}
	say(c, d.From)
	x, start, err := begin(d.Figures(), st.CCode, desk.YearOr(r.Year, d.Figures()))
	if err != nil {
		return err
	}
	text := []byte(r.Strategies)
	if len(text) == 0 {
		text = strategy.NamedFile()
	}
	strategies, err := strategy.Parse("strategies", text)
	if err != nil {
		return err
	}
	fixed, err := parseFixed(r.Fix)
	if err != nil {
		return err
	}
	e := study.Exploring{Futures: z.futures, Seed: z.seed, Strategies: strategies, Fixed: fixed}
	if s.Model, s.Design, err = e.Model(start); err != nil {
		return err
	}
	s.Title = fmt.Sprintf("explore %s %d", st.ISO, x.Year)
	s.Data, err = digests(c, d.From, start, text)
	return err
}

// digests name what a simulation is built from: the imported editions in use, the
// setup that the figures come down to, and the strategies.
func digests(c *cobra.Command, o dataset.Overlay, start study.Start, strategies []byte) ([]runs.Digest, error) {
	st, err := openStore(c)
	if err != nil {
		return nil, err
	}
	var out []runs.Digest
	seen := map[string]bool{}
	for _, u := range o.Used {
		if seen[u.Dataset] {
			continue
		}
		seen[u.Dataset] = true
		m, err := st.Manifest(u.Dataset, u.Edition)
		if err != nil {
			return nil, err
		}
		h := sha256.New()
		for _, t := range m.Tables {
			fmt.Fprintln(h, t.Table, t.SHA256)
		}
		out = append(out, runs.Digest{Dataset: u.Dataset, Edition: u.Edition, SHA256: hex.EncodeToString(h.Sum(nil))})
	}
	setup, err := json.Marshal(start.Setup)
	if err != nil {
		setup = fmt.Appendf(nil, "%+v", start.Setup) // JSON has no NaN
	}
	return append(out, digest("setup", setup), digest("strategies", strategies)), nil
}

func digest(name string, b []byte) runs.Digest {
	sum := sha256.Sum256(b)
	return runs.Digest{Dataset: name, SHA256: hex.EncodeToString(sum[:])}
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
		s.Data = append(s.Data, digest(filepath.Base(word), b))
	}
	s.Title = strings.TrimSuffix(filepath.Base(r.Command[len(r.Command)-1]), filepath.Ext(r.Command[len(r.Command)-1]))
	s.Model, err = external.Ask(ctx, p)
	return err
}
