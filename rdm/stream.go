package rdm

import "math"

// Salts keep the draws of models, designs, permutations and resampling apart,
// so that none of them can repeat another's numbers.
const (
	saltStream    = 0x6a09e667f3bcc909
	saltDesign    = 0xbb67ae8584caa73b
	saltBootstrap = 0x3c6ef372fe94f82b
)

// Odd constants that spread consecutive keys over all 64 bits.
const (
	spreadA = 0x9e3779b97f4a7c15
	spreadB = 0xd1342543de82ef95
)

// mix is a bijection of 64 bits in which every input bit flips about half of
// the output bits: the finaliser of SplitMix64 [steele2014].
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// unit maps 64 random bits to the open interval (0, 1). It keeps 52 of them,
// since with 53 the largest would round to 1.
func unit(h uint64) float64 { return (float64(h>>12) + 0.5) * 0x1p-52 }

// Stream is the random numbers of one future. It has no state: each draw is a
// counter-based hash of its key [salmon2011], so draws may be made in any order
// and any number, and the same key always gives the same number. Two draws of
// one future differ in year, purpose or actor; models define the purposes.
type Stream struct{ key uint64 }

// NewStream returns the stream of a future under a seed.
func NewStream(seed uint64, future int) Stream {
	return Stream{mix(mix(seed^saltStream) + uint64(future)*spreadA)}
}

// Bits returns the 64 random bits behind a draw. Years count modulo 2^32.
func (s Stream) Bits(year int, purpose, actor uint32) uint64 {
	return s.Series(year, purpose).Bits(actor)
}

// Series is the draws of a stream for one year and purpose, one for each actor:
// those of [Stream.Bits] at half the cost where there are many actors.
type Series struct{ key uint64 }

// Series returns the draws of one year and purpose.
func (s Stream) Series(year int, purpose uint32) Series {
	return Series{mix(s.key + (uint64(uint32(year))<<32|uint64(purpose))*spreadA)}
}

// Bits returns the 64 random bits behind the draw of an actor.
func (s Series) Bits(actor uint32) uint64 { return mix(s.key + uint64(actor)*spreadB) }

// Uniform returns a draw from the open interval (0, 1).
func (s Stream) Uniform(year int, purpose, actor uint32) float64 {
	return unit(s.Bits(year, purpose, actor))
}

// Normal returns a draw from the standard normal distribution.
func (s Stream) Normal(year int, purpose, actor uint32) float64 {
	return NormalQuantile(s.Uniform(year, purpose, actor))
}

// Uniform returns the draw of [Stream.Uniform] without a prepared stream.
func Uniform(seed uint64, future, year int, purpose, actor uint32) float64 {
	return NewStream(seed, future).Uniform(year, purpose, actor)
}

// Normal returns the draw of [Stream.Normal] without a prepared stream.
func Normal(seed uint64, future, year int, purpose, actor uint32) float64 {
	return NewStream(seed, future).Normal(year, purpose, actor)
}

// NormalQuantile returns the value that a standard normal variable stays below
// with probability p: minus infinity at 0, infinity at 1, NaN outside 0..1. It
// rests on the rational approximation of [wichura1988], and is exact to about
// 1e-15 for every p that Uniform returns.
func NormalQuantile(p float64) float64 {
	return math.Sqrt2 * math.Erfinv(2*p-1)
}
