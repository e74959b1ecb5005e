package brief

import (
	"bytes"
	"fmt"
	"io"

	"golang.org/x/text/width"

	"github.com/shatterbelt/shatterbelt/study"
)

// Summary writes the first page as plain text for a terminal: the title, what
// the brief is, the recommendations with their reasons, and the notes beside
// them, in lines of at most 88 columns.
func Summary(w io.Writer, d study.Dossier, o Options) error {
	c, err := newComposer(d, o)
	if err != nil {
		return err
	}
	doc := c.document()
	var b bytes.Buffer
	fmt.Fprintln(&b, doc.title)
	for _, line := range doc.masthead {
		fill(&b, "", line)
	}
	for i, r := range c.in(InRecommendations) {
		fmt.Fprintln(&b)
		fill(&b, fmt.Sprintf("%d. ", i+1), r.Lead)
		for _, line := range r.Why {
			fill(&b, "   - ", line)
		}
	}
	if notes := c.in(InPageOne); len(notes) > 0 {
		fmt.Fprintf(&b, "\n%s\n", c.labels.PageOne)
		for _, r := range notes {
			fill(&b, " - ", r.Lead)
		}
	}
	fmt.Fprintln(&b)
	_, err = w.Write(b.Bytes())
	return err
}

// lineColumns is the longest line of a summary, in columns of a terminal.
const lineColumns = 88

// fill writes a text after a mark, broken at spaces, later lines set under the
// first word. Korean letters take two columns.
func fill(b *bytes.Buffer, mark, text string) {
	b.WriteString(mark)
	at := columns(mark)
	indent := at
	for i, word := range bytes.Fields([]byte(text)) {
		n := columns(string(word))
		switch {
		case i > 0 && at+1+n > lineColumns:
			fmt.Fprintf(b, "\n%*s", indent, "")
			at = indent
		case i > 0:
			b.WriteByte(' ')
			at++
		}
		b.Write(word)
		at += n
	}
	b.WriteByte('\n')
}

// columns is how wide a text stands in a terminal.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}
