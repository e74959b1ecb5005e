package prov

// Number is a computed quantity with its interval, unit and trail. Low and
// High bound it by the interval its maker names, and equal Value where there
// is none.
type Number struct {
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
	Unit  string  `json:"unit"`
	Trail Trail   `json:"trail"`
}

// Exact is a number without an interval.
func Exact(v float64, unit string, t Trail) Number { return Number{v, v, v, unit, t} }

// Ranged reports whether the number has an interval.
func (n Number) Ranged() bool { return n.High > n.Low }
