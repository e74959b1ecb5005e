package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
)

// Schema names the form of a manifest. Readers refuse a newer one.
const Schema = "shatterbelt/manifest/1"

// Manifest says what one edition of a dataset in the store is and where it came
// from.
type Manifest struct {
	Schema    string   `json:"schema"`
	Dataset   string   `json:"dataset"`
	Edition   string   `json:"edition"`
	Verified  bool     `json:"verified"` // every file has a hash that the program knows
	Title     string   `json:"title"`
	Publisher string   `json:"publisher"`
	Licence   string   `json:"licence"`
	Cite      string   `json:"cite"` // key in the bibliography
	URL       string   `json:"url"`
	Note      string   `json:"note,omitempty"`
	Imported  string   `json:"imported"` // when, as the caller said
	Program   string   `json:"program"`  // version that imported it
	Tables    []Stored `json:"tables"`
	// Mapping is the text of the mapping that declares a user's own dataset, and
	// Citation how to cite it.
	Mapping  string `json:"mapping,omitempty"`
	Citation string `json:"citation,omitempty"`
}

// Own reports whether a user declared the dataset by a mapping.
func (m Manifest) Own() bool { return m.Mapping != "" }

// Stored is one table of an edition.
type Stored struct {
	Table   string   `json:"table"`
	File    string   `json:"file"`   // within the folder of the edition
	SHA256  string   `json:"sha256"` // of that file
	Bytes   int64    `json:"bytes"`
	Rows    int64    `json:"rows"`
	First   ir.Year  `json:"first,omitempty"` // the years it is about
	Last    ir.Year  `json:"last,omitempty"`
	Source  Origin   `json:"source"`
	Columns []Column `json:"columns"`
	States  []States `json:"states,omitempty"`
}

// Origin is the file a table was read from.
type Origin struct {
	File     string `json:"file"` // base name; no folder of the user's
	Part     string `json:"part,omitempty"`
	SHA256   string `json:"sha256"`
	Bytes    int64  `json:"bytes"`
	Verified bool   `json:"verified"`
}

// Column describes a column as stored.
type Column struct {
	Name    string   `json:"name"`
	Type    string   `json:"type"`
	Unit    string   `json:"unit,omitempty"`
	Code    string   `json:"code,omitempty"`
	Missing []string `json:"missing,omitempty"` // marks that stood for a missing value
	Nulls   int64    `json:"nulls,omitempty"`
	Note    string   `json:"note,omitempty"`
}

// States says how many states a column of codes or names names, and what it
// names that is none.
type States struct {
	Column  string    `json:"column"`
	Matched int       `json:"matched"`
	Other   []Unknown `json:"other,omitempty"`   // regions, territories without a number
	Unknown []Unknown `json:"unknown,omitempty"` // not understood
}

// Unknown is a code or name with the number of rows it stands in.
type Unknown struct {
	Text string `json:"text"`
	Rows int64  `json:"rows"`
}

// Rows is the number of rows in all tables.
func (m Manifest) Rows() int64 {
	n := int64(0)
	for _, t := range m.Tables {
		n += t.Rows
	}
	return n
}

// Years is the first and last year of any table, 0 where none tells.
func (m Manifest) Years() (first, last ir.Year) {
	for _, t := range m.Tables {
		if t.First == 0 && t.Last == 0 {
			continue
		}
		if first == 0 || t.First < first {
			first = t.First
		}
		last = max(last, t.Last)
	}
	return first, last
}

// Table finds a table by name.
func (m Manifest) Table(name string) (Stored, bool) {
	i := slices.IndexFunc(m.Tables, func(t Stored) bool { return t.Table == name })
	if i < 0 {
		return Stored{}, false
	}
	return m.Tables[i], true
}

// ManifestError says what is wrong with a manifest in the store.
type ManifestError struct{ File, Problem, Remedy string }

func (e *ManifestError) Error() string {
	return fmt.Sprintf("store: %s: %s; %s", e.File, e.Problem, e.Remedy)
}

func readManifest(path string) (Manifest, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return Manifest{}, err
	}
	m, err := parseManifest(path, b)
	if err != nil {
		return Manifest{}, err
	}
	dir := filepath.Dir(path)
	if m.Edition != filepath.Base(dir) || m.Dataset != filepath.Base(filepath.Dir(dir)) {
		return Manifest{}, &ManifestError{path, fmt.Sprintf("it is of %s %s", m.Dataset, m.Edition), "remove the folder and import again"}
	}
	return m, nil
}

// parseManifest reads a manifest and refuses what could not have been written.
func parseManifest(path string, b []byte) (Manifest, error) {
	const again = "remove the folder and import again"
	var m Manifest
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	err := d.Decode(&m)
	if _, more := d.Token(); err == nil && !errors.Is(more, io.EOF) {
		err = errors.New("more follows the manifest")
	}
	if err != nil || m.Schema != Schema {
		return Manifest{}, unread(path, b, err)
	}
	for _, t := range m.Tables {
		if !safe.MatchString(t.Table) || !safe.MatchString(t.File) || !strings.HasSuffix(t.File, ".parquet") {
			return Manifest{}, &ManifestError{path, fmt.Sprintf("table %q in file %q", t.Table, t.File), again}
		}
	}
	return m, nil
}

// unread says why a manifest could not be read: first of all by its schema, since
// nothing else in a newer one can be judged.
func unread(path string, b []byte, fault error) *ManifestError {
	var form struct {
		Schema string `json:"schema"`
	}
	if err := json.Unmarshal(b, &form); err == nil && form.Schema != Schema {
		return &ManifestError{path, fmt.Sprintf("its schema is %q; this program reads %s", form.Schema, Schema), "use a newer program"}
	}
	return &ManifestError{path, fault.Error(), "remove the folder and import again"}
}

// commit makes a manifest count.
func (s *Store) commit(m Manifest) error {
	dir, err := s.folder(m.Dataset, m.Edition)
	if err != nil {
		return err
	}
	b, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	return Replace(filepath.Join(dir, manifestName), append(b, '\n'))
}
