package layers

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// A Problem is one place that breaks a rule.
type Problem struct {
	File string // relative to the module
	Line int
	Text string // what is wrong and what to do
}

// String gives file, line and text as a compiler would.
func (p Problem) String() string { return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Text) }

// A File is one parsed Go file.
type File struct {
	Path   string // relative to the module, with slashes
	Folder string // "." for the module itself
	Test   bool
	syntax *ast.File
	set    *token.FileSet
	module string
}

// Load parses every Go file of a module, leaving out testdata, node_modules and
// folders whose name starts with a dot or an underscore, as the go command does.
// root is the folder that holds go.mod.
func Load(root fs.FS) ([]File, error) {
	module, err := modulePath(root)
	if err != nil {
		return nil, err
	}
	var files []File
	set := token.NewFileSet()
	err = fs.WalkDir(root, ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && skipped(d.Name()):
			return fs.SkipDir
		case d.IsDir() || path.Ext(p) != ".go":
			return nil
		}
		src, err := fs.ReadFile(root, p)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(set, p, src, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		files = append(files, File{
			Path: p, Folder: path.Dir(p), Test: strings.HasSuffix(p, "_test.go"),
			syntax: f, set: set, module: module,
		})
		return nil
	})
	return files, err
}

func skipped(folder string) bool {
	if folder == "." {
		return false
	}
	return folder == "testdata" || folder == "node_modules" || folder[0] == '.' || folder[0] == '_'
}

func modulePath(root fs.FS) (string, error) {
	b, err := fs.ReadFile(root, "go.mod")
	if err != nil {
		return "", err
	}
	for line := range strings.Lines(string(b)) {
		if m, ok := strings.CutPrefix(strings.TrimSpace(line), "module "); ok {
			return strings.TrimSpace(m), nil
		}
	}
	return "", fmt.Errorf("layers: go.mod names no module; add a line such as module example.org/name")
}

// an imported is one import as written in a file.
type imported struct {
	path  string
	alias string // "" where none is written
	pos   token.Pos
}

func (f File) imports() []imported {
	out := make([]imported, 0, len(f.syntax.Imports))
	for _, s := range f.syntax.Imports {
		p, err := strconv.Unquote(s.Path.Value)
		if err != nil {
			continue // the parser has accepted it, so it is a string
		}
		i := imported{path: p, pos: s.Pos()}
		if s.Name != nil {
			i.alias = s.Name.Name
		}
		out = append(out, i)
	}
	return out
}

// inside returns the folder of an import of this module.
func (f File) inside(importPath string) (folder string, ok bool) {
	if importPath == f.module {
		return ".", true
	}
	return strings.CutPrefix(importPath, f.module+"/")
}

func (f File) problem(pos token.Pos, format string, args ...any) Problem {
	return Problem{f.Path, f.set.Position(pos).Line, fmt.Sprintf(format, args...)}
}
