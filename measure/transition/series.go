package transition

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
)

// Series is the yearly output of one state in one unit: Values[i] is that of
// year First+i, and NaN where it is missing.
type Series struct {
	First  ir.Year
	Values []float64
}

// An AmountError is output that cannot be: not above zero, or infinite.
type AmountError struct {
	Regime string
	Year   ir.Year
	Value  float64
}

func (e *AmountError) Error() string {
	return fmt.Sprintf("transition: output is %v in %d (%s); want more than 0, or NaN where missing", e.Value, e.Year, e.Regime)
}

// NewSeries puts figures in order of year and leaves NaN for years between them
// that have none. Two figures of one year are an error.
func NewSeries(years []ir.Year, values []float64) (Series, error) {
	if len(years) != len(values) {
		return Series{}, fmt.Errorf("transition: %d years and %d values; want as many", len(years), len(values))
	}
	if len(years) == 0 {
		return Series{}, nil
	}
	first, last := slices.Min(years), slices.Max(years)
	s := Series{First: first, Values: make([]float64, last-first+1)}
	for i := range s.Values {
		s.Values[i] = math.NaN()
	}
	order := make([]int, len(years))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(years[i], years[j]) })
	for k, i := range order {
		if k > 0 && years[order[k-1]] == years[i] {
			return Series{}, fmt.Errorf("transition: two values for %d; want one a year", years[i])
		}
		s.Values[years[i]-first] = values[i]
	}
	return s, nil
}

// At returns the value of a year; ok is false where there is none.
func (s Series) At(y ir.Year) (v float64, ok bool) {
	if i := int(y - s.First); i >= 0 && i < len(s.Values) {
		v = s.Values[i]
		return v, !math.IsNaN(v)
	}
	return math.NaN(), false
}

// Regime is the output of A and B at one kind of prices, such as market rates
// in current dollars, constant prices or purchasing power. The two series share
// a unit; which one does not matter.
type Regime struct {
	Name string
	A, B Series
}

// Swap exchanges the two states.
func (r Regime) Swap() Regime { return Regime{r.Name, r.B, r.A} }

// LogRatio returns ln(B/A) in a year; ok is false where either is missing.
func (r Regime) LogRatio(y ir.Year) (v float64, ok bool) {
	a, okA := r.A.At(y)
	b, okB := r.B.At(y)
	if !okA || !okB {
		return math.NaN(), false
	}
	return math.Log(b) - math.Log(a), true
}

// point is the log ratio of one year.
type point struct {
	year  ir.Year
	ratio float64
}

// record returns the years up to the vintage in which both states have a
// figure, in order.
func (r Regime) record(vintage ir.Year) ([]point, error) {
	for _, s := range []Series{r.A, r.B} {
		for i, v := range s.Values {
			if y := s.First + ir.Year(i); y <= vintage && (v <= 0 || math.IsInf(v, 0)) {
				return nil, &AmountError{r.Name, y, v}
			}
		}
	}
	var out []point
	for i := range r.A.Values {
		y := r.A.First + ir.Year(i)
		if v, ok := r.LogRatio(y); ok && y <= vintage {
			out = append(out, point{y, v})
		}
	}
	return out, nil
}
