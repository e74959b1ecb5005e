package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Check is what verifying one table found; Problem is "" where nothing changed.
type Check struct {
	Dataset  string `json:"dataset"`
	Edition  string `json:"edition"`
	Table    string `json:"table"`
	Verified bool   `json:"verified"` // read from a file whose hash is known
	Problem  string `json:"problem,omitempty"`
}

// ChangedError says that stored files are not as their manifests say.
type ChangedError struct{ Checks []Check }

func (e *ChangedError) Error() string {
	c := e.Checks[0]
	return fmt.Sprintf("store: %s %s %s: %s; remove the edition and import it again (%d tables in all)", c.Dataset, c.Edition, c.Table, c.Problem, len(e.Checks))
}

// Verify reads every stored file, or those of one dataset, and compares it with
// its manifest. A file that changed is a [*ChangedError] beside the checks.
func (s *Store) Verify(ctx context.Context, dataset string) ([]Check, error) {
	folders, err := s.folders()
	if err != nil {
		return nil, err
	}
	var all, bad []Check
	for _, dir := range folders {
		name, edition := filepath.Base(filepath.Dir(dir)), filepath.Base(dir)
		if dataset != "" && name != dataset {
			continue
		}
		checks, err := s.verify(ctx, name, edition, dir)
		if err != nil {
			return all, err
		}
		all = append(all, checks...)
	}
	for _, c := range all {
		if c.Problem != "" {
			bad = append(bad, c)
		}
	}
	switch {
	case len(bad) > 0:
		return all, &ChangedError{bad}
	case dataset != "" && len(all) == 0:
		return nil, &NotFoundError{dataset, "", nil}
	}
	return all, nil
}

func (s *Store) verify(ctx context.Context, name, edition, dir string) ([]Check, error) {
	m, err := readManifest(filepath.Join(dir, manifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var wrong *ManifestError
	switch {
	case errors.As(err, &wrong):
		return []Check{{Dataset: name, Edition: edition, Table: manifestName, Problem: wrong.Problem}}, nil
	case err != nil:
		return nil, err
	}
	var out []Check
	for _, t := range m.Tables {
		c := Check{Dataset: m.Dataset, Edition: m.Edition, Table: t.Table, Verified: t.Source.Verified}
		c.Problem, err = compare(ctx, filepath.Join(dir, t.File), t)
		if err != nil {
			return out, err
		}
		out = append(out, c)
	}
	return out, nil
}

// compare says how a stored file differs from its entry, or "".
func compare(ctx context.Context, path string, t Stored) (string, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "the file is gone", nil
	}
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	n := int64(0)
	buf := make([]byte, 1<<20)
	for {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		k, err := f.Read(buf)
		h.Write(buf[:k])
		n += int64(k)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", err
		}
	}
	switch {
	case n != t.Bytes:
		return fmt.Sprintf("%d bytes; the manifest says %d", n, t.Bytes), nil
	case hex.EncodeToString(h.Sum(nil)) != t.SHA256:
		return "its content changed since it was imported", nil
	}
	return "", nil
}
