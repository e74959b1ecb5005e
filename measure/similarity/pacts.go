package similarity

import (
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
)

// missing is the value of what is not known.
var missing = math.NaN()

// System is the portfolios of the states of one year.
type System struct {
	Portfolios
	Year    ir.Year
	Members []ir.CCode // in the order of the portfolios
	Source  string     // key of where the ratings come from, where they come from one file
	Whole   bool       // the members are those of the whole state system
}

// At is the place of a state among the members.
func (s *System) At(state ir.CCode) (int, bool) {
	for i, c := range s.Members {
		if c == state {
			return i, true
		}
	}
	return 0, false
}

// duties are the indicators of treaties and how each is rated, closest first.
var duties = []struct {
	indicator string
	rating    Rating
}{
	{"defence_pact", Defence}, {"neutrality_pact", Entente}, {"consultation_pact", Entente}, {"nonaggression_pact", Nonaggression},
}

// Duties are the indicators of treaties that [Pacts] reads.
func Duties() []string {
	out := make([]string, len(duties))
	for i, d := range duties {
		out[i] = d.indicator
	}
	return out
}

// PactYears is the span of years for which a snapshot knows treaties of every
// kind.
func PactYears(s *panel.Snapshot) (first, last ir.Year, ok bool) {
	first, last = math.MinInt, math.MaxInt
	for _, d := range duties {
		i, known := s.Describe(d.indicator)
		if !known || !i.Covered() {
			return 0, 0, false
		}
		first, last = max(first, i.First), min(last, i.Last)
	}
	return first, last, first <= last
}

// Pacts reads the treaty portfolios of the states of a snapshot as of a year: what
// each is bound to do towards each other, itself included ([WithSelf]). The year
// is the last one not after it for which treaties of every kind are known. Members
// are the states of the snapshot for which any tie is known; where it holds a part
// of the system, so do the portfolios, and indices of them are not those of the
// whole. With no year known, ok is false.
func Pacts(s *panel.Snapshot, y ir.Year) (out System, ok bool) {
	first, last, ok := PactYears(s)
	if !ok || y < first {
		return System{}, false
	}
	y = min(y, last)
	all := s.Codes().All()
	for _, st := range all {
		if slices.ContainsFunc(all, func(with ir.State) bool { return with.CCode != st.CCode && tied(s, st.CCode, with.CCode, y) }) {
			out.Members = append(out.Members, st.CCode)
		}
	}
	out.Year, out.Portfolios = y, NewPortfolios(TreatyLevels, len(out.Members), len(out.Members))
	for i, a := range out.Members {
		for k, b := range out.Members {
			if i != k {
				out.Set(i, k, rate(s, ir.Directed{From: a, To: b}, y))
			}
		}
	}
	out.WithSelf()
	return out, len(out.Members) > 1
}

// tied reports whether it is known of two states whether they are bound, so that
// both are members.
func tied(s *panel.Snapshot, a, b ir.CCode, y ir.Year) bool {
	_, ok := s.DyadAt(duties[0].indicator, ir.Directed{From: a, To: b}, y)
	return ok
}

// rate is the rating of the closest duty in force; one that is not known hides
// those below it.
func rate(s *panel.Snapshot, d ir.Directed, y ir.Year) Rating {
	for _, duty := range duties {
		c, ok := s.DyadAt(duty.indicator, d, y)
		switch {
		case !ok:
			return Missing
		case c.Value >= 1:
			return duty.rating
		}
	}
	return NoTreaty
}
