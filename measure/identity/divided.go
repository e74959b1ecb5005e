package identity

import "github.com/shatterbelt/shatterbelt/ir"

// Division is a nation with two members of the state system that were one state
// before and have each claimed to stand for the whole. To is the last year; 0 says
// that it goes on.
type Division struct {
	States   ir.Dyad
	From, To ir.Year
}

// divisions are the divided nations of [henderson1974] that were two members of
// the state system, in the years the Correlates of War counts both as members
// [cowstates2016]. Yemen is added by the same definition. Cyprus is not listed:
// its northern part is no member.
var divisions = []Division{
	{ir.NewDyad(731, 732), 1949, 0},    // North and South Korea
	{ir.NewDyad(710, 713), 1949, 0},    // China and Taiwan
	{ir.NewDyad(260, 265), 1955, 1990}, // German Federal and Democratic Republics
	{ir.NewDyad(816, 817), 1954, 1975}, // Democratic Republic and Republic of Vietnam
	{ir.NewDyad(678, 680), 1967, 1990}, // Yemen Arab and People's Republics
}

// OtherHalf returns the state on the other half of a divided nation in a year;
// ok is false where there is none. The list is closed, so that no entry means no
// division.
func OtherHalf(state ir.CCode, y ir.Year) (other ir.CCode, ok bool) {
	for _, d := range divisions {
		if y < d.From || (d.To != 0 && y > d.To) {
			continue
		}
		switch state {
		case d.States.A:
			return d.States.B, true
		case d.States.B:
			return d.States.A, true
		}
	}
	return 0, false
}
