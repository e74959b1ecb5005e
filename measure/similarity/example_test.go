package similarity_test

import (
	"fmt"

	"github.com/shatterbelt/shatterbelt/measure/similarity"
)

// Two states of a system of fifty: each is bound to one other, and not the same.
// S takes their many common absences for likeness; kappa does not.
func ExampleKappa() {
	p := similarity.NewPortfolios(similarity.TreatyLevels, 50, 50).WithSelf()
	p.Set(0, 10, similarity.Defence)
	p.Set(1, 20, similarity.Defence)
	s := similarity.NewPairs(p).Scores(0, 1)
	fmt.Printf("S %.2f, kappa %.2f\n", s.S, s.Kappa)
	// Output: S 0.84, kappa -0.04
}
