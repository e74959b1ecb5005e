package ir_test

import (
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/ir"
)

// A quarter and a half of the circumference, and no way at all; Seoul to Tokyo is
// given as 1,160 km by any atlas.
func TestKilometres(t *testing.T) {
	quarter := math.Pi / 2 * 6371.0088
	for _, tt := range []struct{ lat1, lon1, lat2, lon2, want, tolerance float64 }{
		{0, 0, 0, 90, quarter, 1e-6}, {90, 0, 0, 50, quarter, 1e-6}, {0, -90, 0, 90, 2 * quarter, 1e-6}, {12, 34, 12, 34, 0, 1e-9},
		{37.57, 126.98, 35.68, 139.69, 1160, 10},
	} {
		if got := ir.Kilometres(tt.lat1, tt.lon1, tt.lat2, tt.lon2); math.Abs(got-tt.want) > tt.tolerance {
			t.Errorf("%v is %v km; want %v", tt, got, tt.want)
		}
	}
}
