package lake

import (
	"math"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// inflowDraw is the purpose of the draw behind a natural inflow. Draws that must
// be made again take the purposes after it.
const inflowDraw = 1

// The ziggurat [marsagliatsang2000] covers the upper half of the normal density
// by slabs of equal area: their number, the right edge of the lowest and the area
// of each are those of the paper.
const (
	slabs = 128
	edge  = 3.442619855899
	area  = 9.91256303526217e-3
)

// ziggurat holds the right edges of the slabs, from the lowest up, and the
// density at each.
var ziggurat = func() (z struct{ x, f [slabs + 1]float64 }) {
	f := math.Exp(-edge * edge / 2)
	z.x[0], z.x[1] = area/f, edge
	for i := 2; i < slabs; i++ {
		z.x[i] = math.Sqrt(-2 * math.Log(area/z.x[i-1]+math.Exp(-z.x[i-1]*z.x[i-1]/2)))
	}
	for i := range z.f {
		z.f[i] = math.Exp(-z.x[i] * z.x[i] / 2)
	}
	return z
}()

// normal returns a draw from the standard normal distribution, that of a sample in
// a year. It is exact, and cheaper than inverting the distribution: 99 draws of
// 100 need one hash and one product.
func normal(d *draws, sample uint32) float64 {
	bits := d.first.Bits(sample)
	i := bits & (slabs - 1)
	x := share(bits) * ziggurat.x[i]
	if x >= ziggurat.x[i+1] {
		x, bits = d.settle(sample, bits)
	}
	return math.Float64frombits(math.Float64bits(x) | bits&slabs<<56) // the sign
}

// draws are the random numbers of one year: the first of every sample, and the
// stream that more come from.
type draws struct {
	first  rdm.Series
	stream rdm.Stream
	year   int
}

func drawsOf(s rdm.Stream, year int) draws { return draws{s.Series(year, inflowDraw), s, year} }

// share is the upper bits of a draw as a number in [0, 1).
func share(bits uint64) float64 { return float64(bits>>11) * 0x1p-53 }

// settle deals with a draw that fell outside the part of its slab that lies wholly
// under the density: it is kept, drawn from the tail, or drawn again.
func (d *draws) settle(sample uint32, bits uint64) (x float64, used uint64) {
	next := uint32(0)
	more := func() uint64 {
		next++
		return d.stream.Bits(d.year, inflowDraw+next, sample)
	}
	for {
		i := bits & (slabs - 1)
		x := share(bits) * ziggurat.x[i]
		switch {
		case x < ziggurat.x[i+1]:
			return x, bits
		case i == 0:
			if x, ok := tail(more(), more()); ok {
				return x, bits
			}
		case ziggurat.f[i]+share(more())*(ziggurat.f[i+1]-ziggurat.f[i]) < math.Exp(-x*x/2):
			return x, bits
		}
		bits = more()
	}
}

// tail tries to draw from beyond the lowest slab's edge.
func tail(a, b uint64) (float64, bool) {
	x := -math.Log(1-share(a)) / edge
	y := -math.Log(1 - share(b))
	return edge + x, y+y > x*x
}
