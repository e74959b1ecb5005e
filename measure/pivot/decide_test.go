package pivot_test

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/measure/pivot"
	"github.com/shatterbelt/shatterbelt/rdm"
)

const (
	o = pivot.Neither
	a = pivot.A
	b = pivot.B
)

func decide(t testing.TB, capability []float64, side []pivot.Side, spread float64, draws int) []pivot.Chances {
	t.Helper()
	got, err := pivot.Decide(capability, side, pivot.Doubt{Spread: spread}, 7, draws)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// Against one bloc of one state, and the other empty, the chance is that of one
// log-normal variable exceeding another: Φ(ln(c/a) / (spread √2)).
func TestDecideAgainstClosedForm(t *testing.T) {
	for _, c := range []float64{0.2, 0.5, 1, 2} {
		got := decide(t, []float64{c, 1}, []pivot.Side{o, a}, 0.3, 20000)[0]
		want := 0.5 * math.Erfc(-math.Log(c)/(0.3*2))
		if math.Abs(got.ToB-want) > 5*got.Error+1e-9 || got.ToA != 0 || !testkit.Near(got.Switch, got.ToB, 1e-15) {
			t.Errorf("capability %v: %+v; want %v for B", c, got, want)
		}
	}
}

// The mean of closed forms is that of counting whether the larger bloc changes,
// for a state that is in a bloc too.
func TestDecideAgainstCounting(t *testing.T) {
	capability := []float64{30, 12, 26, 9, 6}
	side := []pivot.Side{a, a, b, b, o}
	const draws = 40000
	got := decide(t, capability, side, 0.3, draws)
	for i := range capability {
		leaves, switches := 0, 0
		for d := range draws {
			gap, own := 0.0, 0.0
			for k, c := range capability {
				x := c * math.Exp(0.3*rdm.Normal(99, d, 0, 1, uint32(k)))
				switch {
				case k == i:
					own = x
				case side[k] == a:
					gap += x
				case side[k] == b:
					gap -= x
				}
			}
			if gap < 0 && gap+own > 0 {
				leaves++
			}
			if (gap+own > 0) != (gap-own > 0) {
				switches++
			}
		}
		toA, change := float64(leaves)/draws, float64(switches)/draws
		if math.Abs(got[i].ToA-toA) > 0.012 || math.Abs(got[i].Switch-change) > 0.012 {
			t.Errorf("state %d: %+v; counted %v and %v", i, got[i], toA, change)
		}
	}
}

func TestDecideProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "n")
		capability := rapid.SliceOfN(rapid.Float64Range(0, 100), n, n).Draw(t, "capability")
		side, turned, scaled := make([]pivot.Side, n), make([]pivot.Side, n), make([]float64, n)
		for i, s := range rapid.SliceOfN(rapid.IntRange(0, 2), n, n).Draw(t, "side") {
			side[i], turned[i] = pivot.Side(s), pivot.Side((3-s)%3)
			scaled[i] = capability[i] * 1024
		}
		d := pivot.Doubt{Spread: rapid.Float64Range(0.05, 0.8).Draw(t, "spread")}
		get := func(c []float64, s []pivot.Side) []pivot.Chances {
			out, err := pivot.Decide(c, s, d, 1, 50)
			if err != nil {
				t.Fatal(err)
			}
			return out
		}
		as, mirrored, units := get(capability, side), get(capability, turned), get(scaled, side)
		for i, p := range as {
			if p.ToA < 0 || p.ToB < 0 || p.Switch > 1+1e-12 || !testkit.Near(p.Switch, p.ToA+p.ToB, 1e-12) {
				t.Fatalf("state %d: %+v", i, p)
			}
			if m := mirrored[i]; !testkit.Near(p.ToA, m.ToB, 1e-12) || !testkit.Near(p.ToB, m.ToA, 1e-12) ||
				!testkit.Near(p.Switch, units[i].Switch, 1e-9) {
				t.Fatalf("state %d: %+v; blocs renamed %+v; in another unit %+v", i, p, m, units[i])
			}
			if capability[i] == 0 && p.Switch != 0 {
				t.Fatalf("state %d has no capability and %+v", i, p)
			}
		}
	})
}

// A tiny state in a lopsided balance decides nothing; between equal blocs it
// decides as often for either, and a larger state more often than a smaller.
func TestDecideByHand(t *testing.T) {
	lopsided := decide(t, []float64{1000, 10, 0.001}, []pivot.Side{a, b, o}, 0.3, 1000)
	if p := lopsided[2]; p.Switch > 1e-6 {
		t.Errorf("a tiny state decides: %+v", p)
	}
	if p := lopsided[0]; p.Switch < 0.999 {
		t.Errorf("the state that is the bloc does not decide: %+v", p)
	}
	even := decide(t, []float64{100, 100, 10, 40}, []pivot.Side{a, b, o, o}, 0.3, 20000)
	if p := even[2]; math.Abs(p.ToA-p.ToB) > 0.01 || p.Switch >= even[3].Switch {
		t.Errorf("between equals: %+v and, larger, %+v", p, even[3])
	}
}

func TestDecideGaps(t *testing.T) {
	nan := math.NaN()
	got := decide(t, []float64{3, 2, nan}, []pivot.Side{a, b, o}, 0.3, 10)
	if p := got[2]; !math.IsNaN(p.ToA) || !math.IsNaN(p.ToB) || !math.IsNaN(p.Switch) || !math.IsNaN(p.Error) || math.IsNaN(got[0].Switch) {
		t.Errorf("%+v", got)
	}
	for name, bad := range map[string]func() error{
		"member missing": func() error {
			_, err := pivot.Decide([]float64{nan, 1}, []pivot.Side{a, b}, pivot.Doubt{Spread: 1}, 1, 1)
			return err
		},
		"negative":   func() error { _, err := pivot.Balance([]float64{-1, 1}, []pivot.Side{o, b}); return err },
		"no such":    func() error { _, err := pivot.Balance([]float64{1, 1}, []pivot.Side{o, 3}); return err },
		"lengths":    func() error { _, err := pivot.Balance([]float64{1, 1}, []pivot.Side{o}); return err },
		"no draws":   func() error { _, err := pivot.Decide(nil, nil, pivot.Doubt{Spread: 1}, 1, 0); return err },
		"no spread":  func() error { _, err := pivot.Decide(nil, nil, pivot.Doubt{}, 1, 1); return err },
		"nan spread": func() error { _, err := pivot.Decide(nil, nil, pivot.Doubt{Spread: nan}, 1, 1); return err },
	} {
		if bad() == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestBalance(t *testing.T) {
	// Without the last, A has 6 of 10; with its 2, 8 of 12 or 6 of 12.
	got, err := pivot.Balance([]float64{6, 4, 2}, []pivot.Side{a, b, o})
	if err != nil {
		t.Fatal(err)
	}
	p := got[2]
	if !testkit.NearAll([]float64{p.Share, p.ToA, p.ToB, p.Switch}, []float64{0.6, 8./12 - 0.6, 0.5 - 0.6, 2. / 12}, 1e-15) {
		t.Errorf("Balance = %+v", p)
	}
	alone, err := pivot.Balance([]float64{6, 2}, []pivot.Side{a, o})
	if err != nil || !math.IsNaN(alone[0].Share) || !math.IsNaN(alone[0].ToA) || !testkit.Near(alone[0].Switch, 1, 0) {
		t.Errorf("without others in a bloc: %+v, %v", alone, err)
	}
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SliceOfN(rapid.Float64Range(0.01, 100), 3, 8).Draw(t, "capability")
		side := make([]pivot.Side, len(c))
		for i := range side {
			side[i] = pivot.Side((i + 1) % 3)
		}
		got, err := pivot.Balance(c, side)
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range got {
			if p.ToA < -1e-15 || p.ToB > 1e-15 || !testkit.Near(p.Switch, p.ToA-p.ToB, 1e-12) {
				t.Fatalf("state %d: %+v", i, p)
			}
		}
	})
}

// A swing state between two blocs of nearly one size. The figures are invented.
func ExampleDecide() {
	chances, err := pivot.Decide([]float64{40, 37, 5, 0.5}, []pivot.Side{pivot.A, pivot.B, pivot.Neither, pivot.Neither}, pivot.Doubt{Spread: 0.3}, 1, 20000)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("middle %.2f, small %.2f\n", chances[2].Switch, chances[3].Switch)
	// Output: middle 0.25, small 0.02
}

func BenchmarkDecide(b *testing.B) {
	capability := skewed(60)
	side := make([]pivot.Side, 60)
	for i := range side {
		side[i] = pivot.Side(i % 3)
	}
	for b.Loop() {
		if _, err := pivot.Decide(capability, side, pivot.Doubt{Spread: 0.3}, 1, 1000); err != nil {
			b.Fatal(err)
		}
	}
}
