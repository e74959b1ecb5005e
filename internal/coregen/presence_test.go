package coregen

import (
	"testing"

	"github.com/shatterbelt/shatterbelt/ir"
)

func TestBases(t *testing.T) {
	g := given(t, map[string]string{
		basesFile: "countryname,ccode,iso3c,basename,base,lilypad,fundedsite\n" +
			"Alpha,991,XAA,One,1,0,0\nAlpha,991,XAA,Two,1,0,0\nIslands,991,XIS,Three,1,0,0\n" +
			"Beta,992,XBB,Four,0,1,0\nIsle,2,USA,Five,1,0,0\nElsewhere,999,ZZZ,Six,1,0,0\n",
	})
	ok(t, g.bases())
	g.expect(t,
		want{"bases", "USA", "XAA", basesYear, 3},
		want{"bases", "USA", "XBB", basesYear, 0}, // kept ready, no base
		want{"bases", "USA", "XCC", basesYear, 0}, // not in a list of the whole world
		want{"bases", "USA", "USA", basesYear, none},
	)
}

func TestLesserPacts(t *testing.T) {
	g := given(t, systemFiles(map[string]string{
		atopFile: "ccode1,ccode2,year,atop_defense,atop_neutral,atop_nonagg,atop_consul\n" +
			"991,992,1990,1,0,1,0\n991,992,1991,1,0,1,1\n992,991,1991,1,1,0,0\n",
	}))
	ok(t, g.lesserPacts())
	g.expect(t,
		want{"nonaggression_pact", "XAA", "XBB", 1990, 1},
		want{"nonaggression_pact", "XAA", "XBB", 1992, 0},
		want{"consultation_pact", "XAA", "XBB", 1990, none},
		want{"consultation_pact", "XAA", "XBB", 1991, 1},
		want{"neutrality_pact", "XBB", "XAA", 1991, 1}, // not returned
		want{"neutrality_pact", "XAA", "XBB", 1991, none},
		want{"defence_pact", "XAA", "XBB", 1990, none}, // another step's
	)
}

func TestAccessions(t *testing.T) {
	g := given(t, nil)
	g.treatiesTable = []byte("treaty,state,year,source\n" +
		"Pact,XAA,1949,list\nPact,XBB,2009,list\nPact,XCC,2020,news\nPact,CHN,2024,later\nPact,ZZZ,2020,news\n" +
		"Other,USA,2021,press\nOther,XAA,2021,press\n")
	ok(t, g.accessions())
	g.expect(t,
		want{"defence_pact", "XAA", "XBB", 2009, none}, // the treaty data have it
		want{"defence_pact", "XAA", "XCC", 2020, 1},
		want{"defence_pact", "XCC", "XAA", 2020, 1},
		want{"defence_pact", "XCC", "XBB", 2020, 1},
		want{"defence_pact", "XCC", "CHN", 2024, 1},
		want{"defence_pact", "XCC", "CHN", 2020, none},
		want{"defence_pact", "XAA", "USA", 2021, 1},
		want{"defence_pact", "XBB", "USA", 2021, none}, // another treaty
	)
	if f, _ := g.find("defence_pact", "XAA", "CHN", 2024); f.Source != "later" || f.Note != "Pact" {
		t.Errorf("the source is %q and the note %q; want the report on the later to join", f.Source, f.Note)
	}
	if len(g.figures) != 2*2+2*3+2 {
		t.Errorf("%d figures; want both ways of six pairs", len(g.figures))
	}
}

// Who joins a treaty twice or without a source would be stated twice or
// nowhere.
func TestTreatiesTable(t *testing.T) {
	parties, err := readSignatories(treatiesTable)
	ok(t, err)
	sources, err := readSources(sourcesTable)
	ok(t, err)
	known := map[string]bool{}
	for _, s := range sources {
		known[s.Key] = true
	}
	seen := map[[2]string]ir.Year{}
	for _, p := range parties {
		if _, twice := seen[[2]string{p.treaty, p.iso}]; twice || !known[p.source] {
			t.Errorf("%s in the %s: listed twice, or source %q not in sources.csv", p.iso, p.treaty, p.source)
		}
		seen[[2]string{p.treaty, p.iso}] = p.from
	}
}
