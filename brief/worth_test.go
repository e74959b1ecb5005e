package brief

import (
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/study"
)

// lead is what the first finding of a kind says in a language.
func lead(t *testing.T, d study.Dossier, kind, lang string) string {
	t.Helper()
	v, err := newVoice(d, fixtureOptions(t, lang))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range Findings(d) {
		if f.Kind == kind {
			p := f.Claim.say(v)
			return p.Lead + " | " + strings.Join(p.Why, " | ")
		}
	}
	return ""
}

func TestWorthIsSaid(t *testing.T) {
	tests := []struct{ kind, lang, want string }{
		{"alliance_worth", "en", "in 31 % (30–32 %) of futures instead of 42 % (41–43 %)"},
		{"alliance_worth", "en", "worse on security (−0.031)"},
		{"alliance_worth", "en", "better on autonomy (+0.21)"},
		{"alliance_worth", "en", "30 more disputes"},
		{"alliance_worth", "ko", "42%(41~43%)에서 31%(30~32%)로 바뀜"},
		{"trade_worth", "en", "with China cut to nothing"},
		{"trade_worth", "en", "The United States: no interest clearly changes."},
		{"trade_worth", "ko", "중국과의 경제 협력을 끊으면"},
		{"small_mistake", "en", "0.8 → 1: it takes 3.4 points (2.9–3.9) off"},
		{"small_mistake", "en", "Of 5 such mistakes 2 clearly cost and 2 clearly gain"},
		{"small_mistake", "ko", "3.4%p(2.9~3.9) 하락"},
		{"against_record", "en", "leaves the band of its record on disputes (0.61 a year, band 0.68–1.3)"},
		{"against_record", "ko", "기록 구간을 벗어난 항목: 분쟁(모의 연 0.61건, 구간 0.68~1.3)"},
		{"missed", "en", "leaves the band of the record on disputes"},
	}
	for _, tt := range tests {
		got := strings.ReplaceAll(lead(t, fixture(), tt.kind, tt.lang), "\u00a0", " ")
		if !strings.Contains(got, tt.want) {
			t.Errorf("%s in %s says %q; want %q in it", tt.kind, tt.lang, got, tt.want)
		}
	}
}

// Where no effect with a disputed sign changes the lead, the brief says never.
func TestSignsThatNeverReverseAreSaid(t *testing.T) {
	d := fixture()
	for lang, want := range map[string]string{"en": "never clearly changes", "ko": "뚜렷이 바뀌지 않음"} {
		if got := lead(t, d, "disputed_signs", lang); strings.Contains(got, want) {
			t.Errorf("a sign reverses the lead, but %s says %q", lang, got)
		}
		still := d
		still.Comparison.Flips = nil
		if got := lead(t, still, "disputed_signs", lang); !strings.Contains(got, want) {
			t.Errorf("no sign reverses the lead, but %s says %q", lang, got)
		}
	}
}

// What costs nothing is not called a price, and a lever at its bound has no
// reverse.
func TestHarmlessMistakes(t *testing.T) {
	d := fixture()
	d.OneStep.Slips = []study.Slip{{Lever: "tie_a", From: 1, To: 0.5, Good: within(0.05, 0.01), Clear: true}}
	if got := lead(t, d, "small_mistake", "en"); !strings.Contains(got, "No mistake of one step") {
		t.Errorf("says %q", got)
	}
	d.OneStep.Slips = append([]study.Slip{{Lever: "aim_a", To: 0.5, Good: within(-0.06, 0.07)}}, d.OneStep.Slips...)
	d.OneStep.Slips[1].Good = within(-0.05, 0.01)
	if got := lead(t, d, "small_mistake", "en"); !strings.Contains(got, "at its bound") || !strings.Contains(got, "1 → 0.5") {
		t.Errorf("says %q", got)
	}
	d.Worths, d.OneStep, d.Check = nil, study.OneStep{}, study.Check{}
	for _, kind := range []string{"alliance_worth", "trade_worth", "small_mistake", "against_record"} {
		if got := lead(t, d, kind, "en"); got != "" {
			t.Errorf("%s without runs says %q", kind, got)
		}
	}
}
