package game

import "math"

// The logarithm is taken for every set of patrons of every crisis. The number is
// split into a power of two, one of 128 fractions whose logarithms stand in a
// table, and a rest small enough for a short series.
const (
	fractions    = 128
	fractionBits = 7
	fractionMask = 1<<exponentAt - 1
	exponentBias = 1023
	infinite     = 2047 // the exponent of infinities and of what is no number
)

// fraction is the middle of one of the intervals that 1 to 2 is cut into.
type fraction struct{ inverse, log float64 }

var fractionsOf = func() (t [fractions]fraction) {
	for i := range t {
		middle := 1 + (float64(i)+0.5)/fractions
		t[i] = fraction{1 / middle, math.Log(middle)}
	}
	return t
}()

// Log is the natural logarithm of x to within an absolute error of 1e-12, and
// as [math.Log] has it for zero, for negative numbers and for infinity.
func Log(x float64) float64 {
	bits := math.Float64bits(x)
	exponent := int(bits >> exponentAt) // with the sign, so negative numbers are beyond
	if exponent == 0 || exponent >= infinite {
		return math.Log(x)
	}
	at := &fractionsOf[bits>>(exponentAt-fractionBits)&(fractions-1)]
	r := math.Float64frombits(bits&fractionMask|exponentBias<<exponentAt)*at.inverse - 1
	series := r * (1 - r*(0.5-r*(1.0/3-r*(0.25-r*0.2))))
	return float64(exponent-exponentBias)*math.Ln2 + at.log + series
}
