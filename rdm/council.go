package rdm

import (
	"context"
	"fmt"
	"math"
)

// Voice is what follows from the weights of one person.
type Voice struct {
	Person string
	Belief Belief
	// First is by policy how often it is first under the person's weights, as far
	// as they are known, over the futures; Favourite is the policy most often.
	First     []float64
	Favourite int
}

// Council is several people's weights together. It hides no disagreement: the
// mean of opposite views is nobody's view.
type Council struct {
	Voices []Voice
	// Mean are the mean weights, every person counting alike.
	Mean []float64
	// Between and Within are by criterion the standard deviation of the weights
	// over people, and what is not known of those of one person.
	Between, Within []float64
	// Concordance is how far people rank the policies alike by how often each is
	// first: 1 if all do, 0 if they cancel out ([Concordance]). NaN for one.
	Concordance float64
	// First is by policy the mean of how often it is first, and Favourites how
	// many have it for their favourite.
	First      []float64
	Favourites []int
	// Least is by policy how often it is first with the person it suits least.
	Least []float64
}

// Convene learns the weights of several people, asks of each which policies are
// first, and sets them side by side. Answers are by person.
func Convene(ctx context.Context, p Performance, e Elicitation, names []string, answers [][]Answer) (Council, error) {
	if err := p.check(); err != nil {
		return Council{}, err
	}
	if len(names) == 0 || len(names) != len(answers) {
		return Council{}, fmt.Errorf("rdm: answers of %d people with %d names; want at least one, and a name for each", len(answers), len(names))
	}
	c := Council{}
	for i, name := range names {
		b, err := e.Learn(len(p.Criteria), answers[i])
		if err != nil {
			return Council{}, fmt.Errorf("%s: %w", name, err)
		}
		r, err := Smaa{Seed: e.Seed, Weights: b.Draw(DefaultDraws)}.Analyse(ctx, p)
		if err != nil {
			return Council{}, err
		}
		v := Voice{Person: name, Belief: b}
		for a := range p.Policies {
			v.First = append(v.First, r.Ranks[a][0])
			if v.First[a] > v.First[v.Favourite] {
				v.Favourite = a
			}
		}
		c.Voices = append(c.Voices, v)
	}
	c.sumUp(len(p.Policies), len(p.Criteria))
	return c, nil
}

func (c *Council) sumUp(policies, criteria int) {
	for k := range criteria {
		var means []float64
		within := 0.0
		for _, v := range c.Voices {
			means = append(means, v.Belief.Weights[k].Value)
			within += v.Belief.variance(k) / float64(len(c.Voices))
		}
		m := MomentsOf(means)
		c.Mean = append(c.Mean, m.Mean)
		c.Between = append(c.Between, math.Sqrt(m.M2/float64(m.N)))
		c.Within = append(c.Within, math.Sqrt(within))
	}
	c.First, c.Favourites, c.Least = make([]float64, policies), make([]int, policies), make([]float64, policies)
	grades := make([][]float64, len(c.Voices))
	for a := range policies {
		c.Least[a] = 1
		for i, v := range c.Voices {
			c.First[a] += v.First[a] / float64(len(c.Voices))
			c.Least[a] = math.Min(c.Least[a], v.First[a])
			grades[i] = append(grades[i], v.First[a])
		}
	}
	for _, v := range c.Voices {
		c.Favourites[v.Favourite]++
	}
	c.Concordance = Concordance(grades)
}

// variance is what is not known of a weight.
func (b *Belief) variance(criterion int) float64 {
	mean, sum := b.Weights[criterion].Value, 0.0
	for i, w := range b.points {
		sum += b.credit[i] * (w[criterion] - mean) * (w[criterion] - mean)
	}
	return sum
}

// Concordance returns how far several gradings of the same things agree on their
// order [kendallsmith1939], from 0 for not at all to 1 for entirely, with their
// correction for ties. Grades are by judge and thing. NaN for fewer than two
// judges or things, a gap, or judges who all tell nothing apart.
func Concordance(grades [][]float64) float64 {
	if len(grades) < 2 || len(grades[0]) < 2 {
		return math.NaN()
	}
	m, n := float64(len(grades)), float64(len(grades[0]))
	sums, ties := make([]float64, len(grades[0])), 0.0
	for _, g := range grades {
		if len(g) != len(sums) {
			return math.NaN()
		}
		for i := range g {
			if math.IsNaN(g[i]) {
				return math.NaN()
			}
		}
		ranks := midranks(g)
		addTo(sums, ranks)
		ties += tieCorrection(ranks)
	}
	s := MomentsOf(sums).M2
	return 12 * s / (m*m*(n*n*n-n) - m*ties)
}

// tieCorrection is the sum of t^3 - t over groups of t equal ranks.
func tieCorrection(ranks []float64) float64 {
	sum := 0.0
	for _, r := range ranks { // each member of a group adds t^2 - 1, which comes to t^3 - t
		t := 0.0
		for _, o := range ranks {
			if o == r {
				t++
			}
		}
		sum += t*t - 1
	}
	return sum
}
