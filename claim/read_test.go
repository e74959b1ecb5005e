package claim_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/claim"
)

const head = "schema: shatterbelt/claims/1\nclaims:\n"

const sound = `  - id: P1
    statement: {en: "Poland is exposed.", ko: "폴란드는 노출되어 있다."}
    question: {en: "How many are more so?", ko: "더 노출된 나라는?"}
    reverses: {en: "A rank in the middle.", ko: "중간 순위."}
    shown: {en: "None.", ko: "없음."}
    parts:
      - name: rank
        asks: {en: "share that ranks higher", ko: "더 높은 비율"}
        study: rank
        with: {state: POL}
        settings: {reading: [squeeze, total]}
        unit: share
        even: 0.1
        least: -0.05
`

func TestParse(t *testing.T) {
	found, err := claim.Parse("p.yaml", []byte(head+sound))
	if err != nil {
		t.Fatal(err)
	}
	c := found[0]
	p := c.Parts[0]
	if c.ID != "P1" || c.Join != claim.All || p.Value("state") != "POL" || len(p.Combinations()) != 2 || p.Effect.Least != -0.05 {
		t.Errorf("Parse = %+v", c)
	}
}

func TestParseErrors(t *testing.T) {
	tests := []struct {
		name, from, to string
		line, column   int
		want           string
	}{
		{"key misspelt", "question:", "qestion:", 5, 5, `unknown key "qestion"; did you mean "question"?`},
		{"study misspelt", "study: rank", "study: rnak", 11, 16, `unknown study "rnak"; did you mean "rank"?`},
		{"value misspelt", "[squeeze, total]", "[squeze, total]", 13, 30, `unknown reading "squeze"; did you mean "squeeze"?`},
		{"setting of another study", "reading: [squeeze, total]", "pair: USA-CHN", 13, 20, `unknown key "pair"`},
		{"setting twice", "[squeeze, total]", "[squeeze, squeeze]", 13, 39, `reading "squeeze" is taken on line 13`},
		{"no state", "        with: {state: POL}\n", "", 9, 9, "the part has no state under with; add with: {state: ...}"},
		{"no effect", "least: -0.05", "least: 0", 16, 16, "least is 0"},
		{"effect in words", "even: 0.1", "even: much", 15, 15, `even is "much"`},
		{"one language", `{en: "None.", ko: "없음."}`, `{en: "None."}`, 7, 12, "shown has no ko"},
		{"join", "    parts:", "    join: some\n    parts:", 8, 11, `unknown join "some"`},
		{"later schema", "claims/1", "claims/2", 1, 9, "newer than this program reads"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.Replace(head+sound, tt.from, tt.to, 1)
			_, err := claim.Parse("p.yaml", []byte(text))
			var e *claim.FileError
			if !errors.As(err, &e) {
				t.Fatalf("Parse = %v; want a FileError", err)
			}
			if want := fmt.Sprintf("p.yaml:%d:%d: ", tt.line, tt.column); !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("Parse: %v; want %s and %q", err, want, tt.want)
			}
		})
	}
}

// Whatever the bytes, Parse answers, with claims or with errors of their place.
func FuzzParse(f *testing.F) {
	f.Add([]byte(head + sound))
	f.Add([]byte(head))
	f.Add([]byte(head + "  - id: [a, {b: c}]\n"))
	if data, err := os.ReadFile("rules/c01-c07.yaml"); err == nil {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		found, err := claim.Parse("f.yaml", data)
		var e *claim.FileError
		if err != nil && !errors.As(err, &e) {
			t.Fatalf("Parse: %v; want only a FileError", err)
		}
		for _, c := range found {
			for _, p := range c.Parts {
				if n := len(p.Combinations()); n < 1 || n > claim.MaxSettings {
					t.Fatalf("%d settings", n)
				}
			}
		}
	})
}
