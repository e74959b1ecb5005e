package similarity

import "math"

// Metric is how the distance between two ratings is counted.
type Metric int

// The metrics: the distance itself, as in [signorino1999tau], or its square, as in
// [haege2011].
const (
	Absolute Metric = iota
	Squared
)

// S is Signorino and Ritter's similarity of two portfolios [signorino1999tau], in
// [-1, 1]: 1 less twice the weighted mean distance of ratings over the largest
// distance that the scale allows,
//
//	S = 1 - 2 (sum of w d) / (dmax sum of w)
//
// with d = |x - y| and dmax = levels - 1, or both squared. It is 1 where all
// ratings agree and -1 where all lie at opposite ends. The weights are those of
// the table: capabilities of the members give the weighted form, and a table made
// [Joint.Binary] the binary one. It is NaN where there is no item.
func S(j *Joint, m Metric) float64 {
	total, sum, most := 0.0, 0.0, float64(j.Levels-1)
	for k := range j.Levels {
		for l := range j.Levels {
			d := math.Abs(float64(k - l))
			if m == Squared {
				d *= d
			}
			total += j.Weight[k][l]
			sum += d * j.Weight[k][l]
		}
	}
	if m == Squared {
		most *= most
	}
	return 1 - 2*sum/(most*total) // 0/0 is the NaN promised above
}

// Agreement is the share of items on which two states have the same rating, in
// [0, 1]: of roll calls, the share in which they voted alike. It is NaN where
// there is no item.
func Agreement(j *Joint) float64 {
	same := 0.0
	for k := range j.Levels {
		same += j.Weight[k][k]
	}
	return same / j.Total()
}

// Distance is how far two ideal points lie apart [bailey2017], in their own unit,
// which is that of one edition; NaN where either is missing.
func Distance(a, b float64) float64 { return math.Abs(a - b) }
