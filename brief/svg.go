package brief

import (
	"fmt"
	"html"
	"strconv"
	"strings"
)

// fonts are the faces a picture asks for, Korean ones included, so that it
// reads the same on paper and alone.
const fonts = `system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK KR', 'Noto Sans KR', 'Apple SD Gothic Neo', 'Malgun Gothic', 'Nanum Gothic', NanumGothic, sans-serif`

// Colours of what is not a power.
const (
	ink   = "#1a1a1a"
	muted = "#555555"
	faint = "#c9c9c9"
	paper = "#ffffff"
)

// picture is an inline SVG being drawn. Coordinates are in its own units, with
// the origin at the top left.
type picture struct {
	id, title, desc string
	w, h            float64
	b               strings.Builder
}

func newPicture(id, title, desc string, w, h float64) *picture {
	return &picture{id: id, title: title, desc: desc, w: w, h: h}
}

// px prints a coordinate with one decimal and no idle zero.
func px(v float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(v, 'f', 1, 64), ".0")
}

func (p *picture) line(x1, y1, x2, y2 float64, style string) {
	fmt.Fprintf(&p.b, `<line x1="%s" y1="%s" x2="%s" y2="%s" %s/>`, px(x1), px(y1), px(x2), px(y2), style)
}

func (p *picture) rect(x, y, w, h float64, style string) {
	fmt.Fprintf(&p.b, `<rect x="%s" y="%s" width="%s" height="%s" %s/>`, px(x), px(y), px(w), px(h), style)
}

func (p *picture) circle(x, y, r float64, style string) {
	fmt.Fprintf(&p.b, `<circle cx="%s" cy="%s" r="%s" %s/>`, px(x), px(y), px(r), style)
}

func (p *picture) path(d, style string) {
	if d != "" {
		fmt.Fprintf(&p.b, `<path d="%s" %s/>`, d, style)
	}
}

// Where a text is anchored.
const (
	start  = "start"
	middle = "middle"
	end    = "end"
)

// text is a label of a size at a point.
func (p *picture) text(x, y, size float64, anchor, fill, s string) {
	p.styled(x, y, size, anchor, fill, "", s)
}

// bold is a label in bold.
func (p *picture) bold(x, y, size float64, anchor, fill, s string) {
	p.styled(x, y, size, anchor, fill, ` font-weight="700"`, s)
}

// haloed is a label that stays readable over lines.
func (p *picture) haloed(x, y, size float64, anchor, fill, weight, s string) {
	p.styled(x, y, size, anchor, fill,
		fmt.Sprintf(` font-weight="%s" stroke="%s" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`, weight, paper), s)
}

func (p *picture) styled(x, y, size float64, anchor, fill, more, s string) {
	at := ""
	if anchor != start {
		at = ` text-anchor="` + anchor + `"`
	}
	fmt.Fprintf(&p.b, `<text x="%s" y="%s" font-size="%s"%s fill="%s"%s>%s</text>`, px(x), px(y), px(size), at, fill, more, html.EscapeString(s))
}

// String closes the picture. Title and description are its alternative text.
func (p *picture) String() string {
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" role="img" aria-labelledby="%s-t %s-d" font-family="%s"><title id="%s-t">%s</title><desc id="%s-d">%s</desc>`,
		px(p.w), px(p.h), p.id, p.id, html.EscapeString(fonts), p.id, html.EscapeString(p.title), p.id, html.EscapeString(p.desc)) +
		p.b.String() + "</svg>"
}

// stroke is the style of a line.
func stroke(colour string, width float64, dash string) string {
	s := fmt.Sprintf(`fill="none" stroke="%s" stroke-width="%s" stroke-linejoin="round" stroke-linecap="butt"`, colour, px(width))
	if dash != "" {
		s += ` stroke-dasharray="` + dash + `"`
	}
	return s
}

// filled is the style of an area without an outline.
func filled(colour string) string { return `fill="` + colour + `"` }

// textWidth estimates how wide a label of a size is: Korean letters are as wide
// as they are high, Latin ones a little over half.
func textWidth(s string, size float64) float64 {
	const narrow, wide = 0.56, 0.95
	w := 0.0
	for _, r := range s {
		if r >= 0x1100 {
			w += wide
		} else {
			w += narrow
		}
	}
	return w * size
}

// wrap breaks a label at spaces into lines no wider than width.
func wrap(s string, size, width float64) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		next := strings.TrimSpace(line + " " + word)
		if line != "" && textWidth(next, size) > width {
			lines = append(lines, line)
			next = word
		}
		line = next
	}
	return append(lines, line)
}

// block draws wrapped lines centred on a height, right-aligned to x.
func (p *picture) block(x, y, size float64, anchor, fill string, lines []string) {
	const leading = 1.25
	top := y - size*leading*float64(len(lines)-1)/2 + size*0.35
	for i, line := range lines {
		p.text(x, top+float64(i)*size*leading, size, anchor, fill, line)
	}
}
