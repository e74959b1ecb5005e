package runs

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"os"
	"path/filepath"

	"github.com/parquet-go/parquet-go/encoding/thrift"

	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/rdm"
)

// writer puts the results of a run on disk, a group at a time. It is a sink.
type writer struct {
	dir     string
	m       *Manifest
	encoder *encoder
	file    *os.File
	journal *os.File
	hash    hash.Hash // of the file so far
	entries journal
	session int
	clock   func() float64 // seconds since the session began
	futures int            // done
	failed  []Failure      // since the last group
}

// openWriter takes up what is there of a run, or begins it.
func openWriter(dir string, m *Manifest, clock func() float64) (w *writer, err error) {
	l, err := newLayout(m)
	if err != nil {
		return nil, err
	}
	w = &writer{dir: dir, m: m, hash: sha256.New(), clock: clock}
	if w.encoder, err = newEncoder(l); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			w.close()
		}
	}()
	if w.file, err = openPartial(dir); err != nil {
		return nil, err
	}
	kept, err := readJournal(dir)
	if err != nil && !missing(err) {
		return nil, err
	}
	if err := w.verify(kept); err != nil {
		return nil, err
	}
	w.session = w.entries.session() + 1
	if len(kept) > 0 {
		w.session = kept.session() + 1
	}
	w.futures = w.entries.futures()
	return w, w.rewriteJournal()
}

// openPartial opens the results so far. A run that was killed between finishing
// its file and saying so has the file under its last name.
func openPartial(dir string) (*os.File, error) {
	partial := filepath.Join(dir, partialName)
	if _, err := os.Stat(partial); missing(err) {
		if err := os.Rename(filepath.Join(dir, resultsName), partial); err != nil && !missing(err) {
			return nil, err
		}
	}
	return os.OpenFile(partial, os.O_CREATE|os.O_RDWR, 0o644)
}

// verify keeps the groups whose bytes are as the journal says, up to the first that
// is not, and cuts off the rest.
func (w *writer) verify(kept journal) error {
	if _, err := w.file.WriteAt([]byte(magic), 0); err != nil {
		return err
	}
	w.hash.Write([]byte(magic))
	for _, e := range kept {
		b := make([]byte, e.Bytes)
		if _, err := w.file.ReadAt(b, e.Offset); err != nil || hexSum(b) != e.SHA256 {
			break
		}
		w.hash.Write(b)
		w.entries = append(w.entries, e)
	}
	return w.file.Truncate(w.entries.end())
}

func hexSum(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// rewriteJournal leaves in the journal what counts, and opens it for more.
func (w *writer) rewriteJournal() error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	for _, e := range w.entries {
		if err := enc.Encode(e); err != nil {
			return err
		}
	}
	path := filepath.Join(w.dir, journalName)
	if err := store.Replace(path, b.Bytes()); err != nil {
		return err
	}
	var err error
	w.journal, err = os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0o644)
	return err
}

// Chunk adds the results of a chunk, and writes a group when it is whole.
func (w *writer) Chunk(c *rdm.Chunk) error {
	w.encoder.add(c)
	for _, f := range c.Failures {
		w.failed = append(w.failed, Failure{f.Future, f.Policy, f.Err.Error()})
	}
	w.futures += c.N
	if w.futures == w.m.Futures || w.futures%futuresInGroup(len(w.m.Policies)) == 0 {
		return w.flush()
	}
	return nil
}

// flush writes a group, makes it last, and then lets it count.
func (w *writer) flush() error {
	body, g, err := w.encoder.group()
	if err != nil {
		return err
	}
	e := entry{
		Session: w.session, Futures: w.futures, Offset: w.entries.end(), Bytes: int64(len(body)),
		SHA256: hexSum(body), Failures: w.failed,
	}
	shift(g, e.Offset-int64(len(magic)), len(w.entries))
	if e.Group, err = thrift.Marshal(new(thrift.CompactProtocol), g); err != nil {
		return err
	}
	if _, err := w.file.WriteAt(body, e.Offset); err != nil {
		return err
	}
	if err := w.file.Sync(); err != nil {
		return err
	}
	w.hash.Write(body)
	e.Seconds = w.clock()
	line, err := json.Marshal(e)
	if err != nil {
		return err
	}
	if _, err := w.journal.Write(append(line, '\n')); err != nil {
		return err
	}
	w.entries, w.failed = append(w.entries, e), nil
	return w.journal.Sync()
}

// finish ends the file, gives it its name and fills the manifest in.
func (w *writer) finish() error {
	groups := make([][]byte, len(w.entries))
	for i, e := range w.entries {
		groups[i] = e.Group
	}
	end, rows, err := w.encoder.ending(groups)
	if err != nil {
		return err
	}
	if rows != int64(w.m.Experiments()) {
		return fmt.Errorf("runs: %s has %d rows; want %d (a bug; please report it)", w.m.ID, rows, w.m.Experiments())
	}
	if _, err := w.file.WriteAt(end, w.entries.end()); err != nil {
		return err
	}
	if err := w.file.Sync(); err != nil {
		return err
	}
	w.hash.Write(end)
	if err := w.writeFailures(); err != nil {
		return err
	}
	if err := os.Rename(filepath.Join(w.dir, partialName), filepath.Join(w.dir, resultsName)); err != nil {
		return err
	}
	w.m.Results = &Results{Rows: rows, Bytes: w.entries.end() + int64(len(end)), SHA256: hex.EncodeToString(w.hash.Sum(nil))}
	w.m.Seconds, w.m.Sessions, w.m.Failures = w.entries.seconds(), w.session, w.entries.failures()
	return store.SyncFolder(w.dir)
}

func (w *writer) writeFailures() error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	for _, e := range w.entries {
		for _, f := range e.Failures {
			if err := enc.Encode(f); err != nil {
				return err
			}
		}
	}
	if b.Len() == 0 {
		return nil
	}
	return store.Replace(filepath.Join(w.dir, failuresName), b.Bytes())
}

func (w *writer) close() {
	for _, f := range []*os.File{w.file, w.journal} {
		if f != nil {
			_ = f.Close()
		}
	}
}
