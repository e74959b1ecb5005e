package rdm_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/rdm/rdmtest"
)

type form int

const quadratic form = 1

// weather, dike and damage declare an invented model of a river.
type weather struct {
	Peak float64 `name:"peak" unit:"m" min:"1" max:"9" default:"3" scale:"log" ref:"assumed" en:"flood peak" ko:"홍수 수위"`
	Form form    `name:"form" options:"linear|quadratic" default:"quadratic" en:"form of the damage" ko:"피해 함수"`
	Note float64
}

type dike struct {
	Height float64    `name:"height" unit:"m" min:"0" max:"5" default:"0"`
	Gates  [2]float64 `name:"gate" unit:"share" min:"0" max:"1" default:"0.5"`
}

type damage struct {
	Money struct {
		Loss float64 `name:"loss" unit:"coins" want:"less"`
		Cost float64 `name:"cost" unit:"coins" want:"less"`
	}
	Dry float64 `name:"dry" want:"more"`
}

func river() rdm.Experiment[weather, dike, damage] {
	return func(_ *rdm.Future, x *weather, l *dike, out *damage) error {
		over := max(0, x.Peak-l.Height)
		out.Money.Loss = over
		if x.Form == quadratic {
			out.Money.Loss = over * over
		}
		out.Money.Cost = l.Height + l.Gates[0] + 10*l.Gates[1]
		if over == 0 {
			out.Dry = 1
		}
		return nil
	}
}

func declared(t testing.TB) *rdm.Declared[weather, dike, damage] {
	t.Helper()
	m, err := rdm.Declare(river, rdm.Setting[dike]{Name: "none"}, rdm.Setting[dike]{"high", dike{Height: 4, Gates: [2]float64{0.25, 1}}})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestDeclaredConforms(t *testing.T) { rdmtest.Run(t, declared(t)) }

func TestDeclareReadsTags(t *testing.T) {
	m := declared(t)
	dims := m.Dims()
	if len(dims) != 2 || dims[0].Name != "peak" || !dims[0].Log || dims[0].Unit != "m" || dims[0].KO != "홍수 수위" {
		t.Errorf("dims %+v", dims)
	}
	if f := dims[1]; f.Default != 1 || f.Max != 1 || !slices.Equal(f.Options, []string{"linear", "quadratic"}) {
		t.Errorf("form %+v", f)
	}
	var names []string
	for _, l := range m.Levers() {
		names = append(names, l.Name)
	}
	if !slices.Equal(names, []string{"height", "gate_1", "gate_2"}) {
		t.Errorf("levers %v", names)
	}
	if got := m.Setting(1); !slices.Equal(got, []float64{4, 0.25, 1}) {
		t.Errorf("setting %v", got)
	}
	out := m.Outcomes()
	if len(out) != 3 || out[0].Name != "loss" || out[0].Higher || !out[2].Higher {
		t.Errorf("outcomes %+v", out)
	}
}

// A peak of 6 m over a dike of 4 m loses 2, squared 4; the dike and gates cost
// 4 + 0.25 + 10. What the experiment does not set is NaN.
func TestDeclaredRuns(t *testing.T) {
	w := declared(t).NewWorker()
	out := make([]float64, 3)
	for form, want := range []float64{2, 4} {
		if err := w.Run(&rdm.Future{X: []float64{6, float64(form)}}, 1, out); err != nil {
			t.Fatal(err)
		}
		if out[0] != want || out[1] != 14.25 || !math.IsNaN(out[2]) {
			t.Errorf("form %d: %v", form, out)
		}
	}
}

func TestDeclareRefuses(t *testing.T) {
	type none struct{}
	run := func(err error) {
		t.Helper()
		var tag *rdm.TagError
		if !errors.As(err, &tag) {
			t.Errorf("error is %v; want a TagError", err)
		}
	}
	type o struct {
		A float64 `name:"a" want:"more"`
	}
	run(decl[struct {
		A float64 `name:"a" min:"0" max:"x" default:"0"`
	}, none, o]())
	run(decl[struct {
		A float64 `name:"a" min:"0" max:"1" default:"0" unti:"m"`
	}, none, o]())
	run(decl[struct {
		A int `name:"a" options:"x|y" default:"z"`
	}, none, o]())
	run(decl[struct {
		A int `name:"a"`
	}, none, o]())
	run(decl[struct {
		A string `name:"a"`
	}, none, o]())
	run(decl[struct {
		a float64 `name:"a" min:"0" max:"1" default:"0"`
	}, none, o]())
	run(decl[int, none, o]())
	run(decl[none, none, struct {
		A float64 `name:"a" want:"yes"`
	}]())
	if err := decl[none, none, none](); err == nil {
		t.Error("no outcomes pass")
	}
	if _, err := rdm.Declare(river, rdm.Setting[dike]{"tall", dike{Height: 6}}); err == nil {
		t.Error("a lever out of range passes")
	}
	if _, err := rdm.Declare(river, rdm.Setting[dike]{Name: "a"}, rdm.Setting[dike]{Name: "a"}); err == nil {
		t.Error("two policies of one name pass")
	}
}

func decl[X, L, O any]() error {
	_, err := rdm.Declare(func() rdm.Experiment[X, L, O] { return nil }, rdm.Setting[L]{Name: "p"})
	return err
}

func TestSampleSettings(t *testing.T) {
	got, err := rdm.SampleSettings[dike](4, func(levers []rdm.Dim) rdm.Design {
		return rdm.LatinHypercube{Seed: 1, N: 4, Dims: levers}
	})
	if err != nil || len(got) != 4 {
		t.Fatal(got, err)
	}
	strata := map[int]bool{}
	for _, s := range got {
		strata[int(s.Levers.Height/1.25)] = true
	}
	if len(strata) != 4 || got[3].Name != "policy_4" {
		t.Errorf("settings %+v do not fill the strata", got)
	}
}

// ExampleDeclare declares a model once, in tags, and runs it: an invented farm
// that can irrigate.
func ExampleDeclare() {
	type Year struct {
		Rain float64 `name:"rain" unit:"mm" min:"200" max:"800" default:"500"`
	}
	type Farm struct {
		Pump float64 `name:"pump" unit:"mm" min:"0" max:"300" default:"0"`
	}
	type Result struct {
		Yield float64 `name:"yield" unit:"t" want:"more"`
	}
	model, err := rdm.Declare(func() rdm.Experiment[Year, Farm, Result] {
		return func(_ *rdm.Future, x *Year, l *Farm, out *Result) error {
			out.Yield = min(x.Rain+l.Pump, 600) / 100
			return nil
		}
	}, rdm.Setting[Farm]{Name: "rain only"}, rdm.Setting[Farm]{Name: "pump", Levers: Farm{Pump: 300}})
	if err != nil {
		fmt.Println(err)
		return
	}
	design := rdm.LatinHypercube{Seed: 1, N: 1000, Dims: model.Dims()}
	table, err := rdm.Collect(context.Background(), model, design, design.N, 1, rdm.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for p, name := range table.Policies() {
		fmt.Printf("%s: %.1f t on average\n", name, rdm.Mean(table.Outcome(p, 0)))
	}
	// Output:
	// rain only: 4.7 t on average
	// pump: 5.9 t on average
}
