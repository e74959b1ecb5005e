package study_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/alignment"
	"github.com/shatterbelt/shatterbelt/measure/similarity"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const usa, chn, rus, kor, twn, fin, ukr ir.CCode = 2, 710, 365, 732, 713, 375, 369

// Bound to the United States, trading most with China, hosting American troops:
// facts that no one disputes, with S beside kappa wherever there is either.
func TestAlignSouthKorea(t *testing.T) {
	_, x := now(t)
	a := x.Align(kor, study.Pair{A: usa, B: chn}, study.Records{})
	toA, ok := a.Of(usa)
	toB, also := a.Of(chn)
	if !ok || !also || a.Powers[0].Power != usa {
		t.Fatalf("powers %+v", a.Powers)
	}
	if v, ok := toA.Of("treaty"); !ok || v != 1 {
		t.Errorf("treaty with the United States %v, %v", v, ok)
	}
	if v, ok := toA.Of("forces"); !ok || v < 0.9 {
		t.Errorf("forces %v, %v", v, ok)
	}
	if toA.TradeGDP == nil || toB.TradeGDP == nil || *toA.TradeGDP >= *toB.TradeGDP {
		t.Error("the United States trades more with it than China")
	}
	for _, p := range a.Powers {
		if p.Votes != nil || len(p.Others) > 0 {
			t.Errorf("%d: roll calls or arms, though none are imported", p.Power)
		}
		if p.Treaties == nil || p.Treaties.Year != 2018 || p.Treaties.Members < 70 {
			t.Errorf("%d: %+v", p.Power, p.Treaties)
		}
	}
	if _, err := json.Marshal(a); err != nil {
		t.Error(err)
	}
}

// States of the core have an alignment whose figures are figures, or none; a run
// takes one in three, a short one one in 24.
func TestAlignEveryState(t *testing.T) {
	s, x := now(t)
	for i, st := range s.Codes().All() {
		if i%3 != 0 || testing.Short() && i%24 != 0 {
			continue
		}
		pair, err := x.PairOf(st.CCode)
		if err != nil {
			var missing *study.DataError
			if !errors.As(err, &missing) {
				t.Errorf("%s: %v", st, err)
			}
			continue
		}
		a := x.Align(st.CCode, pair, study.Records{})
		if _, err := json.Marshal(a); err != nil {
			t.Errorf("%s: %v", st, err)
		}
		if w := a.Swing; w.Known && (w.Percentile.Low < 0 || w.Percentile.High > 100 || w.Percentile.Value < w.Percentile.Low || w.Percentile.Value > w.Percentile.High || w.Pooled <= 0) {
			t.Errorf("%s: swing %+v", st, w)
		}
		near := x.Comparators(st.CCode, pair, 3)
		if len(near.States) != 3 || near.States[0].State == st.CCode || near.States[0].Apart > near.States[2].Apart {
			t.Errorf("%s: comparators %+v", st, near.States)
		}
	}
}

// The pair without ranges is the pair of the position.
func TestPairOf(t *testing.T) {
	_, x := now(t)
	p, err := x.Position(kor)
	if pair, also := x.PairOf(kor); err != nil || also != nil || pair != p.Pair {
		t.Errorf("%v, %v; by its position %v, %v", pair, also, p.Pair, err)
	}
	var missing *study.DataError
	if _, err := x.PairOf(999); !errors.As(err, &missing) {
		t.Errorf("a state without figures: %v", err)
	}
}

// Ukraine's votes moved with its presidents as those of no other state; what is on
// record of Taiwan tells nothing.
func TestSwingOnRecord(t *testing.T) {
	_, x := now(t)
	w := x.Swing(ukr, study.Pair{A: usa, B: rus}, nil)
	if !w.Known || w.Verdict != alignment.Swings || w.Percentile.Value < 90 || w.From != 1991 || w.To != 2015 {
		t.Errorf("Ukraine %+v", w)
	}
	if len(w.Percentile.Trail.Figures) == 0 || len(w.Percentile.Trail.Params) == 0 {
		t.Error("no trail")
	}
	if w := x.Swing(twn, study.Pair{A: usa, B: chn}, nil); w.Known || w.Verdict != alignment.Undetermined {
		t.Errorf("Taiwan %+v", w)
	}
	if w := x.Swing(usa, study.Pair{A: usa, B: chn}, nil); w.Known {
		t.Errorf("a power swings between itself and another: %+v", w)
	}
	early, err := study.Situate(figures(t), 2005, study.Default())
	if err != nil {
		t.Fatal(err)
	}
	if w := early.Swing(ukr, study.Pair{A: usa, B: rus}, nil); w.To != 2005 {
		t.Errorf("as of 2005 the record goes to %d", w.To)
	}
}

// Two states that exchange all their figures exchange swing, contrast and nearest.
func TestSwappedFiguresSwapAlignments(t *testing.T) {
	s, x := now(t)
	swapped, err := s.Swapped(fin, ukr)
	if err != nil {
		t.Fatal(err)
	}
	y, err := study.Situate(swapped, study.NewestYear(swapped), study.Default())
	if err != nil {
		t.Fatal(err)
	}
	pair := study.Pair{A: usa, B: rus}
	near := func(a, b float64) bool { return testkit.Near(a, b, 1e-9) }
	if a, b := x.Swing(fin, pair, nil), y.Swing(ukr, pair, nil); !near(a.Percentile.Value, b.Percentile.Value) || a.Verdict != b.Verdict || !near(a.Own, b.Own) {
		t.Errorf("swing %+v, swapped %+v", a.Percentile, b.Percentile)
	}
	a, b := x.Contrast(fin, ukr, pair), y.Contrast(ukr, fin, pair)
	for i, d := range a.Dimensions {
		if e := b.Dimensions[i]; d.Known != e.Known || !near(d.Gap, e.Gap) || d.Verdict != e.Verdict {
			t.Errorf("%s: %v, swapped %v", d.Key, d.Gap, e.Gap)
		}
	}
	p, q := x.Align(fin, pair, study.Records{}), y.Align(ukr, pair, study.Records{})
	if !near(p.Between.Lean.Value, q.Between.Lean.Value) || p.Powers[0].Power != q.Powers[0].Power {
		t.Errorf("lean %v, swapped %v", p.Between.Lean.Value, q.Between.Lean.Value)
	}
}

// A contrast the other way round has the opposite sign and verdict in every
// dimension that does not turn on whose pair it is.
func TestContrastTheOtherWay(t *testing.T) {
	_, x := now(t)
	pair := study.Pair{A: usa, B: chn}
	a, b := x.Contrast(kor, fin, pair), x.Contrast(fin, kor, pair)
	opposite := map[alignment.Level]alignment.Level{
		alignment.More: alignment.Less, alignment.Less: alignment.More, alignment.MuchMore: alignment.MuchLess,
		alignment.MuchLess: alignment.MuchMore, alignment.Alike: alignment.Alike, "": "",
	}
	if !testkit.Near(a.Apart, b.Apart, 1e-9) {
		t.Errorf("apart %v and %v", a.Apart, b.Apart)
	}
	known := 0
	for i, d := range a.Dimensions {
		e := b.Dimensions[i]
		if !testkit.Near(d.Gap, -e.Gap, 1e-9) || e.Verdict != opposite[d.Verdict] || d.Value != e.Other {
			t.Errorf("%s: %+v, the other way %+v", d.Key, d, e)
		}
		if d.Known {
			known++
		}
	}
	if known < 15 || len(a.Trail.Figures) == 0 {
		t.Errorf("%d dimensions known, %d figures", known, len(a.Trail.Figures))
	}
}

// Finland's nearest is Sweden, and Taiwan's South Korea: neighbours in all but the
// map.
func TestNearestOnRecord(t *testing.T) {
	_, x := now(t)
	for state, want := range map[ir.CCode]ir.CCode{fin: 380, twn: kor} {
		pair, err := x.PairOf(state)
		if err != nil {
			t.Fatal(err)
		}
		if got := x.Comparators(state, pair, 1).States[0]; got.State != want || got.Apart <= 0 || len(got.Like) == 0 {
			t.Errorf("nearest to %d is %+v; want %d", state, got, want)
		}
	}
	if n := len(x.Comparators(fin, study.Pair{A: usa, B: rus}, 500).States); n < 50 || n > 72 {
		t.Errorf("%d comparators", n)
	}
}

// made are ten fictional states between two powers over thirty years, in which a
// leader enters every five years and the state 993 alone then moves further. The
// series is exports to and from both, over output, and counts of visits.
func made(t *testing.T, indicator string) *panel.Snapshot {
	t.Helper()
	r := rand.New(rand.NewPCG(11, 5)) //nolint:gosec // a test's draws
	var states []ir.State
	for c := ir.CCode(988); c <= 999; c++ {
		states = append(states, ir.State{CCode: c, NameEN: fmt.Sprint(c)})
	}
	codes, err := ir.NewCodes(states)
	if err != nil {
		t.Fatal(err)
	}
	covered := panel.Indicator{Name: "leader_changes", Unit: "leaders", Holds: panel.Count, First: 1990, Last: 2019, Source: "made"}
	sides := panel.Indicator{Name: "side_changes", Unit: "sides", Holds: panel.Count, First: 1990, Last: 2019, Source: "made"}
	flow := panel.Indicator{Name: "visits", Unit: "visits", Form: panel.DirectedDyad, Holds: panel.Count, First: 1990, Last: 2019, Source: "made"}
	rows := []panel.Row{stated("milex_constant", "US$", 988, ir.World, 2019, 5), stated("milex_constant", "US$", 989, ir.World, 2019, 5)}
	declared := []panel.Indicator{covered, flow}
	if indicator == sides.Name {
		declared = append(declared, sides)
	}
	for c := ir.CCode(990); c <= 999; c++ {
		rows = append(rows, stated("milex_constant", "US$", c, ir.World, 2019, 1))
		at, entered := 10.0, false
		for y := ir.Year(1990); y <= 2019; y++ {
			enters := (int(y)+int(c))%5 == 0
			move := r.NormFloat64()
			if c == 993 && (enters || entered) {
				move *= 6
			}
			entered = enters
			at += move
			if enters {
				rows = append(rows, stated(indicator, declared[len(declared)-1].Unit, c, ir.World, y, 1))
			}
			rows = append(rows, stated("gdp_current", "US$", c, ir.World, y, 1000), stated("exports", "US$", c, 988, y, 500+at), stated("exports", "US$", 988, c, y, 0),
				stated("exports", "US$", c, 989, y, 500-at), stated("exports", "US$", 989, c, y, 0))
			if v := math.Abs(math.Round(at)); v > 0 {
				rows = append(rows, stated("visits", "visits", 988, c, y, v))
			}
		}
	}
	for i := range rows {
		if rows[i].Indicator == "leader_changes" {
			rows[i].Unit = "leaders"
		}
	}
	s, err := panel.New(codes, []prov.Source{{Key: "made"}}, rows, declared...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The swing is found in trade and visits; changes of side are preferred to changes
// of leader where they are on record.
func TestSwingOfSeries(t *testing.T) {
	for _, indicator := range []string{"leader_changes", "side_changes"} {
		x, err := study.Situate(made(t, indicator), 2019, study.Default())
		if err != nil {
			t.Fatal(err)
		}
		pair := study.Pair{A: 988, B: 989}
		w := x.Swing(993, pair, nil)
		if !w.Known || w.Verdict != alignment.Swings || w.Turnover != indicator || w.States != 10 {
			t.Errorf("%s: %+v", indicator, w)
		}
		var keys []string
		for _, p := range w.Parts {
			if p.Used {
				keys = append(keys, p.Series)
			}
		}
		if !slices.Equal(keys, []string{study.SwingTrade, study.SwingVisits}) {
			t.Errorf("series %v", keys)
		}
		if calm := x.Swing(997, pair, nil); calm.Verdict == alignment.Swings {
			t.Errorf("a state like the rest: %+v", calm)
		}
		a := x.Align(993, pair, study.Records{})
		if p, ok := a.Of(988); ok && (len(p.Others) != 1 || !testkit.Near(p.Others[0].Share, 1, 1e-12) || p.Others[0].To != 2019) {
			t.Errorf("visits %+v", p.Others)
		}
	}
}

// Roll calls give S and kappa beside those of treaties, of the newest year up to
// that of study.
func TestAlignWithRollCalls(t *testing.T) {
	_, x := now(t)
	ballots := func(y ir.Year, times int, korea []int8) similarity.System {
		return similarity.Ballots(y, []ir.CCode{usa, chn, kor}, [][]int8{
			slices.Repeat([]int8{0, 0, 2, 2}, times), slices.Repeat([]int8{2, 2, 0, 2}, times), slices.Repeat(korea, times),
		})
	}
	votes := []similarity.System{
		ballots(2018, 5, []int8{2, 2, 0, 2}), ballots(2019, 5, []int8{0, 0, 2, -1}),
		ballots(2020, 4, []int8{1, 1, 1, 1}), // too few
		ballots(2030, 5, []int8{1, 1, 1, 1}), // later than the year of study
	}
	a := x.Align(kor, study.Pair{A: usa, B: chn}, study.Records{Votes: votes})
	toA, _ := a.Of(usa)
	toB, _ := a.Of(chn)
	if toA.Votes == nil || toA.Votes.Year != 2019 || toA.Votes.Items != 15 || !testkit.Near(toA.Votes.S, 1, 1e-12) || !testkit.Near(toA.Votes.Kappa, 1, 1e-12) {
		t.Fatalf("with the United States %+v", toA.Votes)
	}
	// No, no, yes against yes, yes, no: as far apart as can be.
	if toB.Votes == nil || !testkit.Near(toB.Votes.S, -1, 1e-12) || toB.Votes.Kappa > -0.7 {
		t.Errorf("with China %+v", toB.Votes)
	}
}

// Treaties of the whole system take the place of those of the panel, unless they
// are later than the year of study.
func TestAlignWithTreaties(t *testing.T) {
	_, x := now(t)
	whole := func(y ir.Year) similarity.System {
		out := similarity.System{Portfolios: similarity.NewPortfolios(similarity.TreatyLevels, 4, 4), Year: y, Members: []ir.CCode{usa, chn, kor, 999}, Source: "made", Whole: true}
		out.Set(0, 2, similarity.Defence)
		out.Set(2, 0, similarity.Defence)
		for i := range 4 {
			for k := range 4 {
				if i != k && i+k != 2 {
					out.Set(i, k, similarity.NoTreaty)
				}
			}
		}
		out.Set(1, 1, similarity.NoTreaty)
		out.WithSelf()
		return out
	}
	a := x.Align(kor, study.Pair{A: usa, B: chn}, study.Records{Treaties: whole(2018)})
	toA, _ := a.Of(usa)
	// Both hold each other and themselves closest and nobody else: the same.
	if l := toA.Treaties; l == nil || !l.Whole || l.Members != 4 || !testkit.Near(l.Kappa, 1, 1e-12) {
		t.Errorf("with the United States %+v", l)
	}
	if !slices.ContainsFunc(a.Trail.Figures, func(f prov.Figure) bool { return f.Source == "made" && f.Partner == chn }) {
		t.Error("the trail does not say where the treaties are from")
	}
	b := x.Align(kor, study.Pair{A: usa, B: chn}, study.Records{Treaties: whole(2030)})
	late, _ := b.Of(usa)
	if l := late.Treaties; l == nil || l.Whole || l.Members < 70 {
		t.Errorf("treaties of a later year are used: %+v", l)
	}
}
