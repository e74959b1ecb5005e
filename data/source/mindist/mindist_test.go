package mindist_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/mindist"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

const sample = "\"ccode1\",\"ccode2\",\"year\",\"mindist\"\n991,992,1886,932.51\n991,993,1886,0\n992,993,1886,\n"

func TestDataset(t *testing.T) {
	sourcetest.Run(t, mindist.Dataset(), map[string]string{"dyad_year": sample})
}

// States that touch are 0 apart; a distance that is not given is missing.
func TestTouchingIsNotMissing(t *testing.T) {
	_, rows := sourcetest.Rows(t, mindist.Dataset(), sample)
	if v := rows[1]["mindist"]; v.Null || v.Float != 0 {
		t.Errorf("touching: %+v", v)
	}
	if got := sourcetest.Figures(t, mindist.Dataset(), sample)["distance_minimum"]; got != 2 {
		t.Errorf("%d distances; want 2", got)
	}
}

func ExampleDataset() {
	fmt.Println(mindist.Dataset().Series[0].Indicator.Unit)
	// Output: km
}
