package claim

import (
	"context"
	"fmt"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Courses are the named strategies and those that only claims compare.
func Courses() []strategy.Strategy {
	data, err := rules.ReadFile("rules/strategies.yaml")
	if err != nil {
		panic(fmt.Sprintf("claim: %v", err)) // the file is ours
	}
	own, err := strategy.Parse("rules/strategies.yaml", data)
	if err != nil {
		panic(fmt.Sprintf("claim: %v", err))
	}
	return append(strategy.Named(), own...)
}

// course finds a course by name.
func course(name string) (strategy.Strategy, error) {
	all := Courses()
	i := slices.IndexFunc(all, func(s strategy.Strategy) bool { return s.Name == name })
	if i < 0 {
		return strategy.Strategy{}, fmt.Errorf("claim: no strategy is called %q; shatterbelt strategies lists them", name)
	}
	return all[i], nil
}

// best stands for the best of all other named strategies.
const best = "best"

// courses are the first course of a part and those it is compared with.
func courses(p *Part) ([]strategy.Strategy, error) {
	first, err := course(p.Value("first"))
	if err != nil {
		return nil, err
	}
	out := []strategy.Strategy{first}
	switch name := p.Value("other"); name {
	case "":
	case best:
		for _, s := range strategy.Named() {
			if s.Name != first.Name {
				out = append(out, s)
			}
		}
	default:
		other, err := course(name)
		if err != nil {
			return nil, err
		}
		out = append(out, other)
	}
	return out, nil
}

// exploring is how courses are run under a setting.
func (b *Bench) exploring(s []Chosen, list []strategy.Strategy) (study.Exploring, error) {
	e := study.Exploring{Futures: b.Futures, Seed: b.Seed, Workers: b.Workers, Strategies: list}
	for _, r := range relations {
		if r.Name == chosen(s, "relation") {
			e.Fixed = slices.Clone(r.Fixed)
		}
	}
	if b.held != nil {
		e.Fixed = slices.Clone(b.held)
	}
	if text := chosen(s, "noise"); text != "" {
		v, err := number("noise", text)
		if err != nil {
			return e, err
		}
		e.Fixed = append(e.Fixed, sim.Fixed{Name: "observation_noise", Value: v})
	}
	return e, nil
}

// begin is the setup of a state in a year, between a pair or, without one, the
// pair it is most caught between.
func (b *Bench) begin(state ir.CCode, year ir.Year, pair []string) (*study.Situation, study.Start, error) {
	x, err := b.at(year)
	if err != nil {
		return nil, study.Start{}, err
	}
	key := fmt.Sprint(state, year, pair)
	if st, ok := b.starts[key]; ok {
		return x, st, nil
	}
	between, err := x.PairOf(state)
	if len(pair) > 0 {
		between, err = b.pair(pair)
	}
	if err != nil {
		return nil, study.Start{}, err
	}
	st, err := x.Start(state, between)
	if err != nil {
		return nil, study.Start{}, err
	}
	if b.starts == nil {
		b.starts = map[string]study.Start{}
	}
	b.starts[key] = st
	return x, st, nil
}

// strategies compares courses of a state as of the year of the bench.
func strategies(ctx context.Context, b *Bench, p *Part) ([]Reading, prov.Trail, error) {
	return b.race(ctx, p, nil)
}

// replay compares courses of a state as of past years.
func replay(ctx context.Context, b *Bench, p *Part) ([]Reading, prov.Trail, error) {
	return b.race(ctx, p, p.Values("pair"))
}

func (b *Bench) race(ctx context.Context, p *Part, pair []string) ([]Reading, prov.Trail, error) {
	state, err := b.state(p.Value("state"))
	if err != nil {
		return nil, prov.Trail{}, err
	}
	list, err := courses(p)
	if err != nil {
		return nil, prov.Trail{}, err
	}
	var trails []prov.Trail
	readings, err := each(p, func(s []Chosen) (float64, float64, float64, error) {
		year, ok := b.year(chosen(s, "start"))
		if !ok {
			return absent()
		}
		x, st, err := b.begin(state, year, pair)
		if err != nil {
			return 0, 0, 0, err
		}
		e, err := b.exploring(s, list)
		if err != nil {
			return 0, 0, 0, err
		}
		r, err := x.Race(ctx, st, e, b.Good)
		if err != nil {
			return 0, 0, 0, err
		}
		trails = append(trails, st.Trail)
		n, err := against(ctx, r, p.Value("outcome"))
		return n.Value, n.Low, n.High, err
	})
	return readings, prov.Merge("courses", trails...), err
}

// against is an outcome of the first course, less that of the best of the others
// where there are any.
func against(ctx context.Context, r *study.Race, outcome string) (prov.Number, error) {
	first, err := r.Mean(ctx, 0, outcome)
	if err != nil || len(r.Names()) == 1 {
		return first, err
	}
	sign := 1.0
	for _, o := range sim.Outcomes() {
		if o.Name == outcome && !o.Higher {
			sign = -1 // the least is the best
		}
	}
	other, most := 1, 0.0
	for i := 1; i < len(r.Names()); i++ {
		m, err := r.Mean(ctx, i, outcome)
		if err != nil {
			return m, err
		}
		if v := sign * m.Value; i == 1 || v > most {
			other, most = i, v
		}
	}
	return r.Difference(ctx, 0, other, outcome)
}

// worth compares today's course with and without a tie.
func worth(ctx context.Context, b *Bench, p *Part) ([]Reading, prov.Trail, error) {
	two, err := b.states([]string{p.Value("state"), p.Value("power")})
	if err != nil {
		return nil, prov.Trail{}, err
	}
	if p.Value("tie") != "alliance" {
		return nil, prov.Trail{}, fmt.Errorf("claim: the worth of %s is not built; want alliance", p.Value("tie"))
	}
	var trails []prov.Trail
	readings, err := each(p, func(s []Chosen) (float64, float64, float64, error) {
		x, st, err := b.begin(two[0], b.Year, nil)
		if err != nil {
			return 0, 0, 0, err
		}
		if st.Pair.A != two[1] {
			return absent() // the tie asked about is with none of the two powers
		}
		e, err := b.exploring(s, nil)
		if err != nil {
			return 0, 0, 0, err
		}
		r, err := x.WithoutTie(ctx, st, e, b.Good)
		if err != nil {
			return 0, 0, 0, err
		}
		trails = append(trails, st.Trail)
		n, err := r.Difference(ctx, 0, 1, p.Value("outcome"))
		return n.Value, n.Low, n.High, err
	})
	return readings, prov.Merge("worth", trails...), err
}
