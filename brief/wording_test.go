package brief

import (
	"strings"
	"testing"
)

// What is said of failures outside a document is what the brief says, one
// sentence a box, in both languages.
func TestWording(t *testing.T) {
	c := fixtureComparison()
	for lang, want := range map[string][]string{
		"en": {"fails where", "Beside that"},
		"ko": {"주로 실패", "그 밖에"},
	} {
		w, err := Word(c, Options{Lang: lang, Codes: fixtureCodes(t)})
		if err != nil {
			t.Fatal(err)
		}
		got := w.Failures(c.Failing[0])
		if len(got) != 2 || !strings.Contains(got[0], want[0]) || !strings.Contains(got[1], want[1]) {
			t.Errorf("%s: %q", lang, got)
		}
		empty := c.Failing[0]
		empty.Boxes = nil
		if got := w.Failures(empty); got != nil {
			t.Errorf("%s: of no box %q", lang, got)
		}
		if got := w.Strategy(c.Results[0].Name); got == c.Results[0].Name || strings.Contains(got, "{A}") {
			t.Errorf("%s: the title is %q", lang, got)
		}
	}
}
