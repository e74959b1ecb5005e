package testkit

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// probe stands in for a test and remembers how it ended.
type probe struct {
	testing.TB
	ended, text string
}

func (p *probe) Helper() {}
func (p *probe) Errorf(format string, args ...any) {
	p.ended, p.text = "error", fmt.Sprintf(format, args...)
}
func (p *probe) Fatalf(format string, args ...any) {
	p.ended, p.text = "fatal", fmt.Sprintf(format, args...)
	runtime.Goexit()
}
func (p *probe) Skipf(format string, args ...any) {
	p.ended, p.text = "skip", fmt.Sprintf(format, args...)
	runtime.Goexit()
}

// run calls f as a test would be, in a goroutine that it may end.
func run(t *testing.T, f func(testing.TB)) *probe {
	p := &probe{TB: t, ended: "pass"}
	done := make(chan struct{})
	go func() {
		defer close(done)
		f(p)
	}()
	<-done
	return p
}

func TestNear(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	tests := []struct {
		got, want, tol float64
		near           bool
	}{
		{1, 1, 0, true},
		{1, 1.5, 0.5, true},
		{1, 1.5, 0.4, false},
		{nan, nan, 0, true},
		{nan, 0, 1, false},
		{0, nan, 1, false},
		{inf, inf, 0, true},
		{inf, -inf, 1, false},
	}
	for _, tt := range tests {
		if got := Near(tt.got, tt.want, tt.tol); got != tt.near {
			t.Errorf("Near(%v, %v, %v) = %v; want %v", tt.got, tt.want, tt.tol, got, tt.near)
		}
	}
	if NearAll([]float64{1}, []float64{1, 2}, 1) || NearAll([]float64{1, 9}, []float64{1, 2}, 1) {
		t.Error("NearAll finds slices near that are not")
	}
	if !NearAll([]float64{1, nan}, []float64{1.5, nan}, 0.5) {
		t.Error("NearAll finds slices far that are near")
	}
}

func TestGolden(t *testing.T) {
	path := filepath.Join(t.TempDir(), "testdata", "a.txt")
	golden := func(got string, rewrite bool) *probe {
		defer func(old bool) { *update = old }(*update)
		*update = rewrite
		return run(t, func(tb testing.TB) { Golden(tb, path, []byte(got)) })
	}
	steps := []struct {
		got     string
		rewrite bool
		ended   string
		text    string
	}{
		{"one\ntwo\n", false, "fatal", "-update"},
		{"one\ntwo\n", true, "pass", ""},
		{"one\ntwo\n", false, "pass", ""},
		{"one\n2\n", false, "error", "line 2"},
		{"one\ntwo\nthree", false, "error", "line 3"},
		{"one\n", true, "pass", ""},
		{"one\n", false, "pass", ""},
	}
	for i, s := range steps {
		if p := golden(s.got, s.rewrite); p.ended != s.ended || !strings.Contains(p.text, s.text) {
			t.Errorf("step %d: %s, %q; want %s with %q", i+1, p.ended, p.text, s.ended, s.text)
		}
	}
}

func TestNeeds(t *testing.T) {
	if testing.Short() {
		t.Skip("what it tests is left out by -short")
	}
	dir := t.TempDir()
	tests := []struct {
		name  string
		env   map[string]string
		f     func(testing.TB) string
		ended string
	}{
		{"no data", map[string]string{DataVar: "", E2EVar: ""}, Data, "skip"},
		{"no data in full tests", map[string]string{DataVar: "", E2EVar: "1"}, Data, "fatal"},
		{"data", map[string]string{DataVar: dir, E2EVar: ""}, Data, "pass"},
		{"data nowhere", map[string]string{DataVar: filepath.Join(dir, "x"), E2EVar: ""}, Data, "fatal"},
		{"browser nowhere", map[string]string{BrowserVar: filepath.Join(dir, "x"), E2EVar: ""}, Browser, "fatal"},
		{"no module", map[string]string{E2EVar: ""}, python, "skip"},
		{"no module in full tests", map[string]string{E2EVar: "1"}, python, "fatal"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for k, v := range tt.env {
				t.Setenv(k, v)
			}
			if p := run(t, func(tb testing.TB) { tt.f(tb) }); p.ended != tt.ended {
				t.Errorf("%s, %q; want %s", p.ended, p.text, tt.ended)
			}
		})
	}
}

func python(t testing.TB) string { return Python(t, "a_module_that_nobody_has") }

func TestHermetic(t *testing.T) {
	t.Setenv("LANG", "ko_KR.UTF-8")
	t.Setenv("SHATTERBELT_LANG", "ko")
	home := Hermetic(t)
	for name, want := range map[string]string{"LANG": "", "SHATTERBELT_LANG": "", "HOME": home, "TZ": "UTC"} {
		if got := os.Getenv(name); got != want {
			t.Errorf("%s is %q; want %q", name, got, want)
		}
	}
	if left, err := os.ReadDir(home); err != nil || len(left) > 0 {
		t.Errorf("home holds %v, %v; want nothing", left, err)
	}
}

func ExampleNear() {
	third := 1.0 / 3
	fmt.Println(Near(third+third+third, 1, 1e-12), Near(third, 0.33, 1e-12))
	// Output: true false
}
