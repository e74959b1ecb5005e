package identity

import "github.com/shatterbelt/shatterbelt/trace/param"

// Span is the lowest and highest a degree gets over the disputable thresholds.
type Span struct {
	Key       string
	Low, High float64
	OK        bool
}

// Range applies the rules with each threshold in turn at either end of its
// range and the others as they are in r, and returns how far each degree moves,
// in the order of [Keys]. A missing degree has no range.
func Range(f Facts, r Rules) []Span {
	out := make([]Span, 0, len(labels))
	for _, d := range Degrees(f, r) {
		out = append(out, Span{Key: d.Key, Low: d.Value, High: d.Value, OK: d.OK})
	}
	now := param.Values(r)
	for i, field := range param.Fields(r) {
		for _, end := range []float64{field.Min, field.Max} {
			moved, values := r, append([]float64(nil), now...)
			values[i] = end
			param.Set(&moved, values)
			for k, d := range Degrees(f, moved) {
				out[k].Low, out[k].High = min(out[k].Low, d.Value), max(out[k].High, d.Value)
			}
		}
	}
	return out
}
