package api

import (
	"net/http"
	"strings"
)

// faults answers what the mux has no route for as a problem.
func faults(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, pattern := mux.Handler(r); pattern != "" {
			mux.ServeHTTP(w, r)
			return
		}
		probe := &probe{header: http.Header{}}
		mux.ServeHTTP(probe, r)
		if allow := probe.header.Get("Allow"); probe.status == http.StatusMethodNotAllowed {
			w.Header().Set("Allow", allow)
			refuse(w, problem(http.StatusMethodNotAllowed, r.Method+" is not for this address; "+strings.ReplaceAll(allow, ", ", " or ")+" is"))
			return
		}
		refuse(w, problem(http.StatusNotFound, "nothing answers at this address; /openapi.json lists what does"))
	})
}

// A probe sees how the mux refuses, and writes nothing.
type probe struct {
	header http.Header
	status int
}

// Header is what the refusal says.
func (p *probe) Header() http.Header { return p.header }

// WriteHeader notes the status.
func (p *probe) WriteHeader(status int) { p.status = status }

func (p *probe) Write(b []byte) (int, error) { return len(b), nil }
