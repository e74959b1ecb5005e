package similarity_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/measure/similarity"
)

// drawn are portfolios of a few states over a few items, some ratings missing.
func drawn(t *rapid.T) similarity.Portfolios {
	p := similarity.NewPortfolios(rapid.IntRange(2, 4).Draw(t, "levels"), rapid.IntRange(2, 5).Draw(t, "states"), rapid.IntRange(1, 130).Draw(t, "items"))
	for i := range p.Ratings {
		p.Ratings[i] = similarity.Rating(rapid.IntRange(-1, p.Levels-1).Draw(t, "rating"))
	}
	if rapid.Bool().Draw(t, "weighted") {
		p.Weights = make([]float64, p.Items)
		for i := range p.Weights {
			p.Weights[i] = rapid.Float64Range(0, 10).Draw(t, "weight")
		}
	}
	return p
}

// values lists the scores.
func values(s similarity.Scores) []float64 {
	return []float64{
		s.S, s.SSquared, s.SBinary, s.SWeighted, s.SSquareWeighted,
		s.Kappa, s.KappaBinary, s.PiDistance, s.PiNominal, s.PiBinary, s.Agreement,
	}
}

// All are symmetric, lie in [-1, 1], and are 1 of a state with itself; pi is not
// above kappa; what is binary agrees by either form of pi.
func TestWhatHoldsOfAnyPair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pairs := similarity.NewPairs(drawn(t))
		pairs.Each(func(a, b int, s similarity.Scores) {
			if !testkit.NearAll(values(s), values(pairs.Scores(b, a)), 1e-9) {
				t.Fatalf("%+v one way, %+v the other", s, pairs.Scores(b, a))
			}
			for i, v := range values(s) {
				if v < -1-1e-9 || v > 1+1e-9 {
					t.Fatalf("score %d is %v", i, v)
				}
			}
			if s.PiDistance > s.Kappa+1e-9 {
				t.Fatalf("pi %v above kappa %v", s.PiDistance, s.Kappa)
			}
			j := pairs.Cross(a, b)
			two := j.Binary()
			if !testkit.Near(similarity.PiDistance(&two), s.PiBinary, 1e-9) {
				t.Fatalf("binary pi %v by distance, %v by category", similarity.PiDistance(&two), s.PiBinary)
			}
		})
		for i, v := range values(pairs.Scores(0, 0)) {
			if !math.IsNaN(v) && !testkit.Near(v, 1, 1e-9) {
				t.Fatalf("score %d of a state with itself is %v", i, v)
			}
		}
	})
}

// Renaming the states, or the items, changes no pair's scores; nor does the unit
// of the weights.
func TestRelabellingPermutes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawn(t)
		states := rapid.Permutation(count(p.States)).Draw(t, "states")
		items := rapid.Permutation(count(p.Items)).Draw(t, "items")
		q := similarity.NewPortfolios(p.Levels, p.States, p.Items)
		if p.Weights != nil {
			q.Weights = make([]float64, p.Items)
		}
		for i := range p.States {
			for k := range p.Items {
				q.Set(states[i], items[k], p.Of(i)[k])
				if p.Weights != nil {
					q.Weights[items[k]] = 8 * p.Weights[k]
				}
			}
		}
		one, other := similarity.NewPairs(p), similarity.NewPairs(q)
		one.Each(func(a, b int, s similarity.Scores) {
			if !testkit.NearAll(values(s), values(other.Scores(states[a], states[b])), 1e-9) {
				t.Fatalf("%+v before, %+v after", s, other.Scores(states[a], states[b]))
			}
		})
	})
}

func count(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// The quick count of [similarity.Pairs] is that of [similarity.Cross].
func TestPairsCountAsCross(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawn(t)
		if got, want := similarity.NewPairs(p).Cross(0, 1), similarity.Cross(p.Of(0), p.Of(1), nil, p.Levels); got != want {
			t.Fatalf("%+v; want %+v", got, want)
		}
	})
}

// Where the ratings of two states are shuffled apart, kappa is 0 on average, up to
// the sampling error of 4,000 shuffles, whatever the two margins; S is far from it.
func TestKappaIsZeroByChance(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // a test's draws
	x, y := make(similarity.Portfolio, 60), make(similarity.Portfolio, 60)
	for i := range x {
		if i < 6 {
			x[i] = similarity.Defence
		}
		if i < 15 {
			y[i] = similarity.Nonaggression
		}
	}
	kappa, s := 0.0, 0.0
	const draws = 4000
	for range draws {
		r.Shuffle(len(y), func(i, k int) { y[i], y[k] = y[k], y[i] })
		j := similarity.Cross(x, y, nil, similarity.TreatyLevels)
		kappa += similarity.Kappa(&j) / draws
		s += similarity.S(&j, similarity.Absolute) / draws
	}
	if math.Abs(kappa) > 0.005 || s < 0.6 {
		t.Errorf("mean kappa %v, mean S %v; want 0 and S far above", kappa, s)
	}
}
