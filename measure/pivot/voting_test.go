package pivot_test

import (
	"fmt"
	"math"
	"math/bits"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/measure/pivot"
)

// council is the Council of the European Economic Community of 1958: France,
// Germany and Italy, Belgium and the Netherlands, Luxembourg; 12 of 17 votes.
var council = []int{4, 4, 4, 2, 2, 1}

func TestShapleyShubik(t *testing.T) {
	tests := []struct {
		name    string
		weights []int
		quota   int
		want    []float64
	}{
		{"alone", []int{3}, 2, []float64{1}},
		{"dictator", []int{5, 2, 1}, 5, []float64{1, 0, 0}},
		{"unanimity", []int{1, 2, 3}, 6, []float64{1. / 3, 1. / 3, 1. / 3}},
		{"any one", []int{1, 2, 3}, 1, []float64{1. / 3, 1. / 3, 1. / 3}},
		{"the half and one more", []int{50, 49, 1}, 51, []float64{4. / 6, 1. / 6, 1. / 6}},
		{"the half alone, or all the rest", []int{50, 49, 1}, 50, []float64{4. / 6, 1. / 6, 1. / 6}},
		{"two equal leaders", []int{49, 49, 2}, 51, []float64{1. / 3, 1. / 3, 1. / 3}},
		// 2 is the pivot unless it comes first or last of four: half of the orders.
		{"one of two", []int{2, 1, 1, 1}, 3, []float64{0.5, 1. / 6, 1. / 6, 1. / 6}},
		{"no weight, no power", []int{0, 2, 1, 0, 1, 1}, 3, []float64{0, 0.5, 1. / 6, 0, 1. / 6, 1. / 6}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := pivot.ShapleyShubik(tt.weights, tt.quota)
			if err != nil || !testkit.NearAll(got, tt.want, 1e-14) {
				t.Errorf("ShapleyShubik = %v, %v; want %v", got, err, tt.want)
			}
		})
	}
}

func TestBanzhaf(t *testing.T) {
	// Coalitions of the other two that 50 turns: {49}, {1}, {49, 1}; that 49
	// turns: {50}; that 1 turns: {50}. Of four coalitions each.
	got, err := pivot.Banzhaf([]int{50, 0, 49, 1}, 51)
	if err != nil || !testkit.NearAll(got.Absolute, []float64{0.75, 0, 0.25, 0.25}, 1e-15) ||
		!testkit.NearAll(got.Normalised, []float64{0.6, 0, 0.2, 0.2}, 1e-15) {
		t.Errorf("Banzhaf = %+v, %v", got, err)
	}
}

// The Security Council before 1966, as in the paper: seven of eleven votes with
// all five permanent members. Another member is pivotal when it comes seventh
// with the five and one of the other five before it: 5·6!·4!/11! = 1/462, so
// the six have 1/77 and the five 76/77 together.
func TestShapleyShubik1954(t *testing.T) {
	got, err := pivot.ShapleyShubik([]int{5, 5, 5, 5, 5, 1, 1, 1, 1, 1, 1}, 27)
	if err != nil {
		t.Fatal(err)
	}
	if !testkit.Near(got[10], 1./462, 1e-15) || !testkit.Near(got[0], 76./77/5, 1e-14) {
		t.Errorf("permanent %v, other %v; want %v and %v", got[0], got[10], 76./77/5, 1./462)
	}
}

// The council that Brams and Affuso study, where Luxembourg never counted. Its
// Banzhaf values are in print as 5/21, 1/7 and 0. For orders: a vote of two is
// the pivot after 4, 4, 2 (three sets, 3!·2! orders each) or 4, 4, 2, 1 (three,
// 4!·1!), 108 of 720 orders, and the three fours share what the two twos leave.
func TestBramsAffuso1976(t *testing.T) {
	orders, err := pivot.ShapleyShubik(council, 12)
	if err != nil {
		t.Fatal(err)
	}
	swings, err := pivot.Banzhaf(council, 12)
	if err != nil {
		t.Fatal(err)
	}
	a, b := 14./60, 9./60
	if want := []float64{a, a, a, b, b, 0}; !testkit.NearAll(orders, want, 1e-14) {
		t.Errorf("orders %v; want %v", orders, want)
	}
	a, b = 5./21, 3./21
	if want := []float64{a, a, a, b, b, 0}; !testkit.NearAll(swings.Normalised, want, 1e-14) {
		t.Errorf("swings %v; want %v", swings.Normalised, want)
	}
}

// brute counts every coalition.
func brute(weights []int, quota int) (orders, absolute []float64) {
	n := len(weights)
	orders, absolute = make([]float64, n), make([]float64, n)
	factorial := make([]float64, n+1)
	factorial[0] = 1
	for k := 1; k <= n; k++ {
		factorial[k] = factorial[k-1] * float64(k)
	}
	for set := range 1 << n {
		total := 0
		for i, w := range weights {
			if set>>i&1 == 1 {
				total += w
			}
		}
		size := bits.OnesCount(uint(set))
		for i, w := range weights {
			if set>>i&1 == 0 && total < quota && total+w >= quota {
				orders[i] += factorial[size] * factorial[n-size-1] / factorial[n]
				absolute[i] += 1 / float64(int(1)<<(n-1))
			}
		}
	}
	return orders, absolute
}

func drawGame(t *rapid.T) (weights []int, quota int) {
	weights = rapid.SliceOfN(rapid.IntRange(0, 30), 1, 12).Draw(t, "weights")
	weights[0]++
	total := 0
	for _, w := range weights {
		total += w
	}
	return weights, rapid.IntRange(1, total).Draw(t, "quota")
}

func TestIndicesAgreeWithEnumeration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weights, quota := drawGame(t)
		wantOrders, wantSwings := brute(weights, quota)
		orders, err := pivot.ShapleyShubik(weights, quota)
		if err != nil || !testkit.NearAll(orders, wantOrders, 1e-12) {
			t.Fatalf("ShapleyShubik(%v, %d) = %v, %v; want %v", weights, quota, orders, err, wantOrders)
		}
		swings, err := pivot.Banzhaf(weights, quota)
		if err != nil || !testkit.NearAll(swings.Absolute, wantSwings, 1e-12) {
			t.Fatalf("Banzhaf(%v, %d) = %v, %v; want %v", weights, quota, swings, err, wantSwings)
		}
	})
}

// Relabelling permutes both indices, a unit moves neither, and they sum to one.
func TestIndexProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weights, quota := drawGame(t)
		n := len(weights)
		to := rapid.Permutation(sequence(n)).Draw(t, "to")
		unit := rapid.IntRange(1, 5).Draw(t, "unit")
		moved := make([]int, n)
		for i, w := range weights {
			moved[to[i]] = w * unit
		}
		a, err := pivot.ShapleyShubik(weights, quota)
		if err != nil {
			t.Fatal(err)
		}
		b, err := pivot.ShapleyShubik(moved, quota*unit)
		if err != nil {
			t.Fatal(err)
		}
		c, errC := pivot.Banzhaf(weights, quota)
		d, errD := pivot.Banzhaf(moved, quota*unit)
		if errC != nil || errD != nil {
			t.Fatal(errC, errD)
		}
		sum, swings := 0.0, 0.0
		for i := range n {
			if !testkit.Near(a[i], b[to[i]], 1e-13) || !testkit.Near(c.Absolute[i], d.Absolute[to[i]], 1e-13) {
				t.Fatalf("player %d: %v and %v, then %v and %v", i, a[i], c.Absolute[i], b[to[i]], d.Absolute[to[i]])
			}
			sum += a[i]
			swings += c.Normalised[i]
		}
		if !testkit.Near(sum, 1, 1e-12) || !testkit.Near(swings, 1, 1e-12) {
			t.Fatalf("sums %v and %v", sum, swings)
		}
	})
}

func sequence(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// Where counts need more than 64 bits: equal players share, and a player twice
// as heavy as each of n-1 others at a simple majority has a known value. In an
// order of n+1 = 2m+1 players with 2m of weight 1 the quota is m+2 of 2m+2; the
// heavy one is the pivot where m or m+1 come before it: 2 places of 2m+1.
func TestManyPlayers(t *testing.T) {
	for _, m := range []int{5, 31, 32, 50, 100} {
		weights := []int{2}
		for range 2 * m {
			weights = append(weights, 1)
		}
		got, err := pivot.ShapleyShubik(weights, m+2)
		if err != nil {
			t.Fatal(err)
		}
		heavy := 2 / float64(2*m+1)
		if !testkit.Near(got[0], heavy, 1e-12) || !testkit.Near(got[1], (1-heavy)/float64(2*m), 1e-13) {
			t.Errorf("%d light players: %v and %v; want %v", 2*m, got[0], got[1], heavy)
		}
		swings, err := pivot.Banzhaf(weights, m+2)
		if err != nil {
			t.Fatal(err)
		}
		// C(2m, m) + C(2m, m+1) = C(2m+1, m+1) of 2^(2m) coalitions.
		want := math.Exp(lgamma(2*m+2) - lgamma(m+2) - lgamma(m+1) - 2*float64(m)*math.Ln2)
		if !testkit.Near(swings.Absolute[0], want, 1e-11) {
			t.Errorf("%d light players: swings %v; want %v", 2*m, swings.Absolute[0], want)
		}
	}
}

func lgamma(n int) float64 {
	v, _ := math.Lgamma(float64(n))
	return v
}

func TestBadGames(t *testing.T) {
	for _, tt := range []struct {
		name    string
		weights []int
		quota   int
	}{
		{"nobody", nil, 1}, {"negative", []int{3, -1}, 2}, {"no quota", []int{1, 2}, 0},
		{"out of reach", []int{1, 2}, 4}, {"overflow", []int{math.MaxInt, 1}, 1}, {"too large", []int{1 << 40, 1 << 40, 1}, 1 << 40},
	} {
		if got, err := pivot.ShapleyShubik(tt.weights, tt.quota); err == nil {
			t.Errorf("%s: ShapleyShubik = %v", tt.name, got)
		}
		if got, err := pivot.Banzhaf(tt.weights, tt.quota); err == nil {
			t.Errorf("%s: Banzhaf = %v", tt.name, got)
		}
	}
}

func TestOverQuotas(t *testing.T) {
	got, err := pivot.OverQuotas([]int{50, 49, 1}, []float64{0.5, 0.98, 0.985, 1})
	if err != nil {
		t.Fatal(err)
	}
	want := [][]float64{{4. / 6, 1. / 6, 1. / 6}, {0.5, 0.5, 0}, {0.5, 0.5, 0}, {1. / 3, 1. / 3, 1. / 3}}
	for k, g := range got {
		if !testkit.NearAll(g.ShapleyShubik, want[k], 1e-14) {
			t.Errorf("at %v (%d): %v; want %v", g.Share, g.Quota, g.ShapleyShubik, want[k])
		}
		alone, err := pivot.Banzhaf([]int{50, 49, 1}, g.Quota)
		if err != nil || !testkit.NearAll(g.Banzhaf.Absolute, alone.Absolute, 1e-15) {
			t.Errorf("at %d: swings %v; alone %v, %v", g.Quota, g.Banzhaf.Absolute, alone.Absolute, err)
		}
	}
}

func TestQuota(t *testing.T) {
	for _, tt := range []struct {
		total int
		share float64
		want  int
	}{{10, 0.5, 6}, {11, 0.5, 6}, {17, 0.7, 12}, {10, 1, 10}, {4, 0.75, 4}, {8, 0.75, 7}} {
		if got := pivot.Quota([]int{tt.total - 1, 1}, tt.share); got != tt.want {
			t.Errorf("Quota of %v of %d = %d; want %d", tt.share, tt.total, got, tt.want)
		}
	}
}

func TestWeights(t *testing.T) {
	// Dues of 10 units: 5.5, 2.8, 1.7; two units are left and go to .8 and .7.
	got, err := pivot.Weights([]float64{55, 28, 17}, 10)
	if err != nil || fmt.Sprint(got) != "[5 3 2]" {
		t.Errorf("Weights = %v, %v", got, err)
	}
	for _, bad := range [][]float64{{1, math.NaN()}, {1, -1}, {0, 0}, {math.Inf(1)}, nil} {
		if got, err := pivot.Weights(bad, 10); err == nil {
			t.Errorf("Weights(%v) = %v", bad, got)
		}
	}
	weights, quota, err := pivot.Voting{Quota: 0.75, Units: 10}.Game([]float64{55, 28, 17})
	if err != nil || fmt.Sprint(weights, quota) != "[5 3 2] 8" {
		t.Errorf("Game = %v, %d, %v", weights, quota, err)
	}
	if _, _, err := (pivot.Voting{Quota: 0.5, Units: 10}).Game([]float64{-1}); err == nil {
		t.Error("a game of negative capability")
	}
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SliceOfN(rapid.Float64Range(0, 1e12), 1, 60).Draw(t, "capability")
		c[0]++
		units := rapid.IntRange(1, 5000).Draw(t, "units")
		w, err := pivot.Weights(c, units)
		if err != nil {
			t.Fatal(err)
		}
		sum, total := 0, 0.0
		for i := range w {
			sum, total = sum+w[i], total+c[i]
		}
		for i := range w {
			if due := c[i] / total * float64(units); math.Abs(due-float64(w[i])) > 1+1e-6 {
				t.Fatalf("player %d is due %v and has %d", i, due, w[i])
			}
		}
		if sum != units {
			t.Fatalf("%d of %d units", sum, units)
		}
	})
}
