package dataset

import (
	"context"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// The indicators of distance, by capitals and by territories.
const (
	toCapital   = "distance_capital"
	toTerritory = "distance_territory"
)

// Seat is a capital from one year to another, both included.
type Seat struct {
	State       ir.CCode `json:"ccode"`
	Name        string   `json:"capital"`
	First, Last ir.Year
	Lat, Lon    float64
}

// seatList are the imported capitals and where they come from.
type seatList struct {
	seats    []Seat
	manifest store.Manifest
	source   prov.Source
}

// readSeats reads the imported capitals; there are none where none is imported.
func readSeats(ctx context.Context, s *store.Store, current []store.Manifest) (out seatList, err error) {
	i := slices.IndexFunc(current, func(m store.Manifest) bool { return m.Dataset == "capitals" })
	if i < 0 {
		return out, nil
	}
	stored, ok := current[i].Table("places")
	if !ok {
		return out, nil
	}
	out.manifest = current[i]
	out.source = stepped(sourceOf(current[i], stored), toCapital, "great circle between the capitals of the year")
	columns := []string{"ccode", "stdate", "enddate", "capital", "lat", "lng"}
	newest := ir.Year(0)
	err = rowsOf(ctx, s, current[i], "places", columns, func(c *scan) {
		from, ok := c.year(c.place("stdate"))
		to, also := c.year(c.place("enddate"))
		lat, north := c.Number("lat")
		lon, east := c.Number("lng")
		if state := c.state(c.place("ccode"), from); ok && also && north && east && state != noState {
			out.seats = append(out.seats, Seat{state, c.Text("capital"), from, to, lat, lon})
			newest = max(newest, to)
		}
	})
	for i := range out.seats {
		if out.seats[i].Last == newest {
			out.seats[i].Last = forever
		}
	}
	return out, err
}

// seatsIn are the capitals of a year: of two, the one at its end.
func seatsIn(l seatList, t *target, year ir.Year) []Seat {
	var out []Seat
	for _, seat := range l.seats {
		if !t.has(seat.State) || year < seat.First || year > seat.Last {
			continue
		}
		if n := len(out); n > 0 && out[n-1].State == seat.State {
			if seat.First >= out[n-1].First {
				out[n-1] = seat
			}
			continue
		}
		out = append(out, seat)
	}
	return out
}

// distances are those between capitals, from the year on in which both are.
func distances(seats []Seat, src prov.Source) *gather {
	if len(seats) < 2 {
		return nil
	}
	g := &gather{
		indicator: panel.Indicator{Name: toCapital, Unit: "km", Form: panel.SymmetricDyad},
		sources:   []prov.Source{src}, step: "great circle between the capitals of the year",
	}
	slices.SortStableFunc(seats, func(a, b Seat) int { return int(a.State) - int(b.State) })
	for i, a := range seats {
		for _, b := range seats[i+1:] {
			km := math.Round(100*ir.Kilometres(a.Lat, a.Lon, b.Lat, b.Lon)) / 100
			g.cells = append(g.cells, cell{pair{a.State, b.State}, max(a.First, b.First), km, km, km, prov.Derived, 0})
		}
	}
	return g
}
