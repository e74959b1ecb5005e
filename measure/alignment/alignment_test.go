package alignment_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/alignment"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

var nan = math.NaN()

func settings() alignment.Settings { return param.Default[alignment.Settings]() }

// unknown is a record of which nothing is known.
func unknown() alignment.Facts {
	return alignment.Facts{nan, nan, nan, nan, nan, nan, nan, nan, nan, nan}
}

// round are terms that make the arithmetic easy.
var round = alignment.Terms{
	Neutrality: 0.5, Nonaggression: 0.3, Consultation: 0.2, VotesFar: 4, TradeFull: 0.5, ForcesHalf: 1000, RivalHostility: 0.5,
}

var alike = alignment.Weights{Treaty: 1, Votes: 1, Trade: 1, Forces: 1, Hostility: 1}

func TestTiesOf(t *testing.T) {
	tests := []struct {
		name string
		set  func(*alignment.Facts)
		d    alignment.Dimension
		want float64
	}{
		{"defence", func(f *alignment.Facts) { f.Defence, f.Neutrality = 1, 1 }, alignment.Treaty, 1},
		{"neutrality over consultation", func(f *alignment.Facts) { f.Defence, f.Neutrality, f.Consultation = 0, 1, 1 }, alignment.Treaty, 0.5},
		{"nonaggression, the rest unknown", func(f *alignment.Facts) { f.Nonaggression = 1 }, alignment.Treaty, 0.3},
		{"no treaty", func(f *alignment.Facts) { f.Defence = 0 }, alignment.Treaty, 0},
		{"one vote", func(f *alignment.Facts) { f.VoteDistance = 1 }, alignment.Votes, 0.75},
		{"opposite votes", func(f *alignment.Facts) { f.VoteDistance = 5 }, alignment.Votes, 0},
		{"a tenth of trade", func(f *alignment.Facts) { f.TradeShare = 0.1 }, alignment.Trade, 0.2},
		{"most of trade", func(f *alignment.Facts) { f.TradeShare = 0.9 }, alignment.Trade, 1},
		{"troops", func(f *alignment.Facts) { f.Troops = 3000 }, alignment.Forces, 0.75},
		{"a base counts more than few troops", func(f *alignment.Facts) { f.Troops, f.Bases = 100, 1 }, alignment.Forces, 0.5},
		{"none hosted", func(f *alignment.Facts) { f.Troops = 0 }, alignment.Forces, 0},
		{"rivals", func(f *alignment.Facts) { f.Rivalry, f.War = 1, 0 }, alignment.Hostility, 0.5},
		{"at war", func(f *alignment.Facts) { f.Rivalry, f.War = 1, 1 }, alignment.Hostility, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := unknown()
			tt.set(&f)
			ties := alignment.TiesOf(f, round)
			for _, d := range alignment.Dimensions() {
				want := nan
				if d == tt.d {
					want = tt.want
				}
				if !testkit.Near(ties.Of(d), want, 1e-12) {
					t.Errorf("%v = %v; want %v", d, ties.Of(d), want)
				}
			}
		})
	}
}

func TestLeanAndHedge(t *testing.T) {
	full := alignment.Ties{Treaty: 1, Votes: 1, Trade: 1, Forces: 1}
	foe := alignment.Ties{Hostility: 1}
	half := alignment.Ties{Treaty: 0.5, Votes: 0.5, Trade: 0.5, Forces: 0.5}
	only := func(treaty, trade float64) alignment.Ties {
		return alignment.Ties{Treaty: treaty, Votes: nan, Trade: trade, Forces: nan, Hostility: nan}
	}
	tests := []struct {
		name        string
		a, b        alignment.Ties
		w           alignment.Weights
		lean, hedge float64
	}{
		{"wholly to A", full, foe, alike, 1, 0},
		{"wholly to B", foe, full, alike, -1, 0},
		{"alike", half, half, alike, 0, 1},
		{"twice as close to A", full, half, alike, 0.4, 0.5}, // (4 x 0.5 + 0) / 5; 0.5 / 1
		{"no ties", alignment.Ties{}, alignment.Ties{}, alike, 0, 0},
		{"at odds with both", foe, foe, alike, 0, 0},
		{"security here, trade there", only(1, 0.2), only(0, 0.6), alike, 0.3, 0.5}, // (1 - 0.4) / 2; 0.3 / 0.6
		{"the same, trade thrice", only(1, 0.2), only(0, 0.6), alignment.Weights{Treaty: 1, Trade: 3}, -0.05, 0.4 / 0.45},
		{"trade with B unknown", only(1, 0.2), only(0, nan), alike, 1, 0},
		{"nothing of both", only(1, nan), only(nan, 0.6), alike, nan, nan},
		{"hostility alone", alignment.Ties{nan, nan, nan, nan, 0}, alignment.Ties{nan, nan, nan, nan, 0.5}, alike, 0.5, nan},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lean, ok := alignment.Lean(tt.a, tt.b, tt.w)
			if !testkit.Near(lean, tt.lean, 1e-12) || ok == math.IsNaN(tt.lean) {
				t.Errorf("Lean = %v, %v; want %v", lean, ok, tt.lean)
			}
			hedge, ok := alignment.Hedge(tt.a, tt.b, tt.w)
			if !testkit.Near(hedge, tt.hedge, 1e-12) || ok == math.IsNaN(tt.hedge) {
				t.Errorf("Hedge = %v, %v; want %v", hedge, ok, tt.hedge)
			}
		})
	}
}

// Hostility of 0.5 takes 0.5 from four ties of 1: closeness (4 - 0.5) / 4.
func TestHostilityTakesFromCloseness(t *testing.T) {
	a := alignment.Ties{Treaty: 1, Votes: 1, Trade: 1, Forces: 1, Hostility: 0.5}
	b := alignment.Ties{Treaty: 0, Votes: 1, Trade: 0, Forces: 0, Hostility: 0}
	toA, toB, ok := alignment.Closeness(a, b, alike)
	if !ok || !testkit.Near(toA, 0.875, 1e-12) || !testkit.Near(toB, 0.25, 1e-12) {
		t.Errorf("Closeness = %v, %v, %v; want 0.875 and 0.25", toA, toB, ok)
	}
}

func TestSteadiness(t *testing.T) {
	at := func(y ir.Year, toA float64) alignment.Point {
		return alignment.Point{
			Year: y,
			A:    alignment.Ties{Treaty: toA, Votes: nan, Trade: nan, Forces: nan, Hostility: nan},
			B:    alignment.Ties{Treaty: 0, Votes: nan, Trade: nan, Forces: nan, Hostility: nan},
		}
	}
	tests := []struct {
		name   string
		points []alignment.Point
		want   float64
		years  int
	}{
		{"none", nil, nan, 0},
		{"one year", []alignment.Point{at(2000, 1)}, nan, 0},
		{"held", []alignment.Point{at(2000, 1), at(2001, 1), at(2002, 1)}, 1, 2},
		{"one step of two", []alignment.Point{at(2000, 0), at(2001, 1), at(2002, 1)}, 0.75, 2}, // 1 - (1 + 0) / 2 / 2
		{"back and forth", []alignment.Point{at(2000, 0), at(2001, 1), at(2002, 0)}, 0.5, 2},
		{"over a gap in years", []alignment.Point{at(2000, 0), at(2005, 1)}, nan, 0},
		{"over a gap in figures", []alignment.Point{at(2000, 0), at(2001, nan), at(2002, 1), at(2003, 1)}, 1, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v, years, ok := alignment.Steadiness(tt.points, alike)
			if !testkit.Near(v, tt.want, 1e-12) || years != tt.years || ok == math.IsNaN(tt.want) {
				t.Errorf("Steadiness = %v over %d, %v; want %v over %d", v, years, ok, tt.want, tt.years)
			}
		})
	}
}

// A dimension that begins to be recorded is no change of course.
func TestANewSeriesIsNoChange(t *testing.T) {
	before := alignment.Point{Year: 1990, A: alignment.Ties{Treaty: 1, Votes: nan}, B: alignment.Ties{Votes: nan}}
	after := alignment.Point{Year: 1991, A: alignment.Ties{Treaty: 1, Votes: 0.1}, B: alignment.Ties{Votes: 0.9}}
	if v, ok := alignment.Change(before, after, alike); !ok || !testkit.Near(v, 0, 1e-12) {
		t.Errorf("Change = %v, %v; want 0, though the lean falls", v, ok)
	}
}

func drawn(t *rapid.T, who string) alignment.Facts {
	num := func(name string, high float64) float64 {
		if rapid.IntRange(0, 4).Draw(t, who+name+" is missing") == 0 {
			return nan
		}
		return rapid.Float64Range(0, high).Draw(t, who+name)
	}
	flag := func(name string) float64 {
		return []float64{0, 1, nan}[rapid.IntRange(0, 2).Draw(t, who+name)]
	}
	return alignment.Facts{
		Defence: flag("defence"), Neutrality: flag("neutrality"), Nonaggression: flag("nonaggression"), Consultation: flag("consultation"),
		VoteDistance: num("votes", 6), TradeShare: num("trade", 1), Troops: num("troops", 60000), Bases: num("bases", 40),
		Rivalry: flag("rivalry"), War: flag("war"),
	}
}

func drawnSettings(t *rapid.T) alignment.Settings {
	s := settings()
	values := param.Values(s)
	for i, f := range param.Fields(s) {
		values[i] = rapid.Float64Range(f.Min, f.Max).Draw(t, f.Name)
	}
	param.Set(&s, values)
	return s
}

// Exchanging the powers flips the lean, with its range, and keeps the hedge.
func TestSwappingPowersFlipsTheLean(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, set := drawn(t, "a "), drawn(t, "b "), drawnSettings(t)
		x, y := alignment.Compare(a, b, set), alignment.Compare(b, a, set)
		near := func(p, q float64) bool { return testkit.Near(p, q, 1e-12) }
		if !near(x.Lean.Value, -y.Lean.Value) || !near(x.Lean.Low, -y.Lean.High) || !near(x.Lean.High, -y.Lean.Low) {
			t.Fatalf("lean %v, swapped %v", x.Lean, y.Lean)
		}
		if !near(x.Hedge.Value, y.Hedge.Value) || !near(x.Hedge.Low, y.Hedge.Low) || !near(x.Hedge.High, y.Hedge.High) {
			t.Fatalf("hedge %v, swapped %v", x.Hedge, y.Hedge)
		}
		if !slices.Equal(x.Used, y.Used) || !slices.Equal(x.Left, y.Left) || x.Settings != y.Settings {
			t.Fatalf("dimensions %v and %v, swapped %v and %v", x.Used, x.Left, y.Used, y.Left)
		}
	})
}

func TestIntervalsHoldTheValue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := alignment.Compare(drawn(t, "a "), drawn(t, "b "), drawnSettings(t))
		if s.Lean.Known() && !(-1-1e-12 <= s.Lean.Low && s.Lean.Low <= s.Lean.Value && s.Lean.Value <= s.Lean.High && s.Lean.High <= 1+1e-12) {
			t.Fatalf("lean %+v", s.Lean)
		}
		if s.Hedge.Known() && !(0 <= s.Hedge.Low && s.Hedge.Low <= s.Hedge.Value && s.Hedge.Value <= s.Hedge.High && s.Hedge.High <= 1) {
			t.Fatalf("hedge %+v", s.Hedge)
		}
		if s.Lean.Known() != (len(s.Used) > 0) || len(s.Used)+len(s.Left) != len(alignment.Dimensions()) {
			t.Fatalf("lean %v of %v, left %v", s.Lean, s.Used, s.Left)
		}
	})
}

// Troops in thousands, distance in another score and a common factor of all
// weights change nothing, as long as the parameters follow.
func TestUnitsDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, set := drawn(t, "a "), drawn(t, "b "), drawnSettings(t)
		k := rapid.Float64Range(0.001, 1000).Draw(t, "factor")
		a2, b2, set2 := a, b, set
		for _, f := range []*alignment.Facts{&a2, &b2} {
			f.Troops, f.VoteDistance = f.Troops*k, f.VoteDistance*k
		}
		set2.ForcesHalf, set2.VotesFar = set.ForcesHalf*k, set.VotesFar*k
		w := set.Weights
		w2 := alignment.Weights{Treaty: w.Treaty * k, Votes: w.Votes * k, Trade: w.Trade * k, Forces: w.Forces * k, Hostility: w.Hostility * k}
		x, y := alignment.TiesOf(a, set.Terms), alignment.TiesOf(b, set.Terms)
		x2, y2 := alignment.TiesOf(a2, set2.Terms), alignment.TiesOf(b2, set2.Terms)
		l, _ := alignment.Lean(x, y, w)
		l2, _ := alignment.Lean(x2, y2, w2)
		h, _ := alignment.Hedge(x, y, w)
		h2, _ := alignment.Hedge(x2, y2, w2)
		if !testkit.Near(l, l2, 1e-9) || !testkit.Near(h, h2, 1e-6) {
			t.Fatalf("lean %v and %v, hedge %v and %v", l, l2, h, h2)
		}
	})
}

// Equal ties to both powers never lean, whatever the settings.
func TestEqualTiesDoNotLean(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawn(t, "")
		s := alignment.Compare(f, f, drawnSettings(t))
		if s.Lean.Known() && (!testkit.Near(s.Lean.Low, 0, 1e-12) || !testkit.Near(s.Lean.High, 0, 1e-12)) {
			t.Fatalf("lean %+v between equals", s.Lean)
		}
		if s.Hedge.Known() && s.ToA > 0 && !testkit.Near(s.Hedge.Value, 1, 1e-12) {
			t.Fatalf("hedge %v between equals", s.Hedge)
		}
	})
}

// One more tie to A never moves the lean away from A.
func TestATieDrawsNearer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, set := drawn(t, "a "), drawn(t, "b "), drawnSettings(t)
		a.Defence, b.Defence = 0, 0
		before, _ := alignment.Lean(alignment.TiesOf(a, set.Terms), alignment.TiesOf(b, set.Terms), set.Weights)
		a.Defence = 1
		after, _ := alignment.Lean(alignment.TiesOf(a, set.Terms), alignment.TiesOf(b, set.Terms), set.Weights)
		if after < before-1e-12 {
			t.Fatalf("lean %v before a pact with A, %v after", before, after)
		}
	})
}

// A state between its ally and its largest customer. The figures are invented.
func ExampleCompare() {
	gap := math.NaN()
	ally := alignment.Facts{
		Defence: 1, Neutrality: gap, Nonaggression: gap, Consultation: gap,
		VoteDistance: 1.2, TradeShare: 0.15, Troops: 20000, Bases: gap, Rivalry: 0, War: 0,
	}
	customer := alignment.Facts{
		Defence: 0, Neutrality: gap, Nonaggression: gap, Consultation: gap,
		VoteDistance: 1.8, TradeShare: 0.25, Troops: gap, Bases: gap, Rivalry: 0, War: 0,
	}
	s := alignment.Compare(ally, customer, param.Default[alignment.Settings]())
	fmt.Printf("lean %.2f (%.2f to %.2f), hedge %.2f\n", s.Lean.Value, s.Lean.Low, s.Lean.High, s.Hedge.Value)
	fmt.Println("not known of both:", s.Left)
	// Output:
	// lean 0.25 (0.00 to 0.57), hedge 0.47
	// not known of both: [forces]
}

func BenchmarkCompare(b *testing.B) {
	f, g, set := unknown(), unknown(), settings()
	f.Defence, g.Defence, f.VoteDistance, g.VoteDistance = 1, 0, 1, 2
	b.ReportAllocs()
	for b.Loop() {
		alignment.Compare(f, g, set)
	}
}
