package brief

import (
	"bytes"
	"fmt"
	"io"

	"github.com/shatterbelt/shatterbelt/study"
)

// Digest writes the findings of one section as plain text for a terminal, under
// the title of a document that has that section, in lines of at most 88 columns.
func Digest(w io.Writer, d study.Dossier, o Options, s Section) error {
	c, err := newComposer(d, o)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	fill(&b, "", c.document().title)
	fill(&b, "", c.dateline())
	for _, r := range c.in(s) {
		fmt.Fprintln(&b)
		fill(&b, "", r.Head+": "+r.Lead)
		for _, line := range r.Why {
			fill(&b, "   - ", line)
		}
	}
	fmt.Fprintln(&b)
	_, err = w.Write(b.Bytes())
	return err
}
