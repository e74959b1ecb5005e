package api_test

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	"go.uber.org/goleak"

	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/web/api"
)

// TestMain wants every goroutine waited for.
func TestMain(m *testing.M) {
	code := m.Run()
	if closeShared(); code == 0 {
		if err := goleak.Find(); err != nil {
			_, _ = os.Stderr.WriteString(err.Error() + "\n")
			code = 1
		}
	}
	os.Exit(code)
}

var shared struct {
	once sync.Once
	api  *api.API
	desk *desk.Desk
	dir  string
	err  error
}

func closeShared() {
	if shared.api != nil {
		shared.api.Close()
	}
	if shared.dir != "" {
		os.RemoveAll(shared.dir)
	}
}

// served is the API over the embedded figures, one for all tests.
func served(t testing.TB) http.Handler {
	t.Helper()
	shared.once.Do(func() {
		if shared.dir, shared.err = os.MkdirTemp("", "shatterbelt-api"); shared.err != nil {
			return
		}
		if shared.desk, shared.err = desk.Open(context.Background(), store.Open(shared.dir)); shared.err != nil {
			return
		}
		shared.api, shared.err = api.New(api.Options{Desk: shared.desk})
	})
	if shared.err != nil {
		t.Fatal(shared.err)
	}
	return shared.api
}

// ask sends one request without a network.
func ask(t testing.TB, h http.Handler, method, address, body string, headers ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, address, strings.NewReader(body))
	r.Host = "127.0.0.1:7410"
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
			continue
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func text(t testing.TB, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// fault is a problem as a client reads it.
type fault struct {
	Status int    `json:"status"`
	Title  string `json:"title"`
	Detail string `json:"detail"`
	Errors []struct {
		Location string `json:"location"`
		Message  string `json:"message"`
	} `json:"errors"`
}

func TestAnswers(t *testing.T) {
	tests := []struct {
		address, kind, want string
		slow                bool
	}{
		{"/api/v1/version", "application/json", `"version"`, false},
		{"/api/v1/health", "application/json", `"ok"`, false},
		{"/api/v1/states", "application/json", `"한국"`, false},
		{"/api/v1/states.csv?year=2021", "text/csv; charset=utf-8", "ccode,iso,en,ko,lat,lon,great_power,has_outline\n2,USA,", false},
		{"/api/v1/states?format=parquet", "application/vnd.apache.parquet", "PAR1", false},
		{"/api/v1/geometry", "application/json", `"FeatureCollection"`, false},
		{"/api/v1/zones?year=2021", "application/json", `"persistence"`, false},
		{"/api/v1/zones.csv", "text/csv; charset=utf-8", "year,zone,state,peak,persistence,level\n", false},
		{"/api/v1/card/KOR", "application/json", `"placed": true`, false},
		{"/api/v1/structure/KOR.csv?drill=true", "text/csv; charset=utf-8", "state,component,", true},
		{"/api/v1/structure/" + url.PathEscape("폴란드") + ".csv", "text/csv; charset=utf-8", "index,unit,state,year", true},
		{"/api/v1/position.csv?year=2013", "text/csv; charset=utf-8", "state,year,capability_year,squeeze", true},
		{"/api/v1/position/FIN?year=2013", "application/json", `"shatterbelt/position/2"`, true},
		{"/api/v1/align/FIN.csv?between=USA,RUS", "text/csv; charset=utf-8", "state,year,power,measure,value,as_of\n", false},
		{"/api/v1/compare/KOR?most=3", "application/json", `"shatterbelt/compare/1"`, false},
		{"/api/v1/compare/KOR/POL.csv", "text/csv; charset=utf-8", "dimension,theme,unit,state", false},
		{"/api/v1/deter.csv?challenger=PRK&target=KOR&patron=USA", "text/csv; charset=utf-8", "PRK,KOR,USA,default,invasion", false},
		{"/api/v1/deter?challenger=RUS&target=UKR&patron=none", "application/json", `"game"`, false},
		{"/api/v1/measures/gdp_current_share?year=2021", "application/json", `"gdp_current_share"`, false},
		{"/api/v1/measures/bases.csv?partner=KOR&year=2021", "text/csv; charset=utf-8", "ccode,iso,partner,year", false},
		{"/api/v1/measures/milex_constant.csv?year=2021&powers=true", "text/csv; charset=utf-8", "USA", false},
		{"/api/v1/figures.csv?indicator=gdp_current&state=KOR", "text/csv; charset=utf-8", "wdi-gdp", false},
		{"/api/v1/params?name=half_distance", "application/json", `"half_distance"`, false},
		{"/api/v1/cite?key=boulding1962", "application/json", "Boulding", false},
		{"/api/v1/data.csv", "text/csv; charset=utf-8", "key,publisher,title", false},
		{"/api/v1/strategies", "application/json", `"tie_a"`, false},
		{"/api/v1/claims.csv", "text/csv; charset=utf-8", "C01,2024,contradicted", false},
		{"/api/v1/claims/c09", "application/json", `"C09"`, true},
		{"/api/v1/claims/c09.csv", "text/csv; charset=utf-8", "claim,part,unit,setting,value,low,high,side", true},
		{"/openapi.json", "application/openapi+json", `"3.1.0"`, false},
		{"/docs", "text/html; charset=utf-8", "read_csv", false},
		{"/docs?lang=ko", "text/html; charset=utf-8", "명령줄의 모든 질문", false},
		{"/docs/style.css", "text/css; charset=utf-8", "color-scheme", false},
	}
	h := served(t)
	for _, tt := range tests {
		t.Run(tt.address, func(t *testing.T) {
			if tt.slow && testing.Short() {
				t.Skip("takes long with the race detector")
			}
			r := ask(t, h, "GET", tt.address, "")
			body := text(t, r)
			if r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != tt.kind || !strings.Contains(body, tt.want) {
				t.Errorf("%d, %s; want 200, %s and %q in %.300s", r.StatusCode, r.Header.Get("Content-Type"), tt.kind, tt.want, body)
			}
		})
	}
}

// Every fault is a problem that names the field.
func TestFaults(t *testing.T) {
	tests := []struct {
		method, address, body string
		status                int
		location, detail      string
	}{
		{"GET", "/api/v1/nothing", "", 404, "", "nothing answers"},
		{"GET", "/elsewhere", "", 404, "", "nothing answers"},
		{"POST", "/api/v1/states", "", 405, "", "POST is not for this address"},
		{"GET", "/api/v1/states?yeer=2021", "", 422, "query.yeer", `did you mean "year"`},
		{"GET", "/api/v1/states?year=2021&year=2022", "", 422, "query.year", "given 2 times"},
		{"GET", "/api/v1/states?year=twenty", "", 422, "query.year", ""},
		{"GET", "/api/v1/states?year=1500", "", 422, "query.year", ""},
		{"GET", "/api/v1/states?year=1900", "", 422, "query.year", "no figures for 1900"},
		{"GET", "/api/v1/structure/KORE", "", 404, "path.state", "unknown state"},
		{"GET", "/api/v1/structure/KOR?weights=mine", "", 422, "query.weights", ""},
		{"GET", "/api/v1/position/USB", "", 404, "path.state", "did you mean"},
		{"GET", "/api/v1/align/FIN?between=USA", "", 422, "query.between", "want two states"},
		{"GET", "/api/v1/align/FIN?between=USA,FIN", "", 422, "query.between", "neither of them"},
		{"GET", "/api/v1/compare/KOR/KOR", "", 422, "path.other", "compared with itself"},
		{"GET", "/api/v1/compare/KOR?most=0", "", 422, "query.most", ""},
		{"GET", "/api/v1/deter?challenger=PRK&target=KOR", "", 422, "query.patron", ""},
		{"GET", "/api/v1/deter?challenger=PRK&target=PRK&patron=USA", "", 422, "query.target", "are both PRK"},
		{"GET", "/api/v1/deter?challenger=PRK&target=KOR&patron=USA,GBR,DEU,FRA", "", 422, "query.patron", "at most 3"},
		{"GET", "/api/v1/deter?challenger=PRK&target=KOZ&patron=USA", "", 404, "query.target", "did you mean"},
		{"GET", "/api/v1/deter?challenger=PRK&target=KOR&patron=USA&set=lamda%3D4", "", 422, "query.set", `did you mean "lambda"`},
		{"GET", "/api/v1/deter/efg?challenger=PRK&target=KOR&patron=USA&set=lambda%3D0", "", 422, "query.set", "want 0.001 to 100"},
		{"GET", "/api/v1/strategies/KRO", "", 404, "path.state", "did you mean"},
		{"GET", "/api/v1/measures/squeze", "", 404, "path.name", `did you mean "squeeze"`},
		{"GET", "/api/v1/measures/squeeze?state=XQX", "", 404, "query.state", "unknown state"},
		{"GET", "/api/v1/figures?indicator=gdp", "", 404, "query.indicator", "no indicator"},
		{"GET", "/api/v1/figures?limit=-1", "", 422, "query.limit", ""},
		{"GET", "/api/v1/params?name=half", "", 404, "query.name", "no parameter"},
		{"GET", "/api/v1/cite?key=nobody1900", "", 404, "query.key", "no work"},
		{"GET", "/api/v1/claims/C99", "", 404, "path.id", "no claim"},
		{"GET", "/api/v1/health.csv", "", 406, "", "application/json"},
		{"GET", "/api/v1/states?format=xml", "", 406, "", "text/csv"},
		{"POST", "/api/v1/deter/solve", `{"lambda":3}`, 422, "body", ""},
		{"POST", "/api/v1/deter/solve", `{"lambda":3,"status_quo":0,"odds":[],"branches":[]}`, 422, "body.branches", "want one for each"},
		{"POST", "/api/v1/deter/solve", `{`, 400, "", ""},
		{"POST", "/api/v1/strategies/check", "schema: shatterbelt/strategies/1\nstrategies:\n  - name: x\n    leverz: 3\n", 422, "body.3.5", "faults"},
	}
	h := served(t)
	for _, tt := range tests {
		t.Run(tt.method+" "+tt.address, func(t *testing.T) {
			r := ask(t, h, tt.method, tt.address, tt.body, "Content-Type", "application/json")
			var got fault
			body := text(t, r)
			if err := json.Unmarshal([]byte(body), &got); err != nil || r.Header.Get("Content-Type") != "application/problem+json" {
				t.Fatalf("%d, %s, %v: %s", r.StatusCode, r.Header.Get("Content-Type"), err, body)
			}
			if r.StatusCode != tt.status || got.Status != tt.status || got.Title == "" || !strings.Contains(got.Detail, tt.detail) {
				t.Errorf("%d %+v; want %d with %q", r.StatusCode, got, tt.status, tt.detail)
			}
			if tt.location != "" && (len(got.Errors) == 0 || got.Errors[0].Location != tt.location || got.Errors[0].Message == "") {
				t.Errorf("%+v; want a message on %s", got.Errors, tt.location)
			}
		})
	}
}

func TestForms(t *testing.T) {
	tests := []struct{ accept, want string }{
		{"", "application/json"},
		{"*/*", "application/json"},
		{"text/html,application/xhtml+xml,*/*;q=0.8", "application/json"},
		{"text/csv", "text/csv; charset=utf-8"},
		{"application/json;q=0.5, text/csv", "text/csv; charset=utf-8"},
		{"text/csv;q=0, */*", "application/json"},
		{"application/vnd.apache.parquet", "application/vnd.apache.parquet"},
		{"image/png", "application/problem+json"},
	}
	h := served(t)
	for _, tt := range tests {
		r := ask(t, h, "GET", "/api/v1/states", "", "Accept", tt.accept)
		if got := r.Header.Get("Content-Type"); got != tt.want {
			t.Errorf("Accept %q gives %s; want %s", tt.accept, got, tt.want)
		}
	}
}

func TestPages(t *testing.T) {
	h := served(t)
	r := ask(t, h, "GET", "/api/v1/figures.csv?indicator=gdp_current&state=KOR&limit=5&offset=5", "")
	if n := strings.Count(text(t, r), "\n"); n != 6 {
		t.Errorf("%d lines; want a header and 5 rows", n)
	}
	link := r.Header.Get("Link")
	for _, rel := range []string{"first", "prev", "next", "last"} {
		if !strings.Contains(link, `rel="`+rel+`"`) {
			t.Errorf("Link is %s; want %s in it", link, rel)
		}
	}
	// The pages together are the whole.
	whole := strings.SplitAfter(text(t, ask(t, h, "GET", "/api/v1/figures.csv?indicator=gdp_current&state=KOR", "")), "\n")[1:]
	var parts []string
	next := "/api/v1/figures.csv?indicator=gdp_current&state=KOR&limit=7"
	for next != "" {
		r := ask(t, h, "GET", next, "")
		lines := strings.SplitAfter(text(t, r), "\n")
		parts = append(parts, lines[1:len(lines)-1]...)
		next = ""
		for l := range strings.SplitSeq(r.Header.Get("Link"), ", ") {
			if address, ok := strings.CutSuffix(l, `>; rel="next"`); ok {
				next = strings.TrimPrefix(address, "<")
			}
		}
	}
	if strings.Join(parts, "") != strings.Join(whole, "") || len(parts) < 20 {
		t.Errorf("%d rows in parts, %d in all", len(parts), len(whole)-1)
	}
}

func TestTags(t *testing.T) {
	h := served(t)
	address := "/api/v1/figures?indicator=gdp_current&state=KOR"
	plain := ask(t, h, "GET", address, "")
	zipped := ask(t, h, "GET", address, "", "Accept-Encoding", "gzip")
	if plain.Header.Get("ETag") == "" || plain.Header.Get("ETag") == zipped.Header.Get("ETag") || zipped.Header.Get("Content-Encoding") != "gzip" {
		t.Errorf("tags %s and %s, encoding %q", plain.Header.Get("ETag"), zipped.Header.Get("ETag"), zipped.Header.Get("Content-Encoding"))
	}
	if a, b := len(text(t, plain)), len(text(t, zipped)); b*2 > a {
		t.Errorf("%d bytes are compressed to %d", a, b)
	}
	for _, tag := range []string{plain.Header.Get("ETag"), zipped.Header.Get("ETag"), "W/" + plain.Header.Get("ETag"), `"other", ` + plain.Header.Get("ETag"), "*"} {
		if r := ask(t, h, "GET", address, "", "If-None-Match", tag); r.StatusCode != http.StatusNotModified || text(t, r) != "" {
			t.Errorf("If-None-Match %s gives %d", tag, r.StatusCode)
		}
	}
	if r := ask(t, h, "GET", address, "", "If-None-Match", `"other"`); r.StatusCode != http.StatusOK {
		t.Errorf("another tag gives %d", r.StatusCode)
	}
	if r := ask(t, h, "HEAD", address, ""); r.StatusCode != http.StatusOK || r.Header.Get("ETag") != plain.Header.Get("ETag") {
		t.Errorf("HEAD gives %d with %s", r.StatusCode, r.Header.Get("ETag"))
	}
}

// A moved payoff moves the equilibrium, and the payoffs as they were give it back.
func TestSolve(t *testing.T) {
	h := served(t)
	var before desk.Game
	if err := json.Unmarshal([]byte(game(t, h)), &before); err != nil {
		t.Fatal(err)
	}
	solve := func(g desk.Game) desk.Game {
		b, err := json.Marshal(g)
		if err != nil {
			t.Fatal(err)
		}
		r := ask(t, h, "POST", "/api/v1/deter/solve", string(b), "Content-Type", "application/json")
		var out desk.Game
		if body := text(t, r); r.StatusCode != http.StatusOK || json.Unmarshal([]byte(body), &out) != nil {
			t.Fatalf("%d: %s", r.StatusCode, body)
		}
		return out
	}
	same := solve(before)
	if same.Start != before.Start || same.Branches[4].Resist != before.Branches[4].Resist {
		t.Errorf("the same payoffs give %v and %v", same.Start, before.Start)
	}
	moved := before
	moved.StatusQuo++
	if got := solve(moved); got.Start >= same.Start || got.Residual > 1e-9 {
		t.Errorf("a better status quo moves the start from %v to %v, residual %v", same.Start, got.Start, got.Residual)
	}
}

// game is the game at the defaults as JSON.
func game(t testing.TB, h http.Handler) string {
	t.Helper()
	var crisis struct {
		Game json.RawMessage `json:"game"`
	}
	if err := json.Unmarshal([]byte(text(t, ask(t, h, "GET", "/api/v1/deter?challenger=PRK&target=KOR&patron=USA", ""))), &crisis); err != nil {
		t.Fatal(err)
	}
	return string(crisis.Game)
}
