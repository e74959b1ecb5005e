package pivot

import (
	"fmt"
	"math"
	"math/bits"
)

// A tally is a table of whole numbers, rows by width, each of some 64-bit words,
// lowest first. Its arithmetic is modulo 2^(64 words), and exact whenever the
// true result is smaller, whatever came between.
type tally struct {
	width, words int
	v            []uint64
}

// newTally makes a table of zeros wide enough for counts of subsets of some
// players, which are below 2^players.
func newTally(rows, width, players int) (*tally, error) {
	words := players/64 + 1
	if rows > maxCells/words/width {
		return nil, fmt.Errorf("pivot: %d players and a quota of %d need too large a table; use coarser units", players, width)
	}
	return &tally{width, words, make([]uint64, rows*width*words)}, nil
}

// row returns the words of one row.
func (t *tally) row(r int) []uint64 {
	n := t.width * t.words
	return t.v[r*n : (r+1)*n : (r+1)*n]
}

// add adds src to dst, shifted by w columns, from the last column down, so that
// dst and src may be one row.
func (t *tally) add(dst, src []uint64, w int) {
	if t.words == 1 {
		for x := t.width - 1; x >= w; x-- {
			dst[x] += src[x-w]
		}
		return
	}
	for x := t.width - 1; x >= w; x-- {
		carry := uint64(0)
		for k := range t.words {
			at := x*t.words + k
			dst[at], carry = bits.Add64(dst[at], src[at-w*t.words], carry)
		}
	}
}

// subtract takes src, shifted by w columns, from dst, from the first column up:
// where dst and src are one row, each column loses what is left of the one w
// before it.
func (t *tally) subtract(dst, src []uint64, w int) {
	if t.words == 1 {
		for x := w; x < t.width; x++ {
			dst[x] -= src[x-w]
		}
		return
	}
	for x := w; x < t.width; x++ {
		borrow := uint64(0)
		for k := range t.words {
			at := x*t.words + k
			dst[at], borrow = bits.Sub64(dst[at], src[at-w*t.words], borrow)
		}
	}
}

// sum adds up columns from..to-1 of a row and returns the nearest float.
func (t *tally) sum(row []uint64, from, to int) float64 {
	total := make([]uint64, t.words)
	for x := max(from, 0); x < to; x++ {
		carry := uint64(0)
		for k := range total {
			total[k], carry = bits.Add64(total[k], row[x*t.words+k], carry)
		}
	}
	out := 0.0
	for k := t.words - 1; k >= 0; k-- {
		out += math.Ldexp(float64(total[k]), 64*k)
	}
	return out
}
