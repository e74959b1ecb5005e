package rdm

import (
	"fmt"
	"math"
	"slices"
)

// Shape is how the values of a [Dim] spread over its range.
type Shape string

// The shapes.
const (
	Even       Shape = ""           // as likely everywhere
	Triangular Shape = "triangular" // rising from Min to the default and falling to Max
	Bell       Shape = "normal"     // normal around the default, cut off at Min and Max
)

var shapes = []Shape{Even, Triangular, Bell}

func (d Dim) shapeFault() string {
	switch {
	case !slices.Contains(shapes, d.Shape):
		return fmt.Sprintf("shape %q is not known; want none, triangular or normal", d.Shape)
	case d.Shape == Bell && !(d.SD > 0 && !math.IsInf(d.SD, 0)):
		return fmt.Sprintf("standard deviation %g; the normal shape wants it above 0", d.SD)
	case d.Shape != Bell && d.SD != 0:
		return "has a standard deviation but is not of the normal shape"
	}
	return ""
}

// quantile returns the value that a share u of the draws stays below.
func (s Shape) quantile(u, low, mid, high, sd float64) float64 {
	if low == high {
		return low
	}
	if s == Triangular {
		return triangularQuantile(u, low, mid, high)
	}
	below, above := normalShare((low-mid)/sd), normalShare((high-mid)/sd)
	return mid + sd*NormalQuantile(below+u*(above-below))
}

// triangularQuantile inverts the distribution whose density rises evenly from
// low to mid and falls evenly to high.
func triangularQuantile(u, low, mid, high float64) float64 {
	if rise := (mid - low) / (high - low); u < rise {
		return low + math.Sqrt(u*(high-low)*(mid-low))
	}
	return high - math.Sqrt((1-u)*(high-low)*(high-mid))
}

// normalShare is the probability that a standard normal variable is below z.
func normalShare(z float64) float64 { return math.Erfc(-z/math.Sqrt2) / 2 }
