package layers

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// A Line is one layer. Its packages may import those of every line above it.
type Line struct {
	// Folders are relative to the module; "." is the module itself. A last
	// element of "*" stands for any one folder.
	Folders []string
	// Ordered lets a folder also import the folders written before it here.
	Ordered bool
}

// Lines is the order of the module's packages, from what everything may use to
// what nothing may use. A package may also import its parent folder's.
var Lines = []Line{
	{Folders: []string{"."}},
	{Folders: []string{"ir"}},
	{Folders: []string{"trace", "trace/cite", "trace/prov", "trace/param", "trace/yamlfile"}, Ordered: true},
	{Folders: []string{"score"}},
	{Folders: []string{"rdm", "rdm/lake", "rdm/external", "rdm/cluster"}, Ordered: true},
	{Folders: []string{"data/panel", "data/table"}},
	{Folders: []string{"data/core"}},
	{Folders: []string{"data/source", "data/source/*"}, Ordered: true},
	{Folders: []string{"data/store"}},
	{Folders: []string{"data/experiments", "data/runs"}},
	{Folders: []string{"data/dataset"}},
	{Folders: []string{
		"measure", "measure/capability", "measure/system", "measure/transition",
		"measure/between", "measure/pivot", "measure/identity", "measure/similarity",
		"measure/alignment",
	}, Ordered: true},
	{Folders: []string{"data/recipe"}},
	{Folders: []string{
		"mechanism", "mechanism/shock", "mechanism/game", "mechanism/resilience", "mechanism/bargain",
	}},
	{Folders: []string{"strategy", "future"}},
	{Folders: []string{"sim"}},
	{Folders: []string{"study"}},
	{Folders: []string{"history", "claim", "watch"}},
	{Folders: []string{"internal/builtin"}},
	{Folders: []string{"brief"}},
	{Folders: []string{"desk"}},
	{Folders: []string{"web/jobs", "web/api", "web/ui"}, Ordered: true},
	{Folders: []string{"cmd/shatterbelt"}},
	{Folders: []string{"examples/*"}},
}

// pureTo is the last folder whose line does no input or output.
const pureTo = "study"

// Exempt lists the folders up to study that may do input and output.
var Exempt = []string{
	"rdm/external", "rdm/cluster",
	"data/core", "data/source", "data/source/*", "data/store", "data/experiments", "data/runs", "data/dataset", "data/recipe",
}

// A Tool serves the project and is no part of the program: no line imports it.
type Tool struct {
	Folder string
	// After is the last line, named by one of its folders, that the tool may
	// import; "" lets it import nothing of the module.
	After string
	// Tests lets the tests of every package import it.
	Tests bool
}

// Tools are the folders under internal that stand beside the lines.
var Tools = []Tool{
	{Folder: "internal/layers"},
	{Folder: "internal/testkit", Tests: true},
	{Folder: "internal/arrowcheck", After: "data/runs"},
	{Folder: "internal/coregen", After: "data/core"},
	{Folder: "internal/docgen", After: "brief"},
	{Folder: "internal/readme"},
}

// place is where a folder stands: its line and its place on it.
type place struct {
	line, at int
	ordered  bool
}

// find returns the place of a folder in [Lines].
func find(folder string) (place, bool) {
	for i, l := range Lines {
		for j, f := range l.Folders {
			if match(f, folder) {
				return place{i, j, l.Ordered}, true
			}
		}
	}
	return place{}, false
}

// tool returns the tool a folder belongs to, itself or as a subfolder.
func tool(folder string) (Tool, bool) {
	for _, t := range Tools {
		if folder == t.Folder || strings.HasPrefix(folder, t.Folder+"/") {
			return t, true
		}
	}
	return Tool{}, false
}

func match(pattern, folder string) bool {
	ok, err := path.Match(pattern, folder)
	return ok && err == nil
}

// pure reports whether a folder may do no input or output.
func pure(folder string) bool {
	p, ok := find(owner(folder))
	last, _ := find(pureTo)
	exempt := slices.ContainsFunc(Exempt, func(f string) bool { return match(f, owner(folder)) })
	return ok && p.line <= last.line && !exempt && !kit(folder)
}

// owner is the folder that a private subfolder, such as brief/internal/svg, or
// a conformance test, such as measure/measuretest, belongs to; any other folder
// is its own.
func owner(folder string) string {
	if strings.HasPrefix(folder, "internal/") {
		return folder
	}
	if kit(folder) {
		return path.Dir(folder)
	}
	before, _, _ := strings.Cut(folder, "/internal/")
	return before
}

// kit reports whether a folder is the conformance test that a package offers to
// the tests of others: measure/measuretest is that of measure.
func kit(folder string) bool {
	dir, name := path.Split(folder)
	return dir != "" && name == path.Base(dir)+"test"
}

// Text lists the lines as docs/design/0001-layers-and-data-flow.md prints them.
func Text() string {
	var b strings.Builder
	for i, l := range Lines {
		sep := "  "
		if l.Ordered {
			sep = " > "
		}
		fmt.Fprintf(&b, "%2d  %s\n", i+1, strings.Join(l.Folders, sep))
	}
	return b.String()
}
