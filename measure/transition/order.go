package transition

import "slices"

// ranksOf returns the places, in ascending order, of the values on which the
// quantiles of n sorted values rest.
func ranksOf(levels []float64, n int) []int {
	var ranks []int
	for _, q := range levels {
		k := min(int(q*float64(n-1)), n-1)
		ranks = append(ranks, k, min(k+1, n-1))
	}
	slices.Sort(ranks)
	return slices.Compact(ranks)
}

// smallest is how few values are simply sorted.
const smallest = 24

// order moves values so that those at the given ranks, which ascend, are the
// ones that sorting would put there. It is quickselect for several ranks at
// once, with three-way partition, so equal values cost nothing.
func order(x []float64, ranks []int) { orderFrom(x, 0, ranks) }

// orderFrom is order for a part of the values that begins at rank base.
func orderFrom(x []float64, base int, ranks []int) {
	for len(ranks) > 0 && len(x) > smallest {
		low, high := partition(x, median3(x[0], x[len(x)/2], x[len(x)-1]))
		i, _ := slices.BinarySearch(ranks, base+low)
		j, _ := slices.BinarySearch(ranks, base+high)
		orderFrom(x[:low], base, ranks[:i])
		x, base, ranks = x[high:], base+high, ranks[j:]
	}
	if len(ranks) > 0 {
		slices.Sort(x)
	}
}

// partition puts values below the pivot before low and those above it from high.
func partition(x []float64, pivot float64) (low, high int) {
	high = len(x)
	for i := 0; i < high; {
		switch v := x[i]; {
		case v < pivot:
			x[i], x[low] = x[low], v
			low++
			i++
		case v > pivot:
			high--
			x[i], x[high] = x[high], v
		default:
			i++
		}
	}
	return low, high
}

func median3(a, b, c float64) float64 { return max(min(a, b), min(max(a, b), c)) }
