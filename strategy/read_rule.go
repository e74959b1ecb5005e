package strategy

import (
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

func (r *reader) rule(n ast.Node) Rule {
	before := len(r.problems)
	found := r.entries(n, "rule", []string{"kind", "clauses"})
	r.need(n, "rule", found, "kind")
	var rule Rule
	for _, e := range found {
		switch e.key {
		case "kind":
			rule.Kind = r.kind(e.value)
		case "clauses":
			rule.Clauses = r.clauses(e.value)
		}
	}
	hasClauses := has(found, "clauses")
	switch sound := len(r.problems) == before; {
	case sound && rule.Kind == None && hasClauses:
		r.fail(n, "a rule of kind none never uses its clauses", "remove them, or choose reactive, anticipatory or inertial")
	case sound && rule.Kind != None && !hasClauses:
		r.fail(n, fmt.Sprintf("a rule of kind %s has no clauses", rule.Kind), "add clauses: or choose none")
	}
	return rule
}

func (r *reader) kind(n ast.Node) RuleKind {
	all := kinds[:]
	text, ok := r.word(n, "kind", strings.Join(all, ", "))
	i := slices.Index(all, text)
	if ok && i < 0 {
		r.fail(n, fmt.Sprintf("unknown kind of rule %q", short(text)), suggest(text, all))
	}
	return RuleKind(max(i, 0))
}

func (r *reader) clauses(n ast.Node) []Clause {
	items := r.items(n, "clauses")
	r.some(n, len(items), "clauses", "a clause")
	if len(items) > MaxClauses {
		r.fail(items[MaxClauses], fmt.Sprintf("%d clauses, and a rule may have %d", len(items), MaxClauses), "keep those that matter")
		return nil
	}
	var found []Clause
	for _, item := range items {
		keys := r.entries(item, "a clause", []string{"when", "then"})
		r.need(item, "the clause", keys, "when", "then")
		var c Clause
		for _, e := range keys {
			switch e.key {
			case "when":
				r.when(e.value, &c)
			case "then":
				c.Then = r.settings(e.value, "then")
				r.some(e.value, len(c.Then), "then", "a lever")
			}
		}
		found = append(found, c)
	}
	return found
}

// when reads what a clause watches and the level it must be beyond.
func (r *reader) when(n ast.Node, c *Clause) {
	found := r.entries(n, "when", []string{"observe", "above", "below"})
	r.need(n, "when", found, "observe")
	above, below := has(found, "above"), has(found, "below")
	pairs, _ := mapping(n)
	if above == below && len(pairs) == len(found) && len(pairs) > 0 {
		r.fail(n, "when needs one level to cross", "want either above: or below:")
	}
	known := false
	for _, e := range found {
		if e.key == "observe" {
			c.Watch, known = r.observed(e.value)
		}
	}
	if !known {
		return // the bounds of the level hang on it
	}
	spec := &watched[c.Watch]
	for _, e := range found {
		if e.key != "observe" {
			c.Above = e.key == "above"
			c.Level, _ = r.within(e.value, spec.Name+" "+e.key, spec.Min, spec.Max)
		}
	}
}

func (r *reader) observed(n ast.Node) (Observed, bool) {
	all := make([]string, NumObserved)
	for i := range watched {
		all[i] = watched[i].Name
	}
	text, ok := r.word(n, "observe", strings.Join(all, ", "))
	o, found := ParseObserved(text)
	if ok && !found {
		r.fail(n, fmt.Sprintf("unknown observation %q", short(text)), suggest(text, all))
	}
	return o, found
}
