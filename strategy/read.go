package strategy

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
)

const schemaFamily = "shatterbelt/strategies/"

func (r *reader) document(root ast.Node) []Strategy {
	if r.newer(root) {
		return nil
	}
	top := r.entries(root, "the file", []string{"schema", "strategies"})
	r.need(root, "the file", top, "schema", "strategies")
	var list ast.Node
	for _, e := range top {
		switch e.key {
		case "schema":
			r.schema(e.value)
		case "strategies":
			list = e.value
		}
	}
	if list == nil {
		return nil
	}
	items := r.items(list, "strategies")
	if len(items) == 0 && len(r.problems) == 0 {
		r.fail(list, "no strategies", "add one, beginning with - name:")
	}
	if len(items) > MaxNumber {
		r.fail(items[MaxNumber], fmt.Sprintf("%d strategies, and a file may hold %d", len(items), MaxNumber), "split the file")
		return nil
	}
	return r.each(items)
}

// each reads the strategies and sees that their names differ.
func (r *reader) each(items []ast.Node) []Strategy {
	seen := map[string]int{}
	var found []Strategy
	for _, n := range items {
		s, name := r.strategy(n)
		found = append(found, s)
		if name == nil {
			continue
		}
		if line, twice := seen[s.Name]; twice {
			r.fail(name, fmt.Sprintf("name %q is taken by the strategy on line %d", s.Name, line), "give each its own name")
		}
		seen[s.Name] = first(name).Position.Line
	}
	return found
}

// newer reports a file of a later version, of which nothing else can be judged.
func (r *reader) newer(root ast.Node) bool {
	pairs, _ := mapping(root)
	for _, p := range pairs {
		text, ok := p.Value.(*ast.StringNode)
		if !ok || first(p.Key).Value != "schema" {
			continue
		}
		version, family := strings.CutPrefix(text.Value, schemaFamily)
		if v, err := strconv.Atoi(version); family && err == nil && v > 1 {
			r.fail(text, fmt.Sprintf("schema %q is newer than this program reads", text.Value),
				"upgrade shatterbelt, or write the file as "+Schema)
			return true
		}
	}
	return false
}

func (r *reader) schema(n ast.Node) {
	if text, ok := r.word(n, "schema", Schema); ok && text != Schema {
		r.fail(n, fmt.Sprintf("unknown schema %q", short(text)), "want "+Schema)
	}
}

var strategyKeys = []string{"name", "title", "levers", "targets", "rule"}

// strategy reads one strategy; the node is that of its name, if that is sound.
func (r *reader) strategy(n ast.Node) (s Strategy, name ast.Node) {
	found := r.entries(n, "a strategy", strategyKeys)
	r.need(n, "the strategy", found, "name", "title")
	for _, e := range found {
		switch e.key {
		case "name":
			if s.Name = r.name(e.value); s.Name != "" {
				name = e.value
			}
		case "title":
			s.Title = r.title(e.value)
		case "levers":
			s.Levers = r.settings(e.value, "levers")
		case "targets":
			s.Targets = r.targets(e.value)
		case "rule":
			s.Rule = r.rule(e.value)
		}
	}
	return s, name
}

var namePattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func (r *reader) name(n ast.Node) string {
	const want = "lower-case letters and digits joined by hyphens, such as alliance-plus"
	text, ok := r.word(n, "name", want)
	switch {
	case !ok:
		return ""
	case !namePattern.MatchString(text):
		r.fail(n, fmt.Sprintf("name is %q", short(text)), "want "+want)
		return ""
	case len(text) > MaxName:
		r.fail(n, fmt.Sprintf("name is %d characters long", len(text)), fmt.Sprintf("want %d or fewer", MaxName))
		return ""
	}
	return text
}

func (r *reader) title(n ast.Node) Title {
	var t Title
	found := r.entries(n, "title", []string{"en", "ko"})
	r.need(n, "title", found, "en", "ko")
	for _, e := range found {
		switch e.key {
		case "en":
			t.EN = r.titleText(e.value, "the English title")
		case "ko":
			t.KO = r.titleText(e.value, "the Korean title")
		}
	}
	return t
}

var braced = regexp.MustCompile(`\{[^{}]*\}`)

func (r *reader) titleText(n ast.Node, what string) string {
	s, ok := n.(*ast.StringNode)
	if !ok {
		r.fail(n, fmt.Sprintf("%s is %s", what, kindOf(n)), "want text, in quotes")
		return ""
	}
	text := s.Value
	odd := strings.IndexFunc(text, func(c rune) bool { return !unicode.IsGraphic(c) })
	switch length := utf8.RuneCountInString(text); {
	case strings.TrimSpace(text) == "":
		r.fail(n, what+" is empty", "write it out; it heads the strategy in every table")
	case length > MaxTitle:
		r.fail(n, fmt.Sprintf("%s is %d characters long", what, length), fmt.Sprintf("want %d or fewer", MaxTitle))
	case odd >= 0:
		c, _ := utf8.DecodeRuneInString(text[odd:])
		r.fail(n, fmt.Sprintf("%s holds U+%04X, which cannot be printed", what, c), "remove it")
	}
	for _, b := range braced.FindAllString(text, -1) {
		if b != "{A}" && b != "{B}" {
			r.fail(n, fmt.Sprintf("%s holds %s", what, short(b)), "want {A} and {B} for the names of the powers, and no other braces")
		}
	}
	return text
}
