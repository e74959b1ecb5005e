package alignment

import "math"

// Weights says how much each dimension of ties counts beside the others. Only
// ratios matter.
type Weights struct {
	// Treaty is the weight of treaties.
	Treaty float64 `name:"weight_treaty" unit:"" min:"0.25" max:"4" default:"1" scale:"log" ref:"assumed" why:"nothing says which tie counts most, so all count alike; the range is a factor of four either way" en:"weight of treaties" ko:"조약의 가중치"`
	// Votes is the weight of votes in the United Nations.
	Votes float64 `name:"weight_votes" unit:"" min:"0.25" max:"4" default:"1" scale:"log" ref:"assumed" why:"as for treaties" en:"weight of UN votes" ko:"유엔 투표의 가중치"`
	// Trade is the weight of trade.
	Trade float64 `name:"weight_trade" unit:"" min:"0.25" max:"4" default:"1" scale:"log" ref:"assumed" why:"as for treaties" en:"weight of trade" ko:"무역의 가중치"`
	// Forces is the weight of forces hosted.
	Forces float64 `name:"weight_forces" unit:"" min:"0.25" max:"4" default:"1" scale:"log" ref:"assumed" why:"as for treaties" en:"weight of forces hosted" ko:"주둔군의 가중치"`
	// Hostility is the weight of hostility, which counts against.
	Hostility float64 `name:"weight_hostility" unit:"" min:"0.25" max:"4" default:"1" scale:"log" ref:"assumed" why:"as for treaties" en:"weight of rivalry and war" ko:"경쟁과 전쟁의 가중치"`
}

// Of returns the weight of one dimension.
func (w Weights) Of(d Dimension) float64 {
	return [dimensions]float64{w.Treaty, w.Votes, w.Trade, w.Forces, w.Hostility}[d]
}

// Without gives a dimension no weight.
func (w Weights) Without(d Dimension) Weights {
	*[dimensions]*float64{&w.Treaty, &w.Votes, &w.Trade, &w.Forces, &w.Hostility}[d] = 0
	return w
}

// Lean is how far a state leans to A rather than B, from -1 (wholly to B) to 1
// (wholly to A): the weighted mean, over the dimensions known of both, of the
// tie to A less that to B; hostility counts the other way. Exchanging A and B
// changes the sign and nothing else. With no dimension known of both, ok is
// false.
func Lean(a, b Ties, w Weights) (lean float64, ok bool) {
	sum, total := 0.0, 0.0
	for _, d := range Dimensions() {
		diff := a.Of(d) - b.Of(d)
		if d == Hostility {
			diff = -diff
		}
		if !math.IsNaN(diff) {
			sum += w.Of(d) * diff
			total += w.Of(d)
		}
	}
	if total == 0 {
		return math.NaN(), false
	}
	return sum / total, true
}

// Closeness is how close a state is to each of two powers, in [0, 1]: the
// weighted mean of its ties, in the dimensions known of both, less weighted
// hostility where it is known of both, and not below 0. It is missing (ok =
// false) where no friendly dimension is known of both.
func Closeness(a, b Ties, w Weights) (toA, toB float64, ok bool) {
	total := 0.0
	for _, d := range Dimensions() {
		x, y, by := a.Of(d), b.Of(d), w.Of(d)
		switch {
		case math.IsNaN(x) || math.IsNaN(y):
			continue
		case d == Hostility:
			by = -by
		default:
			total += by
		}
		toA, toB = toA+by*x, toB+by*y
	}
	if total == 0 {
		return math.NaN(), math.NaN(), false
	}
	return max(0, toA/total), max(0, toB/total), true
}

// Hedge is how evenly a state's ties spread over two rival powers, in [0, 1]:
// the lesser closeness over the greater. It is 0 where the state is close to one
// alone, 1 where it is as close to both, and 0, not 1, where it has no ties to
// either. Keeping ties to both sides at once is what Kuik calls hedging
// [kuik2008]; the ratio is ours. A high hedge of a low closeness is distance
// from both, so read the two together. Between powers that are no rivals there
// is nothing to hedge, which the caller has to know.
func Hedge(a, b Ties, w Weights) (hedge float64, ok bool) {
	x, y, ok := Closeness(a, b, w)
	switch {
	case !ok:
		return math.NaN(), false
	case max(x, y) == 0:
		return 0, true
	}
	return min(x, y) / max(x, y), true
}
