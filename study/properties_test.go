package study_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// relabelled gives every state the number of another.
func relabelled(rows []panel.Row, order []ir.CCode) []panel.Row {
	out := slices.Clone(rows)
	to := func(c ir.CCode) ir.CCode {
		if c == ir.World {
			return c
		}
		return order[c-west]
	}
	for i := range out {
		out[i].State, out[i].Partner = to(out[i].State), to(out[i].Partner)
	}
	return out
}

// Which numbers states bear decides nothing: relabelling permutes every reading,
// rank, range, front and pair.
func TestRelabellingPermutes(t *testing.T) {
	x := situated(t)
	before, settings := x.Ranking()
	rapid.Check(t, func(r *rapid.T) {
		order := rapid.Permutation([]ir.CCode{west, east, middle, foe, through, remote}).Draw(r, "order")
		y := situatedIn(t, relabelled(inventedRows(), order))
		after, n := y.Ranking()
		if n != settings || len(after) != len(before) {
			r.Fatalf("%d rows over %d settings", len(after), n)
		}
		for _, b := range before {
			i := slices.IndexFunc(after, func(a study.PositionRow) bool { return a.State == order[b.State-west] })
			a := after[i]
			if a.Squeeze.Rank != b.Squeeze.Rank || a.Squeeze.Low != b.Squeeze.Low || a.Squeeze.High != b.Squeeze.High ||
				a.Total.Rank != b.Total.Rank || a.Tightness.Rank != b.Tightness.Rank || !testkit.Near(a.Squeeze.Value, b.Squeeze.Value, 1e-12) {
				r.Fatalf("%d as %d: %+v; before %+v", b.State, a.State, a, b)
			}
			if b.Pair != (study.Pair{}) && a.Pair != (study.Pair{A: order[b.Pair.A-west], B: order[b.Pair.B-west]}) {
				r.Fatalf("%d as %d between %v; before %v", b.State, a.State, a.Pair, b.Pair)
			}
		}
	})
}

// The unit in which a figure is stated decides nothing.
func TestUnitsDoNotMatter(t *testing.T) {
	rows := inventedRows()
	for i := range rows {
		switch rows[i].Indicator {
		case "milex_constant", "gdp_current", "gdp_constant":
			rows[i].Value *= 1350
			rows[i].Low, rows[i].High = rows[i].Value, rows[i].Value
		}
	}
	x, y := situated(t), situatedIn(t, rows)
	a, b := outlook(t, &x, middle), outlook(t, &y, middle)
	if !testkit.Near(a.Position.Squeeze.Value, b.Position.Squeeze.Value, 1e-12) || !testkit.Near(a.Position.Tightness.High, b.Position.Tightness.High, 1e-12) {
		t.Errorf("squeeze %+v, tightness %+v; in another unit %+v, %+v", a.Position.Squeeze, a.Position.Tightness, b.Position.Squeeze, b.Position.Tightness)
	}
	for i, row := range a.Position.Rows {
		if other := b.Position.Rows[i]; row.State != other.State || row.Squeeze.Low != other.Squeeze.Low || row.Squeeze.High != other.Squeeze.High {
			t.Errorf("row %d: %+v; in another unit %+v", i, row, other)
		}
	}
	for i, f := range a.Exposure.Fronts {
		if other := b.Exposure.Fronts[i]; f.State != other.State || !testkit.Near(f.Ratio, other.Ratio, 1e-12) {
			t.Errorf("front %+v; in another unit %+v", f, other)
		}
	}
	for i, ix := range a.Structure.Indexes {
		if other := b.Structure.Indexes[i]; !testkit.Near(ix.Now.Effective, other.Now.Effective, 1e-9) || !testkit.Near(ix.Movement, other.Movement, 1e-9) {
			t.Errorf("%s: %+v; in another unit %+v", ix.Key, ix.Now, other.Now)
		}
	}
}

// Where the powers are allies, nobody is squeezed, and that is said as a lack of
// two hostile powers.
func TestNoRivalPowersNoSqueeze(t *testing.T) {
	x := situated(t, stated("defence_pact", "", west, east, 2001, 1))
	rows, _ := x.Ranking()
	for _, r := range rows {
		if r.Squeeze.Value != 0 || r.Total.Value != 0 || r.Tightness.Value != 0 || r.Squeeze.High != 1 || r.Pair != (study.Pair{}) {
			t.Errorf("%+v", r)
		}
	}
	if _, err := x.Position(middle); err == nil {
		t.Error("a state is placed between allies")
	}
}

// away puts the remote state so many km from every other.
func away(km, spending float64) []panel.Row {
	rows := inventedRows()
	for i := range rows {
		r := &rows[i]
		switch {
		case r.State != remote && r.Partner != remote:
		case r.Indicator == "milex_constant":
			r.Value = spending
		case r.Unit == "km":
			r.Value = km
		}
		r.Low, r.High = r.Value, r.Value
	}
	return rows
}

// However little a remote state has, it leads by neither squeeze under any
// setting, and going further away lowers every reading over all settings. By
// tightness a state of next to no strength can rank first, thousands of km from
// all; it does so for its want of strength, and less so further out.
func TestRemotenessNeverLeads(t *testing.T) {
	for _, tiny := range []float64{0.5, 1e-3, 1e-6} {
		var last study.Position
		for _, km := range []float64{5000, 10000, 15000, 19000} {
			x := situatedIn(t, away(km, tiny))
			p, err := x.Position(remote)
			if err != nil {
				t.Fatal(err)
			}
			row, _ := p.Row(remote)
			if km > 5000 && (row.Squeeze.Low == 1 || row.Total.Low == 1) {
				t.Errorf("%v km away with %v: %+v", km, tiny, row)
			}
			if last.Settings > 0 && (p.Squeeze.Value >= last.Squeeze.Value || p.Squeeze.High > last.Squeeze.High || p.Total.High > last.Total.High ||
				p.Tightness.Value >= last.Tightness.Value || p.Tightness.High > last.Tightness.High || p.Tightness.Low > last.Tightness.Low) {
				t.Errorf("%v km away with %v: %+v; nearer %+v", km, tiny, p.Tightness, last.Tightness)
			}
			last = p
		}
	}
	s, x := now(t)
	ranking, _ := x.Ranking()
	for _, r := range ranking {
		if r.State == code(t, s, "NZL") && (r.Squeeze.Low == 1 || r.Total.Low == 1 || r.Tightness.Low == 1) {
			t.Errorf("New Zealand: %+v", r)
		}
	}
}

// No row is there twice, ranks go from 1 to the number of rows, and a range
// holds its rank.
func TestRanking(t *testing.T) {
	_, x := now(t)
	rows, settings := x.Ranking()
	seen := map[ir.CCode]bool{}
	for _, r := range rows {
		for m := range study.Readings {
			s := r.Of(m)
			if s.Low > s.Rank || s.Rank > s.High || s.Low < 1 || s.High > len(rows) || s.Q05 < s.Low || s.Q95 > s.High || s.Q05 > s.Q95 {
				t.Errorf("%d by reading %d: %+v", r.State, m, *s)
			}
		}
		if seen[r.State] {
			t.Errorf("%d is ranked twice", r.State)
		}
		seen[r.State] = true
	}
	if settings != 648 {
		t.Errorf("%d settings; docs/models/position.md says 648", settings)
	}
}

// BenchmarkRanking ranks every state under all settings.
func BenchmarkRanking(b *testing.B) {
	_, x := now(b)
	for b.Loop() {
		x.Ranking()
	}
}

// BenchmarkOutlook is what structure and position print: all but the simulation.
func BenchmarkOutlook(b *testing.B) {
	s, x := now(b)
	korea := code(b, s, "KOR")
	for b.Loop() {
		if _, err := x.Outlook(korea, looking()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStructure is the part of it without position and exposure.
func BenchmarkStructure(b *testing.B) {
	s, x := now(b)
	korea, pair := code(b, s, "KOR"), study.Pair{A: code(b, s, "USA"), B: code(b, s, "CHN")}
	for b.Loop() {
		x.Structure(korea, pair, looking())
	}
}
