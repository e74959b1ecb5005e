package yamlfile

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// What keeps a hostile file from tying up the parser, whose time grows with
// depth and with empty values faster than with length.
const (
	maxTokens = 50_000 // words and marks; a strategy has about 100
	maxDepth  = 8      // of brackets; the format needs three
)

// Read turns the bytes of a file into the one YAML document it should hold.
func (r *Reader) Read(data []byte) (ast.Node, bool) {
	text, ok := r.text(data)
	if !ok {
		return nil, false
	}
	return r.syntax(text)
}

// text checks that data is text and returns it without a byte order mark.
func (r *Reader) text(data []byte) (string, bool) {
	if len(data) > r.MaxBytes {
		r.FailAt(0, 0, fmt.Sprintf("%d bytes long, and a %s may have %d", len(data), r.Kind, r.MaxBytes),
			"check that it is the right file, or split it")
		return "", false
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	line := 1
	for rest := data; len(rest) > 0; {
		c, size := utf8.DecodeRune(rest)
		switch {
		case c == utf8.RuneError && size == 1:
			r.binary(data, rest, line, "not UTF-8 text", "save the file as UTF-8")
			return "", false
		case c == '\n':
			line++
		case c < ' ' && c != '\t' && c != '\r', c == 0x7f:
			r.binary(data, rest, line, fmt.Sprintf("character U+%04X is not text", c),
				"check that it is a text file in UTF-8")
			return "", false
		}
		rest = rest[size:]
	}
	return strings.ReplaceAll(string(data), "\r\n", "\n"), true
}

// binary reports bytes that are not text where rest begins.
func (r *Reader) binary(data, rest []byte, line int, problem, remedy string) {
	offset := len(data) - len(rest)
	start := bytes.LastIndexByte(data[:offset], '\n') + 1
	r.FailAt(line, 1+utf8.RuneCount(data[start:offset]), fmt.Sprintf("byte %d: %s", offset, problem), remedy)
}

// syntax turns text into the one YAML document it should hold.
func (r *Reader) syntax(text string) (ast.Node, bool) {
	tokens := lexer.Tokenize(text)
	if len(tokens) > maxTokens {
		r.FailAt(0, 0, "too long for a "+r.Kind, "split it")
		return nil, false
	}
	if !r.plain(tokens) {
		return nil, false
	}
	file, err := parseTokens(tokens)
	if err != nil {
		r.syntaxError(err)
		return nil, false
	}
	docs := slices.DeleteFunc(file.Docs, func(d *ast.DocumentNode) bool { return d.Body == nil })
	switch len(docs) {
	case 0:
		r.FailAt(0, 0, "empty file", r.Empty)
		return nil, false
	case 1:
		return docs[0].Body, true
	default:
		r.Fail(docs[1].Body, "a second document begins", "keep one document in a file and remove the line ---")
		return nil, false
	}
}

// parseTokens calls the parser. A panic in it is a file it cannot read, since
// the file is not ours and neither is the parser.
func parseTokens(tokens token.Tokens) (file *ast.File, err error) {
	defer func() {
		if recover() != nil {
			file, err = nil, errors.New("not YAML")
		}
	}()
	return parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
}

func (r *Reader) syntaxError(err error) {
	var e yaml.Error
	if !errors.As(err, &e) || e.GetToken() == nil || e.GetToken().Position == nil {
		r.FailAt(0, 0, "not YAML", "check indentation, brackets and quotes")
		return
	}
	at := e.GetToken().Position
	r.FailAt(at.Line, at.Column, "not YAML: "+e.GetMessage(), "check indentation, brackets and quotes")
}

// refused are the parts of YAML that the files do without. Anchors and
// aliases among them can make a small file grow without bound.
var refused = map[token.Type]string{
	token.AnchorType:     "an anchor (&)",
	token.AliasType:      "an alias (*)",
	token.MergeKeyType:   "a merge key (<<)",
	token.TagType:        "a tag (!)",
	token.DirectiveType:  "a directive (%)",
	token.MappingKeyType: "a complex key (?)",
}

// plain checks the tokens before they are parsed: no part of YAML that is
// refused, no deep nesting, no key without a value.
func (r *Reader) plain(tokens token.Tokens) bool {
	depth, itemLine := 0, 0
	for i, t := range tokens {
		at := t.Position
		if what, bad := refused[t.Type]; bad {
			r.FailAt(at.Line, at.Column, what+" cannot be used in a "+r.Kind, "write the value out, in quotes if it is text")
			return false
		}
		switch t.Type {
		case token.MappingStartType, token.SequenceStartType:
			depth++
		case token.MappingEndType, token.SequenceEndType:
			depth--
		case token.SequenceEntryType:
			if at.Line == itemLine {
				r.FailAt(at.Line, at.Column, "a list directly inside a list", "write one - for each item")
				return false
			}
			itemLine = at.Line
			if valueless(tokens, i, t, false) {
				r.FailAt(at.Line, at.Column, "an item with nothing in it", "fill it in, or remove the -")
				return false
			}
		case token.MappingValueType:
			if i == 0 {
				break // the parser says what is wrong
			}
			if key := tokens[i-1]; valueless(tokens, i, key, depth > 0) {
				r.FailAt(key.Position.Line, key.Position.Column,
					fmt.Sprintf("key %q has no value", strings.TrimSpace(key.Value)), "give it one, or remove it")
				return false
			}
		}
		if depth > maxDepth {
			r.FailAt(at.Line, at.Column, "brackets nested too deep", "check for a missing ] or }")
			return false
		}
	}
	return true
}

// valueless reports whether nothing after token i, a colon or a dash, could be
// the value of key: inside brackets a comma or a closing one comes next, outside
// a line that is not indented more than the key.
func valueless(tokens token.Tokens, i int, key *token.Token, flow bool) bool {
	next := i + 1
	for next < len(tokens) && tokens[next].Type == token.CommentType {
		next++
	}
	if next == len(tokens) {
		return true
	}
	switch t := tokens[next]; {
	case flow:
		return t.Type == token.CollectEntryType || t.Type == token.MappingEndType || t.Type == token.SequenceEndType
	case t.Position.Line == key.Position.Line:
		return false
	case t.Type == token.SequenceEntryType && key != tokens[i]:
		return t.Position.Column < key.Position.Column // a list may stand right under its key
	default:
		return t.Position.Column <= key.Position.Column
	}
}
