package ui

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"
)

//go:embed all:dist
var built embed.FS

// page is the file that every page of the workbench starts from.
const page = "index.html"

// file is a file of the pages as it goes over the wire.
type file struct {
	kind        string // media type
	tag         string // names what is in it
	whole, gzip []byte // gzip is nil where packing saves nothing
	lasting     bool   // never changes under its name
}

// Handler serves the pages and hands what belongs to the API, and its
// description, to api. An address without a dot that is no file's is a page's:
// the page itself finds out which.
func Handler(api http.Handler) (http.Handler, error) {
	files, err := load(built)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	for _, own := range []string{"/api/", "/openapi.json", "/docs", "/docs/"} {
		mux.Handle(own, api)
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { serve(w, r, files) })
	return mux, nil
}

func serve(w http.ResponseWriter, r *http.Request, files map[string]file) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "pages are only read; changes go to /api/v1", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	f, ok := files[name]
	if !ok && path.Ext(name) == "" {
		f, ok = files[page]
	}
	if !ok {
		http.Error(w, "there is no such file here; the map is at /", http.StatusNotFound)
		return
	}
	f.write(w, r)
}

// write answers with a file, packed where the browser takes that, or says that
// it has not changed.
func (f file) write(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", f.kind)
	h.Set("ETag", f.tag)
	h.Set("Vary", "Accept-Encoding")
	h.Set("Cache-Control", "no-cache")
	if f.lasting {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if r.Header.Get("If-None-Match") == f.tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	body := f.whole
	if f.gzip != nil && takesGzip(r) {
		h.Set("Content-Encoding", "gzip")
		body = f.gzip
	}
	h.Set("Content-Length", fmt.Sprint(len(body)))
	if r.Method == http.MethodGet {
		_, _ = w.Write(body) // a browser that went away needs no answer
	}
}

func takesGzip(r *http.Request) bool {
	for _, v := range r.Header.Values("Accept-Encoding") {
		for _, part := range strings.Split(v, ",") {
			name, weight, weighed := strings.Cut(strings.ReplaceAll(part, " ", ""), ";")
			if strings.EqualFold(name, "gzip") && (!weighed || strings.Trim(weight, "q=0.") != "") {
				return true
			}
		}
	}
	return false
}

// load reads the built files and packs each once.
func load(from fs.FS) (map[string]file, error) {
	files := map[string]file{}
	root, err := fs.Sub(from, "dist")
	if err != nil {
		return nil, err
	}
	err = fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		files[name], err = pack(name, data)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("ui: %w", err)
	}
	if _, ok := files[page]; !ok {
		return nil, fmt.Errorf("ui: dist holds no %s; run npm ci && npm run build in web/ui", page)
	}
	return files, nil
}

// kinds are the media types of the files there are, so that they do not depend
// on what a machine has registered.
var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
	".svg": "image/svg+xml", ".json": "application/json",
}

func pack(name string, data []byte) (file, error) {
	sum := sha256.Sum256(data)
	f := file{
		kind: kinds[path.Ext(name)], whole: data, lasting: strings.HasPrefix(name, "assets/"),
		tag: `"` + hex.EncodeToString(sum[:12]) + `"`,
	}
	if f.kind == "" {
		return file{}, fmt.Errorf("%s is of a kind that the pages do not serve yet", name)
	}
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return file{}, err
	}
	if _, err := w.Write(data); err != nil {
		return file{}, err
	}
	if err := w.Close(); err != nil {
		return file{}, err
	}
	if b.Len() < len(data) {
		f.gzip = b.Bytes()
	}
	return f, nil
}
