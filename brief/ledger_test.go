package brief

import (
	"strings"
	"testing"
)

// The list of sources gives publisher, title, edition, years, licence and key.
func TestSourceList(t *testing.T) {
	page := written(t, Markdown, fixture(), "en")
	_, list, ok := strings.Cut(page, "## Sources\n")
	if !ok {
		t.Fatal("no sources")
	}
	for _, want := range []string{
		"\nBank of the World: National accounts, 2024; figures of 2022–2023; CC BY 4.0 \\[bank\\]\n",
		"\nPeace Institute: Military spending, 2024; figures of 2019–2023; facts only \\[peace\\]\n",
	} {
		if !strings.Contains(list, want) {
			t.Errorf("no line %q in\n%.500s", want, list)
		}
	}
}

// Print leaves the trails to the screen, so a sentence beside them says how many
// figures there are and which command writes them.
func TestWhereNumbersComeFrom(t *testing.T) {
	for lang, want := range map[string]string{"en": "Where every number comes from", "ko": "수치의 근거"} {
		c, err := newComposer(fixture(), fixtureOptions(t, lang))
		if err != nil {
			t.Fatal(err)
		}
		s := c.trace()
		if s.title != want || len(s.blocks) != 2 {
			t.Fatalf("%s: %q with %d blocks", lang, s.title, len(s.blocks))
		}
		said, trails := s.blocks[0].(para), s.blocks[1].(fold)
		if trails.printed {
			t.Errorf("%s: the trails are printed", lang)
		}
		for _, part := range []string{decimal(float64(len(c.ledger.figures)), 0), "F1–F", c.o.Command + " --format json"} {
			if !strings.Contains(said.text, part) {
				t.Errorf("%s: %q does not say %q", lang, said.text, part)
			}
		}
	}
}
