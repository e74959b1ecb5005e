package recipe

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/between"
)

var capitalsNeed = need{"capitals", "places"}

// capitals gives the distance of two capitals: of each state that in which it
// was governed on its first day of the year.
type capitals struct {
	spells map[uint16][]capital
	km     []float64 // between any two, n by n
	n      int
}

type capital struct {
	span

	at int
}

// metres rounds kilometres to the metre, which is more than a capital's point
// has.
func metres(km float64) float64 { return math.Round(km*1000) / 1000 }

func openCapitals(ctx context.Context, l *loader, _ []spec) (filler, error) {
	t := capitals{spells: map[uint16][]capital{}}
	var places []between.Place
	_, err := l.each(ctx, capitalsNeed, []string{"ccode", "stdate", "enddate", "lat", "lng"}, func(c []source.Value) error {
		code, err := stateNumber(c[0].Float)
		if err != nil {
			return err
		}
		start, err := parseDay(c[1].Text)
		if err != nil {
			return err
		}
		end, err := parseDay(c[2].Text)
		t.spells[code] = append(t.spells[code], capital{span{start, end}, len(places)})
		places = append(places, between.Place{Lat: c[3].Float, Lon: c[4].Float})
		return err
	})
	for _, s := range t.spells {
		slices.SortFunc(s, func(a, b capital) int { return cmp.Compare(a.start, b.start) })
	}
	t.n = len(places)
	t.km = make([]float64, t.n*t.n)
	for i, a := range places {
		for j := range i {
			km := metres(between.GreatCircle(a, places[j]))
			t.km[i*t.n+j], t.km[j*t.n+i] = km, km
		}
	}
	return t, err
}

// in finds the capital of a state on a day, or else the first of that year; -1
// for none.
func (t capitals) in(code uint16, on day, y ir.Year) int {
	for _, c := range t.spells[code] {
		if c.start <= on && on <= c.end || c.start > on && c.start.year() == y {
			return c.at
		}
	}
	return -1
}

func (t capitals) fill(y *year, out [][]float64) error {
	at := make([]int, y.n)
	var buf [4]span
	for i, s := range y.states {
		at[i] = t.in(y.cow[i], s.within(y.year, buf[:0])[0].start, y.year)
	}
	missing(out[0])
	for i, p := range at {
		for j, q := range at {
			if p >= 0 && q >= 0 {
				out[0][i*y.n+j] = t.km[p*t.n+q]
			}
		}
	}
	return nil
}
