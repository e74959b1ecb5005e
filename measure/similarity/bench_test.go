package similarity_test

import (
	"math/rand/v2"
	"testing"

	"github.com/shatterbelt/shatterbelt/measure/similarity"
)

// system are portfolios of as many states as the state system had members, with
// treaties and capabilities drawn at random: one dyad in ten has a treaty.
func system(states int) similarity.Portfolios {
	r := rand.New(rand.NewPCG(7, uint64(states))) //nolint:gosec // a benchmark's draws
	p := similarity.NewPortfolios(similarity.TreatyLevels, states, states).WithSelf()
	p.Weights = make([]float64, states)
	for i := range states {
		p.Weights[i] = r.Float64()
		for k := range i {
			if r.IntN(10) == 0 {
				rating := similarity.Rating(1 + r.IntN(3))
				p.Set(i, k, rating)
				p.Set(k, i, rating)
			}
		}
	}
	return p
}

var sink float64

func all(p similarity.Portfolios) {
	similarity.NewPairs(p).Each(func(_, _ int, s similarity.Scores) { sink += s.Kappa })
}

// One year of 195 states: 18,915 dyads, every index, weighted ones too.
func BenchmarkYear(b *testing.B) {
	p := system(195)
	b.ReportAllocs()
	for b.Loop() {
		all(p)
	}
}

// The members of 201 years, from 23 in 1816 to 195 in 2016.
func BenchmarkTwoCenturies(b *testing.B) {
	var years []similarity.Portfolios
	for y := range 201 {
		years = append(years, system(23+172*y/200))
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range years {
			all(p)
		}
	}
}
