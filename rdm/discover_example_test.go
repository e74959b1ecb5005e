package rdm_test

import (
	"context"
	"fmt"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// granaryRun is the granary in 2,000 futures.
func granaryRun() *rdm.Table {
	model := granary{}
	design := rdm.LatinHypercube{Seed: 1, N: 2000, Dims: model.Dims()}
	table, err := rdm.Collect(context.Background(), model, design, design.N, 1, rdm.Options{})
	if err != nil {
		panic(err)
	}
	return table
}

// When does storing grain fail to feed the town?
func ExampleDiscover() {
	table := granaryRun()
	good, err := rdm.GoodEnough(table.Select(0), []float64{0.8}) // fed at least
	if err != nil {
		fmt.Println(err)
		return
	}
	cases, err := rdm.Failures(table, good[1])
	if err != nil {
		fmt.Println(err)
		return
	}
	found, err := rdm.Discover(cases, rdm.DefaultPrim())
	if err != nil {
		fmt.Println(err)
		return
	}
	box := found.Found[0]
	for _, l := range box.Limits {
		fmt.Printf("%s from %.2f to %.2f\n", table.Dims()[l.Input].Name, l.Low, l.High)
	}
	fmt.Printf("fails in %.0f %% of these futures and %.0f %% of all; they hold %.0f %% of the failures\n",
		100*box.Density, 100*found.Base, 100*box.Coverage)
	stable, err := rdm.Stable(context.Background(), cases, rdm.DefaultPrim(), rdm.DefaultResampling())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("in futures left out %.0f %% (%.0f to %.0f)\n",
		100*stable.Density.Value, 100*stable.Density.Low, 100*stable.Density.High)
	// Output:
	// drought from 0.46 to +Inf
	// fails in 80 % of these futures and 47 % of all; they hold 93 % of the failures
	// in futures left out 81 % (77 to 86)
}

// Whether one looks at the worst future, the worst tenth, the mean or the largest
// regret, storing feeds more.
func ExampleJudge() {
	const fed = 0
	j, err := rdm.Judge(granaryRun(),
		rdm.Aspect{Outcome: fed, Criterion: rdm.Maximin()},
		rdm.Aspect{Outcome: fed, Criterion: rdm.AtShare(0.1)},
		rdm.Aspect{Outcome: fed, Criterion: rdm.Laplace()},
		rdm.Aspect{Outcome: fed, Criterion: rdm.MinimaxRegret()})
	if err != nil {
		fmt.Println(err)
		return
	}
	for k, a := range j.Aspects {
		fmt.Printf("%-14s", a.Criterion.Name)
		for p, name := range j.Policies {
			fmt.Printf("  %s %.2f", name, j.Values[p][k])
		}
		fmt.Printf("  more is better: %v\n", j.Higher[k])
	}
	set, err := j.Pareto()
	fmt.Println(set, err)
	// Output:
	// maximin         import 0.01  store 0.03  more is better: true
	// percentile 0.1  import 0.42  store 0.48  more is better: true
	// laplace         import 0.76  store 0.78  more is better: true
	// minimax regret  import 0.48  store 0.45  more is better: false
	// [store] <nil>
}

// Three policies; less of the first criterion is better and more of the second.
func ExamplePareto() {
	cost := []float64{10, 20, 25}
	gain := []float64{1, 3, 2}
	var values [][]float64
	for i := range cost {
		values = append(values, []float64{cost[i], gain[i]})
	}
	fmt.Println(rdm.Pareto(values, []bool{false, true}))
	// Output: [0 1] <nil>
}

// How many futures does it take to say who leads?
func ExampleRank() {
	table := granaryRun()
	cols := [][]float64{table.Outcome(0, 0), table.Outcome(1, 0)}
	s := rdm.DefaultSettling()
	s.Step = 100
	r, err := rdm.Rank(context.Background(), cols, true, s)
	if err != nil {
		fmt.Println(err)
		return
	}
	last := r.Checkpoints[len(r.Checkpoints)-1]
	fmt.Printf("%s leads after %d futures, alone from %d on\n", table.Policies()[last.Order[0]], last.Futures, r.First.Futures)
	// Output:
	// store leads after 2000 futures, alone from 700 on
}

// What does storing change, future by future? Two runs of the same futures are
// compared; here they are one run, and two of its policies.
func ExamplePairedRuns() {
	table := granaryRun()
	pairs, err := rdm.PairedRuns(context.Background(), rdm.Bootstrap{Level: 0.9}, table, 1, table, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range pairs {
		fmt.Printf("%s: store less import %.2f (%.2f to %.2f), better in %.0f %% of futures\n",
			p.Outcome.Name, p.Gap.Value, p.Gap.Low, p.Gap.High, 100*p.Better.Value)
	}
	// Output:
	// fed: store less import 0.03 (0.02 to 0.03), better in 63 % of futures
	// spent: store less import 2.91 (2.77 to 3.05), better in 26 % of futures
}
