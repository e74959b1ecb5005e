package brief

import (
	"math"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

func linePoints(first int, values ...float64) []study.TrendPoint {
	var out []study.TrendPoint
	for i, v := range values {
		out = append(out, study.TrendPoint{Year: ir.Year(first + i), Value: v, Low: v, High: v})
	}
	return out
}

func TestLinesBreakWhereYearsAreMissing(t *testing.T) {
	gap := math.NaN()
	skips := append(linePoints(2000, 0.1, 0.2), linePoints(2004, 0.3, 0.3)...)
	tests := []struct {
		name        string
		points      []study.TrendPoint
		parts, dots int
	}{
		{"whole", linePoints(2000, 0.1, 0.2, 0.3), 1, 0},
		{"a missing value", linePoints(2000, 0.1, 0.2, gap, 0.3, 0.2), 2, 0},
		{"years left out", skips, 2, 0},
		{"a year alone", linePoints(2000, 0.1, gap, 0.3, 0.2), 2, 1},
		{"missing at both ends", linePoints(2000, gap, 0.3, 0.2, gap), 1, 0},
	}
	for _, tt := range tests {
		svg := drawLines("l", "t", "d", lineChart{"Share", []trendLine{{"A", penA, false, tt.points}}})
		wellFormed(t, tt.name, svg)
		_, d, _ := strings.Cut(svg, `<path d="`)
		d, _, _ = strings.Cut(d, `"`)
		if got := strings.Count(d, "M"); got != tt.parts {
			t.Errorf("%s: %d parts in %q; want %d", tt.name, got, d, tt.parts)
		}
		if got := strings.Count(svg, "<circle "); got != tt.dots {
			t.Errorf("%s: %d dots; want %d", tt.name, got, tt.dots)
		}
	}
}

func TestLinesSayWhenALineEndsEarly(t *testing.T) {
	svg := drawLines("l", "t", "d", lineChart{"Share", []trendLine{
		{"Early", penB, false, linePoints(2000, 0.1, 0.12)}, {"Late", penA, true, linePoints(2000, 0.2, 0.2, 0.2, 0.25)},
	}})
	for _, want := range []string{">Early 12% (2001)<", ">Late 25%<"} {
		if !strings.Contains(svg, want) {
			t.Errorf("%q is not written", want)
		}
	}
}

func TestLinesWithoutData(t *testing.T) {
	wellFormed(t, "none", drawLines("l", "t", "d", lineChart{"Share", nil}))
	wellFormed(t, "all missing", drawLines("l", "t", "d", lineChart{"Share", []trendLine{{"A", penA, false, linePoints(2000, math.NaN())}}}))
	wellFormed(t, "zero", drawLines("l", "t", "d", lineChart{"Share", []trendLine{{"A", penA, false, linePoints(2000, 0, 0)}}}))
}
