package brief

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// wellFormed fails where a picture is not XML, carries a value that is no
// number, or writes letters outside its bounds or over one another.
func wellFormed(t *testing.T, name, svg string) {
	t.Helper()
	for _, bad := range []string{"NaN", "Inf"} {
		if strings.Contains(svg, bad) {
			t.Errorf("%s: a coordinate is %s", name, bad)
		}
	}
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	w, h := sizeOf(t, svg)
	texts := lettering(t, svg)
	for i, a := range texts {
		if a.box.x0 < -2 || a.box.y0 < 0 || a.box.x1 > w+2 || a.box.y1 > h+1 {
			t.Errorf("%s: %q at %.0f leaves the picture of %.0f by %.0f", name, a.text, a.box, w, h)
		}
		for _, b := range texts[:i] {
			if inner(a.box).meets(inner(b.box)) {
				t.Errorf("%s: %q covers %q", name, a.text, b.text)
			}
		}
	}
}

// inner is a box without the air that labels are given.
func inner(b box) box { return box{b.x0 + 2, b.y0 + 1, b.x1 - 2, b.y1 - 1} }

type letters struct {
	text string
	box  box
}

var (
	textTag = regexp.MustCompile(`<text x="([-0-9.]+)" y="([-0-9.]+)" font-size="([0-9.]+)"(?: text-anchor="(\w+)")?[^>]*>([^<]*)</text>`)
	viewBox = regexp.MustCompile(`viewBox="0 0 ([0-9.]+) ([0-9.]+)"`)
)

func lettering(t *testing.T, svg string) []letters {
	t.Helper()
	var out []letters
	for _, m := range textTag.FindAllStringSubmatch(svg, -1) {
		anchor := m[4]
		if anchor == "" {
			anchor = start
		}
		text := strings.ReplaceAll(m[5], "&#39;", "'")
		out = append(out, letters{text, boxOf(spot{point{readFloat(t, m[1]), readFloat(t, m[2])}, anchor}, readFloat(t, m[3]), text)})
	}
	if n := strings.Count(svg, "<text "); n != len(out) {
		t.Fatalf("read %d of %d texts", len(out), n)
	}
	return out
}

func sizeOf(t *testing.T, svg string) (w, h float64) {
	t.Helper()
	m := viewBox.FindStringSubmatch(svg)
	if m == nil {
		t.Fatal("no viewBox")
	}
	return readFloat(t, m[1]), readFloat(t, m[2])
}

func readFloat(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
