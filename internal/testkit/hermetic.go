package testkit

import (
	"os"
	"strings"
	"testing"
)

// shows are environment variables by which a machine or its user would show in
// a program's output.
var shows = []string{
	"LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "COLUMNS", "TERM",
	"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "CI",
}

// Hermetic hides the machine from the test: it clears the variables that change
// language, colour or width and every SHATTERBELT_ one, sets the time zone to
// UTC, and moves the home, cache and configuration folders to a new empty one,
// which it returns and which goes away with the test. It cannot be used in a
// parallel test.
func Hermetic(t testing.TB) string {
	t.Helper()
	for _, name := range shows {
		t.Setenv(name, "")
		t.Setenv(strings.ToLower(name), "")
	}
	for _, kv := range os.Environ() {
		if name, _, _ := strings.Cut(kv, "="); strings.HasPrefix(name, "SHATTERBELT_") {
			t.Setenv(name, "")
		}
	}
	home := t.TempDir()
	for _, name := range []string{
		"HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "AppData", "LocalAppData",
	} {
		t.Setenv(name, home)
	}
	t.Setenv("TZ", "UTC")
	return home
}
