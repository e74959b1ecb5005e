package sim

import (
	"fmt"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Model binds a setup to strategies. It implements [rdm.Model].
type Model struct {
	setup Setup
	names []string
	plans []strategy.Plan
	speed strategy.Vector
	start []strategy.Vector // where each strategy's levers stand; nil is today
	dims  []rdm.Dim
	steps int // of growth and stocks in a year
}

// New makes a model of a setup and the strategies to compare.
func New(s Setup, strategies []strategy.Strategy) (*Model, error) {
	if err := s.Check(); err != nil {
		return nil, err
	}
	m := &Model{setup: s, dims: Dims(), steps: 1}
	for i, l := range strategy.Levers() {
		m.speed[i] = l.Speed
	}
	for _, st := range strategies {
		m.names = append(m.names, st.Name)
		m.plans = append(m.plans, strategy.Compile(st, s.Today))
	}
	return m, nil
}

// AtOnce returns a model in which every strategy has its first aims from the
// start, without the years that speed limits take and the cost of moving: what
// a state without a tie would face, not what leaving it would be like.
func (m *Model) AtOnce() *Model {
	out := *m
	out.start = nil
	for i := range m.plans {
		out.start = append(out.start, m.plans[i].First())
	}
	return &out
}

// Finer returns a model that reckons growth and stocks in so many steps a year,
// at least 1, to show that the yearly step of the model does not matter.
func (m *Model) Finer(steps int) *Model {
	out := *m
	out.steps = max(1, steps)
	return &out
}

// Fixed returns a model in which some uncertainties and coefficients stay at a
// value of the user's, by name. An unknown name or a value out of range is an
// error.
func (m *Model) Fixed(fixed []Fixed) (*Model, error) {
	out := *m
	out.dims = slices.Clone(m.dims)
	for _, f := range fixed {
		i := slices.IndexFunc(out.dims, func(d rdm.Dim) bool { return d.Name == f.Name })
		if i < 0 {
			return nil, fmt.Errorf("sim: no uncertainty or coefficient is called %q", f.Name)
		}
		d := &out.dims[i]
		if !(f.Value >= d.Min && f.Value <= d.Max) || len(d.Options) > 0 && f.Value != math.Trunc(f.Value) {
			return nil, fmt.Errorf("sim: %s is fixed at %g; want %g to %g %s", f.Name, f.Value, d.Min, d.Max, d.Unit)
		}
		d.Min, d.Max, d.Default, d.Options = f.Value, f.Value, f.Value, nil
	}
	return &out, nil
}

// Fixed is an uncertainty or a coefficient that stays at one value.
type Fixed struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"` // of a choice, the number of the option
}

// Dims are the uncertainties and the coefficients swept.
func (m *Model) Dims() []rdm.Dim { return m.dims }

// Policies are the names of the strategies.
func (m *Model) Policies() []string { return m.names }

// Outcomes lists what a run reports.
func (m *Model) Outcomes() []rdm.Outcome { return Outcomes() }

// NewWorker returns a worker with its own copy of whatever a run changes.
func (m *Model) NewWorker() rdm.Worker {
	return &worker{model: m, plans: slices.Clone(m.plans), x: make([]float64, len(Dims())), world: world{steps: m.steps}}
}

// worker keeps the world of the last future, since all strategies meet it.
type worker struct {
	model *Model
	plans []strategy.Plan
	world world
	state state
	x     []float64 // the uncertainties of world
	seed  uint64
	index int
	ready bool
}

// Run simulates one strategy in one future.
func (k *worker) Run(f *rdm.Future, policy int, out []float64) error {
	if !k.ready || k.seed != f.Seed || k.index != f.Index || !slices.Equal(k.x, f.X) {
		k.enter(f)
	}
	s, w, l := &k.model.setup, &k.world, &k.state
	plan := &k.plans[policy]
	l.begin(s, w)
	if k.model.start != nil {
		l.from(s, w, k.model.start[policy])
	}
	var memory strategy.Memory
	seen := l.observe(s, w, 0)
	for year := range Horizon {
		l.vote(s, w, year, plan.Drifts())
		target := l.swung(plan.Target(year+1, &seen, &memory))
		before := l.levers
		l.levers = strategy.Step(before, target, k.model.speed)
		l.year(s, w, year, moved(before, l.levers))
		for h, years := range Horizons {
			if years == year+1 {
				l.report(s, out, h, years)
			}
		}
		seen = l.observe(s, w, year)
	}
	return nil
}

// enter draws the world of a future and notes which it is.
func (k *worker) enter(f *rdm.Future) {
	param.Set(&k.world.d, f.X)
	for i := range k.plans {
		k.plans[i].Habit = k.world.d.Habit
	}
	k.world.fill(&k.model.setup, f)
	copy(k.x, f.X)
	k.seed, k.index, k.ready = f.Seed, f.Index, true
}

// moved is how far the levers moved, each over its whole range.
func moved(before, after strategy.Vector) float64 {
	sum := 0.0
	for i, width := range widths {
		sum += math.Abs(after[i]-before[i]) / width
	}
	return sum
}

var widths = func() (w strategy.Vector) {
	for i, l := range strategy.Levers() {
		w[i] = l.Max - l.Min
	}
	return w
}()

// observe is what the government sees of a year, with error.
func (l *state) observe(s *Setup, w *world, year int) (seen [strategy.NumObserved]float64) {
	noise := w.noise[year]
	either, strongest := 0.0, tiny
	for c := range s.Challengers {
		hostility := game.Choose(l.hostility[c])
		either = max(either, hostility)
		strongest = max(strongest, l.against(w, s, c, year))
		switch s.Challengers[c].Side {
		case SideA:
			seen[strategy.HostilityA] = hostility + noise
		case SideB:
			seen[strategy.HostilityB] = hostility + noise
		}
	}
	seen[strategy.HostilityAny] = either + noise
	seen[strategy.CommitmentA] = game.Choose(l.pledged[SideA]) + noise
	seen[strategy.CommitmentB] = game.Choose(l.pledged[SideB]) + noise
	a, b := w.stock[year][s.Pair[SideA]], w.stock[year][s.Pair[SideB]]
	seen[strategy.BalanceBA] = b/a + noise
	seen[strategy.OwnBalance] = l.forces/strongest + noise
	seen[strategy.Dispute], seen[strategy.Turnover], seen[strategy.Admitted] = flag(l.disputed), flag(l.turned), flag(l.admitted)
	return seen
}

func flag(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
