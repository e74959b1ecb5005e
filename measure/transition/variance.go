package transition

import "math"

// Variance says how much of the variance of the overtaking year is choice of
// assumption, and how much is left when all choices are fixed: the error of
// estimating the drift and the shocks to come. "Never" counts as the year after
// the horizon and "already past" as the vintage, so no draw is dropped.
//
// Shares are of the total variance. Those of one choice are main effects, the
// variance of the means over its options; Assumed also holds what choices do
// together, so it is no less than any of them, and Assumed and Within sum to 1.
// A mean over few draws varies by chance, which adds about cases / draws to
// Assumed. All shares are NaN where the year is the same in every draw.
type Variance struct {
	Total                  float64 // years squared
	Window, Regime, Fading float64
	Assumed, Within        float64
}

// moments sums years over draws.
type moments struct{ n, sum, square float64 }

func (m *moments) add(c *component) {
	for t, k := range c.overtaking {
		m.n += float64(k)
		m.sum += float64(k) * float64(t)
		m.square += float64(k) * float64(t) * float64(t)
	}
}

// decompose splits the variance of the overtaking year over the cases.
func decompose(cases []*component) Variance {
	var all moments
	for _, c := range cases {
		all.add(c)
	}
	mean := all.sum / all.n
	v := Variance{Total: math.Max(0, all.square/all.n-mean*mean)}
	between := func(same func(a, b *component) bool) float64 {
		total := 0.0
		for i, c := range cases {
			if firstOf(cases[:i], c, same) {
				var m moments
				for _, d := range cases[i:] {
					if same(c, d) {
						m.add(d)
					}
				}
				total += m.n / all.n * (m.sum/m.n - mean) * (m.sum/m.n - mean)
			}
		}
		return total / v.Total
	}
	if v.Total <= sameShare {
		nan := math.NaN()
		return Variance{0, nan, nan, nan, nan, nan}
	}
	v.Window = between(func(a, b *component) bool { return a.Window == b.Window })
	v.Regime = between(func(a, b *component) bool { return a.regime == b.regime })
	v.Fading = between(func(a, b *component) bool { return a.fading.Name == b.fading.Name })
	v.Assumed = between(func(a, b *component) bool { return a == b })
	v.Within = 1 - v.Assumed
	return v
}

// firstOf reports whether no earlier case is the same as c.
func firstOf(earlier []*component, c *component, same func(a, b *component) bool) bool {
	for _, e := range earlier {
		if same(e, c) {
			return false
		}
	}
	return true
}
