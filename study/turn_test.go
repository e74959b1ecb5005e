package study

import (
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// bare is a model of two uncertainties that is never run.
type bare struct{}

func (bare) Dims() []rdm.Dim {
	return []rdm.Dim{{Name: "price", Max: 1}, {Name: "idle", Max: 1}, {Name: "fixed", Min: 1, Max: 1}}
}
func (bare) Policies() []string      { return []string{"with", "without"} }
func (bare) Outcomes() []rdm.Outcome { return []rdm.Outcome{{Name: "o"}} }
func (bare) NewWorker() rdm.Worker   { panic("never run") }
func priced(below float64) []float64 { return steps(func(price float64) bool { return price < below }) }
func steps(f func(float64) bool) (v []float64) {
	for i := range 100 {
		if f(float64(i) / 100) {
			v = append(v, 1)
		} else {
			v = append(v, 0)
		}
	}
	return v
}

// A tie whose price runs from 0 to 1 in a hundred futures is good enough below 0.3;
// without it three futures in ten are, whatever the price. The tie then pays below
// 0.3, by 0.7, and costs 0.3 above.
func TestTurn(t *testing.T) {
	table := rdm.NewTable(bare{}, 100)
	c := &rdm.Chunk{N: 100, Policies: 2, Dims: 3, Outcomes: 1, Y: make([]float64, 200)}
	for i := range 100 {
		c.X = append(c.X, float64(i)/100, float64(i%10)/10, 1)
	}
	if err := table.Chunk(c); err != nil {
		t.Fatal(err)
	}
	without := make([]float64, 100)
	for i := range without {
		if i%10 < 3 {
			without[i] = 1
		}
	}
	run := trial{table: table, good: [][]float64{priced(0.3), without}}
	turn, err := run.turn(1)
	if err != nil || turn == nil {
		t.Fatal(turn, err)
	}
	if d := turn.At - 0.3; turn.Driver.Name != "price" || d > 1e-9 || d < -1e-9 || !turn.Below || !turn.Clear || turn.Margin < 0.299 || turn.Margin > 0.301 {
		t.Errorf("%+v; want price below 0.3, by 0.3", turn)
	}
	run.good[0], run.good[1] = run.good[1], run.good[0]
	if turn, err = run.turn(1); err != nil || turn == nil || turn.Below {
		t.Errorf("%+v, %v; want it to pay above", turn, err)
	}
	run.good[0], run.good[1] = make([]float64, 100), without
	if turn, err = run.turn(1); err != nil || turn != nil {
		t.Errorf("%+v, %v; a tie that never pays has no turn", turn, err)
	}
}
