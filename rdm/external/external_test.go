package external_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/rdm/external"
	"github.com/shatterbelt/shatterbelt/rdm/rdmtest"
)

// program is the test binary, run as a program of some kind.
func program(kind string) external.Program {
	return external.Program{Command: []string{os.Args[0], asProgram, kind}}
}

func ask(t *testing.T, p external.Program) *external.Model {
	t.Helper()
	m, err := external.Ask(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestAsk(t *testing.T) {
	m := ask(t, program("farm"))
	dims, levers := m.Dims(), m.Levers()
	if len(dims) != 2 || dims[0].Name != "rain" || dims[0].Unit != "mm" || dims[1].Default != 1 || dims[1].Max != 1 {
		t.Errorf("uncertainties %+v", dims)
	}
	if len(levers) != 1 || m.Setting(0)[0] != 0 || m.Setting(1)[0] != 300 {
		t.Errorf("levers %+v", levers)
	}
	if o := m.Outcomes(); len(o) != 3 || !o[0].Higher || o[1].Higher {
		t.Errorf("outcomes %+v", o)
	}
}

func TestConforms(t *testing.T) { rdmtest.Results(t, ask(t, program("farm"))) }

// Rain of 400 mm and 300 mm pumped, of which 600 count, are 6 t on sand and, at
// half, 3 t on clay; the missing outcome is NaN.
func TestRun(t *testing.T) {
	w := ask(t, program("farm")).NewWorker()
	defer closeOf(w)()
	out := make([]float64, 3)
	for soil, want := range []float64{3, 6} {
		if err := w.Run(&rdm.Future{X: []float64{400, float64(soil)}}, 1, out); err != nil {
			t.Fatal(err)
		}
		if out[0] != want || out[1] != 300 || !math.IsNaN(out[2]) {
			t.Errorf("soil %d: %v", soil, out)
		}
	}
}

func closeOf(w rdm.Worker) func() {
	return func() { _ = w.(interface{ Close() error }).Close() }
}

func collect(m rdm.Model, n, failures int) (*rdm.Table, []*rdm.RunError, error) {
	table := rdm.NewTable(m, n)
	var failed []*rdm.RunError
	sink := rdm.Tee{table, rdm.SinkFunc(func(c *rdm.Chunk) error {
		failed = append(failed, c.Failures...)
		return nil
	})}
	design := rdm.LatinHypercube{Seed: 1, N: n, Dims: m.Dims()}
	err := rdm.Run(context.Background(), m, design, n, 1, sink, rdm.Options{Workers: 2, Failures: failures})
	return table, failed, err
}

// What a program says of a failure, and what it wrote to standard error, is in
// the error, and the other experiments run.
func TestReportedErrors(t *testing.T) {
	table, failed, err := collect(ask(t, program("grumble")), 50, 100)
	if err != nil || table.Len() != 50 || len(failed) != 10 {
		t.Fatalf("%d futures, %d failures: %v", table.Len(), len(failed), err)
	}
	for i, f := range failed {
		var reported *external.ReportedError
		if !errors.As(f, &reported) || reported.Message != "no rain gauge" || !strings.Contains(f.Error(), "gauge is broken") || f.Future != i*5 {
			t.Errorf("failure %d: %v", i, f)
		}
	}
}

// A program that dies at every tenth future is started again for the next, and
// the error says how it ended and what it wrote.
func TestCrash(t *testing.T) {
	_, failed, err := collect(ask(t, program("crash")), 40, 8)
	if err != nil || len(failed) != 8 {
		t.Fatalf("%d failures: %v", len(failed), err)
	}
	for _, f := range failed {
		var ended *external.EndedError
		if !errors.As(f, &ended) || ended.State != "exit status 3" || !strings.Contains(ended.Stderr, "out of coal") || f.Future%10 != 0 {
			t.Errorf("%v", f)
		}
	}
	_, _, err = collect(ask(t, program("crash")), 40, 0)
	var re *rdm.RunError
	if !errors.As(err, &re) || re.Future != 0 {
		t.Errorf("without leave to fail: %v", err)
	}
}

// A program that dies at its third answer, whatever the question, fails nothing
// when it may be tried again.
func TestRetries(t *testing.T) {
	p := program("tired")
	p.Retries = 1
	_, failed, err := collect(ask(t, p), 40, 0)
	if err != nil || len(failed) != 0 {
		t.Errorf("%d failures: %v", len(failed), err)
	}
}

// unhurried tries again what a busy machine was too slow for, since a program has to
// start within the limit too.
func unhurried(try func() error) (err error) {
	var late *external.LimitError
	for range 20 {
		if err = try(); !errors.As(err, &late) {
			return err
		}
	}
	return err
}

// A program that sleeps for a minute is killed, says that it dozed off unless it was
// killed before it could, and is started again for the next experiment.
func TestLimit(t *testing.T) {
	p := program("sleepy")
	p.Limit = 1500 * time.Millisecond
	var m *external.Model
	if err := unhurried(func() (err error) { m, err = external.Ask(context.Background(), p); return err }); err != nil {
		t.Fatal(err)
	}
	w := m.NewWorker()
	defer closeOf(w)()
	out := make([]float64, 3)
	began := time.Now()
	err := w.Run(&rdm.Future{Index: 7, X: []float64{400, 1}}, 0, out)
	var limit *external.LimitError
	if !errors.As(err, &limit) || limit.Stderr != "" && !strings.Contains(err.Error(), "dozing off") {
		t.Errorf("%v; want a LimitError", err)
	}
	if took := time.Since(began); took > 50*time.Second {
		t.Errorf("took %v, nearly as long as it sleeps", took)
	}
	if err := unhurried(func() error { return w.Run(&rdm.Future{Index: 8, X: []float64{400, 1}}, 0, out) }); err != nil || out[0] != 4 {
		t.Errorf("after the limit: %v, %v", out, err)
	}
}

func TestNonsense(t *testing.T) {
	for _, kind := range []string{"prose", "stale", "lacking", "extra", "endless"} {
		w := ask(t, program(kind)).NewWorker()
		err := w.Run(&rdm.Future{X: []float64{400, 1}}, 0, make([]float64, 3))
		var answer *external.AnswerError
		if !errors.As(err, &answer) {
			t.Errorf("%s: %v; want an AnswerError", kind, err)
		}
		closeOf(w)()
	}
}

func TestStartErrors(t *testing.T) {
	_, err := external.Ask(context.Background(), external.Program{Command: []string{"/no/such/program"}})
	var start *external.StartError
	if !errors.As(err, &start) {
		t.Errorf("%v; want a StartError", err)
	}
	if _, err := external.Ask(context.Background(), external.Program{}); err == nil {
		t.Error("no command passes")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := external.Ask(ctx, program("farm")); !errors.Is(err, context.Canceled) {
		t.Errorf("%v; want context.Canceled", err)
	}
}

// A program of any language can be a model; here it is this test's own.
func ExampleAsk() {
	ctx := context.Background()
	model, err := external.Ask(ctx, external.Program{
		Command: []string{os.Args[0], asProgram, "farm"},
		Limit:   time.Minute,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	design := rdm.LatinHypercube{Seed: 1, N: 200, Dims: model.Dims()}
	table, err := rdm.Collect(ctx, model, design, design.N, 1, rdm.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for p, name := range table.Policies() {
		fmt.Printf("%s: %.1f t on average\n", name, rdm.Mean(table.Outcome(p, 0)))
	}
	// Output:
	// none: 3.5 t on average
	// pump: 4.4 t on average
}
