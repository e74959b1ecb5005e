package claim_test

import (
	"context"
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/claim"
)

// judged runs one claim of a file.
func judged(t *testing.T, text string) claim.Finding {
	t.Helper()
	all, err := claim.Parse("t.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	found, err := claim.Run(context.Background(), bench(t, 0), all)
	if err != nil {
		t.Fatal(err)
	}
	return found[0]
}

// The example is judged, and what was claimed of Poland is settled the other way
// round when the argument is turned upside down.
func TestRunExample(t *testing.T) {
	text := string(claim.ExampleFile())
	f := judged(t, text)
	p := f.Parts[0]
	if p.Known != 9 || len(p.Readings) != 9 || f.Verdict != p.Verdict {
		t.Fatalf("finding = %+v", f)
	}
	for _, r := range p.Readings {
		if !(r.Low <= r.Value && r.Value <= r.High && r.Low >= 0 && r.High <= 1) {
			t.Errorf("%v is %g (%g to %g); want a share inside its interval", r.Setting, r.Value, r.Low, r.High)
		}
	}
	up := judged(t, strings.Replace(text, "least: -0.1", "least: 0.1", 1)).Parts[0]
	if up.For != p.Against || up.Against != p.For || up.Open != p.Open {
		t.Errorf("upside down: %+v; want the mirror of %+v", up.Judgement, p.Judgement)
	}
}

// A study that is only named, and a year without figures, decide nothing and say
// why.
func TestRunGaps(t *testing.T) {
	all := claim.Rules()
	found, err := claim.Run(context.Background(), bench(t, 0), all[3:4]) // C04
	if err != nil {
		t.Fatal(err)
	}
	p := &found[0].Parts[0]
	if found[0].Verdict != claim.Undetermined || p.Gap != claim.NotBuilt || !math.IsNaN(p.Value) || !strings.Contains(p.Say("en"), "cow-mid") {
		t.Errorf("C04: %s, %+v, %q", found[0].Verdict, p.Gap, p.Say("en"))
	}
	future := judged(t, strings.Replace(string(claim.ExampleFile()), "[2013, 2021, newest]", "[2090]", 1)).Parts[0]
	if future.Gap != claim.NoFigures || future.Open != 3 || future.Verdict != claim.Undetermined {
		t.Errorf("a year to come: %+v", future)
	}
}

// The lists of transitions give back the counts printed in them.
func TestRunCaseLists(t *testing.T) {
	found, err := claim.Run(context.Background(), bench(t, 0), claim.Rules()[9:10]) // C10
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]float64{"contenders": 0.5, "thucydides": 0.75, "thucydides_1816": 2.0 / 3, "thucydides_nuclear": 0}
	for _, r := range found[0].Parts[0].Readings {
		if v := want[r.Setting[0].Value]; math.Abs(r.Value-v) > 1e-12 {
			t.Errorf("%s: %g; want %g", r.Setting[0].Value, r.Value, v)
		}
	}
	m := found[0].Parts[0].Matters
	if m == nil || m.LowAt != "thucydides_nuclear" || m.HighAt != "thucydides" {
		t.Errorf("what matters is %+v", m)
	}
}

// Courses compared with themselves differ by nothing under any relation, and a
// figure that is nothing does not flip.
func TestRunCourseAgainstItself(t *testing.T) {
	text := strings.NewReplacer("study: rank", "study: strategies", "with: {state: POL}",
		"with: {state: POL, first: porcupine, other: porcupine, outcome: good_enough}",
		"{reading: [squeeze, total, tightness], year: [2013, 2021, newest]}", "{relation: [spiral, deterrence]}",
		"even: 0.5", "even: 0").Replace(string(claim.ExampleFile()))
	all, err := claim.Parse("t.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	b := bench(t, 0)
	b.Futures = 50
	found, err := claim.Run(context.Background(), b, all)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range found[0].Parts[0].Readings {
		if r.Value != 0 || r.Low != 0 || r.High != 0 || r.Relation == "" {
			t.Errorf("%+v; want nothing", r)
		}
	}
	if found[0].Parts[0].Flips || found[0].Verdict != claim.Undetermined {
		t.Errorf("verdict %s", found[0].Verdict)
	}
}

// A report is valid JSON although figures are missing.
func TestReportIsJSON(t *testing.T) {
	found, err := claim.Run(context.Background(), bench(t, 0), claim.Rules()[27:])
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(claim.Reported(found, claim.RulesCommit))
	if err != nil || !strings.Contains(string(b), `"value":null`) {
		t.Errorf("Reported: %v %s", err, b)
	}
}

func TestFigure(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 0.12345: "0.123", -0.0004: "-0.0004", 12.345: "12.3", 1234.5: "1234", math.NaN(): "–"} {
		if got := claim.Figure(v); got != want {
			t.Errorf("Figure(%g) = %q; want %q", v, got, want)
		}
	}
}
