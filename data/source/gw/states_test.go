package gw_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/gw"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

func TestDataset(t *testing.T) {
	sourcetest.Run(t, gw.Dataset(), map[string]string{
		"states":     "\"gwcode\",\"stateabb\",\"statename\",\"startdate\",\"enddate\"\n991,\"XAA\",\"Alpha\",1816-01-01,2017-12-31\n",
		"system":     "\"gwcode\",\"gw_abb\",\"gw_name\",\"microstate\",\"start\",\"end\"\n991,\"XAA\",\"Alpha\",0,1816-01-01,2020-12-31\n",
		"cow_system": "\"ccode\",\"cw_abb\",\"cw_name\",\"start\",\"end\"\n991,\"XAA\",\"Alpha\",1816-01-01,2016-12-31\n",
	})
}

// A panel of unknown hash could be either, so the user must say which.
func TestPanelsNeedTheirHash(t *testing.T) {
	const sample = "\"stateabb\",\"year\",\"gwcode\",\"ccode\",\"gw_name\",\"cw_name\"\n\"XAA\",1816,991,,\"Alpha\",\n"
	f, err := source.Bytes("panel.csv", []byte(sample), source.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	parts, _, err := f.Parts()
	if err != nil {
		t.Fatal(err)
	}
	all := []source.Dataset{gw.Dataset()}
	var ambiguous *source.AmbiguousError
	if _, _, err := source.Recognise(all, parts[0], ""); !errors.As(err, &ambiguous) || len(ambiguous.Candidates) != 2 {
		t.Errorf("err = %v; want two candidates", err)
	}
	m, ok, err := source.Recognise(all, parts[0], "gleditsch-ward/gw_years")
	if err != nil || !ok {
		t.Fatalf("recognised: %v, %v", ok, err)
	}
	rows, err := m.Read(parts[0])
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	row, err := rows.Next()
	if err != nil || row[2].Int != 991 || !row[3].Null {
		t.Errorf("row = %+v, %v; want no Correlates of War number", row, err)
	}
}

func ExampleDataset() {
	d := gw.Dataset()
	fmt.Println(d.Tables())
	// Output: [states system cow_system cow_years gw_years]
}
