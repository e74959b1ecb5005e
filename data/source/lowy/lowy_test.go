package lowy_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/lowy"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

const (
	network = `{"global": [{"id": "NA", "name": "Alpha", "tid": 1}, {"id": "XB", "name": "Old Beta"}],
"data": [{"name": "Economy", "menu": [{"id": "i0", "name": "Trade", "technical": "current dollars (2020)",
  "data": [{"id": "i0", "year": 2023, "countryA": "NA", "countryB": "XB", "normValue": 3.5e-05, "rawValue": 16103313.999999998},
           {"id": "i0", "year": 2023, "countryA": "XB", "countryB": "NA", "rawValue": 7}]}]}],
"countries": [{"id": "XB", "name": "Beta"}]}`
	pairs = "countryA,countryB,bilateralTradeNormValue,bilateralTradeRawValue,foreignCapitalInvestmentNormValue,foreignCapitalInvestmentRawValue,onlineSearchInterestRawValue,migrantDestinationsRawValue,migrantDestinationsNormValue,travelDestinationsRawValue,travelDestinationsNormValue,foreignMediaFlowsRawValue,armsTradeNormValue,armsTradeRawValue,jointTrainingNormValue,jointTrainingRawValue,defenceDialoguesNormValue,defenceDialoguesRawValue,diplomaticDialoguesNormValue,diplomaticDialoguesRawValue\r\n" +
		"AD,NA,,,1.5e-05,12100000.0,,,,,,,,,,,,,,\r\n"
	scores = "edition,measure,rank,country,iso3,score\n2024,overall,1,Alpha,XAA,81.7\n2024,economic_relationships,2,Alpha,XAA,50\n"
)

func TestNetwork(t *testing.T) {
	sourcetest.Run(t, lowy.Network(), map[string]string{"pair": pairs, "tie": network})
}

// Numbers stay as written, names come from the lists, and the index's own names
// win; letters that read NA are a place and not a gap.
func TestNetworkRows(t *testing.T) {
	_, rows := sourcetest.Rows(t, lowy.Network(), network)
	if len(rows) != 2 || rows[0]["rawValue"].Float != 16103313.999999998 || !rows[1]["normValue"].Null {
		t.Errorf("rows %v", rows)
	}
	if rows[0]["nameA"].Text != "Alpha" || rows[0]["nameB"].Text != "Beta" || rows[0]["countryA"].Text != "NA" {
		t.Errorf("names %q, %q of %q", rows[0]["nameA"].Text, rows[0]["nameB"].Text, rows[0]["countryA"].Text)
	}
	_, rows = sourcetest.Rows(t, lowy.Network(), pairs)
	if rows[0]["countryB"].Text != "NA" || rows[0]["countryB"].Null {
		t.Errorf("countryB %+v", rows[0]["countryB"])
	}
}

// A file that is cut off is refused with its place.
func TestNetworkCutOff(t *testing.T) {
	f, err := source.Bytes("x", []byte(network[:200]), source.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lowy.Network().Layouts[0].Read(f); err == nil {
		t.Error("read half a file")
	}
}

func TestDiplomacy(t *testing.T) {
	sourcetest.Run(t, lowy.Diplomacy(), map[string]string{
		"post_count": "COUNTRY,POST COUNTRY,Year,POST COUNT\r\nXA,NA,2016,1\r\n",
	})
}

func TestScores(t *testing.T) {
	sourcetest.Run(t, lowy.Scores(), map[string]string{
		"score":   scores,
		"measure": "edition,country,measure,weight,score\n2025,Alpha,economic_capability,0.175,25.4\n",
	})
	if got := sourcetest.Figures(t, lowy.Scores(), scores); got["asia_power"] != 1 || got["asia_economic_relationships"] != 1 {
		t.Errorf("figures %v; want one of each", got)
	}
}

func ExampleScores() {
	for _, s := range lowy.Scores().Series {
		fmt.Println(s.Indicator.Name)
	}
	// Output:
	// asia_power
	// asia_economic_relationships
}

func FuzzRead(f *testing.F) {
	read := lowy.Network().Layouts[0].Read
	f.Add(network)
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		file, err := source.Bytes("x", []byte(text), source.DefaultLimits())
		if err != nil {
			return
		}
		r, err := read(file)
		if err != nil {
			return
		}
		for {
			if _, err := r.Next(); err != nil {
				return
			}
		}
	})
}
