package api_test

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/web/jobs"
)

// farm is an invented table of experiments: six futures of two policies, in which
// feeding fails where rain is least.
const farm = "future,policy,rain,fed,spent\n" +
	"0,save,100,0.2,1\n0,store,100,0.4,3\n1,save,200,0.3,1\n1,store,200,0.6,3\n2,save,300,0.6,1\n2,store,300,0.8,3\n" +
	"3,save,400,0.8,1\n3,store,400,0.9,3\n4,save,500,0.9,1\n4,store,500,0.9,3\n5,save,600,1,1\n5,store,600,1,3\n"

// Tables that are sent are asked what the commands ask, and are gone afterwards;
// what is wrong with them, or with what is asked, is said.
func TestTables(t *testing.T) {
	b := openBench(t, jobs.Options{})
	work := t.TempDir()
	t.Setenv("TMPDIR", work)
	tests := []struct {
		name, path, body string
		status           int
		want             string
	}{
		{"robustness", "robustness?higher=fed&lower=spent", farm, 200, `"store"`},
		{"good enough", "robustness?good=fed%20%3E%3D%200.8&lower=spent", farm, 200, `"good_enough"`},
		{"discover", "discover?outcome=fed%20%3C%200.5&inputs=rain", farm, 200, `"rain"`},
		{"tree", "discover?outcome=fed%20%3C%200.5&inputs=rain&method=cart", farm, 200, `"tree"`},
		{"sensitivity", "sensitivity?outcome=fed&inputs=rain", farm, 200, `"sample"`},
		{"one policy", "sensitivity?outcome=fed&inputs=rain&where=policy%20%3D%20save", farm, 200, `"experiments": 6`},
		{"no outcome", "discover?inputs=rain", farm, 422, "query.outcome"},
		{"no such column", "discover?outcome=fet%20%3C%201", farm, 422, `did you mean \"fed\"?`},
		{"no condition", "discover?outcome=fed%20%3C%20many", farm, 422, "is no number"},
		{"no direction", "robustness", farm, 422, "higher"},
		{"unknown option", "robustness?hihger=fed", farm, 422, "query.hihger"},
		{"unknown method", "discover?outcome=fed&method=guess", farm, 422, "query.method"},
		{"threshold", "discover?outcome=fed&threshold=2", farm, 422, "query.threshold"},
		{"unknown question", "conquer", farm, 404, ""},
		{"a bad cell", "robustness?higher=fed", farm + "6,save,700,lots,1\n", 422, "table:14:12: fed is"},
		{"a short line", "robustness?higher=fed", farm + "6,save\n", 422, "table:14:1: 2 cells"},
		{"nothing", "robustness?higher=fed", "", 422, "empty"},
		{"damaged Parquet", "robustness?higher=fed", "PAR1 and no more PAR1", 422, "damaged Parquet"},
		{"a picture", "robustness?higher=fed", "\x89PNG\r\n\x1a\n\x00\x00", 422, ""},
		{"JSON", "robustness?higher=fed", `{"a":1}`, 422, ""},
	}
	for _, tt := range tests {
		w := b.do(http.MethodPost, "/tables/"+tt.path, tt.body, "Content-Type", "application/octet-stream")
		if w.Code != tt.status || !strings.Contains(w.Body.String(), tt.want) {
			t.Errorf("%s: %d, want %d and %q: %.400s", tt.name, w.Code, tt.status, tt.want, w.Body)
		}
		if strings.Contains(w.Body.String(), work) {
			t.Errorf("%s: a folder of ours is named: %.400s", tt.name, w.Body)
		}
	}
	if left, err := os.ReadDir(work); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// A table of more cells than are read is refused, whether it is long or well packed.
func TestTablesAreBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("tens of megabytes")
	}
	b := openBench(t, jobs.Options{})
	wide := strings.Repeat("a,", 1999) + "b\n"
	for i := range 1999 {
		wide = strings.Replace(wide, "a,", "c"+string(rune('a'+i%26))+strings.Repeat("x", i/26)+",", 1)
	}
	long := wide + strings.Repeat(strings.Repeat("1,", 1999)+"1\n", 10_001)
	w := b.do(http.MethodPost, "/tables/robustness?higher=b", long, "Content-Type", "text/csv")
	if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "more than the 20000000 cells") {
		t.Errorf("%d: %.300s", w.Code, w.Body)
	}
	w = b.do(http.MethodPost, "/tables/robustness?higher=b", strings.Repeat("x", 64<<20+1), "Content-Type", "text/csv")
	if w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("65 MiB: %d: %.300s", w.Code, w.Body)
	}
}

// A brief is asked for, followed, and read in every format and language; the page
// may run no script.
func TestBriefOverHTTP(t *testing.T) {
	if testing.Short() {
		t.Skip("computes a brief")
	}
	b := openBench(t, jobs.Options{})
	id := b.begin(`{"kind":"brief","state":"KOR","futures":100}`)
	if _, events := b.follow(id, ""); events[len(events)-1].name != "done" {
		t.Fatalf("%+v", events[len(events)-1])
	}
	for _, tt := range []struct{ query, kind, want string }{
		{"", "text/html", "South Korea"},
		{"?lang=ko", "text/html", "정책 제언"},
		{"?lang=ko&format=md", "text/markdown", "# "},
		{"?format=json", "application/json", `"lang": "en"`},
	} {
		w := b.do(http.MethodGet, "/runs/"+id+"/brief"+tt.query, "")
		if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Type"), tt.kind) || !strings.Contains(w.Body.String(), tt.want) {
			t.Errorf("%s: %d %s", tt.query, w.Code, w.Header().Get("Content-Type"))
		}
		if tt.kind == "text/html" && !strings.Contains(w.Header().Get("Content-Security-Policy"), "sandbox") {
			t.Errorf("%s: policy %s", tt.query, w.Header().Get("Content-Security-Policy"))
		}
		if !strings.HasPrefix(w.Header().Get("Shatterbelt-Command"), "shatterbelt brief KOR") {
			t.Errorf("%s: command %s", tt.query, w.Header().Get("Shatterbelt-Command"))
		}
	}
	var problem struct{ Status int }
	w := b.do(http.MethodGet, "/runs/"+id+"/robustness", "")
	if err := json.Unmarshal(w.Body.Bytes(), &problem); err != nil || problem.Status != http.StatusConflict {
		t.Errorf("robustness of a brief: %s", w.Body)
	}
	t.Run("without a browser", func(t *testing.T) {
		t.Setenv("SHATTERBELT_BROWSER", filepath.Join(t.TempDir(), "none"))
		if w := b.do(http.MethodGet, "/runs/"+id+"/brief?format=pdf", ""); w.Code != http.StatusServiceUnavailable {
			t.Errorf("%d: %s", w.Code, w.Body)
		}
	})
	t.Run("printed", func(t *testing.T) {
		t.Setenv("SHATTERBELT_BROWSER", testkit.Browser(t))
		w := b.do(http.MethodGet, "/runs/"+id+"/brief?format=pdf&download=true", "")
		if w.Code != http.StatusOK || !strings.HasPrefix(w.Body.String(), "%PDF-") || !strings.HasPrefix(w.Header().Get("Content-Disposition"), "attachment") {
			t.Errorf("%d: %.200s", w.Code, w.Body)
		}
	})
}
