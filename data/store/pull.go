package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// Puller fetches files from their publishers, one at a time. What is fetched
// in part is kept and taken up where it ended.
type Puller struct {
	Client *http.Client
	Agent  string        // User-Agent, naming the program
	Pause  time.Duration // between two requests
	Limit  int64         // bytes of a file
	// Progress takes bytes fetched and bytes in all, -1 where the publisher does
	// not say. It may be nil.
	Progress func(done, total int64)
}

// Pulled is a file that was fetched.
type Pulled struct {
	Path    string // in the store, until the import is done
	Edition string
	SHA256  string
	// Changed says that the publisher's file is not the one that the edition
	// lists: a newer one, or a damaged one.
	Changed bool
}

// NoAddressError says that a dataset has no address to fetch from.
type NoAddressError struct{ Dataset, Edition, URL string }

func (e *NoAddressError) Error() string {
	return fmt.Sprintf("store: %s %s has no stable address to fetch from; get it from %s and import it", e.Dataset, e.Edition, e.URL)
}

// FetchError says what a publisher's server answered.
type FetchError struct{ URL, Problem, Remedy string }

func (e *FetchError) Error() string { return fmt.Sprintf("%s: %s; %s", e.URL, e.Problem, e.Remedy) }

// ChangedFileError says that a publisher's file is no longer the one known.
type ChangedFileError struct{ File, Edition, URL, SHA256, Want string }

func (e *ChangedFileError) Error() string {
	return fmt.Sprintf("%s: the file is no longer that of edition %s (SHA-256 %s; known %s); look at what changed, then pull it with --accept --version NAME",
		e.URL, e.Edition, e.SHA256, e.Want)
}

const pullFolder = ".pull"

// Pull fetches the files of an edition, the newest with an address where none is
// named. A file that is in the store already is not fetched again. A file whose
// hash is not the one listed is a [*ChangedFileError] unless accept is set.
func (s *Store) Pull(ctx context.Context, p Puller, d source.Dataset, edition string, accept bool) ([]Pulled, error) {
	e, err := addressed(d, edition)
	if err != nil {
		return nil, err
	}
	dir := filepath.Join(s.dir, pullFolder, d.Key, e.Name)
	if _, err := s.folder(d.Key, e.Name); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	have := s.sources(d.Key, e.Name)
	var out []Pulled
	fetched := false
	for _, k := range e.Files {
		if k.URL == "" || have[strings.ToLower(k.SHA256)] {
			continue
		}
		if fetched {
			if err := sleep(ctx, p.Pause); err != nil {
				return out, err
			}
		}
		fetched = true
		got, err := p.file(ctx, k, filepath.Join(dir, filepath.Base(k.File)))
		if err != nil {
			return out, err
		}
		got.Edition = e.Name
		if got.Changed && !accept {
			return out, &ChangedFileError{k.File, e.Name, k.URL, got.SHA256, k.SHA256}
		}
		out = append(out, got)
	}
	return out, nil
}

// Clear removes what was fetched once it is imported.
func (s *Store) Clear(files []Pulled) {
	for _, f := range files {
		_ = os.Remove(f.Path)
		_ = os.Remove(f.Path + ".json")
		for dir := filepath.Dir(f.Path); filepath.Base(dir) != filepath.Base(s.dir); dir = filepath.Dir(dir) {
			if os.Remove(dir) != nil {
				break
			}
		}
	}
}

// sources are the hashes of the files that an edition in the store was read from.
func (s *Store) sources(dataset, edition string) map[string]bool {
	out := map[string]bool{}
	if m, err := s.Manifest(dataset, edition); err == nil {
		for _, t := range m.Tables {
			out[strings.ToLower(t.Source.SHA256)] = true
		}
	}
	return out
}

// addressed is the edition to fetch.
func addressed(d source.Dataset, edition string) (source.Edition, error) {
	for i := len(d.Editions) - 1; i >= 0; i-- {
		e := d.Editions[i]
		if edition != "" && e.Name != edition {
			continue
		}
		for _, k := range e.Files {
			if k.URL != "" {
				return e, nil
			}
		}
	}
	return source.Edition{}, &NoAddressError{d.Key, edition, d.URL}
}

// state is what is remembered of a file between two attempts.
type state struct {
	URL      string `json:"url"`
	ETag     string `json:"etag,omitempty"`
	Modified string `json:"modified,omitempty"`
	Whole    bool   `json:"whole,omitempty"`
}

// tries is how often a request is made when the server is busy or breaks off.
const tries = 4

// file fetches one file, taking up what is there of it.
func (p Puller) file(ctx context.Context, k source.Known, path string) (Pulled, error) {
	if u, err := url.Parse(k.URL); err != nil || u.Scheme != "https" && u.Scheme != "http" {
		return Pulled{}, &FetchError{k.URL, "no address of the web", "report it"}
	}
	var err error
	for n := range tries {
		var wait time.Duration
		if wait, err = p.attempt(ctx, k.URL, path); err == nil {
			break
		}
		var final *FetchError
		if errors.As(err, &final) || ctx.Err() != nil {
			return Pulled{}, err
		}
		if n == tries-1 {
			return Pulled{}, &FetchError{k.URL, err.Error(), "try again later; what is here of it is kept"}
		}
		if e := sleep(ctx, max(wait, p.Pause)); e != nil {
			return Pulled{}, e
		}
	}
	sum, err := sumOf(path)
	if err != nil {
		return Pulled{}, err
	}
	return Pulled{Path: path, SHA256: sum, Changed: !strings.EqualFold(sum, k.SHA256)}, nil
}

func sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

func sumOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// attempt makes one request. An error that is no [*FetchError] may be tried
// again, after the time that the server asks for.
func (p Puller) attempt(ctx context.Context, address, path string) (wait time.Duration, err error) {
	known := readState(path, address)
	size := int64(0)
	if info, err := os.Stat(path); err == nil && known.URL != "" {
		size = info.Size()
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, http.NoBody)
	if err != nil {
		return 0, &FetchError{address, err.Error(), "report it"}
	}
	req.Header.Set("User-Agent", p.Agent)
	req.Header.Set("Accept-Encoding", "identity")
	mark := known.ETag
	if strings.HasPrefix(mark, "W/") || mark == "" {
		mark = known.Modified
	}
	switch {
	case known.Whole && known.ETag != "":
		req.Header.Set("If-None-Match", known.ETag)
	case known.Whole && known.Modified != "":
		req.Header.Set("If-Modified-Since", known.Modified)
	case !known.Whole && size > 0 && mark != "":
		req.Header.Set("Range", fmt.Sprintf("bytes=%d-", size))
		req.Header.Set("If-Range", mark)
	}
	resp, err := p.Client.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return p.take(resp, address, path, size)
}

// take writes what the server sent.
func (p Puller) take(resp *http.Response, address, path string, size int64) (time.Duration, error) {
	flags := os.O_CREATE | os.O_WRONLY | os.O_TRUNC
	switch resp.StatusCode {
	case http.StatusNotModified:
		return 0, nil
	case http.StatusPartialContent:
		if !strings.HasPrefix(resp.Header.Get("Content-Range"), fmt.Sprintf("bytes %d-", size)) {
			_ = os.Remove(path)
			return 0, fmt.Errorf("%s: sent another part than was asked for", address)
		}
		flags = os.O_WRONLY | os.O_APPEND
	case http.StatusOK:
		size = 0
	case http.StatusRequestedRangeNotSatisfiable:
		_ = os.Remove(path)
		return 0, fmt.Errorf("%s: the file is shorter than what is here of it", address)
	case http.StatusTooManyRequests, http.StatusServiceUnavailable, http.StatusBadGateway, http.StatusGatewayTimeout:
		return retryAfter(resp), fmt.Errorf("%s: the server answered %s", address, resp.Status)
	default:
		return 0, &FetchError{address, "the server answered " + resp.Status, "get the file by hand from the publisher's page"}
	}
	total := int64(-1)
	if resp.ContentLength >= 0 {
		total = size + resp.ContentLength
	}
	if total > p.Limit {
		return 0, &FetchError{address, fmt.Sprintf("%d bytes, more than the %d that are fetched", total, p.Limit), "get the file by hand"}
	}
	s := state{URL: address, ETag: resp.Header.Get("ETag"), Modified: resp.Header.Get("Last-Modified")}
	if err := writeState(path, s); err != nil {
		return 0, err
	}
	f, err := os.OpenFile(path, flags, 0o644)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	n, err := io.Copy(f, &metered{io.LimitReader(resp.Body, p.Limit-size+1), size, total, p.Progress})
	switch {
	case err != nil:
		return 0, fmt.Errorf("%s: broken off at byte %d: %w", address, size+n, err)
	case size+n > p.Limit:
		return 0, &FetchError{address, fmt.Sprintf("more than %d bytes", p.Limit), "get the file by hand"}
	case total >= 0 && size+n != total:
		return 0, fmt.Errorf("%s: broken off at byte %d of %d", address, size+n, total)
	}
	if err := f.Sync(); err != nil {
		return 0, err
	}
	s.Whole = true
	return 0, writeState(path, s)
}

// longestWait is the longest that a server may make the program wait.
const longestWait = 2 * time.Minute

func retryAfter(resp *http.Response) time.Duration {
	seconds, err := strconv.Atoi(resp.Header.Get("Retry-After"))
	if err != nil || seconds < 0 {
		return time.Second
	}
	return min(time.Duration(seconds)*time.Second, longestWait)
}

// metered reports how much was read.
type metered struct {
	r           io.Reader
	done, total int64
	report      func(done, total int64)
}

func (m *metered) Read(b []byte) (int, error) {
	n, err := m.r.Read(b)
	m.done += int64(n)
	if m.report != nil {
		m.report(m.done, m.total)
	}
	return n, err
}

// readState is what is remembered of a file, nothing if it is of another
// address.
func readState(path, address string) state {
	var s state
	b, err := os.ReadFile(path + ".json")
	if err != nil || json.Unmarshal(b, &s) != nil || s.URL != address {
		return state{}
	}
	return s
}

func writeState(path string, s state) error {
	b, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return Replace(path+".json", b)
}
