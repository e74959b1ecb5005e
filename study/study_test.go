package study_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

func figures(t testing.TB) *panel.Snapshot {
	t.Helper()
	s, err := core.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func code(t testing.TB, s *panel.Snapshot, name string) ir.CCode {
	t.Helper()
	st, err := s.Codes().Find(name)
	if err != nil {
		t.Fatal(err)
	}
	return st.CCode
}

func exploring(futures int) study.Exploring {
	return study.Exploring{Futures: futures, Seed: 1, Strategies: strategy.Named()}
}

func compile(t testing.TB, s *panel.Snapshot, state ir.CCode, futures int) study.Dossier {
	t.Helper()
	d, err := study.Compile(context.Background(), s, state, study.NewestYear(s), exploring(futures))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// without are the states that lack a figure the study cannot do without, and
// which. docs/data/core.md says why.
var without = map[string]string{"BTN": "milex_gdp", "ISL": "milex_gdp", "MDV": "milex_gdp"}

// Every state of the core gets a study whose numbers are numbers, whose
// probabilities are probabilities and whose intervals hold their value, or is
// refused for a stated lack of figures. A short run takes one state in eight.
func TestEveryState(t *testing.T) {
	s := figures(t)
	x, err := study.Situate(s, study.NewestYear(s), study.Default())
	if err != nil {
		t.Fatal(err)
	}
	for i, st := range s.Codes().All() {
		if testing.Short() && i%8 != 0 {
			continue
		}
		t.Run(st.ISO, func(t *testing.T) {
			p, start, err := begin(&x, st.CCode)
			var missing *study.DataError
			if errors.As(err, &missing) && missing.Indicator == without[st.ISO] {
				return
			}
			if err != nil || without[st.ISO] != "" {
				t.Fatalf("%v; want no %q", err, without[st.ISO])
			}
			if p.Squeeze.Low > p.Squeeze.Value || p.Squeeze.Value > p.Squeeze.High || p.Settings < 100 {
				t.Errorf("squeeze %v in %v to %v over %d settings", p.Squeeze.Value, p.Squeeze.Low, p.Squeeze.High, p.Settings)
			}
			checkCrises(t, x.Crises(start, 1))
			c, err := x.Compare(context.Background(), start, exploring(50), param.Default[study.GoodEnough]())
			if err != nil {
				t.Fatal(err)
			}
			checkComparison(t, c)
		})
	}
}

// begin is where the study of a state starts.
func begin(x *study.Situation, state ir.CCode) (study.Position, study.Start, error) {
	p, err := x.Position(state)
	if err != nil {
		return study.Position{}, study.Start{}, err
	}
	start, err := x.Start(state, p.Pair)
	return p, start, err
}

func checkCrises(t *testing.T, crises []study.Crisis) {
	t.Helper()
	if len(crises) == 0 {
		t.Error("no crises")
	}
	for _, c := range crises {
		for i, n := range []float64{c.With.War.Low, c.With.War.Value, c.With.War.High, c.Without.Attack.Value} {
			if !(n >= 0 && n <= 1) {
				t.Errorf("probability %d of crisis with %d is %v", i, c.Challenger, n)
			}
		}
	}
}

func checkComparison(t *testing.T, c study.Comparison) {
	t.Helper()
	if len(c.Results) != len(strategy.Named()) {
		t.Errorf("%d results", len(c.Results))
	}
	for _, r := range c.Results {
		g := r.GoodEnough
		if !(g.Low <= g.Value && g.Value <= g.High && g.Low >= 0 && g.High <= 1) {
			t.Errorf("%s good enough in %v, %v to %v", r.Name, g.Value, g.Low, g.High)
		}
		if len(g.Trail.Figures) == 0 || len(g.Trail.Params) == 0 {
			t.Errorf("%s has no trail", r.Name)
		}
	}
}

// Swapping all figures of two states swaps what is concluded of them.
func TestSwappedFiguresSwapConclusions(t *testing.T) {
	s := figures(t)
	x, y := code(t, s, "KOR"), code(t, s, "NZL")
	turned, err := s.Swapped(x, y)
	if err != nil {
		t.Fatal(err)
	}
	year := study.NewestYear(s)
	before, err := study.Situate(s, year, study.Default())
	if err != nil {
		t.Fatal(err)
	}
	after, err := study.Situate(turned, year, study.Default())
	if err != nil {
		t.Fatal(err)
	}
	p, err := before.Position(x)
	if err != nil {
		t.Fatal(err)
	}
	q, err := after.Position(y)
	if err != nil {
		t.Fatal(err)
	}
	if p.Pair != q.Pair || math.Abs(p.Squeeze.Value-q.Squeeze.Value) > 1e-12 {
		t.Errorf("squeeze %v of %v; swapped %v of %v", p.Squeeze.Value, p.Pair, q.Squeeze.Value, q.Pair)
	}
	a, _ := p.Row(x)
	b, _ := q.Row(y)
	if a.Squeeze.Rank != b.Squeeze.Rank || a.Squeeze.Low != b.Squeeze.Low || a.Squeeze.High != b.Squeeze.High {
		t.Errorf("rank %+v; swapped %+v", a, b)
	}
	first, err := before.Start(x, p.Pair)
	if err != nil {
		t.Fatal(err)
	}
	second, err := after.Start(y, q.Pair)
	if err != nil {
		t.Fatal(err)
	}
	if first.Setup.Burden != second.Setup.Burden || first.Setup.Today != second.Setup.Today ||
		len(first.Setup.Challengers) != len(second.Setup.Challengers) {
		t.Errorf("setup %+v; swapped %+v", first.Setup, second.Setup)
	}
}

// The rank of a state does not depend on the order in which states are stored,
// and a remote small state never leads by remoteness.
func TestRemoteStateIsNotSqueezed(t *testing.T) {
	s := figures(t)
	x, err := study.Situate(s, study.NewestYear(s), study.Default())
	if err != nil {
		t.Fatal(err)
	}
	p, err := x.Position(code(t, s, "NZL"))
	if err != nil {
		t.Fatal(err)
	}
	row, _ := p.Row(p.State)
	if row.Squeeze.Low <= len(p.Rows)/2 {
		t.Errorf("New Zealand ranks as high as %d of %d in some setting", row.Squeeze.Low, len(p.Rows))
	}
}

// Outcomes for New Zealand are calmer than for Ukraine.
func TestNewZealandIsCalmerThanUkraine(t *testing.T) {
	s := figures(t)
	mean := func(name, outcome string) float64 {
		d := compile(t, s, code(t, s, name), 500)
		sum := 0.0
		for _, r := range d.Comparison.Results {
			i := slices.IndexFunc(r.Outcomes, func(o study.Summary) bool { return o.Outcome == outcome })
			sum += r.Outcomes[i].Mean.Value
		}
		return sum / float64(len(d.Comparison.Results))
	}
	for _, outcome := range []string{"security", "peace"} {
		if calm, hard := mean("NZL", outcome), mean("UKR", outcome); calm <= hard {
			t.Errorf("%s is %.3f for New Zealand and %.3f for Ukraine", outcome, calm, hard)
		}
	}
}

// North Korea's spending is a published range: it enters, is never zero, and
// its range shows.
func TestNorthKoreaIsARange(t *testing.T) {
	s := figures(t)
	x, err := study.Situate(s, study.NewestYear(s), study.Default())
	if err != nil {
		t.Fatal(err)
	}
	st, err := x.Start(code(t, s, "PRK"), study.Pair{A: code(t, s, "CHN"), B: code(t, s, "USA")})
	if err != nil {
		t.Fatal(err)
	}
	f := st.Setup.Focal
	if !(f.Low < 1 && f.High > 1 && f.Low > 0 && f.Spending[len(f.Spending)-1] > 0) {
		t.Errorf("spending %v, range %v to %v of it", f.Spending, f.Low, f.High)
	}
}

func TestYearsWithoutFigures(t *testing.T) {
	s := figures(t)
	for _, y := range []ir.Year{1950, 2050} {
		_, err := study.Situate(s, y, study.Default())
		var missing *study.DataError
		if !errors.As(err, &missing) {
			t.Errorf("%d: %v; want a DataError", y, err)
		}
	}
}

func TestDeterWithoutPatron(t *testing.T) {
	s := figures(t)
	x, err := study.Situate(s, study.NewestYear(s), study.Default())
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := x.Deter(code(t, s, "RUS"), code(t, s, "FIN"), nil, 1)
	if err != nil {
		t.Fatal(err)
	}
	if c.With.Intervene.Value > 1e-6 || c.With.Attack.Value != c.Without.Attack.Value {
		t.Errorf("without a patron: intervene %v, attack %v and %v", c.With.Intervene.Value, c.With.Attack.Value, c.Without.Attack.Value)
	}
	helped, _, err := x.Deter(code(t, s, "RUS"), code(t, s, "FIN"), []ir.CCode{code(t, s, "USA")}, 1)
	if err != nil {
		t.Fatal(err)
	}
	if helped.With.Attack.Value >= c.With.Attack.Value {
		t.Errorf("attack %v with a patron, %v without", helped.With.Attack.Value, c.With.Attack.Value)
	}
}

// scores are the scores of both models that can be scored out of sample.
func scores(t *testing.T, s *panel.Snapshot) []study.Score {
	t.Helper()
	hazard, ok := study.HazardSkill(s)
	war, also, err := study.WarSkill(t.Context(), s, 0)
	if !ok || !also || err != nil {
		t.Fatal("no score:", ok, also, err)
	}
	return []study.Score{hazard, war}
}

func TestSkillsAreScored(t *testing.T) {
	s := figures(t)
	for _, got := range scores(t, s) {
		name := got.Model
		if got.N < 100 || !(got.Value > 0) || !(got.Baseline > 0) || math.IsInf(got.Value, 0) {
			t.Errorf("%s: %+v", name, got)
		}
		t.Logf("%s: %.5f against %.5f, skill %.3f, %d of %d, %d to %d", name, got.Value, got.Baseline, got.Skill, got.Events, got.N, got.From, got.To)
	}
}

// Where South Korea stands by this measure, from the embedded figures.
func ExampleSituation_Position() {
	s, err := core.Snapshot()
	if err != nil {
		fmt.Println(err)
		return
	}
	x, err := study.Situate(s, study.NewestYear(s), study.Default())
	if err != nil {
		fmt.Println(err)
		return
	}
	korea, _ := s.Codes().Find("한국")
	p, err := x.Position(korea.CCode)
	if err != nil {
		fmt.Println(err)
		return
	}
	a, _ := s.Codes().State(p.Pair.A)
	b, _ := s.Codes().State(p.Pair.B)
	fmt.Println(korea, "between", a, "and", b)
	// Output: KOR between USA and CHN
}

func BenchmarkDossier(b *testing.B) {
	s := figures(b)
	korea := code(b, s, "KOR")
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
			e := exploring(10000)
			e.Workers = workers
			for b.Loop() {
				if _, err := study.Compile(context.Background(), s, korea, study.NewestYear(s), e); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkExplore(b *testing.B) {
	s := figures(b)
	x, err := study.Situate(s, study.NewestYear(s), study.Default())
	if err != nil {
		b.Fatal(err)
	}
	korea := code(b, s, "KOR")
	p, err := x.Position(korea)
	if err != nil {
		b.Fatal(err)
	}
	st, err := x.Start(korea, p.Pair)
	if err != nil {
		b.Fatal(err)
	}
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
			e := exploring(10000)
			e.Workers = workers
			for b.Loop() {
				if err := study.Explore(context.Background(), st, e, discard); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)*10000*5*25/b.Elapsed().Seconds(), "years/s")
		})
	}
}

func BenchmarkPosition(b *testing.B) {
	s := figures(b)
	x, err := study.Situate(s, study.NewestYear(s), study.Default())
	if err != nil {
		b.Fatal(err)
	}
	state := code(b, s, "KOR")
	for b.Loop() {
		if _, err := x.Position(state); err != nil {
			b.Fatal(err)
		}
	}
}
