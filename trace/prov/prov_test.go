package prov_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/trace/prov"
)

func TestMergeKeepsEachOnce(t *testing.T) {
	a := prov.Figure{State: 991, Indicator: "gdp", Year: 2020, Source: "one"}
	b := prov.Figure{State: 991, Indicator: "exports", Partner: 992, Year: 2020, Source: "two"}
	got := prov.Merge("whole",
		prov.Trail{Formula: "part", Figures: []prov.Figure{a, b}, Params: []string{"y", "x"}, Cites: []string{"k"}},
		prov.Trail{Figures: []prov.Figure{a}, Params: []string{"x"}, Cites: []string{"k"}},
	)
	if got.Formula != "whole" || !slices.Equal(got.Params, []string{"x", "y"}) || !slices.Equal(got.Cites, []string{"k"}) {
		t.Errorf("Merge = %+v", got)
	}
	if len(got.Figures) != 2 || got.Figures[0].Indicator != "exports" {
		t.Errorf("figures %+v; want exports then gdp", got.Figures)
	}
	if keys := got.SourceKeys(); !slices.Equal(keys, []string{"one", "two"}) {
		t.Errorf("sources %v", keys)
	}
}

func TestKindsReadBack(t *testing.T) {
	for _, k := range []prov.Kind{prov.Outturn, prov.Estimate, prov.Derived, prov.Forecast} {
		if got, ok := prov.ParseKind(k.String()); !ok || got != k {
			t.Errorf("ParseKind(%q) = %v, %v", k, got, ok)
		}
	}
	if _, ok := prov.ParseKind("guess"); ok {
		t.Error("ParseKind took an unknown kind")
	}
}

func ExampleNumber() {
	n := prov.Number{Value: 0.22, Low: 0.05, High: 0.4, Unit: "share of world", Trail: prov.Trail{Formula: "squeeze"}}
	fmt.Println(n.Trail.Formula, n.Value, n.Ranged())
	// Output: squeeze 0.22 true
}
