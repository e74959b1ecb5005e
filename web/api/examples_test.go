package api_test

import (
	"context"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/web/api"
	"github.com/shatterbelt/shatterbelt/web/jobs"
)

// Every example on the page about the API runs, where its interpreter is
// installed.
func TestExamples(t *testing.T) {
	server := httptest.NewServer(openBench(t, jobs.Options{}).h)
	defer server.Close()
	run := func(t *testing.T, file, script, program string, args ...string) {
		t.Helper()
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed", program)
		}
		path := filepath.Join(t.TempDir(), file)
		if err := os.WriteFile(path, []byte(script), 0o600); err != nil {
			t.Fatal(err)
		}
		ctx, stop := context.WithTimeout(t.Context(), time.Minute)
		defer stop()
		out, err := exec.CommandContext(ctx, program, append(args, path)...).CombinedOutput()
		if err != nil || len(out) == 0 || strings.Contains(string(out), `"status"`) {
			t.Errorf("%v: %s", err, out)
		}
	}
	for _, e := range api.Examples {
		at := func(text string) string { return strings.ReplaceAll(text, "BASE", server.URL) }
		t.Run(e.EN+"/curl", func(t *testing.T) {
			if _, err := exec.LookPath("curl"); err != nil {
				t.Skip("curl is not installed")
			}
			run(t, "ask.sh", at(e.Curl), "sh")
		})
		t.Run(e.EN+"/R", func(t *testing.T) { run(t, "ask.R", at(e.R), "Rscript") })
		t.Run(e.EN+"/Python", func(t *testing.T) { run(t, "ask.py", at(e.Python), testkit.Python(t, "pandas")) })
	}
}
