package pivot_test

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/measure/pivot"
)

// mutual makes a symmetric matrix of n states from ties i, j of strength 1.
func mutual(n int, ties ...[2]int) [][]float64 {
	m := make([][]float64, n)
	for i := range m {
		m[i] = make([]float64, n)
	}
	for _, t := range ties {
		m[t[0]][t[1]], m[t[1]][t[0]] = 1, 1
	}
	return m
}

// Two of A (0, 1), two of B (2, 3) and an uncommitted state (4).
var sides = []pivot.Side{a, a, b, b, o}

func TestBroker(t *testing.T) {
	tests := []struct {
		name string
		tie  [][]float64
		want []pivot.Roles
	}{
		{"nobody tied", mutual(5), make([]pivot.Roles, 5)},
		// 4 joins 0, 1, 2 and 3: the pairs 01 and 23 of one bloc, four across.
		{"a hub", mutual(5, [2]int{0, 4}, [2]int{1, 4}, [2]int{2, 4}, [2]int{3, 4}),
			[]pivot.Roles{{}, {}, {}, {}, {Itinerant: 4, Liaison: 8}}},
		// 0-1-2-3: from 0 to 2 through 1, from 1 to 3 through 2, and back.
		{"a chain", mutual(5, [2]int{0, 1}, [2]int{1, 2}, [2]int{2, 3}),
			[]pivot.Roles{{}, {Representative: 1, Gatekeeper: 1}, {Representative: 1, Gatekeeper: 1}, {}, {}}},
		// From 0 to 2 both 1 and 4 lead; so from 2 to 0. Half each. Between 1 and 4
		// nothing counts, as 4 is in no bloc.
		{"two ways", mutual(5, [2]int{0, 1}, [2]int{1, 2}, [2]int{0, 4}, [2]int{4, 2}),
			[]pivot.Roles{{}, {Representative: 0.5, Gatekeeper: 0.5}, {}, {}, {Liaison: 1}}},
		{"a direct tie closes the pair", mutual(5, [2]int{0, 4}, [2]int{2, 4}, [2]int{0, 2}), make([]pivot.Roles, 5)},
		// One of the other bloc and one of one's own between two of a bloc.
		{"within a bloc", mutual(5, [2]int{0, 2}, [2]int{2, 1}),
			[]pivot.Roles{{}, {}, {Itinerant: 2}, {}, {}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for i, got := range pivot.Broker(tt.tie, sides, pivot.Equal) {
				if got != tt.want[i] {
					t.Errorf("state %d: %+v; want %+v", i, got, tt.want[i])
				}
			}
		})
	}
}

func TestBrokerCoordinates(t *testing.T) {
	tie := mutual(3, [2]int{0, 1}, [2]int{1, 2})
	if got := pivot.Broker(tie, []pivot.Side{a, a, a}, pivot.Equal)[1]; got != (pivot.Roles{Coordinator: 2}) {
		t.Errorf("got %+v", got)
	}
}

func TestBrokerByWeakestTie(t *testing.T) {
	tie := mutual(5, [2]int{0, 1}, [2]int{1, 2}, [2]int{0, 4}, [2]int{4, 2})
	tie[0][4], tie[0][1] = 3, 9
	tie[4][2], tie[1][2] = 8, 2
	// From 0 to 2: through 4 min(3, 8) = 3, through 1 min(9, 2) = 2; with a
	// direct tie of 1 the parts are 3, 2 and 1 of 6. From 2 to 0 all is 1.
	tie[0][2] = 1
	got := pivot.Broker(tie, sides, pivot.Weakest)
	if !testkit.Near(got[4].Liaison, 0.5+0.5, 1e-15) || !testkit.Near(got[1].Representative, 2./6, 1e-15) || !testkit.Near(got[1].Gatekeeper, 0.5, 1e-15) {
		t.Errorf("got %+v", got)
	}
	if got := pivot.Broker(tie, sides, pivot.Equal)[4]; got.Liaison != 0.5 {
		t.Errorf("closed from 0 to 2, so half from 2 to 0; got %+v", got)
	}
}

func TestBrokerGaps(t *testing.T) {
	tie := mutual(5, [2]int{0, 4}, [2]int{2, 4})
	for i := range tie {
		tie[3][i], tie[i][3] = math.NaN(), math.NaN()
	}
	got, between := pivot.Broker(tie, sides, pivot.Equal), pivot.Betweenness(tie, sides)
	if !math.IsNaN(got[3].Across()) || !math.IsNaN(between[3]) {
		t.Errorf("no tie of state 3 is known: %+v, %v", got[3], between[3])
	}
	if got[1] != (pivot.Roles{}) || between[1] != 0 || got[4].Liaison != 2 {
		t.Errorf("state 1 has no ties, 4 joins 0 and 2: %+v, %v", got, between)
	}
	for _, v := range pivot.Betweenness(mutual(2, [2]int{0, 1}), []pivot.Side{a, o}) {
		if !math.IsNaN(v) {
			t.Errorf("between blocs of which one is empty: %v", v)
		}
	}
}

func TestBetweenness(t *testing.T) {
	tests := []struct {
		name string
		tie  [][]float64
		want []float64
	}{
		// All four pairs across go through 4, and no other state is passed.
		{"a hub", mutual(5, [2]int{0, 4}, [2]int{1, 4}, [2]int{2, 4}, [2]int{3, 4}), []float64{0, 0, 0, 0, 1}},
		// Chain 0-1-2-3: 1 is on 02 and 03, the two pairs without it; so is 2.
		{"a chain", mutual(5, [2]int{0, 1}, [2]int{1, 2}, [2]int{2, 3}), []float64{0, 1, 1, 0, 0}},
		// From 0 to 2 two paths, through 1 and 4. 1 has the pairs 02 and 03, and
		// half of one; 4 has four pairs and half of one.
		{"two ways", mutual(5, [2]int{0, 1}, [2]int{1, 2}, [2]int{0, 4}, [2]int{4, 2}), []float64{0, 0.25, 0, 0, 0.125}},
	}
	for _, tt := range tests {
		if got := pivot.Betweenness(tt.tie, sides); !testkit.NearAll(got, tt.want, 1e-15) {
			t.Errorf("%s: %v; want %v", tt.name, got, tt.want)
		}
	}
}

func drawTies(t *rapid.T) (tie [][]float64, side []pivot.Side) {
	n := rapid.IntRange(2, 9).Draw(t, "n")
	tie, side = mutual(n), make([]pivot.Side, n)
	for i := range tie {
		side[i] = pivot.Side(rapid.IntRange(0, 2).Draw(t, "side"))
		for j := range tie {
			tie[i][j] = max(rapid.Float64Range(-2, 2).Draw(t, "tie"), 0)
		}
	}
	return tie, side
}

// Relabelling permutes brokerage and betweenness, a unit moves neither, and
// brokerage adds up to the number of pairs that have anyone between them.
func TestBrokerageProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tie, side := drawTies(t)
		n := len(tie)
		to := rapid.Permutation(sequence(n)).Draw(t, "to")
		moved, movedSide := mutual(n), make([]pivot.Side, n)
		for i := range tie {
			movedSide[to[i]] = side[i]
			for j := range tie {
				moved[to[i]][to[j]] = tie[i][j] * 1024
			}
		}
		for _, credit := range []pivot.Credit{pivot.Equal, pivot.Weakest} {
			x, y := pivot.Broker(tie, side, credit), pivot.Broker(moved, movedSide, credit)
			for i := range x {
				p, q := x[i], y[to[i]]
				if !testkit.NearAll([]float64{p.Coordinator, p.Itinerant, p.Gatekeeper, p.Representative, p.Liaison},
					[]float64{q.Coordinator, q.Itinerant, q.Gatekeeper, q.Representative, q.Liaison}, 1e-12) {
					t.Fatalf("state %d: %+v, moved %+v", i, p, q)
				}
			}
		}
		u, v := pivot.Betweenness(tie, side), pivot.Betweenness(moved, movedSide)
		brokered := 0.0
		for i, r := range pivot.Broker(tie, side, pivot.Equal) {
			brokered += r.Across() + r.Coordinator + r.Itinerant
			if !testkit.Near(u[i], v[to[i]], 1e-12) || u[i] < 0 || u[i] > 1+1e-12 {
				t.Fatalf("state %d: between %v, moved %v", i, u[i], v[to[i]])
			}
		}
		if want := openPairs(tie, side); !testkit.Near(brokered, want, 1e-9) {
			t.Fatalf("brokerage sums to %v over %v pairs", brokered, want)
		}
	})
}

// openPairs counts pairs of members without a tie that have a state between.
func openPairs(tie [][]float64, side []pivot.Side) float64 {
	count := 0.0
	for i := range tie {
		for j := range tie {
			if i == j || side[i] == o || side[j] == o || tie[i][j] > 0 {
				continue
			}
			for k := range tie {
				if k != i && k != j && tie[i][k] > 0 && tie[k][j] > 0 {
					count++
					break
				}
			}
		}
	}
	return count
}

// A state tied to both camps, beside one tied to one. The ties are invented.
func ExampleBroker() {
	tie := mutual(4, [2]int{0, 2}, [2]int{1, 2}, [2]int{0, 3})
	roles := pivot.Broker(tie, []pivot.Side{pivot.A, pivot.B, pivot.Neither, pivot.Neither}, pivot.Equal)
	fmt.Println("tied to both:", roles[2].Across(), "tied to one:", roles[3].Across())
	// Output: tied to both: 2 tied to one: 0
}

func BenchmarkBroker(b *testing.B) {
	const n = 195
	tie, side := mutual(n), make([]pivot.Side, n)
	for i := range tie {
		side[i] = pivot.Side(i % 3)
		for j := range tie {
			if (i*31+j*31)%7 == 0 {
				tie[i][j] = 1
			}
		}
	}
	b.Run("roles", func(b *testing.B) {
		for b.Loop() {
			pivot.Broker(tie, side, pivot.Weakest)
		}
	})
	b.Run("between", func(b *testing.B) {
		for b.Loop() {
			pivot.Betweenness(tie, side)
		}
	})
}
