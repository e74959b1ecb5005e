package runs_test

import (
	"os"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/rdm/lake"
)

// BenchmarkTenMillion keeps ten million experiments of a model of four operations,
// and tells the most memory the process ever had; run it alone.
func BenchmarkTenMillion(b *testing.B) {
	s := spec(b, 5_000_000, 1)
	keep(b, s)
}

// BenchmarkLake keeps 20,000 evaluations of the lake.
func BenchmarkLake(b *testing.B) {
	m, err := lake.Planned(lake.DefaultSetup(), rdm.Setting[lake.Plan]{Name: "half", Levers: lake.Constant(0.05)})
	if err != nil {
		b.Fatal(err)
	}
	s := spec(b, 20_000, 1)
	s.Model, s.Design = m, rdm.LatinHypercube{Seed: 1, N: s.Futures, Dims: m.Dims()}
	keep(b, s)
}

func keep(b *testing.B, s runs.Spec) {
	for b.Loop() {
		st := do(b, runs.Open(b.TempDir()), s)
		b.ReportMetric(float64(st.Results.Bytes)/float64(st.Results.Rows), "B/experiment")
	}
	b.ReportMetric(float64(b.N*s.Futures*len(s.Model.Policies()))/b.Elapsed().Seconds(), "experiments/s")
	if peak := peakMemory(); peak != "" {
		b.Log("most memory:", peak)
	}
}

// peakMemory is what the system says of the process, "" where it says nothing.
func peakMemory() string {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			return strings.TrimSpace(rest)
		}
	}
	return ""
}
