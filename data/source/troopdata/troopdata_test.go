package troopdata_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
	"github.com/shatterbelt/shatterbelt/data/source/troopdata"
)

const (
	sites = "countryname,ccode,iso3c,basename,lat,lon,base,lilypad,fundedsite\n" +
		"Alpha,991,XAA,Caf\xe9 Field,34.9,69.2,1,0,0\nAlpha,991,XAA,NA,NA,NA,0,1,0\n"
	long = "MMEID,Ex_Name,Series_Name,gwcode,country,year,Location,lat,lon,StartDate,s.year,s.month,s.day,EndDate,e.year,e.month,e.day,CPX,Air,Land,Sea,Amphibious,Cyber,Warfighting,Peacekeeping,Humanitarian,FocusDescription,AdditionalParticipantInfo,participant_count\n" +
		"mme1,-9,NA,991,Alpha,1990,sea,34.5,18.0,1990-01-xx,1990,1,xx,1/31/90,1990,1,31,0,0,0,1,0,0,1,0,0,\"drill, at sea\",NA,2\n" +
		"mme1,-9,NA,NA,-9,1990,sea,34.5,18.0,1990-01-xx,1990,1,xx,1/31/90,1990,1,31,0,0,0,1,0,0,1,0,0,\"drill, at sea\",NA,2\n"
)

func TestTroops(t *testing.T) {
	sourcetest.Run(t, troopdata.Troops(), map[string]string{
		"host_year": "countryname,ccode,iso3c,year,troops,army,navy,air_force,marine_corps,region,space_force,coast_guard\nAlpha,991,XAA,1990,12,NA,NA,NA,NA,North,NA,NA\n",
		"report":    "ccode,countryname,region,year,month,quarter,source,Location,iso3c,Total,troops_ad,army_ad,navy_ad,marine_corps_ad,air_force_ad,Macro Location,Grand Total\n991,Alpha,NA,1990,September,3,September 1990,Alpha,XAA,NA,12,10,1,1,0,NA,15\n",
	})
}

// The table by year and the reports number states differently.
func TestTroopsCodes(t *testing.T) {
	for i, want := range []source.Code{source.COW, source.GW} {
		l := troopdata.Troops().Layouts[i]
		for _, c := range l.Columns {
			if c.Name == "ccode" && c.Code != want {
				t.Errorf("%s: ccode is %s; want %s", l.Table, c.Code, want)
			}
		}
	}
}

func TestBases(t *testing.T) {
	sourcetest.Run(t, troopdata.Bases(), map[string]string{
		"site":         sites,
		"construction": "countryname,ccode,iso3c,year,location,lat,lon,spend_construction\nAlpha,991,XAA,2008,Camp,29.6,-98.5,1600\nUnspecified,NA,NA,2009,Unspecified,NA,NA,-178758\n",
	})
}

// A site without a name or a place has neither, and accents come out right.
func TestSites(t *testing.T) {
	_, rows := sourcetest.Rows(t, troopdata.Bases(), sites)
	if rows[0]["basename"].Text != "Café Field" || !rows[1]["basename"].Null || !rows[1]["lat"].Null {
		t.Errorf("rows %v", rows)
	}
}

func TestExercises(t *testing.T) {
	sourcetest.Run(t, troopdata.Exercises(), map[string]string{
		"participant": long,
		"exercise": "MMEID,Ex_Name,Series_Name,Location,lat,lon,StartDate,s.year,s.month,s.day,EndDate,e.year,e.month,e.day,CPX,Air,Land,Sea,Amphibious,Cyber,Warfighting,Peacekeeping,Humanitarian,FocusDescription,AdditionalParticipantInfo,StateA,StateB,StateC\r\n" +
			"mme1,Drill,,sea,34.5,18.0,1990-01-xx,1990,1,xx,1990-01-xx,1990,1,xx,0,0,0,1,0,0,1,0,0,drill,,Alpha,Beta,-9\r\n",
	})
}

// A day and a name that are not known are missing, the month is kept.
func TestParticipants(t *testing.T) {
	_, rows := sourcetest.Rows(t, troopdata.Exercises(), long)
	if !rows[0]["s.day"].Null || rows[0]["s.month"].Int != 1 || !rows[0]["Ex_Name"].Null || !rows[1]["gwcode"].Null || !rows[1]["country"].Null {
		t.Errorf("rows %v", rows)
	}
}

func TestVisits(t *testing.T) {
	sourcetest.Run(t, troopdata.Visits(), map[string]string{
		"visit": "\"Title\",\"Name\",\"Start Day\",\"Start Month\",\"Start Year\",\"City Visited\",\"State Visit\",\"End Day\",\"End Month\",\"End Year\"\n\"Secretary\",\"Anon\",21,4,1990,,\"XAA\",28,4,1990\n",
	})
}

func ExampleExercises() {
	d := troopdata.Exercises()
	fmt.Println(d.Tables())
	// Output: [exercise participant]
}
