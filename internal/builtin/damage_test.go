package builtin_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/internal/builtin"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
)

// few is how many lines of a published text are damaged; files in other forms
// are damaged whole.
const few = 60

// Damage to each published file, in each way that its form allows: nothing of it
// is imported, the fault has a place and a remedy, and not a byte of the store
// changes, which holds the sound file under the very edition the damaged one is
// given as.
func TestDamagedPublishedFilesLeaveTheStoreAlone(t *testing.T) {
	dir := testkit.Data(t)
	all := builtin.Datasets()
	files := 0
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		f, err := source.Open(context.Background(), path, source.DefaultLimits())
		if err != nil {
			return err
		}
		defer f.Close()
		for _, d := range all {
			if _, _, known := d.Known(f.SHA256); known {
				files++
				name, _ := filepath.Rel(dir, path)
				t.Run(name, func(t *testing.T) { damage(t, d, f, path) })
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 100 {
		t.Errorf("%d published files", files)
	}
}

func damage(t *testing.T, d source.Dataset, f *source.File, path string) {
	form, err := f.Form()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := form == source.Plain && !strings.HasSuffix(path, ".js")
	if text {
		data = begin(t, f)
	}
	s := store.Open(filepath.Join(t.TempDir(), "store"))
	o := store.Options{Datasets: []source.Dataset{d}, Edition: "sound", Renamed: true, Now: "2020-01-01T00:00:00Z", Limits: source.DefaultLimits()}
	if text {
		parts, _, err := f.Parts()
		if err != nil {
			t.Fatal(err)
		}
		m, _, err := source.Recognise([]source.Dataset{d}, parts[0], "")
		if err != nil {
			t.Fatal(err)
		}
		o.As = d.Key + "/" + m.Layout.Table
		if _, err := s.Import(context.Background(), []string{written(t, data)}, o); err != nil {
			t.Fatal(err)
		}
	}
	before := digest(t, s.Dir())
	for name, bad := range spoil(data, text) {
		r, err := s.Import(context.Background(), []string{written(t, bad)}, o)
		var refused *store.RefusedError
		switch {
		case len(r.Imported) > 0:
			t.Errorf("%s: imported %d rows", name, r.Imported[0].Rows())
		case errors.As(err, &refused) && !strings.Contains(err.Error(), "; "):
			t.Errorf("%s: no remedy in %v", name, err)
		case err == nil && len(r.Skipped) == 0, err != nil && refused == nil:
			t.Errorf("%s: %v, %+v", name, err, r)
		}
		if digest(t, s.Dir()) != before {
			t.Fatalf("%s: the store changed", name)
		}
	}
}

// begin is the beginning of a text, unpacked.
func begin(t *testing.T, f *source.File) []byte {
	t.Helper()
	r, err := f.Content()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, 1<<20))
	if err != nil {
		t.Fatal(err)
	}
	end := []byte("\n")
	if !bytes.Contains(b, end) {
		end = []byte("\r")
	}
	lines := bytes.SplitAfter(b, end)
	return bytes.Join(lines[:min(few, len(lines)-1)], nil)
}

// spoil damages a file: a text in its last line, others in their bytes.
func spoil(data []byte, text bool) map[string][]byte {
	out := map[string][]byte{
		"a web page": []byte("<!DOCTYPE html><title>Not found</title>"),
		"nothing":    {},
		"cut in two": data[:len(data)/2],
	}
	if !text {
		return out
	}
	delete(out, "cut in two") // which may be at the end of a line
	last := bytes.LastIndexAny(bytes.TrimRight(data, "\r\n"), "\r\n") + 1
	out["a line of zero bytes"] = append(bytes.Clone(data), 0, 0, 0, '\n')
	out["UTF-16 without a mark"] = []byte(strings.Join(strings.Split(string(data[:last]), ""), "\x00"))
	for _, comma := range []string{",", ";", "\t"} {
		if n := bytes.Count(data[last:], []byte(comma)); n > 1 {
			half := strings.Join(strings.SplitAfter(string(data[last:]), comma)[:(n+1)/2], "")
			out["cut off after a "+comma] = append(bytes.Clone(data), half...)
			out["a quotation mark left open after a "+comma] = append(bytes.Clone(data), half+`"never closed`...)
		}
	}
	return out
}

// written writes a file under a name that says nothing.
func written(t *testing.T, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// digest is the hash of every name and byte of a folder.
func digest(t *testing.T, dir string) string {
	t.Helper()
	h := sha256.New()
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil || e.IsDir() || e.Name() == ".lock" {
			return err
		}
		b, err := os.ReadFile(path)
		fmt.Fprintf(h, "%s %d\n", path, len(b))
		h.Write(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}
