// Package lake is the shallow-lake problem: a town sets how much phosphorus it
// releases into a lake each year, earns by releasing more, and does not know at
// what level the lake turns turbid for good [carpenter1999]. It is the worked
// example of package rdm, in the form that workbenches of robust decision making
// are compared on [kwakkel2017].
//
// The phosphorus in the lake, in units in which half of the largest recycling is
// at 1, moves from year to year by
//
//	x' = (1-b) x + x^q / (1+x^q) + release + natural inflow
//
// with loss b, and recycling from the sediment whose steepness is q. Above a
// level ([Critical]) recycling outruns loss. Natural inflows are lognormal and
// drawn for each future, or given.
//
// Start with [Planned], in which a policy is a release for every year, or [Ruled],
// in which it is a rule of two cubic radial basis functions that looks at the
// lake [quinn2017]. Both are models for [rdm.Run].
//
// The levels have no unit that a real lake could be measured in, and nothing here
// is calibrated to one: it is a problem to try methods on. A key in square
// brackets names a work in trace/cite/references.bib.
package lake
