package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
)

// Published files, imported by the command, are what the commands then use and
// say that they use: whole systems before the embedded figures, and these with
// imported ones over them.
func TestPublishedFilesInUse(t *testing.T) {
	root := testkit.Data(t)
	dir := testkit.Hermetic(t)
	command := func(args ...string) (stdout, stderr string) {
		t.Helper()
		c := exec.Command(os.Args[0], args...)
		c.Dir = dir
		c.Env = append(os.Environ(), asProgram+"=1", storeVar+"="+filepath.Join(dir, "store"))
		var out, errs bytes.Buffer
		c.Stdout, c.Stderr = &out, &errs
		if err := c.Run(); err != nil {
			t.Fatalf("%v: %v\n%s", args, err, errs.String())
		}
		return out.String(), errs.String()
	}
	files := []string{"data", "import"}
	for _, name := range []string{"cow-nmc", "cow-states", "capitals", "alliances", "rivalries", "sipri-milex"} {
		files = append(files, filepath.Join(root, name))
	}
	command(files...)

	out, said := command("position", "POL", "--year", "1938", "--json")
	var p struct {
		Capability string     `json:"capability"`
		Powers     []ir.CCode `json:"powers"`
		Imported   []string   `json:"imported"`
		Rows       []any      `json:"ranking"`
	}
	if err := json.Unmarshal([]byte(out), &p); err != nil {
		t.Fatal(err)
	}
	slices.Sort(p.Powers)
	if p.Capability != "cinc" || !slices.Equal(p.Powers, []ir.CCode{2, 200, 220, 255, 325, 365, 740}) || !slices.Contains(p.Imported, "nmc 7.0") {
		t.Errorf("by %s, powers %v, from %v", p.Capability, p.Powers, p.Imported)
	}
	if !strings.Contains(said, "the state system of 1938: 66 members, from imported data") || !strings.Contains(said, "nmc 7.0") {
		t.Errorf("said %s", said)
	}
	out, _ = command("position", "POL", "--through", "1936-1936", "--csv")
	if !strings.Contains(out, "POL,1936,") || !strings.Contains(out, ",4,1,12,73,162,DEU,RUS") {
		t.Errorf("through time: %s; want rank 4, from 1 to 12, as measure/between has it", out)
	}
	if _, said = command("brief", "KOR", "--futures", "20", "--format", "md"); !strings.Contains(said, "atop 5.1") || !strings.Contains(said, "sipri-milex 1949-2022") {
		t.Errorf("the brief said %s", said)
	}
	text, err := os.ReadFile(filepath.Join(dir, "brief-KOR-en.md"))
	if err != nil || !strings.Contains(string(text), "1949-2022") {
		t.Errorf("the brief does not list the imported edition among its sources (%v)", err)
	}
	if out, _ = command("claims", "--id", "C09"); !strings.Contains(out, "in the most exposed tenth in 2 of 16 years since 1816") || strings.Contains(out, "take imported data") {
		t.Errorf("claims do not use what is imported: %s", out)
	}
}
