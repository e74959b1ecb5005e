package pivot

import "math"

// Roles is the brokerage of one state between members of two blocs, by the five
// roles of [gould1989]. Each is a sum, over ordered pairs of members of blocs
// that have the state between them, of its part of the brokerage; so a role is
// 0 or more, and the sum over all states is the number of pairs brokered.
type Roles struct {
	Coordinator    float64 // between two of its own bloc
	Itinerant      float64 // between two of one bloc, from outside it
	Gatekeeper     float64 // from the other bloc to its own
	Representative float64 // from its own bloc to the other
	Liaison        float64 // between the blocs, from neither
}

// Across is the brokerage between the two blocs, in whatever role.
func (r Roles) Across() float64 { return r.Gatekeeper + r.Representative + r.Liaison }

// Credit says how a pair's brokerage is divided among those between it.
type Credit int

const (
	// Equal counts pairs from i to j with no tie from i to j, and gives each
	// state k with ties from i and to j one part in the number of such states,
	// the partial credit of [gould1989]. How strong ties are does not matter.
	Equal Credit = iota
	// Weakest gives a path through k the strength of the weaker of its two
	// ties, and divides each pair in proportion among its paths and the direct
	// tie, which counts as a path of its own that no one brokers. Without
	// direct ties and with all ties of one strength it equals Equal. It is ours.
	Weakest
)

// Broker returns the brokerage of every state. The strength of the tie from i
// to j is tie[i][j]: 0 is none, NaN is not known, and the diagonal is ignored;
// for ties without direction give a symmetric matrix, in which every pair
// counts twice. A pair with a state of neither side at one end is none of the
// blocs' and does not count.
//
// A tie that is not known counts as none, which can make a pair look open, so
// know the ties among the blocs. A state without ties brokers nothing and
// scores 0; one of whose ties none is known scores NaN.
func Broker(tie [][]float64, side []Side, credit Credit) []Roles {
	n := len(tie)
	out := make([]Roles, n)
	path := make([]float64, n)
	for i := range tie {
		for j := range tie {
			if i == j || side[i] == Neither || side[j] == Neither {
				continue
			}
			total, open := paths(tie, i, j, credit, path)
			if !open || total == 0 {
				continue
			}
			for k, p := range path {
				if p > 0 {
					*out[k].role(side[i], side[k], side[j]) += p / total
				}
			}
		}
	}
	for k := range out {
		if unknown(tie, k) {
			nan := math.NaN()
			out[k] = Roles{nan, nan, nan, nan, nan}
		}
	}
	return out
}

// paths fills in the strength of the path from i to j through each state and
// returns what they share. A pair is open unless its direct tie settles it.
func paths(tie [][]float64, i, j int, credit Credit, path []float64) (total float64, open bool) {
	direct := tie[i][j] > 0
	if credit == Equal && direct {
		return 0, false
	}
	if direct {
		total = tie[i][j]
	}
	for k := range path {
		path[k] = 0
		if k == i || k == j || !(tie[i][k] > 0) || !(tie[k][j] > 0) {
			continue
		}
		path[k] = 1
		if credit == Weakest {
			path[k] = math.Min(tie[i][k], tie[k][j])
		}
		total += path[k]
	}
	return total, true
}

// role is the one of a broker between two members of blocs.
func (r *Roles) role(from, broker, to Side) *float64 {
	switch {
	case from == to && broker == from:
		return &r.Coordinator
	case from == to:
		return &r.Itinerant
	case broker == from:
		return &r.Representative
	case broker == to:
		return &r.Gatekeeper
	}
	return &r.Liaison
}

// unknown reports whether no tie of a state, from it or to it, is known though
// there are others to be tied to.
func unknown(tie [][]float64, k int) bool {
	for i := range tie {
		if i != k && !(math.IsNaN(tie[i][k]) && math.IsNaN(tie[k][i])) {
			return false
		}
	}
	return len(tie) > 1
}
