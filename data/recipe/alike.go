package recipe

import (
	"context"

	"github.com/shatterbelt/shatterbelt/measure/similarity"
)

var atopNeed = need{"atop", "dyad_year"}

// duties are the obligations that treaty portfolios are made of, closest first.
var duties = []struct {
	column string
	rating similarity.Rating
}{
	{"atop_defense", similarity.Defence}, {"atop_neutral", similarity.Entente}, {"atop_consul", similarity.Entente}, {"atop_nonagg", similarity.Nonaggression},
}

// alike compares the treaty portfolios of every two members of a year, over all
// members and the two themselves.
type alike struct {
	treaties *yearly
	power    *yearly // the composite index; nil where no column is weighted
	scores   []func(similarity.Scores) float64
}

// alikeScores are the columns and the index that each is.
var alikeScores = []struct {
	name  string
	score func(similarity.Scores) float64
}{
	{"s_atop", func(s similarity.Scores) float64 { return s.S }},
	{"s_atop_squared", func(s similarity.Scores) float64 { return s.SSquared }},
	{"s_atop_binary", func(s similarity.Scores) float64 { return s.SBinary }},
	{"s_atop_weighted", func(s similarity.Scores) float64 { return s.SWeighted }},
	{"kappa_atop", func(s similarity.Scores) float64 { return s.Kappa }},
	{"kappa_atop_binary", func(s similarity.Scores) float64 { return s.KappaBinary }},
	{"pi_atop", func(s similarity.Scores) float64 { return s.PiDistance }},
	{"pi_atop_nominal", func(s similarity.Scores) float64 { return s.PiNominal }},
}

func openAlike(ctx context.Context, l *loader, chosen []spec) (filler, error) {
	var columns []string
	for _, d := range duties {
		columns = append(columns, d.column)
	}
	out := alike{}
	var err error
	if out.treaties, err = readDyads(ctx, l, atopNeed, columns); err != nil {
		return nil, err
	}
	for _, s := range chosen {
		for _, a := range alikeScores {
			if a.name == s.name {
				out.scores = append(out.scores, a.score)
			}
		}
		if s.name == "s_atop_weighted" && out.power == nil {
			if out.power, err = nmcTable.read(ctx, l, []string{"cinc"}); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// portfolios rates what each member of a year is bound to do towards each other.
// Places gives the members, by their place among the states of the year.
func (a alike) portfolios(y *year) (p similarity.Portfolios, places []int) {
	item := make([]int, y.n)
	for i, c := range y.cow {
		item[i] = len(places)
		if c != 0 {
			places = append(places, i)
		}
	}
	p = similarity.NewPortfolios(similarity.TreatyLevels, len(places), len(places))
	lo, hi := a.treaties.rows(y.year)
	for r := lo; r < hi; r++ {
		i, j, ok := y.pair(a.treaties.a[r], a.treaties.b[r])
		if !ok {
			continue
		}
		for k, d := range duties {
			if a.treaties.v[k][r] == 1 {
				p.Set(item[i], item[j], d.rating)
				break
			}
		}
	}
	return p.WithSelf(), places
}

func (a alike) fill(y *year, out [][]float64) error {
	for k := range out {
		missing(out[k])
	}
	if !a.treaties.covered.has(y.year) {
		return nil
	}
	p, places := a.portfolios(y)
	if a.power != nil {
		cinc := stateValues(y, a.power, 0)
		for _, i := range places {
			p.Weights = append(p.Weights, or(cinc[i], 0)) // a member without an index weighs nothing
		}
	}
	similarity.NewPairs(p).Each(func(x, z int, s similarity.Scores) {
		i, j := places[x], places[z]
		for k, score := range a.scores {
			v := score(s)
			out[k][i*y.n+j], out[k][j*y.n+i] = v, v
		}
	})
	return nil
}
