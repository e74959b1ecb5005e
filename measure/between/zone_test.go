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

var nan = math.NaN()

// row joins each of n states to the next.
func row(n int) [][]int {
	return between.Adjacent(n, func(i, j int) bool { return j == i+1 })
}

func TestAdjacent(t *testing.T) {
	got := between.Adjacent(4, func(i, j int) bool { return i == 2 && j < 4 || i == 3 && j == 0 })
	if fmt.Sprint(got) != "[[2 3] [2] [0 1 3] [0 2]]" {
		t.Errorf("Adjacent = %v", got)
	}
}

func TestZones(t *testing.T) {
	score := []float64{3, 1, 4, 5, nan, 9, 2}
	tests := []struct {
		threshold float64
		want      string
	}{
		{10, "[]"}, {9, "[[5]]"}, {4, "[[2 3] [5]]"}, {3, "[[0] [2 3] [5]]"}, {1, "[[0 1 2 3] [5 6]]"},
	}
	for _, tt := range tests {
		if got := fmt.Sprint(between.Zones(score, row(7), tt.threshold)); got != tt.want {
			t.Errorf("at %v: %s; want %s", tt.threshold, got, tt.want)
		}
	}
}

func TestThreshold(t *testing.T) {
	score := []float64{5, nan, 1, 3, 2}
	for q, want := range map[float64]float64{0.75: 5, 0.5: 3, 0: 1, 0.9: 5} {
		if got := between.Threshold(score, q); got != want {
			t.Errorf("quantile %v: %v; want %v", q, got, want)
		}
	}
	if got := between.Threshold([]float64{nan}, 0.5); !math.IsNaN(got) {
		t.Errorf("of nothing: %v", got)
	}
}

// A range of three peaks: 8 at 1, 10 at 4, 5 at 6. From the top: 10; 8; at 6 the
// state between joins neither; at 5 the third peak; at 3 state 5 joins the third
// to the first (5-3); at 2 state 2 joins the second to the first (8-2); the
// lowest score is 0, so the range is 10.
var (
	ridge = []float64{4, 8, 2, 6, 10, 3, 5, 0}
	first = between.Region{Peak: 4, Birth: 10, Death: 0, Survives: true, Persistence: 1, Members: []int{0, 1, 2, 3, 4, 5, 6, 7}}
)

func TestPersistence(t *testing.T) {
	tests := []struct {
		name  string
		score []float64
		near  [][]int
		want  []between.Region
	}{
		{"nothing", nil, nil, nil},
		{"nothing known", []float64{nan, nan}, row(2), nil},
		{"three peaks", ridge, row(8), []between.Region{
			first,
			{Peak: 1, Birth: 8, Death: 2, Persistence: 0.6, Members: []int{0, 1}},
			{Peak: 6, Birth: 5, Death: 3, Persistence: 0.2, Members: []int{6}},
		}},
		{"a gap parts the map", []float64{4, nan, 8, 0}, row(4), []between.Region{
			{Peak: 2, Birth: 8, Survives: true, Persistence: 1, Members: []int{2, 3}},
			{Peak: 0, Birth: 4, Survives: true, Persistence: 0.5, Members: []int{0}},
		}},
		{"one height throughout", []float64{2, 2, 2}, row(3), []between.Region{{Peak: 0, Birth: 2, Death: 2, Survives: true, Members: []int{0, 1, 2}}}},
		// 0 and 1 are of one height and meet in 2, of the same height: one region.
		{"a plateau", []float64{7, 7, 7, 1}, between.Adjacent(4, func(i, j int) bool { return j == 2 }), []between.Region{
			{Peak: 0, Birth: 7, Death: 1, Survives: true, Persistence: 1, Members: []int{0, 1, 2, 3}},
		}},
		{"two peaks of one height", []float64{7, 1, 7}, row(3), []between.Region{
			{Peak: 0, Birth: 7, Death: 1, Survives: true, Persistence: 1, Members: []int{0, 1, 2}},
			{Peak: 2, Birth: 7, Death: 1, Persistence: 1, Members: []int{2}},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := between.Persistence(tt.score, tt.near)
			if fmt.Sprint(got) != fmt.Sprint(tt.want) {
				t.Errorf("Persistence = %+v; want %+v", got, tt.want)
			}
		})
	}
}

func TestShatter(t *testing.T) {
	tests := []struct {
		name    string
		z       between.Zoning
		want    string
		largest int
	}{
		// The upper half of eight: 5 and above. The two meet at 2, below that.
		{"two lasting peaks", between.Zoning{Quantile: 0.5, Persist: 0.5}, "[[3 4] [1]]", 3},
		// The third peak, of 0.2, meets the first at 3 and stands on its own too.
		{"three", between.Zoning{Quantile: 0.5, Persist: 0.1}, "[[3 4] [1] [6]]", 3},
		// All eight are above; at 3 the first meets the third, at 2 the second.
		{"above everything", between.Zoning{Quantile: 0, Persist: 0.1}, "[[3 4] [0 1] [6]]", 3},
		{"two of a whole map", between.Zoning{Quantile: 0, Persist: 0.5}, "[[3 4 5 6] [0 1]]", 3},
		{"one of a whole map", between.Zoning{Quantile: 0, Persist: 0.7}, "[[0 1 2 3 4 5 6 7]]", 0},
		{"only the top", between.Zoning{Quantile: 0.9, Persist: 0.1}, "[[4]]", 4},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			zones := between.Shatter(ridge, row(8), tt.z)
			var states [][]int
			for _, zone := range zones {
				states = append(states, zone.States)
				for _, i := range zone.States {
					if ridge[i] < zone.Level {
						t.Errorf("state %d scores below the level %v", i, zone.Level)
					}
				}
			}
			if got := fmt.Sprint(states); got != tt.want {
				t.Errorf("Shatter = %s; want %s", got, tt.want)
			}
			if l, ok := between.Largest(zones); !ok || l.States[0] != tt.largest {
				t.Errorf("the largest is %+v", l)
			}
		})
	}
	if _, ok := between.Largest(nil); ok {
		t.Error("a largest of none")
	}
	if got := between.Shatter([]float64{2, 2}, row(2), between.Zoning{Quantile: 0.5, Persist: 0.1}); got != nil {
		t.Errorf("an even map has zones %v", got)
	}
}

type drawnMap struct {
	score []float64
	near  [][]int
}

// drawMap draws distinct scores, some missing, on a random map.
func drawMap(t *rapid.T) drawnMap {
	n := rapid.IntRange(1, 12).Draw(t, "n")
	ties := rapid.SliceOfN(rapid.Bool(), n*n, n*n).Draw(t, "near")
	m := drawnMap{make([]float64, n), between.Adjacent(n, func(i, j int) bool { return ties[i*n+j] && ties[j*n+i] })}
	for i, s := range rapid.SliceOfNDistinct(rapid.IntRange(-40, 60), n, n, rapid.ID).Draw(t, "score") {
		m.score[i] = float64(s)
		if s < -30 {
			m.score[i] = nan
		}
	}
	return m
}

// Relabelling permutes zones; neither unit nor zero of the score moves them.
func TestZoneProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawMap(t)
		n := len(m.score)
		z := between.Zoning{Quantile: rapid.Float64Range(0.5, 0.9).Draw(t, "quantile"), Persist: 0.1}
		to := make([]int, n)
		for i := range to {
			to[i] = i
		}
		to = rapid.Permutation(to).Draw(t, "to")
		from := make([]int, n)
		moved := drawnMap{make([]float64, n), nil}
		for i, s := range m.score {
			from[to[i]] = i
			moved.score[to[i]] = s*1024 + 512
		}
		moved.near = between.Adjacent(n, func(i, j int) bool { return slices.Contains(m.near[from[i]], from[j]) })
		x, y := between.Shatter(m.score, m.near, z), between.Shatter(moved.score, moved.near, z)
		if len(x) != len(y) {
			t.Fatalf("%d zones, then %d", len(x), len(y))
		}
		for k := range x {
			var back []int
			for _, i := range y[k].States {
				back = append(back, from[i])
			}
			slices.Sort(back)
			match := slices.ContainsFunc(x, func(zone between.Zone) bool {
				return slices.Equal(zone.States, back) && to[zone.Peak] == y[k].Peak && testkit.Near(zone.Persistence, y[k].Persistence, 1e-12)
			})
			if !match {
				t.Fatalf("zone %v, moved back %v, is not among %+v", y[k], back, x)
			}
		}
	})
}

// Every region is what a plain search finds just above its death, and zones do
// not overlap, reach the threshold and are connected.
func TestRegionsAgainstSearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawMap(t)
		for _, r := range between.Persistence(m.score, m.near) {
			level := math.Inf(1)
			for _, i := range r.Members {
				level = min(level, m.score[i])
			}
			zones := between.Zones(m.score, m.near, level)
			if !slices.ContainsFunc(zones, func(zone []int) bool { return slices.Equal(zone, r.Members) }) || !r.Survives && level <= r.Death {
				t.Fatalf("region %+v is not among %v", r, zones)
			}
			below := between.Zones(m.score, m.near, r.Death)
			if k := slices.IndexFunc(below, func(zone []int) bool { return slices.Contains(zone, r.Peak) }); !r.Survives && len(below[k]) <= len(r.Members)+1 {
				t.Fatalf("region %+v merges into nothing at its death: %v", r, below[k])
			}
		}
		z := between.Zoning{Quantile: 0.5, Persist: 0.05}
		threshold := between.Threshold(m.score, z.Quantile)
		taken := map[int]bool{}
		for _, zone := range between.Shatter(m.score, m.near, z) {
			for _, i := range zone.States {
				if taken[i] || !(m.score[i] >= threshold) {
					t.Fatalf("state %d is in two zones or below the threshold: %+v", i, zone)
				}
				taken[i] = true
			}
		}
	})
}

// A remote state with next to nothing is no zone, whatever its ratio to others.
func TestRemoteStateIsNoZone(t *testing.T) {
	score := append(slices.Clone(ridge), 1e-6, 1e-12)
	near := append(row(8), []int{9}, []int{8})
	for _, zone := range between.Shatter(score, near, between.Zoning{Quantile: 0.5, Persist: 0.02}) {
		if zone.Peak >= 8 || slices.Contains(zone.States, 8) {
			t.Errorf("a zone of a remote state: %+v", zone)
		}
	}
}

// Seven fictional states in a row, two of them peaks.
func ExampleShatter() {
	score := []float64{0.1, 0.6, 0.5, 0.2, 0.7, 0.9, 0.1}
	near := between.Adjacent(7, func(i, j int) bool { return j == i+1 })
	for _, zone := range between.Shatter(score, near, between.Zoning{Quantile: 0.5, Persist: 0.1}) {
		fmt.Printf("%d, lasting over %.0f%% of the range\n", zone.States, 100*zone.Persistence)
	}
	// Output:
	// [4 5], lasting over 100% of the range
	// [1 2], lasting over 50% of the range
}

func BenchmarkShatter(b *testing.B) {
	const n = 195
	score := make([]float64, n)
	for i := range score {
		score[i] = math.Abs(math.Sin(float64(i * i)))
	}
	near := between.Adjacent(n, func(i, j int) bool { return j == i+1 || j == i+14 })
	for b.Loop() {
		between.Shatter(score, near, between.Zoning{Quantile: 0.75, Persist: 0.1})
	}
}
