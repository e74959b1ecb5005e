package strategy

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// reader turns YAML into strategies and gathers what is wrong on the way.
type reader struct {
	file     string
	problems []*FileError
}

func (r *reader) failAt(line, column int, problem, remedy string) {
	r.problems = append(r.problems, &FileError{r.file, line, column, problem, remedy})
}

func (r *reader) fail(n ast.Node, problem, remedy string) {
	at := first(n).Position
	r.failAt(at.Line, at.Column, problem, remedy)
}

// first returns the token a node begins with.
func first(n ast.Node) *token.Token {
	switch n := n.(type) {
	case *ast.MappingNode:
		if !n.IsFlowStyle && len(n.Values) > 0 {
			return n.Values[0].Key.GetToken()
		}
	case *ast.MappingValueNode:
		return n.Key.GetToken()
	}
	return n.GetToken()
}

// entry is one key of a mapping and its value.
type entry struct {
	key   string
	at    ast.Node // the key
	value ast.Node
}

// entries returns what a mapping holds, in the order written. A key that is
// not among known, or comes twice, is reported and left out.
func (r *reader) entries(n ast.Node, what string, known []string) []entry {
	pairs, ok := mapping(n)
	if !ok {
		r.fail(n, fmt.Sprintf("%s is %s", what, kindOf(n)), "want keys and values: "+strings.Join(known, ", "))
		return nil
	}
	seen := map[string]int{}
	var found []entry
	for _, p := range pairs {
		key := first(p.Key)
		line, twice := seen[key.Value]
		switch {
		case !slices.Contains(known, key.Value):
			r.fail(p.Key, fmt.Sprintf("unknown key %q", key.Value), suggest(key.Value, known))
		case twice:
			r.fail(p.Key, fmt.Sprintf("key %q comes twice, first on line %d", key.Value, line), "keep one of them")
		default:
			seen[key.Value] = key.Position.Line
			found = append(found, entry{key.Value, p.Key, p.Value})
		}
	}
	return found
}

// need reports each wanted key that entries lack.
func (r *reader) need(n ast.Node, what string, found []entry, wanted ...string) {
	if _, ok := mapping(n); !ok {
		return // entries said so
	}
	for _, w := range wanted {
		if !has(found, w) {
			r.fail(n, fmt.Sprintf("%s has no %s", what, w), fmt.Sprintf("add %s:", w))
		}
	}
}

func has(found []entry, key string) bool {
	return slices.ContainsFunc(found, func(e entry) bool { return e.key == key })
}

func mapping(n ast.Node) ([]*ast.MappingValueNode, bool) {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, true
	default:
		return nil, false
	}
}

// items returns what a list holds.
func (r *reader) items(n ast.Node, what string) []ast.Node {
	list, ok := n.(*ast.SequenceNode)
	if !ok {
		r.fail(n, fmt.Sprintf("%s is %s", what, kindOf(n)), "want a list, each item after a -")
		return nil
	}
	return list.Values
}

// suggest names the nearest known word, or all of them when none is near.
func suggest(word string, known []string) string {
	best, edits := "", 0
	for _, k := range known {
		d := nearness(word, k)
		if d <= max(2, len(k)/3) && d < len(k) && (best == "" || d < edits) {
			best, edits = k, d
		}
	}
	if best == "" {
		return "want one of " + strings.Join(known, ", ")
	}
	return fmt.Sprintf("did you mean %q?", best)
}

// nearness counts the edits between words, whatever their case. Words too long
// to be a slip are not compared.
func nearness(word, known string) int {
	if len(word) > 2*MaxName {
		return len(word)
	}
	return ir.Edits(strings.ToLower(word), known)
}

func kindOf(n ast.Node) string {
	switch n := n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return "a set of keys"
	case *ast.SequenceNode:
		return "a list"
	case *ast.NullNode:
		return "empty"
	case *ast.StringNode:
		return strconv.Quote(short(n.Value))
	default:
		return short(n.GetToken().Value)
	}
}

// short cuts a value for quoting in an error.
func short(s string) string {
	const most = 40
	if c := []rune(s); len(c) > most {
		return string(c[:most]) + "..."
	}
	return s
}

// decimal is a number as people write it; strconv alone would also take
// hexadecimal, underscores and words.
var decimal = regexp.MustCompile(`^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$`)

// number returns the finite number of a scalar, or reports what stands there.
func (r *reader) number(n ast.Node, what, want string) (float64, bool) {
	text, quoted := "", false
	switch n := n.(type) {
	case *ast.IntegerNode, *ast.FloatNode:
		text = n.GetToken().Value
	case *ast.StringNode:
		text, quoted = n.Value, n.Token.Type != token.StringType
	}
	v, err := strconv.ParseFloat(text, 64)
	switch {
	case !decimal.MatchString(text):
		r.fail(n, fmt.Sprintf("%s is %s", what, kindOf(n)), "want "+want)
	case quoted:
		r.fail(n, fmt.Sprintf("%s is text", what), "take the quotes away; want "+want)
	case err != nil || math.IsInf(v, 0):
		r.fail(n, fmt.Sprintf("%s is %s", what, short(text)), "too large a number; want "+want)
	default:
		return v + 0, true // -0 becomes 0
	}
	return 0, false
}

// within returns a number from low to high, or reports it.
func (r *reader) within(n ast.Node, what string, low, high float64) (float64, bool) {
	want := fmt.Sprintf("a number from %s to %s", plainNumber(low), plainNumber(high))
	v, ok := r.number(n, what, want)
	if !ok {
		return 0, false
	}
	if v < low || v > high {
		r.fail(n, fmt.Sprintf("%s is %s, out of bounds", what, plainNumber(v)), "want "+want)
		return 0, false
	}
	return v, true
}

func plainNumber(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// word returns a scalar as it is written, quoted or not.
func (r *reader) word(n ast.Node, what, want string) (string, bool) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value, true
	default:
		r.fail(n, fmt.Sprintf("%s is %s", what, kindOf(n)), "want "+want)
		return "", false
	}
}
