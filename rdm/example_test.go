package rdm_test

import (
	"context"
	"fmt"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// Should a town store grain? The figures are invented; the model is granary.
func Example() {
	ctx := context.Background()
	model := granary{}
	design := rdm.LatinHypercube{Seed: 1, N: 2000, Dims: model.Dims()}
	table, err := rdm.Collect(ctx, model, design, design.N, 1, rdm.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	criteria := rdm.DefaultCriteria()
	criteria.Thresholds = []float64{0.8, 20} // fed at least, spent at most
	standings, err := rdm.Assess(ctx, table, criteria)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range standings {
		good, fed := s.Overall.Met, s.Outcomes[0]
		fmt.Printf("%-6s good enough in %2.0f %% of futures (%.0f to %.0f), fed %.2f in the worst tenth\n",
			s.Policy, 100*good.Value, 100*good.Low, 100*good.High, fed.Worst.Value)
	}
	// Output:
	// import good enough in 54 % of futures (52 to 56), fed 0.29 in the worst tenth
	// store  good enough in 53 % of futures (52 to 55), fed 0.37 in the worst tenth
}

// The more of the store rots, the more often it is better to import: where does
// the lead change?
func ExampleFindCrossing() {
	const rot = 1
	model := granary{}
	design := rdm.LatinHypercube{Seed: 1, N: 2000, Dims: model.Dims()}
	table, err := rdm.Collect(context.Background(), model, design, design.N, 1, rdm.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	good, err := rdm.GoodEnough(table, []float64{0.8, 20})
	if err != nil {
		fmt.Println(err)
		return
	}
	c, ok, err := rdm.FindCrossing(table, good, rot, 10, 0.9)
	if err != nil || !ok {
		fmt.Println("no crossing", err)
		return
	}
	names := table.Policies()
	fmt.Printf("%s below %.1f, %s above; by %.0f and %.0f %% of futures; clear: %v\n",
		names[c.Low], c.At, names[c.High], 100*c.Below.Value, 100*c.Above.Value, c.Clear())
	// Output: store below 0.5, import above; by 11 and 12 % of futures; clear: true
}

// The same key gives the same draw, whoever asks and in whatever order.
func ExampleStream() {
	const coup = 3 // the purpose of a draw
	stream := rdm.NewStream(2026, 17)
	fmt.Println(stream.Uniform(2030, coup, 732) == rdm.Uniform(2026, 17, 2030, coup, 732))
	// Output: true
}
