package runs

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/parquet-go/parquet-go"
)

// UnfinishedError says that a run has no results to read yet.
type UnfinishedError struct{ ID string }

func (e *UnfinishedError) Error() string {
	return fmt.Sprintf("runs: %s is not finished; shatterbelt runs resume %s goes on with it", e.ID, e.ID)
}

// DamageError says that the results of a run are not what its manifest says.
type DamageError struct{ ID, Problem string }

func (e *DamageError) Error() string {
	return fmt.Sprintf("runs: the results of %s are damaged: %s; remove the run and run it again", e.ID, e.Problem)
}

// Reader reads the results of a finished run.
type Reader struct {
	*Manifest
	file    *os.File
	parquet *parquet.File
	columns []string
}

// Read opens the results of a run.
func (f *Folder) Read(s Status) (*Reader, error) {
	if s.Results == nil {
		return nil, &UnfinishedError{s.ID}
	}
	file, err := os.Open(f.Path(s))
	if err != nil {
		return nil, err
	}
	p, err := parquet.OpenFile(file, s.Results.Bytes, parquet.SkipPageIndex(true))
	if err == nil && p.NumRows() != s.Results.Rows {
		err = fmt.Errorf("%d rows; the manifest says %d", p.NumRows(), s.Results.Rows)
	}
	if err != nil {
		file.Close()
		return nil, &DamageError{s.ID, err.Error()}
	}
	r := &Reader{Manifest: s.Manifest, file: file, parquet: p}
	for _, c := range p.Root().Columns() {
		r.columns = append(r.columns, c.Name())
	}
	return r, nil
}

// Verify reports a [*DamageError] where the results of a run are not, to the last
// byte, those it was finished with.
func (f *Folder) Verify(s Status) error {
	if s.Results == nil {
		return &UnfinishedError{s.ID}
	}
	file, err := os.Open(f.Path(s))
	if err != nil {
		return err
	}
	defer file.Close()
	h := sha256.New()
	if _, err := io.Copy(h, file); err != nil {
		return err
	}
	if sum := hex.EncodeToString(h.Sum(nil)); sum != s.Results.SHA256 {
		return &DamageError{s.ID, "their SHA-256 is " + sum[:12] + ", and was " + s.Results.SHA256[:12]}
	}
	return nil
}

// Path is the file of a run's results.
func (f *Folder) Path(s Status) string { return filepath.Join(f.dir, s.ID, resultsName) }

// Close closes the file.
func (r *Reader) Close() error { return r.file.Close() }

// Columns names the columns in their order.
func (r *Reader) Columns() []string { return r.columns }

// Cell is a value of the results: text where Text is not empty, otherwise a number.
type Cell struct {
	Number float64
	Text   string
}

// Each calls a function with the cells of every row, in order. The slice is good
// until the next call.
func (r *Reader) Each(ctx context.Context, do func(cells []Cell) error) error {
	held := make([][]Cell, len(r.columns))
	row := make([]Cell, len(r.columns))
	for _, g := range r.parquet.RowGroups() {
		if err := ctx.Err(); err != nil {
			return err
		}
		for k, c := range g.ColumnChunks() {
			var err error
			if held[k], err = cellsOf(c, held[k][:0]); err == nil && int64(len(held[k])) != g.NumRows() {
				err = fmt.Errorf("%d values of %s in %d rows", len(held[k]), r.columns[k], g.NumRows())
			}
			if err != nil {
				return &DamageError{r.ID, err.Error()}
			}
		}
		for i := range int(g.NumRows()) {
			for k := range held {
				row[k] = held[k][i]
			}
			if err := do(row); err != nil {
				return err
			}
		}
	}
	return nil
}

// cellsOf reads one column of a group of rows.
func cellsOf(c parquet.ColumnChunk, out []Cell) (_ []Cell, err error) {
	defer func() { // the reader panics on some damaged files
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	pages := c.Pages()
	defer pages.Close()
	var buf [1024]parquet.Value
	texts := map[string]string{}
	for {
		p, err := pages.ReadPage()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return out, err
		}
		values := p.Values()
		for {
			n, err := values.ReadValues(buf[:])
			for _, v := range buf[:n] {
				out = append(out, cellOf(v, texts))
			}
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return out, err
			}
		}
		parquet.Release(p)
	}
}

// cellOf reads a value; a text that repeats is kept once.
func cellOf(v parquet.Value, texts map[string]string) Cell {
	switch v.Kind() {
	case parquet.Int64:
		return Cell{Number: float64(v.Int64())}
	case parquet.Double:
		return Cell{Number: v.Double()}
	}
	b := v.ByteArray()
	text, ok := texts[string(b)]
	if !ok {
		text = string(b)
		texts[text] = text
	}
	return Cell{Text: text}
}
