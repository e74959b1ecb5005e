package api

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"net/url"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
	"github.com/shatterbelt/shatterbelt/web/jobs"
)

// usualRows is how many rows a page holds where nothing is said.
const usualRows = 1_000

// goodColumn is added to the pages of experiments: 1 where a future is good enough.
const goodColumn = "good_enough"

// resultsAsked asks for the experiments of a run.
type resultsAsked struct {
	RunID
	Limit    int    `query:"limit" minimum:"0" maximum:"20000" doc:"most rows on a page (JSON: 1,000 where it is left out; other forms: all)"`
	Offset   int    `query:"offset" minimum:"0" doc:"rows to leave out first"`
	Sample   int    `query:"sample" minimum:"0" maximum:"5000" doc:"so many futures, spread evenly, instead of a page"`
	Strategy string `query:"strategy" maxLength:"60" doc:"rows of one strategy alone"`

	Columns []string `query:"columns" maxItems:"400" doc:"columns by name, with commas, in place of all"`
}

// whole reports that every experiment is asked for.
func (in *resultsAsked) whole() bool {
	return in.Limit == 0 && in.Offset == 0 && in.Sample == 0 && in.Strategy == "" && len(in.Columns) == 0
}

// experimentPage is a page of experiments as JSON.
type experimentPage struct {
	Schema  string   `json:"schema"`
	ID      string   `json:"id"`
	Columns []string `json:"columns"`
	Rows    [][]any  `json:"rows"`
	Offset  int      `json:"offset"`
	Limit   int      `json:"limit"`
	Total   int      `json:"total"`
}

const experimentsSchema = "shatterbelt/web-experiments/1"

func (s *server) resultRoutes() {
	r := route{path: "/runs/{id}/results", id: "run-results", tag: runTag, rows: true,
		en: "The experiments of an exploration: a page, a sample, or the whole file", ko: "탐색의 실험 결과: 쪽, 표본, 또는 파일 전체"}
	op := s.operation(r)
	op.Responses = map[string]*huma.Response{"200": s.response(s.api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[experimentPage](), true, r.id), r)}
	register(s, op, func(ctx context.Context, in *resultsAsked) (*huma.StreamResponse, error) {
		f, err := pick(ctx, r)
		if err != nil {
			return nil, err
		}
		if f != asJSON && in.whole() {
			return s.file(f, in.ID)
		}
		return s.page(ctx, f, in)
	})
	yaml := s.operation(route{path: "/runs/{id}/strategies", id: "run-strategies", tag: runTag,
		en: "The strategies of a run as a file that --strategies reads", ko: "실행에 쓴 전략 파일(--strategies 용)"})
	yaml.Responses = map[string]*huma.Response{"200": {Description: "The file.", Content: map[string]*huma.MediaType{"text/yaml": {Schema: &huma.Schema{Type: "string"}}}}}
	yaml.Parameters = nil
	register(s, yaml, s.strategyFile)
}

// strategyFile is the file of strategies of a run.
func (s *server) strategyFile(_ context.Context, in *RunID) (*reply, error) {
	v, err := s.jobs.View(in.ID)
	if err != nil {
		return nil, jobFault(in.ID, err)
	}
	return &reply{Type: "text/yaml; charset=utf-8", Command: v.Command, Body: v.StrategyFile()}, nil
}

// file is the kept file of experiments itself, or all its rows as text.
func (s *server) file(f form, id string) (*huma.StreamResponse, error) {
	v, err := s.jobs.View(id)
	if err != nil {
		return nil, jobFault(id, err)
	}
	path, err := s.jobs.File(id)
	if err != nil {
		return nil, jobFault(id, err)
	}
	return &huma.StreamResponse{Body: func(ctx huma.Context) {
		r, w := humago.Unwrap(ctx)
		h := w.Header()
		h.Set("Shatterbelt-Command", v.Command)
		h.Set("Content-Type", mediaTypes[f][0])
		h.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", id+"."+string(f)))
		if f == asParquet {
			serveFile(w, r, path)
			return
		}
		h.Set("Content-Type", mediaTypes[f][0]+"; charset=utf-8")
		reader, err := s.jobs.Read(id)
		if err != nil {
			refuse(w, problem(http.StatusConflict, err.Error()))
			return
		}
		defer func() { _ = reader.Close() }()
		if reader.CSV(r.Context(), w) != nil {
			panic(http.ErrAbortHandler) // so that nobody takes a part for the whole
		}
	}}, nil
}

// serveFile gives a file of ours, in parts where they are asked for.
func serveFile(w http.ResponseWriter, r *http.Request, path string) {
	file, err := os.Open(path)
	if err != nil {
		refuse(w, problem(http.StatusNotFound, "the results are gone"))
		return
	}
	defer file.Close()
	http.ServeContent(w, r, "", time.Time{}, file)
}

// page is some of the experiments.
func (s *server) page(ctx context.Context, f form, in *resultsAsked) (*huma.StreamResponse, error) {
	judged, err := s.jobs.Judged(ctx, in.ID)
	if err != nil {
		return nil, jobFault(in.ID, err)
	}
	rows, total, err := pageOf(judged, in)
	if err == nil {
		rows, err = choose(rows, in.Columns)
	}
	if err != nil {
		return nil, err
	}
	command := judged.Exploration.Command("explore", "--save")
	a := desk.Answer{Command: command, Table: func() desk.Table { return rows }}
	a.JSON = experimentPage{experimentsSchema, in.ID, rows.Columns, rows.Rows, in.Offset, len(rows.Rows), total}
	out, err := write(f, a)
	if f == asJSON { // as short as it can be: rows are many
		out.Body, err = json.Marshal(a.JSON)
	}
	if err != nil {
		return nil, err
	}
	return &huma.StreamResponse{Body: func(ctx huma.Context) {
		_, w := humago.Unwrap(ctx)
		h := w.Header()
		h.Set("Content-Type", out.Type)
		h.Set("Shatterbelt-Command", out.Command)
		h.Set("Vary", out.Vary)
		if next := in.Offset + len(rows.Rows); in.Sample == 0 && next < total && len(rows.Rows) > 0 {
			h.Set("Link", fmt.Sprintf("<%s>; rel=\"next\"", in.next(f, next)))
		}
		_, _ = bytes.NewReader(out.Body).WriteTo(w)
	}}, nil
}

// next is the address of the page from an offset on.
func (in *resultsAsked) next(f form, offset int) string {
	address := Root + "/runs/" + in.ID + "/results?format=" + string(f) + "&offset=" + strconv.Itoa(offset)
	if in.Limit > 0 {
		address += "&limit=" + strconv.Itoa(in.Limit)
	}
	if len(in.Columns) > 0 {
		address += "&columns=" + url.QueryEscape(strings.Join(in.Columns, ","))
	}
	if in.Strategy != "" {
		address += "&strategy=" + url.QueryEscape(in.Strategy)
	}
	return address
}

// pageOf is the experiments that were asked for, and how many there are in all.
func pageOf(j *jobs.Judged, in *resultsAsked) (desk.Table, int, error) {
	t := j.Table()
	policies := make([]int, 0, len(t.Policies()))
	for p, name := range t.Policies() {
		if in.Strategy == "" || in.Strategy == name {
			policies = append(policies, p)
		}
	}
	if len(policies) == 0 {
		return desk.Table{}, 0, jobFault(in.ID, &study.StrategyError{Name: in.Strategy, Have: t.Policies()})
	}
	out := desk.Table{Columns: []string{"future", "policy"}, Rows: [][]any{}}
	for _, d := range t.Dims() {
		out.Columns = append(out.Columns, d.Name)
	}
	for _, o := range t.Outcomes() {
		out.Columns = append(out.Columns, o.Name)
	}
	out.Columns = append(out.Columns, goodColumn)
	total := t.Len() * len(policies)
	add := func(future, policy int) { out.Rows = append(out.Rows, experiment(j, future, policy)) }
	if in.Sample > 0 {
		n := min(in.Sample, t.Len())
		for k := range n {
			for _, p := range policies {
				add(k*t.Len()/n, p)
			}
		}
		return out, total, nil
	}
	limit := in.Limit
	if limit == 0 {
		limit = usualRows
	}
	for at := in.Offset; at < min(in.Offset+limit, total); at++ {
		add(at/len(policies), policies[at%len(policies)])
	}
	return out, total, nil
}

// experiment is one row.
func experiment(j *jobs.Judged, future, policy int) []any {
	t := j.Table()
	row := []any{future, t.Policies()[policy]}
	for d, dim := range t.Dims() {
		if v := t.X(d)[future]; len(dim.Options) > 0 {
			row = append(row, dim.Options[int(v)])
		} else {
			row = append(row, known(v))
		}
	}
	for o := range t.Outcomes() {
		row = append(row, known(t.Outcome(policy, o)[future]))
	}
	return append(slices.Clip(row), int(j.Good()[policy][future]))
}

// choose is a table of some of its columns, all where none is named.
func choose(t desk.Table, names []string) (desk.Table, error) {
	if len(names) == 0 {
		return t, nil
	}
	var places []int
	for _, name := range names {
		at := slices.Index(t.Columns, name)
		if at < 0 {
			detail := fmt.Sprintf("unknown column %q; %s", yamlfile.Short(name), yamlfile.Suggest(name, t.Columns))
			return t, problem(http.StatusUnprocessableEntity, detail, field("query.columns", name, detail))
		}
		places = append(places, at)
	}
	out := desk.Table{Columns: names, Rows: make([][]any, len(t.Rows))}
	for i, row := range t.Rows {
		for _, at := range places {
			out.Rows[i] = append(out.Rows[i], row[at])
		}
	}
	return out, nil
}

// known is a number, or nothing where it is missing, since JSON has no NaN.
func known(v float64) any {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	return v
}
