package recipe

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/ir"
)

// world is who is there: the list that the rows follow, and the Correlates of
// War list, by whose numbers the datasets go.
type world struct {
	system  System
	members *members
	cow     *members
	// partings are the pairs that were members in a year without a common day, in
	// order of year.
	partings []parting
}

// parting is a pair of states, by their numbers in the panel's system, that were
// there in a year and never on one day of it.
type parting struct {
	a, b uint16
	year ir.Year
}

// part lists the partings.
func (w *world) part() {
	var y year
	for at := w.members.first; at <= w.members.last; at++ {
		y.set(w, at)
		if y.apart == nil {
			continue
		}
		for i := range y.n {
			for j := range i {
				if y.apart[i*y.n+j] {
					w.partings = append(w.partings, parting{y.states[j].code, y.states[i].code, at})
				}
			}
		}
	}
}

// year is one year's states and dyads. Figures of states are in the order of
// its states; those of dyads are matrices, row by row, n by n.
type year struct {
	year    ir.Year
	n       int
	states  []*membership // who is there, by number in the panel's system
	cow     []uint16      // their Correlates of War numbers; 0 where they have none
	local   []int32       // place by Correlates of War number; -1 for none
	partial []int32       // those there for a part of the year
	apart   []bool        // pairs without a common day; nil where there is none

	from, to, at []int32 // the rows: two states, and their place in a matrix
}

// set lists who was there in a year.
func (y *year) set(w *world, at ir.Year) {
	y.year = at
	y.states, y.cow, y.partial = y.states[:0], y.cow[:0], y.partial[:0]
	if y.local == nil {
		y.local = make([]int32, biggest+1)
	}
	for i := range y.local {
		y.local[i] = -1
	}
	whole := span{day(at)*10000 + firstOfYear, day(at)*10000 + lastOfYear}
	var buf [4]span
	for i := range w.members.list {
		s := &w.members.list[i]
		if !s.in(at) {
			continue
		}
		k := int32(len(y.states))
		if d := s.within(at, buf[:0]); len(d) != 1 || d[0] != whole {
			y.partial = append(y.partial, k)
		}
		y.states = append(y.states, s)
		y.cow = append(y.cow, 0)
		y.number(k, w.cowNumber(s.code, at))
	}
	y.n = len(y.states)
	y.separate()
}

// number gives a state its Correlates of War number. Of two states of the panel
// that have one number in a year, such as Serbia with Montenegro and without it,
// it is that of the one that was there last.
func (y *year) number(k int32, code uint16) {
	if code == 0 {
		return
	}
	if other := y.local[code]; other >= 0 {
		if y.states[other].until(y.year) > y.states[k].until(y.year) {
			return
		}
		y.cow[other] = 0
	}
	y.cow[k], y.local[code] = code, k
}

// cowNumber is the Correlates of War number that a state of the panel has in a
// year, 0 where it has none or was no member by that list.
func (w *world) cowNumber(code uint16, at ir.Year) uint16 {
	if w.system == COW {
		return code
	}
	c, verdict := source.Resolve(source.GW, strconv.Itoa(int(code)), at)
	if verdict != source.Matched {
		return 0
	}
	s, ok := w.cow.state(uint16(c))
	if !ok || !s.in(at) {
		return 0
	}
	return uint16(c)
}

// separate marks the pairs that were never members on one day.
func (y *year) separate() {
	y.apart = nil
	for _, i := range y.partial {
		for j := range int32(y.n) {
			if i == j || together(y.states[i], y.states[j], y.year) {
				continue
			}
			if y.apart == nil {
				y.apart = make([]bool, y.n*y.n)
			}
			y.apart[int(i)*y.n+int(j)], y.apart[int(j)*y.n+int(i)] = true, true
		}
	}
}

// arrange lists the rows: dyads that were together and, where there is a
// filter, are kept by it.
func (y *year) arrange(u Unit, keep []bool) {
	y.from, y.to, y.at = y.from[:0], y.to[:0], y.at[:0]
	n := int32(y.n)
	for i := range n {
		if u == StateYear {
			y.from = append(y.from, i)
			continue
		}
		start := int32(0)
		if u == DyadYear {
			start = i + 1
		}
		for j := start; j < n; j++ {
			at := i*n + j
			if i == j || marked(y.apart, at) || len(keep) > 0 && !keep[at] {
				continue
			}
			y.from, y.to, y.at = append(y.from, i), append(y.to, j), append(y.at, at)
		}
	}
}

// marked looks a pair up; where there are no marks, none is.
func marked(marks []bool, at int32) bool { return len(marks) > 0 && marks[at] }

// place finds a state by its number in the panel's system.
func (y *year) place(code uint16) (int, bool) {
	return slices.BinarySearchFunc(y.states, code, func(s *membership, c uint16) int { return cmp.Compare(s.code, c) })
}

// pair finds two states by Correlates of War number.
func (y *year) pair(a, b uint16) (i, j int, ok bool) {
	i, j = int(y.local[a]), int(y.local[b])
	return i, j, i >= 0 && j >= 0 && i != j
}

// missing fills a column with gaps.
func missing(out []float64) {
	nan := math.NaN()
	for i := range out {
		out[i] = nan
	}
}

// base fills a matrix with what a source says by not listing a dyad: 0 in a year
// it covers, for states that its list has, and a gap otherwise.
func (y *year) base(out []float64, covered bool) {
	if !covered {
		missing(out)
		return
	}
	clear(out)
	for i, c := range y.cow {
		if c != 0 {
			continue
		}
		for j := range y.n {
			out[i*y.n+j], out[j*y.n+i] = math.NaN(), math.NaN()
		}
	}
}

// baseStates does the same for figures of states.
func (y *year) baseStates(out []float64, covered bool) {
	if !covered {
		missing(out)
		return
	}
	for i, c := range y.cow {
		out[i] = 0
		if c == 0 {
			out[i] = math.NaN()
		}
	}
}
