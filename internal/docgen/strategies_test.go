package docgen

import (
	"strings"
	"testing"
	"unicode"

	"github.com/shatterbelt/shatterbelt/strategy"
)

// Every part of a strategy is on the page, in either language.
func TestStrategyOnThePage(t *testing.T) {
	s := strategy.Strategy{
		Name: "x", Title: strategy.Title{EN: "To {A}", KO: "{A} 쪽"}, Drift: true,
		Argument: strategy.Title{EN: "As argued [levy1987].", KO: "논거 [levy1987]."},
		Levers: []strategy.Setting{
			{Lever: strategy.Neutrality, Form: strategy.To, Value: strategy.StatusOwnWord},
			{Lever: strategy.Nuclear, Form: strategy.To, Value: 0.5}, // between two rungs
			{Lever: strategy.Defence, Form: strategy.Times, Value: 1.5},
			{Lever: strategy.PartnerB, Form: strategy.Plus, Value: -0.3},
			{Lever: strategy.AimA, Form: strategy.Keep},
		},
		Targets: []strategy.Target{{Year: 7, Set: []strategy.Setting{{Lever: strategy.Strike, Form: strategy.To}}}},
		Rule: strategy.Rule{Kind: strategy.Inertial, Clauses: []strategy.Clause{{
			Watch: strategy.OwnBalance, Level: 0.5,
			Then: []strategy.Setting{{Lever: strategy.TieA, Form: strategy.Plus, Value: 0.3}, {Lever: strategy.Defence, Form: strategy.Times, Value: 2}},
		}}},
	}
	tests := []struct {
		name  string
		words *course
		want  []string
	}{
		{"en", &courseEnglish, []string{
			"## To A\n\n`x`. As argued [levy1987](references.md#levy1987).\n",
			"| declared status | neutral by its own word |\n", "| nuclear posture | 0.5 |\n",
			"| military spending | today × 1.5 |\n", "| economic partnership with B | today − 0.3 |\n",
			"| aim of the tie with A at B | today |\n", "From year 7:\n\n", "| long-range strike | 0 |\n",
			"**Drifts:**", "**Inertial rule**",
			"reaches the state is below 0.5: security tie with A + 0.3; military spending today × 2\n",
		}},
		{"ko", &courseKorean, []string{
			"## A 쪽\n\n`x`. 논거 [levy1987](references.md#levy1987).\n",
			"| 선언된 지위 | 중립 자체 선언 |\n", "7년 차부터:\n\n", "**표류:**", "**관성형 규칙**", " < 0.5인 동안: 안보 유대(A) + 0.3; ",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var b strings.Builder
			tt.words.one(&b, &s)
			for _, want := range tt.want {
				if !strings.Contains(b.String(), want) {
					t.Errorf("no %q in\n%s", want, b.String())
				}
			}
		})
	}
}

// Both pages list every lever, observation and named strategy, and say the same.
func TestStrategyPagesAreComplete(t *testing.T) {
	var names []string
	for _, l := range strategy.Levers() {
		names = append(names, "| `"+l.Name+"` |")
	}
	for _, o := range strategy.Watched() {
		names = append(names, "| `"+o.Name+"` |")
	}
	for _, s := range strategy.Named() {
		names = append(names, "\n`"+s.Name+"`. ")
	}
	en, ko := string(courseEnglish.strategies()), string(courseKorean.strategies())
	for _, name := range names {
		if !strings.Contains(en, name) || !strings.Contains(ko, name) {
			t.Errorf("%q is missing from a page", name)
		}
	}
	if a, b := strings.Count(en, "\n"), strings.Count(ko, "\n"); a != b {
		t.Errorf("the English page has %d lines and the Korean %d", a, b)
	}
	if i := strings.IndexFunc(en, func(r rune) bool { return unicode.Is(unicode.Hangul, r) }); i >= 0 {
		t.Errorf("the English page holds Korean: %.60q", en[i:])
	}
}
