package cite

import (
	"fmt"
	"strings"
)

// SyntaxError says where a BibTeX file cannot be read.
type SyntaxError struct {
	Line    int // from 1
	Problem string
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Problem) }

// Parse reads the entries of a BibTeX file in order. It knows what a
// bibliography needs and no more: entries in braces; values in braces or
// quotes, or bare numbers; comments between entries, from % to the end of the
// line, by @comment, or as plain text. Macros (@string, @preamble), joining by
// # and fields that [Work] lacks are refused as a [*SyntaxError], so that
// nothing is dropped unseen.
func Parse(file []byte) ([]Work, error) {
	p := &parser{text: string(file), line: 1}
	var works []Work
	lines := map[string]int{}
	for p.entry() {
		line := p.line
		w, ok, err := p.work()
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		if first, twice := lines[w.Key]; twice {
			return nil, &SyntaxError{line, fmt.Sprintf("key %q is taken by line %d; choose another", w.Key, first)}
		}
		lines[w.Key] = line
		works = append(works, w)
	}
	return works, nil
}

type parser struct {
	text string
	at   int
	line int
}

// peek returns the next byte, or 0 at the end.
func (p *parser) peek() byte {
	if p.at < len(p.text) {
		return p.text[p.at]
	}
	return 0
}

func (p *parser) next() byte {
	c := p.peek()
	if c == '\n' {
		p.line++
	}
	if p.at < len(p.text) {
		p.at++
	}
	return c
}

func (p *parser) space() {
	for c := p.peek(); c == ' ' || c == '\t' || c == '\n' || c == '\r'; c = p.peek() {
		p.next()
	}
}

func (p *parser) fail(format string, args ...any) error {
	return &SyntaxError{p.line, fmt.Sprintf(format, args...)}
}

// want takes one byte after space, or fails.
func (p *parser) want(c byte, after string) error {
	p.space()
	if p.peek() != c {
		return p.fail("want %q after %s, not %s", c, after, p.found())
	}
	p.next()
	return nil
}

// found says what stands at the reading place.
func (p *parser) found() string {
	if p.at >= len(p.text) {
		return "the end of the file"
	}
	return fmt.Sprintf("%q", p.text[p.at])
}

// entry moves past the next @ outside a comment and reports whether there is one.
func (p *parser) entry() bool {
	for p.at < len(p.text) {
		switch p.next() {
		case '@':
			return true
		case '%':
			for p.at < len(p.text) && p.next() != '\n' {
			}
		}
	}
	return false
}

// word takes letters, digits and the marks that keys use.
func (p *parser) word() string {
	from := p.at
	for c := p.peek(); 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_' || c == ':'; c = p.peek() {
		p.next()
	}
	return p.text[from:p.at]
}

// work reads an entry after its @; ok is false for a comment.
func (p *parser) work() (w Work, ok bool, err error) {
	w.Type = strings.ToLower(p.word())
	switch w.Type {
	case "":
		return w, false, p.fail("want the type of an entry after '@', not %s", p.found())
	case "string", "preamble":
		return w, false, p.fail("@%s is not read; write values out", w.Type)
	}
	if err := p.want('{', "@"+w.Type); err != nil {
		return w, false, err
	}
	if w.Type == "comment" {
		_, err := p.braced()
		return w, false, err
	}
	p.space()
	if w.Key = p.word(); w.Key == "" {
		return w, false, p.fail("want the key of the entry, not %s", p.found())
	}
	for {
		p.space()
		if p.peek() == ',' {
			p.next()
			p.space()
		} else if p.peek() != '}' {
			return w, false, p.fail("want ',' or '}' in entry %s, not %s", w.Key, p.found())
		}
		if p.peek() == '}' {
			p.next()
			return w, true, nil
		}
		if err := p.field(&w); err != nil {
			return w, false, err
		}
	}
}

// field reads name = value into the work.
func (p *parser) field(w *Work) error {
	line := p.line
	name := strings.ToLower(p.word())
	if name == "" {
		return p.fail("want a field in entry %s, not %s", w.Key, p.found())
	}
	if err := p.want('=', name); err != nil {
		return err
	}
	value, err := p.value()
	if err != nil {
		return err
	}
	for _, f := range w.fields() {
		if f.name != name {
			continue
		}
		if *f.value != "" {
			return &SyntaxError{line, fmt.Sprintf("field %s stands twice in entry %s", name, w.Key)}
		}
		*f.value = value
		return nil
	}
	return &SyntaxError{line, fmt.Sprintf("field %q of entry %s is not known; put it in note", name, w.Key)}
}

// value reads {text}, "text" or a bare number, with runs of space made one.
func (p *parser) value() (string, error) {
	p.space()
	var text string
	var err error
	switch c := p.peek(); {
	case c == '{':
		p.next()
		text, err = p.braced()
	case c == '"':
		p.next()
		text, err = p.quoted()
	case '0' <= c && c <= '9':
		text = p.word()
	default:
		err = p.fail("want a value in braces or quotes, not %s", p.found())
	}
	return strings.Join(strings.Fields(text), " "), err
}

// braced takes text up to the brace that closes it; inner braces pair up.
func (p *parser) braced() (string, error) {
	from, line, depth := p.at, p.line, 1
	for p.at < len(p.text) {
		switch p.next() {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return p.text[from : p.at-1], nil
			}
		}
	}
	return "", &SyntaxError{line, "the brace opened here is never closed"}
}

// quoted takes text up to a quote outside braces.
func (p *parser) quoted() (string, error) {
	from, line, depth := p.at, p.line, 0
	for p.at < len(p.text) {
		switch p.next() {
		case '{':
			depth++
		case '}':
			if depth--; depth < 0 {
				return "", p.fail("a brace closes here that was never opened")
			}
		case '"':
			if depth == 0 {
				return p.text[from : p.at-1], nil
			}
		}
	}
	return "", &SyntaxError{line, "the quote opened here is never closed"}
}
