package unga_test

import (
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
	"github.com/shatterbelt/shatterbelt/data/source/unga"
)

const votes = "\"rcid\",\"country\",\"country_code\",\"vote\"\n3,\"Namibia\",\"NA\",\"yes\"\n3,\"Alpha Arab Republic\",,\"no\"\n"

func TestVotes(t *testing.T) {
	sourcetest.Run(t, unga.Votes(), map[string]string{
		"votes":      votes,
		"roll_calls": "\"rcid\",\"session\",\"importantvote\",\"date\",\"unres\",\"amend\",\"para\",\"short\",\"descr\"\n3,1,0,1946-01-01,\"R/1/66\",1,,\"AMENDMENTS, RULES\",\"TO ADOPT \"\"A\"\",\nAND B\"\n",
	})
}

// Namibia is no gap; a state that is no more has no letters.
func TestLettersOfNamibia(t *testing.T) {
	_, rows := sourcetest.Rows(t, unga.Votes(), votes)
	if v := rows[0]["country_code"]; v.Null || v.Text != "NA" {
		t.Errorf("Namibia: %+v", v)
	}
	if !rows[1]["country_code"].Null {
		t.Errorf("row = %v", rows[1])
	}
}

func TestKorea(t *testing.T) {
	const sample = "\"ccode1\",\"ccode2\",\"iso3c\",\"year\",\"agree\",\"v_agree\",\"kappa\",\"ip1\",\"ip2\",\"ipd\",\"gdppc1\",\"gdppc2\",\"v2x_polyarchy1\",\"v2x_polyarchy2\",\"xm_euds1\",\"xm_euds2\",\"capdist\"\n" +
		"991,992,\"XBB\",1991,0.25,0.36,-1.2e-15,0.5,3,2.5,10274.4,38637.8,.65,,1.3,1.7,11177.6\n991,993,\"XCC\",1991,,,,0.5,,,10274.4,38637.8,.65,,1.3,1.7,\n"
	sourcetest.Run(t, unga.Korea(), map[string]string{"dyad_year": sample})
	got := sourcetest.Figures(t, unga.Korea(), sample)
	if got["un_agreement"] != 1 || got["un_agreement_kappa"] != 1 {
		t.Errorf("figures = %v; want one of each", got)
	}
}
