package identity_test

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/identity"
	"github.com/shatterbelt/shatterbelt/trace/cite"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

func rules() identity.Rules { return param.Default[identity.Rules]() }

// unknown are facts of which none is known.
func unknown() identity.Facts {
	n := math.NaN()
	return identity.Facts{
		GDPShare: n, MilexShare: n, Tightness: n, Trade: n, Divided: n, Warheads: n, Hosting: n, Guaranteed: n,
		LandNeighbours: n, Landlocked: n, Patron: n, Front: n, EnergyImports: n, Polyarchy: n,
	}
}

func TestRamp(t *testing.T) {
	tests := []struct {
		name          string
		v, none, full float64
		want          float64
	}{
		{"below", 1, 2, 4, 0},
		{"at none", 2, 2, 4, 0},
		{"half way", 3, 2, 4, 0.5},
		{"at full", 4, 2, 4, 1},
		{"beyond", 9, 2, 4, 1},
		{"falling, half way", 3, 4, 2, 0.5},
		{"falling, beyond full", 1, 4, 2, 1},
		{"falling, beyond none", 5, 4, 2, 0},
		{"a step, at it", 2, 2, 2, 1},
		{"a step, below", 1.9, 2, 2, 0},
		{"missing", math.NaN(), 2, 4, math.NaN()},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := identity.Ramp(tt.v, tt.none, tt.full); !testkit.Near(got, tt.want, 1e-12) {
				t.Errorf("Ramp(%v, %v, %v) = %v; want %v", tt.v, tt.none, tt.full, got, tt.want)
			}
		})
	}
}

// Thresholds are set so that the arithmetic is easy: small from 0.002 to 0.006,
// great from 0.02 to 0.04.
func TestSize(t *testing.T) {
	r := rules()
	r.SmallFull, r.SmallNone, r.GreatNone, r.GreatFull = 0.002, 0.006, 0.02, 0.04
	tests := []struct {
		name                 string
		gdp, milex           float64
		great, middle, small float64
	}{
		{"small", 0.001, 0.002, 0, 0, 1},
		{"half small", 0.004, 0.001, 0, 0.5, 0.5},
		{"middle", 0.01, 0.006, 0, 1, 0},
		{"half great", 0.01, 0.03, 0.5, 0.5, 0},
		{"great", 0.25, 0.4, 1, 0, 0},
		{"one share missing", 0.25, math.NaN(), math.NaN(), math.NaN(), math.NaN()},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := unknown()
			f.GDPShare, f.MilexShare = tt.gdp, tt.milex
			ds := identity.Degrees(f, r)
			for key, want := range map[string]float64{
				identity.GreatPower: tt.great, identity.MiddlePower: tt.middle, identity.SmallState: tt.small,
			} {
				got, ok := identity.Find(ds, key)
				if !testkit.Near(got, want, 1e-12) || ok == math.IsNaN(want) {
					t.Errorf("%s = %v, %v; want %v", key, got, ok, want)
				}
			}
		})
	}
}

func TestDegreesOfOneFact(t *testing.T) {
	r := rules()
	tests := []struct {
		key  string
		set  func(*identity.Facts)
		want float64
	}{
		{identity.InBetween, func(f *identity.Facts) { f.Tightness = (r.CaughtNone + r.CaughtFull) / 2 }, 0.5},
		{identity.TradingState, func(f *identity.Facts) { f.Trade = r.TradingFull }, 1},
		{identity.DividedNation, func(f *identity.Facts) { f.Divided = 0 }, 0},
		{identity.NuclearOwn, func(f *identity.Facts) { f.Warheads = r.NuclearFull / 2 }, 0.5},
		{identity.NuclearOwn, func(f *identity.Facts) { f.Warheads = 0 }, 0},
		{identity.NuclearHost, func(f *identity.Facts) { f.Hosting = 1 }, 1},
		{identity.NuclearGuard, func(f *identity.Facts) { f.Guaranteed = 1 }, 1},
		{identity.Island, func(f *identity.Facts) { f.LandNeighbours = 0 }, 1},
		{identity.Island, func(f *identity.Facts) { f.LandNeighbours = 2 }, 0},
		{identity.Landlocked, func(f *identity.Facts) { f.Landlocked = 1 }, 1},
		{identity.FrontLineAlly, func(f *identity.Facts) { f.Patron = 0 }, 0},
		{identity.FrontLineAlly, func(f *identity.Facts) { f.Patron, f.Front = 1, 0 }, 1},
		{identity.FrontLineAlly, func(f *identity.Facts) { f.Patron, f.Front = 1, (r.FrontNone+r.FrontFull)/2 }, 0.5},
		{identity.FrontLineAlly, func(f *identity.Facts) { f.Patron = 1 }, math.NaN()},
		{identity.FrontLineAlly, func(f *identity.Facts) { f.Front = 0 }, math.NaN()},
		{identity.EnergyImporter, func(f *identity.Facts) { f.EnergyImports = -300 }, 0},
		{identity.EnergyImporter, func(f *identity.Facts) { f.EnergyImports = 85 }, 1},
		{identity.Democracy, func(f *identity.Facts) { f.Polyarchy = 0.5 }, 0.5},
	}
	for _, tt := range tests {
		f := unknown()
		tt.set(&f)
		got, ok := identity.Find(identity.Degrees(f, r), tt.key)
		if !testkit.Near(got, tt.want, 1e-12) || ok == math.IsNaN(tt.want) {
			t.Errorf("%s of %+v = %v, %v; want %v", tt.key, f, got, ok, tt.want)
		}
	}
}

func TestNothingKnownIsNothingSaid(t *testing.T) {
	for _, d := range identity.Degrees(unknown(), rules()) {
		if d.OK || !math.IsNaN(d.Value) || len(d.Missing) == 0 {
			t.Errorf("%s of nothing known = %v, ok %v, missing %v", d.Key, d.Value, d.OK, d.Missing)
		}
	}
}

func TestLabelsFollowDegrees(t *testing.T) {
	ds, keys := identity.Degrees(unknown(), rules()), identity.Keys()
	for i, l := range identity.Labels() {
		if l.Key != keys[i] || l.Key != ds[i].Key {
			t.Errorf("place %d: label %s, key %s, degree %s", i, l.Key, keys[i], ds[i].Key)
		}
		if l.EN == "" || l.KO == "" || l.SayEN == "" || l.SayKO == "" {
			t.Errorf("%s lacks words", l.Key)
		}
	}
	if len(ds) != len(keys) {
		t.Errorf("%d degrees and %d keys", len(ds), len(keys))
	}
}

// drawn are facts any of which may be missing.
func drawn(t *rapid.T) identity.Facts {
	num := func(name string, low, high float64) float64 {
		if rapid.IntRange(0, 4).Draw(t, name+" is missing") == 0 {
			return math.NaN()
		}
		return rapid.Float64Range(low, high).Draw(t, name)
	}
	flag := func(name string) float64 {
		return []float64{0, 1, math.NaN()}[rapid.IntRange(0, 2).Draw(t, name)]
	}
	return identity.Facts{
		GDPShare: num("gdp", 0, 0.5), MilexShare: num("milex", 0, 0.5), Tightness: num("tightness", 0, 1),
		Trade: num("trade", 0, 3), Divided: flag("divided"), Warheads: num("warheads", 0, 6000),
		Hosting: flag("hosting"), Guaranteed: flag("guaranteed"), LandNeighbours: num("neighbours", 0, 16),
		Landlocked: flag("landlocked"), Patron: flag("patron"), Front: num("front", 0, 15000),
		EnergyImports: num("energy", -700, 100), Polyarchy: num("polyarchy", 0, 1),
	}
}

func drawnRules(t *rapid.T) identity.Rules {
	r := rules()
	values := param.Values(r)
	for i, f := range param.Fields(r) {
		values[i] = rapid.Float64Range(f.Min, f.Max).Draw(t, f.Name)
	}
	param.Set(&r, values)
	return r
}

// Under any admissible rules a degree is in [0, 1] or missing, and great, middle
// and small sum to one.
func TestDegreesAreDegrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, r := drawn(t), drawnRules(t)
		ds := identity.Degrees(f, r)
		for _, d := range ds {
			if d.OK == math.IsNaN(d.Value) || d.OK != (len(d.Missing) == 0) || d.Value < 0 || d.Value > 1 {
				t.Fatalf("%+v of %+v", d, f)
			}
		}
		great, ok := identity.Find(ds, identity.GreatPower)
		middle, _ := identity.Find(ds, identity.MiddlePower)
		small, _ := identity.Find(ds, identity.SmallState)
		if ok && math.Abs(great+middle+small-1) > 1e-12 {
			t.Fatalf("great %v + middle %v + small %v", great, middle, small)
		}
	})
}

// A rule sees ratios to its thresholds only: distance in miles with thresholds
// in miles gives the same front line.
func TestUnitsDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, r := drawn(t), drawnRules(t)
		before, ok := identity.Find(identity.Degrees(f, r), identity.FrontLineAlly)
		const mile = 1.609344
		f.Front, r.FrontFull, r.FrontNone = f.Front/mile, r.FrontFull/mile, r.FrontNone/mile
		after, also := identity.Find(identity.Degrees(f, r), identity.FrontLineAlly)
		if ok != also || !testkit.Near(before, after, 1e-9) {
			t.Fatalf("in km %v, in miles %v", before, after)
		}
	})
}

// A fact that becomes known changes no degree that was known before.
func TestAGapSpoilsNoOtherRule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, r := drawn(t), rules()
		less := f
		less.Polyarchy = math.NaN()
		all, some := identity.Degrees(f, r), identity.Degrees(less, r)
		for i := range all {
			if all[i].Key != identity.Democracy && !testkit.Near(all[i].Value, some[i].Value, 0) {
				t.Fatalf("%s is %v, without polyarchy %v", all[i].Key, all[i].Value, some[i].Value)
			}
		}
	})
}

func TestRangeHoldsTheDegree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawn(t)
		ds := identity.Degrees(f, rules())
		for i, s := range identity.Range(f, rules()) {
			if s.Key != ds[i].Key || s.OK != ds[i].OK {
				t.Fatalf("%+v beside %+v", s, ds[i])
			}
			if s.OK && (s.Low > ds[i].Value || s.High < ds[i].Value || s.Low < 0 || s.High > 1) {
				t.Fatalf("%s is %v, ranges over %v to %v", s.Key, ds[i].Value, s.Low, s.High)
			}
		}
	})
	f := unknown()
	f.Warheads = 5
	for _, s := range identity.Range(f, rules()) { // ends of nuclear_full: 1 and 100
		if s.Key == identity.NuclearOwn && (!testkit.Near(s.Low, 0.05, 1e-12) || !testkit.Near(s.High, 1, 1e-12)) {
			t.Errorf("five warheads range over %v to %v; want 0.05 to 1", s.Low, s.High)
		}
	}
}

func TestOtherHalf(t *testing.T) {
	for _, tt := range []struct {
		state, other ir.CCode
		year         ir.Year
	}{
		{732, 731, 2024}, {731, 732, 1949}, {732, 0, 1948}, {713, 710, 2024}, {710, 713, 1990},
		{260, 265, 1989}, {260, 0, 1991}, {255, 0, 1989}, {816, 817, 1975}, {816, 0, 1976}, {2, 0, 2000},
	} {
		if got, ok := identity.OtherHalf(tt.state, tt.year); got != tt.other || ok != (tt.other != 0) {
			t.Errorf("OtherHalf(%d, %d) = %d, %v; want %d", tt.state, tt.year, got, ok, tt.other)
		}
	}
	if _, ok := cite.Lookup("henderson1974"); !ok {
		t.Error("the source of the divided nations is not in the bibliography")
	}
}

func TestPlaces(t *testing.T) {
	for _, tt := range []struct {
		state      ir.CCode
		neighbours float64
		landlocked bool
	}{
		{920, 0, false}, {740, 0, false}, {732, 1, false}, {731, 3, false}, {225, 5, true}, {712, 2, true}, {710, 14, false},
	} {
		n, ok := identity.LandNeighbours(tt.state)
		l, also := identity.HasNoCoast(tt.state)
		if !ok || !also || !testkit.Near(n, tt.neighbours, 0) || l != tt.landlocked {
			t.Errorf("state %d: %v neighbours, landlocked %v; want %v, %v", tt.state, n, l, tt.neighbours, tt.landlocked)
		}
	}
	if _, ok := identity.LandNeighbours(999); ok {
		t.Error("a fictional state has neighbours")
	}
}

// rows reads a table with a header and returns a lookup of its columns.
func rows(t *testing.T, path string) ([][]string, func(string) int) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all[1:], func(name string) int { return slices.Index(all[0], name) }
}

// The embedded counts are those of Direct Contiguity 3.2 at its last day.
func TestStinnettEtAl2002(t *testing.T) {
	table, col := rows(t, filepath.Join(testkit.Data(t), "cow-contiguity", "cow_contdir.csv"))
	want := map[string]float64{}
	for _, r := range table {
		if _, known := want[r[col("ccode1")]]; !known {
			want[r[col("ccode1")]] = 0
		}
		if r[col("conttype")] == "1" && strings.HasPrefix(r[col("enddate")], "2016-12") {
			want[r[col("ccode1")]]++
		}
	}
	seen := 0
	for code := ir.CCode(1); code < 1000; code++ {
		n, ok := identity.LandNeighbours(code)
		if !ok {
			continue
		}
		seen++
		if !testkit.Near(n, want[fmt.Sprint(code)], 0) {
			t.Errorf("state %d has %v land neighbours; the file has %v", code, n, want[fmt.Sprint(code)])
		}
	}
	if seen != 195 {
		t.Errorf("%d states; the system had 195 members in 2016", seen)
	}
}

// The landlocked states are those of an independent table of countries.
func TestLandlockedAsElsewhere(t *testing.T) {
	data := testkit.Data(t)
	codes, col := rows(t, filepath.Join(data, "country-codes", "codelist.csv"))
	ccode := map[string]ir.CCode{"SRB": 345, "XKX": 347, "UNK": 347}
	for _, r := range codes {
		var c ir.CCode
		if _, err := fmt.Sscan(r[col("cown")], &c); err == nil {
			ccode[r[col("iso3c")]] = c
		}
	}
	countries, col := rows(t, filepath.Join(data, "borders", "countries.csv"))
	compared := 0
	for _, r := range countries {
		got, ok := identity.HasNoCoast(ccode[r[col("cca3")]])
		if !ok {
			continue
		}
		compared++
		if want := r[col("landlocked")] == "1"; got != want {
			t.Errorf("%s landlocked: %v; the table says %v", r[col("cca3")], got, want)
		}
	}
	if compared < 190 {
		t.Errorf("only %d states compared", compared)
	}
}

// A middling trader between two rivals. The figures are invented.
func ExampleDegrees() {
	none := math.NaN()
	f := identity.Facts{
		GDPShare: 0.016, MilexShare: 0.02, Tightness: 0.4, Trade: 0.7, Divided: 1, Warheads: none, Hosting: 0,
		Guaranteed: 1, LandNeighbours: 1, Landlocked: 0, Patron: 1, Front: 0, EnergyImports: 80, Polyarchy: 0.8,
	}
	for _, d := range identity.Degrees(f, param.Default[identity.Rules]()) {
		switch {
		case !d.OK:
			fmt.Println(d.Key, "not known for want of", strings.Join(d.Missing, ", "))
		case d.Value > 0:
			fmt.Printf("%s %.2f\n", d.Key, d.Value)
		}
	}
	// Output:
	// middle_power 1.00
	// in_between 0.75
	// trading_state 0.75
	// divided_nation 1.00
	// nuclear_own not known for want of warheads
	// nuclear_guarantee 1.00
	// front_line_ally 1.00
	// energy_importer 1.00
	// democracy 1.00
}

func BenchmarkDegrees(b *testing.B) {
	f, r := identity.Facts{GDPShare: 0.016, MilexShare: 0.02, Tightness: 0.4, Trade: 0.7, LandNeighbours: 1}, rules()
	b.ReportAllocs()
	for b.Loop() {
		identity.Degrees(f, r)
	}
}
