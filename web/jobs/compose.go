package jobs

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/shatterbelt/shatterbelt/brief"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// Langs are the languages of a brief.
var Langs = []string{"en", "ko"}

// renderers write a dossier in each format that is kept, by its file's ending.
var renderers = []struct {
	ending string
	write  func(io.Writer, study.Dossier, brief.Options) error
}{{"html", brief.HTML}, {"md", brief.Markdown}, {"json", brief.JSON}}

// compose computes a brief and keeps it in every language and format.
func (j *Jobs) compose(ctx context.Context, job *Job) error {
	x := job.bound
	e := x.Exploring
	var err error
	if e.Records, err = j.desk.Records(ctx, ir.Year(x.Recipe.Year)); err != nil {
		return err
	}
	e.Progress = func(done, total int) { job.progress(j.now(), done, total) }
	d, err := study.Compile(ctx, j.desk.Figures(), x.State.CCode, ir.Year(x.Recipe.Year), e)
	if err != nil {
		return err
	}
	job.stage("writing")
	for _, lang := range Langs {
		o, err := j.desk.Options(lang, x.Command(string(Brief), "--lang", lang))
		if err != nil {
			return err
		}
		for _, r := range renderers {
			var b bytes.Buffer
			if err := r.write(&b, d, o); err != nil {
				return err
			}
			if err := store.Replace(j.document(job.ID, lang, r.ending), b.Bytes()); err != nil {
				return err
			}
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}

// document is the file of a brief.
func (j *Jobs) document(id, lang, ending string) string {
	return filepath.Join(j.dir, id, "brief-"+lang+"."+ending)
}

// Document returns a finished brief in a language and a format: html, md or json.
func (j *Jobs) Document(id, lang, format string) ([]byte, error) {
	job, ok := j.Job(id)
	switch {
	case !ok:
		return nil, &NotFoundError{id}
	case job.Kind != Brief:
		return nil, &StateError{id, job.State(), "it is no brief; ask for one of kind brief"}
	case job.State() != Finished:
		return nil, &StateError{id, job.State(), "wait until it is finished"}
	}
	b, err := os.ReadFile(j.document(id, lang, format))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("jobs: %s has no document in %s as %s: %w", id, lang, format, err)
	}
	return b, err
}
