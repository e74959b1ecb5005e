package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"
)

// Puller fetches files from their publishers, one at a time. What is fetched
// in part is kept and taken up where it ended.
type Puller struct {
	Client  *http.Client  // see [NewClient]
	Agent   string        // User-Agent, naming the program and where it is from
	Pause   time.Duration // between two requests; doubled at each try of one
	Silence time.Duration // the longest wait for the next bytes; 0 for ever
	Limit   int64         // bytes of a file
	// Progress takes bytes fetched and bytes in all, -1 where the publisher does
	// not say. It may be nil.
	Progress func(done, total int64)
}

// redirects is how often an answer may point elsewhere.
const redirects = 5

// NewClient is a client that opens one connection to a server, waits no longer
// than it is told for an answer to begin, and is not led in circles or from a
// secure address to an open one.
func NewClient(wait time.Duration) *http.Client {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.ResponseHeaderTimeout, t.DisableCompression, t.MaxConnsPerHost = wait, true, 1
	return &http.Client{Transport: t, CheckRedirect: checkRedirect}
}

func checkRedirect(req *http.Request, via []*http.Request) error {
	address := via[0].URL.String()
	switch {
	case len(via) >= redirects:
		return &FetchError{address, fmt.Sprintf("the server points elsewhere %d times over", redirects), "get the file by hand"}
	case via[0].URL.Scheme == "https" && req.URL.Scheme != "https":
		return &FetchError{address, fmt.Sprintf("the server points from a secure address to %s", req.URL), "get the file by hand"}
	}
	return nil
}

// FetchError says what a publisher's server answered.
type FetchError struct{ URL, Problem, Remedy string }

func (e *FetchError) Error() string { return fmt.Sprintf("%s: %s; %s", e.URL, e.Problem, e.Remedy) }

// stateSuffix ends the name of the file that remembers how far a fetch came.
const stateSuffix = ".state"

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
func (p Puller) file(ctx context.Context, address, path string) (Pulled, error) {
	if u, err := url.Parse(address); err != nil || u.Scheme != "https" && u.Scheme != "http" {
		return Pulled{}, &FetchError{address, "no address of the web", "report it"}
	}
	var err error
	for n := range tries {
		var wait time.Duration
		if wait, err = p.attempt(ctx, address, path); err == nil {
			break
		}
		var final *FetchError
		var disk *fs.PathError
		switch {
		case errors.As(err, &disk):
			return Pulled{}, err
		case ctx.Err() != nil:
			return Pulled{}, ctx.Err()
		case errors.As(err, &final):
			return Pulled{}, final
		case n == tries-1:
			return Pulled{}, &FetchError{address, plainly(err), "try again later; what is here of it is kept"}
		}
		if e := sleep(ctx, max(wait, p.Pause<<n)); e != nil {
			return Pulled{}, e
		}
	}
	if isPage(path) {
		_, _ = os.Remove(path), os.Remove(path+stateSuffix)
		return Pulled{}, &FetchError{address, "the server sent a web page instead of the file", "open the address, or the publisher's page, in a browser and get the file by hand"}
	}
	sum, err := sumOf(path)
	return Pulled{Path: path, SHA256: sum}, err
}

// plainly drops the request from the error of a client, which names the address
// itself.
func plainly(err error) string {
	var request *url.Error
	if errors.As(err, &request) {
		err = request.Err
	}
	return err.Error()
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

// isPage reports whether a file begins as a web page does: what many servers
// send, with a good status, in place of a file that is no longer there.
func isPage(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	b := make([]byte, 512)
	n, _ := io.ReadFull(f, b)
	head := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(b[:n], []byte("\xef\xbb\xbf")), " \t\r\n"))
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html"))
}

// attempt makes one request. An error that is no [*FetchError] may be tried
// again, after the time that the server asks for.
func (p Puller) attempt(ctx context.Context, address, path string) (wait time.Duration, err error) {
	known := readState(path, address)
	size := int64(0)
	if info, err := os.Stat(path); err == nil && known.URL != "" {
		size = info.Size()
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, http.NoBody)
	if err != nil {
		return 0, &FetchError{address, err.Error(), "report it"}
	}
	p.headers(req, known, size)
	resp, err := p.Client.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return p.take(resp, address, path, size, stop)
}

// headers say who asks, and what is here already.
func (p Puller) headers(req *http.Request, known state, size int64) {
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
}

// take writes what the server sent.
func (p Puller) take(resp *http.Response, address, path string, size int64, stop context.CancelCauseFunc) (time.Duration, error) {
	flags := os.O_CREATE | os.O_WRONLY | os.O_TRUNC
	switch resp.StatusCode {
	case http.StatusNotModified:
		return 0, nil
	case http.StatusPartialContent:
		if !strings.HasPrefix(resp.Header.Get("Content-Range"), fmt.Sprintf("bytes %d-", size)) {
			_ = os.Remove(path)
			return 0, errors.New("the server sent another part than was asked for")
		}
		flags = os.O_WRONLY | os.O_APPEND
	case http.StatusOK:
		size = 0
	case http.StatusRequestedRangeNotSatisfiable:
		_ = os.Remove(path)
		return 0, errors.New("the file is shorter than what is here of it")
	case http.StatusTooManyRequests, http.StatusServiceUnavailable, http.StatusBadGateway, http.StatusGatewayTimeout:
		return later(resp, address)
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
	if err := p.write(resp.Body, address, path, flags, size, total, stop); err != nil {
		return 0, err
	}
	s.Whole = true
	return 0, writeState(path, s)
}

// write adds the body to the file, within the limit and while bytes come.
func (p Puller) write(body io.Reader, address, path string, flags int, size, total int64, stop context.CancelCauseFunc) error {
	f, err := os.OpenFile(path, flags, 0o644)
	if err != nil {
		return err
	}
	defer f.Close()
	m := &metered{r: io.LimitReader(body, p.Limit-size+1), done: size, total: total, report: p.Progress, silence: p.Silence}
	if p.Silence > 0 {
		m.timer = time.AfterFunc(p.Silence, func() { stop(errors.New("no more bytes came")) })
		defer m.timer.Stop()
	}
	n, err := io.Copy(f, m)
	switch {
	case err != nil:
		return fmt.Errorf("broken off at byte %d: %w", size+n, err)
	case size+n > p.Limit:
		return &FetchError{address, fmt.Sprintf("more than %d bytes", p.Limit), "get the file by hand"}
	case total >= 0 && size+n != total:
		return fmt.Errorf("broken off at byte %d of %d", size+n, total)
	}
	return f.Sync()
}

// longestWait is the longest that the program waits because a server asks for
// it; who asks for more is left alone.
const longestWait = 2 * time.Minute

// later is the answer of a server that is busy.
func later(resp *http.Response, address string) (time.Duration, error) {
	wait := time.Duration(0)
	text := resp.Header.Get("Retry-After")
	if seconds, err := strconv.Atoi(text); err == nil && seconds >= 0 {
		wait = time.Duration(min(seconds, int(time.Hour/time.Second)*24)) * time.Second
	} else if at, err := http.ParseTime(text); err == nil {
		wait = time.Until(at)
	}
	if wait > longestWait {
		return 0, &FetchError{address, fmt.Sprintf("the server answered %s and asks to wait %s", resp.Status, wait.Round(time.Second)), "try again after that time"}
	}
	return wait, fmt.Errorf("the server answered %s", resp.Status)
}

// metered reports how much was read, and keeps the timer of a silent server
// from going off.
type metered struct {
	r           io.Reader
	done, total int64
	report      func(done, total int64)
	silence     time.Duration
	timer       *time.Timer
}

func (m *metered) Read(b []byte) (int, error) {
	n, err := m.r.Read(b)
	m.done += int64(n)
	if m.timer != nil {
		m.timer.Reset(m.silence)
	}
	if m.report != nil {
		m.report(m.done, m.total)
	}
	return n, err
}

// readState is what is remembered of a file, nothing if it is of another
// address.
func readState(path, address string) state {
	var s state
	b, err := os.ReadFile(path + stateSuffix)
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
	return Replace(path+stateSuffix, b)
}
