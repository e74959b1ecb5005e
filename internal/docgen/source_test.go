package docgen

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

const sample = `package sample

// Terms are set [levy1987].
type Terms struct {
	// Group comment.
	A float64 ` + "`ref:\"assumed\" why:\"see [powell2006, nobody1900]\"`" + `
	B float64

	C float64 // Beside.

	D float64
}

func f() { type hidden struct{ X float64 ` + "`ref:\"assumed\"`" + ` } }
`

func TestSource(t *testing.T) {
	dir := t.TempDir()
	for name, body := range map[string]string{
		"sample/a.go": sample, "sample/a_test.go": "not Go", "testdata/b.go": "not Go", ".hidden/c.go": "not Go", "d.txt": "not Go",
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s, err := parse(dir)
	if err != nil {
		t.Fatal(err)
	}
	c := s.comments()["sample.Terms"]
	for name, want := range map[string]string{"A": "Group comment.", "B": "Group comment.", "C": "Beside.", "D": ""} {
		if c.fields[name] != want {
			t.Errorf("%s says %q; want %q", name, c.fields[name], want)
		}
	}
	if c.doc != "Terms are set [levy1987]." {
		t.Errorf("the struct says %q", c.doc)
	}
	if got := slices.Sorted(slices.Values(s.tagged())); !slices.Equal(got, []string{"sample.Terms", "sample.hidden"}) {
		t.Errorf("tagged are %v", got)
	}
	var keys []string
	for _, u := range s.keys() {
		keys = append(keys, u.key)
	}
	slices.Sort(keys)
	if want := []string{"levy1987", "nobody1900", "powell2006"}; !slices.Equal(keys, want) {
		t.Errorf("keys are %v; want %v", keys, want)
	}
}

func TestSourceThatDoesNotParse(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.go"), []byte("package"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := parse(dir); err == nil {
		t.Error("no error")
	}
}
