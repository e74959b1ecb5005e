package experiments

import (
	"context"
	"fmt"
	"math"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/rdm"
)

// DiscoverSchema names the form of a [Discovered] as JSON.
const DiscoverSchema = "shatterbelt/discover/1"

// Search says what is looked for in a table, and how.
type Search struct {
	Condition string   // which experiments are of interest, as [Table.Where] reads it
	Only, Not []string // inputs; see [Table.Inputs]
	Drop      bool     // leave out rows in which something is missing
	Prim      rdm.Prim
	Cart      rdm.Cart
	Scoring   rdm.Scoring
	Resample  rdm.Resampling
	Method    Method
}

// Method says how boxes are searched.
type Method string

// The methods.
const (
	Prim Method = "prim" // peeling
	Cart Method = "cart" // a classification tree
)

// Discovered is where the experiments of interest lie.
type Discovered struct {
	Schema    string      `json:"schema"`
	File      string      `json:"file"`
	Rows      int         `json:"experiments"`
	Dropped   int         `json:"dropped"` // rows left out since something was missing
	Condition string      `json:"outcome"`
	Hits      int         `json:"of_interest"`
	Base      float64     `json:"share_of_interest"`
	Method    Method      `json:"method"`
	Threshold float64     `json:"threshold"` // density asked of a box
	Inputs    []string    `json:"inputs"`
	LeftOut   []LeftOut   `json:"left_out"`
	Boxes     []FoundBox  `json:"boxes"`
	Together  FoundPoint  `json:"together"`
	Curve     []FoundStep `json:"curve,omitempty"` // of the first box
	Stability *Steadiness `json:"stability,omitempty"`
	Tree      *TreeError  `json:"tree,omitempty"`
	Scores    []InputSay  `json:"scores"`
	Chance    *float64    `json:"score_of_chance"`
}

// FoundPoint is how much a box holds and how purely.
type FoundPoint struct {
	N        int     `json:"experiments"`
	Hits     int     `json:"of_interest"`
	Coverage float64 `json:"coverage"`
	Density  float64 `json:"density"`
	Mass     float64 `json:"mass"`
}

// FoundStep is a box on the way from everything to the smallest.
type FoundStep struct {
	FoundPoint
	Inputs int  `json:"inputs"`
	Chosen bool `json:"chosen"` // the box was made from this one
}

// FoundBox is one box and how it is said.
type FoundBox struct {
	Limits []FoundLimit `json:"limits"`
	FoundPoint
	Reached bool   `json:"reached"` // as dense as asked
	EN      string `json:"en"`
	KO      string `json:"ko"`
}

// FoundLimit is the condition on one input. A side without limit is nil.
type FoundLimit struct {
	Input  string   `json:"input"`
	Low    *float64 `json:"low,omitempty"`
	High   *float64 `json:"high,omitempty"`
	In     []string `json:"in,omitempty"`
	Out    []string `json:"out,omitempty"`
	QuasiP *float64 `json:"quasi_p,omitempty"`
}

// Steadiness is how the first box fares when it is searched in parts of the
// experiments and judged on the rest.
type Steadiness struct {
	Searches   int          `json:"searches"`
	Reached    float64      `json:"reached"`
	SameInputs float64      `json:"same_inputs"`
	Coverage   rdm.Interval `json:"coverage"`
	Density    rdm.Interval `json:"density"`
}

// TreeError is the cross-validated error of a tree beside that of the share of
// all.
type TreeError struct {
	Error    float64 `json:"error"`
	StdError float64 `json:"standard_error"`
	Plain    float64 `json:"error_of_share"`
	Leaves   int     `json:"leaves"`
}

// InputSay is how much an input has to say.
type InputSay struct {
	Input string   `json:"input"`
	Score *float64 `json:"score"`
}

// Discover looks for boxes of inputs in which the experiments of interest are
// dense.
func (t *Table) Discover(ctx context.Context, s Search) (Discovered, error) {
	c, err := t.Where(s.Condition)
	if err != nil {
		return Discovered{}, err
	}
	d := Discovered{Schema: DiscoverSchema, File: t.File, Condition: c.String(), Method: s.Method, Threshold: s.Prim.Density, Boxes: []FoundBox{}}
	if d.Inputs, d.LeftOut, err = t.Inputs(s.Only, s.Not, []string{c.Column}); err != nil {
		return d, err
	}
	if s.Drop {
		if t, d.Dropped, err = t.Drop(append([]string{c.Column}, d.Inputs...)...); err != nil {
			return d, err
		}
	}
	holds, err := t.Holds(c)
	if err != nil {
		return d, err
	}
	x, kinds, dims, err := t.Sample(d.Inputs)
	if err != nil {
		return d, err
	}
	cases := rdm.Cases{X: x, Kinds: kinds, Y: holds, Groups: t.groups()}
	d.Rows = t.Rows
	for _, y := range holds {
		if y {
			d.Hits++
		}
	}
	d.Base = float64(d.Hits) / float64(d.Rows)
	if d.Hits == 0 || d.Hits == d.Rows {
		return d, &source.FileError{File: t.File, Line: 1, Column: t.index(c.Column) + 1,
			Problem: fmt.Sprintf("%s holds in %d of %d experiments, so nothing sets those apart", c, d.Hits, d.Rows), Remedy: "ask for another value"}
	}
	w := wording{t, d.Inputs, dims, c, d.Base}
	if s.Method == Cart {
		err = d.grow(cases, s, w)
	} else {
		err = d.peel(ctx, cases, s, w)
	}
	if err != nil {
		return d, err
	}
	return d, d.score(ctx, cases, s)
}

// peel searches boxes by peeling.
func (d *Discovered) peel(ctx context.Context, cases rdm.Cases, s Search, w wording) error {
	found, err := rdm.Discover(cases, s.Prim)
	if err != nil {
		return err
	}
	for _, f := range found.Found {
		d.Boxes = append(d.Boxes, w.box(f.Box, f.Reached))
	}
	first := found.Found[0]
	for k, p := range first.Curve.Points {
		d.Curve = append(d.Curve, FoundStep{point(p), p.Inputs, k == first.At})
	}
	d.Together = point(found.All)
	stable, err := rdm.Stable(ctx, cases, s.Prim, s.Resample)
	if err != nil {
		return err
	}
	d.Stability = &Steadiness{stable.Replicates, stable.Reached, stable.SameInputs, finite(stable.Coverage), finite(stable.Density)}
	return nil
}

// finite is an interval that JSON can hold: one of boxes that hold nothing is 0.
func finite(i rdm.Interval) rdm.Interval {
	if math.IsNaN(i.Value) || math.IsNaN(i.Low) || math.IsNaN(i.High) {
		return rdm.Interval{}
	}
	return i
}

// grow searches boxes by a tree; those that are dense enough are its boxes.
func (d *Discovered) grow(cases rdm.Cases, s Search, w wording) error {
	s.Cart.Density = s.Prim.Density
	tree, err := rdm.Grow(cases, s.Cart)
	if err != nil {
		return err
	}
	for k, leaf := range tree.Leaves {
		if k < tree.Of || k == 0 {
			d.Boxes = append(d.Boxes, w.box(leaf, k < tree.Of))
		}
	}
	d.Together = point(tree.All)
	d.Tree = &TreeError{tree.Error, tree.StdError, tree.Plain, len(tree.Leaves)}
	return nil
}

func (d *Discovered) score(ctx context.Context, cases rdm.Cases, s Search) error {
	y := make([]float64, len(cases.Y))
	for i, yes := range cases.Y {
		if yes {
			y[i] = 1
		}
	}
	scores, err := rdm.ScoreInputs(ctx, cases.X, cases.Kinds, [][]float64{y}, s.Scoring)
	if err != nil {
		return err
	}
	for k, name := range d.Inputs {
		d.Scores = append(d.Scores, InputSay{name, present(scores[0].Inputs[k])})
	}
	d.Chance = present(scores[0].Chance)
	return nil
}

func point(p rdm.Point) FoundPoint {
	return FoundPoint{p.N, p.Hits, p.Coverage, p.Density, p.Mass}
}

// present is a number that JSON can hold, nil where there is none.
func present(v float64) *float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	return &v
}

// wording is what boxes are put into words with.
type wording struct {
	table  *Table
	inputs []string
	dims   []rdm.Dim
	c      Condition
	base   float64
}

func (w wording) box(b rdm.Box, reached bool) FoundBox {
	out := FoundBox{FoundPoint: point(b.Point), Reached: reached, Limits: []FoundLimit{}}
	name := w.table.Naming(w.inputs)
	for _, l := range b.Limits {
		limit := FoundLimit{Input: w.inputs[l.Input], QuasiP: present(l.QuasiP), Low: present(l.Low), High: present(l.High)}
		for _, v := range l.In {
			limit.In = append(limit.In, name(l.Input, v))
		}
		for _, v := range l.Out {
			limit.Out = append(limit.Out, name(l.Input, v))
		}
		out.Limits = append(out.Limits, limit)
	}
	condition := w.c
	if condition.Op == "" {
		condition.Op, condition.Value = "=", 1
	}
	words := rdm.Words{Lang: "en", Inputs: w.dims, Category: name, Case: "experiments", Interest: "have " + condition.String()}
	out.EN = b.Sentence(w.base, words)
	words.Lang, words.Case, words.Interest = "ko", "실험", condition.String()+"인 실험"
	out.KO = b.Sentence(w.base, words)
	return out
}
