package brief

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

func written(t *testing.T, write func(io.Writer, study.Dossier, Options) error, d study.Dossier, lang string) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, d, fixtureOptions(t, lang)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestMarkdown(t *testing.T) {
	for _, lang := range []string{"en", "ko"} {
		testkit.Golden(t, "testdata/brief."+lang+".md", []byte(written(t, Markdown, fixture(), lang)))
	}
}

func TestJSON(t *testing.T) {
	var got struct {
		Schema, Lang string
		Findings     []struct {
			ID, Kind string
			Text     Passage
			Trail    entry
		}
		Dossier map[string]any
		Trails  []any
		Figures []any
		Sources []any
	}
	if err := json.Unmarshal([]byte(written(t, JSON, fixture(), "ko")), &got); err != nil {
		t.Fatal(err)
	}
	if got.Schema != Schema || got.Lang != "ko" || len(got.Sources) != 3 || len(got.Trails) == 0 || got.Dossier["schema"] != "shatterbelt/dossier/1" {
		t.Errorf("schema %q, language %q, %d sources, %d trails", got.Schema, got.Lang, len(got.Sources), len(got.Trails))
	}
	if want := len(Findings(fixture())); len(got.Findings) != want {
		t.Errorf("%d findings; want %d", len(got.Findings), want)
	}
	for _, f := range got.Findings {
		if f.Text.Lead == "" || f.Kind == "" || f.Trail.Finding != f.ID {
			t.Errorf("finding %+v is incomplete", f)
		}
		for _, n := range f.Trail.Figures {
			if n < 1 || n > len(got.Figures) {
				t.Errorf("%s points to figure %d of %d", f.ID, n, len(got.Figures))
			}
		}
	}
}

// strict parses markup as XML, with the void elements of HTML closed.
func strict(t *testing.T, name, markup string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(markup))
	d.AutoClose = []string{"meta"}
	d.Entity = map[string]string{"nbsp": "\u00a0"}
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
	}
}

var (
	figures = regexp.MustCompile(`(?s)<figure.*?</figure>`)
	svgs    = regexp.MustCompile(`(?s)<svg.*?</svg>`)
	ids     = regexp.MustCompile(` id="([^"]+)"`)
	links   = regexp.MustCompile(`href="#([^"]+)"`)
)

func TestHTML(t *testing.T) {
	for _, lang := range []string{"en", "ko"} {
		page := written(t, HTML, fixture(), lang)
		body := page[strings.Index(page, "<html"):]
		body = body[:strings.Index(body, "<meta")] + body[strings.Index(body, "<style"):]
		strict(t, lang, body)
		if !strings.Contains(page, `<html lang="`+lang+`">`) {
			t.Errorf("%s: the language is not set", lang)
		}
		for _, banned := range []string{"<script", "src=", "@import", "url(http", "NaN", "%!"} {
			if strings.Contains(page, banned) {
				t.Errorf("%s: the page holds %q", lang, banned)
			}
		}
		// Structure, a fan, reach, map, ranks, kinds, ties, swing, two crises, heat map,
		// regret.
		found := figures.FindAllString(page, -1)
		if len(found) != 12 {
			t.Errorf("%s: %d figures; want 12", lang, len(found))
		}
		for _, f := range found {
			for _, part := range []string{"<figcaption>", `role="img"`, "<title ", "<desc ", "<table", `scope="col"`, `scope="row"`, `class="source"`} {
				if !strings.Contains(f, part) {
					t.Errorf("%s: a figure has no %s: %.80s", lang, part, f)
				}
			}
			strict(t, lang+" figure", svgs.FindString(f))
		}
		anchors(t, lang, page)
	}
}

// anchors checks that no id is given twice and that every link leads somewhere.
func anchors(t *testing.T, lang, page string) {
	t.Helper()
	have := map[string]bool{}
	for _, m := range ids.FindAllStringSubmatch(page, -1) {
		if have[m[1]] {
			t.Errorf("%s: id %s is given twice", lang, m[1])
		}
		have[m[1]] = true
	}
	for _, m := range links.FindAllStringSubmatch(page, -1) {
		if !have[m[1]] {
			t.Errorf("%s: a link leads to %s, which is nowhere", lang, m[1])
		}
	}
}

func TestNoSentenceTwice(t *testing.T) {
	for _, lang := range []string{"en", "ko"} {
		c, err := newComposer(fixture(), fixtureOptions(t, lang))
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, f := range c.findings {
			p := c.said[f.ID]
			said = append(append(said, p.Lead), p.Why...)
		}
		for _, s := range c.document().sections {
			for _, b := range s.blocks {
				if f, ok := b.(figure); ok {
					said = append(said, f.title)
				}
			}
		}
		seen := map[string]bool{}
		for _, text := range said {
			for sentence := range strings.SplitSeq(text, ". ") {
				sentence = strings.Trim(sentence, " .")
				if seen[sentence] {
					t.Errorf("%s: said twice: %s", lang, sentence)
				}
				seen[sentence] = true
			}
		}
	}
}

func TestThinDossier(t *testing.T) {
	for _, write := range []func(io.Writer, study.Dossier, Options) error{HTML, Markdown, JSON} {
		if page := written(t, write, study.Dossier{State: kor, Version: "0.1.0", Year: 2023}, "en"); !strings.Contains(page, "South Korea") {
			t.Errorf("a brief without results does not name the state: %s", page)
		}
	}
	d := fixture()
	d.Comparison, d.Crises, d.Scores = study.Comparison{}, nil, nil
	page := written(t, HTML, d, "ko")
	for _, heading := range []string{"crisis-h", "strategies-h"} {
		if strings.Contains(page, heading) {
			t.Errorf("a section without a model is there: %s", heading)
		}
	}
}

func TestNoOutlineNoMap(t *testing.T) {
	o := fixtureOptions(t, "en")
	o.Outlines = nil
	var b bytes.Buffer
	if err := HTML(&b, fixture(), o); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), `id="fig-map"`) || !strings.Contains(b.String(), labelsEN.RankTable) {
		t.Error("without an outline the ranking stands in for the map")
	}
}

func TestRefused(t *testing.T) {
	tests := []struct {
		name   string
		change func(*Options)
		want   string
	}{
		{"another language", func(o *Options) { o.Lang = "fr" }, `"fr"`},
		{"no codes", func(o *Options) { o.Codes = nil }, "Options.Codes"},
	}
	for _, tt := range tests {
		o := fixtureOptions(t, "en")
		tt.change(&o)
		var b bytes.Buffer
		if err := HTML(&b, fixture(), o); err == nil || !strings.Contains(err.Error(), tt.want) || b.Len() > 0 {
			t.Errorf("%s: error %v after %d bytes", tt.name, err, b.Len())
		}
	}
}

func TestSameBytes(t *testing.T) {
	for _, write := range []func(io.Writer, study.Dossier, Options) error{HTML, Markdown, JSON} {
		first := written(t, write, fixture(), "en")
		if again := written(t, write, fixture(), "en"); again != first {
			t.Error("the same dossier gives two documents")
		}
	}
}

func TestArticles(t *testing.T) {
	for name, want := range map[string]bool{"United States": true, "United Kingdom": true, "China": false, "Philippines": true, "Czech Republic": true} {
		if takesArticle(name) != want {
			t.Errorf("takesArticle(%q) = %v", name, !want)
		}
	}
	v, err := newVoice(fixture(), fixtureOptions(t, "en"))
	if err != nil {
		t.Fatal(err)
	}
	if got := v.base().strategy("security-a-economy-b"); got != "Security with the United States, economy with China" {
		t.Errorf("strategy title is %q", got)
	}
	if got := v.base().name(ir.CCode(999)); got != "999" {
		t.Errorf("a state of no list is %q", got)
	}
}
