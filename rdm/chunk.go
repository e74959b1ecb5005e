package rdm

// ChunkSize is how many futures are delivered, stored and summed together. It is
// fixed, since sums taken in another grouping differ in their last digits.
const ChunkSize = 1000

// Chunk is the results of consecutive futures. It is lent to a [Sink] for the
// length of one call; what the sink keeps it copies.
type Chunk struct {
	First int // index of the first future, a multiple of ChunkSize
	N     int // futures held: ChunkSize, or fewer in the last chunk

	Policies, Dims, Outcomes int

	X []float64 // N x Dims
	Y []float64 // N x Policies x Outcomes

	// Failures are the experiments that failed, in order; their outcomes are NaN.
	Failures []*RunError
}

// Inputs returns the uncertainties of future First+i.
func (c *Chunk) Inputs(i int) []float64 {
	return c.X[i*c.Dims : (i+1)*c.Dims : (i+1)*c.Dims]
}

// Outputs returns the outcomes of a policy in future First+i.
func (c *Chunk) Outputs(i, policy int) []float64 {
	at := (i*c.Policies + policy) * c.Outcomes
	return c.Y[at : at+c.Outcomes : at+c.Outcomes]
}

// resize prepares the chunk for n futures, reusing its memory.
func (c *Chunk) resize(first, n int) {
	c.First, c.N = first, n
	c.X = room(c.X, n*c.Dims)
	c.Y = room(c.Y, n*c.Policies*c.Outcomes)
}

func room(s []float64, n int) []float64 {
	if cap(s) < n {
		return make([]float64, n)
	}
	return s[:n]
}

// Sink takes results as they come. Run calls Chunk in order of First, always
// from the goroutine that called Run; an error stops the run.
type Sink interface {
	Chunk(c *Chunk) error
}

// SinkFunc is a function as a [Sink].
type SinkFunc func(c *Chunk) error

// Chunk calls the function.
func (f SinkFunc) Chunk(c *Chunk) error { return f(c) }

// Tee passes every chunk to several sinks, in order.
type Tee []Sink

// Chunk passes the chunk on until a sink objects.
func (t Tee) Chunk(c *Chunk) error {
	for _, s := range t {
		if err := s.Chunk(c); err != nil {
			return err
		}
	}
	return nil
}
