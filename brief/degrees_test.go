package brief

import (
	"regexp"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
)

var degreeBar = regexp.MustCompile(`<rect x="[0-9.]+" y="[0-9.]+" width="([0-9.]+)" height="12" fill="#7f93aa"/>`)

func TestDegreeBarsFollowTheirValues(t *testing.T) {
	c := degreeChart{lang: styleEN, missing: "no data", rows: []degree{{name: "full", value: Amount{1, 1, 1}}, {name: "quarter", value: Amount{0.25, 0.2, 0.4}}, {name: "gap", missing: true}}}
	svg := drawDegrees("d", "t", "d", c)
	bars := degreeBar.FindAllStringSubmatch(svg, -1)
	if len(bars) != 2 {
		t.Fatalf("%d bars; want two, none for what is missing", len(bars))
	}
	if ratio := readFloat(t, bars[1][1]) / readFloat(t, bars[0][1]); !testkit.Near(ratio, 0.25, 1e-3) {
		t.Errorf("a quarter is drawn as %v of the whole", ratio)
	}
	if !strings.Contains(svg, ">no data<") || !strings.Contains(svg, ">0.2 (0.2–0.4)<") {
		t.Error("a value with its range, or what is missing, is not written")
	}
}

// A long name takes more lines and the picture grows with it.
func TestDegreesMakeRoomForNames(t *testing.T) {
	height := func(name string) float64 {
		_, h := sizeOf(t, drawDegrees("d", "t", "d", degreeChart{lang: styleEN, rows: []degree{{name: name}}}))
		return h
	}
	if short, long := height("Buffer"), height("Pivot: a change of side would decide which bloc is larger"); long <= short {
		t.Errorf("heights %v and %v; want the longer name to take more", short, long)
	}
}
