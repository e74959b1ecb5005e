package capability_test

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/capability"
)

// flat is a profile with v of everything.
func flat(c ir.CCode, v float64) capability.Profile {
	return capability.Profile{State: c, MilEx: v, MilPer: v, IronSteel: v, Energy: v, Pop: v, UrbanPop: v}
}

func TestCINC(t *testing.T) {
	zero, gap := flat(992, 10), flat(992, 10)
	zero.MilEx, gap.MilEx = 0, math.NaN()
	allGaps := flat(992, math.NaN())
	nobody, other := flat(991, 30), flat(992, 10)
	nobody.IronSteel, other.IronSteel = 0, 0
	tests := []struct {
		name   string
		system []capability.Profile
		want   []float64
	}{
		{"no state", nil, []float64{}},
		{"alone", []capability.Profile{flat(991, 7)}, []float64{1}},
		{"three to one", []capability.Profile{flat(991, 30), flat(992, 10)}, []float64{0.75, 0.25}},
		{"zero is averaged", []capability.Profile{flat(991, 10), zero}, []float64{3.5 / 6, 2.5 / 6}},
		{"missing is left out", []capability.Profile{flat(991, 10), gap}, []float64{3.5 / 6, 0.5}},
		{"nothing reported", []capability.Profile{flat(991, 10), allGaps}, []float64{1, math.NaN()}},
		{"nobody has any", []capability.Profile{nobody, other}, []float64{0.75, 0.25}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := capability.CINC(tt.system); err != nil || !testkit.NearAll(got, tt.want, 1e-12) {
				t.Errorf("CINC = %v, %v; want %v", got, err, tt.want)
			}
		})
	}
}

func TestCINCRefusesWhatIsNoAmount(t *testing.T) {
	for _, v := range []float64{-9, math.Inf(1)} {
		p := flat(992, 10)
		p.Energy = v
		_, err := capability.CINC([]capability.Profile{flat(991, 10), p})
		var bad *capability.AmountError
		if !errors.As(err, &bad) || bad.State != 992 || bad.Indicator != "pec" || bad.Value != v {
			t.Errorf("energy of %v: %v; want an AmountError on pec of 992", v, err)
		}
	}
	_, err := capability.CINCOf(flat(991, 11), flat(ir.World, 10))
	var bad *capability.AmountError
	if !errors.As(err, &bad) || bad.Most != 10 {
		t.Errorf("more than the total: %v; want an AmountError", err)
	}
}

func system(t *rapid.T) []capability.Profile {
	amount := rapid.OneOf(rapid.Float64Range(0, 1e6), rapid.Just(math.NaN()))
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) capability.Profile {
		return capability.Profile{
			State: 991, MilEx: amount.Draw(t, "milex"), MilPer: amount.Draw(t, "milper"), IronSteel: amount.Draw(t, "irst"),
			Energy: amount.Draw(t, "pec"), Pop: amount.Draw(t, "tpop"), UrbanPop: amount.Draw(t, "upop"),
		}
	}), 1, 8).Draw(t, "system")
}

// Any system: scores are shares, the order of states does not matter, nor does
// the unit of an indicator, and without gaps the scores sum to one.
func TestCINCProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		states := system(t)
		got, err := capability.CINC(states)
		if err != nil {
			t.Fatal(err)
		}
		turned := slices.Clone(states)
		slices.Reverse(turned)
		back, err := capability.CINC(turned)
		slices.Reverse(back)
		if err != nil || !testkit.NearAll(got, back, 1e-9) {
			t.Fatalf("%v, in reverse %v, %v", got, back, err)
		}
		complete, sum := true, 0.0
		for i := range states {
			states[i].MilEx *= 1000
			complete = complete && !math.IsNaN(states[i].MilEx+states[i].MilPer+states[i].IronSteel+
				states[i].Energy+states[i].Pop+states[i].UrbanPop)
			if got[i] < 0 || got[i] > 1 {
				t.Fatalf("score %v", got[i])
			}
			sum += got[i]
		}
		scaled, err := capability.CINC(states)
		if err != nil || !testkit.NearAll(got, scaled, 1e-9) {
			t.Fatalf("%v, in another unit %v, %v", got, scaled, err)
		}
		if complete && !math.IsNaN(sum) && math.Abs(sum-1) > 1e-9 {
			t.Fatalf("scores sum to %v", sum)
		}
	})
}

// A small state between two great powers. The figures are invented.
func ExampleCINC() {
	scores, err := capability.CINC([]capability.Profile{
		{State: 997, IronSteel: 600, MilEx: 500, MilPer: 400, Energy: 550, Pop: 300, UrbanPop: 350},
		{State: 998, IronSteel: 10, MilEx: 20, MilPer: 50, Energy: 20, Pop: 40, UrbanPop: 30},
		{State: 999, IronSteel: 390, MilEx: 480, MilPer: 550, Energy: 430, Pop: 660, UrbanPop: 620},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("west %.2f, middle %.2f, east %.2f\n", scores[0], scores[1], scores[2])
	// Output: west 0.45, middle 0.03, east 0.52
}

func BenchmarkCINC(b *testing.B) {
	states := make([]capability.Profile, 195)
	for i := range states {
		states[i] = flat(ir.CCode(i+1), float64(i+1))
	}
	for b.Loop() {
		if _, err := capability.CINC(states); err != nil {
			b.Fatal(err)
		}
	}
}
