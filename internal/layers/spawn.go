package layers

import (
	"go/ast"
	"slices"
)

// Spawners lists the folders that may start goroutines, and wait for every one.
// All other work fans out through rdm's runner.
var Spawners = []string{
	"rdm", "rdm/external", "rdm/cluster", "data/source/*", "data/recipe", "watch", "web/jobs", "web/api", "web/ui",
}

// Spawn reports goroutines started where none may be. Tests and tools are free
// to start them.
func Spawn(files []File) []Problem {
	var out []Problem
	for _, f := range files {
		_, isTool := tool(f.Folder)
		may := slices.ContainsFunc(Spawners, func(s string) bool { return match(s, owner(f.Folder)) })
		if f.Test || isTool || kit(f.Folder) || may {
			continue
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			if n != nil && starts(n) {
				out = append(out, f.problem(n.Pos(), "%s starts a goroutine; let rdm's runner fan the work out", f.Folder))
			}
			return true
		})
	}
	return out
}

// starts reports a go statement, or a call of a method named Go, as a wait group
// has one.
func starts(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.GoStmt:
		return true
	case *ast.CallExpr:
		sel, ok := n.Fun.(*ast.SelectorExpr)
		return ok && sel.Sel.Name == "Go"
	}
	return false
}
