package rdm_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

func TestResamplingTags(t *testing.T) {
	if err := param.Check(rdm.Resampling{}); err != nil {
		t.Error(err)
	}
}

// The planted corner is found in every half, with the same two inputs in most,
// and is about as dense in the other half: 0.9 within the corner.
func TestStableFindsPlantedBox(t *testing.T) {
	p := rdm.DefaultPrim()
	s, err := rdm.Stable(context.Background(), planted(6000, 5, 0.9, 0.05), p, rdm.DefaultResampling())
	if err != nil {
		t.Fatal(err)
	}
	if s.Replicates != rdm.DefaultSearches || s.Reached != 1 || s.Named[0] != 1 || s.Named[1] != 1 || s.SameInputs < 0.8 {
		t.Errorf("%+v", s)
	}
	for d := 2; d < 5; d++ {
		if s.Named[d] > 0.2 {
			t.Errorf("input %d, which has no part in it, named in %g of replicates", d, s.Named[d])
		}
	}
	within(t, "edge of input 0", s.High[0].Value, 0.3, 0.02)
	within(t, "edge of input 1", s.Low[1].Value, 0.6, 0.05)
	if !math.IsNaN(s.Low[0].Value) || s.High[0].Low > s.High[0].Value || s.High[0].High < s.High[0].Value {
		t.Errorf("limits of input 0: %+v, %+v", s.Low[0], s.High[0])
	}
	within(t, "density in the cases left out", s.Density.Value, 0.82, 0.05)
}

// Where there is nothing to find, a box chosen for its density is denser than
// the cases left out say, which come to the base rate of a fifth, and its edges
// lie anywhere.
func TestStableShowsFlattery(t *testing.T) {
	c := planted(1000, 5, 0.2, 0.2)
	p := rdm.DefaultPrim()
	p.Chance = 0.5 // keep limits that chance explains
	d, err := rdm.Discover(c, p)
	if err != nil {
		t.Fatal(err)
	}
	s, err := rdm.Stable(context.Background(), c, p, rdm.DefaultResampling())
	if err != nil {
		t.Fatal(err)
	}
	within(t, "density in the cases left out", s.Density.Value, 0.2, 0.05)
	if d.Found[0].Density < 0.3 || s.High[0].High-s.High[0].Low < 0.3 {
		t.Errorf("box %+v, %+v", d.Found[0].Box, s)
	}
}

func TestStableIsTheSameForAnyWorkers(t *testing.T) {
	c, p, r := planted(600, 3, 0.8, 0.1), rdm.DefaultPrim(), rdm.DefaultResampling()
	r.Replicates = 7
	want := ""
	for _, workers := range []int{1, 2, 5} {
		r.Workers = workers
		s, err := rdm.Stable(context.Background(), c, p, r)
		if err != nil {
			t.Fatal(err)
		}
		got := fmt.Sprintf("%v", s)
		if want != "" && got != want {
			t.Errorf("%d workers: %s; one gives %s", workers, got, want)
		}
		want = got
	}
}

func TestStableEdges(t *testing.T) {
	ctx := context.Background()
	// One case of interest: half of the parts hold none and find nothing.
	c := rdm.Cases{X: [][]float64{{1, 2, 3, 4, 5, 6}}, Y: []bool{false, false, false, false, false, true}}
	p := rdm.DefaultPrim()
	p.Chance = 0.5
	s, err := rdm.Stable(ctx, c, p, rdm.DefaultResampling())
	if err != nil || s.Reached > 0.8 || s.Reached < 0.2 {
		t.Errorf("%+v, %v", s, err)
	}
	ok := rdm.DefaultResampling()
	for name, change := range map[string]func(r *rdm.Resampling, c *rdm.Cases, p *rdm.Prim){
		"replicates": func(r *rdm.Resampling, _ *rdm.Cases, _ *rdm.Prim) { r.Replicates = 1 },
		"share":      func(r *rdm.Resampling, _ *rdm.Cases, _ *rdm.Prim) { r.Share = 1 },
		"cases":      func(_ *rdm.Resampling, c *rdm.Cases, _ *rdm.Prim) { c.Y = make([]bool, 6) },
		"search":     func(_ *rdm.Resampling, _ *rdm.Cases, p *rdm.Prim) { p.Paste = 0 },
	} {
		r, k, p := ok, c, rdm.DefaultPrim()
		change(&r, &k, &p)
		if _, err := rdm.Stable(ctx, k, p, r); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := rdm.Stable(cancelled, c, rdm.DefaultPrim(), ok); !errors.Is(err, context.Canceled) {
		t.Errorf("Stable = %v; want context.Canceled", err)
	}
}

// BenchmarkStable searches 50 halves of 10,000 cases of 10 inputs.
func BenchmarkStable(b *testing.B) {
	c, r := planted(10000, 10, 0.9, 0.05), rdm.DefaultResampling()
	r.Workers = 1
	for b.Loop() {
		if _, err := rdm.Stable(context.Background(), c, rdm.DefaultPrim(), r); err != nil {
			b.Fatal(err)
		}
	}
}
