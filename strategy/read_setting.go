package strategy

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml/ast"

	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// settings reads levers and what they are set to.
func (r reader) settings(n ast.Node, what string) []Setting {
	known := make([]string, NumLevers)
	for i := range specs {
		known[i] = specs[i].Name
	}
	var set []Setting
	for _, e := range r.Entries(n, what, known) {
		l, _ := ParseLever(e.Key)
		if s, ok := r.setting(e.Value, l); ok {
			set = append(set, s)
		}
	}
	return set
}

func (r reader) setting(n ast.Node, l Lever) (Setting, bool) {
	spec := &specs[l]
	if s, ok := n.(*ast.StringNode); ok && s.Value == "today" {
		return Setting{l, Keep, 0}, true
	}
	if s, ok := n.(*ast.StringNode); ok && spec.Rungs != nil && isName(s.Value) {
		return r.rung(s, l)
	}
	if _, ok := yamlfile.Mapping(n); ok {
		return r.change(n, l)
	}
	names := append([]string{""}, append(spec.rungNames(), "today")...)
	want := fmt.Sprintf("a number from %s to %s%s, {plus: amount} or {times: factor}",
		yamlfile.Plain(spec.Min), yamlfile.Plain(spec.Max), strings.Join(names, ", "))
	if _, list := n.(*ast.SequenceNode); list {
		r.Fail(n, spec.Name+" is a list", "want "+want)
		return Setting{}, false
	}
	v, ok := r.Number(n, spec.Name, want)
	if !ok {
		return Setting{}, false
	}
	if v < spec.Min || v > spec.Max {
		r.Fail(n, fmt.Sprintf("%s is %s, out of bounds", spec.Name, yamlfile.Plain(v)), "want "+want)
		return Setting{}, false
	}
	return Setting{l, To, v}, true
}

// isName reports whether a value is meant as a name and not as a number.
func isName(value string) bool {
	return strings.IndexFunc(value, unicode.IsLetter) == 0
}

// rung reads the name of a rung, such as non-aligned.
func (r reader) rung(n *ast.StringNode, l Lever) (Setting, bool) {
	spec := &specs[l]
	found, ok := spec.rung(n.Value)
	if !ok {
		known := append(spec.rungNames(), "today")
		r.Fail(n, fmt.Sprintf("unknown %s %q", spec.Name, yamlfile.Short(n.Value)), yamlfile.Suggest(n.Value, known))
		return Setting{}, false
	}
	return Setting{l, To, found.At}, true
}

// change reads {plus: amount} or {times: factor}.
func (r reader) change(n ast.Node, l Lever) (Setting, bool) {
	spec := &specs[l]
	found := r.Entries(n, spec.Name, []string{"plus", "times"})
	if len(found) != 1 {
		if pairs, _ := yamlfile.Mapping(n); len(pairs) == len(found) {
			r.Fail(n, spec.Name+" needs one change", "want {plus: amount} or {times: factor}")
		}
		return Setting{}, false
	}
	e := found[0]
	if e.Key == "plus" {
		most := spec.Max - spec.Min
		v, ok := r.Within(e.Value, spec.Name+" plus", -most, most)
		return Setting{l, Plus, v}, ok
	}
	if !spec.ByData && spec.Today == 0 {
		r.Fail(e.At, fmt.Sprintf("today's %s is 0, so a multiple of it changes nothing", spec.Name), "want a number or {plus: amount}")
		return Setting{}, false
	}
	v, ok := r.Within(e.Value, spec.Name+" times", 0, MaxFactor)
	return Setting{l, Times, v}, ok
}

func (r reader) targets(n ast.Node) []Target {
	var found []Target
	for _, item := range r.Items(n, "targets") {
		keys := r.Entries(item, "a target", []string{"year", "set"})
		r.Need(item, "the target", keys, "year", "set")
		var t Target
		for _, e := range keys {
			switch e.Key {
			case "year":
				t.Year = r.year(e.Value, found)
			case "set":
				t.Set = r.settings(e.Value, "set")
				r.some(e.Value, len(t.Set), "set", "a lever")
			}
		}
		found = append(found, t)
	}
	return found
}

// year reads the year of a target, which must come after those before it.
func (r reader) year(n ast.Node, before []Target) int {
	v, ok := r.Within(n, "year", 1, LastYear)
	if !ok {
		return 0
	}
	year := int(v)
	if float64(year) != v {
		r.Fail(n, fmt.Sprintf("year is %s", yamlfile.Plain(v)), "want a whole number; year 1 is the first")
		return 0
	}
	if len(before) > 0 && year <= before[len(before)-1].Year {
		r.Fail(n, fmt.Sprintf("year %d does not come after the target before it", year), "put targets in order, one for each year")
	}
	return year
}

// some reports a mapping or list that ends up empty though nothing in it was
// wrong.
func (r reader) some(n ast.Node, found int, what, want string) {
	empty := false
	switch n := n.(type) {
	case *ast.MappingNode:
		empty = len(n.Values) == 0
	case *ast.SequenceNode:
		empty = len(n.Values) == 0
	}
	if empty && found == 0 {
		r.Fail(n, what+" is empty", "add "+want+", or remove it")
	}
}
