package rdm

import (
	_ "embed" // the table of direction numbers
	"fmt"
	"math/bits"
	"strconv"
	"strings"
	"sync"
)

// MostSobolDims is how many dimensions a [Sobol] sequence has at most, and
// MostSobolPoints how many points.
const (
	MostSobolDims   = 1024
	MostSobolPoints = 1 << sobolBits
)

// sobolBits is how many binary digits of a coordinate the sequence fixes.
const sobolBits = 32

// Sobol spreads futures by the sequence of [sobol1967] with the direction
// numbers of [joekuo2008]: any first 2^k of them are spread evenly over every
// dimension and, as far as the numbers go, over pairs of dimensions too. Use
// numbers of futures that are powers of two; others lose the balance.
//
// The points are scrambled as [owen1995] proposes: the digits of a coordinate
// are flipped by a hash of the seed, the dimension and all digits before. That
// keeps the balance, makes every point uniform by itself, and lets other seeds
// show the error. Any future can be computed alone.
type Sobol struct {
	Seed   uint64
	Dims   []Dim
	Shrink float64 // as in LatinHypercube
	// Plain leaves the scrambling out. The points are then those of the
	// published sequence, in Gray-code order, moved by half of the last digit.
	Plain bool
}

//go:embed joekuo.txt
var joeKuo string

// directions returns the direction numbers by dimension, read once.
var directions = sync.OnceValue(func() [][sobolBits]uint32 {
	table := make([][sobolBits]uint32, 1, MostSobolDims)
	for k := range sobolBits {
		table[0][k] = 1 << (sobolBits - 1 - k) // the first dimension halves again and again
	}
	for line := range strings.Lines(joeKuo) {
		table = append(table, directionLine(strings.Fields(line)))
	}
	return table
})

// directionLine makes the direction numbers of one dimension from its line: the
// dimension, the degree s and the inner coefficients a of its polynomial, and s
// first numbers m, which the recurrence of the polynomial continues.
func directionLine(fields []string) (v [sobolBits]uint32) {
	number := func(k int) uint32 {
		n, err := strconv.ParseUint(fields[k], 10, 32)
		if err != nil {
			panic("rdm: table of direction numbers: " + err.Error())
		}
		return uint32(n)
	}
	s, a := int(number(1)), number(2)
	for k := range s {
		v[k] = number(3+k) << (sobolBits - 1 - k)
	}
	for k := s; k < sobolBits; k++ {
		v[k] = v[k-s] ^ v[k-s]>>s
		for j := 1; j < s; j++ {
			v[k] ^= a >> (s - 1 - j) & 1 * v[k-j]
		}
	}
	return v
}

// Coordinate returns where in the unit interval future i lies in a dimension.
func (s Sobol) Coordinate(i, dim int) float64 {
	v := &directions()[dim%MostSobolDims]
	x := uint32(0)
	for gray := uint32(i) ^ uint32(i)>>1; gray != 0; gray &= gray - 1 {
		x ^= v[bits.TrailingZeros32(gray)]
	}
	if s.Plain {
		return (float64(x) + 0.5) * 0x1p-32
	}
	key := designKey(s.Seed, dim)
	x = scramble(x, key)
	return (float64(x) + unit(mix(key+uint64(x)*spreadB))) * 0x1p-32
}

// scramble flips each binary digit by a hash of the digits before it.
func scramble(x uint32, key uint64) uint32 {
	flips := uint32(0)
	for b := range sobolBits {
		before := uint64(x) >> (sobolBits - b) // 0 for the first
		flips = flips<<1 | uint32(mix(key+(before<<6|uint64(b))*spreadA)>>63)
	}
	return x ^ flips
}

// Future puts the uncertainties of future i into x, one for each dimension.
func (s Sobol) Future(i int, x []float64) { place(s, i, s.Dims, s.Shrink, x) }

// Check reports a design that does not fit the dimensions of a model.
func (s Sobol) Check(dims []Dim) error {
	if len(s.Dims) > MostSobolDims {
		return fmt.Errorf("rdm: Sobol sequence of %d dimensions; want at most %d", len(s.Dims), MostSobolDims)
	}
	return checkDesign(s.Dims, dims, s.Shrink)
}
