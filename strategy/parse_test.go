package strategy_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/strategy"
)

const whole = `schema: shatterbelt/strategies/1
strategies:
  - name: alliance-plus            # a comment
    title: {en: "Alliance plus", ko: "동맹 플러스"}
    levers:
      tie_a: 1
      aim_a: 0.2
      partner_b: {plus: 0.1}
      defence: {times: 1.2}
      tie_b: today
    targets:
      - year: 5
        set: {defence: {times: 1.3}}
    rule:
      kind: reactive
      clauses:
        - when: {observe: hostility_b, above: 0.6}
          then: {aim_a: {plus: 0.5}}
        - when:
            observe: balance_ba
            below: 2e-1
          then:
            engagement: -1
`

func wholeWant() []strategy.Strategy {
	return []strategy.Strategy{{
		Name:  "alliance-plus",
		Title: strategy.Title{EN: "Alliance plus", KO: "동맹 플러스"},
		Levers: []strategy.Setting{
			{Lever: strategy.TieA, Form: strategy.To, Value: 1},
			{Lever: strategy.AimA, Form: strategy.To, Value: 0.2},
			{Lever: strategy.PartnerB, Form: strategy.Plus, Value: 0.1},
			{Lever: strategy.Defence, Form: strategy.Times, Value: 1.2},
			{Lever: strategy.TieB, Form: strategy.Keep},
		},
		Targets: []strategy.Target{{Year: 5, Set: []strategy.Setting{
			{Lever: strategy.Defence, Form: strategy.Times, Value: 1.3}}}},
		Rule: strategy.Rule{Kind: strategy.Reactive, Clauses: []strategy.Clause{
			{Watch: strategy.HostilityB, Above: true, Level: 0.6,
				Then: []strategy.Setting{{Lever: strategy.AimA, Form: strategy.Plus, Value: 0.5}}},
			{Watch: strategy.BalanceBA, Level: 0.2,
				Then: []strategy.Setting{{Lever: strategy.Engagement, Form: strategy.To, Value: -1}}},
		}},
	}}
}

func TestParse(t *testing.T) {
	for name, text := range map[string]string{
		"unix":            whole,
		"windows":         strings.ReplaceAll(whole, "\n", "\r\n"),
		"byte order mark": "\ufeff" + whole,
		"document marker": "---\n" + whole,
	} {
		t.Run(name, func(t *testing.T) {
			got, err := strategy.Parse("s.yaml", []byte(text))
			if err != nil || !reflect.DeepEqual(got, wholeWant()) {
				t.Errorf("Parse = %+v, %v; want %+v", got, err, wholeWant())
			}
		})
	}
}

// one is a file with one strategy; its levers and what comes after are given
// from line 6 on, at column 1.
func one(rest string) string {
	return "schema: shatterbelt/strategies/1\nstrategies:\n  - name: x\n    title:\n      {en: X, ko: 엑스}\n" + rest
}

func TestParseErrors(t *testing.T) {
	tests := []struct {
		name, text string
		line, col  int
		want       string // in the message
	}{
		{"empty", "", 0, 0, "empty file; start with schema"},
		{"comments only", "# nothing\n\n", 0, 0, "empty file"},
		{"nul", "schema: x\nab\x00", 2, 3, "byte 12: character U+0000 is not text"},
		{"not utf-8", "schema: x\n가\xff", 2, 2, "byte 13: not UTF-8 text; save the file as UTF-8"},
		{"a picture", "\x89PNG\r\n\x1a\n\x00", 1, 1, "not UTF-8"},
		{"not a mapping", "- a\n- b\n", 1, 1, "the file is a list"},
		{"a word", "hello\n", 1, 1, `the file is "hello"`},
		{"second document", one("---\na: 1\n"), 7, 1, "a second document"},
		{"bracket", one("    levers: {tie_a: 1\n"), 6, 13, "not YAML"},
		{"no schema", "strategies:\n  - name: x\n    title: {en: X, ko: Y}\n", 1, 1, "the file has no schema"},
		{"newer schema", "schema: shatterbelt/strategies/2\nworlds: 1\n", 1, 9, "newer than this program reads; upgrade shatterbelt"},
		{"other schema", "schema: other/1\nstrategies: []\n", 1, 9, `unknown schema "other/1"; want shatterbelt/strategies/1`},
		{"no strategies", "schema: shatterbelt/strategies/1\nstrategies: []\n", 2, 13, "no strategies"},
		{"no list", "schema: shatterbelt/strategies/1\nstrategies: 3\n", 2, 13, "strategies is 3; want a list"},
		{"value forgotten", "schema: shatterbelt/strategies/1\nstrategies:\n", 2, 1, `key "strategies" has no value`},
		{"anchor", one("    levers: &a {tie_a: 1}\n"), 6, 13, "an anchor (&)"},
		{"alias", one("    levers: *a\n"), 6, 13, "an alias (*)"},
		{"tag", one("    levers: !!map {}\n"), 6, 13, "a tag (!)"},
		{"merge", one("    levers:\n      <<: {}\n"), 7, 7, "a merge key"},
		{"deep", "a: " + strings.Repeat("[", 5000), 1, 12, "nested too deep"},
		{"list in a list", "a:\n" + strings.Repeat("- ", 5000), 2, 3, "a list directly inside a list"},

		{"key", one("    leverz: {}\n"), 6, 5, `unknown key "leverz"; did you mean "levers"?`},
		{"lever", one("    levers:\n      partnr_b: 1\n"), 7, 7, `unknown key "partnr_b"; did you mean "partner_b"?`},
		{"spelling", one("    levers: {defense: 0.1}\n"), 6, 14, `did you mean "defence"?`},
		{"case", one("    levers: {Tie_A: 0.1}\n"), 6, 14, `did you mean "tie_a"?`},
		{"far from any", one("    nonsense: 1\n"), 6, 5, "want one of name, title, argument, drift, levers, targets, rule"},
		{"twice", one("    levers: {tie_a: 1, tie_a: 0}\n"), 6, 24, `key "tie_a" comes twice, first on line 6; keep one`},
		{"no name", strings.Replace(one(""), "name: x\n    title:\n     ", "title:", 1), 3, 5, "the strategy has no name"},
		{"no title", "schema: shatterbelt/strategies/1\nstrategies:\n  - name: x\n", 3, 5, "the strategy has no title"},
		{"no Korean", strings.Replace(one(""), ", ko: 엑스", "", 1), 5, 7, "title has no ko"},
		{"empty title", strings.Replace(one(""), "엑스", `" "`, 1), 5, 19, "the Korean title is empty"},
		{"number for a title", strings.Replace(one(""), "en: X", "en: 12", 1), 5, 12, "the English title is 12; want text, in quotes"},
		{"placeholder", strings.Replace(one(""), "en: X", `en: "To {C}"`, 1), 5, 12, "holds {C}; want {A} and {B}"},
		{"escape in a title", strings.Replace(one(""), "en: X", `en: "a\u0007"`, 1), 5, 12, "holds U+0007"},
		{"name with spaces", strings.Replace(one(""), "name: x", "name: My plan", 1), 3, 11, `name is "My plan"; want lower-case`},
		{"same name", one("  - name: x\n    title: {en: X, ko: Y}\n"), 6, 11, `name "x" is taken by the strategy on line 3`},

		{"out of bounds", one("    levers: {tie_a: 1.5}\n"), 6, 21, "tie_a is 1.5, out of bounds; want a number from 0 to 1"},
		{"defence out of bounds", one("    levers: {defence: 2.5}\n"), 6, 23, "from 0 to 0.45"},
		{"text for a number", one("    levers: {tie_a: high}\n"), 6, 21, `tie_a is "high"; want a number`},
		{"quoted number", one("    levers: {tie_a: \"1\"}\n"), 6, 21, "tie_a is text; take the quotes away"},
		{"nan", one("    levers: {tie_a: .nan}\n"), 6, 21, "tie_a is .nan"},
		{"infinity", one("    levers: {tie_a: .inf}\n"), 6, 21, "tie_a is .inf"},
		{"overflow", one("    levers: {tie_a: 1e999}\n"), 6, 21, "too large a number"},
		{"hexadecimal", one("    levers: {tie_a: 0x1}\n"), 6, 21, "tie_a is 0x1; want a number"},
		{"truth", one("    levers: {tie_a: true}\n"), 6, 21, "tie_a is true; want a number"},
		{"list for a number", one("    levers: {tie_a: [1]}\n"), 6, 21, "tie_a is a list"},
		{"two changes", one("    levers: {tie_a: {plus: 0.1, times: 2}}\n"), 6, 21, "tie_a needs one change"},
		{"no change", one("    levers: {tie_a: {}}\n"), 6, 21, "tie_a needs one change"},
		{"unknown change", one("    levers: {tie_a: {plsu: 0.1}}\n"), 6, 22, `did you mean "plus"?`},
		{"plus too much", one("    levers: {tie_a: {plus: 1.5}}\n"), 6, 28, "tie_a plus is 1.5, out of bounds; want a number from -1 to 1"},
		{"times below zero", one("    levers: {tie_a: {times: -2}}\n"), 6, 29, "want a number from 0 to 10"},
		{"times nothing", one("    levers: {engagement: {times: 2}}\n"), 6, 27, "today's engagement is 0"},

		{"rung", one("    levers: {neutrality: guarantied}\n"), 6, 26, `unknown neutrality "guarantied"; did you mean "guaranteed"?`},
		{"rung of another", one("    levers: {nuclear: non-aligned}\n"), 6, 23, "want one of none, hosting, latent, own, today"},
		{"rung without a ladder", one("    levers: {denial: own}\n"), 6, 22, `denial is "own"; want a number from 0 to 1, today,`},
		{"past the ladder", one("    levers: {nuclear: 2}\n"), 6, 23, "want a number from 0 to 1, none, hosting, latent, own, today, {plus"},
		{"quoted number on a ladder", one("    levers: {nuclear: '1'}\n"), 6, 23, "take the quotes away"},
		{"resilience out of bounds", one("    levers: {resilience: 0.5}\n"), 6, 26, "want a number from 0 to 0.03"},
		{"times no status", one("    levers: {neutrality: {times: 2}}\n"), 6, 27, "today's neutrality is 0"},
		{"drift misspelt", one("    drfit: true\n"), 6, 5, `unknown key "drfit"; did you mean "drift"?`},
		{"drift as a word", one("    drift: yes\n"), 6, 12, `drift is "yes"; want true or false`},
		{"drift as a number", one("    drift: 1\n"), 6, 12, "drift is 1; want true or false"},
		{"drift as a list", one("    drift: [true]\n"), 6, 12, "drift is a list"},
		{"drift twice", one("    drift: true\n    drift: true\n"), 7, 5, `key "drift" comes twice, first on line 6`},
		{"argument as a word", one("    argument: mine\n"), 6, 15, `argument is "mine"; want keys and values: en, ko`},
		{"argument in one language", one("    argument: {en: X}\n"), 6, 15, "argument has no ko"},
		{"empty argument", one("    argument: {en: X, ko: \"\"}\n"), 6, 27, "the Korean argument is empty"},
		{"braces in an argument", one("    argument: {en: \"{KOR}\", ko: Y}\n"), 6, 20, "holds {KOR}; want {A} and {B}"},
		{"argument in a block", one("    argument:\n      en: >-\n        words\n      ko: Y\n"), 7, 11, "want text, in quotes"},

		{"year too late", one("    targets:\n      - {year: 26, set: {tie_a: 1}}\n"), 7, 16, "want a number from 1 to 25"},
		{"half a year", one("    targets:\n      - {year: 2.5, set: {tie_a: 1}}\n"), 7, 16, "year is 2.5; want a whole number"},
		{"years out of order", one("    targets:\n      - {year: 5, set: {tie_a: 1}}\n      - {year: 5, set: {tie_a: 0}}\n"), 8, 16, "does not come after"},
		{"empty target", one("    targets:\n      - {year: 5, set: {}}\n"), 7, 24, "set is empty; add a lever"},
		{"no year", one("    targets:\n      - {set: {tie_a: 1}}\n"), 7, 9, "the target has no year"},

		{"kind", one("    rule: {kind: reactiv}\n"), 6, 18, `unknown kind of rule "reactiv"; did you mean "reactive"?`},
		{"kind without clauses", one("    rule: {kind: inertial}\n"), 6, 11, "a rule of kind inertial has no clauses"},
		{"none with clauses", one("    rule: {kind: none, clauses: [{when: {observe: dispute, above: 0.5}, then: {tie_a: 1}}]}\n"), 6, 11, "never uses its clauses"},
		{"observation", one("    rule: {kind: reactive, clauses: [{when: {observe: hostilty_b, above: 2}, then: {tie_a: 1}}]}\n"), 6, 55, `did you mean "hostility_b"?`},
		{"level", one("    rule: {kind: reactive, clauses: [{when: {observe: dispute, above: 2}, then: {tie_a: 1}}]}\n"), 6, 71, "dispute above is 2, out of bounds; want a number from 0 to 1"},
		{"above and below", one("    rule: {kind: reactive, clauses: [{when: {observe: dispute, above: 0, below: 1}, then: {tie_a: 1}}]}\n"), 6, 45, "want either above: or below:"},
		{"no level", one("    rule: {kind: reactive, clauses: [{when: {observe: dispute}, then: {tie_a: 1}}]}\n"), 6, 45, "want either above: or below:"},
		{"level of a balance", one("    rule: {kind: reactive, clauses: [{when: {observe: own_balance, below: 101}, then: {tie_a: 1}}]}\n"), 6, 75, "own_balance below is 101, out of bounds; want a number from 0 to 100"},
		{"no then", one("    rule: {kind: reactive, clauses: [{when: {observe: dispute, above: 0}}]}\n"), 6, 38, "the clause has no then"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := strategy.Parse("s.yaml", []byte(tt.text))
			var e *strategy.FileError
			if got != nil || !errors.As(err, &e) {
				t.Fatalf("Parse = %v, %v; want a FileError", got, err)
			}
			if e.File != "s.yaml" || e.Line != tt.line || e.Column != tt.col {
				t.Errorf("at %s:%d:%d; want s.yaml:%d:%d", e.File, e.Line, e.Column, tt.line, tt.col)
			}
			if !strings.Contains(e.Error(), tt.want) {
				t.Errorf("says %q; want %q in it", e, tt.want)
			}
		})
	}
}

func TestFileErrorText(t *testing.T) {
	_, err := strategy.Parse("strategies.yaml", []byte(one("    levers:\n      partnr_b: 1\n      tie_a: 3\n")))
	const want = `strategies.yaml:7:7: unknown key "partnr_b"; did you mean "partner_b"?` + "\n" +
		`strategies.yaml:8:14: tie_a is 3, out of bounds; want a number from 0 to 1, today, {plus: amount} or {times: factor}`
	if err == nil || err.Error() != want {
		t.Errorf("error is\n%v\nwant\n%s", err, want)
	}
}

func TestParseLimits(t *testing.T) {
	many := strings.Builder{}
	many.WriteString("schema: shatterbelt/strategies/1\nstrategies:\n")
	for i := range strategy.MaxNumber {
		fmt.Fprintf(&many, "  - {name: s%d, title: {en: X, ko: Y}}\n", i)
	}
	if got, err := strategy.Parse("s.yaml", []byte(many.String())); err != nil || len(got) != strategy.MaxNumber {
		t.Errorf("%d strategies, %v; want %d", len(got), err, strategy.MaxNumber)
	}
	many.WriteString("  - {name: more, title: {en: X, ko: Y}}\n")
	clause := "{when: {observe: dispute, above: 0}, then: {tie_a: 1}},"
	for name, text := range map[string]string{
		"strategies": many.String(),
		"bytes":      whole + strings.Repeat("#\n", strategy.MaxBytes/2),
		"clauses":    one("    rule: {kind: reactive, clauses: [" + strings.Repeat(clause, strategy.MaxClauses+1) + "]}\n"),
		"title":      strings.Replace(one(""), "엑스", strings.Repeat("엑", strategy.MaxTitle+1), 1),
		"argument":   one("    argument: {en: X, ko: " + strings.Repeat("엑", strategy.MaxArgument+1) + "}\n"),
		"name":       strings.Replace(one(""), "name: x", "name: "+strings.Repeat("x", strategy.MaxName+1), 1),
	} {
		var e *strategy.FileError
		if got, err := strategy.Parse("s.yaml", []byte(text)); got != nil || !errors.As(err, &e) {
			t.Errorf("too many %s: %v, %v; want a FileError", name, got, err)
		}
	}
}

func TestParseNewKeys(t *testing.T) {
	got, err := strategy.Parse("s.yaml", []byte(one(`    drift: true
    argument:
      en: "Goes on
        here."
      ko: 가
    levers: {nuclear: latent, neutrality: "non-aligned", membership: 1, strike: 1e-1}
    rule:
      kind: inertial
      clauses: [{when: {observe: turnover, above: 0.5}, then: {neutrality: none, consensus: {plus: 0.1}}}]
`)))
	want := []strategy.Strategy{{
		Name: "x", Title: strategy.Title{EN: "X", KO: "엑스"}, Argument: strategy.Title{EN: "Goes on here.", KO: "가"}, Drift: true,
		Levers: []strategy.Setting{
			{Lever: strategy.Nuclear, Form: strategy.To, Value: strategy.NuclearLatent},
			{Lever: strategy.Neutrality, Form: strategy.To, Value: strategy.StatusNonAligned},
			{Lever: strategy.Membership, Form: strategy.To, Value: 1},
			{Lever: strategy.Strike, Form: strategy.To, Value: 0.1},
		},
		Rule: strategy.Rule{Kind: strategy.Inertial, Clauses: []strategy.Clause{{
			Watch: strategy.Turnover, Above: true, Level: 0.5,
			Then: []strategy.Setting{
				{Lever: strategy.Neutrality, Form: strategy.To, Value: 0},
				{Lever: strategy.Consensus, Form: strategy.Plus, Value: 0.1},
			},
		}}},
	}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("Parse = %+v, %v; want %+v", got, err, want)
	}
}

func TestDriftFalse(t *testing.T) {
	got, err := strategy.Parse("s.yaml", []byte(one("    drift: false\n")))
	if err != nil || got[0].Drift {
		t.Errorf("Parse = %+v, %v; want one that does not drift", got, err)
	}
}

// At most twenty problems are reported, in order of place.
func TestParseReportsInOrder(t *testing.T) {
	_, err := strategy.Parse("s.yaml", []byte(one(strings.Repeat("    x: 1\n", 30))))
	lines := strings.Split(fmt.Sprint(err), "\n")
	if len(lines) != 20 || !strings.HasPrefix(lines[0], "s.yaml:6:5:") || !strings.HasPrefix(lines[19], "s.yaml:25:5:") {
		t.Errorf("reported %d problems from %q to %q; want 20 from line 6 to 25", len(lines), lines[0], lines[len(lines)-1])
	}
}
