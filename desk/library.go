package desk

import (
	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/internal/builtin"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/cite"
	"github.com/shatterbelt/shatterbelt/trace/prov"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// Work is an entry of the bibliography.
type Work struct {
	Key    string `json:"key"`
	Text   string `json:"text"`
	BibTeX string `json:"bibtex"`
	DOI    string `json:"doi,omitempty"`
	URL    string `json:"url,omitempty"`
}

// Works are entries of the bibliography.
type Works struct {
	Schema string `json:"schema"`
	Works  []Work `json:"works"`
}

// Cited lists works by key, all of them when none is named.
func Cited(keys []string) (Works, error) {
	out := Works{Schema: "shatterbelt/cite/1"}
	works := cite.All()
	if len(keys) > 0 {
		works = nil
		for _, key := range keys {
			w, ok := cite.Lookup(key)
			if !ok {
				var known []string
				for _, w := range cite.All() {
					known = append(known, w.Key)
				}
				return out, &UnknownError{"work", key, yamlfile.Suggest(key, known)}
			}
			works = append(works, w)
		}
	}
	for _, w := range works {
		out.Works = append(out.Works, Work{w.Key, w.Text(), w.BibTeX(), w.DOI, w.URL})
	}
	return out, nil
}

// Table is a row for each work.
func (w Works) Table() Table {
	t := Table{Columns: []string{"key", "text", "doi", "url"}}
	for _, x := range w.Works {
		t.add(x.Key, x.Text, x.DOI, x.URL)
	}
	return t
}

// Data is what every answer rests on.
type Data struct {
	Schema string `json:"schema"`
	// Datasets are the imported editions in use, none where the embedded core
	// stands alone.
	Datasets []DatasetInUse `json:"datasets"`
	// Used and LeftOut tell, indicator by indicator, what the imported editions
	// gave and what was not taken, and why.
	Used    []dataset.Used    `json:"used"`
	LeftOut []dataset.LeftOut `json:"left_out"`
	// Sources are those of every figure in use, embedded and imported.
	Sources []prov.Source `json:"sources"`
	First   ir.Year       `json:"first"`
	Last    ir.Year       `json:"last"`
	// Outlines and Borders say what the map draws and how.
	Outlines string `json:"outlines"`
	Borders  string `json:"borders"`
}

// DatasetInUse is an imported edition in use.
type DatasetInUse struct {
	Name      string  `json:"name"`
	Version   string  `json:"version"`
	Title     string  `json:"title"`
	Publisher string  `json:"publisher"`
	Licence   string  `json:"licence"`
	URL       string  `json:"url"`
	First     ir.Year `json:"first"`
	Last      ir.Year `json:"last"`
	Verified  bool    `json:"verified"`
}

// Data tells what every answer rests on.
func (d *Desk) Data() (Data, error) {
	first, last := d.Figures().Span()
	out := Data{
		Schema: "shatterbelt/data/1", Datasets: []DatasetInUse{}, Used: append([]dataset.Used{}, d.From.Used...), LeftOut: append([]dataset.LeftOut{}, d.From.LeftOut...),
		Sources: d.Figures().Sources(), First: first, Last: last,
		Outlines: "Natural Earth 1:110m, public domain", Borders: BordersNote,
	}
	out.Sources = append(out.Sources, d.also...)
	known, err := dataset.Known(d.store, builtin.Datasets())
	if err != nil {
		return out, err
	}
	current, err := d.store.Current(known)
	if err != nil {
		return out, err
	}
	for _, m := range current {
		from, to := m.Years()
		out.Datasets = append(out.Datasets, DatasetInUse{m.Dataset, m.Edition, m.Title, m.Publisher, m.Licence, m.URL, from, to, m.Verified})
	}
	return out, nil
}

// Table is a row for each source.
func (d Data) Table() Table {
	t := Table{Columns: []string{"key", "publisher", "title", "edition", "licence", "url", "cite", "note"}}
	for _, s := range d.Sources {
		t.add(s.Key, s.Publisher, s.Title, s.Edition, s.Licence, s.URL, s.Cite, s.Note)
	}
	return t
}

// BordersNote says what borders the map draws.
const BordersNote = "Borders are drawn as Natural Earth draws them at 1:110 million, which follows who holds a territory in fact and takes no position on who should. Disputed territories may be drawn otherwise elsewhere."

// Outlines are the outlines of states as GeoJSON.
type Outlines struct {
	Type string `json:"type" enum:"FeatureCollection"`
	// Note says what borders are drawn.
	Note     string    `json:"note"`
	Source   string    `json:"source"`
	Features []Outline `json:"features"`
}

// Outline is the outline of a state or territory. Its rings are to be filled by
// the even-odd rule.
type Outline struct {
	Type       string          `json:"type" enum:"Feature"`
	Properties OutlineOf       `json:"properties"`
	Geometry   OutlineGeometry `json:"geometry"`
}

// OutlineOf says whose outline it is; the code is 0 and ISO "" where it is no
// state of the figures.
type OutlineOf struct {
	CCode ir.CCode `json:"ccode"`
	ISO   string   `json:"iso"`
	Name  string   `json:"name"`
}

// OutlineGeometry is a list of polygons of one ring each.
type OutlineGeometry struct {
	Type        string           `json:"type" enum:"MultiPolygon"`
	Coordinates [][][][2]float64 `json:"coordinates"`
}

// Outlines are what maps are drawn from.
func (d *Desk) Outlines() (Outlines, error) {
	out := Outlines{Type: "FeatureCollection", Note: BordersNote, Source: "Natural Earth 1:110m, public domain"}
	shapes, err := core.Geometry()
	if err != nil {
		return out, err
	}
	codes := map[string]ir.CCode{}
	for _, st := range d.Figures().Codes().All() {
		codes[st.ISO] = st.CCode
	}
	for _, s := range shapes {
		f := Outline{Type: "Feature", Properties: OutlineOf{codes[s.ISO], s.ISO, s.Name}, Geometry: OutlineGeometry{Type: "MultiPolygon", Coordinates: [][][][2]float64{}}}
		for _, ring := range s.Rings {
			f.Geometry.Coordinates = append(f.Geometry.Coordinates, [][][2]float64{ring})
		}
		out.Features = append(out.Features, f)
	}
	return out, nil
}
