package coregen

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A folder gives the published files by their path in it, each read once.
type folder struct {
	dir   string
	bytes map[string][]byte
	hash  map[string]string // SHA-256 of the file as published
}

func newFolder(dir string) *folder {
	return &folder{dir: dir, bytes: map[string][]byte{}, hash: map[string]string{}}
}

// read returns the contents of a file, unpacked where its name ends in .gz.
func (f *folder) read(file string) ([]byte, error) {
	if b, ok := f.bytes[file]; ok {
		return b, nil
	}
	b, err := os.ReadFile(filepath.Join(f.dir, filepath.FromSlash(file)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("coregen: %s: no such file under %s; put it there, docs/data says where to get it", file, f.dir)
	}
	if err != nil {
		return nil, fmt.Errorf("coregen: %s: %w", file, err)
	}
	sum := sha256.Sum256(b)
	if strings.HasSuffix(file, ".gz") {
		if b, err = unpack(b); err != nil {
			return nil, fmt.Errorf("coregen: %s: %w; fetch the file again", file, err)
		}
	}
	f.bytes[file], f.hash[file] = b, hex.EncodeToString(sum[:])
	return b, nil
}

func unpack(b []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

// each reads a file as a table.
func (f *folder) each(file string, columns []string, row func(*record)) error {
	b, err := f.read(file)
	if err != nil {
		return err
	}
	return each(file, b, columns, row)
}
