package cowtrade_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/cowtrade"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

const dyads = "\"ccode1\",\"ccode2\",\"year\",\"flow1\",\"flow2\",\"smoothflow1\",\"smoothflow2\"\n991,992,1920,612,735,612,735\n991,993,1920,-9,0,,0\n"

func TestDataset(t *testing.T) {
	sourcetest.Run(t, cowtrade.Dataset(), map[string]string{
		"dyad_year":  dyads,
		"state_year": "\"ccode\",\"year\",\"imports\",\"exports\"\n991,1870,450,418.5\n",
	})
}

// The first state's imports are exports of the second: 612 million from 992 to
// 991, 735 the other way. -9 is missing and 0 is not.
func TestImportsBecomeExportsOfTheOther(t *testing.T) {
	_, rows := sourcetest.Rows(t, cowtrade.Dataset(), dyads)
	got := map[string]float64{}
	for _, s := range cowtrade.Dataset().Series {
		if s.Table != "dyad_year" {
			continue
		}
		for _, r := range rows {
			if v, ok := r.Number(s.Value); ok {
				got[fmt.Sprintf("%d-%d", r[s.State].Int, r[s.Partner].Int)] = v * s.Scale
			}
		}
	}
	want := map[string]float64{"992-991": 612e6, "991-992": 735e6, "991-993": 0}
	if len(got) != len(want) {
		t.Errorf("flows = %v; want %v", got, want)
	}
	for k, v := range want {
		if math.Abs(got[k]-v) > 1e-3 {
			t.Errorf("%s: %v; want %v", k, got[k], v)
		}
	}
}

func ExampleDataset() {
	d := cowtrade.Dataset()
	fmt.Println(d.Editions[0].Name, d.Note)
	// Output: 4.0 a flow of 0 can stand for trade that nobody reported
}
