package rdm

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Prim sets how boxes are searched by the patient rule induction method
// [friedmanfisher1999], in the form that [bryantlempert2010] gave it for finding
// the futures in which a policy fails. [DefaultPrim] gives the defaults.
type Prim struct {
	// Peel is the share of the box that one peel removes.
	Peel float64 `name:"prim_peel" unit:"share of box" min:"0.01" max:"0.3" default:"0.05" ref:"friedmanfisher1999" why:"The authors peel a twentieth to a tenth; less is more patient and slower." en:"share of the box that a peel removes" ko:"한 번에 깎아 내는 상자의 비율"`

	// Paste is the share of the box that one step of pasting adds.
	Paste float64 `name:"prim_paste" unit:"share of box" min:"0.01" max:"0.3" default:"0.05" ref:"friedmanfisher1999" why:"The authors paste in steps as small as those they peel in." en:"share of the box that pasting adds" ko:"한 번에 다시 붙이는 상자의 비율"`

	// MinMass is the least share of all cases that a box may hold.
	MinMass float64 `name:"prim_min_mass" unit:"share of cases" min:"0.001" max:"0.5" default:"0.05" ref:"assumed" why:"A convention; tools in use default to 0.001 to 0.05, and in 10,000 futures a twentieth is still 500." en:"least share of futures in a box" ko:"상자에 들어갈 최소 미래 비율"`

	// Density is the share of the cases in a box that must be of interest.
	Density float64 `name:"prim_density" unit:"share of box" min:"0.5" max:"0.99" default:"0.8" ref:"assumed" why:"How pure a box must be is the reader's choice; from more likely than not to nearly always." en:"density a box must reach" ko:"상자가 갖춰야 할 밀도"`

	// Chance is the largest quasi-p-value of a limit that is kept.
	Chance float64 `name:"prim_chance" unit:"probability" min:"0.001" max:"0.5" default:"0.05" ref:"assumed" why:"A convention; the limits were searched for, so the value is lower than a test of one limit would give." en:"largest quasi-p-value of a limit that is kept" ko:"남겨 두는 조건의 최대 준 p값"`

	Objective Objective
	Boxes     int // most boxes searched, one after another; 0 is one
	Inputs    int // most inputs with a limit in a box; 0 is any number
}

// DefaultPrim returns the settings at their defaults, for one box.
func DefaultPrim() Prim { return param.Default[Prim]() }

// Limit is a condition on one input of a box.
type Limit struct {
	Input int
	Kind  Kind
	// Low and High belong to the box; they are values of cases, or infinite on a
	// side without limit. NaN for a categorical input.
	Low, High float64
	// In and Out are the categories within the box and outside it, ascending;
	// nil for a numeric input.
	In, Out []float64
	// QuasiP is how probable the box's hits would be if the limit had no bearing
	// on them, given the cases that meet every other limit: a binomial tail
	// [bryantlempert2010]. It grades limits; it is no test, since the limit was
	// searched for. NaN in the leaves of a tree.
	QuasiP float64
}

// Allows reports whether a value meets the limit.
func (l Limit) Allows(v float64) bool {
	if l.Kind == Categorical {
		return slices.Contains(l.In, v)
	}
	return l.Low <= v && v <= l.High
}

// Box is a set of conditions and the cases that meet them all.
type Box struct {
	Limits []Limit // by input; none is a box of everything
	Point
}

// Contains reports whether a case, its values by input, is in the box.
func (b Box) Contains(x []float64) bool {
	for _, l := range b.Limits {
		if !l.Allows(x[l.Input]) {
			return false
		}
	}
	return true
}

// Found is a box and how it was arrived at.
type Found struct {
	Box
	// Reached reports that the box is as dense as asked.
	Reached bool
	Curve   Curve
	At      int // place on the curve that the box was made from
}

// Discovery is the boxes found, in order. A case in several boxes counts in the
// first of them: the N, Hits, Density and quasi-p-values of a later box are
// among the cases in no earlier one, and its Coverage and Mass are what it adds.
type Discovery struct {
	Found []Found
	Base  float64 // share of all cases that are of interest
	All   Point   // of the boxes together
}

// Discover looks for boxes in which the cases of interest are dense.
//
// A search peels the box of everything, a small share at a time, and yields a
// curve of ever smaller and denser boxes. From those as dense as asked it takes
// the one that covers most; lifts, worst first, the limits that chance explains;
// moves on along the curve if that made the box too thin; and at last pastes:
// moves edges out while the density does not fall. Where no box is as dense as
// asked, it treats the densest so and says Reached is false. The search for
// further boxes ends there, and only a first box is returned that did not get so
// far, or that has no limits at all. Where the inputs of a box are capped, peeling
// goes on within those that it took first.
//
// The result is a function of the order of the values alone: it does not change
// with the unit of an input, nor, but for inputs that sort some cases alike,
// with the order of the inputs. Gaps in inputs are an error, and so are cases
// that are all of interest or none ([ErrAllAlike]).
func Discover(c Cases, p Prim) (Discovery, error) {
	if err := param.Validate(p); err != nil {
		return Discovery{}, fmt.Errorf("rdm: %w", err)
	}
	if p.Inputs < 0 {
		return Discovery{}, errInputs(p.Inputs)
	}
	g, err := newGrid(c)
	if err != nil {
		return Discovery{}, err
	}
	return g.discover(p), nil
}

func errInputs(n int) error {
	return fmt.Errorf("rdm: at most %d inputs in a box; want 1 or more, or 0 for any number", n)
}

func (g *grid) discover(p Prim) Discovery {
	var all, held tallied
	for _, y := range g.y {
		all.add(y)
	}
	d := Discovery{Base: all.density()}
	use := []bool(nil)
	for len(d.Found) < max(1, p.Boxes) && held.hits < all.hits {
		s := newPeeling(g, use, all, p)
		f, r := s.find(p)
		if len(d.Found) > 0 && !(f.Reached && len(f.Limits) > 0) {
			break
		}
		d.Found = append(d.Found, f)
		held = held.plus(tallied{f.N, f.Hits})
		if use = r.without(g, use); !f.Reached || len(f.Limits) == 0 || all.n-held.n < s.least {
			break
		}
	}
	d.All = (&peeling{all: all}).point(held, 0)
	d.All.Inputs = d.inputs()
	return d
}

// inputs counts the inputs with a limit in some box.
func (d Discovery) inputs() int {
	seen := make(map[int]bool)
	for _, f := range d.Found {
		for _, l := range f.Limits {
			seen[l.Input] = true
		}
	}
	return len(seen)
}

// without returns the cases in use that are not in the region.
func (r *region) without(g *grid, use []bool) []bool {
	rest := make([]bool, len(g.y))
	limited := r.limited(g)
	for i := range rest {
		inside := !slices.ContainsFunc(limited, func(d int) bool { return !r.allows(d, g.cols[d].rank[i]) })
		rest[i] = !inside && (len(use) == 0 || use[i])
	}
	return rest
}

// find searches one box.
func (s *peeling) find(p Prim) (Found, region) {
	f := Found{Curve: s.curve()}
	r, at := s.choose(&f.Curve, p)
	r = s.paste(r, p.Paste)
	f.Box, f.At = s.box(r), at
	f.Reached = f.Density >= p.Density
	return f, r
}

// choose returns the first region of the curve, so that which covers most, that
// is as dense as asked even without the limits that chance explains.
func (s *peeling) choose(c *Curve, p Prim) (r region, at int) {
	for k, pt := range c.Points {
		if pt.Density < p.Density {
			continue
		}
		r = c.region(k)
		if in := s.strip(&r, p.Chance); in.density() >= p.Density {
			return r, k
		}
	}
	at = slices.Index(c.Points, slices.MaxFunc(c.Points, func(a, b Point) int { return cmp.Compare(a.Density, b.Density) }))
	r = c.region(at)
	s.strip(&r, p.Chance)
	return r, at
}

// strip lifts the limits of an input, that with the largest quasi-p-value first,
// until none is above chance.
func (s *peeling) strip(r *region, chance float64) tallied {
	for {
		in, kept := r.tally(s.g, s.use)
		worst, most := -1, chance
		for _, d := range r.limited(s.g) {
			if q := quasiP(in, kept[d]); q > most {
				worst, most = d, q
			}
		}
		if worst < 0 {
			return in
		}
		r.open(s.g, worst)
	}
}

// box puts a region in the values of the inputs.
func (s *peeling) box(r region) Box {
	in, kept := r.tally(s.g, s.use)
	limited := r.limited(s.g)
	b := Box{Point: s.point(in, len(limited))}
	for _, d := range limited {
		col := s.g.cols[d]
		l := Limit{Input: d, Kind: col.kind, Low: math.NaN(), High: math.NaN(), QuasiP: quasiP(in, kept[d])}
		if col.kind == Categorical {
			l.In, l.Out = r.categories(s.g, d)
		} else {
			l.Low, l.High = math.Inf(-1), math.Inf(1)
			if r.lo[d] > 0 {
				l.Low = col.values[r.lo[d]]
			}
			if int(r.hi[d]) < len(col.values)-1 {
				l.High = col.values[r.hi[d]]
			}
		}
		b.Limits = append(b.Limits, l)
	}
	return b
}
