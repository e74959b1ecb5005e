package coregen

import (
	"github.com/shatterbelt/shatterbelt/ir"
)

const (
	membersFile    = "cow-states/system2016.csv"
	majorsFile     = "cow-states/majors2016.csv"
	contiguityFile = "cow-contiguity/cow_contdir.csv"
)

// systemLast is the last year of the membership list; a member then is taken
// to be one in later years.
const systemLast = 2016

// coreFirst is the first year of any indicator of the core.
const coreFirst = 1985

type stateYear struct {
	state ir.CCode
	year  ir.Year
}

type dyadYear struct {
	ir.Directed
	year ir.Year
}

// A system says who was a member of the state system, who was a major power,
// and who bordered on whom, by land or across water, on any day of a year.
type system struct {
	members    map[stateYear]bool
	states     map[ir.Year][]ir.CCode // in order of the list
	majors     map[stateYear]bool
	contiguity map[dyadYear]int // type 1 (land) to 5 (up to 400 miles of water)
}

// loadSystem reads the Correlates of War lists once.
func (g *generator) loadSystem() (*system, error) {
	if g.system != nil {
		return g.system, nil
	}
	s := &system{
		members: map[stateYear]bool{}, states: map[ir.Year][]ir.CCode{},
		majors: map[stateYear]bool{}, contiguity: map[dyadYear]int{},
	}
	err := g.folder.each(membersFile, []string{"ccode", "year"}, func(r *record) {
		c, y := r.ccode("ccode"), r.year("year")
		s.members[stateYear{c, y}] = true
		s.states[y] = append(s.states[y], c)
	})
	if err != nil {
		return nil, err
	}
	err = g.folder.each(majorsFile, []string{"ccode", "styear", "endyear"}, func(r *record) {
		for y := r.year("styear"); y <= r.year("endyear"); y++ {
			s.majors[stateYear{r.ccode("ccode"), y}] = true
		}
	})
	if err != nil {
		return nil, err
	}
	if err := g.loadContiguity(s); err != nil {
		return nil, err
	}
	g.system = s
	return s, nil
}

// loadContiguity keeps the closest type of each dyad-year. Type 0 says that a
// spell without contiguity was looked at, and is dropped.
func (g *generator) loadContiguity(s *system) error {
	columns := []string{"ccode1", "ccode2", "conttype", "stdate", "enddate"}
	return g.folder.each(contiguityFile, columns, func(r *record) {
		kind := r.whole("conttype")
		if kind < 0 || kind > 5 {
			r.fail("conttype", "a type from 0 to 5")
		}
		if kind == 0 || r.err != nil {
			return
		}
		d := ir.Directed{From: r.ccode("ccode1"), To: r.ccode("ccode2")}
		for y := r.dateYear("stdate"); y <= r.dateYear("enddate"); y++ {
			k := dyadYear{d, y}
			if old, ok := s.contiguity[k]; !ok || kind < old {
				s.contiguity[k] = kind
			}
		}
	})
}

func (s *system) member(c ir.CCode, y ir.Year) bool {
	return s.members[stateYear{c, min(y, systemLast)}]
}

// since is the first year of a state's membership, or 0 where it was a member
// in the year before [coreFirst].
func (s *system) since(c ir.CCode) ir.Year {
	y := ir.Year(systemLast)
	for y >= coreFirst && s.members[stateYear{c, y - 1}] {
		y--
	}
	if y < coreFirst {
		return 0
	}
	return y
}

// both reports whether both states of a dyad were members in a year.
func (s *system) both(d ir.Directed, y ir.Year) bool {
	return s.member(d.From, y) && s.member(d.To, y)
}

// contiguous reports whether a dyad is of a type up to the one given.
func (s *system) contiguous(d ir.Directed, y ir.Year, upTo int) bool {
	kind, ok := s.contiguity[dyadYear{d, y}]
	return ok && kind <= upTo
}

func (s *system) major(d ir.Directed, y ir.Year) bool {
	return s.majors[stateYear{d.From, y}] || s.majors[stateYear{d.To, y}]
}
