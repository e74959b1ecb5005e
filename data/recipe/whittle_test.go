package recipe_test

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/data/recipe"
)

// Each step decides between two disputes that are alike in all before it, though
// every later step speaks for the other.
func TestWhittle(t *testing.T) {
	nan := math.NaN()
	base := recipe.Dispute{Number: 5, Fatality: 1, Hostlev: 3, MinDur: 10, MaxDur: 20, StMon: 6}
	change := func(f func(*recipe.Dispute)) recipe.Dispute {
		d := base
		f(&d)
		return d
	}
	for name, tt := range map[string]struct{ keep, drop recipe.Dispute }{
		"onset":               {change(func(d *recipe.Dispute) { d.Onset = true; d.Fatality = 0 }), base},
		"fatality":            {change(func(d *recipe.Dispute) { d.Fatality = 2; d.Hostlev = 1 }), base},
		"unknown deaths high": {change(func(d *recipe.Dispute) { d.Fatality = nan; d.Hostlev = 1 }), change(func(d *recipe.Dispute) { d.Fatality = 0 })},
		"unknown deaths low":  {change(func(d *recipe.Dispute) { d.Hostlev = 1 }), change(func(d *recipe.Dispute) { d.Fatality = nan })},
		"hostility":           {change(func(d *recipe.Dispute) { d.Hostlev = 4; d.MinDur = 1 }), base},
		"shortest":            {change(func(d *recipe.Dispute) { d.MinDur = 11; d.MaxDur = 11 }), base},
		"longest":             {change(func(d *recipe.Dispute) { d.MaxDur = 21 }), change(func(d *recipe.Dispute) { d.Recip = 1 })},
		"reciprocity":         {change(func(d *recipe.Dispute) { d.Recip = 1; d.StMon = 12 }), base},
		"first month":         {change(func(d *recipe.Dispute) { d.StMon = 5; d.Number = 9 }), base},
		"number":              {base, change(func(d *recipe.Dispute) { d.Number = 6 })},
	} {
		if recipe.Whittle([]recipe.Dispute{tt.keep, tt.drop}) != 0 || recipe.Whittle([]recipe.Dispute{tt.drop, tt.keep}) != 1 {
			t.Errorf("%s: dropped what is to be kept", name)
		}
	}
	if recipe.Whittle(nil) != -1 {
		t.Error("a choice of none")
	}
}

// The choice does not depend on the order in which disputes are listed.
func TestWhittleHasNoOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		few := func(name string) float64 { return float64(rapid.IntRange(0, 1).Draw(t, name)) }
		n := rapid.IntRange(1, 6).Draw(t, "n")
		d := make([]recipe.Dispute, n)
		for i := range d {
			d[i] = recipe.Dispute{i, rapid.Bool().Draw(t, "onset"), few("f"), few("h"), few("min"), few("max"), few("r"), few("m")}
		}
		turned := append(append([]recipe.Dispute(nil), d[1:]...), d[0])
		if a, b := d[recipe.Whittle(d)], turned[recipe.Whittle(turned)]; a != b {
			t.Errorf("%+v and %+v", a, b)
		}
	})
}

// Of two disputes of an invented dyad in a year, one began then.
func ExampleWhittle() {
	kept := recipe.Whittle([]recipe.Dispute{
		{Number: 11, Fatality: 6, Hostlev: 5},
		{Number: 12, Onset: true, Fatality: 0, Hostlev: 2},
	})
	fmt.Println(kept)
	// Output: 1
}
