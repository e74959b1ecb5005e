package brief

import (
	"math"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/study"
)

// oneFan is a single panel whose record runs from 2000 to 2020 and whose fan
// ends in 2040.
func oneFan(x ...crossing) fanChart {
	c := fanChart{
		panels: []fanPanel{{
			title:    "Prices",
			history:  []study.TrendPoint{{Year: 2000, Value: 0.2}, {Year: 2020, Value: 0.5}},
			fan:      []fanYear{{2020, 0.5, 0.5, 0.5, 0.5, 0.5}, {2040, 0.4, 0.7, 1, 1.5, 3}},
			crossing: x,
		}},
		levels: []fanLevel{{1, "equal"}, {0.8, "four fifths"}},
		words:  fanWords{"When", "never", "no data"},
		lang:   styleEN,
	}
	for range x {
		c.rows = append(c.rows, fanRow{"window", false})
	}
	return c
}

func TestFanScaleHoldsWhatIsDrawn(t *testing.T) {
	c := oneFan()
	if s := c.across(); s.low != 2000 || s.high != 2040 {
		t.Errorf("years %v to %v; want 2000 to 2040", s.low, s.high)
	}
	s := c.up()
	if s.low >= 0.2 || s.high <= 3 {
		t.Errorf("ratios %v to %v; want to hold 0.2 to 3", s.low, s.high)
	}
	c.panels[0].history, c.panels[0].fan = []study.TrendPoint{{Year: 2000, Value: 0.01}}, nil
	if s := c.up(); s.high <= 1 {
		t.Errorf("a ratio far below: scale ends at %v; want the mark at 1 on it", s.high)
	}
	c.panels[0].history[0].Value = math.NaN()
	if s := c.up(); math.IsNaN(s.low) || s.low >= 0.8 {
		t.Errorf("a missing ratio: scale starts at %v", s.low)
	}
}

func TestCrossingsAreShownAsFarAsTheyAreKnown(t *testing.T) {
	const dot, arrow = "<circle ", "Z\" fill=\"#7f93aa\""
	tests := []struct {
		name        string
		x           crossing
		dots, heads int
		text        string
	}{
		{"within the horizon", crossing{2025, 2030, 2038, 0}, 1, 0, ">2030<"},
		{"some never", crossing{2025, 2033, beyond, 0.3}, 1, 1, ">30\u00a0%<"},
		{"most never", crossing{2031, beyond, beyond, 0.7}, 0, 1, ">70\u00a0%<"},
		{"never", crossing{beyond, beyond, beyond, 1}, 0, 0, ">100\u00a0%<"},
		{"hardly ever never", crossing{2025, 2028, 2033, 0.003}, 1, 0, ">under 1\u00a0%<"},
		{"already past", crossing{2012, 2012, 2012, 0}, 1, 0, ">2012<"},
		{"no data", absent, 0, 0, ">no data<"},
	}
	for _, tt := range tests {
		svg := drawFan("fan", "t", "d", oneFan(tt.x))
		if got := strings.Count(svg, dot); got != tt.dots {
			t.Errorf("%s: %d dots; want %d", tt.name, got, tt.dots)
		}
		if got := strings.Count(svg, arrow); got != tt.heads {
			t.Errorf("%s: %d arrows; want %d", tt.name, got, tt.heads)
		}
		if !strings.Contains(svg, tt.text) {
			t.Errorf("%s: %q is not written", tt.name, tt.text)
		}
	}
}

// The dot stands over its year on the axis of the fan above.
func TestCrossingStandsUnderItsYear(t *testing.T) {
	c := oneFan(crossing{2025, 2030, 2038, 0})
	left, gutter := c.margins()
	f := frame{left, fanTop, fanW - left - gutter, fanH, c.across(), c.up()}
	if got, want := f.x(2030), left+(fanW-left-gutter)*0.75; !testkit.Near(got, want, 1e-9) {
		t.Errorf("2030 stands at %v; want %v", got, want)
	}
	if svg := drawFan("fan", "t", "d", c); !strings.Contains(svg, `<circle cx="`+px(f.x(2030))+`"`) {
		t.Error("no dot stands at 2030")
	}
}

func TestFanWithoutData(t *testing.T) {
	c := oneFan(absent)
	c.panels[0] = fanPanel{title: "Prices"}
	svg := drawFan("fan", "t", "d", c)
	wellFormed(t, "empty", svg)
	if got := strings.Count(svg, "no data"); got != 1 {
		t.Errorf("no data is written %d times; want once", got)
	}
}
