package cite

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

//go:embed references.bib
var embedded []byte

// Work is one entry of the bibliography. Fields that a work lacks are "".
type Work struct {
	Key  string // such as "singer1972"
	Type string // such as "article", in lower case

	Author, Editor string // names joined by " and ", family name first
	Organization   string // where no person signs
	Title          string
	Year           string
	Journal        string
	BookTitle      string
	Volume, Number string
	Pages          string
	Edition        string
	Series         string
	Publisher      string
	Institution    string
	Address        string
	HowPublished   string
	DOI, URL       string
	Note           string
}

// bibliography parses the embedded file once. A broken file is a bug of ours.
var bibliography = sync.OnceValue(func() []Work {
	works, err := Parse(embedded)
	if err != nil {
		panic(fmt.Sprintf("cite: references.bib: %v", err))
	}
	slices.SortFunc(works, func(a, b Work) int { return cmp.Compare(a.Key, b.Key) })
	return works
})

// All returns every work, by key.
func All() []Work { return slices.Clone(bibliography()) }

// Lookup returns the work with a key.
func Lookup(key string) (Work, bool) {
	works := bibliography()
	i, ok := slices.BinarySearchFunc(works, key, func(w Work, k string) int { return cmp.Compare(w.Key, k) })
	if !ok {
		return Work{}, false
	}
	return works[i], true
}

// fields names the fields as BibTeX does, in the order they are written.
func (w *Work) fields() []struct {
	name  string
	value *string
} {
	return []struct {
		name  string
		value *string
	}{
		{"author", &w.Author}, {"editor", &w.Editor}, {"organization", &w.Organization},
		{"title", &w.Title}, {"year", &w.Year},
		{"journal", &w.Journal}, {"booktitle", &w.BookTitle},
		{"volume", &w.Volume}, {"number", &w.Number}, {"pages", &w.Pages},
		{"edition", &w.Edition}, {"series", &w.Series},
		{"publisher", &w.Publisher}, {"institution", &w.Institution}, {"address", &w.Address},
		{"howpublished", &w.HowPublished}, {"doi", &w.DOI}, {"url", &w.URL}, {"note", &w.Note},
	}
}

// BibTeX writes the work as a BibTeX entry, which [Parse] reads back unchanged.
func (w Work) BibTeX() string {
	var b strings.Builder
	fmt.Fprintf(&b, "@%s{%s,\n", w.Type, w.Key)
	for _, f := range w.fields() {
		if *f.value != "" {
			fmt.Fprintf(&b, "  %s = {%s},\n", f.name, *f.value)
		}
	}
	b.WriteString("}\n")
	return b.String()
}
