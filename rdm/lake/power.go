package lake

import "math"

// The powers below look the logarithm and the exponential up in small tables and
// correct them with a short polynomial, both to base 2, so that nothing has to be
// scaled between the two. They use no fused operations, and give the same bits
// on every machine of a kind.
const cells = 256 // of the mantissa, and of the fraction

// reciprocal holds the inverse of the middle of each cell of the mantissa, and
// minusLog2 minus the logarithm of that inverse as it was rounded.
var reciprocal, minusLog2 = func() (inverse, log [cells]float64) {
	for i := range inverse {
		inverse[i] = 1 / (1 + (float64(i)+0.5)/cells)
		log[i] = -math.Log2(inverse[i])
	}
	return inverse, log
}()

// roots holds the bits of 2^(i/256).
var roots = func() (r [cells]uint64) {
	for i := range r {
		r[i] = math.Float64bits(math.Exp2(float64(i) / cells))
	}
	return r
}()

// The first terms of log2(1+r), and of 2^(r/256) above 1.
const (
	l1 = math.Log2E
	l2 = math.Log2E / 2
	l3 = math.Log2E / 3
	l4 = math.Log2E / 4
	l5 = math.Log2E / 5
	e1 = math.Ln2 / cells
	e2 = e1 * e1 / 2
	e3 = e2 * e1 / 3
	e4 = e3 * e1 / 4
)

// log2 returns the binary logarithm of x, a normal number above 0, to within
// 5e-16 and a rounding of the result.
func log2(x float64) float64 {
	bits := math.Float64bits(x)
	i := bits >> (52 - 8) & (cells - 1)
	m := math.Float64frombits(bits&(1<<52-1) | 1023<<52) // in [1, 2)
	r := m*reciprocal[i] - 1                             // within 2^-9 of 0
	return float64(int(bits>>52)-1023) + (minusLog2[i] + r*(l1-r*(l2-r*(l3-r*(l4-r*l5)))))
}

// exp2 returns 2^y for y within 1,000 of 0, to within four roundings.
func exp2(y float64) float64 {
	const shift = 3 << 51 // adding it rounds to a whole number, held in the low bits
	scaled := y * cells
	whole := scaled + shift
	r := scaled - (whole - shift) // within a half of 0
	bits := math.Float64bits(whole)
	root := math.Float64frombits(roots[bits&(cells-1)] + bits&^(cells-1)<<(52-8))
	return root * (1 + r*(e1+r*(e2+r*(e3+r*e4))))
}

// far is the power of 2 from which 1 beside it is lost, and so is its inverse
// beside any level.
const far = 900

// Recycled returns the phosphorus that the sediment gives back in a year at level
// x, of 0 or more: x^q / (1+x^q), computed as 1 / (1 + 2^(-q log2 x)). Below
// 1e-270 it is 0.
//
// It is within 1e-13 of the same formula with [math.Pow], relative to its size,
// and takes a third of the time: an error of the logarithm is multiplied by q log
// x, which is what limits it.
func Recycled(x, q float64) float64 {
	y := -q * log2(x)
	if y > far {
		return 0
	}
	return 1 / (1 + exp2(math.Max(y, -far)))
}
