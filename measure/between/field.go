package between

import (
	"cmp"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/capability"
)

// Field is what the figures say of every state that has capability on record
// in one year, laid out for evaluation under many settings. States are in order
// of COW number; everything else goes by their index.
type Field struct {
	Year   ir.Year
	States []ir.CCode
	// Spending is each state's share of world military spending, Stock the
	// same for the forces it has built up, Output its share of world output.
	// Spending is never missing; Output is 0 where it is.
	Spending, Stock, Output []float64
	// As is the year of each spending figure.
	As []ir.Year

	major     []bool
	byRecord  bool       // majors of record are the powers, and nobody else
	relations []Relation // n x n
	capitals  []float64  // km, NaN where unknown
	lands     []float64
	hosted    []float64 // troops of i in j, NaN where not on record
	bases     []float64
	border    []bool
	started   []bool
}

// Basis is capability that stands in for military spending, forces and output
// alike; the zero value is none.
type Basis struct {
	// Shares are by state, of one total. The states that have one make the field.
	Shares map[ir.CCode]float64
	// Majors says that the powers are the majors of record and nobody else, as
	// suits an index that counts people as much as arms. Otherwise they are the
	// states with a large enough share.
	Majors bool
}

// none reports that nothing stands in.
func (b Basis) none() bool { return b.Shares == nil }

// Field lays out one year.
func (r *Record) Field(y ir.Year, set Settings, own Basis) *Field {
	f := &Field{Year: y, byRecord: own.Majors}
	var at []int
	for i, c := range r.states {
		if !own.none() {
			if v, ok := own.Shares[c]; ok {
				f.add(c, v, v, v, y)
				at = append(at, i)
			}
			continue
		}
		if share, as, ok := capability.LatestShare(r.s, milex, c, y); ok {
			gdp, _, _ := capability.LatestShare(r.s, output, c, y)
			f.add(c, share.Value, r.stock(c, as, set.Depreciation), gdp.Value, as)
			at = append(at, i)
		}
	}
	if own.none() {
		f.scaleStock()
	}
	f.pairs(r, at, int(set.Window))
	for _, c := range f.States {
		f.major = append(f.major, (own.none() || own.Majors) && r.major(c, y))
	}
	return f
}

func (f *Field) add(c ir.CCode, spending, stock, output float64, as ir.Year) {
	f.States = append(f.States, c)
	f.Spending = append(f.Spending, spending)
	f.Stock = append(f.Stock, stock)
	f.Output = append(f.Output, output)
	f.As = append(f.As, as)
}

// stock is the capital built up by the unbroken run of spending that ends in a
// year, in the unit of spending.
func (r *Record) stock(c ir.CCode, last ir.Year, depreciation float64) float64 {
	return capability.Stock(capability.Run(r.s.Series(milex, c), last), depreciation)
}

// scaleStock turns stocks into shares on the scale of spending: those of the
// states covered add up to what their shares of world spending add up to.
func (f *Field) scaleStock() {
	spending, stock := sum(f.Spending), sum(f.Stock)
	for i := range f.Stock {
		f.Stock[i] *= spending / stock
	}
}

func sum(xs []float64) float64 {
	total := 0.0
	for _, x := range xs {
		total += x
	}
	return total
}

// major reports a state that the record counts as a major power.
func (r *Record) major(c ir.CCode, y ir.Year) bool {
	cell, ok := r.s.Latest(major, c, y)
	return ok && cell.Value >= 1
}

// pairs fills the matrices; at gives each state's index in the record.
func (f *Field) pairs(r *Record, at []int, window int) {
	n := len(at)
	f.relations, f.border, f.started = make([]Relation, n*n), make([]bool, n*n), make([]bool, n*n)
	f.capitals, f.lands = make([]float64, n*n), make([]float64, n*n)
	f.hosted, f.bases = make([]float64, n*n), make([]float64, n*n)
	for i, a := range at {
		for j, b := range at {
			if i == j {
				continue // distances from itself are 0
			}
			k := i*n + j
			f.relations[k] = r.relation(a, b, f.Year)
			f.capitals[k], f.lands[k] = r.last(toCapital, a, b, f.Year), r.last(toTerritory, a, b, f.Year)
			f.hosted[k], f.bases[k] = r.last(troops, a, b, f.Year), r.last(bases, a, b, f.Year)
			f.border[k] = r.holds(border, a, b, f.Year)
			f.started[k] = r.started(a, b, f.Year, window)
		}
	}
	f.standIn()
}

// standIn takes distance between capitals for that between territories where no
// pair at all has one on record.
func (f *Field) standIn() {
	n := f.Len()
	for k, km := range f.lands {
		if k/n != k%n && !math.IsNaN(km) {
			return
		}
	}
	f.lands = f.capitals
}

// Len is the number of states.
func (f *Field) Len() int { return len(f.States) }

// Index finds a state; ok is false where it has no capability on record.
func (f *Field) Index(c ir.CCode) (i int, ok bool) { return slices.BinarySearch(f.States, c) }

// Powers lists the powers under a setting, the strongest first: majors of
// record and, unless the basis is for these alone, states with at least
// PowerShare of world output or spending.
func (f *Field) Powers(t Powers) []int { return f.powers(nil, t) }

// powers appends the powers to an empty slice.
func (f *Field) powers(out []int, t Powers) []int {
	for i := range f.States {
		if f.Spending[i] > 0 && (f.major[i] || !f.byRecord && max(f.Spending[i], f.Output[i]) >= t.PowerShare) {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(f.Spending[b], f.Spending[a]) })
	return out
}

// Relation is how two states stand to one another.
func (f *Field) Relation(i, j int) Relation { return f.relations[i*f.Len()+j] }

// Distance is between two states' capitals or, under Territory, their main
// territories, in km; NaN where it is not known.
func (f *Field) Distance(i, j int, territory bool) float64 {
	if territory {
		return f.lands[i*f.Len()+j]
	}
	return f.capitals[i*f.Len()+j]
}

// Near reports whether two states border on one another or their main
// territories lie within km.
func (f *Field) Near(i, j int, km float64) bool {
	k := i*f.Len() + j
	return f.border[k] || f.lands[k] <= km
}

// Present reports whether forces of one state are based in another: as many
// troops as make a base or, where they are not on record, a base on record.
func (f *Field) Present(i, j int, p capability.Presence) bool {
	k := i*f.Len() + j
	if !math.IsNaN(f.hosted[k]) {
		return f.hosted[k] >= p.MinTroops
	}
	return f.bases[k] >= 1
}

// Stake is that of a power in a state: 1 where it is near, rival, ally, present
// or has started a dispute on record, else the remote stake.
func (f *Field) Stake(g, i int, set Settings) float64 {
	if f.Near(g, i, set.NearDistance) || f.Relation(g, i) != Neither ||
		f.Present(g, i, set.Presence) || f.started[g*f.Len()+i] {
		return 1
	}
	return set.RemoteStake
}

// Capability is the basis chosen by the settings.
func (f *Field) Capability(set Settings) []float64 {
	if set.Stock {
		return f.Stock
	}
	return f.Spending
}
