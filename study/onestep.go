package study

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Slip is one small mistake: one lever of a strategy held one step off, a step
// being as far as the lever can move in a year.
type Slip struct {
	Lever string  `json:"lever"`
	From  float64 `json:"from"` // what the strategy aims at from the start
	To    float64 `json:"to"`
	// Good is what the mistake adds to the share of futures good enough, paired
	// by future: a loss is negative.
	Good  prov.Number `json:"good_enough_change"`
	Clear bool        `json:"clear"` // its interval excludes zero
	// Outcomes is the change in the mean of each headline outcome, in order.
	Outcomes []float64 `json:"outcome_changes"`
}

// Up reports whether the lever stands too high.
func (s *Slip) Up() bool { return s.To > s.From }

// OneStep is the price of one small mistake of each kind.
type OneStep struct {
	Strategy string      `json:"strategy"`
	Futures  int         `json:"futures"`
	Base     prov.Number `json:"good_enough"` // of the strategy without a mistake
	Slips    []Slip      `json:"slips"`       // largest loss first
}

// Worst is the mistake that costs most; ok is false where none costs anything.
func (o *OneStep) Worst() (Slip, bool) {
	if len(o.Slips) == 0 || o.Slips[0].Good.Value >= 0 {
		return Slip{}, false
	}
	return o.Slips[0], true
}

// Reverse is the mistake the other way on the same lever; ok is false where the
// lever is at its bound.
func (o *OneStep) Reverse(s *Slip) (Slip, bool) {
	for _, r := range o.Slips {
		if r.Lever == s.Lever && r.Up() != s.Up() {
			return r, true
		}
	}
	return Slip{}, false
}

// OneStep moves each lever of a strategy one step either way, in all it aims
// at, and runs the same futures. Rules act on top of the lever as moved. A lever
// is left out where it is at its bound, and the aim of a tie where there is none.
func (x *Situation) OneStep(ctx context.Context, st Start, s strategy.Strategy, e Exploring, good GoodEnough) (OneStep, error) {
	list, slips := mistakes(s, &st.Setup.Today)
	m, err := e.model(st, list)
	if err != nil {
		return OneStep{}, err
	}
	t, err := runTrial(ctx, m, st, e, good)
	if err != nil {
		return OneStep{}, err
	}
	out := OneStep{Strategy: s.Name, Futures: t.table.Len(), Slips: slips}
	cols := [][]float64{t.good[0]}
	for p := range slips {
		cols = append(cols, less(t.good[p+1], t.good[0]))
	}
	shares, err := t.boot.Means(ctx, cols...)
	if err != nil {
		return OneStep{}, err
	}
	out.Base = t.number(shares[0], "share of futures")
	for p := range slips {
		slips[p].Good, slips[p].Clear = t.number(shares[p+1], "share of futures"), shares[p+1].Excludes(0)
		for _, o := range headline() {
			slips[p].Outcomes = append(slips[p].Outcomes, rdm.Mean(t.table.Outcome(p+1, o))-rdm.Mean(t.table.Outcome(0, o)))
		}
	}
	slices.SortStableFunc(slips, func(a, b Slip) int { return cmp.Compare(a.Good.Value, b.Good.Value) })
	return out, nil
}

// mistakes lists a strategy and its variants with one lever one step off.
func mistakes(s strategy.Strategy, today *strategy.Vector) ([]strategy.Strategy, []Slip) {
	plan := strategy.Compile(s, *today)
	first := plan.First()
	list := []strategy.Strategy{s}
	var slips []Slip
	for i, spec := range strategy.Levers() {
		l := strategy.Lever(i)
		for _, step := range []float64{-spec.Speed, spec.Speed} {
			to := min(max(first[l]+step, spec.Min), spec.Max)
			if to == first[l] || idle(l, &first) {
				continue
			}
			off := shifted(s, l, step, today)
			off.Name = spec.Name + map[bool]string{true: " up", false: " down"}[step > 0]
			list = append(list, off)
			slips = append(slips, Slip{Lever: spec.Name, From: first[l], To: to})
		}
	}
	return list, slips
}

// idle reports that a lever is the aim of a tie that is not there.
func idle(l strategy.Lever, at *strategy.Vector) bool {
	return l == strategy.AimA && at[strategy.TieA] == 0 && at[strategy.Membership] == 0 || l == strategy.AimB && at[strategy.TieB] == 0
}

// shifted is a strategy with one lever moved by a step in all it aims at.
func shifted(s strategy.Strategy, l strategy.Lever, step float64, today *strategy.Vector) strategy.Strategy {
	move := func(list []strategy.Setting, always bool) []strategy.Setting {
		out, named := slices.Clone(list), false
		for i := range out {
			if out[i].Lever == l {
				out[i] = strategy.Setting{Lever: l, Form: strategy.To, Value: bounded(l, out[i].Apply(today[l], today[l])+step)}
				named = true
			}
		}
		if always && !named {
			out = append(out, strategy.Setting{Lever: l, Form: strategy.To, Value: bounded(l, today[l]+step)})
		}
		return out
	}
	s.Levers = move(s.Levers, true)
	s.Targets = slices.Clone(s.Targets)
	for i := range s.Targets {
		s.Targets[i].Set = move(s.Targets[i].Set, false)
	}
	return s
}

func bounded(l strategy.Lever, v float64) float64 {
	spec := strategy.Levers()[l]
	return math.Min(math.Max(v, spec.Min), spec.Max)
}
