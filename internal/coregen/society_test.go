package coregen

import "testing"

// Output of 991 is 2,000 a head for 3 thousand heads: 6 million.
func TestPurchasingPower(t *testing.T) {
	g := given(t, map[string]string{
		maddisonFile: "countrycode,country,year,gdppc,pop\nXAA,Alpha,1,900,1\nXAA,Alpha,1990,2000,3\n" +
			"ZZZ,Elsewhere,1990,1000,1\nSUN,Former,1990,5000,5\nXBB,Beta,1990,,4\nXAA,Alpha,1989,2,3\n",
	})
	ok(t, g.purchasingPower())
	g.expect(t,
		want{"gdp_ppp", "XAA", "", 1990, 6e6},
		want{"gdp_ppp", World, "", 1990, 7e6}, // once each: no former union
		want{"gdp_ppp", "XBB", "", 1990, none},
		want{"gdp_ppp", "XAA", "", 1989, none},
	)
}

func TestArmedForcesAndPolyarchy(t *testing.T) {
	g := given(t, map[string]string{
		armedForcesFile: "geo,time,armed_forces_personnel_total\nxaa,2000,1500\nxbb,2000,0\nzzz,2000,7\n",
		vdemFile: "country_text_id,year,v2x_polyarchy,v2x_polyarchy_codelow,v2x_polyarchy_codehigh\n" +
			"XAA,2024,0.5,0.45,0.56\nXAA,2023,0.4,0.3,0.5\nXBB,2024,,,\nXCC,1997,0.2,0.1,0.3\n",
	})
	ok(t, g.armedForces())
	ok(t, g.polyarchy())
	g.expect(t,
		want{"armed_forces", "XAA", "", 2000, 1500},
		want{"armed_forces", "XBB", "", 2000, 0},
		want{"polyarchy", "XAA", "", 2024, 0.5},
		want{"polyarchy", "XAA", "", 2023, none},
		want{"polyarchy", "XBB", "", 2024, none},
		want{"polyarchy", "XCC", "", 1997, 0.2},
	)
	if f, _ := g.find("polyarchy", "XAA", "", 2024); f.Low != 0.45 || f.High != 0.56 {
		t.Errorf("the range is %v to %v; want 0.45 to 0.56", f.Low, f.High)
	}
}

func TestPolyarchyOutsideItsRangeIsRefused(t *testing.T) {
	g := given(t, map[string]string{
		vdemFile: "country_text_id,year,v2x_polyarchy,v2x_polyarchy_codelow,v2x_polyarchy_codehigh\nXAA,2024,0.9,0.45,0.56\n",
	})
	fails(t, g.polyarchy(), vdemFile+":2", "within its range")
}
