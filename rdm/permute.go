package rdm

import "math/bits"

// feistelSteps is how often the halves of an index are mixed into each other,
// and leastWidth the fewest bits that are permuted: with fewer of either, some
// permutations of a few numbers come up visibly more often than others.
const (
	feistelSteps = 8
	leastWidth   = 8
)

// Permute returns where a keyed permutation of 0..n-1 sends i, without making
// a table: a Feistel network [luby1988] over a power of two that holds n, walked
// until it lands inside [black2002]. An i of n or more is taken
// modulo n.
func Permute(key uint64, i, n uint64) uint64 {
	if n < 2 {
		return 0
	}
	if i >= n {
		i %= n
	}
	width := max(bits.Len64(n-1), leastWidth)
	for {
		i = feistel(key, i, width)
		if i < n {
			return i
		}
	}
}

// feistel permutes the integers of a width in bits. Each step adds a function of
// one half to the other, which is invertible whatever the function is and
// however unequal the halves.
func feistel(key, x uint64, width int) uint64 {
	low := width / 2
	high := width - low
	left, right := x>>low, x&(1<<low-1)
	for step := uint64(0); step < feistelSteps; step += 2 {
		left ^= mix(key+step*spreadA+right*spreadB) >> (64 - high)
		right ^= mix(key+(step+1)*spreadA+left*spreadB) >> (64 - low)
	}
	return left<<low | right
}
