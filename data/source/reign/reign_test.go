package reign_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/reign"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

// leaders has one name in Latin-1 and one in UTF-8, as the file does.
const leaders = "stateabb,ccode,leadid,leader,sdate,smonth,syear,emonth,eyear,birthyear,gender,militarycareer,l_month,l_year,,,codedby,notes\n" +
	"XAA,991,A2.9-46,P\xe9rez,12,4,1990,1,1993,-99,1,0.5,11,1992,,,,\n" +
	"XAB,992,201520,Da\xc4\x8di\xc4\x87,12,4,2012,,,1966,-99,-99,,,,,cb,\n"

func TestDataset(t *testing.T) {
	sourcetest.Run(t, reign.Dataset(), map[string]string{
		"leader":            leaders,
		"election":          "ccode,electionnumber,country,elec_year,elec_month,elec_day,sequence,event,elecnum,type,direct,regular,victory,change,runoff\n991,1,Alpha,2027,11, ,1,\"Upcoming, Scheduled\",991001,L,Y,N,,,N\n",
		"regime":            "cowcode,gwf_country,gwf_casename,gwf_startdate,gwf_enddate,gwf_regimetype\n991,Alpha,Alpha 90,3/4/1990,12/31/2020,presidential\n",
		"election_violence": "country,ccode,year,month,dates,elecViolence1,l.elecViolence1,elecViolence2,l.elecViolence2,tae1,nvio1,tae2,nvio2,pcgdp\nAlpha,991,1990,1,1/9/1990,NA,0,peace,0,1,0,1,0,8000.5\n",
	})
}

// Names come out right from either encoding, and -99 is no year.
func TestLeaders(t *testing.T) {
	_, rows := sourcetest.Rows(t, reign.Dataset(), leaders)
	if rows[0]["leader"].Text != "Pérez" || rows[1]["leader"].Text != "Dačić" {
		t.Errorf("names %q, %q", rows[0]["leader"].Text, rows[1]["leader"].Text)
	}
	if !rows[0]["birthyear"].Null || !rows[1]["gender"].Null || !rows[1]["eyear"].Null || rows[0]["militarycareer"].Float != 0.5 {
		t.Errorf("rows %v", rows)
	}
}

func ExampleDataset() {
	d := reign.Dataset()
	fmt.Println(d.Tables())
	// Output: [leader election regime election_violence]
}
