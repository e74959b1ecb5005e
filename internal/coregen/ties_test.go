package coregen

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/ir"
)

// systemFiles lists the invented states as members from 1985, XCC from 1995; XAA
// is a major power, XAA and XBB share a land border, XBB and XCC a wide sea.
func systemFiles(more map[string]string) map[string]string {
	var b strings.Builder
	b.WriteString("stateabb,ccode,year,version\n")
	for y := 1960; y <= systemLast; y++ {
		fmt.Fprintf(&b, "XAA,991,%d,2016\nXBB,992,%d,2016\n", y, y)
		if y >= 1995 {
			fmt.Fprintf(&b, "XCC,993,%d,2016\n", y)
		}
	}
	files := map[string]string{
		membersFile: b.String(),
		majorsFile:  "stateabb,ccode,styear,endyear\nXAA,991,1960,2016\n",
		contiguityFile: "\"ccode1\",\"ccode2\",\"conttype\",\"stdate\",\"enddate\"\n" +
			"991,992,1,1960-01-01,2016-12-01\n992,991,1,1960-01-01,2016-12-01\n" +
			"992,993,5,1995-01-01,2016-12-01\n993,992,5,1995-01-01,2016-12-01\n" +
			"991,993,0,1995-01-01,2016-12-01\n993,991,0,1995-01-01,2016-12-01\n",
	}
	for name, text := range more {
		files[name] = text
	}
	return files
}

func TestPactsAreDirectedSpells(t *testing.T) {
	g := given(t, systemFiles(map[string]string{
		atopFile: "ccode1,ccode2,year,atop_defense\n991,992,1990,1\n991,992,1991,1\n991,992,1992,0\n991,992,1994,1\n992,991,1990,0\n992,993,1994,1\n992,993,1996,1\n992,993,1997,1\n992,993,1998,1\n992,993,1999,1\n992,993,2000,1\n992,993,2001,1\n992,993,2002,1\n992,993,2003,1\n992,993,2004,1\n992,993,2005,1\n992,993,2006,1\n992,993,2007,1\n992,993,2008,1\n992,993,2009,1\n992,993,2010,1\n992,993,2011,1\n992,993,2012,1\n992,993,2013,1\n992,993,2014,1\n992,993,2015,1\n992,993,2016,1\n992,993,2017,1\n992,993,2018,1\n",
	}))
	ok(t, g.pacts())
	g.expect(t,
		want{"defence_pact", "XAA", "XBB", 1990, 1},
		want{"defence_pact", "XAA", "XBB", 1991, none}, // no change
		want{"defence_pact", "XAA", "XBB", 1992, 0},
		want{"defence_pact", "XAA", "XBB", 1993, none}, // not listed: none, so no change
		want{"defence_pact", "XAA", "XBB", 1994, 1},
		want{"defence_pact", "XAA", "XBB", 1995, 0},
		want{"defence_pact", "XBB", "XAA", 1990, none}, // not returned: the span says 0
		want{"defence_pact", "XBB", "XCC", 1995, none},
		want{"defence_pact", "XBB", "XCC", 1994, none}, // one was no member yet
		want{"defence_pact", "XBB", "XCC", 1996, 1},
	)
	if len(g.figures) != 5 {
		t.Errorf("%d rows; want the five changes", len(g.figures))
	}
}

func TestRivalryIsStatedOnceAndGoesOn(t *testing.T) {
	g := given(t, systemFiles(map[string]string{
		rivalryFile: "ccode1,ccode2,start,end\n991,992,1816,1991\n992,993,2000,2020\n",
	}))
	ok(t, g.rivalries())
	g.expect(t,
		want{"rivalry", "XAA", "XBB", 1990, 1},
		want{"rivalry", "XAA", "XBB", 1992, 0},
		want{"rivalry", "XBB", "XAA", 1990, none}, // the same pair
		want{"rivalry", "XBB", "XCC", 2000, 1},
	)
	if len(g.figures) != 3 {
		t.Errorf("%d rows; want three, since the second goes on", len(g.figures))
	}
}

// XAA is 981 in the Gleditsch-Ward list; XCC joined its side in 2024.
func TestWars(t *testing.T) {
	g := given(t, systemFiles(map[string]string{
		ucdpFile: "year,gwno_a,gwno_a_2nd,gwno_b,gwno_b_2nd,type_of_conflict\n" +
			"2022,981,,992,,interstate\n2024,\"981, 990\",993,\"992\",,interstate\n" +
			"2023,992,,,,intrastate\n2001,991,,992,,interstate\n",
	}))
	ok(t, g.wars())
	g.expect(t,
		want{"war", "XAA", "XBB", 2001, none}, // 991 is another state in that list
		want{"war", "XAA", "XBB", 2022, 1},
		want{"war", "XAA", "XBB", 2023, 0},
		want{"war", "XAA", "XBB", 2024, 1},
		want{"war", "XBB", "XCC", 2024, 1},
		want{"war", "XAA", "XCC", 2024, none}, // the same side
	)
}

func TestContiguityTypes(t *testing.T) {
	g := given(t, systemFiles(nil))
	s, err := g.loadSystem()
	ok(t, err)
	near := ir.Directed{From: 991, To: 992}
	wide := ir.Directed{From: 992, To: 993}
	looked := ir.Directed{From: 991, To: 993}
	if !s.contiguous(near, 2000, nearDistance) || s.contiguous(wide, 2000, nearDistance) {
		t.Error("land is near and a wide sea is not")
	}
	if !s.contiguous(wide, 2000, anyDistance) || s.contiguous(looked, 2000, anyDistance) {
		t.Error("type 5 is contiguous and type 0 is not")
	}
	if !s.member(993, 2020) || s.member(993, 1994) {
		t.Error("members of the last year stay members, and none is one early")
	}
}

func TestContiguityTypeRefused(t *testing.T) {
	files := systemFiles(nil)
	files[contiguityFile] = "ccode1,ccode2,conttype,stdate,enddate\n1,2,7,1990-01-01,1990-12-31\n"
	_, err := given(t, files).loadSystem()
	fails(t, err, contiguityFile+":2:5", "type from 0 to 5")
}
