package ui

import (
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

func handler(t testing.TB) http.Handler {
	t.Helper()
	h, err := Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, "api "+r.URL.Path)
	}))
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func ask(h http.Handler, method, target, encoding string) *http.Response {
	r := httptest.NewRequest(method, target, nil)
	r.Header.Set("Accept-Encoding", encoding)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func TestAddresses(t *testing.T) {
	h := handler(t)
	tests := []struct {
		name, method, target string
		status               int
		kind, holds          string
	}{
		{"map", "GET", "/", 200, "text/html; charset=utf-8", "<title>Shatterbelt</title>"},
		{"a page of a state", "GET", "/structure/KOR?lang=ko", 200, "text/html; charset=utf-8", "<title>Shatterbelt</title>"},
		{"icon", "GET", "/icon.svg", 200, "image/svg+xml", "<svg"},
		{"no such file", "GET", "/assets/none.js", 404, "", "no such file"},
		{"dots are no way out", "GET", "/../ui.go", 307, "", "/ui.go"},
		{"pages are only read", "POST", "/structure/KOR", 405, "", "/api/v1"},
		{"api", "GET", "/api/v1/states", 200, "", "api /api/v1/states"},
		{"api takes changes", "POST", "/api/v1/runs", 200, "", "api /api/v1/runs"},
		{"its description", "GET", "/openapi.json", 200, "", "api /openapi.json"},
		{"its pages", "GET", "/docs", 200, "", "api /docs"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := ask(h, tt.method, tt.target, "")
			body, err := io.ReadAll(r.Body)
			if err != nil {
				t.Fatal(err)
			}
			if r.StatusCode != tt.status || !strings.Contains(string(body), tt.holds) {
				t.Errorf("%s %s: %d %.80q; want %d with %q", tt.method, tt.target, r.StatusCode, body, tt.status, tt.holds)
			}
			if got := r.Header.Get("Content-Type"); tt.kind != "" && got != tt.kind {
				t.Errorf("%s is %s; want %s", tt.target, got, tt.kind)
			}
		})
	}
}

func TestUnchanged(t *testing.T) {
	h := handler(t)
	first := ask(h, "GET", "/", "gzip")
	if first.Header.Get("Content-Encoding") != "gzip" || first.Header.Get("Cache-Control") != "no-cache" {
		t.Errorf("the first page comes with %v", first.Header)
	}
	r := httptest.NewRequest("GET", "/", nil)
	r.Header.Set("If-None-Match", first.Header.Get("ETag"))
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != http.StatusNotModified || w.Body.Len() != 0 {
		t.Errorf("the same page again: %d with %d bytes; want 304 with none", w.Code, w.Body.Len())
	}
}

func TestTakesGzip(t *testing.T) {
	for accept, want := range map[string]bool{
		"": false, "gzip": true, "br, GZIP;q=0.5": true, "gzip;q=0": false, "gzip; q=0.000": false, "deflate, br": false,
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Header.Set("Accept-Encoding", accept)
		if got := takesGzip(r); got != want {
			t.Errorf("Accept-Encoding %q: %v; want %v", accept, got, want)
		}
	}
}

func TestLoadRefuses(t *testing.T) {
	tests := []struct{ name, file, says string }{
		{"an empty dist", "dist/first.js", "npm run build"},
		{"a kind that nobody thought of", "dist/a.wasm", "a.wasm"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := load(fstest.MapFS{tt.file: &fstest.MapFile{Data: []byte("x")}})
			if err == nil || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("error is %v; want one with %q", err, tt.says)
			}
		})
	}
}

// firstPage are the files that a browser fetches before the map can ask for
// figures: what the page names, the map's own, and what those import.
func firstPage(files map[string]file) map[string]bool {
	need := map[string]bool{page: true}
	todo := []string{page}
	for name := range files {
		if strings.HasPrefix(name, "assets/Map-") {
			need[name] = true
			todo = append(todo, name)
		}
	}
	named := regexp.MustCompile(`(?:src=|href=|from|import) ?"(?:/|\./)([^"]+)"`)
	for len(todo) > 0 {
		at := todo[0]
		todo = todo[1:]
		for _, m := range named.FindAllSubmatch(files[at].whole, -1) {
			name := string(m[1])
			if path.Dir(at) == "assets" {
				name = "assets/" + name
			}
			if _, ok := files[name]; ok && !need[name] {
				need[name] = true
				todo = append(todo, name)
			}
		}
	}
	return need
}

func TestFirstPage(t *testing.T) {
	files, err := load(built)
	if err != nil {
		t.Fatal(err)
	}
	need := firstPage(files)
	total := 0
	for name := range need {
		f := files[name]
		if f.gzip != nil {
			total += len(f.gzip)
		} else {
			total += len(f.whole)
		}
	}
	const most = 150_000 // of 300 kB; outlines and figures have the rest
	t.Logf("%d of %d files, %d bytes packed", len(need), len(files), total)
	if total > most || len(need) < 6 || len(need) == len(files) {
		t.Errorf("the map is %d bytes in %v; want %d or fewer in some of the %d files", total, need, most, len(files))
	}
}

// TestNothingInline holds the page to what its own policy allows, and to this
// server.
func TestNothingInline(t *testing.T) {
	files, err := load(built)
	if err != nil {
		t.Fatal(err)
	}
	html := string(files[page].whole)
	for _, bad := range []string{"<style", " style=", " onload=", "javascript:"} {
		if strings.Contains(html, bad) {
			t.Errorf("%s holds %s", page, bad)
		}
	}
	if m := regexp.MustCompile(`<script[^>]*>[^<]`).FindString(html); m != "" {
		t.Errorf("%s holds a script of its own: %s", page, m)
	}
	outside := regexp.MustCompile(`(?:src|href)="(?:https?:)?//[^"]*"|url\(["']?(?:https?:)?//`)
	for name, f := range files {
		if m := outside.Find(f.whole); m != nil {
			t.Errorf("%s asks another server: %s", name, m)
		}
	}
	if _, err := fs.Stat(built, "dist/"+page); err != nil {
		t.Error(err)
	}
}
