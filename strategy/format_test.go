package strategy_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/strategy"

	"pgregory.net/rapid"
)

func TestFormatKeepsEverything(t *testing.T) {
	awkward := strategy.Strategy{Name: "null", Title: strategy.Title{EN: `a "b" \ #: {A}`, KO: " '가' "}}
	digits := strategy.Strategy{Name: "007", Title: awkward.Title}
	want := append(wholeWant(), awkward, digits)
	text := strategy.Format(want)
	got, err := strategy.Parse("s.yaml", text)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("read back %+v, %v; want %+v from\n%s", got, err, want, text)
	}
}

func TestFormatRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := []strategy.Strategy{{
			Name:   rapid.StringMatching(`[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}`).Draw(t, "name"),
			Title:  strategy.Title{EN: rapid.StringMatching(`[ -z]{0,20}x`).Draw(t, "en"), KO: rapid.StringMatching(`[가-힣 "':#\\]{0,20}힣`).Draw(t, "ko")},
			Drift:  rapid.Bool().Draw(t, "drift"),
			Levers: anySettings(t),
			Rule:   anyRule(t),
		}}
		if rapid.Bool().Draw(t, "argued") {
			want[0].Argument = want[0].Title
		}
		got, err := strategy.Parse("s.yaml", strategy.Format(want))
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("read back %+v, %v; want %+v", got, err, want)
		}
	})
}

func anySettings(t *rapid.T) []strategy.Setting {
	var set []strategy.Setting
	for i, l := range strategy.Levers() {
		switch form := strategy.Form(rapid.IntRange(0, 3).Draw(t, "form")); {
		case form == strategy.Keep:
			set = append(set, strategy.Setting{Lever: strategy.Lever(i)})
		case form == strategy.Times && (l.ByData || l.Today != 0):
			set = append(set, strategy.Setting{Lever: strategy.Lever(i), Form: form, Value: rapid.Float64Range(0, 10).Draw(t, "factor")})
		case form == strategy.Plus || form == strategy.To:
			value := rapid.Float64Range(l.Min, l.Max)
			if len(l.Rungs) > 0 && rapid.Bool().Draw(t, "on a rung") {
				value = rapid.Map(rapid.SampledFrom(l.Rungs), func(r strategy.Rung) float64 { return r.At })
			}
			set = append(set, strategy.Setting{Lever: strategy.Lever(i), Form: form, Value: value.Draw(t, "value") + 0})
		}
	}
	return set
}

func anyRule(t *rapid.T) strategy.Rule {
	rule := strategy.Rule{Kind: strategy.RuleKind(rapid.IntRange(0, 3).Draw(t, "kind"))}
	if rule.Kind == strategy.None {
		return rule
	}
	for range rapid.IntRange(1, 3).Draw(t, "clauses") {
		o := rapid.IntRange(0, strategy.NumObserved-1).Draw(t, "observed")
		spec := strategy.Watched()[o]
		c := strategy.Clause{
			Watch: strategy.Observed(o), Above: rapid.Bool().Draw(t, "above"),
			Level: rapid.Float64Range(spec.Min, spec.Max).Draw(t, "level") + 0, Then: anySettings(t),
		}
		if c.Then == nil {
			c.Then = []strategy.Setting{{Lever: strategy.Membership, Form: strategy.To, Value: 1}}
		}
		rule.Clauses = append(rule.Clauses, c)
	}
	return rule
}

func TestFormatNamesRungs(t *testing.T) {
	text := string(strategy.Format([]strategy.Strategy{{Name: "x", Drift: true, Levers: []strategy.Setting{
		{Lever: strategy.Neutrality, Form: strategy.To, Value: strategy.StatusOwnWord},
		{Lever: strategy.Nuclear, Form: strategy.To, Value: 0.5},
		{Lever: strategy.Membership, Form: strategy.To, Value: 1},
	}}}))
	for _, want := range []string{"    drift: true\n", "neutrality: own-word\n", "nuclear: 0.5\n", "membership: 1\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// Whatever the bytes, Parse answers, and what it accepts it can write and read
// again unchanged; what it refuses it refuses with a FileError.
func FuzzParse(f *testing.F) {
	f.Add([]byte(whole))
	f.Add(strategy.NamedFile())
	f.Add([]byte(one("    levers: {tie_a: 1e-3, tie_b: {times: 0}}\n")))
	f.Add([]byte(one("    rule: {kind: none}\n")))
	f.Add([]byte(one("    drift: true\n    argument: {en: \"a\n      b\", ko: 가}\n    levers: {neutrality: own-word, nuclear: 1e-1}\n")))
	f.Add([]byte("schema: shatterbelt/strategies/9\n"))
	f.Add([]byte("a: &a [*a, *a]\n? b\n"))
	f.Add([]byte("- - -\n\t\x00\xff"))
	f.Add([]byte("'\n\"\n|\n>\n---\n...\n%\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := strategy.Parse("f.yaml", data)
		if err != nil {
			var e *strategy.FileError
			if !errors.As(err, &e) || got != nil {
				t.Fatalf("Parse = %v, %v; want only a FileError", got, err)
			}
			return
		}
		text := strategy.Format(got)
		again, err := strategy.Parse("f.yaml", text)
		if err != nil || !reflect.DeepEqual(got, again) {
			t.Fatalf("read back %+v, %v; want %+v from\n%s", again, err, got, text)
		}
	})
}

// Files built to slow the parser down are refused in good time. Without the
// checks made before parsing, the first four would take minutes or exhaust the
// stack.
func TestHostileFiles(t *testing.T) {
	for _, s := range []string{"[", "{a: ", "- ", "a:\n", "- \n", "a: b\n", "? ", "\"", "&a ", "a: |\n"} {
		text := strings.Repeat(s, 10_000)
		if _, err := strategy.Parse("h.yaml", []byte(text)); err == nil {
			t.Errorf("%.30q... is accepted", text)
		}
	}
	text := strings.Repeat("[", strategy.MaxBytes)
	if _, err := strategy.Parse("h.yaml", []byte(text)); err == nil {
		t.Error("a file of brackets is accepted")
	}
}

func ExampleParse() {
	_, err := strategy.Parse("mine.yaml", []byte(`schema: shatterbelt/strategies/1
strategies:
  - name: mine
    title: {en: "Mine", ko: "나의 전략"}
    levers:
      tie_a: 1
      partnr_b: {plus: 0.1}
`))
	fmt.Println(err)
	// Output: mine.yaml:7:7: unknown key "partnr_b"; did you mean "partner_b"?
}
