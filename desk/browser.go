package desk

import (
	"fmt"
	"path/filepath"
	"slices"
)

// BrowserVar names the browser that prints, where it is not in a usual place.
const BrowserVar = "SHATTERBELT_BROWSER"

// A BrowserError says that a document cannot be printed on this machine.
type BrowserError struct{ Problem, Remedy string }

func (e *BrowserError) Error() string { return e.Problem + "; " + e.Remedy }

// browserNames are the commands that Chrome, Chromium and Edge answer to.
var browserNames = []string{
	"google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge",
}

// browserPlaces are the files where installers of an operating system put
// Chrome, Chromium and Edge, which on macOS and Windows is not the path. Env
// reads an environment variable.
func browserPlaces(system string, env func(string) string) []string {
	var roots, files []string
	switch system {
	case "windows":
		roots = []string{env("ProgramFiles"), env("ProgramFiles(x86)"), env("LocalAppData")}
		files = []string{`Google\Chrome\Application\chrome.exe`, `Chromium\Application\chrome.exe`, `Microsoft\Edge\Application\msedge.exe`}
	case "darwin":
		roots = []string{"/Applications", env("HOME") + "/Applications"}
		files = []string{
			"Google Chrome.app/Contents/MacOS/Google Chrome",
			"Chromium.app/Contents/MacOS/Chromium",
			"Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
		}
	default:
		roots = []string{"/snap/bin", "/opt/google/chrome", "/opt/microsoft/msedge"}
		files = []string{"chromium", "chrome", "msedge"}
	}
	separator := "/"
	if system == "windows" {
		separator = `\`
	}
	var places []string
	for _, file := range files {
		for _, root := range roots {
			if root != "" {
				places = append(places, root+separator+file)
			}
		}
	}
	return places
}

// FindBrowser returns the path of the browser that prints. Env reads an
// environment variable, look finds a program.
func FindBrowser(system string, env func(string) string, look func(string) (string, error)) (string, error) {
	if own := env(BrowserVar); own != "" {
		path, err := look(own)
		if err != nil {
			return "", &BrowserError{
				fmt.Sprintf("%s is %q, which cannot be run", BrowserVar, own),
				"set it to the program file of Chrome, Chromium or Edge, or use --format html",
			}
		}
		return filepath.Abs(path)
	}
	for _, name := range slices.Concat(browserNames, browserPlaces(system, env)) {
		if path, err := look(name); err == nil {
			return path, nil
		}
	}
	return "", &BrowserError{
		"--format pdf needs Chrome, Chromium or Edge, and none was found",
		fmt.Sprintf("install one, set %s to its program file, or use --format html and print from any browser", BrowserVar),
	}
}
