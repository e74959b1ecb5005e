package core_test

import (
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
)

// What the measures of structure and of position rest on, against figures that
// anyone can look up.
func TestKnownFiguresOfMeasures(t *testing.T) {
	s := snapshot(t)
	tests := []struct {
		indicator, state string
		year             ir.Year
		want, tolerance  float64
	}{
		{"gdp_ppp", "USA", 2018, 18.1e12, 0.1e12},
		{"gdp_ppp", "KOR", 2018, 1.96e12, 0.05e12},
		{"gdp_ppp", core.World, 2018, 114e12, 1e12},
		{"armed_forces", "USA", 2020, 1.395e6, 1e4},
		{"armed_forces", "IND", 2020, 3.07e6, 1e5}, // more than half paramilitary
		{"polyarchy", "NOR", 2021, 0.89, 0.02},
		{"polyarchy", "PRK", 2021, 0.08, 0.02},
		{"energy_imports", "JPN", 2013, 94, 1},
		{"energy_imports", "NOR", 2013, -486, 1}, // sells five times what it uses
		{"energy_imports", "SAU", 2013, -220, 1},
		{"food_imports", "USA", 2013, 5.2, 0.1},
		{"exports_total", "KOR", 2013, 559.6e9, 1e9}, // Korea Customs Service
		{"imports_total", "KOR", 2013, 515.6e9, 1e9}, // Korea Customs Service
		{"trade_total", "KOR", 2013, 1075e9, 1e9},
		{"trade_total", "SGP", 2021, 860e9, 10e9}, // twice its output
		{"nmc_irst", "CHN", 2021, 1035e3, 5e3},    // half of the world's steel
		{"nmc_tpop", core.World, 2022, 8.01e6, 0.02e6},
		{"cinc", "CHN", 2021, 0.233, 0.001},
		{"cinc", "USA", 2021, 0.121, 0.001},
		{"leader_changes", "POL", 2010, 4, 0}, // after its president died
		{"leader_changes", "JPN", 1994, 2, 0}, // Hata, then Murayama
		{"leader_changes", "RUS", 2008, 0, 0}, // power stayed where it was
		{"battle_deaths", "USA", 1991, 376, 0},
		{"battle_deaths", "IND", 1999, 474, 0}, // Kargil
		{"battle_deaths", "PAK", 1999, 698, 0},
		{"battle_deaths", "NZL", 1999, 0, 0},
		{"disputes", "USA", 1990, 2, 0},
	}
	for _, tt := range tests {
		c, ok := s.At(tt.indicator, state(t, s, tt.state), tt.year)
		if !ok || math.Abs(c.Value-tt.want) > tt.tolerance {
			t.Errorf("%s of %s in %d is %v (%v); want %v", tt.indicator, tt.state, tt.year, c.Value, ok, tt.want)
		}
	}
}

func TestKnownTiesOfMeasures(t *testing.T) {
	s := snapshot(t)
	tests := []struct {
		indicator, from, to string
		year                ir.Year
		want                float64
	}{
		{"consultation_pact", "KOR", "USA", 2018, 1},
		{"consultation_pact", "AUS", "NZL", 2018, 1}, // with the United States, or it with neither
		{"nonaggression_pact", "RUS", "UKR", 2014, 1},
		{"nonaggression_pact", "IND", "PAK", 1990, 1},
		{"neutrality_pact", "RUS", "IND", 1992, 1}, // the treaty of 1971
		{"neutrality_pact", "RUS", "IND", 1995, 0}, // that of 1993 in force
		{"neutrality_pact", "KOR", "USA", 2018, 0},
		{"defence_pact", "USA", "MNE", 2017, 1},
		{"defence_pact", "USA", "MKD", 2018, 0},
		{"defence_pact", "SWE", "FIN", 2024, 1},
		{"defence_pact", "SAU", "PAK", 2025, 1},
		{"bases", "USA", "KOR", 2020, 30},
		{"bases", "USA", "POL", 2020, 0},
		{"bases", "RUS", "ARM", 2022, 2},
		{"troops_hosted", "RUS", "TJK", 2020, 7000},
		{"troops_hosted", "GBR", "BRN", 2020, 2000},
		{"territorial_claim", "PAK", "IND", 1990, 1},
		{"territorial_claim", "JPN", "KOR", 2012, 1},
		{"territorial_claim", "KOR", "JPN", 2005, 0},
		{"territorial_claim", "RUS", "UKR", 2014, 2},
		{"territorial_claim", "KOR", "USA", 2014, 0},
	}
	for _, tt := range tests {
		d := ir.Directed{From: state(t, s, tt.from), To: state(t, s, tt.to)}
		c, ok := s.DyadLatest(tt.indicator, d, tt.year)
		if !ok || c.Value != tt.want {
			t.Errorf("%s from %s to %s in %d is %v (%v); want %v", tt.indicator, tt.from, tt.to, tt.year, c.Value, ok, tt.want)
		}
	}
}

// The published index can be worked out from the components of a state and the
// totals here: the mean share of what the state reports.
func TestComponentsGiveThePublishedIndex(t *testing.T) {
	s := snapshot(t)
	checked := 0
	for _, st := range s.Codes().All() {
		for _, published := range s.Series("cinc", st.CCode) {
			sum, n := 0.0, 0.0
			for _, c := range []string{"nmc_irst", "nmc_milex", "nmc_milper", "nmc_pec", "nmc_tpop", "nmc_upop"} {
				own, ok := s.At(c, st.CCode, published.Year)
				whole, known := s.At(c, ir.World, published.Year)
				if ok && known {
					sum += own.Value / whole.Value
					n++
				}
			}
			if gap := math.Abs(sum/n - published.Value); !(gap <= 1e-6) {
				t.Errorf("CINC of %s in %d is %v and %v is published", st.ISO, published.Year, sum/n, published.Value)
			}
			checked++
		}
	}
	if checked < 4*60 {
		t.Errorf("only %d scores were checked", checked)
	}
}

func TestStatesAreLessThanTheWorld(t *testing.T) {
	s := snapshot(t)
	for _, indicator := range []string{"gdp_ppp", "nmc_irst", "nmc_milex", "nmc_milper", "nmc_pec", "nmc_tpop", "nmc_upop"} {
		for _, whole := range s.Series(indicator, ir.World) {
			part := 0.0
			for _, st := range s.Codes().All() {
				if c, ok := s.At(indicator, st.CCode, whole.Year); ok {
					part += c.Value
				}
			}
			if share := part / whole.Value; share < 0.5 || share > 1 {
				t.Errorf("the states here hold %.2f of the world's %s in %d", share, indicator, whole.Year)
			}
		}
	}
}

// Every party to the North Atlantic Treaty is bound to every other by 2024.
func TestNorthAtlanticTreatyIsWhole(t *testing.T) {
	s := snapshot(t)
	parties := []string{
		"ALB", "BGR", "CAN", "CZE", "DEU", "DNK", "EST", "FIN", "FRA", "GBR", "GRC", "HRV", "HUN", "ISL", "ITA",
		"LTU", "LVA", "MKD", "MNE", "NOR", "POL", "ROU", "SVK", "SVN", "SWE", "TUR", "USA",
	}
	for _, a := range parties {
		for _, b := range parties {
			if a == b {
				continue
			}
			d := ir.Directed{From: state(t, s, a), To: state(t, s, b)}
			if c, ok := s.DyadLatest("defence_pact", d, 2024); !ok || c.Value != 1 {
				t.Errorf("%s is not bound to %s in 2024: %v, %v", a, b, c.Value, ok)
			}
		}
	}
}

func TestPolyarchyIsARange(t *testing.T) {
	s := snapshot(t)
	for _, st := range s.Codes().All() {
		for _, c := range s.Series("polyarchy", st.CCode) {
			if !c.Ranged() || c.Low < 0 || c.High > 1 {
				t.Errorf("polyarchy of %s in %d is %v to %v", st.ISO, c.Year, c.Low, c.High)
			}
		}
	}
}

// Outside the years a source covers nothing is known, least of all none.
func TestCountsEndWithTheirSource(t *testing.T) {
	s := snapshot(t)
	ukraine := state(t, s, "UKR")
	for indicator, last := range map[string]ir.Year{"battle_deaths": 2007, "disputes": 2014, "leader_changes": 2015} {
		if c, ok := s.At(indicator, ukraine, last+1); ok {
			t.Errorf("%s of Ukraine in %d is %v", indicator, last+1, c.Value)
		}
		if _, ok := s.At(indicator, ukraine, 1990); ok {
			t.Errorf("%s of Ukraine before it was a member", indicator)
		}
	}
	i, ok := s.Describe("territorial_claim")
	if !ok || i.Form != panel.DirectedDyad || i.Holds != panel.Count {
		t.Errorf("claims are %+v", i)
	}
}
