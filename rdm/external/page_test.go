package external

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
)

var blocks = regexp.MustCompile("(?s)```(\\w+)\n(.*?)```")

// page returns the blocks of a language on the page about programs.
func page(t *testing.T, language string) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "external.md"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, b := range blocks.FindAllStringSubmatch(string(text), -1) {
		if b[1] == language {
			out = append(out, b[2])
		}
	}
	return out
}

// What the page shows can be read.
func TestPage(t *testing.T) {
	shown := page(t, "json")
	if len(shown) != 3 {
		t.Fatalf("%d blocks of JSON", len(shown))
	}
	m, err := parseDescription([]byte(strings.ReplaceAll(shown[1], "\n", " ")))
	if err != nil || len(m.Policies()) != 2 {
		t.Fatal(err)
	}
	w := m.worker(context.Background())
	w.asked = 1
	question, answer, _ := strings.Cut(shown[2], "\n")
	w.question(&rdm.Future{Index: 17, X: []float64{431.5, 0}}, 1)
	seed := regexp.MustCompile(`"seed":\d+`)
	if got := strings.TrimSpace(string(w.line)); seed.ReplaceAllString(got, "") != seed.ReplaceAllString(question, "") {
		t.Errorf("a question is\n%s\nand the page says\n%s", got, question)
	}
	if err := w.read([]byte(answer), make([]float64, 1)); err != nil {
		t.Error(err)
	}
}

// The program of the page runs.
func TestPagePython(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("there is no python3 here")
	}
	file := filepath.Join(t.TempDir(), "model.py")
	if err := os.WriteFile(file, []byte(page(t, "python")[0]), 0o600); err != nil {
		t.Fatal(err)
	}
	m, err := Ask(context.Background(), Program{Command: []string{python, file}})
	if err != nil {
		t.Fatal(err)
	}
	table, err := rdm.Collect(context.Background(), m, rdm.LatinHypercube{Seed: 1, N: 50, Dims: m.Dims()}, 50, 1, rdm.Options{Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	for i := range table.Len() {
		if table.Outcome(1, 0)[i] < table.Outcome(0, 0)[i] {
			t.Errorf("future %d: pumping lowers the yield", i)
		}
	}
}
