package study

import (
	"cmp"
	"context"
	"errors"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Boxing sets how the futures in which a strategy fails are described.
type Boxing struct {
	// Inputs is how many uncertainties and coefficients are searched: those with
	// the widest spread between their lowest and highest third.
	Inputs float64 `name:"box_inputs" unit:"inputs" min:"2" max:"40" default:"20" ref:"assumed" why:"A convention; beyond the first few the spreads are those of chance, and each further input costs time." en:"uncertainties searched for failure boxes" ko:"실패 상자 탐색에 쓰는 불확실성 수"`

	// Limits is how many of them a box may name.
	Limits float64 `name:"box_limits" unit:"inputs" min:"1" max:"6" default:"3" ref:"bryantlempert2010" why:"The authors ask for few conditions, since more are not read; two to four are in use." en:"most conditions of a failure box" ko:"실패 상자의 최대 조건 수"`

	// Rest is by how much the share of futures that do not fail must shrink in a
	// box where prim_density is too little to ask, since most futures fail.
	Rest float64 `name:"box_rest" unit:"share" min:"0.1" max:"0.9" default:"0.5" ref:"assumed" why:"A convention; where nine futures of ten fail a box of eight in ten says nothing, so one asks for a part of what is left." en:"share of good futures a failure box may keep" ko:"실패 상자에 남는 양호한 미래의 비율"`
}

// mostBoxes is how many boxes are sought for a strategy, and boxSearches how
// often each search is repeated in half of the futures.
const (
	mostBoxes   = 2
	boxSearches = 20
)

// Failing describes the futures in which one strategy is not good enough.
type Failing struct {
	Strategy string  `json:"strategy"`
	Share    float64 `json:"share"`    // of futures that fail
	Asked    float64 `json:"density"`  // share of the futures in a box that must fail
	Searched int     `json:"searched"` // uncertainties and coefficients searched
	// Boxes come in order; a future in several counts in the first. None where
	// all futures fail or none does, or nothing sets them apart.
	Boxes []FailureBox `json:"boxes"`
	// Stability is of the first box; nil where there is none.
	Stability *BoxStability `json:"stability,omitempty"`
}

// FailureBox is conditions that hold together and the futures that meet them.
type FailureBox struct {
	Limits   []BoxLimit `json:"limits"`
	Futures  int        `json:"futures"`
	Coverage float64    `json:"coverage"` // share of all failures that it holds
	Density  float64    `json:"density"`  // share of its futures that fail
	Mass     float64    `json:"mass"`     // share of all futures
	Reached  bool       `json:"reached"`  // as dense as asked
	// Best is the strategy with most futures good enough among all that meet the
	// conditions, with its share and that of the strategy that fails; Clear says
	// that the paired difference excludes zero.
	Best      string  `json:"best"`
	BestShare float64 `json:"best_share"`
	OwnShare  float64 `json:"own_share"`
	Clear     bool    `json:"clear"`
}

// BoxLimit is the condition on one uncertainty. A side without limit is nil.
type BoxLimit struct {
	Driver Driver   `json:"driver"`
	Low    *float64 `json:"low,omitempty"`
	High   *float64 `json:"high,omitempty"`
	QuasiP float64  `json:"quasi_p"`
}

// BoxStability says how the first box fares when it is searched in random
// halves of the futures. Coverage and Density are medians in the other halves.
type BoxStability struct {
	Searches int     `json:"searches"`
	Same     float64 `json:"same_inputs"` // share of the searches that name the same uncertainties
	Reached  float64 `json:"reached"`     // share that get as dense as asked
	Coverage float64 `json:"coverage"`
	Density  float64 `json:"density"`
}

// failing finds the boxes of every leading strategy.
func (j *judge) failing(ctx context.Context, out *Comparison) error {
	for _, name := range out.Leading {
		f, err := j.fails(ctx, name)
		if err != nil {
			return err
		}
		out.Failing = append(out.Failing, f)
	}
	return nil
}

func (j *judge) fails(ctx context.Context, name string) (Failing, error) {
	set := param.Default[Boxing]()
	policy := j.index(name)
	own := j.good[policy]
	drivers, dims, err := j.drivers(own)
	if err != nil {
		return Failing{}, err
	}
	k := min(int(set.Inputs), len(dims))
	drivers, dims = drivers[:k], dims[:k]
	cases, err := rdm.Failures(j.table, own)
	if err != nil {
		return Failing{}, err
	}
	all := cases.X
	cases.X = make([][]float64, k)
	for i, d := range dims {
		cases.X[i] = all[d]
	}
	out := Failing{Strategy: name, Share: 1 - rdm.Mean(own), Searched: k, Boxes: []FailureBox{}}
	prim := rdm.DefaultPrim()
	prim.Density = math.Min(mostDense, math.Max(prim.Density, 1-set.Rest*(1-out.Share)))
	prim.Boxes, prim.Inputs = mostBoxes, int(set.Limits)
	out.Asked = prim.Density
	found, err := rdm.Discover(cases, prim)
	if errors.Is(err, rdm.ErrAllAlike) {
		return out, nil
	}
	if err != nil {
		return Failing{}, err
	}
	for _, f := range found.Found {
		if len(f.Limits) == 0 {
			continue
		}
		box, err := j.box(ctx, f, cases, drivers, policy)
		if err != nil {
			return Failing{}, err
		}
		out.Boxes = append(out.Boxes, box)
	}
	if len(out.Boxes) > 0 {
		out.Stability, err = j.stability(ctx, cases, prim)
	}
	return out, err
}

// mostDense is the largest density that [rdm.Prim] lets one ask for.
const mostDense = 0.99

// drivers are the uncertainties by their spread under one strategy, widest
// first, with their places.
func (j *judge) drivers(good []float64) (drivers []Driver, dims []int, err error) {
	for i, d := range j.table.Dims() {
		if d.Min == d.Max {
			continue
		}
		driver, err := driverOf(j.table, i, good)
		if err != nil {
			return nil, nil, err
		}
		drivers, dims = append(drivers, driver), append(dims, i)
	}
	order := make([]int, len(dims))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(drivers[b].Spread, drivers[a].Spread) })
	sorted, places := make([]Driver, len(order)), make([]int, len(order))
	for k, at := range order {
		sorted[k], places[k] = drivers[at], dims[at]
	}
	return sorted, places, nil
}

// driverOf is one uncertainty and how a course fares across it.
func driverOf(t *rdm.Table, dim int, good []float64) (Driver, error) {
	const thirds = 3
	d := t.Dims()[dim]
	bins, err := rdm.Bins(t, [][]float64{good}, dim, parts(d, thirds), level)
	if err != nil {
		return Driver{}, err
	}
	first, last := bins[0], bins[len(bins)-1]
	driver := Driver{
		Name: d.Name, EN: d.EN, KO: d.KO, Unit: d.Unit, Ref: d.Ref, Min: d.Min, Max: d.Max,
		Cut1: first.High, Cut2: last.Low,
		LowThird: first.Shares[0].Value, HighThird: last.Shares[0].Value,
	}
	if f := forms[d.Name]; len(d.Options) > 0 {
		driver.OptionsEN, driver.OptionsKO = f.OptionsEN, f.OptionsKO
	}
	driver.Spread = math.Abs(driver.HighThird - driver.LowThird)
	return driver, nil
}

// parts is into how many parts the range of an uncertainty is cut to see what it
// does: one for each option of a choice.
func parts(d rdm.Dim, quantity int) int {
	if n := len(d.Options); n > 0 {
		return n
	}
	return quantity
}

// forms are the parameters of the simulation that are choices, by name.
var forms = func() map[string]param.Field {
	out := map[string]param.Field{}
	for _, f := range param.Fields(sim.Draw{}) {
		if len(f.Options) > 0 {
			out[f.Name] = f
		}
	}
	return out
}()

// box puts a box in words of the study, and finds who does best in it.
func (j *judge) box(ctx context.Context, f rdm.Found, cases rdm.Cases, drivers []Driver, policy int) (FailureBox, error) {
	own := j.good[policy]
	box := FailureBox{Futures: f.N, Coverage: f.Coverage, Density: f.Density, Mass: f.Mass, Reached: f.Reached}
	for _, l := range f.Limits {
		box.Limits = append(box.Limits, BoxLimit{Driver: drivers[l.Input], Low: bound(l.Low), High: bound(l.High), QuasiP: l.QuasiP})
	}
	var inside []int
	x := make([]float64, len(cases.X))
	for i := range cases.Y {
		for d := range x {
			x[d] = cases.X[d][i]
		}
		if f.Contains(x) {
			inside = append(inside, i)
		}
	}
	in := func(col []float64) []float64 {
		out := make([]float64, len(inside))
		for k, i := range inside {
			out[k] = col[i]
		}
		return out
	}
	mine := in(own)
	best := mine
	box.Best, box.OwnShare = j.table.Policies()[policy], rdm.Mean(mine)
	box.BestShare = box.OwnShare
	for p, col := range j.good {
		theirs := in(col)
		if share := rdm.Mean(theirs); share > box.BestShare {
			best, box.Best, box.BestShare = theirs, j.table.Policies()[p], share
		}
	}
	d, err := j.boot.Difference(ctx, best, mine)
	box.Clear = d.Excludes(0)
	return box, err
}

// bound is an edge of a box, nil where it has none.
func bound(v float64) *float64 {
	if math.IsInf(v, 0) {
		return nil
	}
	return present(v)
}

func (j *judge) stability(ctx context.Context, cases rdm.Cases, prim rdm.Prim) (*BoxStability, error) {
	again := rdm.DefaultResampling()
	again.Seed, again.Workers, again.Replicates = j.boot.Seed, j.boot.Workers, boxSearches
	s, err := rdm.Stable(ctx, cases, prim, again)
	if err != nil {
		return nil, err
	}
	finite := func(i rdm.Interval) float64 {
		if math.IsNaN(i.Value) {
			return 0
		}
		return i.Value
	}
	return &BoxStability{Searches: s.Replicates, Same: s.SameInputs, Reached: s.Reached, Coverage: finite(s.Coverage), Density: finite(s.Density)}, nil
}
