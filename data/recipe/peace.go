package recipe

import (
	"context"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
)

// PeaceYears counts the years of peace before a year: those since the last year
// in dispute before it, or since the series began, whichever is later
// [beckkatztucker1998]. The year of a dispute after peace has the years of peace
// before it; the year after has 0. from is the year from which it counts, and open
// says that no dispute but the beginning of the series stands before it. disputes
// are the years in dispute in order.
func PeaceYears(began, y ir.Year, disputes []ir.Year) (spell int, from ir.Year, open bool) {
	i, _ := slices.BinarySearch(disputes, y)
	if i > 0 && disputes[i-1] >= began {
		last := disputes[i-1]
		return int(y - last - 1), last + 1, false
	}
	return int(y - began), began, true
}

// peace counts years of peace by one list of disputes. Series begin with the
// list or, later, with the first dyad-year of the run of years in which both
// states are there.
type peace struct {
	*disputes

	parts []string // what each column is: "", "_start" or "_open"
	world *world
}

// The names that the columns of peace-years begin with.
const (
	cowSpell = "cowmidspell"
	gmlSpell = "gmlmidspell"
)

// openPeace reads the lists that the columns chosen are about.
func openPeace(ctx context.Context, l *loader, chosen []spec) (filler, error) {
	var out several
	for _, list := range []struct {
		name string
		disputing
	}{{cowSpell, correlates}, {gmlSpell, revised}} {
		p := peace{world: l.world}
		at := []int{}
		for k, s := range chosen {
			if part, ok := strings.CutPrefix(s.name, list.name); ok {
				p.parts, at = append(p.parts, part), append(at, k)
			}
		}
		if len(at) == 0 {
			continue
		}
		var err error
		if p.disputes, err = list.read(ctx, l); err != nil {
			return nil, err
		}
		out = append(out, part{p, at})
	}
	return out, nil
}

// several are fillers for some of the columns each.
type several []part

type part struct {
	filler

	at []int
}

func (s several) fill(y *year, out [][]float64) error {
	for _, p := range s {
		own := make([][]float64, len(p.at))
		for k, at := range p.at {
			own[k] = out[at]
		}
		if err := p.filler.fill(y, own); err != nil {
			return err
		}
	}
	return nil
}

func (p peace) fill(y *year, out [][]float64) error {
	for k := range out {
		y.base(out[k], p.rows.covered.has(y.year))
	}
	if !p.rows.covered.has(y.year) {
		return nil
	}
	since := make([]ir.Year, y.n)
	for i, s := range y.states {
		since[i] = max(s.since(y.year), p.rows.covered.first)
	}
	late := p.late(y, since)
	for i := range y.n {
		for j := range i {
			if y.cow[i] != 0 && y.cow[j] != 0 {
				p.put(y, out, i, j, max(since[i], since[j]), nil)
			}
		}
	}
	for pair, began := range late {
		if y.cow[pair[0]] != 0 && y.cow[pair[1]] != 0 {
			p.put(y, out, pair[0], pair[1], began, nil)
		}
	}
	for _, d := range p.dyads {
		if i, j, ok := y.pair(d.a, d.b); ok {
			began := max(since[i], since[j])
			if later, ok := late[[2]int{min(i, j), max(i, j)}]; ok {
				began = later
			}
			p.put(y, out, i, j, began, d.years)
		}
	}
	return nil
}

// late finds the pairs that had no common day in the year in which the later of
// the two came, and gives when their series began.
func (p peace) late(y *year, since []ir.Year) map[[2]int]ir.Year {
	var out map[[2]int]ir.Year
	for _, part := range p.world.partings {
		if part.year > y.year {
			break
		}
		i, ok1 := y.place(part.a)
		j, ok2 := y.place(part.b)
		if !ok1 || !ok2 {
			continue
		}
		pair := [2]int{min(i, j), max(i, j)}
		if max(since[i], since[j], out[pair]) == part.year {
			if out == nil {
				out = map[[2]int]ir.Year{}
			}
			out[pair] = part.year + 1
		}
	}
	return out
}

// put writes the columns of one dyad, both ways.
func (p peace) put(y *year, out [][]float64, i, j int, began ir.Year, disputes []ir.Year) {
	spell, from, open := PeaceYears(began, y.year, disputes)
	for k, part := range p.parts {
		v := float64(spell)
		switch part {
		case "_start":
			v = float64(from)
		case "_open":
			v = b2f(open)
		}
		out[k][i*y.n+j], out[k][j*y.n+i] = v, v
	}
}
