package rivalries_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/rivalries"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

const names = "rivalry,start,end,positional,spatial,ideological,interventionary,principal,aprin,note\nAlpha-Beta 1,P1494,1716,1,1,,,1,,\n"

func TestStrategic(t *testing.T) {
	const dyads = "\"tssr_id\",\"rivalry\",\"ccode1\",\"ccode2\",\"start\",\"end\",\"positional\",\"spatial\",\"ideological\",\"interventionary\",\"principal\",\"aprin\"\n1,\"Alpha-Beta 1\",991,992,1494,1716,1,1,,,1,\n2,\"Alpha-Beta 2\",991,992,1996,2020,1,,,,,\n"
	sourcetest.Run(t, rivalries.Strategic(), map[string]string{"names": names, "dyads": dyads})
	if got := sourcetest.Figures(t, rivalries.Strategic(), dyads)["rivalry"]; got != 2 {
		t.Errorf("%d spells; want 2", got)
	}
}

// The book dates some rivalries to before a year; the text is kept.
func TestBeforeAYear(t *testing.T) {
	_, rows := sourcetest.Rows(t, rivalries.Strategic(), names)
	if rows[0]["start"].Text != "P1494" || !rows[0]["ideological"].Null {
		t.Errorf("row = %v", rows[0])
	}
}

func TestHandbook(t *testing.T) {
	sourcetest.Run(t, rivalries.Handbook(), map[string]string{
		"dyads": "\"rivalryno\",\"rivalryname\",\"ccode1\",\"ccode2\",\"styear\",\"endyear\",\"region\",\"type1\",\"type2\",\"type3\"\n1,\"Alpha-Beta\",991,992,1494,1918,\"European GPs\",\"spatial\",\"positional\",\n",
	})
}

func TestArmsRaces(t *testing.T) {
	sourcetest.Run(t, rivalries.ArmsRaces(), map[string]string{
		"races": "\"race_id\",\"ccode1\",\"ccode2\",\"styear\",\"endyear\"\n1,991,992,1854,1856\n",
	})
}

func TestTerritorialThreat(t *testing.T) {
	sourcetest.Run(t, rivalries.TerritorialThreat(), map[string]string{
		"state_year": "\"ccode\",\"year\",\"lterrthreat\",\"sd\",\"lwr\",\"upr\",\"m_lterrthreat\",\"m_sd\",\"m_lwr\",\"m_upr\"\n991,1816,-0.26,0.11,-0.46,0.09,,,,\n",
	})
}

func ExampleStrategic() {
	i := rivalries.Strategic().Series[0].Indicator
	fmt.Println(i.Name, i.Form, i.First, i.Last)
	// Output: rivalry symmetric 1494 2020
}
