package claim

import (
	"context"
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Three states: 991 at 4 (3 to 5), 992 at 2, 993 at 4.5, and 994 long ago.
var points = []Point{
	{991, 2000, 1, 1, 1},
	{991, 2001, 2, 2, 2},
	{991, 2002, 4, 3, 5},
	{992, 2002, 2, 2, 2},
	{993, 2001, 4.5, 4.5, 4.5},
	{994, 1990, 9, 9, 9},
}

func TestCompared(t *testing.T) {
	for _, tt := range []struct {
		compare, years   string
		value, low, high float64
	}{
		{"level", "", 4, 3, 5},
		{"rank", "", 0.5, 0, 0.5}, // of two others 993 lies higher, or neither
		{"difference", "", 2, 1, 3},
		{"ratio", "", 2, 1.5, 2.5},
		{"trend", "2", 1.5, 1.5 - normal90*0.288675, 1.5 + normal90*0.288675}, // residuals 1/6, -1/3, 1/6 over 2
		{"trend", "1", math.NaN(), math.NaN(), math.NaN()},
	} {
		p := &Part{With: []Choice{{"compare", []string{tt.compare}}, {"years", []string{tt.years}}}}
		v, low, high := compared(p, points, 991, 992, 2002)
		if !testkit.NearAll([]float64{v, low, high}, []float64{tt.value, tt.low, tt.high}, 1e-5) {
			t.Errorf("%s %s is %g (%g to %g); want %g (%g to %g)", tt.compare, tt.years, v, low, high, tt.value, tt.low, tt.high)
		}
	}
	level := &Part{With: []Choice{{"compare", []string{"level"}}}}
	if v, _, _ := compared(level, points, 991, 0, 2010); !math.IsNaN(v) {
		t.Errorf("a figure of 2002 speaks for 2010: %g", v)
	}
}

func embedded(t *testing.T) *Bench {
	t.Helper()
	s, err := core.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	return &Bench{
		Figures: s, Year: study.NewestYear(s), Seed: 1, Futures: 50, Settings: study.Default(),
		Good: param.Default[study.GoodEnough](), Rule: param.Default[Rule](), Coding: param.Default[Coding](),
	}
}

// The worked example runs over the embedded figures, with the measure that it
// names coming from a catalogue.
func TestExampleOfPoland(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "examples", "claims", "poland.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	all, err := ParseFor("poland.yaml", data, []string{"milex_gdp", "squeeze", "ideal_point"})
	if err != nil {
		t.Fatal(err)
	}
	b := embedded(t)
	b.Measure = func(name string) ([]Point, error) {
		if name != "squeeze" {
			t.Errorf("measure %s is asked for", name)
		}
		return []Point{{290, 1997, 0.3, 0.3, 0.3}, {375, 1997, 0.2, 0.2, 0.2}}, nil
	}
	found, err := Run(context.Background(), b, all)
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != 3 || found[0].Verdict != Supported || found[2].Verdict != Supported {
		t.Errorf("verdicts %+v", found)
	}
	harder := found[1].Parts[0]
	if harder.Known != 1 || !testkit.Near(harder.Value, 1.5, 1e-12) || harder.Gap != Thin {
		t.Errorf("squeeze: %+v; want 1.5 in 1997 alone", harder)
	}
	if len(found[0].Parts[0].Sources) == 0 {
		t.Error("no source of the burden")
	}
}

func TestParseIndicators(t *testing.T) {
	const file = `schema: shatterbelt/claims/1
claims:
  - id: P1
    statement: {en: "x", ko: "가"}
    question: {en: "x", ko: "가"}
    reverses: {en: "x", ko: "가"}
    shown: {en: "x", ko: "가"}
    parts:
      - name: one
        asks: {en: "x", ko: "가"}
        study: indicator
        with: {indicator: gdp_current, state: POL, compare: level}
        even: 0
        least: 1
`
	for _, tt := range []struct{ from, to, want string }{
		{"gdp_current", "gdp_currnt", `f.yaml:12:27: unknown indicator or measure "gdp_currnt"; did you mean "gdp_current"?`},
		{"gdp_current", "wealth", "claims quantities lists them"},
		{"compare: level", "compare: lvel", `f.yaml:12:61: unknown compare "lvel"; did you mean "level"?`},
		{"compare: level", "compare: ratio", "f.yaml:9:9: a ratio needs another state"},
		{"compare: level", "compare: trend", "f.yaml:9:9: a trend needs the years"},
		{"indicator: gdp_current, ", "", "f.yaml:9:9: the part needs an indicator"},
	} {
		_, err := ParseFor("f.yaml", []byte(strings.Replace(file, tt.from, tt.to, 1)), []string{"gdp_current", "population"})
		var e *FileError
		if !errors.As(err, &e) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v; want %s", tt.to, err, tt.want)
		}
	}
	if _, err := ParseFor("f.yaml", []byte(file), []string{"gdp_current"}); err != nil {
		t.Error(err)
	}
}
