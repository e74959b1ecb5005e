package rdm

// A group is statistics evaluated in one pass over the counts: four means, or
// one of any kind.
type group struct {
	at    []int // places of the results
	stats []statistic
}

// grouped splits statistics into groups.
func grouped(stats []statistic) []group {
	var groups []group
	var means group
	for k, s := range stats {
		if s.tail != nil {
			groups = append(groups, group{[]int{k}, []statistic{s}})
			continue
		}
		means.at, means.stats = append(means.at, k), append(means.stats, s)
		if len(means.at) == 4 {
			groups = append(groups, means)
			means = group{}
		}
	}
	for i := range means.at {
		groups = append(groups, group{means.at[i : i+1], means.stats[i : i+1]})
	}
	return groups
}

// evaluate puts the statistics of a replicate into result, by place and
// replicate.
func (g group) evaluate(counts []uint8, result [][]float64, replicate int) {
	switch {
	case len(g.stats) == 4:
		sums := weightedSums(counts, g.stats[0].col, g.stats[1].col, g.stats[2].col, g.stats[3].col)
		for k, at := range g.at {
			result[at][replicate] = sums[k] / float64(len(counts))
		}
	case g.stats[0].tail != nil:
		result[g.at[0]][replicate] = g.stats[0].tail.mean(counts)
	default:
		result[g.at[0]][replicate] = weightedSum(counts, g.stats[0].col) / float64(len(counts))
	}
}

func weightedSum(counts []uint8, x []float64) float64 {
	x = x[:len(counts)]
	sum := 0.0
	for i, c := range counts {
		sum += float64(c) * x[i]
	}
	return sum
}

// weightedSums is weightedSum of four columns; the sums do not wait for each
// other, which makes it about three times as fast as one by one.
func weightedSums(counts []uint8, a, b, c, d []float64) [4]float64 {
	a, b, c, d = a[:len(counts)], b[:len(counts)], c[:len(counts)], d[:len(counts)]
	var sa, sb, sc, sd float64
	for i, n := range counts {
		w := float64(n)
		sa += w * a[i]
		sb += w * b[i]
		sc += w * c[i]
		sd += w * d[i]
	}
	return [4]float64{sa, sb, sc, sd}
}
