package capability_test

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

func TestReach(t *testing.T) {
	g := capability.Gradient{HalfDistance: 1000, BaseShare: 0.5}
	tests := []struct {
		name  string
		home  float64
		bases []float64
		want  float64
		via   int
	}{
		{"at home", 0, nil, 8, -1},
		{"one half-distance away", 1000, nil, 4, -1},
		{"three away", 3000, nil, 1, -1},
		{"base on the spot", 3000, []float64{0}, 4, 0},
		{"the nearer of two bases", 4000, []float64{2000, 1000}, 2, 1},
		{"a base further than home", 0, []float64{500}, 8, -1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, via := capability.Reach(8, tt.home, tt.bases, g)
			if math.Abs(got-tt.want) > 1e-12 || via != tt.via {
				t.Errorf("Reach = %v via %d; want %v via %d", got, via, tt.want, tt.via)
			}
		})
	}
}

func TestReachFallsWithDistance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := capability.Gradient{HalfDistance: rapid.Float64Range(500, 10000).Draw(t, "h"), BaseShare: 0.5}
		near := rapid.Float64Range(0, 20000).Draw(t, "near")
		far := near + rapid.Float64Range(0, 20000).Draw(t, "more")
		a, _ := capability.Reach(1, near, nil, g)
		b, _ := capability.Reach(1, far, nil, g)
		if b > a || a > 1 || b < 0 {
			t.Fatalf("reach %v at %v km, %v at %v km", a, near, b, far)
		}
	})
}

func TestStock(t *testing.T) {
	tests := []struct {
		name     string
		spending []float64
		want     float64
	}{
		{"none", nil, 0},
		{"level for ever", []float64{3}, 30},
		{"level", []float64{3, 3, 3}, 30},
		{"a doubled year", []float64{3, 6}, 33}, // 0.9 x 30 + 6
	}
	for _, tt := range tests {
		if got := capability.Stock(tt.spending, 0.1); math.Abs(got-tt.want) > 1e-12 {
			t.Errorf("%s: Stock = %v; want %v", tt.name, got, tt.want)
		}
	}
}

func snapshot(t *testing.T) *panel.Snapshot {
	t.Helper()
	codes, err := ir.NewCodes([]ir.State{{CCode: 998, ISO: "XXA"}, {CCode: 999, ISO: "XXB"}})
	if err != nil {
		t.Fatal(err)
	}
	row := func(st ir.CCode, y ir.Year, low, v, high float64, k prov.Kind) panel.Row {
		return panel.Row{Indicator: "gdp_current", Unit: "US$", State: st, Year: y, Low: low, Value: v, High: high, Kind: k, Source: "s"}
	}
	s, err := panel.New(codes, []prov.Source{{Key: "s"}}, []panel.Row{
		row(ir.World, 2020, 100, 100, 100, prov.Outturn),
		row(998, 2020, 25, 25, 25, prov.Outturn),
		row(999, 2020, 5, 10, 20, prov.Estimate),
		row(998, 2021, 30, 30, 30, prov.Outturn), // no world total
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestLatestShareWantsAWorldTotal(t *testing.T) {
	n, year, ok := capability.LatestShare(snapshot(t), "gdp_current", 998, 2022)
	if !ok || n.Value != 0.25 || year != 2020 {
		t.Errorf("LatestShare = %v of %d, %v; want 0.25 of 2020", n.Value, year, ok)
	}
	n, _, _ = capability.LatestShare(snapshot(t), "gdp_current", 999, 2022)
	if n.Low != 0.05 || n.High != 0.2 {
		t.Errorf("range %v to %v; want 0.05 to 0.2", n.Low, n.High)
	}
	if len(n.Trail.Figures) != 2 {
		t.Errorf("trail has %d figures; want the state's and the world's", len(n.Trail.Figures))
	}
	if _, _, ok := capability.LatestShare(snapshot(t), "gdp_current", 998, 2019); ok {
		t.Error("a share before the first figure")
	}
}

func TestShareColumn(t *testing.T) {
	c, err := capability.Share{Indicator: "gdp_current"}.Eval(snapshot(t))
	if err != nil {
		t.Fatal(err)
	}
	if v, ok := c.Value(998, 2020); !ok || v != 0.25 {
		t.Errorf("share = %v, %v; want 0.25", v, ok)
	}
	if _, ok := c.Value(998, 2021); ok {
		t.Error("a share without a world total")
	}
}

// A great power 3,000 km away and a lesser one next door. Figures are invented.
func ExampleReach() {
	g := capability.Gradient{HalfDistance: 3000, BaseShare: 0.5}
	far, _ := capability.Reach(0.40, 9000, nil, g)
	based, _ := capability.Reach(0.40, 9000, []float64{0}, g)
	next, _ := capability.Reach(0.12, 0, nil, g)
	fmt.Printf("far %.2f, with a base %.2f, next door %.2f\n", far, based, next)
	// Output: far 0.05, with a base 0.20, next door 0.12
}
