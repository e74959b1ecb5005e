package layers_test

import (
	"os"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/layers"
)

// root is the module, seen from this folder.
const root = "../.."

func load(t *testing.T) []layers.File {
	t.Helper()
	files, err := layers.Load(os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 20 {
		t.Fatalf("read %d Go files; the walk does not reach the module", len(files))
	}
	return files
}

func TestOrderOfModule(t *testing.T) {
	for _, p := range layers.Order(load(t)) {
		t.Error(p)
	}
}

func TestPurityOfModule(t *testing.T) {
	for _, p := range layers.Purity(load(t)) {
		t.Error(p)
	}
}

func TestSpawnOfModule(t *testing.T) {
	for _, p := range layers.Spawn(load(t)) {
		t.Error(p)
	}
}

// The note on layers prints the list, so the two change together.
func TestNoteShowsLines(t *testing.T) {
	note, err := os.ReadFile(root + "/docs/design/0001-layers-and-data-flow.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(note), layers.Text()) {
		t.Errorf("docs/design/0001-layers-and-data-flow.md does not print the lines; they are now\n%s", layers.Text())
	}
}
