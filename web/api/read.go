package api

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// A route is a question that the API answers.
type route struct {
	method  string // GET where it is ""
	path    string // after Root
	id, tag string
	en, ko  string // one line on what it answers
	rows    bool   // also as CSV and Parquet
	paged   bool   // rows come in parts where that is asked
	live    bool   // the answer changes while the program runs
	keep    time.Duration
}

// aDay is how long a browser may keep what does not change.
const aDay = 24 * time.Hour

// operation describes a route to the framework.
func (s *server) operation(r route) huma.Operation {
	if r.method == "" {
		r.method = http.MethodGet
	}
	op := huma.Operation{
		Method: r.method, Path: Root + r.path, OperationID: r.id, Summary: r.en, Tags: []string{r.tag},
		Extensions: map[string]any{"x-summary-ko": r.ko},
	}
	if r.method == http.MethodGet {
		op.Parameters = []*huma.Param{{
			Name: "format", In: "query", Description: "form of the answer, where the Accept header cannot be set",
			Schema: &huma.Schema{Type: "string", Enum: formNames(r.rows)},
		}}
	}
	return op
}

func formNames(rows bool) []any {
	if !rows {
		return []any{string(asJSON)}
	}
	return []any{string(asJSON), string(asCSV), string(asParquet)}
}

// reply is what a route writes: bytes of one media type.
type reply struct {
	Type    string `header:"Content-Type"`
	Command string `header:"Shatterbelt-Command"`
	Vary    string `header:"Vary"`
	Link    string `header:"Link"`
	Total   string `header:"Shatterbelt-Total"`
	Keep    string `header:"Cache-Control"`
	Body    []byte
}

// read adds a route that answers in JSON and, where it has rows, in CSV and Parquet.
// J is the type of the JSON, which describes it.
func read[I, J any](s *server, r route, answer func(context.Context, *I) (desk.Answer, error)) {
	op := s.operation(r)
	op.Responses = map[string]*huma.Response{"200": s.response(s.api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[J](), true, r.id), r)}
	register(s, op, func(ctx context.Context, in *I) (*reply, error) {
		f, err := pick(ctx, r)
		if err != nil {
			return nil, err
		}
		a, err := answer(ctx, in)
		if err != nil {
			return nil, fault("", nil, err)
		}
		out, err := write(f, a)
		if err != nil {
			return nil, err
		}
		if r.paged {
			out.Total, out.Link = strconv.Itoa(a.Total), links(address(ctx), a.Total)
		}
		// A browser asks again whether the answer is still the same.
		out.Keep = "no-cache"
		if r.live {
			out.Keep = "no-store"
		}
		if r.keep > 0 {
			out.Keep = fmt.Sprintf("max-age=%d", int(r.keep.Seconds()))
		}
		return out, nil
	})
}

// register adds any route, with the checks that all routes have.
func register[I, O any](s *server, op huma.Operation, handle func(context.Context, *I) (*O, error)) {
	known := new([]string)
	op.Middlewares = append(op.Middlewares, func(ctx huma.Context, next func(huma.Context)) {
		r, w := humago.Unwrap(ctx)
		if p := unknownQuery(r, *known); p != nil {
			refuse(w, p)
			return
		}
		next(ctx)
	})
	huma.Register(s.api, op, handle)
	for _, p := range s.described(op).Parameters {
		if p.In == "query" {
			*known = append(*known, p.Name)
		}
	}
}

// described is what the framework made of an operation.
func (s *server) described(op huma.Operation) *huma.Operation {
	item := s.api.OpenAPI().Paths[op.Path]
	switch op.Method {
	case http.MethodPost:
		return item.Post
	case http.MethodDelete:
		return item.Delete
	}
	return item.Get
}

// unknownQuery refuses a query parameter that the route does not have, or that
// is given twice.
func unknownQuery(r *http.Request, known []string) *huma.ErrorModel {
	query := r.URL.Query()
	names := make([]string, 0, len(query))
	for name := range query {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		switch {
		case !slices.Contains(known, name):
			detail := fmt.Sprintf("unknown query parameter %q; %s", yamlfile.Short(name), yamlfile.Suggest(name, known))
			return problem(http.StatusUnprocessableEntity, detail, field("query."+name, query.Get(name), detail))
		case len(query[name]) > 1:
			detail := fmt.Sprintf("query parameter %s is given %d times; give it once", name, len(query[name]))
			return problem(http.StatusUnprocessableEntity, detail, field("query."+name, query[name], detail))
		}
	}
	return nil
}

// pick chooses the form of an answer among those that a route has.
func pick(ctx context.Context, r route) (form, error) {
	have := []form{asJSON}
	if r.rows {
		have = forms
	}
	for _, f := range wanted(ctx) {
		if slices.Contains(have, f) {
			return f, nil
		}
	}
	var names []string
	for _, f := range have {
		names = append(names, mediaTypes[f][0])
	}
	return "", problem(http.StatusNotAcceptable, "this answer is to be had as "+strings.Join(names, ", "))
}

// write puts an answer into a form.
func write(f form, a desk.Answer) (*reply, error) {
	out := &reply{Type: mediaTypes[f][0], Command: a.Command, Vary: "Accept"}
	var b bytes.Buffer
	var err error
	switch f {
	case asCSV:
		out.Type += "; charset=utf-8"
		err = a.Table().CSV(&b)
	case asParquet:
		err = a.Table().Parquet(&b)
	default:
		if a.Compact {
			out.Body, err = json.Marshal(a.JSON)
			return out, err
		}
		out.Body, err = desk.Marshal(a.JSON)
		return out, err
	}
	out.Body = b.Bytes()
	return out, err
}

// response describes what a route answers, form by form.
func (s *server) response(schema *huma.Schema, r route) *huma.Response {
	content := map[string]*huma.MediaType{mediaTypes[asJSON][0]: {Schema: schema}}
	if r.rows {
		content[mediaTypes[asCSV][0]] = &huma.MediaType{Schema: &huma.Schema{Type: "string"}}
		content[mediaTypes[asParquet][0]] = &huma.MediaType{Schema: &huma.Schema{Type: "string", Format: "binary"}}
	}
	return &huma.Response{Description: "The answer.", Content: content, Headers: map[string]*huma.Param{
		"Shatterbelt-Command": {Description: "the command line that gives the same answer", Schema: &huma.Schema{Type: "string"}},
	}}
}
