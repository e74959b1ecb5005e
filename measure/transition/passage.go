package transition

import "github.com/shatterbelt/shatterbelt/ir"

// Passage is the distribution of the first year in which a mark is reached. Its
// shares are of draws and sum to one: Past, those of In, and Never.
type Passage struct {
	Vintage ir.Year
	Past    float64   // reached at the vintage or in a year drawn before it
	In      []float64 // first reached in the year Vintage+1+i
	Never   float64   // not reached within the horizon
}

// passage turns counts of draws (past, each year, never) into shares.
func passage(vintage ir.Year, counts []int) Passage {
	n := 0
	for _, c := range counts {
		n += c
	}
	last := len(counts) - 1
	p := Passage{
		Vintage: vintage, In: make([]float64, last-1),
		Past: float64(counts[0]) / float64(n), Never: float64(counts[last]) / float64(n),
	}
	for i := range p.In {
		p.In[i] = float64(counts[1+i]) / float64(n)
	}
	return p
}

// By returns the share of draws in which the mark is reached in or before a
// year, which is 0 before the vintage and constant after the horizon.
func (p Passage) By(y ir.Year) float64 {
	if y < p.Vintage {
		return 0
	}
	share := p.Past
	for i, s := range p.In {
		if p.Vintage+1+ir.Year(i) > y {
			break
		}
		share += s
	}
	return share
}

// sameShare is by how much sums of shares may differ and still be the same.
const sameShare = 1e-12

// Quantile returns the first year by which the mark is reached in at least the
// share q of draws. The vintage stands for "already past". Ok is false where
// that share is not reached within the horizon: the quantile is then "never".
func (p Passage) Quantile(q float64) (y ir.Year, ok bool) {
	share := p.Past
	if share >= q-sameShare {
		return p.Vintage, true
	}
	for i, s := range p.In {
		if share += s; share >= q-sameShare {
			return p.Vintage + 1 + ir.Year(i), true
		}
	}
	return 0, false
}
