package brief

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestLikelihood(t *testing.T) {
	tests := []struct {
		p      float64
		en, ko string
	}{
		{0, "almost no chance", "거의 없음"}, {0.049, "almost no chance", "거의 없음"},
		{0.05, "very unlikely", "가능성 매우 낮음"}, {0.2, "unlikely", "가능성 낮음"},
		{0.45, "roughly even odds", "반반"}, {0.5, "roughly even odds", "반반"}, {0.55, "roughly even odds", "반반"},
		{0.56, "likely", "가능성 높음"}, {0.8, "likely", "가능성 높음"}, {0.81, "very likely", "가능성 매우 높음"},
		{0.95, "very likely", "가능성 매우 높음"}, {0.96, "almost certain", "거의 확실"}, {1, "almost certain", "거의 확실"},
	}
	for _, tt := range tests {
		if en, ko := Likelihood(tt.p, "en"), Likelihood(tt.p, "ko"); en != tt.en || ko != tt.ko {
			t.Errorf("Likelihood(%v) = %q, %q; want %q, %q", tt.p, en, ko, tt.en, tt.ko)
		}
	}
}

func TestLikelihoodIsSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.Float64Range(0, 1).Draw(t, "p")
		low, high := BandOf(p), BandOf(1-p)
		if top := Band(len(bandTops)); low+high != top && low+high != top-1 && low+high != top+1 {
			t.Fatalf("bands of %v and its complement are %d and %d", p, low, high)
		}
	})
}

func TestPercent(t *testing.T) {
	tests := []struct {
		a      Amount
		en, ko string
	}{
		{Amount{0.712, 0.68, 0.741}, "71 % (68–74 %)", "71%(68~74%)"},
		{Amount{0.031, 0.022, 0.046}, "3 % (2–5 %)", "3%(2~5%)"}, // 2.3 points wide: whole percents
		{Amount{0.0031, 0.0022, 0.0046}, "0.3 % (0.2–0.5 %)", "0.3%(0.2~0.5%)"},
		{Amount{0.001, 0, 0.03}, "under 1 % (0–3 %)", "1% 미만(0~3%)"},
		{Amount{0.999, 0.97, 1}, "over 99 % (97–100 %)", "99% 초과(97~100%)"},
		{Amount{0.416, 0.416, 0.416}, "42 %", "42%"},
		{Amount{0.0416, 0.0416, 0.0416}, "4.2 %", "4.2%"},
		{Amount{0, 0, 0}, "0 %", "0%"}, {Amount{1, 1, 1}, "100 %", "100%"},
	}
	for _, tt := range tests {
		if en, ko := styleEN.pct(tt.a), styleKO.pct(tt.a); en != nbsp(tt.en) || ko != tt.ko {
			t.Errorf("%v prints as %q and %q; want %q and %q", tt.a, en, ko, tt.en, tt.ko)
		}
	}
}

// nbsp puts the space that does not break before every percent sign.
func nbsp(s string) string {
	out := []rune(s)
	for i := 1; i < len(out); i++ {
		if out[i] == '%' && out[i-1] == ' ' {
			out[i-1] = '\u00a0'
		}
	}
	return string(out)
}

func TestIndex(t *testing.T) {
	tests := []struct {
		a    Amount
		want string
	}{
		{Amount{0.512, 0.44, 0.59}, "0.5 (0.4–0.6)"}, // 0.15 wide: no second decimal
		{Amount{0.512, 0.49, 0.53}, "0.51 (0.49–0.53)"},
		{Amount{0.5123, 0.5120, 0.5126}, "0.51 (0.51–0.51)"}, // never a third
		{Amount{0.0342, 0.012, 0.061}, "0.03 (0.01–0.06)"},
	}
	for _, tt := range tests {
		if got := styleEN.num(tt.a); got != tt.want {
			t.Errorf("%v prints as %q; want %q", tt.a, got, tt.want)
		}
	}
}

func TestPlacesLeaveTheIntervalVisible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.Float64Range(1e-4, 9).Draw(t, "width")
		low := rapid.Float64Range(-5, 5).Draw(t, "low")
		units := width * math.Pow10(Places(low, low, low+width))
		if units < 1-1e-6 || units > 10+1e-6 {
			t.Fatalf("an interval %v wide spans %v units of the last place; want 1 to 10", width, units)
		}
	})
}

func TestPublished(t *testing.T) {
	for v, want := range map[float64]string{27360940000000: "27,361e9", 811591200000: "811.6e9", 11165.4: "11,165", 2.5612: "2.561", 0: "0", -0.1: "−0.1", 50000: "50,000"} {
		if got := published(v); got != want {
			t.Errorf("published(%v) = %q; want %q", v, got, want)
		}
	}
}

func ExampleLikelihood() {
	fmt.Println(Likelihood(0.22, "en"), "·", Likelihood(0.22, "ko"))
	// Output: unlikely · 가능성 낮음
}

func ExamplePlaces() {
	fmt.Println(Places(0.512, 0.44, 0.59), Places(0.512, 0.49, 0.53))
	// Output: 1 2
}
