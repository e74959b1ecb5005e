package brief

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var (
	show = flag.String("show", "", "folder to write the fixture's briefs to, to look at")
	land = flag.String("land", "", "JSON file of outlines to draw instead of the fixture's")
)

// TestShow writes the fixture in every form for a person to look at.
func TestShow(t *testing.T) {
	if *show == "" {
		t.Skip("pass -show DIR to write the briefs")
	}
	for _, lang := range []string{"en", "ko"} {
		o := fixtureOptions(t, lang)
		if *land != "" {
			o.Outlines = readOutlines(t, *land)
		}
		var h, m, j bytes.Buffer
		for _, err := range []error{HTML(&h, fixture(), o), Markdown(&m, fixture(), o), JSON(&j, fixture(), o)} {
			if err != nil {
				t.Fatal(err)
			}
		}
		for ext, b := range map[string]*bytes.Buffer{"html": &h, "md": &m, "json": &j} {
			if err := os.WriteFile(filepath.Join(*show, "brief."+lang+"."+ext), b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func readOutlines(t *testing.T, file string) []Outline {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []Outline
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}
