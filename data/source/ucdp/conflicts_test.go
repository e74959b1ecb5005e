package ucdp_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
	"github.com/shatterbelt/shatterbelt/data/source/ucdp"
)

// A war of 991, with 992 in support, against 993; the row of a conflict within
// 994; and one within 994 in which 995 has a part.
const conflicts = "\"conflict_id\",\"year\",\"gwno_a\",\"gwno_a_2nd\",\"gwno_b\",\"gwno_b_2nd\",\"incompatibility\",\"intensity_level\",\"type_of_conflict\",\"start_date\",\"start_prec\",\"start_date2\",\"start_prec2\",\"ep_end\",\"ep_end_date\"\n" +
	"1,2024,991,992,993,,\"territory\",2,\"interstate\",1997-05-29,1,2012-11-15,1,0,\n" +
	"2,2024,994,,,,\"government\",1,\"intrastate\",1997-05-29,1,2012-11-15,1,1,2024-12-21\n" +
	"3,2024,994,995,,996,\"both\",1,\"II\",1997-05-29,1,2012-11-15,1,0,\n"

func TestConflicts(t *testing.T) {
	sourcetest.Run(t, ucdp.Conflicts(), map[string]string{"conflict_years": conflicts})
}

// The one war sets two pairs against each other: the main parties, and the
// supporter against the other side.
func TestWarsAreBetweenStates(t *testing.T) {
	if got := sourcetest.Figures(t, ucdp.Conflicts(), conflicts)["war"]; got != 2 {
		t.Errorf("%d pairs at war; want 2", got)
	}
}

func TestOnsets(t *testing.T) {
	sourcetest.Run(t, ucdp.Onsets(), map[string]string{
		"state_year": "\"gwcode\",\"year\",\"sumnewconf\",\"sumonset1\",\"sumonset2\",\"sumonset3\",\"sumonset5\",\"sumonset10\"\n991,1946,0,1,1,1,0,0\n",
	})
}

func ExampleConflicts() {
	d := ucdp.Conflicts()
	fmt.Println(d.Editions[0].Name, d.Series[0].Indicator.Name, d.Series[0].Indicator.First, d.Series[0].Indicator.Last)
	// Output: 25.1 war 1946 2024
}
