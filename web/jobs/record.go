package jobs

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/desk"
)

// Schema names the form of what is written down of a job.
const Schema = "shatterbelt/job/1"

const schemaStem = "shatterbelt/job/"

// recordName is the file of a job in its folder.
const recordName = "job.json"

// record is what is written down of a job, before it is begun and once it is over.
type record struct {
	Schema  string      `json:"schema"`
	Kind    Kind        `json:"kind"`
	Recipe  desk.Recipe `json:"recipe"`
	Size    desk.Size   `json:"size"`
	Names   []string    `json:"strategies"`
	Command string      `json:"command"`
	State   State       `json:"state"` // waiting until it is over
	Problem string      `json:"problem,omitempty"`
	AskedAt string      `json:"asked"`
	BeganAt string      `json:"began,omitempty"`
	EndedAt string      `json:"ended,omitempty"`
}

// RecordError says what is wrong with what was written down of a job.
type RecordError struct{ File, Problem, Remedy string }

func (e *RecordError) Error() string { return e.File + ": " + e.Problem + "; " + e.Remedy }

// write writes a record down, whole or not at all.
func (r *record) write(dir string) error {
	b, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	return store.Replace(filepath.Join(dir, recordName), append(b, '\n'))
}

// readRecord reads what was written down in a folder; ok is false where nothing was.
func readRecord(dir string) (r record, ok bool, err error) {
	file := filepath.Join(dir, recordName)
	b, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return r, false, nil
	}
	if err != nil {
		return r, false, err
	}
	if err := json.Unmarshal(b, &r); err != nil {
		return r, false, &RecordError{file, "not what is written down of a job: " + err.Error(), "remove its folder"}
	}
	if r.Schema != Schema {
		return r, false, &RecordError{file, fmt.Sprintf("schema is %q", r.Schema), remedy(r.Schema)}
	}
	return r, true, nil
}

func remedy(schema string) string {
	if n, err := strconv.Atoi(strings.TrimPrefix(schema, schemaStem)); err == nil && n > 1 {
		return "it is newer than this program reads; upgrade shatterbelt"
	}
	return "remove its folder"
}
