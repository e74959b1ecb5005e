package brief

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Schema names the layout of the JSON brief.
const Schema = "shatterbelt/brief/1"

// Options say how a dossier is to be written.
type Options struct {
	Lang     string        // "en" or "ko"
	Command  string        // the command line that made the brief, for its stamp
	Sources  []prov.Source // of the panel, so that figures can name theirs
	Codes    *ir.Codes     // names of states; required
	Outlines []Outline     // land for the map; without the state's there is no map
	Capitals []Place       // stand in for states that have no outline

	// Indicators of the panel, so that figures go by their labels; one without
	// goes by its name.
	Indicators []panel.Indicator
}

// HTML writes the brief as one self-contained page: pictures inline, styles
// inside, no scripts, fit for print. Nothing is written if the brief cannot be
// made.
func HTML(w io.Writer, d study.Dossier, o Options) error {
	return render(w, d, o, htmlPage)
}

// Markdown writes the brief as Markdown. A picture is given as its title, the
// data behind it and its source.
func Markdown(w io.Writer, d study.Dossier, o Options) error {
	return render(w, d, o, markdownPage)
}

func render(w io.Writer, d study.Dossier, o Options, page func(document) []byte) error {
	c, err := newComposer(d, o)
	if err != nil {
		return err
	}
	_, err = w.Write(page(c.document()))
	return err
}

// jsonBrief is the brief as data.
type jsonBrief struct {
	Schema   string        `json:"schema"`
	Lang     string        `json:"lang"`
	Title    string        `json:"title"`
	Command  string        `json:"command,omitempty"`
	Findings []jsonFinding `json:"findings"`
	Dossier  any           `json:"dossier"`
	Trails   []any         `json:"trails"`  // the dossier points here, from 1
	Figures  []any         `json:"figures"` // findings and trails point here, from 1
	Sources  []prov.Source `json:"sources"`
}

type jsonFinding struct {
	Finding
	Text  Passage `json:"text"`
	Trail entry   `json:"trail"`
}

// JSON writes the findings with their text in the language, the whole dossier,
// and once each the trails, figures and sources behind them.
func JSON(w io.Writer, d study.Dossier, o Options) error {
	c, err := newComposer(d, o)
	if err != nil {
		return err
	}
	t, err := intern(d, c.ledger.figures)
	if err != nil {
		return err
	}
	doc := jsonBrief{
		Schema: Schema, Lang: o.Lang, Title: c.v.heading(d.State, c.l.pair.A, c.l.pair.B), Command: o.Command,
		Dossier: t.dossier, Trails: t.trails, Figures: t.figures, Sources: []prov.Source{},
	}
	for i, f := range c.findings {
		doc.Findings = append(doc.Findings, jsonFinding{f, c.said[f.ID], c.ledger.entries[i]})
	}
	for _, key := range c.sourceKeys() {
		for _, s := range o.Sources {
			if s.Key == key {
				doc.Sources = append(doc.Sources, s)
			}
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(doc); err != nil {
		return fmt.Errorf("brief: a finding holds a number that JSON cannot (NaN or infinite): %w", err)
	}
	_, err = w.Write(b.Bytes())
	return err
}
