package study_test

import (
	"math"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// Of the neighbours of 993: its own rival 994 brings 2.5 over 300 km to a state of
// 2; 995 brings 1 over 1,500 km as the rival of its ally 991, and so does the power
// 992, 20 over 3,000 km. 991 is its ally and 996 too far.
func TestFrontsByHand(t *testing.T) {
	x := situated(t)
	p, err := x.Position(middle)
	if err != nil {
		t.Fatal(err)
	}
	e, err := x.Exposure(p, 1)
	if err != nil {
		t.Fatal(err)
	}
	want := []study.FrontOf{
		{State: east, Ratio: 20 * math.Exp2(-1) / 2, Distance: 3000, Stronger: true, Through: west},
		{State: foe, Ratio: 2.5 * math.Exp2(-0.1) / 2, Distance: 300, Stronger: true},
		{State: through, Ratio: 1 * math.Exp2(-0.5) / 2, Distance: 1500, Through: west},
	}
	if len(e.Fronts) != len(want) {
		t.Fatalf("fronts %+v; want %+v", e.Fronts, want)
	}
	for i, f := range e.Fronts {
		w := want[i]
		if !testkit.Near(f.Ratio, w.Ratio, 1e-12) {
			t.Errorf("front %d brings %v times its strength; want %v", f.State, f.Ratio, w.Ratio)
		}
		if f.Ratio = w.Ratio; f != w {
			t.Errorf("front %+v; want %+v", f, w)
		}
	}
	if e.Unknown != 0 {
		t.Errorf("%d unknown with every figure on record", e.Unknown)
	}
}

// A pact between 993 and 994 ends the front, whatever rivalry is on record.
func TestPactEndsFront(t *testing.T) {
	x := situated(t, stated("defence_pact", "", foe, middle, 2001, 1))
	e := outlook(t, &x, middle).Exposure
	if slices.ContainsFunc(e.Fronts, func(f study.FrontOf) bool { return f.State == foe }) {
		t.Errorf("an ally is a front: %+v", e.Fronts)
	}
}

// Zones lie between the powers: no power is in one, nobody is in two, members
// score at least the level, and a remote state is in none. The chances are such.
func TestZones(t *testing.T) {
	s, x := now(t)
	z, err := x.Zones(code(t, s, "KOR"), 1)
	if err != nil {
		t.Fatal(err)
	}
	squeeze := map[ir.CCode]float64{}
	rows, _ := x.Ranking()
	for _, r := range rows {
		squeeze[r.State] = r.Squeeze.Value
	}
	seen := map[ir.CCode]bool{}
	for _, zone := range z.Zones {
		for i, c := range zone.States {
			if slices.Contains(x.Powers, c) || seen[c] || squeeze[c] < zone.Level || i == 0 && c != zone.Peak {
				t.Errorf("%d in the zone of %d at level %v scores %v", c, zone.Peak, zone.Level, squeeze[c])
			}
			seen[c] = true
		}
	}
	for _, v := range []float64{z.SizeChance, z.DepthChance, z.OwnChance} {
		if !(v > 0 && v <= 1) {
			t.Errorf("chances %v, %v, %v", z.SizeChance, z.DepthChance, z.OwnChance)
		}
	}
	for _, iso := range []string{"NZL", "AUS", "CAN"} {
		if _, in := z.Of(code(t, s, iso)); in {
			t.Errorf("%s lies in a zone", iso)
		}
	}
	if _, in := z.Of(code(t, s, "KOR")); !in || len(z.Zones) == 0 {
		t.Errorf("South Korea lies in none of %d zones", len(z.Zones))
	}
	again, err := x.Zones(code(t, s, "KOR"), 1)
	if err != nil || again.SizeChance != z.SizeChance || again.OwnChance != z.OwnChance {
		t.Error("the same seed gives other chances")
	}
}

// West holds 40 and 2 of its ally against 20: its bloc has 2/3 without 993, and
// 42/62 with it, 40/62 were it to go over.
func TestLeverageByHand(t *testing.T) {
	x := situated(t)
	d := outlook(t, &x, middle)
	if d.Position.Pair != (study.Pair{A: west, B: east}) {
		t.Fatalf("pair %v; want its ally first", d.Position.Pair)
	}
	l := d.Exposure.Leverage
	if l.BlocA != 2 || l.BlocB != 1 || !testkit.Near(l.ShareA, 40./60, 1e-12) || !testkit.Near(l.Balance, 2./62, 1e-12) {
		t.Errorf("%+v", l)
	}
	if l.Decisive < 0 || l.Decisive > 1 || l.Error < 0 {
		t.Errorf("decisive %v, error %v", l.Decisive, l.Error)
	}
	// More than half of 66 is 34 and more: 991 alone has that, and decides.
	for _, q := range l.Quotas {
		if q.Share == 0.5 && (q.ShapleyShubik != 0 || q.Rank != 2) {
			t.Errorf("beside one that decides alone: %+v", q)
		}
	}
	largest, err := x.Exposure(study.Position{State: west, Pair: d.Position.Pair}, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range largest.Leverage.Quotas {
		if q.First != (q.Share <= 0.6) {
			t.Errorf("the largest at a quota of %v: %+v", q.Share, q)
		}
	}
}

// The powers' reach at a state, and its course: the two change places with A and B.
func TestContestIsSymmetric(t *testing.T) {
	s, x := now(t)
	korea, usa, china := code(t, s, "KOR"), code(t, s, "USA"), code(t, s, "CHN")
	a, ok := x.Contest(korea, study.Pair{A: usa, B: china})
	b, also := x.Contest(korea, study.Pair{A: china, B: usa})
	if !ok || !also || a.A.At() != b.B.At() || a.B.Projected != b.A.Projected || a.Crossed != b.Crossed || len(a.A.Years) != len(b.B.Years) {
		t.Errorf("%+v; the other way %+v", a, b)
	}
	if !testkit.Near(a.BAhead+b.BAhead, 1, 1e-12) || a.Settings != b.Settings {
		t.Errorf("China is ahead in %v, the United States in %v", a.BAhead, b.BAhead)
	}
	if a.A.Host != korea || a.A.BaseKM != 0 || !testkit.Near(a.A.Base, a.BaseShare*a.A.Capability.Value, 1e-12) {
		t.Errorf("American bases on the spot: %+v", a.A)
	}
	if last := a.A.Years[len(a.A.Years)-1]; !testkit.Near(last.Value, a.A.At(), 1e-9) {
		t.Errorf("newest year %+v; want %v", last, a.A.At())
	}
	if _, ok := x.Contest(usa, study.Pair{A: usa, B: china}); ok {
		t.Error("a power's reach at itself")
	}
}

// Every base that could be moved is there: the one on record that carries most
// is the host, and one on the spot would carry the share that bases bring.
func TestBasesOfAContest(t *testing.T) {
	s, x := now(t)
	korea, usa, china := code(t, s, "KOR"), code(t, s, "USA"), code(t, s, "CHN")
	c, ok := x.Contest(korea, study.Pair{A: usa, B: china})
	if !ok {
		t.Fatal("no contest over South Korea")
	}
	for _, r := range []study.ReachOf{c.A, c.B} {
		most, spot := 0.0, false
		for _, b := range r.Bases {
			if b.Host == r.Power {
				t.Errorf("bases of %d at home", b.Host)
			}
			if b.Present {
				most = max(most, b.Reach)
			}
			if b.Host == korea {
				spot = testkit.Near(b.Reach, c.BaseShare*r.Capability.Value, 1e-12)
			}
		}
		if !testkit.Near(most, r.Base, 1e-12) || !spot {
			t.Errorf("%d: bases on record carry %v, the host's %v; on the spot as it should be: %v", r.Power, most, r.Base, spot)
		}
	}
}

// By hand: 40 over 3,000 km against 20 over 3,000 km, level over the years.
func TestContestByHand(t *testing.T) {
	x := situated(t)
	c, ok := x.Contest(middle, study.Pair{A: west, B: east})
	if !ok || !testkit.Near(c.A.Home, 0.2, 1e-12) || !testkit.Near(c.B.Home, 0.1, 1e-12) || c.A.Base != 0 || c.BAhead != 0 || c.Crossed != 0 || len(c.A.Years) != 20 {
		t.Errorf("%+v, %v", c, ok)
	}
}
