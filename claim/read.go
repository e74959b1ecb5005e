package claim

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"

	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// What a claim file may hold.
const (
	MaxBytes    = 1 << 20 // bytes in a file
	MaxClaims   = 100     // claims in a file
	MaxParts    = 12      // parts of a claim
	MaxSettings = 1000    // admissible settings of a part
	MaxText     = 2000    // characters of a text
	MaxName     = 64      // characters of a name or value
)

// FileError is one thing wrong with a claim file.
type FileError = yamlfile.Error

// Parse reads a claim file. File is its name, for errors only.
//
// Whatever is wrong is reported as one or more joined [*FileError], in order of
// place and at most twenty, and no claims are returned.
func Parse(file string, data []byte) ([]Claim, error) { return ParseFor(file, data, nil) }

// ParseFor is [Parse] that also refuses indicators and measures other than those
// named; without any it takes every name.
func ParseFor(file string, data []byte, quantities []string) ([]Claim, error) {
	r := reader{&yamlfile.Reader{
		File: file, Kind: "claim file", MaxBytes: MaxBytes,
		Empty: "start with schema: " + Schema + " and a list under claims:",
	}, quantities}
	var found []Claim
	if root, ok := r.Read(data); ok {
		found = r.each(r.List(root, Schema, "claims", "- id:", MaxClaims))
	}
	if err := r.Err(); err != nil {
		return nil, err
	}
	return found, nil
}

// reader turns YAML into claims.
type reader struct {
	*yamlfile.Reader
	quantities []string // indicators and measures there are; none where any will do
}

// each reads the claims and sees that their ids differ.
func (r reader) each(items []ast.Node) []Claim {
	seen := map[string]int{}
	var found []Claim
	for _, n := range items {
		c, id := r.claim(n)
		found = append(found, c)
		r.unlike(seen, c.ID, id, "id")
	}
	return found
}

// unlike reports a name that was given before.
func (r reader) unlike(seen map[string]int, name string, at ast.Node, what string) {
	if at == nil || name == "" {
		return
	}
	if line, twice := seen[name]; twice {
		r.Fail(at, fmt.Sprintf("%s %q is taken on line %d", what, name, line), "give each its own")
		return
	}
	seen[name] = yamlfile.First(at).Position.Line
}

var claimKeys = []string{"id", "statement", "section", "question", "join", "parts", "reverses", "shown", "waits"}

// claim reads one claim; the node is that of its id.
func (r reader) claim(n ast.Node) (c Claim, id ast.Node) {
	found := r.Entries(n, "a claim", claimKeys)
	r.Need(n, "the claim", found, "id", "statement", "question", "parts", "reverses", "shown")
	c.Join = All
	texts := map[string]*Text{
		"statement": &c.Statement, "section": &c.Section, "question": &c.Question,
		"reverses": &c.Reverses, "shown": &c.Shown, "waits": &c.Waits,
	}
	for _, e := range found {
		switch e.Key {
		case "id":
			c.ID, id = r.word(e.Value, "id"), e.Value
		case "join":
			c.Join = Joining(r.oneOf(e.Value, "join", []string{string(All), string(Any)}))
		case "parts":
			c.Parts = r.parts(e.Value)
		default:
			*texts[e.Key] = r.text(e.Value, e.Key)
		}
	}
	return c, id
}

func (r reader) parts(n ast.Node) []Part {
	items := r.Items(n, "parts")
	switch {
	case len(items) > MaxParts:
		r.Fail(items[MaxParts], fmt.Sprintf("%d parts, and a claim may have %d", len(items), MaxParts), "make it two claims")
		return nil
	case len(items) == 0 && r.Problems() == 0:
		r.Fail(n, "no parts", "add one, beginning with - name:")
	}
	seen := map[string]int{}
	var out []Part
	for _, item := range items {
		p, name := r.part(item)
		out = append(out, p)
		r.unlike(seen, p.Name, name, "name")
	}
	return out
}

// text reads words in both languages.
func (r reader) text(n ast.Node, what string) Text {
	var t Text
	found := r.Entries(n, what, []string{"en", "ko"})
	r.Need(n, what, found, "en", "ko")
	for _, e := range found {
		switch e.Key {
		case "en":
			t.EN = r.words(e.Value, "the English "+what)
		case "ko":
			t.KO = r.words(e.Value, "the Korean "+what)
		}
	}
	return t
}

func (r reader) words(n ast.Node, what string) string {
	s, ok := n.(*ast.StringNode)
	if !ok {
		r.Fail(n, fmt.Sprintf("%s is %s", what, yamlfile.KindOf(n)), "want text, in quotes")
		return ""
	}
	odd := strings.IndexFunc(s.Value, func(c rune) bool { return !unicode.IsGraphic(c) })
	switch length := utf8.RuneCountInString(s.Value); {
	case strings.TrimSpace(s.Value) == "":
		r.Fail(n, what+" is empty", "write it out; it is shown beside the verdict")
	case length > MaxText:
		r.Fail(n, fmt.Sprintf("%s is %d characters long", what, length), fmt.Sprintf("want %d or fewer", MaxText))
	case odd >= 0:
		c, _ := utf8.DecodeRuneInString(s.Value[odd:])
		r.Fail(n, fmt.Sprintf("%s holds U+%04X, which cannot be printed", what, c), "remove it")
	}
	return s.Value
}

var wordPattern = regexp.MustCompile(`^[A-Za-z0-9.+-]+([_:/-][A-Za-z0-9.+-]+)*$`)

// word reads a name or a value: letters, digits and marks that join them.
func (r reader) word(n ast.Node, what string) string {
	const want = "letters and digits without spaces, joined by - or _ if need be"
	text, ok := r.Word(n, what, want)
	switch {
	case !ok:
		return ""
	case !wordPattern.MatchString(text):
		r.Fail(n, fmt.Sprintf("%s is %q", what, yamlfile.Short(text)), "want "+want)
		return ""
	case len(text) > MaxName:
		r.Fail(n, fmt.Sprintf("%s is %d characters long", what, len(text)), fmt.Sprintf("want %d or fewer", MaxName))
		return ""
	}
	return text
}

// oneOf reads one of some words.
func (r reader) oneOf(n ast.Node, what string, known []string) string {
	text, ok := r.Word(n, what, strings.Join(known, " or "))
	if !ok {
		return ""
	}
	for _, k := range known {
		if k == text {
			return text
		}
	}
	r.Fail(n, fmt.Sprintf("unknown %s %q", what, yamlfile.Short(text)), yamlfile.Suggest(text, known))
	return ""
}
