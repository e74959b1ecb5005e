package api_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"

	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/web/api"
	"github.com/shatterbelt/shatterbelt/web/jobs"
)

// bench is a workbench with a folder of runs of its own.
type bench struct {
	t    testing.TB
	h    http.Handler
	jobs *jobs.Jobs
}

func openBench(t testing.TB, o jobs.Options) *bench {
	t.Helper()
	dir := t.TempDir()
	d, err := desk.Open(context.Background(), store.Open(filepath.Join(dir, "store")))
	if err != nil {
		t.Fatal(err)
	}
	o.Desk, o.Runs = d, runs.Open(filepath.Join(dir, "runs"))
	j, err := jobs.Open(o)
	if err != nil {
		t.Fatal(err)
	}
	a, err := api.New(api.Options{Desk: d, Jobs: j})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := j.Close(); err != nil {
			t.Error(err)
		}
		a.Close()
	})
	return &bench{t, a, j}
}

// do sends a request and returns the whole answer.
func (b *bench) do(method, path, body string, headers ...string) *httptest.ResponseRecorder {
	b.t.Helper()
	r := httptest.NewRequest(method, "http://127.0.0.1"+api.Root+path, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	b.h.ServeHTTP(w, r)
	return w
}

// get reads JSON that must be there.
func (b *bench) get(path string, into any) *httptest.ResponseRecorder {
	b.t.Helper()
	w := b.do(http.MethodGet, path, "")
	if w.Code != http.StatusOK {
		b.t.Fatalf("GET %s = %d: %s", path, w.Code, w.Body)
	}
	if err := json.Unmarshal(w.Body.Bytes(), into); err != nil {
		b.t.Fatalf("GET %s: %v", path, err)
	}
	return w
}

// begin asks for a run and returns its id.
func (b *bench) begin(body string) string {
	b.t.Helper()
	w := b.do(http.MethodPost, "/runs", body)
	var run struct{ ID string }
	if err := json.Unmarshal(w.Body.Bytes(), &run); w.Code != http.StatusCreated || err != nil {
		b.t.Fatalf("POST /runs = %d: %s", w.Code, w.Body)
	}
	if got, want := w.Header().Get("Location"), api.Root+"/runs/"+run.ID; got != want {
		b.t.Errorf("Location %s; want %s", got, want)
	}
	return run.ID
}

// event is one of a stream.
type event struct{ id, name, data string }

// follow reads the news of a run to its end.
func (b *bench) follow(id, last string) (int, []event) {
	b.t.Helper()
	w := b.do(http.MethodGet, "/runs/"+id+"/events", "", "Last-Event-ID", last)
	var out []event
	var e event
	lines := bufio.NewScanner(bytes.NewReader(w.Body.Bytes()))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		name, value, _ := strings.Cut(lines.Text(), ": ")
		switch name {
		case "id":
			e.id = value
		case "event":
			e.name = value
		case "data":
			e.data = value
		case "":
			if e.name != "" {
				out = append(out, e)
			}
			e = event{}
		}
	}
	return w.Code, out
}

const explored = `{"kind":"explore","state":"KOR","futures":600,"strategies":["side-with-a","side-with-b"],"custom":[{"name":"half","levers":{"tie_a":0.5}}]}`

// One exploration from the asking to the removal, and all that is asked of it.
func TestRunsOverHTTP(t *testing.T) {
	b := openBench(t, jobs.Options{})
	id := b.begin(explored)
	if w := b.do(http.MethodPost, "/runs", explored); w.Code != http.StatusOK {
		t.Errorf("asked for again: %d", w.Code)
	}
	t.Run("events", func(t *testing.T) { checkEvents(t, b, id) })
	t.Run("results", func(t *testing.T) { checkResults(t, b, id) })
	t.Run("judged", func(t *testing.T) { checkJudged(t, b, id) })
	t.Run("weights", func(t *testing.T) { checkWeights(t, b, id) })
	t.Run("refused", func(t *testing.T) { checkRefused(t, b, id) })
	var list struct {
		Runs []struct{ ID, State, Command string }
	}
	b.get("/runs", &list)
	if len(list.Runs) != 1 || list.Runs[0].ID != id || list.Runs[0].State != "finished" || !strings.HasPrefix(list.Runs[0].Command, "shatterbelt explore KOR") {
		t.Errorf("GET /runs = %+v", list)
	}
	if w := b.do(http.MethodDelete, "/runs/"+id, ""); w.Code != http.StatusNoContent {
		t.Errorf("DELETE = %d: %s", w.Code, w.Body)
	}
	if w := b.do(http.MethodGet, "/runs/"+id, ""); w.Code != http.StatusNotFound {
		t.Errorf("after DELETE: %d", w.Code)
	}
}

func checkEvents(t *testing.T, b *bench, id string) {
	code, events := b.follow(id, "")
	names := map[string]int{}
	for _, e := range events {
		names[e.name]++
	}
	last := events[len(events)-1]
	if code != http.StatusOK || last.name != "done" || names["progress"] == 0 || names["partial"] == 0 {
		t.Fatalf("%d: %v, the last %+v", code, names, last)
	}
	if code, events := b.follow(id, last.id); code != http.StatusNoContent || len(events) != 0 {
		t.Errorf("after the end: %d, %v", code, events)
	}
	if _, events := b.follow(id, "another-99"); len(events) == 0 || events[len(events)-1].name != "done" {
		t.Errorf("after an event of another session: %v", events)
	}
	if _, some := b.follow(id, events[0].id); len(some) == 0 || some[0].id == events[0].id {
		t.Errorf("after the first event: %v", some)
	}
}

func checkResults(t *testing.T, b *bench, id string) {
	var page struct {
		Columns []string
		Rows    [][]any
		Total   int
	}
	w := b.get("/runs/"+id+"/results?limit=4&offset=3", &page)
	if page.Total != 1800 || len(page.Rows) != 4 || len(page.Rows[0]) != len(page.Columns) || page.Rows[0][0] != 1.0 || page.Rows[0][1] != "side-with-a" {
		t.Errorf("page: %d of %d rows, the first %v", len(page.Rows), page.Total, page.Rows[0][:2])
	}
	if link := w.Header().Get("Link"); !strings.Contains(link, "offset=7") || !strings.Contains(link, `rel="next"`) {
		t.Errorf("Link %s", link)
	}
	b.get("/runs/"+id+"/results?sample=10&strategy=half&columns=future,hazard,good_enough", &page)
	if len(page.Rows) != 10 || page.Rows[9][0] != 540.0 || len(page.Columns) != 3 {
		t.Errorf("sample: %v", page.Rows)
	}
	rows, err := csv.NewReader(b.do(http.MethodGet, "/runs/"+id+"/results.csv", "").Body).ReadAll()
	if err != nil || len(rows) != 1801 || rows[0][0] != "future" {
		t.Errorf("CSV of %d rows, %v", len(rows), err)
	}
	body := b.do(http.MethodGet, "/runs/"+id+"/results", "", "Accept", "application/vnd.apache.parquet").Body.Bytes()
	p, err := parquet.OpenFile(bytes.NewReader(body), int64(len(body)))
	if err != nil || p.NumRows() != 1800 {
		t.Errorf("Parquet: %v", err)
	}
	part := b.do(http.MethodGet, "/runs/"+id+"/results.parquet", "", "Range", "bytes=0-3")
	if part.Code != http.StatusPartialContent || part.Body.String() != "PAR1" {
		t.Errorf("a range: %d %q", part.Code, part.Body)
	}
	if w := b.do(http.MethodGet, "/runs/"+id+"/strategies", ""); !strings.Contains(w.Body.String(), "name: half") {
		t.Errorf("strategies: %s", w.Body)
	}
}

func checkJudged(t *testing.T, b *bench, id string) {
	var r struct {
		Strategies []struct {
			Name       string
			Rank       int
			GoodEnough struct{ Value, Low, High float64 } `json:"good_enough"`
			Title      struct{ EN, KO string }
		}
		Outcomes []struct{ Name string }
		Matrix   [][]struct{ Mean struct{ Value float64 } }
		Criteria []struct{ Criterion string }
	}
	b.get("/runs/"+id+"/robustness", &r)
	if len(r.Strategies) != 3 || len(r.Outcomes) != 6 || len(r.Matrix) != 3 || len(r.Matrix[0]) != 6 || len(r.Criteria) == 0 {
		t.Fatalf("robustness %+v", r)
	}
	for i, s := range r.Strategies {
		if s.Rank != i+1 || i > 0 && s.GoodEnough.Value > r.Strategies[i-1].GoodEnough.Value || s.GoodEnough.Low > s.GoodEnough.Value || strings.Contains(s.Title.EN, "{") {
			t.Errorf("strategy %+v", s)
		}
	}
	rows, err := csv.NewReader(b.do(http.MethodGet, "/runs/"+id+"/robustness?format=csv", "").Body).ReadAll()
	if err != nil || len(rows) < 3*(3+4*6) {
		t.Errorf("robustness as CSV: %d rows, %v", len(rows), err)
	}
	var f struct {
		Strategy string
		Boxes    []struct{ Density float64 }
		EN, KO   []string
	}
	b.get("/runs/"+id+"/boxes?strategy=side-with-b", &f)
	if f.Strategy != "side-with-b" || len(f.EN) != len(f.Boxes) || len(f.KO) != len(f.Boxes) {
		t.Errorf("boxes %+v", f)
	}
	var flips struct {
		Leader  string
		Drivers []any
		Weights struct {
			Leader  string
			Weights []float64
		}
	}
	b.get("/runs/"+id+"/flips", &flips)
	if flips.Leader != r.Strategies[0].Name || len(flips.Drivers) == 0 || len(flips.Weights.Weights) == 0 {
		t.Errorf("flips %+v", flips)
	}
}

func checkWeights(t *testing.T, b *bench, id string) {
	weigh := func(answers string) (w struct {
		Question struct {
			More, Than, EN, KO string
			Share              float64
		}
		Weights []struct {
			Outcome string
			Value   float64
		}
		Leader string
	}) {
		t.Helper()
		got := b.do(http.MethodPost, "/runs/"+id+"/weights", `{"answers":[`+answers+`]}`)
		if err := json.Unmarshal(got.Body.Bytes(), &w); got.Code != http.StatusOK || err != nil {
			t.Fatalf("weights = %d: %s", got.Code, got.Body)
		}
		return w
	}
	of := func(list []struct {
		Outcome string
		Value   float64
	}, name string) float64 {
		for _, w := range list {
			if w.Outcome == name {
				return w.Value
			}
		}
		return 0
	}
	before := weigh("")
	if before.Question.EN == "" || !strings.Contains(before.Question.KO, "중요") || before.Leader == "" {
		t.Errorf("the first question: %+v", before.Question)
	}
	q, _ := json.Marshal(map[string]any{"more": "security", "than": "peace", "share": 1})
	after := weigh(`{"question":` + string(q) + `,"answer":"yes"}`)
	if of(after.Weights, "security") <= of(before.Weights, "security") || of(after.Weights, "peace") >= of(before.Weights, "peace") {
		t.Errorf("after an answer for security: %+v; before %+v", after.Weights, before.Weights)
	}
	posted := b.do(http.MethodPost, "/runs/"+id+"/weights", `{"answers":[{"question":`+string(q)+`,"answer":"yes"}]}`).Body
	linked := b.do(http.MethodGet, "/runs/"+id+"/weights?answers=security~peace~1~yes", "")
	var p, l any
	if json.Unmarshal(posted.Bytes(), &p) != nil || json.Unmarshal(linked.Body.Bytes(), &l) != nil || !reflect.DeepEqual(p, l) {
		t.Errorf("the same answers by a link: %.300s; want %.300s", linked.Body, posted)
	}
	rows := b.do(http.MethodGet, "/runs/"+id+"/weights?format=csv", "").Body.String()
	if !strings.HasPrefix(rows, "kind,name,value,low,high\nweight,") || !strings.Contains(rows, "\nleads,") {
		t.Errorf("as rows: %.300s", rows)
	}
}

// What cannot be is refused, with the field that is wrong and what to do.
func checkRefused(t *testing.T, b *bench, id string) {
	tests := []struct {
		method, path, body string
		status             int
		location, want     string
	}{
		{"GET", "/runs/none-such", "", 404, "path.id", "/runs lists"},
		{"GET", "/runs/NONE", "", 422, "path.id", ""},
		{"GET", "/runs/none-such/events", "", 404, "path.id", ""},
		{"GET", "/runs/" + id + "/brief", "", 409, "path.id", "no brief"},
		{"GET", "/runs/" + id + "/results?limit=-1", "", 422, "query.limit", ""},
		{"GET", "/runs/" + id + "/results?smple=3", "", 422, "query.smple", "sample"},
		{"GET", "/runs/" + id + "/results?sample=3&columns=hazzard", "", 422, "query.columns", `\"hazard\"`},
		{"GET", "/runs/" + id + "/results?sample=3&strategy=side", "", 404, "query.strategy", ""},
		{"GET", "/runs/" + id + "/boxes?strategy=side-with-c", "", 404, "query.strategy", "side-with-"},
		{"POST", "/runs/" + id + "/cancel", "", 409, "path.id", "finished"},
		{"POST", "/runs", `{"kind":"explore","state":"KRO"}`, 404, "body.state", "KOR"},
		{"POST", "/runs", `{"kind":"dance","state":"KOR"}`, 422, "body.kind", ""},
		{"POST", "/runs", `{"kind":"explore"}`, 422, "", "state"},
		{"POST", "/runs", `{"kind":"explore","state":"KOR","futurs":3}`, 422, "body.futurs", ""},
		{"POST", "/runs", `{"kind":"explore","state":"KOR","futures":0}`, 422, "body.futures", ""},
		{"POST", "/runs", `{"kind":"explore","state":"KOR","futures":50000}`, 422, "body.futures", "experiments"},
		{"POST", "/runs", `{"kind":"explore","state":"KOR","year":1600}`, 422, "body.year", ""},
		{"POST", "/runs", `{"kind":"explore","state":"KOR","strategies":["side-with-c"]}`, 422, "body.strategies[0]", "side-with-"},
		{"POST", "/runs", `{"kind":"explore","state":"KOR","custom":[{"name":"x","levers":{"tie_x":1}}]}`, 422, "body.custom[0].levers.tie_x", "tie_a"},
		{"POST", "/runs", `{"kind":"explore","state":"KOR","custom":[{"name":"x","levers":{"tie_a":7}}]}`, 422, "body.custom[0].levers.tie_a", "from 0 to 1"},
		{"POST", "/runs", `{"kind":"explore","state":"KOR","custom":[{"name":"My plan","levers":{"tie_a":1}}]}`, 422, "body.custom[0]", "lower-case"},
		{"POST", "/runs", `{"kind":"explore","state":"KOR","strategies":["side-with-a"],"custom":[{"name":"side-with-a","levers":{}}]}`, 422, "body.custom", "a name of its own"},
		{"POST", "/runs", `{"kind":"explore","state":"KOR","file":"schema: shatterbelt/strategies/1\nstrategies:\n  - nam: x\n"}`, 422, "body.3.5", "name"},
		{"POST", "/runs", `{"kind":"explore","state":"KOR","fix":{"hazzard":2}}`, 422, "body.fix", "hazard"},
		{"POST", "/runs", `{"kind":"explore","state":"KOR","fix":{"hazard":[2]}}`, 422, "body.fix.hazard", "want a number"},
		{"POST", "/runs", `{"kind":"explore","state":"KOR"`, 400, "", ""},
		{"GET", "/runs/" + id + "/weights?answers=peace~autonomy~1", "", 422, "query.answers", "peace~autonomy~1~yes"},
		{"GET", "/runs/" + id + "/weights?answers=peace~autonomy~2~no", "", 422, "query.answers", ""},
		{"POST", "/runs/" + id + "/weights", `{"answers":[{"question":{"more":"securty","than":"peace","share":1},"answer":"yes"}]}`, 422, "body.answers[0].question.more", "security"},
		{"POST", "/runs/" + id + "/weights", `{"answers":[{"question":{"more":"peace","than":"peace","share":1},"answer":"yes"}]}`, 422, "body.answers[0].question.than", "two outcomes"},
		{"POST", "/runs/" + id + "/weights", `{"answers":[{"question":{"more":"peace","than":"security","share":2},"answer":"yes"}]}`, 422, "body.answers[0].question.share", ""},
	}
	for _, tt := range tests {
		w := b.do(tt.method, tt.path, tt.body)
		if w.Code != tt.status || !strings.HasPrefix(w.Header().Get("Content-Type"), "application/problem+json") {
			t.Errorf("%s %s %s = %d %s; want %d: %s", tt.method, tt.path, tt.body, w.Code, w.Header().Get("Content-Type"), tt.status, w.Body)
			continue
		}
		var p struct{ Errors []struct{ Location string } }
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		if tt.location != "" && (len(p.Errors) == 0 || p.Errors[0].Location != tt.location) || !strings.Contains(w.Body.String(), tt.want) {
			t.Errorf("%s %s %s: %s; want %s and %q", tt.method, tt.path, tt.body, w.Body, tt.location, tt.want)
		}
	}
}

// A queue that is full says when to ask again; what waits can be cancelled.
func TestRunsWait(t *testing.T) {
	b := openBench(t, jobs.Options{Waiting: 2, Each: 2})
	var ids []string
	for seed := range 20 {
		body := strings.Replace(explored, `"futures":600`, `"futures":40000,"seed":`+string(rune('0'+seed%10)), 1)
		w := b.do(http.MethodPost, "/runs", body)
		if w.Code == http.StatusTooManyRequests {
			if w.Header().Get("Retry-After") == "" {
				t.Error("no Retry-After")
			}
			break
		}
		var run struct{ ID string }
		if err := json.Unmarshal(w.Body.Bytes(), &run); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, run.ID)
	}
	if len(ids) < 2 || len(ids) > 4 {
		t.Fatalf("%d runs taken where two may wait", len(ids))
	}
	if w := b.do(http.MethodDelete, "/runs/"+ids[len(ids)-1], ""); w.Code != http.StatusConflict {
		t.Errorf("what waits is removed: %d", w.Code)
	}
	for i := range ids {
		id := ids[len(ids)-1-i]
		if w := b.do(http.MethodPost, "/runs/"+id+"/cancel", ""); w.Code != http.StatusOK {
			t.Fatalf("cancel = %d: %s", w.Code, w.Body)
		}
		if _, events := b.follow(id, ""); events[len(events)-1].name != "cancelled" {
			t.Errorf("%s ended with %+v", id, events[len(events)-1])
		}
	}
}

// A stream ends when the workbench closes, and soon.
func TestEventsEndWithTheWorkbench(t *testing.T) {
	b := openBench(t, jobs.Options{})
	id := b.begin(strings.Replace(explored, `"futures":600`, `"futures":40000`, 1))
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		b.follow(id, "")
	}()
	time.Sleep(50 * time.Millisecond)
	b.jobs.Stop()
	select {
	case <-ended:
	case <-time.After(10 * time.Second):
		t.Error("the stream goes on")
	}
}

// Every route of runs and tables is described, with a summary in both languages.
func TestRunsAreDescribed(t *testing.T) {
	b := openBench(t, jobs.Options{})
	r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1/openapi.json", nil)
	w := httptest.NewRecorder()
	b.h.ServeHTTP(w, r)
	var spec struct {
		Paths map[string]map[string]struct {
			Summary string
			KO      string `json:"x-summary-ko"`
		}
	}
	if err := json.Unmarshal(w.Body.Bytes(), &spec); err != nil {
		t.Fatal(err)
	}
	for path, methods := range map[string][]string{
		"/runs": {"get", "post"}, "/runs/{id}": {"get", "delete"}, "/runs/{id}/cancel": {"post"}, "/runs/{id}/events": {"get"},
		"/runs/{id}/results": {"get"}, "/runs/{id}/strategies": {"get"}, "/runs/{id}/robustness": {"get"}, "/runs/{id}/boxes": {"get"},
		"/runs/{id}/flips": {"get"}, "/runs/{id}/weights": {"post"}, "/runs/{id}/brief": {"get"},
		"/tables/discover": {"post"}, "/tables/robustness": {"post"}, "/tables/sensitivity": {"post"},
	} {
		for _, m := range methods {
			if op := spec.Paths[api.Root+path][m]; op.Summary == "" || op.KO == "" {
				t.Errorf("%s %s: %+v", m, path, op)
			}
		}
	}
}
