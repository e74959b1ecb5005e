package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// dryName stands for the file of a table that was read and not written.
const dryName = "dry-run.parquet"

// stage reads a table and writes it beside what is there, named by its content.
func (j *job) stage(ctx context.Context, t found, m Manifest) (Stored, error) {
	rows, err := t.match.Read(t.part)
	if err != nil {
		return Stored{}, err
	}
	defer func() { _ = rows.Close() }()
	count := newTally(rows.Columns(), t.match.Layout.When)
	out := Stored{Table: t.match.Layout.Table, File: dryName, Source: origin(t)}
	if j.options.DryRun {
		err = rows.Each(ctx, func(row []source.Value) error { count.add(row); return nil })
	} else {
		err = j.write(ctx, rows, count, m, &out)
	}
	if err != nil {
		return Stored{}, err
	}
	if rows.Count() == 0 {
		return Stored{}, &source.FileError{File: t.part.Name(), Line: 2, Column: 1, Problem: "a header and no row", Remedy: "fetch the file again"}
	}
	out.Rows, out.First, out.Last = rows.Count(), count.first, count.last
	out.Columns, out.States = count.described(), count.states()
	return out, nil
}

func origin(t found) Origin {
	return Origin{
		File: filepath.Base(t.path), Part: t.part.Head.Sheet, SHA256: t.part.Head.SHA256,
		Bytes: t.part.Packed(), Verified: t.match.Verified,
	}
}

// write stages the file of a table.
func (j *job) write(ctx context.Context, rows *source.Rows, count *tally, m Manifest, out *Stored) error {
	dir, err := j.store.folder(m.Dataset, m.Edition)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, tempPrefix+"*")
	if err != nil {
		return err
	}
	j.staged = append(j.staged, f.Name())
	defer f.Close()
	w := newWriter(f, out.Table, rows.Columns(), map[string]string{
		"dataset": m.Dataset, "edition": m.Edition, "publisher": m.Publisher, "licence": m.Licence, "source_sha256": out.Source.SHA256,
	})
	err = rows.Each(ctx, func(row []source.Value) error {
		count.add(row)
		return w.add(row)
	})
	if err == nil {
		err = w.close()
	}
	if err != nil {
		return err
	}
	out.SHA256, out.Bytes = w.sum(), w.size
	out.File = strings.Join([]string{out.Table, out.SHA256[:12], "parquet"}, ".")
	if err := f.Chmod(0o644); err != nil {
		return err
	}
	path := filepath.Join(dir, out.File)
	if err := f.Close(); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	j.staged[len(j.staged)-1] = path
	return SyncFolder(dir)
}
