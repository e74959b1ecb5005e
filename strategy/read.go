package strategy

import (
	"fmt"
	"regexp"

	"github.com/goccy/go-yaml/ast"

	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// each reads the strategies and sees that their names differ.
func (r reader) each(items []ast.Node) []Strategy {
	seen := map[string]int{}
	var found []Strategy
	for _, n := range items {
		s, name := r.strategy(n)
		found = append(found, s)
		if name == nil {
			continue
		}
		if line, twice := seen[s.Name]; twice {
			r.Fail(name, fmt.Sprintf("name %q is taken by the strategy on line %d", s.Name, line), "give each its own name")
		}
		seen[s.Name] = yamlfile.First(name).Position.Line
	}
	return found
}

var strategyKeys = []string{"name", "title", "argument", "drift", "levers", "targets", "rule"}

// strategy reads one strategy; the node is that of its name, if that is sound.
func (r reader) strategy(n ast.Node) (s Strategy, name ast.Node) {
	found := r.Entries(n, "a strategy", strategyKeys)
	r.Need(n, "the strategy", found, "name", "title")
	for _, e := range found {
		switch e.Key {
		case "name":
			if s.Name = r.name(e.Value); s.Name != "" {
				name = e.Value
			}
		case "title":
			s.Title = r.text(e.Value, "title", MaxTitle)
		case "argument":
			s.Argument = r.text(e.Value, "argument", MaxArgument)
		case "drift":
			s.Drift = r.truth(e.Value, "drift")
		case "levers":
			s.Levers = r.settings(e.Value, "levers")
		case "targets":
			s.Targets = r.targets(e.Value)
		case "rule":
			s.Rule = r.rule(e.Value)
		}
	}
	return s, name
}

var namePattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func (r reader) name(n ast.Node) string {
	const want = "lower-case letters and digits joined by hyphens, such as alliance-plus"
	text, ok := r.Word(n, "name", want)
	switch {
	case !ok:
		return ""
	case !namePattern.MatchString(text):
		r.Fail(n, fmt.Sprintf("name is %q", yamlfile.Short(text)), "want "+want)
		return ""
	case len(text) > MaxName:
		r.Fail(n, fmt.Sprintf("name is %d characters long", len(text)), fmt.Sprintf("want %d or fewer", MaxName))
		return ""
	}
	return text
}

// truth reads true or false.
func (r reader) truth(n ast.Node, what string) bool {
	b, ok := n.(*ast.BoolNode)
	if !ok {
		r.Fail(n, fmt.Sprintf("%s is %s", what, yamlfile.KindOf(n)), "want true or false")
		return false
	}
	return b.Value
}
