package recipe

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/ir"
)

// day is a date as a number that orders as dates do: 19450508.
type day int32

func dayOf(y, m, d int) day { return day(y*10000 + m*100 + d) }

func (d day) year() ir.Year { return ir.Year(d / 10000) }

const (
	firstOfYear = 101
	lastOfYear  = 1231
	never       = day(99991231)
)

// listEnds is the last year of the list of states that the program carries.
const listEnds ir.Year = 2016

// span is some days, the last included.
type span struct{ start, end day }

// membership is one state's spells in the system, in order, and the runs of
// years in which it was there on some day.
type membership struct {
	code  uint16
	spans []span
	runs  []years
}

// years are years from first to last, both included.
type years struct{ first, last ir.Year }

func (y years) has(at ir.Year) bool { return y.first <= at && at <= y.last }

// members is a list of states, by number.
type members struct {
	list        []membership
	at          []int32 // place in list by number; -1 for none
	first, last ir.Year // the years the list is about
}

// biggest is the most that a state's number may be.
const biggest = 999

// newMembers sorts spells into states. With carry, who was a member on the last
// day of the list stays one.
func newMembers(spells map[uint16][]span, carry bool) (*members, error) {
	m := &members{at: make([]int32, biggest+1)}
	var firstDay, lastDay day
	for _, spans := range spells {
		for _, s := range spans {
			if firstDay == 0 || s.start < firstDay {
				firstDay = s.start
			}
			lastDay = max(lastDay, s.end)
		}
	}
	m.first, m.last = firstDay.year(), lastDay.year()
	for i := range m.at {
		m.at[i] = -1
		spans, ok := spells[uint16(i)]
		if !ok {
			continue
		}
		slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.start, b.start) })
		for k := range spans {
			if spans[k].end < spans[k].start || k > 0 && spans[k].start <= spans[k-1].end {
				return nil, fmt.Errorf("panel: the spells of state %d overlap or end before they begin", i)
			}
			if carry && spans[k].end == lastDay {
				spans[k].end = never
			}
		}
		m.at[i] = int32(len(m.list))
		m.list = append(m.list, membership{uint16(i), spans, runsOf(spans)})
	}
	return m, nil
}

// runsOf joins spells whose years meet.
func runsOf(spans []span) []years {
	var out []years
	for _, s := range spans {
		if n := len(out); n > 0 && s.start.year() <= out[n-1].last+1 {
			out[n-1].last = max(out[n-1].last, s.end.year())
			continue
		}
		out = append(out, years{s.start.year(), s.end.year()})
	}
	return out
}

// state finds a state by number.
func (m *members) state(code uint16) (*membership, bool) {
	if int(code) >= len(m.at) || m.at[code] < 0 {
		return nil, false
	}
	return &m.list[m.at[code]], true
}

// in reports whether a state was there on some day of a year.
func (s *membership) in(y ir.Year) bool {
	return slices.ContainsFunc(s.runs, func(r years) bool { return r.has(y) })
}

// within gives the days of a year on which a state was there.
func (s *membership) within(y ir.Year, out []span) []span {
	start, end := day(y)*10000+firstOfYear, day(y)*10000+lastOfYear
	for _, p := range s.spans {
		if p.start <= end && p.end >= start {
			out = append(out, span{max(p.start, start), min(p.end, end)})
		}
	}
	return out
}

// until is the last day of a year on which a state was there.
func (s *membership) until(y ir.Year) day {
	var buf [4]span
	last := day(0)
	for _, p := range s.within(y, buf[:0]) {
		last = p.end
	}
	return last
}

// since is the first year of the run of years that a year belongs to.
func (s *membership) since(y ir.Year) ir.Year {
	for _, r := range s.runs {
		if r.has(y) {
			return r.first
		}
	}
	return y
}

// together reports whether two states were members on a common day of a year.
func together(a, b *membership, y ir.Year) bool {
	var bufA, bufB [4]span
	for _, p := range a.within(y, bufA[:0]) {
		for _, q := range b.within(y, bufB[:0]) {
			if p.start <= q.end && q.start <= p.end {
				return true
			}
		}
	}
	return false
}

// embedded is the Correlates of War list that the program carries.
func embedded(carry bool) (*members, error) {
	spells := map[uint16][]span{}
	for _, m := range source.Members() {
		for _, s := range m.Spells {
			end := dayOf(int(listEnds), 12, 31)
			if !s.Open() {
				end = dateOf(s.End)
			}
			spells[uint16(m.CCode)] = append(spells[uint16(m.CCode)], span{dateOf(s.Start), end})
		}
	}
	return newMembers(spells, carry)
}

func dateOf(t time.Time) day { return dayOf(t.Year(), int(t.Month()), t.Day()) }

// cowMembers reads an imported Correlates of War list.
func cowMembers(ctx context.Context, t *store.Table, carry bool) (*members, error) {
	spells := map[uint16][]span{}
	columns := []string{"ccode", "styear", "stmonth", "stday", "endyear", "endmonth", "endday"}
	err := t.Numbers(ctx, columns, func(rows int, c [][]float64) error {
		for i := range rows {
			code, err := stateNumber(c[0][i])
			if err != nil {
				return err
			}
			s := span{dayOf(int(c[1][i]), int(c[2][i]), int(c[3][i])), dayOf(int(c[4][i]), int(c[5][i]), int(c[6][i]))}
			spells[code] = append(spells[code], s)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return newMembers(spells, carry)
}

// gwMembers reads an imported list of Gleditsch and Ward.
func gwMembers(ctx context.Context, t *store.Table, carry bool) (*members, error) {
	spells := map[uint16][]span{}
	err := t.Each(ctx, []string{"gwcode", "startdate", "enddate"}, func(_ int64, c []source.Value) error {
		code, err := stateNumber(c[0].Float)
		if err != nil {
			return err
		}
		start, err := parseDay(c[1].Text)
		if err != nil {
			return err
		}
		end, err := parseDay(c[2].Text)
		spells[code] = append(spells[code], span{start, end})
		return err
	})
	if err != nil {
		return nil, err
	}
	return newMembers(spells, carry)
}

// parseDay reads a date such as 1945-05-08.
func parseDay(text string) (day, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return 0, fmt.Errorf("panel: %q is no date such as 1945-05-08", text)
	}
	return dateOf(t), nil
}

// stateNumber takes the number of a state from a cell.
func stateNumber(v float64) (uint16, error) {
	if !(v >= 1 && v <= biggest) || v != float64(uint16(v)) {
		return 0, fmt.Errorf("panel: %v is no number of a state", v)
	}
	return uint16(v), nil
}
