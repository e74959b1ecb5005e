package game

import "math"

// The exponential function is taken some ten times for every instrument of every
// crisis of every year of every future, so it is worth a form of its own, short
// enough to be compiled in place: x is split into a whole number of 256ths of
// ln 2, whose powers stand in a table, and a rest small enough for a short
// series.
const (
	steps    = 256
	perLn2   = steps / math.Ln2
	ln2Steps = math.Ln2 / steps
	// shift added to a float64 of modest size leaves its nearest whole number in
	// the low bits.
	shift = 3 << 51
	// furthest is the exponent beyond which the result is taken as the end of the
	// range: 1e-300 and 1e300 are as good as 0 and infinity here.
	furthest = 690
	// stepBits is how many bits of a whole number of steps are below a doubling.
	stepBits = 8
	// exponentAt is where the exponent stands among the bits of a float64.
	exponentAt = 52
)

// powers are the bits of 2 to the power of i/256.
var powers = func() (t [steps]uint64) {
	for i := range t {
		t[i] = math.Float64bits(math.Exp2(float64(i) / steps))
	}
	return t
}()

// Exp is e to the power of x to within a relative error of 1e-11, for x between
// -690 and 690; beyond, it is that of the nearer end. Exp of NaN is no number.
func Exp(x float64) float64 {
	if x > furthest {
		x = furthest
	} else if x < -furthest {
		x = -furthest
	}
	at := x*perLn2 + shift
	k := math.Float64bits(at)
	r := x - (at-shift)*ln2Steps
	return (1 + r*(1+r*(0.5+r*(1.0/6)))) *
		math.Float64frombits(powers[k&(steps-1)]+k>>stepBits<<exponentAt)
}
