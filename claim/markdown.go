package claim

import (
	"fmt"
	"io"
	"strings"
)

// Markdown writes findings as a page. Rules is the commit of the rules, "" for
// claims of a user's own. With views of several years all are in the table and
// the last is explained.
func Markdown(w io.Writer, views [][]Finding, rules, lang string) error {
	o := outline(views, rules, lang)
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", o.Title)
	if o.Rules != "" {
		fmt.Fprintf(&b, "%s\n\n", o.Rules)
	}
	markdownTable(&b, o.Head, o.Rows)
	for _, s := range o.Sections {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n", s.Title, s.Statement)
		for _, l := range s.Lines {
			fmt.Fprintf(&b, "- **%s.** %s\n", l[0], l[1])
		}
		for _, t := range s.Tables {
			fmt.Fprintf(&b, "\n%s\n", strings.TrimSuffix(t.Title, ".")+".")
			if len(t.Rows) > 0 {
				b.WriteString("\n")
				markdownTable(&b, t.Head, t.Rows)
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func markdownTable(b *strings.Builder, head []string, rows [][]string) {
	row := func(cells []string) {
		for _, c := range cells {
			fmt.Fprintf(b, "| %s ", strings.ReplaceAll(c, "|", `\|`))
		}
		b.WriteString("|\n")
	}
	row(head)
	b.WriteString(strings.Repeat("| --- ", len(head)) + "|\n")
	for _, r := range rows {
		row(r)
	}
}
