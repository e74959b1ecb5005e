package brief

import (
	"strings"
	"testing"
)

func TestReachMarksStandOnTheirValues(t *testing.T) {
	c := galleryReach("en", true)
	svg := drawReach("reach", "t", "d", c)
	f := c.frame()
	for _, l := range c.lines {
		for _, m := range l.shown() {
			at := f.on(m.km, m.share.Value)
			if !strings.Contains(svg, `<circle cx="`+px(at[0])+`" cy="`+px(at[1])+`"`) {
				t.Errorf("%s %s: no mark at %v", l.name, m.label, at)
			}
			if text := ">" + m.label + ", " + kilometres(m.km); !strings.Contains(svg, text) {
				t.Errorf("%s: %q is not written", l.name, text)
			}
		}
	}
}

// Only a power with a base has a step, and the host is named.
func TestReachStepsToABase(t *testing.T) {
	const head = `Z" fill="#0072B2"`
	with, without := drawReach("reach", "t", "d", galleryReach("en", true)), drawReach("reach", "t", "d", galleryReach("en", false))
	if strings.Count(with, head) != 1 || !strings.Contains(with, "Japan") {
		t.Error("the step to the base in Japan is not drawn")
	}
	if strings.Contains(without, head) || strings.Contains(without, "Japan") {
		t.Error("a step is drawn without a base")
	}
	if got, want := strings.Count(with, "<circle "), strings.Count(without, "<circle ")+1; got != want {
		t.Errorf("%d marks with a base; want %d", got, want)
	}
}

func TestReachWithoutTheOtherGradient(t *testing.T) {
	c := galleryReach("en", true)
	for i := range c.lines {
		c.lines[i].other = nil
	}
	svg := drawReach("reach", "t", "d", c)
	wellFormed(t, "reach", svg)
	if strings.Contains(svg, "Bueno") {
		t.Error("a gradient that is not drawn is named")
	}
}

// A range that reaches past every curve stays on the picture.
func TestReachFrameHoldsRanges(t *testing.T) {
	c := galleryReach("en", true)
	c.lines[0].base.share.High = 0.77
	if f := c.frame(); f.up.high < 0.77 {
		t.Errorf("the scale ends at %v; want to hold 0.77", f.up.high)
	}
	c.lines[0].home.km = 15000
	if f := c.frame(); f.across.high < 15000 {
		t.Errorf("the scale ends at %v km; want to hold 15,000", f.across.high)
	}
}
