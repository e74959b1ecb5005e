package store_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/store"
)

// zipped is an archive of one file.
func zipped(t *testing.T, name, text string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err == nil {
		_, err = w.Write([]byte(text))
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// answers serves one handler and gives a dataset whose only file is there.
func answers(t *testing.T, h http.HandlerFunc) (source.Dataset, store.Puller, *store.Store) {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	d := invented(hash(t, long()))
	d.Editions[0].Files[0].URL = server.URL + "/t.csv"
	p := store.Puller{Client: store.NewClient(time.Second), Agent: "test/1", Pause: time.Millisecond, Silence: 50 * time.Millisecond, Limit: 1 << 20}
	return d, p, store.Open(t.TempDir())
}

// What a server may do wrong, and what is said of it. None of it is kept as the
// file.
func TestPullFromBadServers(t *testing.T) {
	other := httptest.NewServer(http.NotFoundHandler())
	defer other.Close()
	for name, tt := range map[string]struct {
		serve http.HandlerFunc
		want  string
	}{
		"a web page with a good status": {func(w http.ResponseWriter, _ *http.Request) {
			fmt.Fprint(w, "\ufeff\n <!DOCTYPE html><title>We moved</title>")
		}, "a web page instead of the file"},
		"too many requests, for an hour": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", "3600")
			w.WriteHeader(http.StatusTooManyRequests)
		}, "429 Too Many Requests and asks to wait 1h0m0s; try again after that time"},
		"busy until a day": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", time.Now().Add(72*time.Hour).UTC().Format(http.TimeFormat))
			w.WriteHeader(http.StatusServiceUnavailable)
		}, "asks to wait 7"},
		"always busy": {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) }, "502 Bad Gateway; try again later"},
		"circles": {func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path+"x", http.StatusFound) },
			"points elsewhere 5 times over"},
		"more than announced": {func(w http.ResponseWriter, _ *http.Request) {
			c, b, err := w.(http.Hijacker).Hijack()
			if err != nil {
				return
			}
			_, _ = b.WriteString("HTTP/1.1 200 OK\r\nContent-Length: 13\r\nConnection: close\r\n\r\n" + long())
			_ = b.Flush()
			_ = c.Close()
		}, "no longer gives t.csv"},
		"more than is fetched": {func(w http.ResponseWriter, _ *http.Request) {
			for range 200 {
				_, _ = w.Write(make([]byte, 1<<14))
				w.(http.Flusher).Flush()
			}
		}, "more than 1048576 bytes"},
		"silence": {func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Length", "100")
			_, _ = w.Write([]byte("ccode"))
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		}, "broken off at byte 5"},
		"no permission": {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) }, "403 Forbidden; get the file by hand"},
		"another host":  {func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, other.URL, http.StatusFound) }, "404"},
		"another scheme": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
		}, "unsupported protocol"},
		"a broken archive": {func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "PK\x03\x04 and no more") }, "damaged"},
	} {
		t.Run(name, func(t *testing.T) {
			d, p, s := answers(t, tt.serve)
			files, err := s.Pull(context.Background(), p, d, "", false)
			if err == nil || !strings.Contains(err.Error(), tt.want) || len(files) > 0 {
				t.Errorf("%v, %v; want %q", files, err, tt.want)
			}
			if all, err := s.List(); err != nil || len(all) > 0 {
				t.Errorf("in the store: %v, %v", all, err)
			}
		})
	}
}

// A secure address may point to another secure host, and never to an open one.
func TestPullIsNotLedFromASecureAddress(t *testing.T) {
	open := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, long()) }))
	defer open.Close()
	secure := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, long()) }))
	defer secure.Close()
	to := secure.URL
	first := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusFound) }))
	defer first.Close()
	d, p, s := answers(t, http.NotFound)
	d.Editions[0].Files[0].URL = first.URL
	p.Client.Transport.(*http.Transport).TLSClientConfig = secure.Client().Transport.(*http.Transport).TLSClientConfig
	if files, err := s.Pull(context.Background(), p, d, "", false); err != nil || len(files) != 1 || files[0].Changed {
		t.Errorf("to a secure host: %v, %v", files, err)
	}
	to = open.URL
	s = store.Open(t.TempDir())
	if _, err := s.Pull(context.Background(), p, d, "", false); err == nil || !strings.Contains(err.Error(), "from a secure address") {
		t.Errorf("to an open one: %v", err)
	}
}

// An archive that holds a known file is the known file, is fetched once for all
// that it holds, and not again.
func TestPullOfAnArchive(t *testing.T) {
	ctx := context.Background()
	asked := 0
	body := zipped(t, "folder/t.csv", long())
	d, p, s := answers(t, func(w http.ResponseWriter, _ *http.Request) { asked++; fmt.Fprint(w, body) })
	e := &d.Editions[0]
	e.Files[0].URL += ".zip"
	e.Files = append(e.Files, source.Known{File: "no-hash.csv", URL: e.Files[0].URL})
	files, err := s.Pull(ctx, p, d, "", false)
	if err != nil || len(files) != 1 || files[0].Changed || files[0].Unknown || filepath.Base(files[0].Path) != "t.csv.zip" {
		t.Fatalf("%+v, %v", files, err)
	}
	if _, err := s.Import(ctx, []string{files[0].Path}, options(d)); err != nil {
		t.Fatal(err)
	}
	m, err := s.Manifest("invented", "1")
	if err != nil || !m.Verified || m.Tables[0].Source.Part != "t.csv" {
		t.Errorf("%+v, %v", m, err)
	}
	if files, err = s.Pull(ctx, p, d, "", false); err != nil || len(files) != 0 || asked != 1 {
		t.Errorf("again: %v, %v, %d requests", files, err, asked)
	}
	body = zipped(t, "folder/t.csv", strings.ReplaceAll(long(), "1990", "1991"))
	var changed *store.ChangedFileError
	if _, err := store.Open(t.TempDir()).Pull(ctx, p, d, "", false); !errors.As(err, &changed) {
		t.Errorf("another file in the archive: %v", err)
	}
}

// A file of which only the address is known is unverified, takes the edition it
// was asked for as, and is not replaced by what the publisher has later.
func TestPullOfAFileOfUnknownHash(t *testing.T) {
	ctx := context.Background()
	text := long()
	d, p, s := answers(t, func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, text) })
	d.Editions[0].Files[0].SHA256 = ""
	files, err := s.Pull(ctx, p, d, "", false)
	if err != nil || len(files) != 1 || !files[0].Unknown || files[0].Changed {
		t.Fatalf("%+v, %v", files, err)
	}
	o := options(d)
	o.Edition = files[0].Edition
	if _, err := s.Import(ctx, []string{files[0].Path}, o); err != nil {
		t.Fatal(err)
	}
	s.Clear(files)
	m, err := s.Manifest("invented", "1")
	if current, _ := s.Current([]source.Dataset{d}); err != nil || m.Verified || len(current) != 0 {
		t.Errorf("%+v, %v; in use %v", m, err, current)
	}
	text = strings.ReplaceAll(text, "1990", "1991")
	if files, err = s.Pull(ctx, p, d, "", false); err != nil || len(files) != 0 {
		t.Errorf("again: %v, %v", files, err)
	}
	if files, err = s.Pull(ctx, p, d, "", true); err != nil || len(files) != 1 {
		t.Fatalf("accepted: %v, %v", files, err)
	}
	o.Edition, o.Renamed = "newer", true
	if _, err := s.Import(ctx, []string{files[0].Path}, o); err != nil {
		t.Fatal(err)
	}
	if all, _ := s.Editions("invented"); len(all) != 2 || all[1].Edition != "newer" || all[1].Verified {
		t.Errorf("%+v", all)
	}
}

// The newest edition without an address is not replaced by an older one with
// one; the error says where to get it and which could be fetched.
func TestPullIsNeverSilentlyOlder(t *testing.T) {
	d := invented(hash(t, first), hash(t, second))
	d.Editions[0].Files[0].URL = "https://example.invalid/t.csv"
	d.Get = "open the page and save the table"
	_, err := store.Open(t.TempDir()).Pull(context.Background(), store.Puller{}, d, "", false)
	for _, want := range []string{"invented 2 has no stable address", "open the page and save the table", "--version 1 has an address"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v; want %q", err, want)
		}
	}
}

// A server without marks of change is asked for the whole again, and a
// name that no file system takes is made one that all do.
func TestPullWithoutMarks(t *testing.T) {
	var ranges []string
	breaks := true
	d, p, s := answers(t, func(w http.ResponseWriter, r *http.Request) {
		ranges = append(ranges, r.Header.Get("Range"))
		w.Header().Set("Content-Length", fmt.Sprint(len(long())))
		if breaks {
			breaks = false
			_, _ = w.Write([]byte(long()[:1000]))
			w.(http.Flusher).Flush()
			panic(http.ErrAbortHandler)
		}
		fmt.Fprint(w, long())
	})
	d.Editions[0].Files[0].URL += `/..%2F%2Fa%20b%3Fc.csv?d=e`
	files, err := s.Pull(context.Background(), p, d, "", false)
	if err != nil || files[0].Changed || strings.Join(ranges, "|") != "|" {
		t.Fatalf("%v, %v, ranges %q", files, err, ranges)
	}
	if name := filepath.Base(files[0].Path); name != "a b_c.csv" {
		t.Errorf("kept as %q", name)
	}
	if rest, err := filepath.Rel(s.Dir(), files[0].Path); err != nil || strings.HasPrefix(rest, "..") {
		t.Errorf("kept outside the store: %s", files[0].Path)
	}
	s.Clear(files)
	if left, _ := os.ReadDir(s.Dir()); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
