package similarity

import "github.com/shatterbelt/shatterbelt/ir"

// Rating is how close a tie is, from 0 (none), or what a state voted; [Missing]
// is a rating not known.
type Rating int8

// Missing marks a rating that is not known. An item that is missing in either of
// two portfolios counts in neither.
const Missing Rating = -1

// The ratings of treaties: what the closest obligation is. ATOP's obligations
// have no order of their own, and this one is a convention.
const (
	NoTreaty      Rating = iota
	Nonaggression        // a promise not to attack, and no more
	Entente              // neutrality or consultation
	Defence
)

// TreatyLevels is how many ratings treaties have.
const TreatyLevels = 4

// The ratings of votes in the General Assembly.
const (
	No Rating = iota
	Abstain
	Yes
)

// VoteLevels is how many ratings votes have.
const VoteLevels = 3

// maxLevels is the longest scale that [Joint] has room for.
const maxLevels = 4

// Portfolio is the ratings of one state over all items: members of the system or
// roll calls.
type Portfolio []Rating

// Portfolios are the portfolios of every state over the same items, row by row.
type Portfolios struct {
	Levels  int // ratings go from 0 to Levels - 1; from 2 to 4
	States  int
	Items   int
	Ratings []Rating // States x Items
	// Weights is how much each item counts, such as the capabilities of the
	// members; nil is alike.
	Weights []float64
}

// NewPortfolios makes portfolios in which every rating is 0.
func NewPortfolios(levels, states, items int) Portfolios {
	return Portfolios{Levels: levels, States: states, Items: items, Ratings: make([]Rating, states*items)}
}

// Of returns the portfolio of a state. It shares the ratings.
func (p Portfolios) Of(state int) Portfolio {
	return p.Ratings[state*p.Items : (state+1)*p.Items]
}

// Set rates an item of a state.
func (p Portfolios) Set(state, item int, r Rating) { p.Ratings[state*p.Items+item] = r }

// WithSelf gives each state the highest rating with itself, and returns the
// portfolios. Items must be the states in the same order.
func (p Portfolios) WithSelf() Portfolios {
	for i := range min(p.States, p.Items) {
		p.Set(i, i, Rating(p.Levels-1))
	}
	return p
}

// Binary is the portfolios with every rating above 0 made 1: a tie or none. It
// shares the weights.
func (p Portfolios) Binary() Portfolios {
	out := p
	out.Levels, out.Ratings = 2, make([]Rating, len(p.Ratings))
	for i, r := range p.Ratings {
		out.Ratings[i] = min(r, 1)
	}
	return out
}

// Ballots are the portfolios of states over the roll calls of one year. Votes are,
// by state and roll call, the ratings of votes or [Missing].
func Ballots(y ir.Year, members []ir.CCode, votes [][]int8) System {
	calls := 0
	if len(votes) > 0 {
		calls = len(votes[0])
	}
	out := System{Year: y, Members: members, Portfolios: NewPortfolios(VoteLevels, len(members), calls)}
	for i, of := range votes {
		for k, v := range of {
			out.Set(i, k, Rating(v))
		}
	}
	return out
}
