package between

import "github.com/shatterbelt/shatterbelt/rdm"

// Purposes key the draws of the two permutations.
const (
	purposeCapability uint32 = iota + 1
	purposeRivalry
)

// arrangements is how many there are of the powers, if no more than Draws.
func (n Nulls) arrangements() (count int, few bool) {
	count = 1
	for range n.deals() {
		for k := 2; k <= n.Powers; k++ {
			if count > n.Draws/k {
				return 0, false
			}
			count *= k
		}
	}
	return count, count <= n.Draws
}

// deals is how many permutations one arrangement takes.
func (n Nulls) deals() int {
	if n.Shuffle == Apart {
		return 2
	}
	return 1
}

// nth is arrangement k of all.
func (n Nulls) nth(k int) (capability, rivalry []int) {
	orders := 1
	for f := 2; f <= n.Powers; f++ {
		orders *= f
	}
	return n.arrange(unrank(k%orders, n.Powers), unrank(k/orders, n.Powers))
}

// draw is arrangement k of those drawn at random.
func (n Nulls) draw(k int) (capability, rivalry []int) {
	s := rdm.NewStream(n.Seed, k)
	return n.arrange(shuffled(s, purposeCapability, n.Powers), shuffled(s, purposeRivalry, n.Powers))
}

// arrange applies what is shuffled; where one permutation is all, it is the first.
func (n Nulls) arrange(first, second []int) (capability, rivalry []int) {
	switch n.Shuffle {
	case Jointly:
		return first, first
	case Capabilities:
		return first, unrank(0, n.Powers)
	case Rivalries:
		return unrank(0, n.Powers), first
	}
	return first, second
}

// unrank is permutation k of 0..n-1, by the digits of k in the factorial number
// system; 0 is the identity.
func unrank(k, n int) []int {
	left := make([]int, n)
	weight := 1
	for i := range left {
		left[i] = i
		if i > 0 {
			weight *= i
		}
	}
	out := make([]int, 0, n)
	for len(left) > 0 {
		at := k / weight % len(left)
		out = append(out, left[at])
		left = append(left[:at], left[at+1:]...)
		weight /= max(len(left), 1)
	}
	return out
}

// shuffled is a random permutation of 0..n-1 in which every order is equally
// likely: from the end, each place takes one of those left.
func shuffled(s rdm.Stream, purpose uint32, n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	for i := n - 1; i > 0; i-- {
		j := int(s.Uniform(0, purpose, uint32(i)) * float64(i+1))
		out[i], out[j] = out[j], out[i]
	}
	return out
}
