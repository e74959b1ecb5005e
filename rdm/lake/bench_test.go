package lake_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/rdm/lake"
)

// BenchmarkLake counts evaluations: one policy over 100 series of drawn inflows
// and 100 years, each in a future of its own.
func BenchmarkLake(b *testing.B) {
	s := lake.DefaultSetup()
	plan, err := lake.Planned(s, rdm.Setting[lake.Plan]{Name: "p", Levers: lake.Constant(0.05)})
	if err != nil {
		b.Fatal(err)
	}
	rule, err := lake.Ruled(s, rdm.Setting[lake.Rule]{Name: "r", Levers: lake.Rule{C1: 0.2, C2: 0.3, R1: 0.5, R2: 0.4, W1: 0.5}})
	if err != nil {
		b.Fatal(err)
	}
	for name, m := range map[string]rdm.Model{"planned": plan, "ruled": rule} {
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("%s/workers=%d", name, workers), func(b *testing.B) {
				const n = 2000
				design := rdm.LatinHypercube{Seed: 1, N: n, Dims: m.Dims()}
				for b.Loop() {
					sink := rdm.SinkFunc(func(*rdm.Chunk) error { return nil })
					if err := rdm.Run(context.Background(), m, design, n, 1, sink, rdm.Options{Workers: workers}); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.N)*n/b.Elapsed().Seconds(), "evaluations/s")
			})
		}
	}
}
