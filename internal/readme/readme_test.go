package readme_test

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
)

// root is the module, seen from this folder.
var root = filepath.Join("..", "..")

// consoleBlock is a fenced block of commands with their output.
var consoleBlock = regexp.MustCompile("(?s)```console\n(.*?)```")

// anyBlock is every fenced block, to find commands outside console blocks.
var anyBlock = regexp.MustCompile("(?s)```(\\w*)\n(.*?)```")

// testCommand is the one command of a README that is not run here: it would run
// this test.
const testCommand = "go test ./..."

// Every command of a README is run, in order, in one folder, and shows what the
// README shows. A block without output shows commands whose output is long. A
// command that stands there twice is run once.
func TestREADME(t *testing.T) {
	if testing.Short() {
		t.Skip("runs every command of the READMEs in full; not with -short")
	}
	readFolders(t)
	bin := build(t)
	for _, name := range []string{"README.md", "README.ko.md"} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(root, name)
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, b := range anyBlock.FindAllSubmatch(text, -1) {
				if lang := string(b[1]); lang != "console" && lang != "yaml" {
					t.Errorf("a block of %q; commands go in console blocks, where they are run", lang)
				}
			}
			s := shell{bin: bin, dir: t.TempDir(), ran: map[string][]byte{}}
			shown := consoleBlock.ReplaceAllFunc(text, func(block []byte) []byte {
				return []byte(s.replay(t, string(block)))
			})
			if len(s.ran) < 5 {
				t.Errorf("%d commands run; want at least 5", len(s.ran))
			}
			testkit.Golden(t, path, shown)
			mapOf(t, s.dir, name)
		})
	}
}

// mapPicture is the map of a brief.
var mapPicture = regexp.MustCompile(`(?s)<svg [^>]*aria-labelledby="map-t.*?</svg>`)

// mapOf holds the picture of a README to the map of the brief it shows.
func mapOf(t *testing.T, dir, readme string) {
	t.Helper()
	page, picture := "brief-KOR-en.html", "map-KOR.svg"
	if readme == "README.ko.md" {
		page, picture = "brief-KOR-ko.html", "map-KOR.ko.svg"
	}
	html, err := os.ReadFile(filepath.Join(dir, page))
	if err != nil {
		t.Fatal(err)
	}
	svg := mapPicture.Find(html)
	if svg == nil {
		t.Fatalf("%s has no map", page)
	}
	testkit.Golden(t, filepath.Join(root, "docs", "images", picture), append(svg, '\n'))
}

// readFolders opens every folder of the module, so that go test runs the
// commands again when a source has changed: what is built by another process
// does not count by itself.
func readFolders(t *testing.T) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() == ".git" {
			return filepath.SkipDir
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// build compiles the program and returns the folder it is in.
func build(t *testing.T) string {
	t.Helper()
	bin := t.TempDir()
	cmd := exec.Command("go", "build", "-o", filepath.Join(bin, "shatterbelt"), "./cmd/shatterbelt")
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", cmd.Args, err, out)
	}
	return bin
}

// A shell runs the commands of one README.
type shell struct {
	bin, dir string            // where the program is, and where commands run
	ran      map[string][]byte // what each command printed
}

// replay runs the commands of a block and returns it with their real output
// wherever it shows any. A command that was run before is not run again.
func (s shell) replay(t *testing.T, block string) string {
	t.Helper()
	var out strings.Builder
	text := strings.TrimSuffix(strings.TrimPrefix(block, "```console"), "```")
	parts := strings.Split(text, "\n$ ")
	out.WriteString("```console" + parts[0] + "\n")
	for _, part := range parts[1:] {
		line, shown, _ := strings.Cut(strings.TrimSuffix(part, "\n")+"\n", "\n")
		out.WriteString("$ " + line + "\n")
		if line == testCommand {
			out.WriteString(shown)
			continue
		}
		if _, before := s.ran[line]; !before {
			s.ran[line] = s.execute(t, line)
		}
		if strings.TrimSpace(shown) != "" {
			out.Write(s.ran[line])
		}
	}
	out.WriteString("```")
	return out.String()
}

// execute runs one command line with the program on the path, and without the
// user's own imported data.
func (s shell) execute(t *testing.T, line string) []byte {
	t.Helper()
	line = strings.ReplaceAll(line, "go run ./cmd/shatterbelt", "shatterbelt")
	cmd := exec.Command("sh", "-c", line)
	cmd.Dir = s.dir
	cmd.Env = append(os.Environ(), "PATH="+s.bin+":"+os.Getenv("PATH"),
		"SHATTERBELT_STORE="+filepath.Join(s.bin, "no-such-store"))
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdout, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", line, err, stderr.String())
	}
	return stdout
}
