package brief

import (
	"bytes"
	"fmt"
	"strings"
)

// sheet writes blocks as Markdown.
type sheet struct {
	b    bytes.Buffer
	lang string
}

func markdownPage(d document) []byte {
	m := &sheet{lang: d.lang}
	m.printf("# %s\n\n", md(d.title))
	for _, line := range d.masthead {
		m.printf("*%s*\n\n", md(line))
	}
	for _, s := range d.sections {
		if s.number > 0 {
			m.printf("## %d. %s\n\n", s.number, md(s.title))
		} else {
			m.printf("## %s\n\n", md(s.title))
		}
		for _, b := range s.blocks {
			b.write(m)
		}
	}
	m.printf("---\n\n%s\n", md(d.stamp))
	return m.b.Bytes()
}

// md escapes what Markdown would read as markup.
func md(s string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "|", `\|`, "<", "&lt;", "[", `\[`, "]", `\]`, "`", "\\`", "~", `\~`).Replace(s)
}

func (m *sheet) printf(format string, args ...any) { fmt.Fprintf(&m.b, format, args...) }

func (m *sheet) advice(a advice) {
	m.printf("%d. **%s** \\[%s\\]\n", a.n, md(a.Lead), a.ref)
	if m.lang == "ko" {
		for _, w := range a.Why {
			m.printf("   - %s\n", md(w))
		}
	} else if len(a.Why) > 0 {
		m.printf("\n   %s\n", md(strings.Join(a.Why, " ")))
	}
	if m.lang != "ko" && len(a.Act) > 0 {
		m.printf("\n")
	}
	for _, w := range a.Act {
		m.printf("   - %s\n", md(w))
	}
	m.printf("\n")
}

func (m *sheet) notes(n notes) {
	m.printf("> **%s**\n>\n", md(n.title))
	for _, r := range n.items {
		m.printf("> - **%s** %s \\[%s\\]\n", md(headOf(m.lang, r.Head)), md(joinedIn(m.lang, r.Passage)), r.ref)
	}
	m.printf("\n")
}

func (m *sheet) points(x points) {
	for _, r := range x.items {
		if m.lang != "ko" {
			m.printf("- **%s** %s \\[%s\\]\n", md(headOf(m.lang, r.Head)), md(joinedIn(m.lang, r.Passage)), r.ref)
			continue
		}
		m.printf("- **%s** %s \\[%s\\]", md(headOf(m.lang, r.Head)), md(r.Lead), r.ref)
		for _, w := range r.Why {
			m.printf("\n  - %s", md(w))
		}
		m.printf("\n")
	}
	m.printf("\n")
}

func (m *sheet) figure(f figure) {
	m.printf("**%s. %s**\n\n", md(f.label), md(f.title))
	data := f.data
	data.caption = ""
	data.write(m)
	m.printf("*%s*\n\n", md(sourceLine(f, m.lang)))
}

func (m *sheet) table(t table) {
	if t.caption != "" {
		m.printf("**%s**\n\n", md(t.caption))
	}
	m.row(t.head)
	for i := range t.head {
		m.printf("|%s", map[bool]string{true: "---:", false: "---"}[t.numbers > 0 && i >= t.numbers])
	}
	m.printf("|\n")
	for i, row := range t.rows {
		if t.strong == i+1 {
			row = append([]string{"\x00" + row[0]}, row[1:]...)
		}
		m.row(row)
	}
	m.printf("\n")
	if t.note != "" {
		m.printf("*%s*\n\n", md(t.note))
	}
}

// row writes one line of a table; a first cell marked with a zero byte is bold.
func (m *sheet) row(cells []string) {
	for _, c := range cells {
		if text, strong := strings.CutPrefix(c, "\x00"); strong {
			m.printf("| **%s** ", md(text))
		} else {
			m.printf("| %s ", md(c))
		}
	}
	m.printf("|\n")
}

func (m *sheet) fold(f fold) {
	m.printf("### %s\n\n", md(f.summary))
	for _, b := range f.blocks {
		b.write(m)
	}
}

func (m *sheet) para(x para) { m.printf("%s\n\n", md(x.text)) }
