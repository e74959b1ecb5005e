package alignment_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/measure/alignment"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Two estimates of 0 and 2 with variances of 1: weights 1 and 1, mean 1, Q 2, and
// so a variance between states of (2 - 1) / (2 - 2/2) = 1. Each keeps half of its
// distance from the mean, with a standard error of the root of a half.
func TestPool(t *testing.T) {
	tests := []struct {
		name            string
		y, v            []float64
		mean, spread    float64
		effects, errors []float64
	}{
		{"two apart", []float64{0, 2}, []float64{1, 1}, 1, 1, []float64{0.5, 1.5}, []float64{math.Sqrt(0.5), math.Sqrt(0.5)}},
		{"two as by chance", []float64{0, 1}, []float64{1, 1}, 0.5, 0, []float64{0.5, 0.5}, []float64{0, 0}},
		{"one alone", []float64{3}, []float64{2}, 3, 0, []float64{3}, []float64{0}},
		// Weights 10 and 1: mean 10/11; Q = 10 (10/11)^2 + (100/11)^2 = 1000/11, less 1,
		// over 11 - 101/11: a variance of 989/20 between states.
		{
			"one precise, one vague", []float64{0, 10}, []float64{0.1, 1},
			nan, math.Sqrt(49.45), nil, nil,
		},
		{"none", nil, nil, nan, 0, nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := alignment.Pool(tt.y, tt.v)
			if tt.effects == nil && len(tt.y) > 0 {
				if !testkit.Near(p.Spread, tt.spread, 1e-12) {
					t.Errorf("spread %v; want %v", p.Spread, tt.spread)
				}
				if math.Abs(p.Effects[0]-tt.y[0]) > math.Abs(p.Effects[1]-tt.y[1]) {
					t.Errorf("effects %v: the precise estimate moved more", p.Effects)
				}
				return
			}
			if !testkit.Near(p.Mean, tt.mean, 1e-12) || !testkit.Near(p.Spread, tt.spread, 1e-12) ||
				!testkit.NearAll(p.Effects, tt.effects, 1e-12) || !testkit.NearAll(p.Errors, tt.errors, 1e-12) {
				t.Errorf("%+v; want mean %v, spread %v, effects %v, errors %v", p, tt.mean, tt.spread, tt.effects, tt.errors)
			}
		})
	}
}

func TestPercentile(t *testing.T) {
	values := []float64{1, 2, 2, 5, 0}
	for i, want := range []float64{25, 62.5, 62.5, 100, 0} {
		if got := alignment.Percentile(values, i); !testkit.Near(got, want, 1e-12) {
			t.Errorf("percentile of %v = %v; want %v", values[i], got, want)
		}
	}
}

// The states move by 1, 2, 3, 4 and 10 in one year: the median is 3, distances from
// it are 2, 1, 0, 1 and 7 with a median of 1.
func TestChangesTakeOutWhatIsCommon(t *testing.T) {
	values := [][]float64{{0, 1}, {5, 7}, {0, 3}, {0, 4}, {0, 10}, {nan, 2}}
	for i, want := range []float64{2, 1, 0, 1, 7, nan} {
		got := alignment.Changes(values, true)[i]
		if !testkit.Near(got[1], want, 1e-12) || !math.IsNaN(got[0]) {
			t.Errorf("state %d: %v; want %v after a gap", i, got, want)
		}
	}
	if got := alignment.Changes([][]float64{{3, 1, nan, 4}}, false)[0]; !testkit.NearAll(got, []float64{nan, 2, nan, nan}, 1e-12) {
		t.Errorf("changes %v; want one of 2", got)
	}
	if got := alignment.Changes([][]float64{{0, 1}, {0, 2}}, true)[0][1]; !math.IsNaN(got) {
		t.Errorf("what is common to two states is %v; want nothing", got)
	}
}

func swinging() alignment.Swinging { return param.Default[alignment.Swinging]() }

// record draws one series of states over 40 years, in which a leader enters every
// four years; state 0 moves by factor times as much in the year of entry and the
// next as in others.
func record(seed uint64, states int, factor float64) ([]alignment.Course, [][]float64) {
	r := rand.New(rand.NewPCG(seed, 3)) //nolint:gosec // a test's draws
	values, entries := make([][]float64, states), make([][]float64, states)
	for i := range states {
		at := 0.0
		for y := range 40 {
			entry := 0.0
			if (y+i)%4 == 0 {
				entry = 1
			}
			move := r.NormFloat64()
			if i == 0 && y > 0 && (entry == 1 || entries[i][y-1] == 1) {
				move *= factor
			}
			at += move
			values[i], entries[i] = append(values[i], at), append(entries[i], entry)
		}
	}
	return []alignment.Course{{Key: "votes", Values: values}}, entries
}

// A state that moves five times as far after a turnover, or a fifth as far, is found
// out in most of forty draws, and one that does not differ is mostly left alone.
func TestSwingFindsWhatIsThere(t *testing.T) {
	tests := []struct {
		factor float64
		want   alignment.Verdict
		least  int
	}{{5, alignment.Swings, 35}, {0.2, alignment.Steadier, 35}, {1, alignment.Undetermined, 30}}
	for _, tt := range tests {
		n := 0
		for seed := range uint64(40) {
			series, entries := record(seed, 20, tt.factor)
			s, ok := alignment.SwingOf(series, entries, 0, swinging())
			if !ok {
				t.Fatal("no swing")
			}
			if s.Verdict == tt.want {
				n++
			}
		}
		if n < tt.least {
			t.Errorf("factor %v: %q in %d of 40 draws; want at least %d", tt.factor, tt.want, n, tt.least)
		}
	}
}

// Each state moves by 4 in a year of turnover and by 2 in another, but for one that
// does the reverse: the parts say so, and with no dispersion there is nothing to
// pool.
func TestSwingWithoutDispersion(t *testing.T) {
	set := swinging()
	set.Window = 0
	values, entries := make([][]float64, 6), make([][]float64, 6)
	for i := range values {
		entries[i] = []float64{0, 1, 0, 1, 0, 1, 0, 0, 0}
		values[i] = []float64{0, 4, 6, 2, 0, 4, 6, 4, 2}
	}
	if s, ok := alignment.SwingOf([]alignment.Course{{Key: "votes", Values: values}}, entries, 2, set); ok {
		t.Errorf("%+v; want nothing where all states move in step", s)
	}
}

// Two series of a state: the parts give the years of each kind and the plain ratio,
// and a series with too few years is not used.
func TestSwingParts(t *testing.T) {
	series, entries := record(5, 20, 3)
	short := alignment.Course{Key: "trade", Values: make([][]float64, 20)}
	for i, row := range series[0].Values {
		for y, v := range row {
			if y > 6 {
				v = nan
			}
			short.Values[i] = append(short.Values[i], v)
		}
	}
	s, ok := alignment.SwingOf([]alignment.Course{series[0], short}, entries, 0, swinging())
	if !ok || len(s.Parts) != 2 || !s.Parts[0].Used || s.Parts[1].Used {
		t.Fatalf("%+v, %v; want the first series alone", s.Parts, ok)
	}
	// Of 39 changes that of year 1 to 39, entries stand in years 0, 4, ... 36: with
	// the year after them, 1, 4, 5, ... 37, that is 19.
	if p := s.Parts[0]; p.Turnovers != 19 || p.Other != 20 || p.Ratio < 1.5 {
		t.Errorf("%+v; want 19 and 20 years and a ratio near 3", p)
	}
}

// Renaming states permutes; units and direction of a series change nothing.
func TestSwingKeepsItsPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		series, entries := record(rapid.Uint64().Draw(t, "seed"), 8, rapid.Float64Range(0.2, 5).Draw(t, "factor"))
		state := rapid.IntRange(0, 7).Draw(t, "state")
		s, ok := alignment.SwingOf(series, entries, state, swinging())
		k := rapid.SampledFrom([]float64{-0.001, 1000}).Draw(t, "unit")
		order := rapid.Permutation([]int{0, 1, 2, 3, 4, 5, 6, 7}).Draw(t, "order")
		moved, moves := alignment.Course{Key: "votes", Values: make([][]float64, 8)}, make([][]float64, 8)
		for i, to := range order {
			moves[to] = entries[i]
			for _, v := range series[0].Values[i] {
				moved.Values[to] = append(moved.Values[to], k*v)
			}
		}
		r, also := alignment.SwingOf([]alignment.Course{moved}, moves, order[state], swinging())
		if ok != also || ok && (!testkit.Near(s.Percentile.Value, r.Percentile.Value, 1e-9) || !testkit.Near(s.Own, r.Own, 1e-9) || s.Verdict != r.Verdict) {
			t.Fatalf("%+v before, %+v after", s, r)
		}
		if ok && !(s.Percentile.Low <= s.Percentile.Value && s.Percentile.Value <= s.Percentile.High && 0 <= s.Percentile.Low && s.Percentile.High <= 100) {
			t.Fatalf("percentile %+v", s.Percentile)
		}
	})
}

func TestSwingNeedsARecord(t *testing.T) {
	series, entries := record(1, 20, 1)
	for y := range entries[0] {
		entries[0][y] = 0
	}
	if s, ok := alignment.SwingOf(series, entries, 0, swinging()); ok {
		t.Errorf("%+v of a state whose leader never changed", s)
	}
	few, some := record(1, 4, 1)
	if _, ok := alignment.SwingOf(few, some, 0, swinging()); ok {
		t.Error("a swing among four states")
	}
}
