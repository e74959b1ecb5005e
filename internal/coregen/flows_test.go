package coregen

import "testing"

func TestTroops(t *testing.T) {
	g := given(t, map[string]string{
		troopsFile: "countryname,ccode,iso3c,year,troops\n" +
			"Alpha,991,XAA,2021,0\nAlpha,1991,XAA,2021,39\n\"Beta, South\",992,NA,2022,25\nBeta,992,XBB,2023,NA\n" +
			"Gamma,993,XCC,1989,7\nIslands,1500,XCC,2000,4\nHome,2,USA,2000,1000\n",
		reportsFile: "ccode,year,month,Location,troops_ad\n" +
			"992,2023,September,B,99\n992,2024,June,B,1\n992,2024,September,B north,20\n992,2024,September,B south,3\n",
	})
	ok(t, g.troops())
	g.expect(t,
		want{"troops_hosted", "USA", "XAA", 2021, 39}, // under two numbers
		want{"troops_hosted", "USA", "XBB", 2022, 25},
		want{"troops_hosted", "USA", "XBB", 2023, none}, // missing, not zero
		want{"troops_hosted", "USA", "XBB", 2024, 23},   // September, both places
		want{"troops_hosted", "USA", "XCC", 2000, none}, // islands under another number
		want{"troops_hosted", "USA", "USA", 2000, none},
	)
}

func TestExportsUSChina(t *testing.T) {
	years := ""
	blank := ""
	for _, y := range imtsYears {
		years += ",\"" + yearCell(y, "") + "\""
		blank += ",\"1.5\""
	}
	row := func(reporter, flow, partner, cells string) string {
		return "\"" + reporter + "\",\"" + flow + "\",\"" + partner + "\"" + cells + "\n"
	}
	const exports, imports = "Exports of goods, Free on board (FOB), US dollar", "Imports of goods, Cost insurance freight (CIF), US dollar"
	const china = "China, People's Republic of"
	g := given(t, map[string]string{imtsFile: "\xef\xbb\xbf\"COUNTRY\",\"INDICATOR\",\"COUNTERPART_COUNTRY\"" + years + "\n" +
		row("United States", imports, china, blank) +
		row("United States", exports, "Alpha, Republic of", blank) +
		row("United States", imports, "Beta", blank) +
		row("United States", imports, "World", blank) +
		row(china, exports, "United States", ",\"2\",\"\""+blank[len(",\"1.5\",\"1.5\""):])})
	ok(t, g.exportsUSChina())
	g.expect(t,
		want{"exports", "USA", "XAA", 2001, 1.5e6},
		want{"exports", "XBB", "USA", 2001, 1.5e6}, // only the importer reports
		want{"exports", "CHN", "USA", 2001, 2e6},   // the exporter's report comes first
		want{"exports", "CHN", "USA", 2005, 1.5e6}, // it has a gap, the importer's has not
		want{"exports", "USA", "CHN", 2001, none},
	)
}

func TestExportsCOW(t *testing.T) {
	g := given(t, map[string]string{cowTradeFile: "ccode1,ccode2,year,flow1,flow2\n" +
		"991,992,1997,10,-9\n991,992,2013,,7\n991,992,2012,1,1\n991,992,2014,1,1\n2,991,2014,1,1\n2,991,1997,5,6\n"})
	ok(t, g.exportsCOW())
	g.expect(t,
		want{"exports", "XBB", "XAA", 1997, 10e6}, // imports of the first are exports of the second
		want{"exports", "XAA", "XBB", 1997, none},
		want{"exports", "XAA", "XBB", 2014, none}, // between small states, no benchmark
		want{"exports", "XAA", "XBB", 2013, 7e6},
		want{"exports", "XAA", "XBB", 2012, none},
		want{"exports", "XAA", "USA", 2014, none}, // the other file has it
		want{"exports", "XAA", "USA", 1997, 5e6},
	)
}

func TestWarheadsAndPositions(t *testing.T) {
	g := given(t, map[string]string{
		warheadsFile: "Entity,Code,Year,nuclear_weapons_stockpile\nАльфа,XAA,2022,30\nАльфа,XAA,2000,9\nБета,XBB,1997,0\n",
		ungaFile:     "ccode,iso3c,year,idealpointfp\n991,XAA,1989,1\n991,XAA,1990,-0.5\n992,XBB,1990,\n",
	})
	ok(t, g.warheads())
	ok(t, g.idealPoints())
	g.expect(t,
		want{"warheads", "XAA", "", 2022, 30},
		want{"warheads", "XAA", "", 2000, none},
		want{"warheads", "XBB", "", 1997, 0}, // a zero that the file states
		want{"warheads", "XCC", "", 2022, none},
		want{"ideal_point", "XAA", "", 1990, -0.5},
		want{"ideal_point", "XAA", "", 1989, none},
		want{"ideal_point", "XBB", "", 1990, none},
	)
}

func TestTradeYears(t *testing.T) {
	for pair, want := range map[[2]string]int{{"KOR", "POL"}: 2, {"KOR", "RUS"}: 5, {"GBR", "FRA"}: 5, {"CHN", "GBR"}: 1, {"NZL", "USA"}: 1} {
		if got := yearsCOW(pair[0], pair[1]); len(got) != want {
			t.Errorf("trade of %v is carried in %v; want %d years", pair, got, want)
		}
	}
}
