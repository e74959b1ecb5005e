package identity_test

import (
	"math"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/identity"
	"github.com/shatterbelt/shatterbelt/measure/measuretest"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// made builds a snapshot of four fictional states: 991 and 992 are powers and
// rivals, 993 is bound to 991, and 994 to nobody.
func made(t testing.TB, more ...panel.Row) *panel.Snapshot {
	t.Helper()
	codes, err := ir.NewCodes([]ir.State{
		{CCode: 991, ISO: "XXA"}, {CCode: 992, ISO: "XXB"}, {CCode: 993, ISO: "XXC"}, {CCode: 994, ISO: "XXD"},
	})
	if err != nil {
		t.Fatal(err)
	}
	rows := []panel.Row{
		figure("gdp_current", "US$", ir.World, 0, 2020, 1000), figure("gdp_current", "US$", 993, 0, 2020, 10),
		figure("gdp_current", "US$", 993, 0, 2019, 8),
		figure("milex_constant", "US$", ir.World, 0, 2020, 100), figure("milex_constant", "US$", 993, 0, 2020, 2),
		figure("trade_total", "US$", 993, 0, 2019, 6),
		figure("warheads", "warheads", 991, 0, 2020, 50),
		figure("distance_territory", "km", 992, 993, 1990, 300),
	}
	for _, a := range []ir.CCode{991, 992, 993, 994} {
		for _, b := range []ir.CCode{991, 992, 993, 994} {
			if a == b {
				continue
			}
			pact, rival := 0.0, 0.0
			if ir.NewDyad(a, b) == ir.NewDyad(991, 993) {
				pact = 1
			}
			if ir.NewDyad(a, b) == ir.NewDyad(991, 992) {
				rival = 1
			}
			rows = append(rows, figure("defence_pact", "0 or 1", a, b, 1990, pact), figure("rivalry", "0 or 1", a, b, 1990, rival))
		}
	}
	s, err := panel.New(codes, []prov.Source{{Key: "invented"}}, append(rows, more...))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func figure(name, unit string, from, to ir.CCode, y ir.Year, v float64) panel.Row {
	return panel.Row{Indicator: name, Unit: unit, State: from, Partner: to, Year: y, Value: v, Low: v, High: v, Source: "invented"}
}

var powers = identity.Around{Powers: []ir.CCode{991, 992}, Tightness: 0.4}

func TestRead(t *testing.T) {
	f := identity.Read(made(t), 993, 2021, powers).Facts
	for name, pair := range map[string][2]float64{
		"share of output":            {f.GDPShare, 0.01},
		"share of military spending": {f.MilexShare, 0.02},
		"trade of 2019, newest both": {f.Trade, 0.75},
		"tightness":                  {f.Tightness, 0.4},
		"divided":                    {f.Divided, 0},
		"own warheads, no figure":    {f.Warheads, math.NaN()},
		"hosting, no indicator":      {f.Hosting, math.NaN()},
		"guaranteed by 991":          {f.Guaranteed, 1},
		"patron":                     {f.Patron, 1},
		"front":                      {f.Front, 300},
		"energy, no figure":          {f.EnergyImports, math.NaN()},
	} {
		if !testkit.Near(pair[0], pair[1], 1e-12) {
			t.Errorf("%s: %v; want %v", name, pair[0], pair[1])
		}
	}
	f = identity.Read(made(t), 994, 2021, powers).Facts
	if !testkit.Near(f.Patron, 0, 0) || !testkit.Near(f.Guaranteed, 0, 0) || !math.IsNaN(f.GDPShare) {
		t.Errorf("a state bound to nobody: patron %v, guaranteed %v, share %v", f.Patron, f.Guaranteed, f.GDPShare)
	}
}

func TestReadTakesTradeInParts(t *testing.T) {
	s := made(t, figure("exports_total", "US$", 993, 0, 2020, 3), figure("imports_total", "US$", 993, 0, 2020, 2))
	if f := identity.Read(s, 993, 2021, powers); !testkit.Near(f.Trade, 0.5, 1e-12) {
		t.Errorf("trade over output %v; want 0.5 from exports 3 and imports 2 over 10", f.Trade)
	}
}

func TestReadTakesNoForecast(t *testing.T) {
	next := figure("gdp_current", "US$", 993, 0, 2020, 10)
	next.Year, next.Kind = 2021, prov.Forecast
	s := made(t, next, figure("trade_total", "US$", 993, 0, 2021, 9))
	if f := identity.Read(s, 993, 2021, powers); !testkit.Near(f.Trade, 0.75, 1e-12) {
		t.Errorf("trade over output %v; want 0.75 of 2019, since output of 2021 is a forecast", f.Trade)
	}
}

func TestReadBeforeAnyFigure(t *testing.T) {
	f := identity.Read(made(t), 993, 1980, powers).Facts
	for _, d := range identity.Degrees(f, rules()) {
		known := d.Key == identity.InBetween || d.Key == identity.DividedNation
		if d.OK != known {
			t.Errorf("%s: ok %v in a year without figures", d.Key, d.OK)
		}
	}
}

// The front is nearer where a state bound to the patron's rival stands between.
func TestFrontRunsAlongBlocs(t *testing.T) {
	bound := figure("defence_pact", "0 or 1", 992, 994, 2000, 1)
	s := made(t, bound, figure("distance_territory", "km", 994, 993, 1990, 0))
	if f := identity.Read(s, 993, 1995, powers); !testkit.Near(f.Front, 300, 0) {
		t.Errorf("front at %v km before 994 is bound to the rival; want 300", f.Front)
	}
	if f := identity.Read(s, 993, 2005, powers); !testkit.Near(f.Front, 0, 0) {
		t.Errorf("front at %v km with 994 bound to the rival; want 0", f.Front)
	}
	both := made(t, bound, figure("distance_territory", "km", 994, 993, 1990, 0), figure("defence_pact", "0 or 1", 994, 991, 2000, 1))
	if f := identity.Read(both, 993, 2005, powers); !testkit.Near(f.Front, 300, 0) {
		t.Errorf("front at %v km with 994 bound to both powers; want 300", f.Front)
	}
}

// A tie that nobody looked for leaves the question open.
func TestUnknownPactIsNoAnswer(t *testing.T) {
	codes, err := ir.NewCodes([]ir.State{{CCode: 991, ISO: "XXA"}, {CCode: 993, ISO: "XXC"}})
	if err != nil {
		t.Fatal(err)
	}
	s, err := panel.New(codes, []prov.Source{{Key: "invented"}}, []panel.Row{figure("warheads", "warheads", 991, 0, 2020, 50)})
	if err != nil {
		t.Fatal(err)
	}
	f := identity.Read(s, 993, 2021, powers).Facts
	if !math.IsNaN(f.Guaranteed) || !math.IsNaN(f.Patron) {
		t.Errorf("guaranteed %v, patron %v; want both missing", f.Guaranteed, f.Patron)
	}
}

// Two states that exchange all figures exchange all degrees but those of place
// and history, which are the state's own.
func TestReadFollowsTheFigures(t *testing.T) {
	s := made(t)
	swapped, err := s.Swapped(993, 994)
	if err != nil {
		t.Fatal(err)
	}
	was := identity.Degrees(identity.Read(s, 993, 2021, powers).Facts, rules())
	now := identity.Degrees(identity.Read(swapped, 994, 2021, powers).Facts, rules())
	for i := range was {
		if was[i].OK != now[i].OK || !testkit.Near(was[i].Value, now[i].Value, 1e-12) {
			t.Errorf("%s was %v of 993 and is %v of 994", was[i].Key, was[i].Value, now[i].Value)
		}
	}
}

func TestTrailNamesWhatWasRead(t *testing.T) {
	r := identity.Read(made(t), 993, 2021, powers)
	seen := map[string]bool{}
	for _, f := range r.Trail.Figures {
		seen[f.Indicator] = true
	}
	for _, name := range []string{"gdp_current", "milex_constant", "trade_total", "warheads", "defence_pact", "rivalry", "distance_territory"} {
		if !seen[name] {
			t.Errorf("the trail lacks %s", name)
		}
	}
}

func snapshot(t testing.TB) *panel.Snapshot {
	t.Helper()
	s, err := core.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestKindConforms(t *testing.T) {
	s := snapshot(t)
	for _, key := range []string{identity.GreatPower, identity.MiddlePower, identity.SmallState, identity.DividedNation} {
		t.Run(key, func(t *testing.T) { measuretest.Run(t, identity.Kind{Key: key, Rules: rules()}, s) })
	}
	for _, key := range []string{identity.InBetween, identity.FrontLineAlly, "nothing"} {
		if _, err := (identity.Kind{Key: key, Rules: rules()}).Eval(s); err == nil {
			t.Errorf("a measure of %s", key)
		}
	}
}

// What is commonly known of states of the core. Only the side of a half on which
// a degree falls is tested.
func TestKnownFacts(t *testing.T) {
	s := snapshot(t)
	around := identity.Around{Powers: []ir.CCode{2, 710, 365, 740, 750}, Tightness: math.NaN()}
	for _, tt := range []struct {
		state ir.CCode
		key   string
		much  bool
	}{
		{2, identity.GreatPower, true}, {710, identity.GreatPower, true}, {920, identity.GreatPower, false},
		{732, identity.MiddlePower, true}, {2, identity.MiddlePower, false},
		{920, identity.SmallState, true}, {375, identity.SmallState, true}, {732, identity.SmallState, false},
		{732, identity.DividedNation, true}, {731, identity.DividedNation, true}, {740, identity.DividedNation, false},
		{2, identity.NuclearOwn, true}, {731, identity.NuclearOwn, true},
		{732, identity.NuclearGuard, true}, {290, identity.NuclearGuard, true}, {369, identity.NuclearGuard, false},
		{740, identity.Island, true}, {920, identity.Island, true}, {732, identity.Island, false}, {2, identity.Island, false},
		{369, identity.Landlocked, false},
		{732, identity.FrontLineAlly, true}, {290, identity.FrontLineAlly, true}, {920, identity.FrontLineAlly, false},
	} {
		r := identity.Read(s, tt.state, 2024, around)
		v, ok := identity.Find(identity.Degrees(r.Facts, rules()), tt.key)
		if !ok || (v > 0.5) != tt.much {
			t.Errorf("state %d: %s %v, %v; want over a half: %v", tt.state, tt.key, v, ok, tt.much)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	s := snapshot(b)
	around := identity.Around{Powers: []ir.CCode{2, 710, 365, 740, 750}, Tightness: math.NaN()}
	b.ReportAllocs()
	for b.Loop() {
		identity.Read(s, 732, 2024, around)
	}
}
