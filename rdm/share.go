package rdm

import "math"

// ShareInterval returns the share hits/n with its Wilson interval [wilson1927],
// which stays within 0..1 and holds up for few futures. A share of none is NaN,
// between 0 and 1.
func ShareInterval(hits, n int, level float64) Interval {
	if n == 0 {
		return Interval{math.NaN(), 0, 1}
	}
	z := NormalQuantile((1 + level) / 2)
	p, m := float64(hits)/float64(n), float64(n)
	mid := (p + z*z/(2*m)) / (1 + z*z/m)
	half := z / (1 + z*z/m) * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	return Interval{p, math.Max(0, mid-half), math.Min(1, mid+half)}
}

// ShareDifference returns by how much the share of one policy exceeds that of
// another over the same n futures, when only the one was good enough in
// onlyOne of them and only the other in onlyOther. The interval is that of
// [agresti2005] for matched pairs, which adds half a future to each of the four
// cells. A difference over no futures is NaN, between -1 and 1.
func ShareDifference(onlyOne, onlyOther, n int, level float64) Interval {
	if n == 0 {
		return Interval{math.NaN(), -1, 1}
	}
	z := NormalQuantile((1 + level) / 2)
	b, c, m := float64(onlyOne)+0.5, float64(onlyOther)+0.5, float64(n)+2
	mid := (b - c) / m
	half := z * math.Sqrt((b+c)-(b-c)*(b-c)/m) / m
	return Interval{
		Value: float64(onlyOne-onlyOther) / float64(n),
		Low:   math.Max(-1, mid-half),
		High:  math.Min(1, mid+half),
	}
}
