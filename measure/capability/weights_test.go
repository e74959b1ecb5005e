package capability_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

const start = "schema: shatterbelt/weights/1\nweights:\n  - name: mine\n    title: {en: Mine, ko: 나의 것}\n    components:\n"

func TestPresets(t *testing.T) {
	lowy, ok := capability.Preset("lowy")
	equal, ok2 := capability.Preset("equal")
	if !ok || !ok2 || len(lowy.Components) != 8 || len(equal.Components) != 8 {
		t.Fatalf("%d and %d components; want 8", len(lowy.Components), len(equal.Components))
	}
	want := []float64{17.5, 17.5, 10, 10, 15, 10, 10, 10}
	for i, c := range lowy.Components {
		e := equal.Components[i]
		if c.Weight != want[i] || e.Weight != 1 || c.Name != e.Name || len(c.Ingredients) != len(e.Ingredients) {
			t.Errorf("%s weighs %v and %v with %d and %d indicators; want %v and 1",
				c.Name, c.Weight, e.Weight, len(c.Ingredients), len(e.Ingredients), want[i])
		}
		if none := c.Name == "cultural_influence"; none != (len(c.Ingredients) == 0) {
			t.Errorf("%s has %d indicators", c.Name, len(c.Ingredients))
		}
	}
	lowy.Components[0].Ingredients[0].Weight = 99
	if again, _ := capability.Preset("lowy"); again.Components[0].Ingredients[0].Weight != 1 {
		t.Error("a caller changed the built-in weights")
	}
	if _, ok := capability.Preset("lowry"); ok {
		t.Error("a preset of no such name")
	}
}

func TestParseWeights(t *testing.T) {
	got, err := capability.ParseWeights("mine.yaml", []byte(start+
		"      - {name: military_capability, weight: 3}\n"+
		"      - name: mass\n        weight: 0.5\n        indicators:\n"+
		"          - {indicator: population, weight: 2}\n"+
		"          - {indicator: milex_constant, per: population, better: less}\n"), nil)
	if err != nil {
		t.Fatal(err)
	}
	c := got[0].Components
	if len(got) != 1 || got[0].KO != "나의 것" || len(c) != 2 || c[0].Weight != 3 || len(c[0].Ingredients) != 3 {
		t.Fatalf("read as %+v", got)
	}
	want := capability.Ingredient{Indicator: "milex_constant", Take: capability.TakeFigure, Per: "population", Less: true, Weight: 1}
	if c[1].Ingredients[1] != want || c[1].Ingredients[0].Weight != 2 {
		t.Errorf("indicators read as %+v", c[1].Ingredients)
	}
}

func TestParseWeightsRefuses(t *testing.T) {
	known := []string{"population", "milex_constant", "defence_pact"}
	one := start + "      - name: mass\n        weight: 1\n        indicators:\n          - "
	tests := []struct{ name, data, want string }{
		{"a slip in a key", start + "      - {name: mass, wieght: 1}", `f:6:22: unknown key "wieght"; did you mean "weight"?`},
		{"no such component", start + "      - {name: militry_capability, weight: 1}",
			`f:6:16: no built-in component is called "militry_capability"; list its indicators if it is your own; did you mean "military_capability"?`},
		{"no such indicator", one + "{indicator: populaton}", `f:9:25: unknown indicator "populaton"; did you mean "population"?`},
		{"no such way", one + "{indicator: defence_pact, take: sum_inn, of: population}", `f:9:45: take is "sum_inn"; did you mean "sum_in"?`},
		{"nothing to sum", one + "{indicator: defence_pact, take: sum_in}",
			"f:9:13: take: sum_in does not say what to sum; add of: and an indicator, such as milex_constant"},
		{"a negative weight", start + "      - {name: military_capability, weight: -1}",
			"f:6:45: weight is -1, out of bounds; want a number from 0 to 1000"},
		{"no weight at all", start + "      - {name: military_capability, weight: 0}", "every weight is 0"},
		{"twice", start + "      - {name: resilience, weight: 1}\n      - {name: resilience, weight: 2}", `component "resilience" comes twice`},
		{"nothing", "schema: shatterbelt/weights/1\nweights: []", "f:2:10: weights is empty; add a composite"},
		{"a later version", "schema: shatterbelt/weights/2\nweights: []", "is newer than this program reads"},
		{"another schema", "schema: shatterbelt/strategies/1\nweights: []", `unknown schema "shatterbelt/strategies/1"; want shatterbelt/weights/1`},
		{"an empty file", "", "f: empty file; start with schema: shatterbelt/weights/1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := capability.ParseWeights("f", []byte(tt.data), known)
			var e *yamlfile.Error
			if got != nil || !errors.As(err, &e) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got  %v\nwant %s", err, tt.want)
			}
		})
	}
}

func FuzzParseWeights(f *testing.F) {
	f.Add(start + "      - {name: military_capability, weight: 3}\n")
	f.Add(start + "      - name: mass\n        weight: 1\n        indicators:\n          - {indicator: bases, take: total_out}\n")
	f.Add("schema: shatterbelt/weights/2")
	f.Fuzz(func(t *testing.T, data string) {
		found, err := capability.ParseWeights("f", []byte(data), nil)
		if (err == nil) != (len(found) > 0) {
			t.Fatalf("%d composites and %v", len(found), err)
		}
		for _, w := range found {
			sum := 0.0
			for _, c := range w.Components {
				sum += c.Weight
			}
			if !(sum > 0) || math.IsInf(sum, 0) {
				t.Errorf("weights sum to %v", sum)
			}
		}
	})
}

func ExampleParseWeights() {
	_, err := capability.ParseWeights("mine.yaml", []byte(`schema: shatterbelt/weights/1
weights:
  - name: mine
    title: {en: Mine, ko: 나의 것}
    components:
      - {name: resilence, weight: 1}
`), nil)
	fmt.Println(err)
	// Output: mine.yaml:6:16: no built-in component is called "resilence"; list its indicators if it is your own; did you mean "resilience"?
}

func BenchmarkParseWeights(b *testing.B) {
	data := []byte(start + "      - {name: military_capability, weight: 3}\n")
	for b.Loop() {
		if _, err := capability.ParseWeights("f", data, nil); err != nil {
			b.Fatal(err)
		}
	}
}
