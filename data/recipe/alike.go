package recipe

import (
	"context"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/ir"
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

// scored is a column and the index that it is.
type scored struct {
	name  string
	score func(similarity.Scores) float64
}

// alikeScores are the columns of treaty portfolios.
var alikeScores = []scored{
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
	out.scores = scoresOf(chosen, alikeScores)
	for _, s := range chosen {
		if s.name == "s_atop_weighted" && out.power == nil {
			if out.power, err = nmcTable.read(ctx, l, []string{"cinc"}); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// scoresOf finds the indices of the columns chosen.
func scoresOf(chosen []spec, from []scored) []func(similarity.Scores) float64 {
	var out []func(similarity.Scores) float64
	for _, s := range chosen {
		i := slices.IndexFunc(from, func(a scored) bool { return a.name == s.name })
		out = append(out, from[i].score)
	}
	return out
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
		cinc := stateValues(y, a.power)
		for _, i := range places {
			p.Weights = append(p.Weights, or(cinc[i], 0)) // a member without an index weighs nothing
		}
	}
	putScores(y, out, p, places, a.scores)
	return nil
}

// putScores compares every two portfolios. Places are those of the states they
// belong to, -1 for one that is not there.
func putScores(y *year, out [][]float64, p similarity.Portfolios, places []int, scores []func(similarity.Scores) float64) {
	similarity.NewPairs(p).Each(func(x, z int, s similarity.Scores) {
		i, j := places[x], places[z]
		if i < 0 || j < 0 {
			return
		}
		for k, score := range scores {
			v := score(s)
			out[k][i*y.n+j], out[k][j*y.n+i] = v, v
		}
	})
}

// Votes are in two tables.
var (
	votesNeed = need{"unga-votes", "votes"}
	callsNeed = need{"unga-votes", "roll_calls"}
)

// voting compares how every two states voted in the General Assembly in a year.
type voting struct {
	votes  dataset.Votes
	scores []func(similarity.Scores) float64
}

// votingScores are the columns of votes.
var votingScores = []scored{
	{"agree_un", func(s similarity.Scores) float64 { return s.Agreement }},
	{"s_un", func(s similarity.Scores) float64 { return s.S }},
	{"kappa_un", func(s similarity.Scores) float64 { return s.Kappa }},
	{"pi_un", func(s similarity.Scores) float64 { return s.PiDistance }},
}

func openVoting(ctx context.Context, l *loader, chosen []spec) (filler, error) {
	for _, n := range []need{votesNeed, callsNeed} {
		t, err := l.table(n)
		if err != nil {
			return nil, err
		}
		if err := t.Close(); err != nil {
			return nil, err
		}
	}
	var states []ir.State
	for _, s := range l.world.cow.list {
		states = append(states, ir.State{CCode: ir.CCode(s.code)})
	}
	codes, err := ir.NewCodes(states)
	if err != nil {
		return nil, err
	}
	votes, _, err := dataset.ReadVotes(ctx, l.in.Store, l.in.Datasets, codes)
	if want := l.manifests[votesNeed.dataset].Edition; err == nil && votes.Used.Edition != want {
		err = wrong("make it the one in use with shatterbelt data use "+votesNeed.dataset+" "+want, "the record names roll calls of edition %s, and another is in use", want)
	}
	return voting{votes, scoresOf(chosen, votingScores)}, err
}

func (v voting) fill(y *year, out [][]float64) error {
	for k := range out {
		missing(out[k])
	}
	i, ok := slices.BinarySearchFunc(v.votes.Years, y.year, func(b dataset.Ballots, at ir.Year) int { return int(b.Year - at) })
	if !ok {
		return nil
	}
	b := v.votes.Years[i]
	places := make([]int, len(b.States))
	for k, c := range b.States {
		places[k] = int(y.local[c])
	}
	putScores(y, out, similarity.Ballots(b.Year, b.States, b.Votes).Portfolios, places, v.scores)
	return nil
}
