package dataset

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
)

// event is what the rows of one year that belong together are of.
type event struct {
	text string
	year ir.Year
}

// events are the states of the rows that belong together, in the order met.
type events struct {
	order  []event
	states map[event][]ir.CCode
}

// join adds the state of the current row to its event.
func (r *part) join() {
	y, ok := r.year(r.places.year)
	text, d := r.text(r.places.within), &r.decl.Indicator
	if !ok || text == "" || y < d.First || y > d.Last || !r.target.wants(d, y) {
		return
	}
	c := r.state(r.places.state, y)
	if c == noState || !r.target.has(c) {
		return
	}
	if r.events.states == nil {
		r.events.states = map[event][]ir.CCode{}
	}
	e := event{text, y}
	have, known := r.events.states[e]
	if !known {
		r.events.order = append(r.events.order, e)
	}
	if !slices.Contains(have, c) {
		r.events.states[e] = append(have, c)
	}
}

// meet counts every two states of an event as a pair, once all rows are read.
func (r *part) meet() {
	for _, e := range r.events.order {
		states := r.events.states[e]
		for i, a := range states {
			for _, b := range states[i+1:] {
				r.put(cell{pair: pair{a, b}, year: e.year, value: 1, low: 1, high: 1, kind: r.kind, source: int32(r.source)}, true)
			}
		}
	}
}
