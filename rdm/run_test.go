package rdm_test

import (
	"context"
	"encoding/binary"
	"errors"
	"hash/fnv"
	"math"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// faulty is the granary with a fault of the test's choosing.
type faulty struct {
	granary
	run func(f *rdm.Future, policy int, out []float64) error
}

func (m faulty) NewWorker() rdm.Worker { return m }

func (m faulty) Run(f *rdm.Future, policy int, out []float64) error { return m.run(f, policy, out) }

func hypercube(n int) rdm.LatinHypercube {
	return rdm.LatinHypercube{Seed: 1, N: n, Dims: granary{}.Dims()}
}

func ignore(*rdm.Chunk) error { return nil }

// runGranary returns a hash over every byte delivered.
func runGranary(t *testing.T, n, workers int) uint64 {
	t.Helper()
	h, next := fnv.New64a(), 0
	sink := rdm.SinkFunc(func(c *rdm.Chunk) error {
		if c.First != next || c.First%rdm.ChunkSize != 0 || len(c.X) != c.N*c.Dims || len(c.Y) != c.N*c.Policies*c.Outcomes {
			t.Errorf("chunk of %d futures from %d with %d and %d values; want from %d", c.N, c.First, len(c.X), len(c.Y), next)
		}
		next += c.N
		return errors.Join(binary.Write(h, binary.LittleEndian, c.X), binary.Write(h, binary.LittleEndian, c.Y))
	})
	err := rdm.Run(context.Background(), granary{}, hypercube(n), n, 7, sink, rdm.Options{Workers: workers})
	if err != nil || next != n {
		t.Fatalf("%d futures delivered of %d: %v", next, n, err)
	}
	return h.Sum64()
}

func TestRunIsTheSameForAnyWorkers(t *testing.T) {
	for _, n := range []int{1, 124, 125, 999, 1000, 1001, 13457} {
		want := runGranary(t, n, 1)
		for _, workers := range []int{2, 5, 0} {
			if got := runGranary(t, n, workers); got != want {
				t.Errorf("%d futures, %d workers: hash %x; one worker gives %x", n, workers, got, want)
			}
		}
	}
}

func TestRunGivesEveryPolicyTheSameFuture(t *testing.T) {
	m := faulty{run: func(f *rdm.Future, policy int, out []float64) error {
		out[0], out[1] = f.Stream().Uniform(3, road, 4), f.X[0]
		return nil
	}}
	tab, err := rdm.Collect(context.Background(), m, hypercube(1500), 1500, 9, rdm.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range tab.Len() {
		want := rdm.Uniform(9, i, 3, road, 4)
		if tab.Outcome(0, 0)[i] != want || tab.Outcome(1, 0)[i] != want || tab.Outcome(1, 1)[i] != tab.X(0)[i] {
			t.Fatalf("future %d differs between policies", i)
		}
	}
}

func TestRunLeavesUnsetOutcomesMissing(t *testing.T) {
	m := faulty{run: func(f *rdm.Future, _ int, out []float64) error {
		if !math.IsNaN(out[0]) || !math.IsNaN(out[1]) {
			return errors.New("out holds old values")
		}
		out[0] = 1
		return nil
	}}
	tab, err := rdm.Collect(context.Background(), m, hypercube(9000), 9000, 9, rdm.Options{Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	if v := tab.Outcome(1, 1)[8999]; !math.IsNaN(v) {
		t.Errorf("outcome never set is %v; want NaN", v)
	}
}

func TestRunMemoryIsBounded(t *testing.T) {
	const workers = 3
	seen := make(map[*float64]bool)
	sink := rdm.SinkFunc(func(c *rdm.Chunk) error { seen[&c.Y[0]] = true; return nil })
	if err := rdm.Run(context.Background(), granary{}, hypercube(60000), 60000, 1, sink, rdm.Options{Workers: workers}); err != nil {
		t.Fatal(err)
	}
	if len(seen) > workers+2 {
		t.Errorf("%d chunks in memory; want at most %d", len(seen), workers+2)
	}
}

func TestRunProgress(t *testing.T) {
	const n = 4321
	last, ended := 0, false
	err := rdm.Run(context.Background(), granary{}, hypercube(n), n, 1, rdm.SinkFunc(ignore), rdm.Options{
		Workers: 3,
		Progress: func(done, total int) {
			if done <= last || total != n {
				t.Errorf("progress %d of %d after %d", done, total, last)
			}
			last, ended = done, done == total
		},
	})
	if err != nil || !ended {
		t.Errorf("ended at %d: %v", last, err)
	}
}

// The bubble of synctest fails the test if a goroutine outlives Run.
func TestRunStopsWhenCancelled(t *testing.T) {
	for _, workers := range []int{1, 2, 5} {
		synctest.Test(t, func(t *testing.T) {
			ctx, cancel := context.WithCancel(context.Background())
			sink := rdm.SinkFunc(func(c *rdm.Chunk) error {
				if c.First == 2000 {
					cancel()
				}
				return nil
			})
			err := rdm.Run(ctx, granary{}, hypercube(1e6), 1e6, 1, sink, rdm.Options{Workers: workers})
			if !errors.Is(err, context.Canceled) {
				t.Errorf("Run = %v; want context.Canceled", err)
			}
		})
	}
}

func TestRunDoesNotStartWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := rdm.Collect(ctx, granary{}, hypercube(10), 10, 1, rdm.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Collect = %v; want context.Canceled", err)
	}
}

func TestRunLeavesNoGoroutines(t *testing.T) {
	full := rdm.SinkFunc(func(*rdm.Chunk) error { return errors.New("full") })
	broken := faulty{run: func(*rdm.Future, int, []float64) error { panic("broken") }}
	for _, run := range []func() error{
		func() error { runGranary(t, 3000, 4); return nil },
		func() error {
			return rdm.Run(context.Background(), granary{}, hypercube(50000), 50000, 1, full, rdm.Options{Workers: 4})
		},
		func() error {
			return rdm.Run(context.Background(), broken, hypercube(50000), 50000, 1, full, rdm.Options{Workers: 4})
		},
	} {
		synctest.Test(t, func(*testing.T) { _ = run() })
	}
}

func TestRunReturnsTheErrorOfTheSink(t *testing.T) {
	full := errors.New("disk full")
	calls := 0
	sink := rdm.SinkFunc(func(c *rdm.Chunk) error {
		calls++
		if c.First == 1000 {
			return full
		}
		return nil
	})
	err := rdm.Run(context.Background(), granary{}, hypercube(20000), 20000, 1, sink, rdm.Options{Workers: 3})
	if !errors.Is(err, full) || calls != 2 {
		t.Errorf("Run = %v after %d chunks; want %v after 2", err, calls, full)
	}
}

// Futures 3501 and 7000 fail; whoever runs first, 3501 is named, and the three
// whole chunks before it are delivered.
func TestRunNamesTheEarliestFailure(t *testing.T) {
	broken := errors.New("no road")
	fail := func(f *rdm.Future, policy int, out []float64) error {
		if policy == 1 && (f.Index == 3501 || f.Index == 7000) {
			return broken
		}
		return nil
	}
	blowUp := func(f *rdm.Future, policy int, out []float64) error {
		if fail(f, policy, out) != nil {
			panic(broken)
		}
		return nil
	}
	for name, run := range map[string]func(*rdm.Future, int, []float64) error{"error": fail, "panic": blowUp} {
		for _, workers := range []int{1, 2, 5} {
			delivered := 0
			sink := rdm.SinkFunc(func(c *rdm.Chunk) error { delivered += c.N; return nil })
			err := rdm.Run(context.Background(), faulty{run: run}, hypercube(10000), 10000, 1, sink, rdm.Options{Workers: workers})
			var re *rdm.RunError
			if !errors.As(err, &re) || re.Future != 3501 || re.Policy != "store" || !errors.Is(err, broken) {
				t.Errorf("%s, %d workers: %v", name, workers, err)
			}
			if delivered != 3000 {
				t.Errorf("%s, %d workers: %d futures delivered; want 3000", name, workers, delivered)
			}
		}
	}
}

// nothing hides a length from the compiler.
func nothing() int { return 0 }

func TestRunErrorWords(t *testing.T) {
	m := faulty{run: func(*rdm.Future, int, []float64) error { none := make([]int, nothing()); _ = none[3]; return nil }}
	err := rdm.Run(context.Background(), m, hypercube(10), 10, 1, rdm.SinkFunc(ignore), rdm.Options{})
	for _, want := range []string{`policy "import"`, "future 0", "index out of range"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v; want it to say %s", err, want)
		}
	}
	var pe *rdm.PanicError
	if !errors.As(err, &pe) || !strings.Contains(string(pe.Stack), "run_test.go") {
		t.Errorf("%v; want a PanicError with the stack", err)
	}
}

type brokenDesign struct{}

func (brokenDesign) Future(i int, x []float64) {
	if i == 12 {
		panic("no such future")
	}
}

func TestRunNamesTheDesign(t *testing.T) {
	err := rdm.Run(context.Background(), granary{}, brokenDesign{}, 100, 1, rdm.SinkFunc(ignore), rdm.Options{Workers: 2})
	var re *rdm.RunError
	if !errors.As(err, &re) || re.Future != 12 || re.Policy != "" || !strings.Contains(err.Error(), "design") {
		t.Errorf("Run = %v; want the design of future 12 named", err)
	}
}

// bare is a model of nothing but the lists it is given.
type bare struct {
	dims     []rdm.Dim
	policies []string
	outcomes []rdm.Outcome
}

func (b bare) Dims() []rdm.Dim                       { return b.dims }
func (b bare) Policies() []string                    { return b.policies }
func (b bare) Outcomes() []rdm.Outcome               { return b.outcomes }
func (b bare) NewWorker() rdm.Worker                 { return b }
func (b bare) Run(*rdm.Future, int, []float64) error { return nil }
func (b bare) run(d rdm.Design, n int) error {
	return rdm.Run(context.Background(), b, d, n, 1, rdm.SinkFunc(ignore), rdm.Options{})
}

func TestRunRefusesWhatCannotBeRun(t *testing.T) {
	dims := []rdm.Dim{{Name: "d", Max: 1}}
	ok := bare{dims, []string{"p"}, []rdm.Outcome{{Name: "o"}}}
	fits := rdm.MonteCarlo{Dims: dims}
	for name, err := range map[string]error{
		"no futures":     ok.run(fits, 0),
		"no policies":    bare{dims, nil, ok.outcomes}.run(fits, 1),
		"no outcomes":    bare{dims, ok.policies, nil}.run(fits, 1),
		"unusable range": bare{[]rdm.Dim{{Name: "d", Min: 1}}, ok.policies, ok.outcomes}.run(fits, 1),
		"other design":   ok.run(hypercube(1), 1),
	} {
		if err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	if err := ok.run(fits, 1); err != nil {
		t.Error(err)
	}
	if err := (bare{nil, ok.policies, ok.outcomes}).run(rdm.MonteCarlo{}, 1); err != nil {
		t.Errorf("a model without uncertainties: %v", err)
	}
}
