package atop_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/atop"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

const sample = "\"ccode1\",\"ccode2\",\"year\",\"atop_defense\",\"atop_offense\",\"atop_neutral\",\"atop_nonagg\",\"atop_consul\"\n" +
	"991,992,1942,1,1,0,0,1\n992,991,1942,0,0,0,1,1\n991,993,1950,0,0,0,0,0\n"

func TestDataset(t *testing.T) {
	sourcetest.Run(t, atop.Dataset(), map[string]string{"dyad_year": sample})
}

// Each order has its own obligations, and a row can have none.
func TestObligationsAreDirected(t *testing.T) {
	got := sourcetest.Figures(t, atop.Dataset(), sample)
	for name, want := range map[string]int{"defence_pact": 1, "offence_pact": 1, "neutrality_pact": 0, "nonaggression_pact": 1, "consultation_pact": 2} {
		if got[name] != want {
			t.Errorf("%s: %d rows; want %d", name, got[name], want)
		}
	}
}

func ExampleDataset() {
	for _, s := range atop.Dataset().Series {
		fmt.Println(s.Indicator.Name, s.Indicator.First, s.Indicator.Last)
	}
	// Output:
	// defence_pact 1815 2018
	// offence_pact 1815 2018
	// neutrality_pact 1815 2018
	// nonaggression_pact 1815 2018
	// consultation_pact 1815 2018
}
