package gpr_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/gpr"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

const months = "\"month\",\"GPR\",\"GPRT\",\"GPRA\",\"GPRH\",\"GPRHT\",\"GPRHA\",\"N3H\",\"GPRC_XAA\",\"GPRHC_XAA\",\"var_name\",\"var_label\"\n" +
	"\"1900-01-01\",,,,87.9,64.7,110.4,7724,,0.02,\"month\",\"Date (year/month)\"\n\"2024-03-01\",120.5,110,130,99.5,90,105,3000,0.3,0.2,,\n"

func TestDataset(t *testing.T) {
	sourcetest.Run(t, gpr.Dataset(), map[string]string{"month": months})
}

// The recent index is missing before 1985; the list of columns beside the months
// is text.
func TestMonths(t *testing.T) {
	_, rows := sourcetest.Rows(t, gpr.Dataset(), months)
	if !rows[0]["GPR"].Null || rows[1]["GPRC_XAA"].Float != 0.3 || rows[0]["var_label"].Text == "" {
		t.Errorf("rows %v", rows)
	}
}

func ExampleDataset() {
	c, ok := gpr.Dataset().Layouts[0].Other("GPRC_KOR")
	fmt.Println(ok, c.Type == source.Float, c.Unit)
	// Output: true true % of articles
}
