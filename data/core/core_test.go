package core_test

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/cite"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

func snapshot(t testing.TB) *panel.Snapshot {
	t.Helper()
	s, err := core.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func state(t testing.TB, s *panel.Snapshot, iso string) ir.CCode {
	t.Helper()
	if iso == core.World {
		return ir.World
	}
	found, err := s.Codes().Find(iso)
	if err != nil {
		t.Fatal(err)
	}
	return found.CCode
}

// Figures anyone can look up, with what rounding and revision allow.
func TestKnownStateFigures(t *testing.T) {
	s := snapshot(t)
	tests := []struct {
		indicator, state string
		year             ir.Year
		want, tolerance  float64
	}{
		{"gdp_current", "USA", 2022, 25.7e12, 0.1e12},    // World Bank
		{"gdp_current", "KOR", 2022, 1.67e12, 0.01e12},   // World Bank
		{"gdp_current", "TWN", 2018, 0.589e12, 0.001e12}, // World Economic Outlook, April 2019
		{"population", "POL", 2020, 37.7e6, 0.4e6},
		{"population", "TWN", 2020, 23.6e6, 0.2e6},
		{"population", core.World, 2022, 7.95e9, 0.1e9},
		{"milex_constant", "USA", 2021, 806.2e9, 1e9}, // SIPRI
		{"milex_constant", core.World, 2022, 2182e9, 1e9},
		{"milex_gdp", "KOR", 2020, 2.7, 0.15},
		{"warheads", "RUS", 2022, 4477, 0},
		{"warheads", "USA", 2022, 3708, 0},
		{"gdp_growth", "PRK", 2023, 3.1, 1e-9}, // Bank of Korea
		{"gdp_current", "DEU", 2022, 4.1e12, 0.1e12},
		{"gdp_current", "IND", 2022, 3.4e12, 0.1e12},
		{"gdp_current", "VNM", 2022, 0.41e12, 0.01e12},
		{"gdp_current", "TUR", 2022, 0.907e12, 0.01e12},
		{"gdp_current", "XKX", 2022, 9.4e9, 0.2e9},
		{"population", "IDN", 2022, 277e6, 5e6},
		{"population", "PAK", 2020, 231e6, 6e6},
		{"population", "ISL", 2020, 0.366e6, 0.005e6},
		{"population", "BTN", 2020, 0.77e6, 0.01e6},
		{"population", "MDV", 2020, 0.51e6, 0.02e6},
		{"population", "XKX", 2020, 1.79e6, 0.02e6},
		{"milex_constant", "SAU", 2022, 73e9, 1e9},
		{"milex_constant", "UKR", 2022, 44e9, 1e9},
		{"milex_constant", "VNM", 2018, 6.0e9, 0.1e9},
		{"milex_constant", "ISL", 2022, 0, 0}, // no armed forces
		{"milex_gdp", "ISR", 2020, 5.3, 0.3},
		{"milex_gdp", "UKR", 2022, 25.6, 1},
		{"milex_gdp", "POL", 2024, 4.2, 0.1},
		{"warheads", "FRA", 2022, 290, 0},
		{"warheads", "PAK", 2022, 165, 0},
		{"warheads", "ISR", 2022, 90, 0},
	}
	for _, tt := range tests {
		c, ok := s.At(tt.indicator, state(t, s, tt.state), tt.year)
		if !ok || math.Abs(c.Value-tt.want) > tt.tolerance {
			t.Errorf("%s of %s in %d is %v (%v); want %v", tt.indicator, tt.state, tt.year, c.Value, ok, tt.want)
		}
	}
}

func TestKnownTies(t *testing.T) {
	s := snapshot(t)
	tests := []struct {
		indicator, from, to string
		year                ir.Year
		want                float64
	}{
		{"defence_pact", "USA", "KOR", 2022, 1},
		{"defence_pact", "KOR", "USA", 2022, 1},
		{"defence_pact", "KOR", "JPN", 2022, 0},
		{"defence_pact", "CHN", "PRK", 2022, 1},
		{"defence_pact", "USA", "JPN", 2022, 1},
		{"defence_pact", "JPN", "USA", 2022, 0}, // the treaty binds one side
		{"defence_pact", "USA", "POL", 1996, 0},
		{"defence_pact", "USA", "POL", 1999, 1},
		{"defence_pact", "USA", "FIN", 2022, 0},
		{"defence_pact", "USA", "FIN", 2023, 1},
		{"defence_pact", "USA", "UKR", 2024, 0},
		{"rivalry", "USA", "CHN", 2020, 1},
		{"rivalry", "USA", "CHN", 1995, 0},
		{"rivalry", "RUS", "UKR", 2013, 0},
		{"rivalry", "RUS", "UKR", 2014, 1},
		{"war", "RUS", "UKR", 2021, 0},
		{"war", "RUS", "UKR", 2022, 1},
		{"land_border", "POL", "RUS", 2022, 1}, // at Kaliningrad
		{"land_border", "KOR", "CHN", 2022, 0},
		{"distance_territory", "POL", "UKR", 2022, 0},
		{"defence_pact", "USA", "MNE", 2018, 1},
		{"defence_pact", "USA", "MKD", 2019, 0},
		{"defence_pact", "USA", "MKD", 2020, 1},
		{"defence_pact", "SWE", "FIN", 2024, 1},
		{"defence_pact", "NOR", "SWE", 2023, 0},
		{"defence_pact", "NOR", "SWE", 2024, 1},
		{"defence_pact", "TUR", "AZE", 2018, 1},
		{"defence_pact", "RUS", "ARM", 2015, 1},
		{"defence_pact", "RUS", "GEO", 2012, 0}, // Georgia left in 2009
		{"defence_pact", "USA", "PHL", 2018, 1},
		{"defence_pact", "AUS", "USA", 2018, 1},
		{"defence_pact", "USA", "TWN", 2018, 0},
		{"rivalry", "IND", "PAK", 2020, 1},
		{"rivalry", "ARM", "AZE", 1995, 1},
		{"rivalry", "IRN", "SAU", 2020, 1},
		{"rivalry", "SRB", "XKX", 2010, 1},
		{"rivalry", "NOR", "SWE", 2010, 0},
		{"war", "THA", "KHM", 2011, 1},
		{"war", "KGZ", "TJK", 2022, 1},
		{"war", "KGZ", "TJK", 2024, 0},
		{"war", "USA", "AFG", 2001, 1},
		{"land_border", "AZE", "TUR", 2022, 1}, // at Nakhchivan
		{"land_border", "XKX", "SRB", 2022, 1},
		{"land_border", "AFG", "CHN", 2022, 1}, // at the Wakhan
		{"land_border", "NOR", "RUS", 2022, 1},
		{"land_border", "MYS", "SGP", 2022, 0}, // a bridge is none
		{"land_border", "IDN", "TLS", 2022, 1},
	}
	for _, tt := range tests {
		d := ir.Directed{From: state(t, s, tt.from), To: state(t, s, tt.to)}
		c, ok := s.DyadLatest(tt.indicator, d, tt.year)
		if !ok || c.Value != tt.want {
			t.Errorf("%s from %s to %s in %d is %v (%v); want %v", tt.indicator, tt.from, tt.to, tt.year, c.Value, ok, tt.want)
		}
	}
}

// A tie is known inside the span of its source, and only between members.
func TestCoverage(t *testing.T) {
	s := snapshot(t)
	korea, poland, ukraine := state(t, s, "KOR"), state(t, s, "POL"), state(t, s, "UKR")
	there := ir.Directed{From: korea, To: poland}
	for y := ir.Year(1990); y <= 2018; y++ {
		if c, ok := s.DyadAt("defence_pact", there, y); !ok || c.Value != 0 || s.Source(c).Key != "atop" {
			t.Errorf("defence pact of Korea and Poland in %d is %v, %v; want 0 by ATOP", y, c.Value, ok)
		}
	}
	for _, y := range []ir.Year{1989, 2019} {
		if c, ok := s.DyadAt("defence_pact", there, y); ok {
			t.Errorf("defence pact of Korea and Poland in %d is %v; want none, outside the source", y, c.Value)
		}
	}
	for _, name := range []string{"defence_pact", "rivalry", "war", "dispute_onset"} {
		for _, d := range []ir.Directed{{From: ukraine, To: poland}, {From: poland, To: ukraine}} {
			if c, ok := s.DyadLatest(name, d, 1990); ok {
				t.Errorf("%s of %v in 1990 is %v; want none, before Ukraine was a member", name, d, c.Value)
			}
			if _, ok := s.DyadAt(name, d, 1992); !ok {
				t.Errorf("no %s of %v in 1992", name, d)
			}
		}
	}
}

func TestIndiaHasNoDefencePact(t *testing.T) {
	s := snapshot(t)
	india := state(t, s, "IND")
	for _, other := range s.Codes().All() {
		for _, c := range s.DyadSeries("defence_pact", ir.Directed{From: india, To: other.CCode}) {
			if c.Value != 0 {
				t.Errorf("India is bound to defend %s in %d", other, c.Year)
			}
		}
	}
}

// Distances between capitals by the published coordinates of the cities.
func TestKnownDistances(t *testing.T) {
	s := snapshot(t)
	for _, tt := range []struct {
		indicator, from, to string
		low, high           float64
	}{
		{"distance_capital", "KOR", "PRK", 185, 200},
		{"distance_capital", "POL", "RUS", 1140, 1160},
		{"distance_capital", "NZL", "USA", 14000, 14150},
		{"distance_territory", "KOR", "JPN", 150, 250}, // Busan to Honshu
		{"distance_territory", "POL", "RUS", 0, 0},
		{"distance_territory", "CHN", "TWN", 100, 200},
		{"distance_territory", "USA", "RUS", 2500, 5500}, // without Alaska
		{"distance_territory", "MYS", "SGP", 0, 40},
		{"distance_territory", "FRA", "GBR", 30, 40}, // the Strait of Dover
		{"distance_territory", "IND", "LKA", 0, 80},
		{"distance_capital", "SAU", "IRN", 1250, 1350},
		{"distance_capital", "AUT", "SVK", 50, 60},
		{"distance_capital", "KAZ", "CHN", 3500, 3800},
	} {
		d := ir.Directed{From: state(t, s, tt.from), To: state(t, s, tt.to)}
		if c, ok := s.DyadLatest(tt.indicator, d, 2022); !ok || c.Value < tt.low || c.Value > tt.high {
			t.Errorf("%s from %s to %s is %v; want %v to %v", tt.indicator, tt.from, tt.to, c.Value, tt.low, tt.high)
		}
	}
}

// Trade and troops that are well known, as far as rounding goes.
func TestKnownFlows(t *testing.T) {
	s := snapshot(t)
	for _, tt := range []struct {
		indicator, from, to string
		year                ir.Year
		low, high           float64
	}{
		{"exports", "USA", "CAN", 2023, 350e9, 360e9}, // IMTS
		{"exports", "CHN", "VNM", 2024, 155e9, 170e9},
		{"exports", "KOR", "VNM", 2013, 19e9, 23e9}, // COW
		{"exports", "DEU", "POL", 2013, 50e9, 60e9},
		{"exports", "BLR", "RUS", 2013, 12e9, 18e9},
		{"troops_hosted", "USA", "DEU", 1990, 200e3, 260e3}, // as West Germany
		{"troops_hosted", "USA", "DEU", 2023, 33e3, 38e3},
		{"troops_hosted", "USA", "JPN", 2023, 50e3, 57e3},
		{"troops_hosted", "USA", "VNM", 2024, 20, 40},
	} {
		d := ir.Directed{From: state(t, s, tt.from), To: state(t, s, tt.to)}
		if c, ok := s.DyadAt(tt.indicator, d, tt.year); !ok || c.Value < tt.low || c.Value > tt.high {
			t.Errorf("%s from %s to %s in %d is %v (%v); want %v to %v", tt.indicator, tt.from, tt.to, tt.year, c.Value, ok, tt.low, tt.high)
		}
	}
}

func TestMembersSince(t *testing.T) {
	s := snapshot(t)
	for iso, want := range map[string]ir.Year{
		"UKR": 1991, "CZE": 1993, "DEU": 1990, "MNE": 2006, "XKX": 2008, "TLS": 2002, "HRV": 1992, "SRB": 0, "KOR": 0, "RUS": 0, "BRN": 0,
	} {
		st, _ := s.Codes().State(state(t, s, iso))
		if st.Since != want {
			t.Errorf("%s is a member since %d; want %d", iso, st.Since, want)
		}
	}
	gw, _ := s.Codes().ToGW(state(t, s, "SRB"))
	also, _ := s.Codes().ToGW(state(t, s, "DEU"))
	if gw != 340 || also != 260 {
		t.Errorf("Gleditsch-Ward numbers of Serbia and Germany are %d and %d; want 340 and 260", gw, also)
	}
}

// lacking are the states without an indicator at all; docs/data/core.md says
// why.
var lacking = map[string][]string{
	"population":     nil,
	"milex_constant": nil,
	"gdp_current":    nil,
	"milex_gdp":      {"BTN", "ISL", "MDV"},
	"gdp_constant":   {"PRK", "TWN"},
	"ideal_point":    {"TWN", "XKX"},
}

func TestStatedGaps(t *testing.T) {
	s := snapshot(t)
	page, err := os.ReadFile("../../docs/data/core.md")
	if err != nil {
		t.Fatal(err)
	}
	for indicator, states := range lacking {
		var without []string
		for _, st := range s.Codes().All() {
			if len(s.Series(indicator, st.CCode)) == 0 {
				without = append(without, st.ISO)
			}
		}
		slices.Sort(without)
		if !slices.Equal(without, states) {
			t.Errorf("no %s of %v; want none of %v", indicator, without, states)
		}
		if line := "| `" + indicator + "` | " + strings.Join(states, ", "); states != nil && !strings.Contains(string(page), line) {
			t.Errorf("docs/data/core.md lacks %q", line)
		}
	}
}

// Trade is carried between all states at two benchmarks, and with a great power
// more often; what a publisher left out stays out.
func TestTradeIsCarried(t *testing.T) {
	s := snapshot(t)
	pairs, known := 0, 0
	partners := map[string]int{}
	for _, a := range s.Codes().All() {
		for _, b := range s.Codes().All() {
			if a.CCode == b.CCode {
				continue
			}
			pairs++
			if c, ok := s.DyadLatest("exports", ir.Directed{From: a.CCode, To: b.CCode}, 2025); ok && c.Value >= 0 {
				known++
				partners[a.ISO]++
			}
		}
	}
	if share := float64(known) / float64(pairs); share < 0.85 {
		t.Errorf("%.2f of the directed dyads have trade on record", share)
	}
	for _, st := range s.Codes().All() {
		if n := partners[st.ISO]; n < 40 && st.ISO != "SRB" && st.ISO != "TLS" && st.ISO != "XKX" && st.ISO != "BTN" || n < 2 {
			t.Errorf("%s exports to %d states on record", st, n)
		}
	}
}

func TestSharesOfTheWorld(t *testing.T) {
	s := snapshot(t)
	for _, indicator := range []string{"gdp_current", "milex_constant", "population"} {
		for _, whole := range s.Series(indicator, ir.World) {
			part := 0.0
			for _, st := range s.Codes().All() {
				if c, ok := s.At(indicator, st.CCode, whole.Year); ok && c.Kind != prov.Forecast {
					part += c.Value
				}
			}
			if share := part / whole.Value; share < 0.6 || share > 0.97 {
				t.Errorf("the states here hold %.2f of the world's %s in %d", share, indicator, whole.Year)
			}
		}
	}
	usa, _ := s.At("milex_constant", state(t, s, "USA"), 2022)
	china, _ := s.At("milex_constant", state(t, s, "CHN"), 2022)
	world, _ := s.At("milex_constant", ir.World, 2022)
	if u, c := usa.Value/world.Value, china.Value/world.Value; math.Abs(u-0.372) > 0.01 || math.Abs(c-0.137) > 0.01 {
		t.Errorf("shares of military spending in 2022 are %.3f and %.3f; SIPRI's constant-price table gives 0.372 and 0.137", u, c)
	}
}

// The spliced series must not jump where the editions meet. Bulgaria paid for
// aircraft in 2019, and Myanmar and Montenegro spent by fits and starts; their
// jumps are as large within the older edition.
func TestSpliceIsSmooth(t *testing.T) {
	s := snapshot(t)
	jumpy := []string{"BGR", "MMR", "MNE"}
	world := append(s.Codes().All(), ir.State{CCode: ir.World})
	joined := 0
	for _, st := range world {
		before, ok1 := s.At("milex_constant", st.CCode, 2019)
		after, ok2 := s.At("milex_constant", st.CCode, 2020)
		if !ok1 || !ok2 || before.Kind != prov.Derived {
			continue
		}
		joined++
		limit := 0.2
		if slices.Contains(jumpy, st.ISO) {
			limit = 0.6
		}
		if math.Abs(math.Log(after.Value/before.Value)) > limit {
			t.Errorf("military spending of %s goes from %v to %v over the splice", st, before.Value, after.Value)
		}
	}
	if joined < 50 {
		t.Errorf("%d series are joined; want those of most states", joined)
	}
}

func TestNorthKoreaIsNeverZero(t *testing.T) {
	s := snapshot(t)
	north := state(t, s, "PRK")
	for _, indicator := range []string{"milex_constant", "milex_gdp", "gdp_current"} {
		cells := s.Series(indicator, north)
		if len(cells) == 0 {
			t.Errorf("no %s", indicator)
		}
		for _, c := range cells {
			if c.Low <= 0 || c.Kind != prov.Estimate {
				t.Errorf("%s in %d is %v from %v, %v", indicator, c.Year, c.Value, c.Low, c.Kind)
			}
		}
	}
	if c, ok := s.At("milex_constant", north, 2019); !ok || !c.Ranged() {
		t.Errorf("the estimate for 2019 has no range")
	}
}

func TestSourcesResolve(t *testing.T) {
	s := snapshot(t)
	used := map[string]bool{}
	capitals, err := core.Capitals()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range capitals {
		used[c.Source] = true
	}
	for _, r := range s.Rows() {
		used[r.Source] = true
	}
	for _, src := range s.Sources() {
		if !used[src.Key] {
			t.Errorf("no figure rests on source %s", src.Key)
		}
		if src.Licence == "" || src.URL == "" || src.Publisher == "" {
			t.Errorf("source %s lacks a publisher, address or licence", src.Key)
		}
		if _, ok := cite.Lookup(src.Cite); !ok {
			t.Errorf("source %s cites %q, which is not in references.bib", src.Key, src.Cite)
		}
	}
}

// An outturn cannot be about a year its edition did not know.
func TestForecastsAreLabelled(t *testing.T) {
	s := snapshot(t)
	forecasts := 0
	for _, r := range s.Rows() {
		late := r.Source == "weo-2019" && r.Year > 2018
		if late != (r.Kind == prov.Forecast) {
			t.Errorf("%s of %d in %d is %v", r.Indicator, r.State, r.Year, r.Kind)
		}
		if late {
			forecasts++
		}
	}
	if forecasts == 0 {
		t.Error("no forecasts; want those of the World Economic Outlook")
	}
}

func TestSymmetric(t *testing.T) {
	s := snapshot(t)
	for _, name := range []string{"rivalry", "war", "land_border", "distance_capital", "distance_territory", "politically_relevant"} {
		if i, ok := s.Describe(name); !ok || i.Form != panel.SymmetricDyad {
			t.Errorf("%s is %v, %v; want a symmetric indicator", name, i.Form, ok)
		}
	}
	for _, r := range s.Rows() {
		if i, _ := s.Describe(r.Indicator); i.Form != panel.SymmetricDyad {
			continue
		}
		back, ok := s.DyadAt(r.Indicator, ir.Directed{From: r.Partner, To: r.State}, r.Year)
		if !ok || math.Abs(back.Value-r.Value) > 1e-6*r.Value {
			t.Errorf("%s from %d to %d in %d is %v, back %v", r.Indicator, r.State, r.Partner, r.Year, r.Value, back.Value)
		}
	}
}

func TestBounds(t *testing.T) {
	s := snapshot(t)
	for _, r := range s.Rows() {
		switch r.Unit {
		case "0 or 1":
			if r.Value != 0 && r.Value != 1 {
				t.Errorf("%s is %v", r.Indicator, r.Value)
			}
		case "share", "index, 0 to 1", "disputes per directed dyad-year":
			if r.Value < 0 || r.Value > 1 {
				t.Errorf("%s is %v", r.Indicator, r.Value)
			}
		case "% of energy use": // exporters of energy are negative
			if r.Value > 100 {
				t.Errorf("%s of %d in %d is %v", r.Indicator, r.State, r.Year, r.Value)
			}
		case "score", "% per year":
		default:
			if r.Value < 0 {
				t.Errorf("%s of %d in %d is %v", r.Indicator, r.State, r.Year, r.Value)
			}
		}
	}
}

// Every pair has its geography, and its ties are known inside the years that
// their sources cover, so an analysis of any state finds them.
func TestEveryPairIsCovered(t *testing.T) {
	s := snapshot(t)
	for _, a := range s.Codes().All() {
		for _, b := range s.Codes().All() {
			if a.CCode == b.CCode {
				continue
			}
			for _, indicator := range []string{
				"land_border", "distance_capital", "distance_territory", "defence_pact", "rivalry", "war", "dispute_onset",
			} {
				if _, ok := s.DyadLatest(indicator, ir.Directed{From: a.CCode, To: b.CCode}, 2025); !ok {
					t.Errorf("no %s from %s to %s", indicator, a, b)
				}
			}
		}
	}
}

func TestStatesAreFound(t *testing.T) {
	codes := snapshot(t).Codes()
	for text, iso := range map[string]string{
		"한국": "KOR", "대한민국": "KOR", "ROK": "KOR", "732": "KOR", "south korea": "KOR",
		"튀르키예": "TUR", "터키": "TUR", "조지아": "GEO", "버마": "MMR", "Burma": "MMR", "UK": "GBR", "코소보": "XKX", "동티모르": "TLS", "Viet Nam": "VNM",
		"북한": "PRK", "조선민주주의인민공화국": "PRK", "타이완": "TWN", "중화민국": "TWN", "Suomi": "FIN", "뉴질랜드": "NZL",
	} {
		if s, err := codes.Find(text); err != nil || s.ISO != iso {
			t.Errorf("%q finds %v, %v; want %s", text, s, err, iso)
		}
	}
	for _, st := range codes.All() {
		for _, name := range append([]string{st.NameEN, st.NameKO, st.ISO}, st.Aliases...) {
			if found, err := codes.Find(name); err != nil || found.CCode != st.CCode || st.NameKO == "" {
				t.Errorf("%q finds %v, %v; want %s", name, found, err, st)
			}
		}
	}
	if len(codes.All()) < 70 {
		t.Errorf("%d states", len(codes.All()))
	}
	if s, err := codes.Find("Korea"); err == nil {
		t.Errorf("\"Korea\" finds %v; want a question, since there are two", s)
	}
}

func TestCapitals(t *testing.T) {
	capitals, err := core.Capitals()
	if err != nil {
		t.Fatal(err)
	}
	if want := len(snapshot(t).Codes().All()); len(capitals) != want {
		t.Errorf("%d capitals of %d states", len(capitals), want)
	}
	i := slices.IndexFunc(capitals, func(c core.Capital) bool { return c.NameEN == "Seoul" })
	if i < 0 || math.Abs(capitals[i].Lat-37.57) > 0.1 || math.Abs(capitals[i].Lon-126.98) > 0.1 || capitals[i].NameKO != "서울" {
		t.Errorf("Seoul is not where it is: %v", capitals)
	}
}

func TestGeometry(t *testing.T) {
	shapes, err := core.Geometry()
	if err != nil {
		t.Fatal(err)
	}
	drawn := map[string]int{}
	for _, s := range shapes {
		drawn[s.ISO] = len(s.Rings)
		for _, r := range s.Rings {
			if len(r) < 4 || r[0] != r[len(r)-1] {
				t.Errorf("a ring of %s is not closed", s.Name)
			}
			for _, p := range r {
				if math.Abs(p[0]) > 180.01 || math.Abs(p[1]) > 90.01 {
					t.Errorf("%s has a point at %v", s.Name, p)
				}
			}
		}
	}
	for _, st := range snapshot(t).Codes().All() {
		rings, there := drawn[st.ISO]
		if small := st.ISO == "SGP" || st.ISO == "MDV"; !there || small != (rings == 0) {
			t.Errorf("%d rings of %s", rings, st)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	folder := embedded(b)
	for b.Loop() {
		if _, err := core.Load(folder); err != nil {
			b.Fatal(err)
		}
	}
}
