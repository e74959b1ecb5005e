package between_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/measure/between"
)

var zoning = between.Zoning{Quantile: 0.5, Persist: 0.1}

// own gives state i the capability of the power in its place: 1 for power 0, 2
// for power 1 and so on. It ignores rivalries.
func own(capability, _ []int, out []float64) {
	for i := range out {
		out[i] = float64(capability[i] + 1)
	}
}

func null(t testing.TB, states int, score between.Scorer, n between.Nulls) between.NullResult {
	t.Helper()
	got, err := between.Null(states, row(states), score, zoning, n)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// Three powers in a row have six arrangements of capability. State 2 has 3 in
// two of them, and 3 or 2 in four.
func TestNullExact(t *testing.T) {
	got := null(t, 3, own, between.Nulls{Powers: 3, Shuffle: between.Capabilities, Draws: 6})
	if !got.Exact || got.Arrangements != 6 || len(got.Score[2].Null) != 6 {
		t.Fatalf("%+v", got)
	}
	for i, want := range [][2]float64{{1, 2. / 6}, {4. / 6, 4. / 6}, {2. / 6, 1}} {
		if s := got.Score[i]; !testkit.Near(s.Above, want[0], 1e-15) || !testkit.Near(s.Below, want[1], 1e-15) || s.Observed != float64(i+1) {
			t.Errorf("state %d: %+v; want %v", i, s, want)
		}
	}
	// The upper half is 2 and 3. They lie together, one zone of two states, unless
	// 1 is between them: two arrangements of six, with two zones of one each.
	if got.Count.Observed != 1 || got.Count.Above != 1 || !testkit.Near(got.Count.Below, 4./6, 1e-15) {
		t.Errorf("zones: %+v", got.Count)
	}
	if got.Size.Observed != 2 || !testkit.Near(got.Size.Above, 4./6, 1e-15) || got.Size.Quantile(1./3) != 1 || got.Size.Quantile(0.5) != 2 {
		t.Errorf("size: %+v", got.Size)
	}
	// The second region is that of 2, which ends at 1: half of the range.
	if got.Second.Observed != 0 || got.Second.Above != 1 || got.Second.Quantile(1) != 0.5 {
		t.Errorf("second: %+v", got.Second)
	}
	if got.Depth.Observed != 2 || got.Depth.Above != 1 {
		t.Errorf("depth: %+v", got.Depth)
	}
}

// pairs scores each of four places by the product of capability with the power
// that its own is hostile to, 0 with 1 and 2 with 3.
func pairs(capability, rivalry []int, out []float64) {
	for g := range out {
		for h := range out {
			if g != h && rivalry[g]/2 == rivalry[h]/2 {
				out[g] = float64((capability[g] + 1) * (capability[h] + 1))
			}
		}
	}
}

func TestNullShuffles(t *testing.T) {
	tests := []struct {
		shuffle between.Shuffle
		all     int
		null    string // of state 0, thinned to what is different
	}{
		{between.Apart, 576, "[2 3 4 6 8 12]"},
		// A power keeps its rival wherever both go: 1·2 or 3·4.
		{between.Jointly, 24, "[2 12]"},
		// State 0 and 1 stay rivals, with any two capabilities.
		{between.Capabilities, 24, "[2 3 4 6 8 12]"},
		// State 0 keeps capability 1 and has any of three rivals.
		{between.Rivalries, 24, "[2 3 4]"},
	}
	for _, tt := range tests {
		got := null(t, 4, pairs, between.Nulls{Powers: 4, Shuffle: tt.shuffle, Draws: 576})
		if s := fmt.Sprint(slices.Compact(slices.Clone(got.Score[0].Null))); s != tt.null || got.Arrangements != tt.all || !got.Exact {
			t.Errorf("shuffle %d: %s of %d; want %s of %d", tt.shuffle, s, got.Arrangements, tt.null, tt.all)
		}
	}
}

// Drawn arrangements give the chances of all, in the mean, and never 0.
func TestNullDrawn(t *testing.T) {
	all := null(t, 6, own, between.Nulls{Powers: 6, Shuffle: between.Capabilities, Draws: 720})
	drawn := null(t, 6, own, between.Nulls{Powers: 6, Shuffle: between.Capabilities, Draws: 719, Seed: 3})
	if drawn.Exact || drawn.Arrangements != 719 || !all.Exact {
		t.Fatalf("%v, %v", drawn.Exact, all.Exact)
	}
	for i := range all.Score {
		// Five standard errors of a share of 719 draws are at most 0.094.
		if math.Abs(all.Score[i].Above-drawn.Score[i].Above) > 0.094 {
			t.Errorf("state %d: %v drawn, %v of all", i, drawn.Score[i].Above, all.Score[i].Above)
		}
	}
	few := null(t, 6, own, between.Nulls{Powers: 6, Shuffle: between.Capabilities, Draws: 9, Seed: 3})
	for _, a := range append(few.Score, few.Count, few.Size, few.Depth, few.Second) {
		if a.Above < 0.1-1e-12 || a.Below < 0.1-1e-12 || a.Above > 1 {
			t.Errorf("of nine draws: %+v", a)
		}
	}
	again := null(t, 6, own, between.Nulls{Powers: 6, Shuffle: between.Capabilities, Draws: 9, Seed: 3})
	if fmt.Sprint(few) != fmt.Sprint(again) {
		t.Error("the same seed gives other draws")
	}
}

// Every order of the powers is as likely as any other, in both permutations,
// and the two are independent.
func TestShuffleIsEven(t *testing.T) {
	count := map[string]int{}
	record := func(capability, rivalry []int, out []float64) {
		count[fmt.Sprint(capability, rivalry)]++
		own(capability, rivalry, out)
	}
	const draws = 35
	for seed := range uint64(200) {
		null(t, 3, record, between.Nulls{Powers: 3, Draws: draws, Seed: seed})
	}
	count["[0 1 2] [0 1 2]"] -= 200 // the observed arrangement
	chi := 0.0
	for _, c := range count {
		d := float64(c) - 200*draws/36.
		chi += d * d / (200 * draws / 36.)
	}
	// Chi-square with 35 degrees of freedom exceeds 66.6 once in a thousand.
	if len(count) != 36 || chi > 66.6 {
		t.Errorf("%d arrangements, chi-square %v", len(count), chi)
	}
}

func TestNullGaps(t *testing.T) {
	gap := func(capability, _ []int, out []float64) {
		for i := range out {
			out[i] = float64(i)
			if capability[i] == 0 {
				out[i] = nan
			}
		}
	}
	got := null(t, 3, gap, between.Nulls{Powers: 3, Shuffle: between.Capabilities, Draws: 6})
	if a := got.Score[0]; !math.IsNaN(a.Above) || !math.IsNaN(a.Below) || len(a.Null) != 4 {
		t.Errorf("without a score: %+v", a)
	}
	if a := got.Score[2]; a.Above != 1 || len(a.Null) != 4 {
		t.Errorf("passed over where missing: %+v", a)
	}
	if !math.IsNaN((between.Against{}).Quantile(0.5)) {
		t.Error("a quantile of nothing")
	}
	for _, bad := range []between.Nulls{{Powers: -1, Draws: 1}, {Powers: 3}, {Powers: 3, Draws: 1, Shuffle: 4}} {
		if _, err := between.Null(3, row(3), own, zoning, bad); err == nil {
			t.Errorf("%+v: no error", bad)
		}
	}
	if one := null(t, 1, own, between.Nulls{Powers: 1, Draws: 5}); !one.Exact || one.Arrangements != 1 || one.Score[0].Above != 1 {
		t.Errorf("one power: %+v", one)
	}
}

// Where all powers are alike, nothing is remarkable.
func TestNullOfAlikePowers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		score := rapid.SliceOfN(rapid.Float64Range(0, 1), 6, 6).Draw(t, "score")
		alike := func(_, _ []int, out []float64) { copy(out, score) }
		draws := rapid.IntRange(1, 30).Draw(t, "draws")
		got, err := between.Null(6, row(6), alike, zoning, between.Nulls{Powers: 4, Draws: draws})
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range append(got.Score, got.Count, got.Size, got.Depth, got.Second) {
			if a.Above != 1 || a.Below != 1 {
				t.Fatalf("%+v", a)
			}
		}
	})
}

// Three fictional powers: the strong two might have been neighbours or not.
func ExampleNull() {
	near := between.Adjacent(3, func(i, j int) bool { return j == i+1 })
	result, err := between.Null(3, near, own, zoning, between.Nulls{Powers: 3, Shuffle: between.Capabilities, Draws: 1000})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.0f states; as many in %.2f of %d arrangements\n", result.Size.Observed, result.Size.Above, result.Arrangements)
	// Output: 2 states; as many in 0.67 of 6 arrangements
}

// BenchmarkNull takes 720 arrangements of six powers over 195 states; the score
// is that of distance alone.
func BenchmarkNull(b *testing.B) {
	const n = 195
	near := between.Adjacent(n, func(i, j int) bool { return j == i+1 || j == i+14 })
	score := func(capability, _ []int, out []float64) {
		for i := range out {
			out[i] = 0
			for g, c := range capability {
				out[i] += float64(c+1) * math.Exp2(-math.Abs(float64(i-g*30))/20)
			}
		}
	}
	for b.Loop() {
		if _, err := between.Null(n, near, score, zoning, between.Nulls{Powers: 6, Shuffle: between.Capabilities, Draws: 720}); err != nil {
			b.Fatal(err)
		}
	}
}
