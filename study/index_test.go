package study_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/system"
	"github.com/shatterbelt/shatterbelt/study"
)

func indexOf(t testing.TB, s study.Structure, key string) study.Index {
	t.Helper()
	for _, x := range s.Indexes {
		if x.Key == key {
			return x
		}
	}
	t.Fatalf("no index %s", key)
	return study.Index{}
}

// Who is first is a known fact under each index of the embedded figures, and
// they do not agree. At purchasing power, in 2018, the two largest are a thousandth
// apart.
func TestFirstUnderEachIndex(t *testing.T) {
	s, x := now(t)
	st := outlook(t, &x, code(t, s, "KOR")).Structure
	for key, want := range map[string]string{
		study.IndexGDP: "USA", study.IndexPPP: "CHN", study.IndexNet: "USA", study.IndexSpending: "USA",
		study.IndexStock: "USA", study.IndexCINC: "CHN", study.IndexComposite: "USA",
	} {
		ix := indexOf(t, st, key)
		if got := ix.Rows[0]; got.State != code(t, s, want) || got.Rank != 1 {
			t.Errorf("%s: %d is first; want %s", key, got.State, want)
		}
		total := 0.0
		for i, r := range ix.Rows {
			total += r.Share
			if i > 0 && r.Value > ix.Rows[i-1].Value {
				t.Errorf("%s: rows are out of order at %d", key, r.State)
			}
		}
		if len(ix.Trail.Params) == 0 || len(ix.Trail.Figures) == 0 && key != study.IndexComposite {
			t.Errorf("%s rests on %d figures and %v", key, len(ix.Trail.Figures), ix.Trail.Params)
		}
		if !testkit.Near(total, 1, 1e-12) || ix.Of != len(x.Powers) {
			t.Errorf("%s: shares of %d powers add up to %v", key, ix.Of, total)
		}
		if !(ix.Now.Effective >= 1 && ix.Now.Effective <= float64(ix.Of)) || ix.Then.Year >= ix.Now.Year || ix.Movement < 0 || ix.Movement > 1 {
			t.Errorf("%s: %+v, then %+v, moved %v", key, ix.Now, ix.Then, ix.Movement)
		}
	}
}

// The composite index from the components in the core is the published one.
func TestIndexIsThePublishedComposite(t *testing.T) {
	s, x := now(t)
	ix := indexOf(t, outlook(t, &x, code(t, s, "KOR")).Structure, study.IndexCINC)
	for _, iso := range []string{"USA", "CHN", "KOR", "POL"} {
		row, ok := ix.Row(code(t, s, iso))
		published, also := s.Latest("cinc", code(t, s, iso), x.Year)
		if !ok || !also || row.Year != published.Year || !testkit.Near(row.Value, published.Value, 1e-6) {
			t.Errorf("%s: %+v; published %+v", iso, row, published)
		}
	}
}

// Two powers of 40 and 20: two thirds and one third, so 1/(4/9+1/9) = 1.8
// poles. Spending did not move, so nothing moved; output of the east grew.
func TestIndexByHand(t *testing.T) {
	x := situated(t)
	st := outlook(t, &x, middle).Structure
	ix := indexOf(t, st, study.IndexSpending)
	if !testkit.Near(ix.Now.Effective, 1.8, 1e-12) || ix.Movement != 0 || ix.Now.Label != system.Bipolar {
		t.Errorf("spending: %+v, moved %v", ix.Now, ix.Movement)
	}
	if first, ok := ix.Row(remote); !ok || first.Rank != 6 || first.Share != 0 {
		t.Errorf("a state that is no power: %+v", first)
	}
	// Net resources of the west are 60 x 60/300 = 12.
	if r, _ := indexOf(t, st, study.IndexNet).Row(west); !testkit.Near(r.Value, 12, 1e-12) {
		t.Errorf("net resources %+v; want 12", r)
	}
	// Shares went from 6/7 and 1/7 to those of 60 and 10 x 1.05^19.
	rise := 10 * math.Pow(1.05, 19)
	gdp := indexOf(t, st, study.IndexGDP)
	want := (6./7 - 60/(60+rise)) * 2 / (2 * (1 - 1./7))
	if gdp.Then.Year != 2001 || !testkit.Near(gdp.Movement, want, 1e-12) || !testkit.Near(gdp.Ratio, rise/60, 1e-12) {
		t.Errorf("output: then %d, moved %v, ratio %v; want 2001, %v, %v", gdp.Then.Year, gdp.Movement, gdp.Ratio, want, rise/60)
	}
}

// A power without figures is named and its share is not made up.
func TestIndexNamesWhatIsMissing(t *testing.T) {
	var rows []panel.Row
	for _, r := range inventedRows() {
		if r.State != east || r.Indicator != "population" {
			rows = append(rows, r)
		}
	}
	x := situatedIn(t, rows)
	ix := indexOf(t, outlook(t, &x, middle).Structure, study.IndexNet)
	if len(ix.Missing) != 1 || ix.Missing[0] != east || ix.Of != 1 || ix.Ratio != 0 {
		t.Errorf("missing %v, of %d, ratio %v", ix.Missing, ix.Of, ix.Ratio)
	}
}

// withoutSpending are the invented figures of a time before military spending is
// on record: six components instead, of 100 in the world each.
func withoutSpending() []panel.Row {
	var rows []panel.Row
	for _, r := range inventedRows() {
		if r.Indicator != "milex_constant" {
			rows = append(rows, r)
		}
	}
	for _, name := range []string{"nmc_milex", "nmc_milper", "nmc_irst", "nmc_pec", "nmc_tpop", "nmc_upop"} {
		rows = append(rows, stated(name, "u", ir.World, ir.World, 2020, 100))
		for i, v := range []float64{40, 30, 8, 12, 9, 1} {
			rows = append(rows, stated(name, "u", west+ir.CCode(i), ir.World, 2020, v))
		}
	}
	return rows
}

// Where nobody's spending is on record, capability is the composite index and the
// powers are the majors of record, though 994 holds an eighth of the world.
func TestCompositeAsBasis(t *testing.T) {
	x := situatedIn(t, withoutSpending())
	if x.Basis() != study.ByCINC || !slices.Equal(x.Powers, []ir.CCode{west, east}) {
		t.Fatalf("by %s, powers %v", x.Basis(), x.Powers)
	}
	for _, r := range x.CINC() {
		if r.State == west && !testkit.Near(r.Value, 0.4, 1e-12) {
			t.Errorf("the index is %v; want 0.4 of every component", r.Value)
		}
	}
	d := outlook(t, &x, middle)
	if d.Position.Squeeze.Unit != "CINC" || len(d.Position.Rows) != 6 {
		t.Errorf("squeeze in %q over %d rows", d.Position.Squeeze.Unit, len(d.Position.Rows))
	}
	for _, i := range d.Structure.Indexes {
		if i.Key == study.IndexSpending || i.Key == study.IndexStock {
			t.Errorf("an index of %s, which nobody has", i.Key)
		}
	}
	found := false
	for _, f := range d.Position.Squeeze.Trail.Figures {
		found = found || f.Indicator == "nmc_irst" && f.State == west
	}
	if !found {
		t.Error("the trail of the squeeze does not lead to the components")
	}
}

// A major of record without spending makes spending no basis, since it would
// be no power; asked for, it is used all the same.
func TestSpendingMustTellThePowersApart(t *testing.T) {
	rows := slices.DeleteFunc(append(inventedRows(), slices.DeleteFunc(withoutSpending(), func(r panel.Row) bool { return !strings.HasPrefix(r.Indicator, "nmc_") })...),
		func(r panel.Row) bool { return r.Indicator == "milex_constant" && r.State == east })
	if x := situatedIn(t, rows); x.Basis() != study.ByCINC {
		t.Errorf("by %s", x.Basis())
	}
	x, err := study.SituateBy(inventedOf(t, rows), 2020, study.Default(), study.BySpending)
	if err != nil || x.Basis() != study.BySpending || slices.Contains(x.Powers, east) {
		t.Errorf("by %s, powers %v, %v", x.Basis(), x.Powers, err)
	}
	if _, err := study.SituateBy(inventedOf(t, inventedRows()), 2020, study.Default(), study.ByCINC); err == nil {
		t.Error("an index without components")
	}
}

// A user's own table makes one index of its own shares, and nothing about output
// or transitions is said beside it.
func TestOwnTable(t *testing.T) {
	s := inventedOf(t, inventedRows())
	x, err := study.SituateWith(s, 2020, study.Default(), map[ir.CCode]float64{west: 0.5, east: 0.3, middle: 0.2})
	if err != nil {
		t.Fatal(err)
	}
	d := outlook(t, &x, middle)
	if len(d.Structure.Indexes) != 1 || len(d.Structure.Transitions) != 0 || len(d.Exposure.Kinds) != 0 {
		t.Fatalf("%d indexes, %d transitions, %d kinds", len(d.Structure.Indexes), len(d.Structure.Transitions), len(d.Exposure.Kinds))
	}
	total := 0.0
	for _, r := range d.Structure.Indexes[0].Rows {
		total += r.Value
	}
	if !testkit.Near(total, 1, 1e-12) || len(d.Position.Rows) != 3 || d.Position.Squeeze.Unit != "share of the table given" {
		t.Errorf("values add up to %v over %d rows, in %q", total, len(d.Position.Rows), d.Position.Squeeze.Unit)
	}
	if _, err := x.Position(remote); err == nil {
		t.Error("a state outside the table is placed")
	}
}

// A composite is the mean of its components by weight used, and a component
// that of its indicators, down to the figures.
func TestCompositeDrillsDown(t *testing.T) {
	s, x := now(t)
	for _, iso := range []string{"USA", "KOR", "GEO"} {
		c := x.Composite(code(t, s, iso), looking().Weights)
		if c.Score == nil {
			t.Fatalf("%s has no score", iso)
		}
		total, weight := 0.0, 0.0
		for _, part := range c.Components {
			if part.Score == nil {
				continue
			}
			total, weight = total+part.Used**part.Score, weight+part.Used
			sum, used := 0.0, 0.0
			for _, in := range part.Ingredients {
				if in.Score != nil {
					sum, used = sum+in.Used**in.Score, used+in.Used
				}
				if in.Unit == "" || in.Year != 0 && len(in.Sources) == 0 {
					t.Errorf("%s: %s has unit %q and sources %v", iso, in.Indicator, in.Unit, in.Sources)
				}
			}
			if !testkit.Near(sum/used, *part.Score, 1e-9) {
				t.Errorf("%s: %s is %v; its indicators make %v", iso, part.Name, *part.Score, sum/used)
			}
		}
		if !testkit.Near(total/weight, *c.Score, 1e-9) {
			t.Errorf("%s: score %v; components make %v", iso, *c.Score, total/weight)
		}
	}
}
