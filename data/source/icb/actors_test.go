package icb_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/icb"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

// sample is a file of one row: a cell a column, 1 unless told otherwise.
func sample(cells map[string]string) string {
	var names, values []string
	d := icb.Dataset()
	for _, c := range d.Layouts[0].Columns {
		v, ok := cells[c.Name]
		if !ok {
			v = "1"
		}
		names, values = append(names, c.Name), append(values, v)
	}
	return "\ufeff" + strings.Join(names, ",") + "\r\n" + strings.Join(values, ",") + "\r\n"
}

func TestDataset(t *testing.T) {
	sourcetest.Run(t, icb.Dataset(), map[string]string{"actors": sample(map[string]string{"cracid": "991", "actor": "XAA"})})
}

// A byte-order mark stands before the first name. -99 is missing where groups
// are counted and a difference elsewhere; a day of 88 is kept as it stands.
func TestMarks(t *testing.T) {
	_, rows := sourcetest.Rows(t, icb.Dataset(), sample(map[string]string{
		"icb2": "ICB2", "crisname": "ALPHA I", "cracid": "991", "sizedu": "-99", "powdis": "-99", "datrig": "88", "unemp": "",
	}))
	r := rows[0]
	if r["icb2"].Text != "ICB2" || !r["sizedu"].Null || r["powdis"].Int != -99 || r["datrig"].Int != 88 || !r["unemp"].Null {
		t.Errorf("row = %v", r)
	}
}

func ExampleDataset() {
	d := icb.Dataset()
	fmt.Println(d.Title, d.Editions[0].Name)
	// Output: International Crisis Behavior, actors 13
}
