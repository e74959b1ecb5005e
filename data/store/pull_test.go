package store_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
)

// publisher serves one file as a publisher's server would, with its moods.
type publisher struct {
	sync.Mutex
	text    string
	etag    string
	breaks  []int  // after how many bytes each of the first answers breaks off
	busy    int    // how many of the first requests are turned away
	next    string // what takes the place of the text once an answer broke off
	seen    []*http.Request
	inside  int
	crowded bool
}

func (p *publisher) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.Lock()
	p.seen = append(p.seen, r)
	if p.inside++; p.inside > 1 {
		p.crowded = true
	}
	busy := p.busy > 0
	p.busy--
	cut := -1
	if !busy && len(p.breaks) > 0 {
		cut, p.breaks = p.breaks[0], p.breaks[1:]
	}
	text, etag := p.text, p.etag
	if cut >= 0 && p.next != "" {
		p.text, p.etag = p.next, `"two"`
	}
	p.Unlock()
	defer func() { p.Lock(); p.inside--; p.Unlock() }()
	if busy {
		w.Header().Set("Retry-After", "0")
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	w.Header().Set("ETag", etag)
	if cut >= 0 {
		from := 0
		status := http.StatusOK
		if r.Header.Get("Range") != "" && r.Header.Get("If-Range") == etag {
			from, _ = strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(r.Header.Get("Range"), "bytes="), "-"))
			w.Header().Set("Content-Range", "bytes "+strconv.Itoa(from)+"-"+strconv.Itoa(len(text)-1)+"/"+strconv.Itoa(len(text)))
			status = http.StatusPartialContent
		}
		w.Header().Set("Content-Length", strconv.Itoa(len(text)-from))
		w.WriteHeader(status)
		_, _ = w.Write([]byte(text[from : from+cut]))
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	}
	http.ServeContent(w, r, "t.csv", time.Time{}, strings.NewReader(text))
}

func serve(t *testing.T, p *publisher) (source.Dataset, store.Puller, *store.Store) {
	t.Helper()
	server := httptest.NewServer(p)
	t.Cleanup(server.Close)
	d := invented(hash(t, p.text))
	d.Editions[0].Files[0].URL = server.URL + "/t.csv"
	return d, store.Puller{Client: server.Client(), Agent: "test/1", Pause: time.Millisecond, Limit: 1 << 20}, store.Open(t.TempDir())
}

func long() string {
	return "ccode,year,v\n" + strings.Repeat("2,1990,1\n", 2000)
}

func TestPull(t *testing.T) {
	ctx := context.Background()
	p := &publisher{text: long(), etag: `"one"`}
	d, puller, s := serve(t, p)
	files, err := s.Pull(ctx, puller, d, "", false)
	if err != nil || len(files) != 1 || files[0].Changed || files[0].SHA256 != hash(t, p.text) {
		t.Fatalf("%+v, %v", files, err)
	}
	if r := p.seen[0]; r.UserAgent() != "test/1" || p.crowded {
		t.Errorf("agent %q, at once %v", r.UserAgent(), p.crowded)
	}
	if _, err := s.Import(ctx, []string{files[0].Path}, options(d)); err != nil {
		t.Fatal(err)
	}
	s.Clear(files)
	if _, err := os.Stat(files[0].Path); err == nil {
		t.Error("the fetched file is kept after the import")
	}
	if files, err = s.Pull(ctx, puller, d, "", false); err != nil || len(files) != 0 || len(p.seen) != 1 {
		t.Errorf("what is in the store was fetched again: %v, %d requests", err, len(p.seen))
	}
}

// A transfer that breaks off is taken up where it ended, now or later.
func TestPullTakesUp(t *testing.T) {
	p := &publisher{text: long(), etag: `"one"`, breaks: []int{5000, 3000}, busy: 1}
	d, puller, s := serve(t, p)
	files, err := s.Pull(context.Background(), puller, d, "1", false)
	if err != nil || files[0].Changed {
		t.Fatalf("%+v, %v", files, err)
	}
	var ranges []string
	for _, r := range p.seen {
		ranges = append(ranges, r.Header.Get("Range"))
	}
	if want := []string{"", "", "bytes=5000-", "bytes=8000-"}; !slices.Equal(ranges, want) {
		t.Errorf("ranges %q; want %q", ranges, want)
	}
}

// A server that never ends a transfer is given up, and what came is kept.
func TestPullGivesUp(t *testing.T) {
	p := &publisher{text: long(), etag: `"one"`, breaks: []int{100, 100, 100, 100, 100}}
	d, puller, s := serve(t, p)
	_, err := s.Pull(context.Background(), puller, d, "", false)
	var fetch *store.FetchError
	if !errors.As(err, &fetch) || !strings.Contains(err.Error(), "is kept") {
		t.Fatalf("%v", err)
	}
	p.Lock()
	p.breaks = nil
	before := len(p.seen)
	p.Unlock()
	files, err := s.Pull(context.Background(), puller, d, "", false)
	if err != nil || files[0].Changed || p.seen[before].Header.Get("Range") != "bytes=400-" {
		t.Errorf("%+v, %v", files, err)
	}
}

// A file that changed at the publisher between two parts is fetched anew, and
// one that is not the one known is refused, without being fetched twice.
func TestPullIsNeverSilentlyNewer(t *testing.T) {
	ctx := context.Background()
	p := &publisher{text: long(), etag: `"one"`, breaks: []int{5000}}
	d, puller, s := serve(t, p)
	p.next = strings.ReplaceAll(long(), "1990", "1991")
	_, err := s.Pull(ctx, puller, d, "", false)
	var changed *store.ChangedFileError
	if !errors.As(err, &changed) || changed.SHA256 != hash(t, p.text) || !strings.Contains(err.Error(), changed.Path) {
		t.Fatalf("%v", err)
	}
	before := len(p.seen)
	if _, err = s.Pull(ctx, puller, d, "", false); !errors.As(err, &changed) {
		t.Errorf("%v", err)
	}
	if r := p.seen[before]; len(p.seen) != before+1 || r.Header.Get("If-None-Match") != `"two"` {
		t.Errorf("%d requests more, If-None-Match %q", len(p.seen)-before, r.Header.Get("If-None-Match"))
	}
	files, err := s.Pull(ctx, puller, d, "", true)
	if err != nil || !files[0].Changed {
		t.Errorf("asked for: %+v, %v", files, err)
	}
	if all, _ := s.List(); len(all) != 0 {
		t.Error("something was imported")
	}
}

func TestPullRefuses(t *testing.T) {
	ctx := context.Background()
	p := &publisher{text: long(), etag: `"one"`}
	d, puller, s := serve(t, p)
	none := invented(hash(t, first))
	var nowhere *store.NoAddressError
	if _, err := s.Pull(ctx, puller, none, "", false); !errors.As(err, &nowhere) {
		t.Errorf("no address: %v", err)
	}
	var fetch *store.FetchError
	small := puller
	small.Limit = 100
	if _, err := s.Pull(ctx, small, d, "", false); !errors.As(err, &fetch) {
		t.Errorf("too large: %v", err)
	}
	d.Editions[0].Files[0].URL = "file:///etc/passwd"
	if _, err := s.Pull(ctx, puller, d, "", false); !errors.As(err, &fetch) {
		t.Errorf("no web address: %v", err)
	}
	gone := httptest.NewServer(http.NotFoundHandler())
	defer gone.Close()
	d.Editions[0].Files[0].URL = gone.URL
	if _, err := s.Pull(ctx, puller, d, "", false); !errors.As(err, &fetch) || !strings.Contains(err.Error(), "404") {
		t.Errorf("not found: %v", err)
	}
	stopped, stop := context.WithCancel(ctx)
	stop()
	if _, err := s.Pull(stopped, puller, d, "", false); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
