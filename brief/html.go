package brief

import (
	"bytes"
	_ "embed"
	"fmt"
	"html"
	"strings"
)

//go:embed style.css
var css string

// page writes blocks as HTML.
type page struct {
	b    bytes.Buffer
	lang string
}

func htmlPage(d document) []byte {
	p := &page{lang: d.lang}
	p.printf("<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", d.lang)
	p.printf("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"shatterbelt\">\n")
	p.printf("<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n", esc(d.title), css)
	p.printf("<header>\n<h1>%s</h1>\n", esc(d.title))
	for _, m := range d.masthead {
		p.printf("<p class=\"mast\">%s</p>\n", esc(m))
	}
	p.printf("</header>\n<main>\n")
	for _, s := range d.sections {
		p.section(s)
	}
	p.printf("</main>\n<footer><p>%s</p></footer>\n</body>\n</html>\n", esc(d.stamp))
	return p.b.Bytes()
}

func esc(s string) string { return html.EscapeString(s) }

func (p *page) printf(format string, args ...any) { fmt.Fprintf(&p.b, format, args...) }

func (p *page) section(s section) {
	class := ""
	if s.compact {
		class = ` class="compact"`
	}
	p.printf("<section id=\"%s\"%s aria-labelledby=\"%s-h\">\n<h2 id=\"%s-h\">", s.id, class, s.id, s.id)
	if s.number > 0 {
		p.printf("<span class=\"no\">%d</span> ", s.number)
	}
	p.printf("%s</h2>\n", esc(s.title))
	for _, b := range s.blocks {
		b.write(p)
	}
	p.printf("</section>\n")
}

// ref links a remark to its trail.
func ref(id string) string {
	return fmt.Sprintf(`&nbsp;<a class="ref" href="#%s">%s</a>`, id, id)
}

func (p *page) advice(a advice) {
	p.printf("<article class=\"advice\">\n<p class=\"lead\"><span class=\"no\">%d</span> <strong>%s</strong>%s</p>\n", a.n, esc(a.Lead), ref(a.ref))
	if p.lang == "ko" {
		p.list(a.Why, "why")
	} else if len(a.Why) > 0 {
		p.printf("<p class=\"why\">%s</p>\n", esc(strings.Join(a.Why, " ")))
	}
	if len(a.Act) > 0 {
		p.list(a.Act, "act")
	}
	p.printf("</article>\n")
}

func (p *page) list(items []string, class string) {
	if len(items) == 0 {
		return
	}
	p.printf("<ul class=\"%s\">", class)
	for _, i := range items {
		p.printf("<li>%s</li>", esc(i))
	}
	p.printf("</ul>\n")
}

func (p *page) notes(n notes) {
	p.printf("<aside class=\"notes\">\n<h3>%s</h3>\n<ul>\n", esc(n.title))
	for _, r := range n.items {
		p.printf("<li><b>%s</b> %s%s</li>\n", esc(p.head(r.Head)), esc(p.joined(r.Passage)), ref(r.ref))
	}
	p.printf("</ul>\n</aside>\n")
}

// head sets off the subject of a remark as the language does.
func (p *page) head(s string) string { return headOf(p.lang, s) }

func headOf(lang, s string) string {
	if lang == "ko" {
		return "(" + s + ")"
	}
	return s + "."
}

// joined runs a passage together.
func (p *page) joined(x Passage) string { return joinedIn(p.lang, x) }

func joinedIn(lang string, x Passage) string {
	sep := " "
	if lang == "ko" {
		sep = ". "
	}
	return strings.Join(append([]string{x.Lead}, x.Why...), sep)
}

func (p *page) points(x points) {
	p.printf("<ul class=\"points\">\n")
	for _, r := range x.items {
		if p.lang == "ko" {
			p.printf("<li><b>%s</b> %s%s", esc(p.head(r.Head)), esc(r.Lead), ref(r.ref))
			p.list(r.Why, "sub")
		} else {
			p.printf("<li><b>%s</b> %s%s", esc(p.head(r.Head)), esc(p.joined(r.Passage)), ref(r.ref))
		}
		p.printf("</li>\n")
	}
	p.printf("</ul>\n")
}

func (p *page) figure(f figure) {
	p.printf("<figure id=\"fig-%s\">\n<figcaption><b>%s.</b> %s</figcaption>\n%s\n", f.id, esc(f.label), esc(f.title), f.svg)
	p.printf("<p class=\"source\">%s</p>\n", esc(sourceLine(f, p.lang)))
	p.printf("<details><summary>%s</summary>\n", esc(f.data.caption))
	f.data.write(p)
	p.printf("</details>\n</figure>\n")
}

func sourceLine(f figure, lang string) string {
	label := map[string]string{"en": labelsEN.Source, "ko": labelsKO.Source}[lang]
	return strings.TrimSpace(f.notes + " " + label + ": " + strings.TrimSuffix(f.source, ".") + ".")
}

// mostLoose is how many columns a small table may have before it is set closer.
const mostLoose = 9

func (p *page) table(t table) {
	class := ""
	if t.small {
		class = ` class="small"`
	}
	if t.small && len(t.head) > mostLoose {
		class = ` class="small dense"`
	}
	p.printf("<div class=\"wide\"><table%s>\n", class)
	if t.caption != "" {
		p.printf("<caption>%s</caption>\n", esc(t.caption))
	}
	p.printf("<thead><tr>")
	for i, h := range t.head {
		p.printf("<th scope=\"col\"%s>%s</th>", number(t, i), esc(h))
	}
	p.printf("</tr></thead>\n<tbody>\n")
	for i, row := range t.rows {
		mark := ""
		if t.strong == i+1 {
			mark = ` class="own"`
		}
		p.printf("<tr%s>", mark)
		for j, cell := range row {
			if j == 0 {
				p.printf("<th scope=\"row\">%s</th>", esc(cell))
			} else {
				p.printf("<td%s>%s</td>", number(t, j), esc(cell))
			}
		}
		p.printf("</tr>\n")
	}
	p.printf("</tbody>\n</table></div>\n")
	if t.note != "" {
		p.printf("<p class=\"source\">%s</p>\n", esc(t.note))
	}
}

func number(t table, column int) string {
	if t.numbers > 0 && column >= t.numbers {
		return ` class="n"`
	}
	return ""
}

func (p *page) fold(f fold) {
	class := "screen"
	if f.printed {
		class = "printed"
	}
	p.printf("<details class=\"%s\"><summary>%s</summary>\n", class, esc(f.summary))
	for _, b := range f.blocks {
		b.write(p)
	}
	p.printf("</details>\n")
}

func (p *page) para(x para) {
	attr := ""
	if x.small {
		attr = ` class="fine"`
	}
	p.printf("<p%s>", attr)
	for _, id := range x.ids {
		p.printf("<span id=\"%s\"></span>", id)
	}
	p.printf("%s</p>\n", esc(x.text))
}
