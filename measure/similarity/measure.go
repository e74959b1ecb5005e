package similarity

import (
	"math"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure"
)

// Index is one of the indices as a measure.
type Index int

// The indices of treaty portfolios that go into a catalogue: S, and the kappa that
// is to be read beside it.
const (
	OfS Index = iota
	OfKappa
)

// Likeness is the measure of how alike the treaty portfolios of every state and
// one other are, by [Pacts].
type Likeness struct {
	Name  string // such as "kappa_pacts_usa"
	With  ir.CCode
	Index Index
}

// Spec describes the measure.
func (m Likeness) Spec() measure.Spec {
	out := measure.Spec{
		Name: m.Name, Unit: "state-year, similarity", Min: -1, Max: 1,
		More:   "treaties more like those of the other state",
		Limits: "portfolios go over the states of the snapshot alone; treaties say what was signed, not what is wanted",
	}
	if m.Index == OfS {
		out.Cites = []string{"leeds2002", "signorino1999tau"}
		out.Limits += "; not corrected for chance: read kappa beside it"
	} else {
		out.Cites = []string{"cohen1968", "haege2011", "leeds2002"}
	}
	return out
}

// Eval computes the index in the years for which treaties of every kind are known;
// elsewhere, and for the other state itself, it is NaN.
func (m Likeness) Eval(s *panel.Snapshot) (panel.Column, error) {
	first, last := s.Span()
	col := panel.Column{Name: m.Name, Unit: "similarity"}
	at := map[ir.CCode]int{}
	for _, st := range s.Codes().All() {
		at[st.CCode] = len(col.States)
		col.States = append(col.States, st.CCode)
	}
	years := int(last - first + 1)
	for range len(col.States) * years {
		col.Values, col.Source = append(col.Values, math.NaN()), append(col.Source, -1)
	}
	for y := first; y <= last; y++ {
		col.Years = append(col.Years, y)
		system, ok := Pacts(s, y)
		with, member := system.At(m.With)
		if !ok || !member || system.Year != y {
			continue
		}
		pairs := NewPairs(system.Portfolios)
		for i, c := range system.Members {
			if i == with {
				continue
			}
			j := pairs.Cross(i, with)
			v := Kappa(&j)
			if m.Index == OfS {
				v = S(&j, Absolute)
			}
			col.Values[at[c]*years+int(y-first)] = v
		}
	}
	return col, nil
}
