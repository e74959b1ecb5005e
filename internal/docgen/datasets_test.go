package docgen

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	datasource "github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/internal/builtin"
)

// headings lists those of a page of Markdown.
func headings(text string) []string {
	var out []string
	for _, l := range strings.Split(text, "\n") {
		if strings.HasPrefix(l, "#") {
			out = append(out, strings.TrimSpace(strings.TrimLeft(l, "#")))
		}
	}
	return out
}

// Every dataset is on one page, with what it covers, its columns, its use and
// how to get it; every page written by hand says what to beware of, on what
// terms the data are and where they are from.
func TestEveryDatasetHasAWholePage(t *testing.T) {
	pages, err := datasetPages(root, builtin.Datasets())
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for path, text := range pages {
		for part := range strings.SplitSeq(string(text), "\n## Dataset `") {
			if !strings.Contains(part, "### Getting and importing") {
				continue
			}
			found++
			for _, want := range []string{"Getting and importing", "Coverage", "Columns", "What analyses take from it"} {
				if !slices.Contains(headings(part), want) {
					t.Errorf("%s: dataset %.20s has no heading %q", path, part, want)
				}
			}
		}
	}
	if found != len(builtin.Datasets()) {
		t.Errorf("%d datasets on the pages; want %d", found, len(builtin.Datasets()))
	}
	files, err := filepath.Glob(filepath.Join(root, "docs", "data", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if slices.Contains([]string{"README.md", "core.md", "inventory.md", "panels.md", "user.md"}, filepath.Base(file)) {
			continue // about no publication
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"Traps", "Licence and address"} {
			if !slices.Contains(headings(string(text)), want) {
				t.Errorf("%s has no heading %q", file, want)
			}
		}
	}
}

// A marker that names no dataset, one that names a dataset a second time and a
// dataset that none names are errors.
func TestMarkersNameEveryDatasetOnce(t *testing.T) {
	one := []datasource.Dataset{{Key: "one", Editions: []datasource.Edition{{Name: "1"}}}}
	const mark = "# Title\n\n<!-- datasets: KEY; make docs writes what follows -->\nold text\n"
	for name, tt := range map[string]struct {
		pages map[string]string
		want  string
	}{
		"good":     {map[string]string{"a.md": strings.Replace(mark, "KEY", "one", 1)}, ""},
		"none":     {map[string]string{"a.md": strings.Replace(mark, "KEY", "one, two", 1)}, `dataset "two" is none`},
		"twice":    {map[string]string{"a.md": strings.Replace(mark, "KEY", "one", 1), "b.md": strings.Replace(mark, "KEY", "one", 1)}, "already"},
		"left out": {map[string]string{"a.md": "# Title\n"}, `no page names the dataset "one"`},
	} {
		dir := t.TempDir()
		folder := filepath.Join(dir, "docs", "data")
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		for file, text := range tt.pages {
			if err := os.WriteFile(filepath.Join(folder, file), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		pages, err := datasetPages(dir, one)
		var bad *MarkerError
		switch {
		case tt.want != "" && (!errors.As(err, &bad) || !strings.Contains(err.Error(), tt.want)):
			t.Errorf("%s: %v; want %q", name, err, tt.want)
		case tt.want == "" && (err != nil || strings.Contains(string(pages["docs/data/a.md"]), "old text") || !strings.Contains(string(pages["docs/data/a.md"]), "## Dataset `one`")):
			t.Errorf("%s: %v, %q", name, err, pages["docs/data/a.md"])
		}
	}
}
