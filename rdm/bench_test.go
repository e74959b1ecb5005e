package rdm_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
)

var kept float64

func BenchmarkUniform(b *testing.B) {
	s := rdm.NewStream(1, 2)
	b.Run("stream", func(b *testing.B) {
		for i := range b.N {
			kept += s.Uniform(2026, 3, uint32(i))
		}
	})
	b.Run("function", func(b *testing.B) {
		for i := range b.N {
			kept += rdm.Uniform(1, i, 2026, 3, 4)
		}
	})
}

func BenchmarkNormal(b *testing.B) {
	s := rdm.NewStream(1, 2)
	for i := range b.N {
		kept += s.Normal(2026, 3, uint32(i))
	}
}

func BenchmarkDesign(b *testing.B) {
	x := make([]float64, 2)
	l := hypercube(10000)
	for i := range b.N {
		l.Future(i%10000, x)
	}
}

// BenchmarkRunTrivial measures the runner: two uncertainties, two policies and a
// model of four operations.
func BenchmarkRunTrivial(b *testing.B) {
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
			const n = 100000
			for b.Loop() {
				err := rdm.Run(context.Background(), granary{}, hypercube(n), n, 1, rdm.SinkFunc(ignore), rdm.Options{Workers: workers})
				if err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)*n*2/b.Elapsed().Seconds(), "experiments/s")
		})
	}
}

// BenchmarkBootstrap resamples 10,000 futures x 5 policies x 5 columns 1,000
// times, for means and for worst tenths.
func BenchmarkBootstrap(b *testing.B) {
	var cols [][]float64
	for k := range uint32(25) {
		cols = append(cols, normals(10000, k))
	}
	boot := rdm.Bootstrap{Level: 0.9, Workers: 1}
	b.Run("means", func(b *testing.B) {
		for b.Loop() {
			if _, err := boot.Means(context.Background(), cols...); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("worst", func(b *testing.B) {
		for b.Loop() {
			if _, err := boot.WorstMeans(context.Background(), 0.1, true, cols...); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkAssess makes every score of 5 policies and 4 outcomes.
func BenchmarkAssess(b *testing.B) {
	const n = 10000
	outcomes := []rdm.Outcome{{Name: "a", Higher: true}, {Name: "b", Higher: true}, {Name: "c", Higher: true}, {Name: "d"}}
	m := bare{nil, []string{"p", "q", "r", "s", "t"}, outcomes}
	t := rdm.NewTable(m, n)
	c := &rdm.Chunk{N: n, Policies: 5, Outcomes: 4}
	for i := range n * 20 {
		c.Y = append(c.Y, rdm.Normal(1, i, 0, 0, 0))
	}
	if err := t.Chunk(c); err != nil {
		b.Fatal(err)
	}
	criteria := rdm.DefaultCriteria()
	criteria.Thresholds = []float64{-1, -1, -1, 1}
	for _, workers := range []int{1, 2} {
		criteria.Bootstrap.Workers = workers
		b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
			for b.Loop() {
				if _, err := rdm.Assess(context.Background(), t, criteria); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
