package cowwars_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/cowwars"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

const (
	inter = "WarNum,WarName,WarType,ccode,StateName,Side,StartMonth1,StartDay1,StartYear1,EndMonth1,EndDay1,EndYear1,StartMonth2,StartDay2,StartYear2,EndMonth2,EndDay2,EndYear2,TransFrom,WhereFought,Initiator,Outcome,TransTo,BatDeath,Version\r" +
		"1,Alpha-Beta,1,991,Alpha,2,4,7,1823,11,13,1823,-8,-8,-8,-8,-8,-8,\"404, 410\",2,2,2,-8,-9,4\r" +
		"1,Alpha-Beta,1,992,Beta,1,4,7,1823,11,13,1823,-8,-8,-8,-8,-8,-8,503,2,1,1,-8,400,4\r"
	phase = ",-8,-8,-8,-8,-8,-8"
	intra = "WarNum,WarName,V5RegionNum,WarType,CcodeA,SideA,SideB,Intnl,StartMo1,StartDy1,StartYr1,EndMo1,EndDy1,EndYr1,StartMo2,StartDy2,StartYr2,EndMo2,EndDy2,EndYr2,StartMo3,StartDy3,StartYr3,EndMo3,EndDy3,EndYr3,StartMo4,StartDy4,StartYr4,EndMo4,EndDy4,EndYr4,WDuratDays,WDuratMo,TotNatMonWar,TransFrom,Initiator,Outcome,TransTo,DeathsSideA,DeathsSideB,TotalBDeaths,Version\n" +
		"835.5,War of S\xe3o Alpha,3,5,991,Alpha,Rebels,0,6,?,2011,-7,-7,-7" + phase + phase + phase + ",1596,53.2,53.2,476.6,Alpha,5,-8,5000,-9,11000,5.1\n"
)

func TestInter(t *testing.T) {
	sourcetest.Run(t, cowwars.Inter(), map[string]string{
		"participants": inter,
		"dyad_years":   "\"warnum\",\"ccode1\",\"ccode2\",\"year\",\"cowinterongoing\",\"cowinteronset\",\"sidea1\",\"sidea2\",\"initiator1\",\"initiator2\",\"outcome1\",\"outcome2\",\"batdeath1\",\"batdeath2\",\"resume\"\n1,991,992,1823,1,1,1,2,1,0,,2,12.5,-9,0\n",
	})
}

func TestIntra(t *testing.T) {
	sourcetest.Run(t, cowwars.Intra(), map[string]string{"wars": intra})
}

// Bare carriage returns end the lines, a cell can list two wars, and what does
// not apply or is not known is missing.
func TestParticipants(t *testing.T) {
	_, rows := sourcetest.Rows(t, cowwars.Inter(), inter)
	if len(rows) != 2 {
		t.Fatalf("%d rows; want 2", len(rows))
	}
	if r := rows[0]; r["TransFrom"].Text != "404, 410" || !r["BatDeath"].Null || !r["StartYear2"].Null || r["EndYear1"].Int != 1823 {
		t.Errorf("row = %v", r)
	}
}

// A war that was going on has no end, its day of start can be a question mark,
// and names are in Windows-1252.
func TestWarWithoutEnd(t *testing.T) {
	_, rows := sourcetest.Rows(t, cowwars.Intra(), intra)
	r := rows[0]
	if !r["EndYr1"].Null || !r["StartDy1"].Null || r["StartYr1"].Int != 2011 {
		t.Errorf("dates: %+v to %+v", r["StartYr1"], r["EndYr1"])
	}
	if r["WarName"].Text != "War of São Alpha" || r["WarNum"].Text != "835.5" {
		t.Errorf("war %q, %q", r["WarNum"].Text, r["WarName"].Text)
	}
}

func ExampleIntra() {
	d := cowwars.Intra()
	fmt.Println(d.Title, d.Editions[0].Name)
	// Output: Intra-State War Data 5.1
}
