package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
)

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
	for _, name := range []string{"README.md", "README.ko.md"} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join("..", "..", name)
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, b := range anyBlock.FindAllSubmatch(text, -1) {
				if lang := string(b[1]); lang != "console" && lang != "yaml" {
					t.Errorf("a block of %q; commands go in console blocks, where they are run", lang)
				}
			}
			dir := t.TempDir()
			commands, ran := 0, map[string][]byte{}
			shown := consoleBlock.ReplaceAllFunc(text, func(block []byte) []byte {
				out, n := replay(t, dir, string(block), ran)
				commands += n
				return []byte(out)
			})
			if commands < 5 {
				t.Errorf("%d commands run; want at least 5", commands)
			}
			testkit.Golden(t, path, shown)
			mapOf(t, dir, name)
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
	testkit.Golden(t, filepath.Join("..", "..", "docs", "images", picture), append(svg, '\n'))
}

// replay runs the commands of a block and returns it with their real output
// wherever it shows any; ran holds the output of commands run before.
func replay(t *testing.T, dir, block string, ran map[string][]byte) (string, int) {
	t.Helper()
	var out strings.Builder
	text := strings.TrimSuffix(strings.TrimPrefix(block, "```console"), "```")
	parts := strings.Split(text, "\n$ ")
	out.WriteString("```console" + parts[0] + "\n")
	n := 0
	for _, part := range parts[1:] {
		line, shown, _ := strings.Cut(strings.TrimSuffix(part, "\n")+"\n", "\n")
		out.WriteString("$ " + line + "\n")
		if line == testCommand {
			out.WriteString(shown)
			continue
		}
		n++
		got, before := ran[line]
		if !before {
			got = execute(t, dir, line)
			ran[line] = got
		}
		if strings.TrimSpace(shown) != "" {
			out.Write(got)
		}
	}
	out.WriteString("```")
	return out.String(), n
}

// execute runs one command line, the program as this test's own binary.
func execute(t *testing.T, dir, line string) []byte {
	t.Helper()
	bin := t.TempDir()
	program := "#!/bin/sh\nexec \"" + os.Args[0] + "\" \"$@\"\n"
	for _, name := range []string{"shatterbelt"} {
		if err := os.WriteFile(filepath.Join(bin, name), []byte(program), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	line = strings.ReplaceAll(line, "go run ./cmd/shatterbelt", "shatterbelt")
	cmd := exec.Command("sh", "-c", line)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"), asProgram+"=1")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdout, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", line, err, stderr.String())
	}
	return stdout
}
