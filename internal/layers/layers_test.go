package layers_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shatterbelt/shatterbelt/internal/layers"
)

// tree is a module m of the given files: "path" to source after the package
// clause, in which m/ stands for the module's own packages.
func tree(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{"go.mod": {Data: []byte("module m\n\ngo 1.26.0\n")}}
	for p, src := range files {
		fsys[p] = &fstest.MapFile{Data: []byte("package p\n" + src)}
	}
	return fsys
}

func parse(t *testing.T, path, src string) []layers.File {
	t.Helper()
	files, err := layers.Load(tree(map[string]string{path: src}))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestOrder(t *testing.T) {
	tests := []struct {
		name, path, imports, want string // want is part of the one problem, "" for none
	}{
		{"up", "sim/a.go", "m/ir", ""},
		{"the module itself", "ir/a.go", "m", ""},
		{"down", "ir/a.go", "m/sim", "below it"},
		{"down from a test", "ir/a_test.go", "m/sim", "below it"},
		{"itself from a test", "ir/a_test.go", "m/ir", ""},
		{"same line", "strategy/a.go", "m/future", "same line"},
		{"same line the other way", "future/a.go", "m/strategy", "same line"},
		{"in the order written", "measure/between/a.go", "m/measure/capability", ""},
		{"against the order written", "measure/capability/a.go", "m/measure/between", "same line"},
		{"parent", "rdm/cluster/a.go", "m/rdm", ""},
		{"child", "rdm/a.go", "m/rdm/cluster", "same line"},
		{"cite from prov", "trace/prov/a.go", "m/trace/cite", ""},
		{"prov from cite", "trace/cite/a.go", "m/trace/prov", "same line"},
		{"loader from loader", "data/source/nmc/a.go", "m/data/source/mid", "same line"},
		{"catalog from brief", "brief/a.go", "m/internal/builtin", ""},
		{"catalog from study", "study/a.go", "m/internal/builtin", "below it"},
		{"brief from catalog", "internal/builtin/a.go", "m/brief", "below it"},
		{"ui from api", "web/api/a.go", "m/web/ui", "same line"},
		{"no line", "util/a.go", "m/ir", "util is on no line"},
		{"imports no line", "sim/a.go", "m/util", "on no line"},
		{"testkit in a test", "ir/a_test.go", "m/internal/testkit", ""},
		{"testkit in the program", "sim/a.go", "m/internal/testkit", "tests alone"},
		{"tool in the program", "cmd/shatterbelt/a.go", "m/internal/coregen", "no part of the program"},
		{"tool up", "internal/coregen/a.go", "m/data/core", ""},
		{"tool too far", "internal/coregen/a.go", "m/study", "more than this tool"},
		{"tool in its own folders", "internal/docgen/cmd/a.go", "m/internal/docgen", ""},
		{"testkit uses nothing", "internal/testkit/a.go", "m/ir", "more than this tool"},
		{"private", "brief/a.go", "m/brief/internal/svg", ""},
		{"private uses its owner's lines", "brief/internal/svg/a.go", "m/study", ""},
		{"private goes no further", "brief/internal/svg/a.go", "m/web/api", "below it"},
		{"conformance in a test", "measure/between/a_test.go", "m/measure/measuretest", ""},
		{"conformance in the program", "measure/between/a.go", "m/measure/measuretest", "tests alone"},
		{"conformance in its own package", "measure/a.go", "m/measure/measuretest", "tests alone"},
		{"conformance uses its owner", "strategy/strategytest/a.go", "m/strategy", ""},
		{"conformance uses testkit", "strategy/strategytest/a.go", "m/internal/testkit", ""},
		{"conformance goes no further", "strategy/strategytest/a.go", "m/sim", "below it"},
		{"a name that merely ends in test", "brief/contest/a.go", "m/ir", "on no line"},
		{"cgo", "sim/a.go", "C", "without cgo"},
		{"other modules", "ir/a.go", "example.org/x", ""},
		{"a module whose name starts alike", "ir/a.go", "mm/sim", ""},
		{"testdata", "ir/testdata/a.go", "m/sim", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := layers.Order(parse(t, tt.path, fmt.Sprintf("import %q\n", tt.imports)))
			expect(t, got, tt.want)
		})
	}
}

func TestPurity(t *testing.T) {
	tests := []struct{ name, path, src, want string }{
		{"files", "ir/a.go", `import "os"`, "imports os"},
		{"processes", "ir/a.go", `import "os/exec"`, "imports os/exec"},
		{"network", "sim/a.go", `import "net/http"`, "imports net/http"},
		{"logs", "study/a.go", `import "log/slog"`, "imports log/slog"},
		{"file paths", "study/a.go", `import "path/filepath"`, "imports path/filepath"},
		{"old random", "rdm/a.go", `import "math/rand"`, "imports math/rand"},
		{"clock", "sim/a.go", "import \"time\"\nvar t = time.Now()", "time.Now"},
		{"clock handed on", "sim/a.go", "import \"time\"\nvar t = time.Now", "time.Now"},
		{"clock by another name", "sim/a.go", "import c \"time\"\nvar t = c.Since(c.Time{})", "time.Since"},
		{"clock behind a dot", "sim/a.go", "import . \"time\"\nvar t = Now()", "with a dot"},
		{"duration", "sim/a.go", "import \"time\"\nvar t = time.Second", ""},
		{"shared random", "sim/a.go", "import \"math/rand/v2\"\nvar t = rand.Float64()", "math/rand/v2.Float64"},
		{"own random", "sim/a.go", "import \"math/rand/v2\"\nvar t = rand.New(rand.NewPCG(1, 2))", ""},
		{"terminal", "sim/a.go", "import \"fmt\"\nfunc f() { fmt.Println() }", "fmt.Println"},
		{"a caller's writer", "sim/a.go", "import (\"fmt\"; \"io\")\nfunc f(w io.Writer) { fmt.Fprintln(w) }", ""},
		{"embedded files", "trace/cite/a.go", `import _ "embed"`, ""},
		{"tests are free", "ir/a_test.go", `import "os"`, ""},
		{"core reads files", "data/core/a.go", `import "os"`, ""},
		{"loaders read files", "data/source/nmc/a.go", `import "os"`, ""},
		{"panel does not", "data/panel/a.go", `import "os"`, "imports os"},
		{"rdm does not", "rdm/a.go", `import "os"`, "imports os"},
		{"rdm/external does", "rdm/external/a.go", `import "os"`, ""},
		{"private follows its owner", "sim/internal/x/a.go", `import "os"`, "imports os"},
		{"conformance tests are free", "measure/measuretest/a.go", `import "os"`, ""},
		{"below study", "brief/a.go", `import "os"`, ""},
		{"tools", "internal/coregen/a.go", `import "os"`, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			expect(t, layers.Purity(parse(t, tt.path, tt.src)), tt.want)
		})
	}
}

func TestSpawn(t *testing.T) {
	statement, group := "func f() { go f() }", "import \"sync\"\nfunc f(g *sync.WaitGroup) { g.Go(nil) }"
	tests := []struct{ name, path, src, want string }{
		{"in a study", "study/a.go", statement, "starts a goroutine"},
		{"by a group", "cmd/shatterbelt/a.go", group, "starts a goroutine"},
		{"in the runner", "rdm/a.go", group, ""},
		{"in a loader", "data/source/nmc/a.go", statement, ""},
		{"in the server", "web/api/a.go", statement, ""},
		{"in a test", "study/a_test.go", statement, ""},
		{"in a tool", "internal/testkit/a.go", statement, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			expect(t, layers.Spawn(parse(t, tt.path, tt.src)), tt.want)
		})
	}
}

// expect wants no problem, or one that contains a text.
func expect(t *testing.T, got []layers.Problem, want string) {
	t.Helper()
	switch {
	case want == "" && len(got) > 0:
		t.Errorf("got %v; want no problem", got)
	case want != "" && (len(got) != 1 || !strings.Contains(got[0].String(), want)):
		t.Errorf("got %v; want one problem with %q", got, want)
	}
}

func TestLoadNeedsAModule(t *testing.T) {
	if _, err := layers.Load(fstest.MapFS{}); err == nil {
		t.Error("no error without go.mod")
	}
	if _, err := layers.Load(fstest.MapFS{"go.mod": {Data: []byte("go 1.26\n")}}); err == nil {
		t.Error("no error for a go.mod that names no module")
	}
}

func TestEveryFolderStandsOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, l := range layers.Lines {
		for _, f := range l.Folders {
			if seen[f] {
				t.Errorf("%s stands on two lines", f)
			}
			seen[f] = true
		}
	}
	for _, f := range slices.Concat(layers.Exempt, layers.Spawners) {
		if !seen[f] {
			t.Errorf("exempt folder %s stands on no line", f)
		}
	}
	for _, tool := range layers.Tools {
		if tool.After != "" && !seen[tool.After] {
			t.Errorf("tool %s comes after %s, which stands on no line", tool.Folder, tool.After)
		}
	}
}

// A measure that reaches for the simulation is told which import to move.
func ExampleOrder() {
	files, err := layers.Load(fstest.MapFS{
		"go.mod":               {Data: []byte("module example.org/m\n")},
		"measure/between/a.go": {Data: []byte("package between\n\nimport _ \"example.org/m/sim\"\n")},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range layers.Order(files) {
		fmt.Println(p)
	}
	// Output: measure/between/a.go:3: measure/between imports sim, which is below it; move what both need to a line above
}
