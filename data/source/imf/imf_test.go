package imf_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/imf"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

const (
	raw = "\xef\xbb\xbf\"DATASET\",\"SERIES_CODE\",\"OBS_MEASURE\",\"COUNTRY\",\"INDICATOR\",\"COUNTERPART_COUNTRY\",\"2001\",\"2002\"\n" +
		"\"X\",\"XAA.XG.XAB.A\",\"OBS_VALUE\",\"Alpha\",\"Exports of goods, Free on board (FOB), US dollar\",\"Beta\",\"1.5\",\"\"\n" +
		"\"X\",\"XAA.MG.XAB.A\",\"OBS_VALUE\",\"Alpha\",\"Imports of goods, Cost insurance freight (CIF), US dollar\",\"Beta\",\"2.5\",\"3\"\n" +
		"\"X\",\"XAA.XG.G001.A\",\"OBS_VALUE\",\"Alpha\",\"Exports of goods, Free on board (FOB), US dollar\",\"World\",\"9\",\"8\"\n"
	tidied = "Country,Trade_Type,Partner,2001,2002\nAlpha,Export,Beta,1.5,\nAlpha,Import,World,2.5,3\n"
)

func TestOutlook(t *testing.T) {
	sourcetest.Run(t, imf.Outlook(), map[string]string{
		"ngdpd":     "year,country,ngdpd\n2018,xaa,4.367\n2018,xab,n/a\n2019,xaa,4.5\n",
		"economies": "country,weo_country_code,country_name\nxaa,991,Alpha\n",
	})
}

// What the edition says of later years is a forecast.
func TestOutlookForecasts(t *testing.T) {
	for _, s := range imf.Outlook().Series {
		if s.Until != 2018 {
			t.Errorf("%s: observed until %d; want 2018", s.Indicator.Name, s.Until)
		}
	}
}

func TestTrade(t *testing.T) {
	sourcetest.Run(t, imf.Trade(), map[string]string{"trade": raw, "trade: tidied": tidied})
}

// Each row is of one direction, and the world is no partner.
func TestTradeFlows(t *testing.T) {
	_, rows := sourcetest.Rows(t, imf.Trade(), raw)
	if rows[0]["2001"].Float != 1.5 || !rows[0]["2002"].Null {
		t.Errorf("first row %v", rows[0])
	}
	got := map[string]int{}
	for _, s := range imf.Trade().Series[:2] {
		for _, r := range rows {
			if s.Where(r) {
				got[s.Indicator.Name]++
			}
		}
	}
	if fmt.Sprint(got) != "map[exports:1 imports_reported:1]" {
		t.Errorf("rows by indicator %v", got)
	}
}

func ExampleOutlook() {
	s := imf.Outlook().Series[0]
	fmt.Println(s.Indicator.Name, "in", s.Indicator.Unit, "observed until", s.Until)
	// Output: gdp_current in US$ current observed until 2018
}
