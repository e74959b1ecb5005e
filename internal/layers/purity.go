package layers

import (
	"go/ast"
	"slices"
	"strings"
)

// closed are packages, with their subfolders, that no pure package imports.
var closed = []string{
	"os", "net", "log", "syscall", "io/ioutil", "path/filepath", "plugin", "math/rand", "crypto/rand",
}

// open are packages under closed ones that are allowed but for their functions
// in calls below.
var open = []string{"math/rand/v2"}

// calls are functions that read a clock, write to the terminal or draw from the
// random source that a whole process shares.
var calls = map[string]func(name string) bool{
	"time":         oneOf("Now", "Since", "Until"),
	"fmt":          oneOf("Print", "Printf", "Println", "Scan", "Scanf", "Scanln"),
	"math/rand/v2": func(name string) bool { return ast.IsExported(name) && !ownSource(name) },
}

func oneOf(names ...string) func(string) bool {
	return func(name string) bool { return slices.Contains(names, name) }
}

// ownSource reports whether a name of math/rand/v2 is a type or makes a
// generator of the caller's own.
func ownSource(name string) bool {
	return strings.HasPrefix(name, "New") ||
		slices.Contains([]string{"Rand", "Source", "PCG", "ChaCha8", "Zipf"}, name)
}

// Purity reports input, output, clocks and shared random sources in packages
// that must have none. Tests are free to use them.
func Purity(files []File) []Problem {
	var out []Problem
	for _, f := range files {
		if f.Test || !pure(f.Folder) {
			continue
		}
		watched := map[string]string{} // local name to import path
		for _, i := range f.imports() {
			if isClosed(i.path) {
				out = append(out, f.problem(i.pos,
					"%s imports %s; packages up to %s do no input or output, so let the caller pass it in",
					f.Folder, i.path, pureTo))
			}
			if _, ok := calls[i.path]; !ok {
				continue
			}
			if i.alias == "." {
				out = append(out, f.problem(i.pos, "imports %s with a dot, which hides its calls; name it", i.path))
			}
			watched[local(i)] = i.path
		}
		out = append(out, f.forbidden(watched)...)
	}
	return out
}

func isClosed(p string) bool {
	if slices.Contains(open, p) {
		return false
	}
	return slices.ContainsFunc(closed, func(c string) bool { return p == c || strings.HasPrefix(p, c+"/") })
}

// local is the name by which a file speaks of an import.
func local(i imported) string {
	if i.alias != "" {
		return i.alias
	}
	parts := strings.Split(i.path, "/")
	if name := parts[len(parts)-1]; name != "v2" {
		return name
	}
	return parts[len(parts)-2]
}

// forbidden reports each mention of a function in calls, called or handed on.
func (f File) forbidden(watched map[string]string) []Problem {
	var out []Problem
	ast.Inspect(f.syntax, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		x, ok := sel.X.(*ast.Ident)
		if !ok {
			return true
		}
		if p, ok := watched[x.Name]; ok && calls[p](sel.Sel.Name) {
			out = append(out, f.problem(sel.Pos(),
				"%s uses %s.%s; let the caller pass in the time, the stream or the writer", f.Folder, p, sel.Sel.Name))
		}
		return true
	})
	return out
}
