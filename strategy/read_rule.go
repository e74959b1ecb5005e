package strategy

import (
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

func (r reader) rule(n ast.Node) Rule {
	before := r.Problems()
	found := r.Entries(n, "rule", []string{"kind", "clauses"})
	r.Need(n, "rule", found, "kind")
	var rule Rule
	for _, e := range found {
		switch e.Key {
		case "kind":
			rule.Kind = r.kind(e.Value)
		case "clauses":
			rule.Clauses = r.clauses(e.Value)
		}
	}
	hasClauses := yamlfile.Has(found, "clauses")
	switch sound := r.Problems() == before; {
	case sound && rule.Kind == None && hasClauses:
		r.Fail(n, "a rule of kind none never uses its clauses", "remove them, or choose reactive, anticipatory or inertial")
	case sound && rule.Kind != None && !hasClauses:
		r.Fail(n, fmt.Sprintf("a rule of kind %s has no clauses", rule.Kind), "add clauses: or choose none")
	}
	return rule
}

func (r reader) kind(n ast.Node) RuleKind {
	all := kinds[:]
	text, ok := r.Word(n, "kind", strings.Join(all, ", "))
	i := slices.Index(all, text)
	if ok && i < 0 {
		r.Fail(n, fmt.Sprintf("unknown kind of rule %q", yamlfile.Short(text)), yamlfile.Suggest(text, all))
	}
	return RuleKind(max(i, 0))
}

func (r reader) clauses(n ast.Node) []Clause {
	items := r.Items(n, "clauses")
	r.some(n, len(items), "clauses", "a clause")
	if len(items) > MaxClauses {
		r.Fail(items[MaxClauses], fmt.Sprintf("%d clauses, and a rule may have %d", len(items), MaxClauses), "keep those that matter")
		return nil
	}
	var found []Clause
	for _, item := range items {
		keys := r.Entries(item, "a clause", []string{"when", "then"})
		r.Need(item, "the clause", keys, "when", "then")
		var c Clause
		for _, e := range keys {
			switch e.Key {
			case "when":
				r.when(e.Value, &c)
			case "then":
				c.Then = r.settings(e.Value, "then")
				r.some(e.Value, len(c.Then), "then", "a lever")
			}
		}
		found = append(found, c)
	}
	return found
}

// when reads what a clause watches and the level it must be beyond.
func (r reader) when(n ast.Node, c *Clause) {
	found := r.Entries(n, "when", []string{"observe", "above", "below"})
	r.Need(n, "when", found, "observe")
	above, below := yamlfile.Has(found, "above"), yamlfile.Has(found, "below")
	pairs, _ := yamlfile.Mapping(n)
	if above == below && len(pairs) == len(found) && len(pairs) > 0 {
		r.Fail(n, "when needs one level to cross", "want either above: or below:")
	}
	known := false
	for _, e := range found {
		if e.Key == "observe" {
			c.Watch, known = r.observed(e.Value)
		}
	}
	if !known {
		return // the bounds of the level hang on it
	}
	spec := &watched[c.Watch]
	for _, e := range found {
		if e.Key != "observe" {
			c.Above = e.Key == "above"
			c.Level, _ = r.Within(e.Value, spec.Name+" "+e.Key, spec.Min, spec.Max)
		}
	}
}

func (r reader) observed(n ast.Node) (Observed, bool) {
	all := make([]string, NumObserved)
	for i := range watched {
		all[i] = watched[i].Name
	}
	text, ok := r.Word(n, "observe", strings.Join(all, ", "))
	o, found := ParseObserved(text)
	if ok && !found {
		r.Fail(n, fmt.Sprintf("unknown observation %q", yamlfile.Short(text)), yamlfile.Suggest(text, all))
	}
	return o, found
}
