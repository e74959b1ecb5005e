package api

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// A form is how an answer is written.
type form string

const (
	asJSON    form = "json"
	asCSV     form = "csv"
	asParquet form = "parquet"
)

// mediaTypes are the types each form answers to in an Accept header, its own
// first.
var mediaTypes = map[form][]string{
	asJSON:    {"application/json", "application/*", "text/json"},
	asCSV:     {"text/csv", "text/*", "application/csv"},
	asParquet: {"application/vnd.apache.parquet", "application/x-parquet", "application/parquet"},
}

// forms are all of them, the preferred first.
var forms = []form{asJSON, asCSV, asParquet}

// taken is what the prelude read of a request.
type taken struct {
	forms   []form
	address url.URL
}

type takenKey struct{}

// wanted are the forms that a request takes, the most wanted first.
func wanted(ctx context.Context) []form {
	t, _ := ctx.Value(takenKey{}).(taken)
	return t.forms
}

// address is what was asked for, as it was asked.
func address(ctx context.Context) url.URL {
	t, _ := ctx.Value(takenKey{}).(taken)
	return t.address
}

// prelude settles the form of the answer before the route is found: a suffix of
// the path goes before ?format=, and that before the Accept header.
func prelude(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.URL.Path, Root+"/") {
			next.ServeHTTP(w, r)
			return
		}
		forms, bare := asked(r)
		r = r.WithContext(context.WithValue(r.Context(), takenKey{}, taken{forms, *r.URL}))
		r.URL = bare
		next.ServeHTTP(w, r)
	})
}

// asked reads the forms that a request takes, and its address without the
// suffix that says so.
func asked(r *http.Request) ([]form, *url.URL) {
	address := *r.URL
	for _, f := range forms {
		if rest, ok := strings.CutSuffix(address.Path, "."+string(f)); ok {
			address.Path, address.RawPath = rest, ""
			return []form{f}, &address
		}
	}
	if given := address.Query().Get("format"); given != "" {
		return []form{form(given)}, &address
	}
	return accepted(r.Header.Values("Accept")), &address
}

// accepted reads Accept headers. Without one, JSON is wanted.
func accepted(headers []string) []form {
	type choice struct {
		f form
		q float64
	}
	var all []choice
	rest := 0.0
	for part := range strings.SplitSeq(strings.Join(headers, ","), ",") {
		name, params, _ := strings.Cut(part, ";")
		name = strings.ToLower(strings.TrimSpace(name))
		q := quality(params)
		if name == "*/*" {
			rest = q
		}
		for _, f := range forms {
			if q > 0 && slices.Contains(mediaTypes[f], name) {
				all = append(all, choice{f, q})
			}
		}
	}
	if rest > 0 || strings.TrimSpace(strings.Join(headers, "")) == "" {
		all = append(all, choice{asJSON, rest})
	}
	slices.SortStableFunc(all, func(a, b choice) int {
		switch {
		case a.q > b.q:
			return -1
		case a.q < b.q:
			return 1
		}
		return 0
	})
	out := []form{}
	for _, c := range all {
		if !slices.Contains(out, c.f) {
			out = append(out, c.f)
		}
	}
	return out
}

// quality is the q of an Accept header's part, 1 where it has none.
func quality(params string) float64 {
	for p := range strings.SplitSeq(params, ";") {
		if text, ok := strings.CutPrefix(strings.TrimSpace(p), "q="); ok {
			q, err := strconv.ParseFloat(text, 64)
			if err != nil {
				return 0
			}
			return q
		}
	}
	return 1
}
