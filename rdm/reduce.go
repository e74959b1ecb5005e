package rdm

import "math"

// Sum adds x in fixed chunks: within each [ChunkSize] values in order, then the
// sums of the chunks in order. A sum made chunk by chunk, on one machine or on
// many, is therefore the same to the last bit.
func Sum(x []float64) float64 {
	total := 0.0
	for len(x) > 0 {
		n := min(ChunkSize, len(x))
		part := 0.0
		for _, v := range x[:n] {
			part += v
		}
		total += part
		x = x[n:]
	}
	return total
}

// Mean returns the arithmetic mean of x by [Sum], NaN for none.
func Mean(x []float64) float64 { return Sum(x) / float64(len(x)) }

// Moments are the count, mean and sum of squared deviations of some values,
// ready to be merged with those of others [chan1983]. The zero value is that of
// no values.
type Moments struct {
	N    int
	Mean float64
	M2   float64 // sum of squared deviations from the mean
}

// MomentsOf returns the moments of x.
func MomentsOf(x []float64) Moments {
	var m Moments
	for _, v := range x {
		m.N++
		step := v - m.Mean
		m.Mean += step / float64(m.N)
		m.M2 += step * (v - m.Mean)
	}
	return m
}

// Merge returns the moments of the values of m and o together.
func (m Moments) Merge(o Moments) Moments {
	if m.N == 0 {
		return o
	}
	if o.N == 0 {
		return m
	}
	n := float64(m.N + o.N)
	gap := o.Mean - m.Mean
	return Moments{
		N:    m.N + o.N,
		Mean: m.Mean + gap*float64(o.N)/n,
		M2:   m.M2 + o.M2 + gap*gap*float64(m.N)*float64(o.N)/n,
	}
}

// Variance returns the sample variance, NaN for fewer than two values.
func (m Moments) Variance() float64 {
	if m.N < 2 {
		return math.NaN()
	}
	return m.M2 / float64(m.N-1)
}

// Fold is a [Sink] that keeps a summary of the run instead of its results: it
// takes the summary of each chunk and merges them in order of the futures.
type Fold[A any] struct {
	Of    func(c *Chunk) A    // summary of one chunk
	Merge func(all, next A) A // adds the summary of the next chunk
	Value A                   // of all chunks so far; set it to begin elsewhere than at zero
}

// Chunk adds one chunk to Value.
func (f *Fold[A]) Chunk(c *Chunk) error {
	f.Value = f.Merge(f.Value, f.Of(c))
	return nil
}
