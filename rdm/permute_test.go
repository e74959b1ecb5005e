package rdm_test

import (
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
	"pgregory.net/rapid"
)

func TestPermuteIsBijective(t *testing.T) {
	sizes := []uint64{1000, 1023, 1024, 1025, 10007}
	for n := uint64(1); n <= 70; n++ {
		sizes = append(sizes, n)
	}
	for _, n := range sizes {
		for key := range uint64(20) {
			checkBijective(t, key*0x123456789, n)
		}
	}
}

func TestPermuteIsBijectiveForAnyKey(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkBijective(t, rapid.Uint64().Draw(t, "key"), rapid.Uint64Range(1, 5000).Draw(t, "n"))
	})
}

func checkBijective(t rapid.TB, key, n uint64) {
	seen := make([]bool, n)
	for i := range n {
		to := rdm.Permute(key, i, n)
		if to >= n || seen[to] {
			t.Fatalf("Permute(%d, %d, %d) = %d, out of range or taken", key, i, n, to)
		}
		seen[to] = true
	}
}

// Over many keys, every ordered pair of places is as likely as any other.
func TestPermuteIsEvenOverKeys(t *testing.T) {
	const keys = 20000
	for _, n := range []uint64{2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 17, 30} {
		count := make(map[[2]uint64]float64)
		for key := range uint64(keys) {
			count[[2]uint64{rdm.Permute(key, 0, n), rdm.Permute(key, 1, n)}]++
		}
		pairs := float64(n * (n - 1))
		want, chi := keys/pairs, 0.0
		for _, c := range count {
			chi += (c - want) * (c - want) / want
		}
		chi += want * (pairs - float64(len(count)))
		if over := (chi - (pairs - 1)) / math.Sqrt(2*(pairs-1)); over > 5 {
			t.Errorf("n = %d: chi-square %v over %v pairs, %.1f standard errors too many", n, chi, pairs, over)
		}
	}
}

func TestPermuteEdges(t *testing.T) {
	if got := rdm.Permute(9, 5, 0); got != 0 {
		t.Errorf("Permute of nothing = %d; want 0", got)
	}
	if got, want := rdm.Permute(9, 15, 10), rdm.Permute(9, 5, 10); got != want {
		t.Errorf("Permute(15) = %d; want that of 5, %d", got, want)
	}
	checkInside(t, 1<<63+12345)
	checkInside(t, math.MaxUint64)
}

func checkInside(t *testing.T, n uint64) {
	t.Helper()
	for i := range uint64(100) {
		if got := rdm.Permute(3, n-1-i, n); got >= n {
			t.Errorf("Permute(%d, %d) = %d", n-1-i, n, got)
		}
	}
}
