package transition_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/transition"
)

// Without noise every draw is the same path. B has half of A's output in 2020
// and the log lead is ln(1.07/1.02) = 0.04785 a year.
func TestCrossingWithoutNoise(t *testing.T) {
	r := []transition.Regime{{
		Name: "constant",
		A:    steady(1990, 2020, 2/math.Pow(1.02, 30), 0.02),
		B:    steady(1990, 2020, 1/math.Pow(1.07, 30), 0.07),
	}}
	f := project(t, r, run(2020))
	tests := []struct {
		fading           string
		overtaking, even ir.Year // 0 is never
	}{
		// ln 2 / 0.04785 = 14.5 years; ln(0.8/0.5) / 0.04785 = 9.8 years.
		{"never", 2035, 2030},
		// The lead adds up to 0.04785 (1 - 2^(-n/15)) / (1 - 2^(-1/15)) = 1.0594 (1 - 2^(-n/15)):
		// ln 2 after 15 log2(1/(1-0.6543)) = 23.0, which is 22.98; ln 1.6 after 12.7.
		{"slow", 2043, 2033},
		// It adds up to 0.04785 / (1 - 2^(-1/5)) = 0.3697 in all, less than ln 1.6 = 0.47.
		{"fast", 0, 0},
	}
	for _, tt := range tests {
		i := slices.IndexFunc(f.ByFading, func(s transition.Spread) bool { return s.Name == tt.fading })
		s := f.ByFading[i]
		if tt.overtaking == 0 {
			if s.Overtaking.Never != 1 || s.Parity.Never != 1 {
				t.Errorf("%s: never %v and %v; want 1", tt.fading, s.Overtaking.Never, s.Parity.Never)
			}
			continue
		}
		if at := s.Overtaking.In[tt.overtaking-2021]; at != 1 {
			y, ok := s.Overtaking.Quantile(0.5)
			t.Errorf("%s: overtaking in %d, %v; want %d in every draw", tt.fading, y, ok, tt.overtaking)
		}
		if at := s.Parity.In[tt.even-2021]; at != 1 {
			y, ok := s.Parity.Quantile(0.5)
			t.Errorf("%s: parity in %d, %v; want %d in every draw", tt.fading, y, ok, tt.even)
		}
	}
	// All the variance is then the choice of fading, and a third never crosses.
	if v := f.Variance; !testkit.Near(v.Fading, 1, tol) || !testkit.Near(v.Within, 0, tol) || !testkit.Near(v.Window, 0, 1e-3) {
		t.Errorf("variance %+v; want all of it by fading", v)
	}
	if got := f.All.Overtaking.Never; !testkit.Near(got, 1.0/3, 1e-3) {
		t.Errorf("never %v; want a third", got)
	}
}

// The year of crossing is exact where the path meets the mark: the ratio
// doubles each year from 1/8, so it is 1 after three years and 0.8 before that.
func TestCrossingOnTheDot(t *testing.T) {
	b := transition.Series{First: 2016, Values: []float64{1.0 / 128, 1.0 / 64, 1.0 / 32, 1.0 / 16, 1.0 / 8}}
	a := transition.Series{First: 2016, Values: []float64{1, 1, 1, 1, 1}}
	r := run(2020)
	r.Windows = []int{4}
	f := project(t, []transition.Regime{{Name: "x", A: a, B: b}}, r)
	never := f.ByFading[2]
	if y, ok := never.Overtaking.Quantile(0.5); !ok || y != 2023 {
		t.Errorf("overtaking %d, %v; want 2023", y, ok)
	}
	if got := never.Bands[3][2]; !testkit.Near(got, math.Log(0.5), tol) {
		t.Errorf("log ratio of 2022 is %v; want ln 1/2", got)
	}
}

func TestLearn(t *testing.T) {
	one := transition.Series{First: 2000, Values: []float64{1, 1, 1, 1, 1, 1, 1}}
	// Log ratios 0, 1, 1, 3, 4, 4, 6: changes 1, 0, 2, 1, 0, 2 about a drift of 1.
	full := transition.Series{First: 2000, Values: []float64{1, math.E, math.E, math.Exp(3), math.Exp(4), math.Exp(4), math.Exp(6)}}
	gap := transition.Series{First: 2000, Values: slices.Clone(full.Values)}
	gap.Values[2] = nan // the change over 2001 to 2003 is 2 in two years
	tests := []struct {
		name         string
		b            transition.Series
		window       int
		coverage     float64
		ok           bool
		drift, sd    float64
		changes      int
		vintage      ir.Year
		wantBase     ir.Year
		wantLogRatio float64
	}{
		{"whole", full, 6, 1, true, 1, math.Sqrt(4.0 / 5), 6, 2006, 2006, 6},
		{"a year missing inside", gap, 6, 0.5, true, 1, math.Sqrt(3.0 / 4), 5, 2006, 2006, 6}, // departures 0, 0, 0, -1, 1, and 2 years' change of 2 departs by 0
		{"too many missing", gap, 6, 0.9, false, 0, 0, 0, 2006, 0, 0},
		{"first year missing", gap, 4, 0.5, false, 0, 0, 0, 2006, 0, 0},
		{"longer than the record", full, 7, 0.1, false, 0, 0, 0, 2006, 0, 0},
		{"two changes", full, 2, 0.1, false, 0, 0, 0, 2006, 0, 0},
		{"later figures are not seen", full, 3, 1, true, 1, 1, 3, 2003, 2003, 3}, // changes 1, 0, 2
	}
	tests[1].sd = math.Sqrt((0 + 0 + 0 + 1 + 1) / 4.0) // changes 1, 2 in two years, 1, 0, 2
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e, ok, err := transition.Learn(transition.Regime{Name: "x", A: one, B: tt.b}, tt.vintage, tt.window, tt.coverage)
			if err != nil || ok != tt.ok {
				t.Fatalf("ok %v, %v; want %v", ok, err, tt.ok)
			}
			if !ok {
				return
			}
			if !testkit.Near(e.Drift, tt.drift, tol) || !testkit.Near(e.SD, tt.sd, tol) || e.N != tt.changes ||
				e.Base != tt.wantBase || !testkit.Near(e.Ratio, tt.wantLogRatio, tol) {
				t.Errorf("%+v; want drift %v, sd %v from %d changes to %d", e, tt.drift, tt.sd, tt.changes, tt.wantBase)
			}
		})
	}
}

// Shocks that hit both alike leave the ratio alone.
func TestSharedShocksCancel(t *testing.T) {
	a, b := rough(1990, 2020, 100, 0.03, 0.03, 0), rough(1990, 2020, 50, 0.03, 0.03, 0)
	e, ok, err := transition.Learn(transition.Regime{Name: "x", A: a, B: b}, 2020, 20, 1)
	if err != nil || !ok || !testkit.Near(e.SD, 0, tol) || !testkit.Near(e.Drift, 0, tol) {
		t.Errorf("%+v, %v, %v; want no drift and no spread", e, ok, err)
	}
}

// Before any draw the mean of the ratio is known, and with a normal shock of
// known variance the spread would be sd sqrt(h + h^2/w) in a case that never
// fades. The Student factor of the variance is (n-1)/(n-3).
func TestSpreadOfNeverFading(t *testing.T) {
	r := run(2020)
	r.Windows, r.Draws = []int{30}, 60_000
	regimes := rivals()[:1]
	f := project(t, regimes, r)
	e, _, _ := transition.Learn(regimes[0], 2020, 30, 1)
	const h = 10
	s := f.ByFading[2]
	sd := e.SD * math.Sqrt(h+h*h/30.0)
	// Student with 29 degrees of freedom: its 95 % quantile is 1.699.
	if got, want := s.Bands[6][h]-s.Bands[3][h], 1.699*sd; math.Abs(got/want-1) > 0.03 {
		t.Errorf("upper half of the 90 %% band is %v; want %v within 3 %%", got, want)
	}
	if got, want := s.Bands[3][h], e.Ratio+h*e.Drift; !testkit.Near(got, want, 0.01*sd) {
		t.Errorf("median %v; want %v", got, want)
	}
}

func TestResampledKeepsTheSpread(t *testing.T) {
	r := run(2020)
	r.Windows, r.Draws, r.Shocks = []int{30}, 60_000, transition.Resampled
	regimes := rivals()[:1]
	f := project(t, regimes, r)
	e, _, _ := transition.Learn(regimes[0], 2020, 30, 1)
	const h = 10 // sums of ten and more are near normal: 1.645
	if got, want := f.ByFading[2].Bands[6][h]-f.ByFading[2].Bands[3][h], 1.645*e.SD*math.Sqrt(h+h*h/30.0); math.Abs(got/want-1) > 0.04 {
		t.Errorf("upper half of the 90 %% band is %v; want %v within 4 %%", got, want)
	}
}

// Where figures end before the vintage, the years between are drawn.
func TestLateFigures(t *testing.T) {
	regimes := rivals()
	f := project(t, regimes, run(2024))
	if f.Years[0] != 2024 || f.Cases[0].Base != 2020 {
		t.Fatalf("years from %d, base %d; want 2024 and 2020", f.Years[0], f.Cases[0].Base)
	}
	if s := f.All; !(s.Bands[6][0] > s.Bands[0][0]) {
		t.Error("the ratio of a vintage without figures has no spread")
	}
	_, err := transition.Project(regimes, run(2027)) // seven years late, default six
	if !errors.Is(err, transition.ErrNoWindow) {
		t.Errorf("error %v; want ErrNoWindow", err)
	}
}

func TestLeftOut(t *testing.T) {
	regimes := append(rivals(), transition.Regime{Name: "ppp", A: steady(2000, 2003, 1, 0.01), B: steady(2000, 2003, 1, 0.01)})
	f := project(t, regimes, run(2020))
	if len(f.Left) != 1 || f.Left[0].Regime != "ppp" || f.Left[0].Window != 0 {
		t.Errorf("left out %+v; want ppp alone", f.Left)
	}
	f = project(t, rivals(), run(2000)) // ten years of market rates, twenty of constant prices
	want := []struct {
		regime string
		window int
	}{{"constant", 30}, {"market", 15}, {"market", 20}, {"market", 30}}
	if len(f.Left) != len(want) {
		t.Fatalf("left out %+v; want %v", f.Left, want)
	}
	for i, l := range f.Left {
		if l.Regime != want[i].regime || l.Window != want[i].window {
			t.Errorf("left out %+v; want %v", l, want[i])
		}
	}
	// Regimes still count the same.
	if a, b := f.ByRegime[0].Draws, f.ByRegime[1].Draws; a != b {
		t.Errorf("%d draws of one regime, %d of the other", a, b)
	}
}

func TestProjectRefuses(t *testing.T) {
	bad := rivals()
	bad[1].B.Values[3] = 0
	var amount *transition.AmountError
	if _, err := transition.Project(bad, run(2020)); !errors.As(err, &amount) || amount.Year != 1993 || amount.Regime != "market" {
		t.Errorf("output of 0: %v", err)
	}
	twins := append(rivals(), rivals()[0])
	if _, err := transition.Project(twins, run(2020)); err == nil {
		t.Error("two regimes of one name pass")
	}
	r := run(2020)
	r.Horizon = 1000
	if _, err := transition.Project(rivals(), r); err == nil {
		t.Error("a horizon of 1000 years passes")
	}
	r = run(2020)
	r.Draws = 20
	if _, err := transition.Project(rivals(), r); err == nil {
		t.Error("20 draws for 36 cases pass")
	}
	if _, err := transition.Project(nil, run(2020)); !errors.Is(err, transition.ErrNoWindow) {
		t.Errorf("no regime: %v", err)
	}
}

func BenchmarkProject(b *testing.B) {
	regimes := append(rivals(), transition.Regime{
		Name: "ppp", A: rough(1980, 2020, 100, 0.02, 0.01, 2), B: rough(1980, 2020, 60, 0.05, 0.02, 1),
	})
	for _, s := range []struct {
		name   string
		shocks transition.Shocks
	}{{"normal", transition.Normal}, {"resampled", transition.Resampled}} {
		b.Run(s.name, func(b *testing.B) {
			r := run(2020)
			r.Shocks = s.shocks
			b.ReportAllocs()
			for b.Loop() {
				if _, err := transition.Project(regimes, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
