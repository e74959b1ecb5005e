package rdm_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// The triangular values are by hand: over 0..4 with its peak at 1 the share below
// 1 is 1/4 and that below x is x*x/4 before and 1-(4-x)^2/12 after. A normal cut
// off evenly on both sides has its median at the default; the share of a standard
// normal within one deviation is 0.682689, and a quarter of that from its lower
// edge is at -0.442 (tables: the normal distribution is 0.3293 there).
func TestShapes(t *testing.T) {
	tri := rdm.Dim{Name: "t", Max: 4, Default: 1, Shape: rdm.Triangular}
	bell := rdm.Dim{Name: "b", Min: -1, Max: 1, Shape: rdm.Bell, SD: 1}
	ratio := rdm.Dim{Name: "r", Min: 1, Max: 100, Default: 10, Log: true, Shape: rdm.Triangular}
	form := rdm.Dim{Name: "f", Max: 2, Options: []string{"hill", "linear", "none"}}
	tests := []struct {
		dim             rdm.Dim
		u, shrink, want float64
	}{
		{tri, 0, 1, 0}, {tri, 0.0625, 1, 0.5}, {tri, 0.25, 1, 1}, {tri, 2.0 / 3, 1, 2}, {tri, 1, 1, 4},
		{tri, 0, 0.5, 0.5}, {tri, 0.25, 0.5, 1}, {tri, 1, 0.5, 2.5},
		{bell, 0.5, 1, 0}, {bell, 0.25, 1, -0.4418}, {bell, 0.75, 1, 0.4418}, {bell, 0.25, 0.5, -0.2209},
		{ratio, 0.5, 1, 10}, {ratio, 0, 1, 1},
		{form, 0, 1, 0}, {form, 0.33, 1, 0}, {form, 0.34, 1, 1}, {form, 0.99, 1, 2}, {form, 1, 1, 2}, {form, 0.99, 0.1, 2},
	}
	for _, tt := range tests {
		if got := tt.dim.At(tt.u, tt.shrink); math.Abs(got-tt.want) > 1e-4 {
			t.Errorf("%s at %v of %v = %v; want %v", tt.dim.Name, tt.u, tt.shrink, got, tt.want)
		}
	}
}

func TestAtRisesWithinTheRange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := rdm.Dim{Name: "d", Shape: rapid.SampledFrom([]rdm.Shape{rdm.Even, rdm.Triangular, rdm.Bell}).Draw(t, "shape")}
		d.Min = rapid.Float64Range(0.1, 10).Draw(t, "min")
		d.Default = d.Min + rapid.Float64Range(0, 10).Draw(t, "below")
		d.Max = d.Default + rapid.Float64Range(0, 10).Draw(t, "above")
		d.Log = rapid.Bool().Draw(t, "log")
		if d.Shape == rdm.Bell {
			d.SD = rapid.Float64Range(0.1, 5).Draw(t, "sd")
		}
		if err := rdm.CheckDims([]rdm.Dim{d}); err != nil {
			t.Fatal(err)
		}
		shrink := rapid.Float64Range(0.01, 1).Draw(t, "shrink")
		u := rapid.Float64Range(0, 1).Draw(t, "u")
		w := rapid.Float64Range(u, 1).Draw(t, "w")
		low, high := d.At(u, shrink), d.At(w, shrink)
		if low > high+1e-9 || low < d.Min || high > d.Max {
			t.Fatalf("At(%v) = %v and At(%v) = %v within %v to %v", u, low, w, high, d.Min, d.Max)
		}
	})
}

func TestCheckDimsRefusesShapesAndOptions(t *testing.T) {
	for _, d := range []rdm.Dim{
		{Name: "a", Max: 1, Shape: "round"},
		{Name: "a", Max: 1, Shape: rdm.Bell},
		{Name: "a", Max: 1, SD: 1},
		{Name: "a", Max: 2, Options: []string{"x", "y"}},
		{Name: "a", Max: 1, Options: []string{"x", "x"}},
		{Name: "a", Max: 1, Options: []string{"x", ""}},
		{Name: "a", Max: 1, Default: 0.5, Options: []string{"x", "y"}},
		{Name: "a", Max: 1, Options: []string{"x", "y"}, Shape: rdm.Triangular},
	} {
		if err := rdm.CheckDims([]rdm.Dim{d}); err == nil {
			t.Errorf("%+v passes", d)
		}
	}
}
