package coregen

import "testing"

const wdiHeader = "Country Name,Country Code,Time,EG.IMP.CONS.ZS,TM.VAL.FOOD.ZS.UN\n"

func TestDependence(t *testing.T) {
	g := given(t, map[string]string{wdiZip: book(t, map[string]string{
		"WDI_Data.csv": wdiHeader + "Alpha,XAA,1997,-9,12\nAlpha,XAA,2012,50,\nAlpha,XAA,2013,51,13\nAlpha,XAA,2015,,14\n" +
			"Beta,XBB,2010,80,\nBeta,XBB,2011,81,\nElsewhere,ZZZ,2013,1,1\n,,,,\n",
	})})
	ok(t, g.dependence())
	g.expect(t,
		want{"energy_imports", "XAA", "", 1997, -9}, // sells more than it buys; not a code for missing
		want{"energy_imports", "XAA", "", 2012, none},
		want{"energy_imports", "XAA", "", 2013, 51},
		want{"energy_imports", "XAA", "", 2015, none},
		want{"food_imports", "XAA", "", 1997, 12},
		want{"food_imports", "XAA", "", 2015, 14},   // the latest
		want{"energy_imports", "XBB", "", 2011, 81}, // the latest, before 2013
		want{"energy_imports", "XBB", "", 2010, none},
		want{"food_imports", "XBB", "", 2011, none},
	)
}

// Kosovo, Romania and Timor-Leste stand in the extract under older codes.
func TestDependenceReadsOldCodes(t *testing.T) {
	g := given(t, map[string]string{wdiZip: book(t, map[string]string{
		"WDI_Data.csv": wdiHeader + "Romania,ROM,2013,20,8\n",
	})})
	g.members = append(g.members, member{})
	g.members[len(g.members)-1].ISO = "ROU"
	ok(t, g.dependence())
	g.expect(t, want{"energy_imports", "ROU", "", 2013, 20})
}

func TestDependenceRefusesAnotherArchive(t *testing.T) {
	g := given(t, map[string]string{wdiZip: "no archive"})
	fails(t, g.dependence(), wdiZip, "fetch the file again")
	g = given(t, map[string]string{wdiZip: book(t, map[string]string{"Other.csv": "a\n1\n"})})
	fails(t, g.dependence(), wdiZip, "WDI_Data.csv", "sources.csv")
}

func TestTradeTotals(t *testing.T) {
	g := given(t, map[string]string{
		gdpFile:           "Country Name,Country Code,Year,Value\nAlpha,XAA,2021,1000\nBeta,XBB,2020,50\n",
		weoGDPFile:        "country,year,ngdpd\nxcc,2021,1\n",
		gdpConstantFile:   "geo,time,total_gdp_us_inflation_adjusted\n",
		nationalTradeFile: "ccode,year,imports,exports\n991,1997,10,15\n992,1997,,4\n991,1998,1,1\n999,1997,9,9\n",
		merchandiseFile:   "geo,time,merchandise_trade_percent_of_gdp\nxaa,2021,40\nxbb,2021,40\nxcc,2021,50\nxaa,2019,1\n",
	})
	ok(t, g.gdp())
	ok(t, g.tradeTotals())
	g.expect(t,
		want{"imports_total", "XAA", "", 1997, 10e6},
		want{"exports_total", "XAA", "", 1997, 15e6},
		want{"trade_total", "XAA", "", 1997, 25e6},
		want{"exports_total", "XBB", "", 1997, 4e6},
		want{"trade_total", "XBB", "", 1997, none}, // one half is missing
		want{"trade_total", "XAA", "", 1998, none},
		want{"trade_total", "XAA", "", 2021, 400}, // 40 % of 1,000
		want{"trade_total", "XBB", "", 2021, none},
		want{"trade_total", "XCC", "", 2021, none}, // its output is another publisher's
	)
}
