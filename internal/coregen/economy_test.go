package coregen

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/shatterbelt/shatterbelt/trace/prov"
)

func TestGDP(t *testing.T) {
	g := given(t, map[string]string{
		gdpFile: "Country Name,Country Code,Year,Value\n" +
			"\"Alpha, Rep.\",XAA,1989,1\n\"Alpha, Rep.\",XAA,1990,100\nWorld,WLD,1990,1000\nElsewhere,XZZ,1990,5\nAlpha,XAA,1991,\n",
		weoGDPFile:      "year,country,ngdpd\n1990,xaa,7\n2018,xbb,2.5\n2019,xbb,3\n",
		gdpConstantFile: "geo,time,total_gdp_us_inflation_adjusted\nxaa,1990,110\nxzz,1990,9\n",
	})
	ok(t, g.gdp())
	g.expect(t,
		want{"gdp_current", "XAA", "", 1990, 100},
		want{"gdp_current", "XAA", "", 1989, none}, // before the years carried
		want{"gdp_current", "XAA", "", 1991, none}, // empty
		want{"gdp_current", World, "", 1990, 1000},
		want{"gdp_current", "XBB", "", 2018, 2.5e9}, // billions, from the Fund
		want{"gdp_current", "XBB", "", 2019, 3e9},
		want{"gdp_constant", "XAA", "", 1990, 110},
	)
	if len(g.figures) != 5 {
		t.Errorf("%d figures; want 5, none of states outside the core", len(g.figures))
	}
	for year, kind := range map[int]prov.Kind{2018: prov.Outturn, 2019: prov.Forecast} {
		for _, f := range g.figures {
			if f.State == "XBB" && int(f.Year) == year && f.Kind != kind {
				t.Errorf("figure of %d is of kind %v; want %v", year, f.Kind, kind)
			}
		}
	}
}

func TestGrowthOnlyWithoutConstantPrices(t *testing.T) {
	g := given(t, map[string]string{
		weoGrowthFile: "year,country,ngdp_rpch\n2000,xaa,1\n2000,xbb,-9\n",
	})
	g.add(exact("gdp_constant", "XAA", "", 2000, 1, prov.Outturn, "s"))
	ok(t, g.growth())
	g.expect(t, want{"gdp_growth", "XAA", "", 2000, none}, want{"gdp_growth", "XBB", "", 2000, -9})
}

func TestPopulation(t *testing.T) {
	g := given(t, map[string]string{
		populationFile: "Country Name,Country Code,Year,Value\nAlpha,XAA,2000,50\n",
		nmcFile:        "\"ccode\",\"year\",\"tpop\"\n991,2000,9\n992,2000,23\n992,2001,\n",
	})
	ok(t, g.population())
	g.expect(t,
		want{"population", "XAA", "", 2000, 50},
		want{"population", "XBB", "", 2000, 23000}, // thousands
		want{"population", "XBB", "", 2001, none},
	)
}

func TestDatapointColumn(t *testing.T) {
	if _, err := datapoint("a/gdp.csv"); err == nil {
		t.Error("a name without a column is accepted")
	}
}

func TestMissingFileSaysWhereToGetIt(t *testing.T) {
	fails(t, given(t, nil).gdp(), gdpFile, "no such file", "docs/data")
}

func TestDamagedGzip(t *testing.T) {
	g := given(t, nil)
	ok(t, os.WriteFile(filepath.Join(g.folder.dir, "x.csv.gz"), []byte("not packed"), 0o644))
	_, err := g.folder.read("x.csv.gz")
	fails(t, err, "x.csv.gz", "fetch the file again")
}

// The hash is of the file as published, packed or not.
func TestHashOfThePublishedFile(t *testing.T) {
	g := given(t, nil)
	ok(t, os.WriteFile(filepath.Join(g.folder.dir, "x.csv"), []byte("abc"), 0o644))
	data, err := g.folder.read("x.csv")
	ok(t, err)
	const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" // FIPS 180-2, example 1
	if string(data) != "abc" || g.folder.hash["x.csv"] != abc {
		t.Errorf("hash is %s; want %s", g.folder.hash["x.csv"], abc)
	}
}
