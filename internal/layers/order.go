package layers

import "path"

// Order reports every import that the lines do not allow, and every package
// that stands on no line.
func Order(files []File) []Problem {
	var out []Problem
	for _, f := range files {
		if !listed(f.Folder) {
			out = append(out, f.problem(f.syntax.Package,
				"%s is on no line; give it one in internal/layers and in the note on layers", f.Folder))
			continue
		}
		for _, i := range f.imports() {
			if i.path == "C" {
				out = append(out, f.problem(i.pos, "imports C; the program builds without cgo"))
			}
			if to, ok := f.inside(i.path); ok {
				if why := refuse(f.Folder, to, f.Test || kit(f.Folder)); why != "" {
					out = append(out, f.problem(i.pos, "%s imports %s, %s", f.Folder, to, why))
				}
			}
		}
	}
	return out
}

func listed(folder string) bool {
	_, isTool := tool(folder)
	_, onLine := find(owner(folder))
	return isTool || onLine
}

// refuse says why an import is not allowed, or "".
func refuse(from, to string, test bool) string {
	if kit(to) && !test {
		return "which is for tests alone"
	}
	if from == to || owner(from) == owner(to) || path.Dir(from) == to {
		return ""
	}
	if t, ok := tool(to); ok {
		return refuseTool(from, t, test)
	}
	dst, ok := find(owner(to))
	switch {
	case !ok:
		return "which is on no line"
	case owner(to) != to && !kit(to):
		return "which is private to " + owner(to)
	}
	if t, ok := tool(from); ok {
		if last, known := find(t.After); known && dst.line <= last.line {
			return ""
		}
		return "which is more than this tool may use"
	}
	src, _ := find(owner(from))
	return compare(src, dst)
}

// refuseTool says why a folder may not import a tool, or "".
func refuseTool(from string, t Tool, test bool) string {
	own, isTool := tool(from)
	switch {
	case isTool && own.Folder == t.Folder, t.Tests && test:
		return ""
	case t.Tests:
		return "which is for tests alone"
	}
	return "which is a tool and no part of the program"
}

// compare says why what stands at src may not import what stands at dst, or "".
func compare(src, dst place) string {
	switch {
	case dst.line < src.line, dst.line == src.line && src.ordered && dst.at < src.at:
		return ""
	case dst.line == src.line:
		return "which stands on the same line; move what both need to a line above"
	}
	return "which is below it; move what both need to a line above"
}
