package runs

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// Schema names the form of a manifest. Readers refuse a newer one.
const Schema = "shatterbelt/run/1"

// Manifest says what a run is and what came of it.
type Manifest struct {
	Schema  string   `json:"schema"`
	ID      string   `json:"id"`
	Title   string   `json:"title"`             // such as "explore KOR 2024"
	Command []string `json:"command,omitempty"` // as it was first given
	Identity
	Allowed  int      `json:"failures_allowed"` // experiments that may fail
	Started  string   `json:"started"`          // RFC 3339
	Finished string   `json:"finished,omitempty"`
	Seconds  float64  `json:"seconds,omitempty"`  // of work, over all sessions
	Sessions int      `json:"sessions,omitempty"` // of work that left results
	Failures int      `json:"failures"`
	Results  *Results `json:"results,omitempty"` // of a finished run
}

// Identity is what decides the results of a run.
type Identity struct {
	Program       string          `json:"program"` // name and version
	Recipe        json.RawMessage `json:"recipe"`  // what the program builds the model from
	Data          []Digest        `json:"data"`    // that the model was built from
	Design        string          `json:"design"`  // such as "latin hypercube"
	Seed          uint64          `json:"seed"`
	Futures       int             `json:"futures"`
	Uncertainties []Dimension     `json:"uncertainties"`
	Levers        []Dimension     `json:"levers,omitempty"`
	Policies      []Policy        `json:"policies"`
	Outcomes      []Outcome       `json:"outcomes"`
}

// Digest names an edition of a dataset by its content.
type Digest struct {
	Dataset string `json:"dataset"`
	Edition string `json:"edition,omitempty"`
	SHA256  string `json:"sha256"`
}

// Dimension is an uncertainty or lever.
type Dimension struct {
	Name    string    `json:"name"`
	Unit    string    `json:"unit,omitempty"`
	Min     float64   `json:"min"`
	Max     float64   `json:"max"`
	Default float64   `json:"default"`
	Log     bool      `json:"log,omitempty"`
	Shape   rdm.Shape `json:"shape,omitempty"`
	SD      float64   `json:"sd,omitempty"`
	Options []string  `json:"options,omitempty"`
	Ref     string    `json:"ref,omitempty"`
	EN      string    `json:"en,omitempty"`
	KO      string    `json:"ko,omitempty"`
}

// Policy is a policy and what it sets the levers to.
type Policy struct {
	Name   string    `json:"name"`
	Levers []float64 `json:"levers,omitempty"`
}

// Outcome is what an experiment reports.
type Outcome struct {
	Name   string `json:"name"`
	Unit   string `json:"unit,omitempty"`
	Higher bool   `json:"higher"` // more is better
	EN     string `json:"en,omitempty"`
	KO     string `json:"ko,omitempty"`
}

// Results is the file of a finished run.
type Results struct {
	Rows   int64  `json:"rows"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// Experiments is how many experiments the run has.
func (m *Manifest) Experiments() int { return m.Futures * len(m.Policies) }

func dimensions(dims []rdm.Dim) []Dimension {
	var out []Dimension
	for _, d := range dims {
		out = append(out, Dimension{d.Name, d.Unit, d.Min, d.Max, d.Default, d.Log, d.Shape, d.SD, d.Options, d.Ref, d.EN, d.KO})
	}
	return out
}

// describe fills in what a model says of itself.
func (i *Identity) describe(m rdm.Model) {
	i.Uncertainties = dimensions(m.Dims())
	levered, ok := m.(rdm.Levered)
	if ok {
		i.Levers = dimensions(levered.Levers())
	}
	for p, name := range m.Policies() {
		policy := Policy{Name: name}
		if ok {
			policy.Levers = levered.Setting(p)
		}
		i.Policies = append(i.Policies, policy)
	}
	for _, o := range m.Outcomes() {
		i.Outcomes = append(i.Outcomes, Outcome(o))
	}
}

// id makes the name of a run from a title and the digest of its identity.
func id(title string, i Identity) (string, error) {
	b, err := json.Marshal(i)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(b)
	return slug(title) + hex.EncodeToString(sum[:4]), nil
}

// slug is a title in lower-case letters, digits and hyphens, with one at its end.
func slug(title string) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return !('a' <= r && r <= 'z' || '0' <= r && r <= '9')
	})
	if len(words) == 0 {
		return "run-"
	}
	s := strings.Join(words, "-")
	return s[:min(len(s), 60)] + "-"
}

// safe is what an id is made of, so that none can step out of the folder.
var safe = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,99}$`)

// ManifestError says what is wrong with a manifest.
type ManifestError struct{ File, Problem, Remedy string }

func (e *ManifestError) Error() string {
	return fmt.Sprintf("runs: %s: %s; %s", e.File, e.Problem, e.Remedy)
}

func readManifest(dir string) (*Manifest, error) {
	path := filepath.Join(dir, manifestName)
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	m, err := parseManifest(path, b)
	if err == nil && m.ID != filepath.Base(dir) {
		err = &ManifestError{path, fmt.Sprintf("it is of the run %q", m.ID), "give the folder its name back"}
	}
	return m, err
}

// parseManifest reads a manifest and refuses what could not have been written.
func parseManifest(path string, b []byte) (*Manifest, error) {
	const remedy = "remove the folder and run again"
	var form struct {
		Schema string `json:"schema"`
	}
	if err := json.Unmarshal(b, &form); err != nil {
		return nil, &ManifestError{path, err.Error(), remedy}
	}
	if form.Schema != Schema {
		return nil, &ManifestError{path, fmt.Sprintf("its schema is %q; this program reads %s", form.Schema, Schema), "use a newer program"}
	}
	m := &Manifest{}
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(m); err != nil {
		return nil, &ManifestError{path, err.Error(), remedy}
	}
	switch {
	case !safe.MatchString(m.ID):
		return nil, &ManifestError{path, fmt.Sprintf("its id is %q", m.ID), remedy}
	case m.Futures < 1 || len(m.Policies) == 0 || len(m.Outcomes) == 0:
		return nil, &ManifestError{path, "it has no futures, policies or outcomes", remedy}
	}
	for _, p := range m.Policies {
		if len(p.Levers) != len(m.Levers) {
			return nil, &ManifestError{path, fmt.Sprintf("policy %q sets %d of %d levers", p.Name, len(p.Levers), len(m.Levers)), remedy}
		}
	}
	return m, nil
}

func missing(err error) bool { return errors.Is(err, fs.ErrNotExist) }
