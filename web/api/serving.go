package api

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// How many answers are worked out at a time, how many more may wait, and how
// long one may take. A core is left to what is kept already and to runs.
const (
	waiting    = 64
	answerTime = 60 * time.Second
)

// answers stands before the routes: it gives what is kept, works out what is
// not, a few at a time, and tells a browser that has it already that it does.
type answers struct {
	*cache
	next http.Handler
	desk chan struct{} // a place for each answer worked out
	line chan struct{} // a place for each that waits or is worked out
}

func newAnswers(next http.Handler) *answers {
	at := max(1, runtime.NumCPU()-1)
	return &answers{newCache(cacheBytes), next, make(chan struct{}, at), make(chan struct{}, at+waiting)}
}

// lasting says whether an answer stays the same as long as the program runs:
// all do but those on runs, claims that are being judged, uploads and the
// program's health.
func lasting(r *http.Request) bool {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		return false
	}
	if r.URL.Path == "/openapi.json" || strings.HasPrefix(r.URL.Path, "/docs") {
		return true
	}
	rest, ok := strings.CutPrefix(r.URL.Path, Root+"/")
	first, _, _ := strings.Cut(rest, "/")
	return ok && first != "runs" && first != "claims" && first != "tables" && first != "health"
}

func (a *answers) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !lasting(r) {
		a.next.ServeHTTP(w, r)
		return
	}
	k, err := a.of(r.Context(), key(r), func() (*kept, error) { return a.make(r) })
	switch {
	case errors.Is(err, errBusy):
		busy(w, http.StatusServiceUnavailable, "too many answers are being worked out")
	case errors.Is(err, errFault):
		refuse(w, problem(http.StatusInternalServerError, "a fault of the program; its log says more"))
	case err != nil:
		refuse(w, problem(http.StatusServiceUnavailable, "the answer took too long and was given up; ask again"))
	default:
		k.write(w, r)
	}
}

// key is what an answer depends on: the route, what is asked and the form.
func key(r *http.Request) string {
	var b strings.Builder
	if !strings.HasPrefix(r.URL.Path, Root) {
		b.WriteString(r.Host) // the page about the API names the server in its examples
	}
	b.WriteString(r.URL.EscapedPath())
	b.WriteByte('?')
	b.WriteString(r.URL.Query().Encode())
	for _, f := range wanted(r.Context()) {
		b.WriteByte(' ')
		b.WriteString(string(f))
	}
	return b.String()
}

// make works an answer out when its turn comes.
func (a *answers) make(r *http.Request) (*kept, error) {
	select {
	case a.line <- struct{}{}:
		defer func() { <-a.line }()
	default:
		return nil, errBusy
	}
	// Others may wait for the same answer, so it goes on if this client leaves.
	ctx, done := context.WithTimeout(context.WithoutCancel(r.Context()), answerTime)
	defer done()
	select {
	case a.desk <- struct{}{}:
		defer func() { <-a.desk }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	asked := r.Clone(ctx)
	asked.Method = http.MethodGet
	rec := &recorder{kept: kept{status: http.StatusOK, header: http.Header{}}}
	a.next.ServeHTTP(rec, asked)
	return rec.done(), nil
}

// A recorder takes an answer down.
type recorder struct {
	kept
	buffer bytes.Buffer
}

// Header is what goes before the answer.
func (r *recorder) Header() http.Header { return r.header }

// WriteHeader notes the status.
func (r *recorder) WriteHeader(status int) { r.status = status }

func (r *recorder) Write(b []byte) (int, error) { return r.buffer.Write(b) }

// leastZipped is how large an answer must be to be worth compressing.
const leastZipped = 1 << 10

// done finishes the answer: its tag, and itself compressed.
func (r *recorder) done() *kept {
	k := r.kept
	k.body = r.buffer.Bytes()
	sum := sha256.Sum256(k.body)
	k.etag = hex.EncodeToString(sum[:12])
	if t := k.header.Get("Content-Type"); len(k.body) >= leastZipped && !strings.Contains(t, "parquet") {
		k.zipped = zip(k.body)
	}
	return &k
}

// zip compresses bytes.
func zip(b []byte) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	_, _ = z.Write(b)
	_ = z.Close()
	return bytes.Clone(out.Bytes())
}

// write gives the answer, or says that the client has it.
func (k *kept) write(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	for name, values := range k.header {
		h[name] = values
	}
	body, tag := k.body, `"`+k.etag+`"`
	if k.zipped != nil {
		h["Vary"] = []string{"Accept, Accept-Encoding"}
		if zips(r.Header.Get("Accept-Encoding")) {
			body, tag = k.zipped, `"`+k.etag+`-gzip"`
			h.Set("Content-Encoding", "gzip")
		}
	}
	if k.status == http.StatusOK {
		h.Set("ETag", tag)
		if has(r.Header.Get("If-None-Match"), k.etag) {
			h.Del("Content-Type")
			h.Del("Content-Encoding")
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(k.status)
	_, _ = w.Write(body)
}

// zips says whether a client takes gzip.
func zips(accept string) bool {
	for part := range strings.SplitSeq(accept, ",") {
		name, params, _ := strings.Cut(strings.TrimSpace(part), ";")
		if (name == "gzip" || name == "*") && quality(params) > 0 {
			return true
		}
	}
	return false
}

// has says whether one of the tags a client has is that of the answer, in
// whatever encoding it came.
func has(tags, etag string) bool {
	for tag := range strings.SplitSeq(tags, ",") {
		tag = strings.Trim(strings.TrimPrefix(strings.TrimSpace(tag), "W/"), `"`)
		if tag == "*" || strings.TrimSuffix(tag, "-gzip") == etag {
			return true
		}
	}
	return false
}
