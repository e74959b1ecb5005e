package coregen

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
)

// Numbers of states in Eurasia stand for invented ones here, since the rule goes
// by number: 801 and 802 border on one another, 803 on nobody; 101 is overseas.
var attemptFiles = map[string]string{
	membersFile:    "stateabb,ccode,year,version\nA,801,1960,2016\nB,802,1960,2016\nC,803,1960,2016\nO,101,1960,2016\n",
	majorsFile:     "stateabb,ccode,styear,endyear\nA,801,1950,2016\n",
	contiguityFile: "ccode1,ccode2,conttype,stdate,enddate\n801,802,1,1950-01-01,2016-12-01\n802,801,1,1950-01-01,2016-12-01\n",
	midaFile: "dispnum,stmon,styear,endyear,outcome,fatality\n" +
		"1,5,1960,1961,1,6\n2,8,1945,1945,5,0\n3,1,1970,1970,5,0\n4,1,2012,2012,3,0\n5,1,1980,1980,5,0\n6,1,1981,1981,5,0\n",
	midbFile: "dispnum,ccode,styear,sidea,revtype1,revtype2,orig,hiact\n" +
		"1,801,1960,1,1,-9,1,20\n1,802,1960,0,-9,-9,1,20\n" + // war for land, won
		"2,801,1945,1,1,-9,1,14\n2,802,1945,0,-9,-9,1,0\n" + // before September 1945
		"3,802,1970,1,3,1,1,17\n3,803,1970,0,-9,-9,1,0\n" + // a clash, no border
		"4,803,2012,0,1,-9,1,14\n4,801,2012,1,-9,-9,1,0\n" + // sought on side B, side A yields to it
		"5,801,1980,1,1,-9,1,7\n5,802,1980,0,-9,-9,1,0\n" + // a show of force
		"6,101,1981,1,1,-9,1,14\n6,803,1981,0,-9,-9,1,0\n", // from overseas
	revisedFile: "dispnum,ccode1,ccode2,revtype11,revtype21\n1,801,802,1,-9\n3,802,803,3,-9\n",
	listsFile:   "stateabb,year,gwcode,ccode\nA,1960,801,801\nB,1960,802,802\nB,1970,802,802\nC,1970,NA,803\n",
	changesFile: "year,gainer,loser,conflict\n1962,801,802,1\n1970,802,803,0\n",
}

func TestAttempts(t *testing.T) {
	got, err := given(t, attemptFiles).attempts()
	ok(t, err)
	want := []attempt{
		{dispute: 1, year: 1960, last: 1961, seeker: 801, target: 802, action: 20, deaths: 6, neighbours: 1, major: true, revised: 1, listed: true, changed: true, won: true},
		{dispute: 3, year: 1970, last: 1970, seeker: 802, target: 803, action: 17},
		{dispute: 4, year: 2012, last: 2012, seeker: 803, target: 801, action: 14, revised: -1, won: true},
	}
	if len(got) != len(want) {
		t.Fatalf("%d attempts, %+v; want %d", len(got), got, len(want))
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("attempt %d is %+v; want %+v", i, got[i], want[i])
		}
	}
	if row := strings.Join(got[2].row(), ","); !strings.HasPrefix(row, "4,2012,803,801,14,0,0,0,,0,0,1,palmer2022") {
		t.Errorf("row is %s", row)
	}
}

func TestEurasian(t *testing.T) {
	for c, want := range map[ir.CCode]bool{2: false, 200: true, 365: true, 395: false, 615: false, 651: false, 666: true, 732: true, 900: false} {
		if eurasian(c) != want {
			t.Errorf("eurasian(%d) = %v", c, !want)
		}
	}
}

// The record that claims count is what the rule makes of the published files.
func TestAttemptsAreTheCommittedRecord(t *testing.T) {
	from, out := testkit.Data(t), t.TempDir()
	_, err := GenerateAttempts(from, out)
	ok(t, err)
	got, err := os.ReadFile(filepath.Join(out, "attempts.csv"))
	ok(t, err)
	want, err := os.ReadFile(filepath.Join("..", "..", "claim", "records", "attempts.csv"))
	ok(t, err)
	if !bytes.Equal(got, want) {
		t.Error("attempts.csv differs from the committed one; docs/data/attempts.md says how it is made")
	}
}
