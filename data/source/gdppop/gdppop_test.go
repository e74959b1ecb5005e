package gdppop_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/gdppop"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

const simulated = "\"ccode\",\"year\",\"mrgdppc\",\"sd_mrgdppc\",\"pwtrgdp\",\"sd_pwtrgdp\",\"pwtpop\",\"sd_pwtpop\"\n" +
	"991,1990,2668.1,410.5,27951.09,12015.1,9.16,0.69\n992,1990,,,,,,\n"

func TestSimulated(t *testing.T) {
	sourcetest.Run(t, gdppop.Simulated(), map[string]string{"state_year": simulated})
}

// A state without an estimate has no figure.
func TestSimulatedGaps(t *testing.T) {
	for name, n := range sourcetest.Figures(t, gdppop.Simulated(), simulated) {
		if n != 1 {
			t.Errorf("%s: %d figures; want 1", name, n)
		}
	}
}

func TestSurplus(t *testing.T) {
	sourcetest.Run(t, gdppop.Surplus(), map[string]string{
		"state_year": "\"ccode\",\"year\",\"wbgdp2011est\",\"wbpopest\",\"sdpest\",\"wbgdppc2011est\"\n991,1990,22.963,15.456,22.042,7.507\n",
	})
}

// Logarithms are not taken for amounts.
func TestSurplusIsInLogs(t *testing.T) {
	for _, s := range gdppop.Surplus().Series {
		if s.Indicator.Unit != "natural log of US$ 2011" {
			t.Errorf("%s is in %s", s.Indicator.Name, s.Indicator.Unit)
		}
	}
}

func TestForecasts(t *testing.T) {
	sourcetest.Run(t, gdppop.Forecasts(), map[string]string{
		"state_year": "\"country\",\"year\",\"p_gdp\",\"p_lo80\",\"p_hi80\",\"gdp\",\"f_gdp\",\"f_lo80\",\"f_hi80\",\"f_lo95\",\"f_hi95\",\"oecd_ltgdpf\"\n\"Alpha\",2020,3.5,2.5,4.5,,3,2,4,1,5,\n",
	})
}

func ExampleSimulated() {
	for _, s := range gdppop.Simulated().Series {
		fmt.Println(s.Indicator.Name, "in", s.Indicator.Unit)
	}
	// Output:
	// gdp_per_person_simulated in int$ 2011 per person
	// gdp_simulated in int$ 2017
	// population_simulated in persons
}
