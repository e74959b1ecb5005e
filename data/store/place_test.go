package store

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

// Where the store is on each platform, as a function of the environment alone.
func TestDefaultDir(t *testing.T) {
	root, err := filepath.Abs("root")
	if err != nil {
		t.Fatal(err)
	}
	at := func(parts ...string) string { return filepath.Join(append([]string{root}, parts...)...) }
	for _, tt := range []struct {
		name, platform string
		env            map[string]string
		noHome         bool
		want           string // "" is an error
	}{
		{"Linux", "linux", nil, false, at("home", ".local", "share", "shatterbelt")},
		{"Linux, told", "linux", map[string]string{"XDG_DATA_HOME": at("xdg")}, false, at("xdg", "shatterbelt")},
		{"Linux, told without a home", "linux", map[string]string{"XDG_DATA_HOME": at("xdg")}, true, at("xdg", "shatterbelt")},
		{"Linux, a relative folder does not count", "linux", map[string]string{"XDG_DATA_HOME": "xdg"}, false, at("home", ".local", "share", "shatterbelt")},
		{"Linux, LocalAppData does not count", "linux", map[string]string{"LocalAppData": at("local")}, false, at("home", ".local", "share", "shatterbelt")},
		{"Linux without a home", "linux", nil, true, ""},
		{"macOS", "darwin", nil, false, at("home", "Library", "Application Support", "shatterbelt")},
		{"macOS, told", "darwin", map[string]string{"XDG_DATA_HOME": at("xdg")}, false, at("xdg", "shatterbelt")},
		{"Windows", "windows", map[string]string{"LocalAppData": at("local")}, false, at("local", "Shatterbelt")},
		{"Windows, told", "windows", map[string]string{"XDG_DATA_HOME": at("xdg"), "LocalAppData": at("local")}, false, at("xdg", "shatterbelt")},
		{"Windows without LocalAppData", "windows", nil, false, at("home", "AppData", "Local", "Shatterbelt")},
	} {
		got, err := defaultDir(tt.platform, func(name string) string { return tt.env[name] }, func() (string, error) {
			if tt.noHome {
				return "", errors.New("none")
			}
			return at("home"), nil
		})
		if got != tt.want || (err == nil) != (tt.want != "") {
			t.Errorf("%s: %q, %v; want %q", tt.name, got, err, tt.want)
		}
		if err != nil && !strings.Contains(err.Error(), "--store") {
			t.Errorf("%s: no remedy in %v", tt.name, err)
		}
	}
}

// Names that some file system does not take, or takes for something else, are
// none.
func TestNamesOfFolders(t *testing.T) {
	s := Open(t.TempDir())
	for _, name := range []string{"", ".", "..", "a..b", "../up", "a/b", `a\b`, "a:b", "con", "NUL", "Aux.1", "com1", "lpt9.x", "1.", "-a", "a b", "é", strings.Repeat("x", 101)} {
		var bad *NameError
		if _, err := s.folder("nmc", name); !errors.As(err, &bad) {
			t.Errorf("%q is the name of an edition: %v", name, err)
		}
		if _, err := s.folder(name, "1"); !errors.As(err, &bad) {
			t.Errorf("%q is the name of a dataset: %v", name, err)
		}
	}
	for _, name := range []string{"6.0", "2025-12", "0.2.0.9000", "unknown-0123abcd", "com10", "console", "isard-0.2.0"} {
		if dir, err := s.folder("nmc", name); err != nil || dir != filepath.Join(s.Dir(), "nmc", name) {
			t.Errorf("%q: %q, %v", name, dir, err)
		}
	}
}
