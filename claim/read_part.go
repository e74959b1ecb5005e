package claim

import (
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

var partKeys = []string{"name", "asks", "study", "with", "settings", "unit", "even", "least", "data"}

// largest bounds the numbers of an effect.
const largest = 1e15

// part reads one part; the node is that of its name.
func (r reader) part(n ast.Node) (p Part, name ast.Node) {
	found := r.Entries(n, "a part", partKeys)
	r.Need(n, "the part", found, "name", "asks", "study", "even", "least")
	var with, settings ast.Node
	for _, e := range found {
		switch e.Key {
		case "name":
			p.Name, name = r.word(e.Value, "name"), e.Value
		case "asks":
			p.Asks = r.text(e.Value, "asks")
		case "study":
			p.Study = r.oneOf(e.Value, "study", names())
		case "with":
			with = e.Value
		case "settings":
			settings = e.Value
		case "unit":
			p.Effect.Unit = r.words(e.Value, "unit")
		case "even":
			p.Effect.Even, _ = r.Within(e.Value, "even", -largest, largest)
		case "least":
			p.Effect.Least = r.least(e.Value)
		case "data":
			p.Data = r.list(e.Value, "data")
		}
	}
	if s, ok := find(p.Study); ok {
		p.With = r.choices(with, n, "with", s.With)
		p.Settings = r.choices(settings, n, "settings", s.Settings)
		r.few(settings, &p)
		r.whole(n, &p)
	}
	return p, name
}

func (r reader) least(n ast.Node) float64 {
	v, ok := r.Within(n, "least", -largest, largest)
	if ok && v == 0 {
		r.Fail(n, "least is 0", "want the smallest distance from even that matters, below 0 where the argument says the figure is low")
	}
	return v
}

// choices reads names with values, and sees that those a study needs are there.
func (r reader) choices(n, part ast.Node, what string, known []Key) []Choice {
	var out []Choice
	if n != nil {
		all := make([]string, len(known))
		for i, k := range known {
			all[i] = k.Name
		}
		if len(all) == 0 {
			r.Fail(n, what+" is not used by this study", "remove it")
			return nil
		}
		for _, e := range r.Entries(n, what, all) {
			at := slices.IndexFunc(known, func(k Key) bool { return k.Name == e.Key })
			if c, ok := r.choice(e, known[at]); ok {
				out = append(out, c)
			}
		}
	}
	for _, k := range known {
		if k.Needed && !slices.ContainsFunc(out, func(c Choice) bool { return c.Name == k.Name }) && r.Problems() == 0 {
			r.Fail(part, fmt.Sprintf("the part has no %s under %s", k.Name, what), fmt.Sprintf("add %s: {%s: ...}", what, k.Name))
		}
	}
	return out
}

func (r reader) choice(e yamlfile.Entry, k Key) (Choice, bool) {
	c := Choice{Name: k.Name}
	seen := map[string]int{}
	for _, item := range r.values(e.Value) {
		v := r.word(item, k.Name)
		if k.Name == "indicator" && v != "" && len(r.quantities) > 0 && !slices.Contains(r.quantities, v) {
			r.Fail(item, fmt.Sprintf("unknown indicator or measure %q", v), near(v, r.quantities))
			v = ""
		}
		if v != "" && len(k.Options) > 0 && !slices.Contains(k.Options, v) {
			r.Fail(item, fmt.Sprintf("unknown %s %q", k.Name, v), yamlfile.Suggest(v, k.Options))
			v = ""
		}
		if v == "" {
			continue
		}
		r.unlike(seen, v, item, k.Name)
		c.Values = append(c.Values, v)
	}
	if len(c.Values) == 0 && r.Problems() == 0 {
		r.Fail(e.At, k.Name+" has no value", "give it one, or remove it")
	}
	return c, len(c.Values) > 0
}

// values are the items of a list, or the one value that stands alone.
func (r reader) values(n ast.Node) []ast.Node {
	if list, ok := n.(*ast.SequenceNode); ok {
		return list.Values
	}
	return []ast.Node{n}
}

func (r reader) list(n ast.Node, what string) []string {
	var out []string
	for _, item := range r.values(n) {
		if v := r.word(item, what); v != "" {
			out = append(out, v)
		}
	}
	return out
}

// near suggests a name without listing the hundreds there are.
func near(name string, known []string) string {
	if s := yamlfile.Suggest(name, known); strings.HasPrefix(s, "did you mean") {
		return s
	}
	return "shatterbelt claims quantities lists them"
}

// whole sees that a comparison of an indicator has what it takes.
func (r reader) whole(n ast.Node, p *Part) {
	if p.Study != "indicator" || r.Problems() > 0 {
		return
	}
	named := func(list []Choice, name string) bool {
		return slices.ContainsFunc(list, func(c Choice) bool { return c.Name == name })
	}
	how := p.Value("compare")
	switch {
	case named(p.With, "indicator") == named(p.Settings, "indicator"):
		r.Fail(n, "the part needs an indicator under with, or several under settings, and not both", "add with: {indicator: ...}")
	case (how == "difference" || how == "ratio") && !named(p.With, "other"):
		r.Fail(n, "a "+how+" needs another state", "add with: {other: ...}")
	case how == "trend" && !named(p.With, "years"):
		r.Fail(n, "a trend needs the years that it runs over", "add with: {years: ...}")
	}
}

// few reports settings whose combinations are too many.
func (r reader) few(n ast.Node, p *Part) {
	count := 1
	for _, c := range p.Settings {
		count *= len(c.Values)
		if count > MaxSettings {
			r.Fail(n, fmt.Sprintf("more than %d combinations of settings", MaxSettings), "leave out values that no reader would ask for")
			p.Settings = nil
			return
		}
	}
}
