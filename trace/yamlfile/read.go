package yamlfile

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

// Reader reads one file and gathers what is wrong with it on the way.
type Reader struct {
	File     string // its name, for errors only
	Kind     string // what it should be, such as "strategy file"
	MaxBytes int    // the most it may hold
	Empty    string // what to do about an empty one

	problems []*Error
}

// FailAt reports a problem at a place.
func (r *Reader) FailAt(line, column int, problem, remedy string) {
	r.problems = append(r.problems, &Error{r.File, line, column, problem, remedy})
}

// Fail reports a problem where a node begins.
func (r *Reader) Fail(n ast.Node, problem, remedy string) {
	at := First(n).Position
	r.FailAt(at.Line, at.Column, problem, remedy)
}

// First returns the token a node begins with.
func First(n ast.Node) *token.Token {
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

// Entry is one key of a mapping and its value.
type Entry struct {
	Key   string
	At    ast.Node // the key
	Value ast.Node
}

// Entries returns what a mapping holds, in the order written. A key that is
// not among known, or comes twice, is reported and left out.
func (r *Reader) Entries(n ast.Node, what string, known []string) []Entry {
	pairs, ok := Mapping(n)
	if !ok {
		r.Fail(n, fmt.Sprintf("%s is %s", what, KindOf(n)), "want keys and values: "+strings.Join(known, ", "))
		return nil
	}
	seen := map[string]int{}
	var found []Entry
	for _, p := range pairs {
		key := First(p.Key)
		line, twice := seen[key.Value]
		switch {
		case !slices.Contains(known, key.Value):
			r.Fail(p.Key, fmt.Sprintf("unknown key %q", key.Value), Suggest(key.Value, known))
		case twice:
			r.Fail(p.Key, fmt.Sprintf("key %q comes twice, first on line %d", key.Value, line), "keep one of them")
		default:
			seen[key.Value] = key.Position.Line
			found = append(found, Entry{key.Value, p.Key, p.Value})
		}
	}
	return found
}

// Need reports each wanted key that entries lack.
func (r *Reader) Need(n ast.Node, what string, found []Entry, wanted ...string) {
	if _, ok := Mapping(n); !ok {
		return // Entries said so
	}
	for _, w := range wanted {
		if !Has(found, w) {
			r.Fail(n, fmt.Sprintf("%s has no %s", what, w), fmt.Sprintf("add %s:", w))
		}
	}
}

// Has reports whether a key is among entries.
func Has(found []Entry, key string) bool {
	return slices.ContainsFunc(found, func(e Entry) bool { return e.Key == key })
}

// Mapping returns the keys and values of a node that holds some.
func Mapping(n ast.Node) ([]*ast.MappingValueNode, bool) {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, true
	default:
		return nil, false
	}
}

// Items returns what a list holds.
func (r *Reader) Items(n ast.Node, what string) []ast.Node {
	list, ok := n.(*ast.SequenceNode)
	if !ok {
		r.Fail(n, fmt.Sprintf("%s is %s", what, KindOf(n)), "want a list, each item after a -")
		return nil
	}
	return list.Values
}

// Suggest names the nearest known word, or all of them when none is near.
func Suggest(word string, known []string) string {
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

// maxWord is the longest word that may be a slip for another, in bytes.
const maxWord = 128

// nearness counts the edits between words, whatever their case. Words too long
// to be a slip are not compared.
func nearness(word, known string) int {
	if len(word) > maxWord {
		return len(word)
	}
	return ir.Edits(strings.ToLower(word), known)
}

// KindOf describes what stands at a node, for an error.
func KindOf(n ast.Node) string {
	switch n := n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return "a set of keys"
	case *ast.SequenceNode:
		return "a list"
	case *ast.NullNode:
		return "empty"
	case *ast.StringNode:
		return strconv.Quote(Short(n.Value))
	default:
		return Short(n.GetToken().Value)
	}
}

// Short cuts a value for quoting in an error.
func Short(s string) string {
	const most = 40
	if c := []rune(s); len(c) > most {
		return string(c[:most]) + "..."
	}
	return s
}

// decimal is a number as people write it; strconv alone would also take
// hexadecimal, underscores and words.
var decimal = regexp.MustCompile(`^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$`)

// Number returns the finite number of a scalar, or reports what stands there.
func (r *Reader) Number(n ast.Node, what, want string) (float64, bool) {
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
		r.Fail(n, fmt.Sprintf("%s is %s", what, KindOf(n)), "want "+want)
	case quoted:
		r.Fail(n, fmt.Sprintf("%s is text", what), "take the quotes away; want "+want)
	case err != nil || math.IsInf(v, 0):
		r.Fail(n, fmt.Sprintf("%s is %s", what, Short(text)), "too large a number; want "+want)
	default:
		return v + 0, true // -0 becomes 0
	}
	return 0, false
}

// Within returns a number from low to high, or reports it.
func (r *Reader) Within(n ast.Node, what string, low, high float64) (float64, bool) {
	want := fmt.Sprintf("a number from %s to %s", Plain(low), Plain(high))
	v, ok := r.Number(n, what, want)
	if !ok {
		return 0, false
	}
	if v < low || v > high {
		r.Fail(n, fmt.Sprintf("%s is %s, out of bounds", what, Plain(v)), "want "+want)
		return 0, false
	}
	return v, true
}

// Plain writes a number with the digits it needs.
func Plain(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// Word returns a scalar as it is written, quoted or not.
func (r *Reader) Word(n ast.Node, what, want string) (string, bool) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value, true
	default:
		r.Fail(n, fmt.Sprintf("%s is %s", what, KindOf(n)), "want "+want)
		return "", false
	}
}
