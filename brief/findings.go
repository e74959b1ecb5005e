package brief

import (
	"fmt"
	"slices"

	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Section says which part of the brief a finding belongs to.
type Section string

// The sections in the order of the document.
const (
	InRecommendations Section = "recommendations"
	InPageOne         Section = "page_one" // what the first page must own up to
	InStructure       Section = "structure"
	InPosition        Section = "position"
	InAlignment       Section = "alignment"
	InCrisis          Section = "crisis"
	InStrategies      Section = "strategies"
	InTrust           Section = "trust"
)

// Finding is one thing that the dossier shows, with the numbers it rests on.
type Finding struct {
	ID      string        `json:"id"` // F1, F2, ... in the order of the document
	Kind    string        `json:"kind"`
	Section Section       `json:"section"`
	Claim   Claim         `json:"claim"`
	Numbers []prov.Number `json:"-"`
}

// Findings reads a dossier. A finding whose model is not in the dossier is
// left out, so the list of a thin dossier is short.
func Findings(d study.Dossier) []Finding {
	f := &finder{d: d, reading: param.Default[Reading]()}
	f.recommend()
	f.pageOne()
	f.structure()
	f.position()
	f.alignment()
	for _, c := range serious(d.Crises) {
		f.crisis(c)
	}
	f.strategies()
	f.trust()
	return f.out
}

// finder collects findings in order.
type finder struct {
	d       study.Dossier
	reading Reading
	out     []Finding
}

func (f *finder) add(s Section, c Claim, numbers ...prov.Number) {
	f.out = append(f.out, Finding{
		ID: fmt.Sprintf("F%d", len(f.out)+1), Kind: c.kind(), Section: s, Claim: c, Numbers: numbers,
	})
}

// mostCrises is how many challengers get a tree of their own.
const mostCrises = 3

// serious returns the crises likeliest to cost lives, at most [mostCrises].
func serious(crises []study.Crisis) []study.Crisis {
	out := slices.Clone(crises)
	slices.SortStableFunc(out, func(a, b study.Crisis) int {
		return -compareFloat(a.With.Fight.Value, b.With.Fight.Value)
	})
	return out[:min(mostCrises, len(out))]
}

func compareFloat(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
