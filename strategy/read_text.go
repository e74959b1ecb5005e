package strategy

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"

	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// text reads words for people in both languages, of at most so many characters.
func (r reader) text(n ast.Node, what string, most int) Title {
	var t Title
	found := r.Entries(n, what, []string{"en", "ko"})
	r.Need(n, what, found, "en", "ko")
	for _, e := range found {
		switch e.Key {
		case "en":
			t.EN = r.words(e.Value, "the English "+what, most)
		case "ko":
			t.KO = r.words(e.Value, "the Korean "+what, most)
		}
	}
	return t
}

var braced = regexp.MustCompile(`\{[^{}]*\}`)

func (r reader) words(n ast.Node, what string, most int) string {
	s, ok := n.(*ast.StringNode)
	if !ok {
		r.Fail(n, fmt.Sprintf("%s is %s", what, yamlfile.KindOf(n)), "want text, in quotes")
		return ""
	}
	text := s.Value
	odd := strings.IndexFunc(text, func(c rune) bool { return !unicode.IsGraphic(c) })
	switch length := utf8.RuneCountInString(text); {
	case strings.TrimSpace(text) == "":
		r.Fail(n, what+" is empty", "write it out; it is shown wherever the strategy is")
	case length > most:
		r.Fail(n, fmt.Sprintf("%s is %d characters long", what, length), fmt.Sprintf("want %d or fewer", most))
	case odd >= 0:
		c, _ := utf8.DecodeRuneInString(text[odd:])
		r.Fail(n, fmt.Sprintf("%s holds U+%04X, which cannot be printed", what, c), "remove it")
	}
	for _, b := range braced.FindAllString(text, -1) {
		if b != "{A}" && b != "{B}" {
			r.Fail(n, fmt.Sprintf("%s holds %s", what, yamlfile.Short(b)), "want {A} and {B} for the names of the powers, and no other braces")
		}
	}
	return text
}
