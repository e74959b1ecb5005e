package identity

// Ramp is how far v has come from none to full, in [0, 1]: 0 at none and beyond,
// 1 at full and beyond, and even in between. It falls with v where full is less
// than none. Where both are one number it is a step up at that number. A missing
// v (NaN) stays missing.
func Ramp(v, none, full float64) float64 {
	switch {
	case v != v:
		return v
	case none == full:
		if v >= full {
			return 1
		}
		return 0
	}
	return min(1, max(0, (v-none)/(full-none)))
}
