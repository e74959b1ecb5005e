package testkit

import (
	"os"
	"os/exec"
	"testing"
)

// The environment variables that tests read.
const (
	DataVar    = "SHATTERBELT_DATA"    // folder of published data
	E2EVar     = "SHATTERBELT_E2E"     // 1: what is missing fails instead of skipping
	BrowserVar = "SHATTERBELT_BROWSER" // the browser to use
)

// Data returns the folder of published data files, one subfolder a publisher's
// dataset. A test that calls it is skipped under -short and where the folder is
// not set.
func Data(t testing.TB) string {
	t.Helper()
	long(t)
	dir := os.Getenv(DataVar)
	if dir == "" {
		missing(t, "no published data: set %s to their folder", DataVar)
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		t.Fatalf("%s is %q, which is not a folder", DataVar, dir)
	}
	return dir
}

// browsers are the names and places of the browsers that print and take
// pictures alike, on Linux, macOS and Windows.
var browsers = []string{
	"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
	`C:\Program Files\Google\Chrome\Application\chrome.exe`,
	`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
}

// Browser returns the path of a Chromium, Chrome or Edge. A test that calls it
// is skipped under -short and where there is none.
func Browser(t testing.TB) string {
	t.Helper()
	long(t)
	if own := os.Getenv(BrowserVar); own != "" {
		path, err := exec.LookPath(own)
		if err != nil {
			t.Fatalf("%s is %q, which cannot be run: %v", BrowserVar, own, err)
		}
		return path
	}
	for _, name := range browsers {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	missing(t, "no browser: install chromium, or set %s to one", BrowserVar)
	return ""
}

// pythons are where an interpreter may be; the one that comes first on the path
// is not always the one with the system's packages.
var pythons = []string{"python3", "/usr/bin/python3", "python"}

// Python returns the path of a Python that can import the modules named, such
// as pandas. A test that calls it is skipped under -short and where there is
// none.
func Python(t testing.TB, modules ...string) string {
	t.Helper()
	long(t)
	script := "import sys"
	for _, m := range modules {
		script += ", " + m
	}
	for _, name := range pythons {
		path, err := exec.LookPath(name)
		if err == nil && exec.Command(path, "-c", script).Run() == nil {
			return path
		}
	}
	missing(t, "no Python with %v: install python3 and its packages", modules)
	return ""
}

func long(t testing.TB) {
	t.Helper()
	if testing.Short() {
		t.Skip("left out by -short")
	}
}

func missing(t testing.TB, format string, args ...any) {
	t.Helper()
	if os.Getenv(E2EVar) == "1" {
		t.Fatalf(format, args...)
	}
	t.Skipf(format, args...)
}
