package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/shatterbelt/shatterbelt"
	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/study"
)

// ExploreModel names the simulation of a state in recipes of runs.
const ExploreModel = "explore"

// UsualDesign names how an exploration chooses its futures unless told otherwise.
const UsualDesign = "latin hypercube"

// Recipe is what the model of a run of the simulation is built from. It is kept
// with the run, whichever front end began it, so that either can go on with it.
type Recipe struct {
	Model string `json:"model"`

	State      string   `json:"state,omitempty"`      // ISO code
	Year       int      `json:"year,omitempty"`       // 0 is the newest
	Strategies string   `json:"strategies,omitempty"` // text of a file; "" are the built-in ones
	Fix        []string `json:"fix,omitempty"`        // as NAME=VALUE
}

// Size is how much of a model is run.
type Size struct {
	Futures int    `json:"futures"`
	Seed    uint64 `json:"seed"`
}

// Exploration is a recipe bound to the figures: the state where it stands, and
// what runs.
type Exploration struct {
	Recipe    Recipe // with the state and the year filled in
	State     ir.State
	Situation *study.Situation
	Start     study.Start
	Exploring study.Exploring
}

// Bind reads a recipe of the simulation and places its state.
func (d *Desk) Bind(r Recipe, size Size) (*Exploration, error) {
	s := d.Figures()
	st, err := s.Codes().Find(r.State)
	if err != nil {
		return nil, err
	}
	r.Model, r.State, r.Year = ExploreModel, st.ISO, int(YearOr(r.Year, s))
	out := &Exploration{Recipe: r, State: st, Exploring: study.Exploring{Futures: size.Futures, Seed: size.Seed}}
	if out.Exploring.Strategies, err = r.strategies(); err != nil {
		return nil, err
	}
	if out.Exploring.Fixed, err = ParseFixed(r.Fix); err != nil {
		return nil, err
	}
	x, err := study.Situate(s, ir.Year(r.Year), study.Default())
	if err != nil {
		return nil, err
	}
	p, err := x.Position(st.CCode)
	if err != nil {
		return nil, err
	}
	out.Situation = &x
	out.Start, err = x.Start(st.CCode, p.Pair)
	return out, err
}

// text is the file of strategies, the built-in one where none is given.
func (r Recipe) text() []byte {
	if r.Strategies == "" {
		return strategy.NamedFile()
	}
	return []byte(r.Strategies)
}

func (r Recipe) strategies() ([]strategy.Strategy, error) {
	return strategy.Parse("strategies", r.text())
}

// Command is the command line that explores the same. What is not built in is in
// a file of strategies, which is named here and not written.
func (x *Exploration) Command(verb string, rest ...string) string {
	line := []string{
		"shatterbelt", verb, x.State.ISO, "--year", fmt.Sprint(x.Recipe.Year),
		"--futures", fmt.Sprint(x.Exploring.Futures), "--seed", fmt.Sprint(x.Exploring.Seed),
	}
	if x.Recipe.Strategies != "" {
		line = append(line, "--strategies", "strategies.yaml")
	}
	for _, f := range x.Recipe.Fix {
		line = append(line, "--fix", f)
	}
	return strings.Join(append(line, rest...), " ")
}

// Spec is the exploration as a run that is kept. The same exploration of the same
// figures is the same run.
func (d *Desk) Spec(x *Exploration) (runs.Spec, error) {
	e := x.Exploring
	s := runs.Spec{
		Title: fmt.Sprintf("explore %s %d", x.State.ISO, x.Recipe.Year), Program: "shatterbelt " + shatterbelt.Version,
		Command: strings.Fields(x.Command("explore", "--save")), Recipe: x.Recipe,
		Futures: e.Futures, Seed: e.Seed, DesignName: UsualDesign,
	}
	var err error
	if s.Model, err = e.Model(x.Start); err != nil {
		return s, err
	}
	s.Design = rdm.LatinHypercube{Seed: e.Seed, N: e.Futures, Dims: s.Model.Dims()}
	s.Data, err = d.digests(x)
	return s, err
}

// digests name what a simulation is built from: the imported editions in use, the
// setup that the figures come down to, and the strategies.
func (d *Desk) digests(x *Exploration) ([]runs.Digest, error) {
	var out []runs.Digest
	seen := map[string]bool{}
	for _, u := range d.From.Used {
		if seen[u.Dataset] {
			continue
		}
		seen[u.Dataset] = true
		m, err := d.store.Manifest(u.Dataset, u.Edition)
		if err != nil {
			return nil, err
		}
		h := sha256.New()
		for _, t := range m.Tables {
			fmt.Fprintln(h, t.Table, t.SHA256)
		}
		out = append(out, runs.Digest{Dataset: u.Dataset, Edition: u.Edition, SHA256: hex.EncodeToString(h.Sum(nil))})
	}
	setup, err := json.Marshal(x.Start.Setup)
	if err != nil {
		setup = fmt.Appendf(nil, "%+v", x.Start.Setup) // JSON has no NaN
	}
	return append(out, Digest("setup", setup), Digest("strategies", x.Recipe.text())), nil
}

// Digest names something by its content.
func Digest(name string, b []byte) runs.Digest {
	sum := sha256.Sum256(b)
	return runs.Digest{Dataset: name, SHA256: hex.EncodeToString(sum[:])}
}

// RecipeOf reads the recipe that a run of the simulation was built from; ok is
// false for a run of another model.
func RecipeOf(m *runs.Manifest) (r Recipe, size Size, ok bool) {
	err := json.Unmarshal(m.Recipe, &r)
	return r, Size{m.Futures, m.Seed}, err == nil && r.Model == ExploreModel
}
