package brief

import (
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
)

// contrast is the contrast ratio of two luminances as the accessibility
// guidelines define it.
func contrast(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }

func TestLetteringReads(t *testing.T) {
	const least = 4.5
	for i := range 101 {
		v := float64(i) / 100
		if got := contrast(luminance(shade(v)), luminance(onShade(v))); got < least {
			t.Errorf("lettering on shade %.2f has a contrast of %.2f; want %v", v, got, least)
		}
	}
	for _, p := range append([]pen{penA, penB, penState}, penRest...) {
		if got := contrast(luminance(p.letter), 1); got < least {
			t.Errorf("letters in %s have a contrast of %.2f on white; want %v", p.letter, got, least)
		}
	}
}

func TestLuminance(t *testing.T) {
	for colour, want := range map[string]float64{"#ffffff": 1, "#000000": 0, "#ff0000": 0.2126} {
		if got := luminance(colour); !testkit.Near(got, want, 1e-9) {
			t.Errorf("luminance(%s) = %v; want %v", colour, got, want)
		}
	}
}

func TestTicks(t *testing.T) {
	tests := []struct {
		first, last ir.Year
		want        []ir.Year
	}{
		{1992, 2023, []ir.Year{1992, 2000, 2010, 2023}},
		{2019, 2020, []ir.Year{2019, 2020}},
	}
	for _, tt := range tests {
		got := ticks(tt.first, tt.last)
		if len(got) != len(tt.want) {
			t.Errorf("ticks(%d, %d) = %v; want %v", tt.first, tt.last, got, tt.want)
			continue
		}
		for i := range got {
			if got[i] != tt.want[i] {
				t.Errorf("ticks(%d, %d) = %v; want %v", tt.first, tt.last, got, tt.want)
			}
		}
	}
}

func TestSpreadKeepsLabelsApart(t *testing.T) {
	got := spread([]endLabel{{y: 50}, {y: 51}, {y: 98}, {y: 99}}, 10, 0, 100)
	for i := 1; i < len(got); i++ {
		if got[i].y-got[i-1].y < 10-1e-9 {
			t.Errorf("labels at %v and %v; want 10 between", got[i-1].y, got[i].y)
		}
	}
	if last := got[len(got)-1].y; last > 100 {
		t.Errorf("last label at %v; want at most 100", last)
	}
}

func TestWrap(t *testing.T) {
	if got := wrap("Security with the United States", 10, 90); len(got) != 3 {
		t.Errorf("wrap = %q; want three lines", got)
	}
}

func TestRuns(t *testing.T) {
	if got := runs([]int{1, 2, 3, 7, 9, 10}); got != "1–3, 7, 9–10" {
		t.Errorf("runs = %q", got)
	}
}
