package brief

import (
	"regexp"
	"strings"
	"testing"
)

func TestRankWithItsRange(t *testing.T) {
	tests := []struct {
		lang style
		b    rankBar
		want string
	}{
		{styleEN, rankBar{rank: 1, low: 1, high: 1}, "1"},
		{styleEN, rankBar{rank: 3, low: 1, high: 12}, "3 (1–12)"},
		{styleKO, rankBar{rank: 3, low: 1, high: 12}, "3(1~12)"},
	}
	for _, tt := range tests {
		if got := tt.lang.rank(tt.b); got != tt.want {
			t.Errorf("rank(%+v) = %q; want %q", tt.b, got, tt.want)
		}
	}
}

func TestRanksRuleOffStatesLeftOut(t *testing.T) {
	row := func(rank int, missing bool) rankRow {
		return rankRow{bars: []rankBar{{rank: rank, missing: missing}}}
	}
	tests := []struct {
		before, after rankRow
		want          bool
	}{
		{row(5, false), row(6, false), false},
		{row(5, false), row(5, false), false},
		{row(5, false), row(31, false), true},
		{row(5, true), row(31, false), false},
		{rankRow{}, row(31, false), false},
	}
	for _, tt := range tests {
		if got := skipped(tt.before, tt.after); got != tt.want {
			t.Errorf("skipped(%+v, %+v) = %v", tt.before, tt.after, got)
		}
	}
	const dotted = `stroke-dasharray="1 3"`
	if got := strings.Count(drawRanks("r", "t", "d", galleryRanks("en", 60)), dotted); got != 1 {
		t.Errorf("%d rules; want one, after the first five", got)
	}
}

// The thin bar runs from the lowest to the highest rank, on one scale for all
// rows: swapping two states' figures swaps their bars.
func TestRankBarsFollowTheirFigures(t *testing.T) {
	bar := regexp.MustCompile(`<line x1="([0-9.]+)" y1="[0-9.]+" x2="([0-9.]+)" y2="[0-9.]+" fill="none" stroke="#8f8f8f" stroke-width="1.6"`)
	draw := func(a, b rankBar) [][]string {
		c := rankChart{measures: []string{"m"}, lang: styleEN, rows: []rankRow{{name: "A", bars: []rankBar{a}}, {name: "B", bars: []rankBar{b}}}}
		return bar.FindAllStringSubmatch(drawRanks("r", "t", "d", c), -1)
	}
	wide, narrow := rankBar{rank: 4, low: 1, high: 11, q25: 3, q75: 6}, rankBar{rank: 6, low: 5, high: 7, q25: 6, q75: 6}
	ab, ba := draw(wide, narrow), draw(narrow, wide)
	for i, j := range map[int]int{0: 1, 1: 0} {
		if ab[i][1] != ba[j][1] || ab[i][2] != ba[j][2] {
			t.Errorf("row %d from %s to %s; in the other order from %s to %s", i, ab[i][1], ab[i][2], ba[j][1], ba[j][2])
		}
	}
	length := func(m []string) float64 { return readFloat(t, m[2]) - readFloat(t, m[1]) - 2 }
	if ratio := length(ab[0]) / length(ab[1]); ratio < 4.9 || ratio > 5.1 { // ten ranks to two
		t.Errorf("bars of 10 and 2 ranks have lengths %v and %v", length(ab[0]), length(ab[1]))
	}
}

func TestRankMissing(t *testing.T) {
	c := rankChart{measures: []string{"one", "two"}, words: rankWords{missing: "no data"}, lang: styleEN, rows: []rankRow{{name: "A", own: true, bars: []rankBar{{missing: true}}}}}
	svg := drawRanks("r", "t", "d", c)
	if got := strings.Count(svg, "no data"); got != 2 {
		t.Errorf("no data is written %d times; want for each of two measures", got)
	}
}
