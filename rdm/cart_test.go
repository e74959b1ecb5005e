package rdm_test

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// A planted box of two inputs is found as a leaf, with its edges near 0.3 and
// 0.6, and beats the share of all cases by the cross-validated error.
func TestGrowFindsAPlantedBox(t *testing.T) {
	c := planted(4000, 6, 0.95, 0.05)
	tree, err := rdm.Grow(c, rdm.DefaultCart())
	if err != nil {
		t.Fatal(err)
	}
	if tree.Of != 1 || len(tree.Leaves[0].Limits) != 2 {
		t.Fatalf("%d leaves dense enough, the first with %+v", tree.Of, tree.Leaves[0].Limits)
	}
	a, b := tree.Leaves[0].Limits[0], tree.Leaves[0].Limits[1]
	if a.Input != 0 || math.Abs(a.High-0.3) > 0.01 || !math.IsInf(a.Low, -1) || b.Input != 1 || math.Abs(b.Low-0.6) > 0.01 {
		t.Errorf("limits %+v and %+v", a, b)
	}
	if !(tree.Error+2*tree.StdError < tree.Plain) {
		t.Errorf("cross-validated error %v (%v); the share of all cases has %v", tree.Error, tree.StdError, tree.Plain)
	}
}

// Where nothing matters the tree is cut back to one leaf of everything.
func TestGrowPrunesNoise(t *testing.T) {
	c := planted(2000, 5, 0.3, 0.3)
	tree, err := rdm.Grow(c, rdm.DefaultCart())
	if err != nil || len(tree.Leaves) != 1 || len(tree.Leaves[0].Limits) != 0 || tree.Of != 0 {
		t.Errorf("%d leaves, %v", len(tree.Leaves), err)
	}
	if tree.All.N != 0 || tree.All.Inputs != 0 {
		t.Errorf("no leaf is dense enough, yet together they hold %+v", tree.All)
	}
}

// Leaves share the cases out: each is in exactly one, and counts add up.
func TestLeavesShareTheCases(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(30, 120).Draw(t, "n")
		c := rdm.Cases{Kinds: []rdm.Kind{rdm.Numeric, rdm.Categorical}, X: make([][]float64, 2), Y: make([]bool, n)}
		for i := range n {
			c.X[0] = append(c.X[0], math.Round(rapid.Float64Range(0, 20).Draw(t, "x")))
			c.X[1] = append(c.X[1], float64(rapid.IntRange(0, 4).Draw(t, "kind")))
			c.Y[i] = rapid.Bool().Draw(t, "y")
		}
		s := rdm.DefaultCart()
		s.Errors, s.MinMass = 0, 0.02
		tree, err := rdm.Grow(c, s)
		if errors.Is(err, rdm.ErrAllAlike) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		held := make([]int, len(tree.Leaves))
		hits := make([]int, len(tree.Leaves))
		for i := range n {
			in := 0
			for k, leaf := range tree.Leaves {
				if leaf.Contains([]float64{c.X[0][i], c.X[1][i]}) {
					in++
					held[k]++
					if c.Y[i] {
						hits[k]++
					}
				}
			}
			if in != 1 {
				t.Fatalf("case %d is in %d leaves", i, in)
			}
		}
		for k, leaf := range tree.Leaves {
			if leaf.N != held[k] || leaf.Hits != hits[k] {
				t.Fatalf("leaf %d says %d of %d; it holds %d of %d", k, leaf.Hits, leaf.N, hits[k], held[k])
			}
		}
	})
}

func TestGrowRefuses(t *testing.T) {
	c := planted(100, 2, 1, 0)
	for name, s := range map[string]rdm.Cart{"one part": {MinMass: 0.05, Errors: 1, Folds: 1}, "no mass": {Errors: 1}, "density": {MinMass: 0.05, Density: 2}} {
		if _, err := rdm.Grow(c, s); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
	if _, err := rdm.Grow(rdm.Cases{X: [][]float64{{1, 2}}, Y: []bool{true, true}}, rdm.DefaultCart()); !errors.Is(err, rdm.ErrAllAlike) {
		t.Errorf("cases all of interest: %v", err)
	}
}

func ExampleGrow() {
	table := granaryRun()
	good, err := rdm.GoodEnough(table.Select(0), []float64{0.8})
	if err != nil {
		fmt.Println(err)
		return
	}
	cases, err := rdm.Failures(table, good[1])
	if err != nil {
		fmt.Println(err)
		return
	}
	tree, err := rdm.Grow(cases, rdm.DefaultCart())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, leaf := range tree.Leaves[:tree.Of] {
		fmt.Println(leaf.Sentence(tree.Base, rdm.Words{Lang: "en", Inputs: table.Dims(), Case: "futures", Interest: "fail"}))
	}
	fmt.Printf("error %.3f against %.3f\n", tree.Error, tree.Plain)
	// Output:
	// Where share of the harvest lost is at least 0.705, of 590 futures (30 % of all) 97 % fail, against 47 % of all; they hold 62 % of all that fail.
	// Where share of the harvest lost is from 0.478 to 0.705 and share of the store that rots is at least 0.368, of 280 futures (14 % of all) 89 % fail, against 47 % of all; they hold 27 % of all that fail.
	// error 0.067 against 0.249
}

func BenchmarkGrow(b *testing.B) {
	c := planted(10000, 10, 0.9, 0.05)
	for b.Loop() {
		if _, err := rdm.Grow(c, rdm.DefaultCart()); err != nil {
			b.Fatal(err)
		}
	}
}
