package store

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// Pulled is a file that was fetched.
type Pulled struct {
	Path    string // in the store, until the import is done
	Edition string
	SHA256  string
	// Changed says that the publisher's file is not the one that the edition
	// lists: a newer one, or a damaged one.
	Changed bool
	// Unknown says that no hash of the file is known, so that it is imported as
	// unverified.
	Unknown bool
}

// NoAddressError says that an edition has no address to fetch from.
type NoAddressError struct {
	Dataset, Edition, URL, Get string
	Others                     []string // editions that have one
}

func (e *NoAddressError) Error() string {
	get := "get it from " + e.URL
	if e.Get != "" {
		get += ": " + e.Get
	}
	text := fmt.Sprintf("store: %s %s has no stable address to fetch from; %s; then shatterbelt data import FILE", e.Dataset, e.Edition, get)
	if len(e.Others) > 0 {
		text += fmt.Sprintf(" (--version %s has an address)", strings.Join(e.Others, " or "))
	}
	return text
}

// ChangedFileError says that a publisher's file is no longer the one known.
type ChangedFileError struct{ File, Edition, URL, Path, SHA256, Want string }

func (e *ChangedFileError) Error() string {
	return fmt.Sprintf("%s: no longer gives %s of edition %s (SHA-256 %s; known %s); look at what changed in %s, then pull it with --accept-new --version NAME",
		e.URL, e.File, e.Edition, e.SHA256, e.Want, e.Path)
}

const pullFolder = ".pull"

// Pull fetches the files of an edition, the newest where none is named. A file
// that is in the store already is not fetched again, and an archive that holds
// several of them is fetched once. A file whose hash is not the one listed is a
// [*ChangedFileError] unless accept is set, and so is whatever no hash is known
// of once some of it is in the store.
func (s *Store) Pull(ctx context.Context, p Puller, d source.Dataset, edition string, accept bool) ([]Pulled, error) {
	e, err := addressed(d, edition)
	if err != nil {
		return nil, err
	}
	folder, err := s.folder(d.Key, e.Name)
	if err != nil {
		return nil, err
	}
	dir := filepath.Join(s.dir, pullFolder, d.Key, filepath.Base(folder))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	var out []Pulled
	for i, address := range s.wanting(d.Key, e, accept) {
		if i > 0 {
			if err := sleep(ctx, p.Pause); err != nil {
				return out, err
			}
		}
		got, err := p.file(ctx, address, filepath.Join(dir, localName(address)))
		if err != nil {
			return out, err
		}
		got.Edition = e.Name
		if err := got.judge(e, address, accept); err != nil {
			return out, err
		}
		out = append(out, got)
	}
	return out, nil
}

// localName is the name under which what an address gives is kept: the last of
// its path, of letters that every file system takes.
func localName(address string) string {
	name := ""
	if u, err := url.Parse(address); err == nil {
		name = strings.TrimLeft(path.Base(u.Path), "./")
	}
	if name == "" {
		name = "file"
	}
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' || strings.ContainsRune(`<>:"/\|?*%`, r) {
			return '_'
		}
		return r
	}, name)
	return name[max(0, len(name)-100):]
}

// addressed is the edition to fetch. An older one is never taken because the
// newest has no address.
func addressed(d source.Dataset, edition string) (source.Edition, error) {
	none := &NoAddressError{Dataset: d.Key, Edition: edition, URL: d.URL, Get: d.Get}
	for i := len(d.Editions) - 1; i >= 0; i-- {
		e := d.Editions[i]
		has := slices.ContainsFunc(e.Files, func(k source.Known) bool { return k.URL != "" })
		if edition == "" {
			edition, none.Edition = e.Name, e.Name
		}
		switch {
		case has && e.Name == edition:
			return e, nil
		case has:
			none.Others = append(none.Others, e.Name)
		}
	}
	return source.Edition{}, none
}

// wanting lists the addresses of an edition that something is to be had from.
func (s *Store) wanting(dataset string, e source.Edition, accept bool) []string {
	var out []string
	m, _ := s.Manifest(dataset, e.Name)
	for _, k := range e.Files {
		there := slices.ContainsFunc(m.Tables, func(t Stored) bool {
			return k.Is(t.Source.SHA256) || t.Source.Verified && t.Source.Part == k.File || k.SHA256 == "" && !accept && t.Source.File == localName(k.URL)
		})
		if k.URL != "" && !there && !slices.Contains(out, k.URL) {
			out = append(out, k.URL)
		}
	}
	return out
}

// judge compares what came with what the edition lists under the address.
func (p *Pulled) judge(e source.Edition, address string, accept bool) error {
	var known []source.Known
	for _, k := range e.Files {
		if k.URL == address && k.SHA256 != "" {
			known = append(known, k)
		}
	}
	if p.Unknown = len(known) == 0; p.Unknown {
		return nil
	}
	sums, err := sumsOf(p.Path)
	if err != nil {
		_, _ = os.Remove(p.Path), os.Remove(p.Path+stateSuffix) // so that it is fetched anew
		return err
	}
	for _, k := range known {
		if !slices.ContainsFunc(append(sums, p.SHA256), k.Is) {
			p.Changed = true
			if !accept {
				return &ChangedFileError{k.File, e.Name, address, p.Path, p.SHA256, k.SHA256}
			}
		}
	}
	return nil
}

// sumsOf are the hashes of a file and of what is packed in it.
func sumsOf(path string) ([]string, error) {
	f, err := source.Open(context.Background(), path, source.DefaultLimits())
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	sums, err := f.Sums()
	var skip *source.SkipError
	if errors.As(err, &skip) {
		err = nil
	}
	return sums, err
}

// Clear removes what was fetched once it is imported.
func (s *Store) Clear(files []Pulled) {
	for _, f := range files {
		_ = os.Remove(f.Path)
		_ = os.Remove(f.Path + stateSuffix)
		for dir := filepath.Dir(f.Path); filepath.Base(dir) != filepath.Base(s.dir); dir = filepath.Dir(dir) {
			if os.Remove(dir) != nil {
				break
			}
		}
	}
}
