package similarity

// Joint is how the ratings of two portfolios fall together: the weight of the
// items that one state rates k and the other l. With every weight 1 it is a count.
type Joint struct {
	Levels int
	Weight [maxLevels][maxLevels]float64
}

// Cross fills a joint table from two portfolios of as many items. Items missing in
// either, and those whose weight is not above 0, are passed over. With nil weights
// every item counts 1. Levels is from 2 to 4.
func Cross(x, y Portfolio, weights []float64, levels int) Joint {
	j := Joint{Levels: levels}
	for i, r := range x {
		s := y[i]
		if r < 0 || s < 0 {
			continue
		}
		w := 1.0
		if weights != nil {
			if w = weights[i]; !(w > 0) {
				continue
			}
		}
		j.Weight[r][s] += w
	}
	return j
}

// Binary is the table with every rating above 0 made 1.
func (j *Joint) Binary() Joint {
	out := Joint{Levels: 2}
	for k := range j.Levels {
		for l := range j.Levels {
			out.Weight[min(k, 1)][min(l, 1)] += j.Weight[k][l]
		}
	}
	return out
}

// Total is the weight of all items.
func (j *Joint) Total() float64 {
	total := 0.0
	for k := range j.Levels {
		for l := range j.Levels {
			total += j.Weight[k][l]
		}
	}
	return total
}

// moments are what the indices of squared distance need: means and variances of
// both ratings, and the mean squared distance.
type moments struct{ meanX, meanY, varX, varY, apart float64 }

// moments sums the table, of the total given.
func (j *Joint) moments(total float64) moments {
	var m moments
	var squareX, squareY float64
	for k := range j.Levels {
		for l := range j.Levels {
			w, x, y := j.Weight[k][l]/total, float64(k), float64(l)
			m.meanX += w * x
			m.meanY += w * y
			squareX += w * x * x
			squareY += w * y * y
			m.apart += w * (x - y) * (x - y)
		}
	}
	m.varX, m.varY = squareX-m.meanX*m.meanX, squareY-m.meanY*m.meanY
	return m
}

// varied reports whether the ratings of the two states are not all one and the
// same, without which chance explains everything or nothing.
func (j *Joint) varied() bool {
	seen := -1
	for k := range j.Levels {
		for l := range j.Levels {
			switch {
			case j.Weight[k][l] == 0:
			case k != l || seen >= 0:
				return true
			default:
				seen = k
			}
		}
	}
	return false
}
