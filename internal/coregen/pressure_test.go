package coregen

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
)

// The United States, at 2 after 1 against 4, borders on 991, which is weaker, and
// on nobody else; it began two disputes with it in 1990, one by force.
func TestPressure(t *testing.T) {
	g := given(t, map[string]string{
		membersFile:    "stateabb,ccode,year,version\nU,2,1990,2016\nB,200,1990,2016\nX,991,1990,2016\nY,992,1990,2016\n",
		majorsFile:     "stateabb,ccode,styear,endyear\nU,2,1980,1990\nB,200,1980,1990\n",
		contiguityFile: "ccode1,ccode2,conttype,stdate,enddate\n2,991,1,1950-01-01,2016-12-01\n2,992,4,1950-01-01,2016-12-01\n",
		nmcFile:        "ccode,year,cinc\n2,1980,1\n200,1980,4\n2,1990,2\n200,1990,4\n991,1990,1\n992,1990,1\n",
		maddisonFile:   "countrycode,year,gdppc,pop\nUSA,1990,3,2\nGBR,1990,4,2\nSUN,1990,9,9\n",
		dirDispFile: dirdispHeader + "1,2,991,1990,1,1,0,1,1,4,3\n2,2,991,1990,1,1,0,1,1,2,1\n" +
			"3,2,992,1990,1,1,0,1,1,5,1\n4,991,2,1990,1,1,0,1,1,4,1\n",
	})
	all, err := g.pressure()
	ok(t, err)
	if len(all) != 22 {
		t.Fatalf("%d rows; want 11 years of two powers", len(all))
	}
	got := all[10]
	want := standing{power: 2, year: 1990, cinc: 0.5, cincBefore: 0.25, gdp: 0.75, neighbours: 1, begun: 2, force: 1}
	if got != want {
		t.Errorf("1990: %+v; want %+v", got, want)
	}
	if own := all[21]; own.power != ir.CCode(200) || own.neighbours != 0 || own.cinc != 2 {
		t.Errorf("the other power: %+v", own)
	}
}

// The record that C03 counts is what the rule makes of the published files.
func TestPressureIsTheCommittedRecord(t *testing.T) {
	from, out := testkit.Data(t), t.TempDir()
	_, err := GeneratePressure(from, out)
	ok(t, err)
	got, err := os.ReadFile(filepath.Join(out, "pressure.csv"))
	ok(t, err)
	want, err := os.ReadFile(filepath.Join("..", "..", "claim", "records", "pressure.csv"))
	ok(t, err)
	if !bytes.Equal(got, want) {
		t.Error("pressure.csv differs from the committed one; docs/data/pressure.md says how it is made")
	}
}
