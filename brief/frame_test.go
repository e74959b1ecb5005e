package brief

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
)

func TestScale(t *testing.T) {
	tests := []struct {
		s       scale
		v, want float64
	}{
		{scale{low: 0, high: 10}, 2.5, 0.25},
		{scale{low: 0.1, high: 10, log: true}, 1, 0.5},
		{scale{low: 0.25, high: 4, log: true}, 2, 0.75},
	}
	for _, tt := range tests {
		if got := tt.s.at(tt.v); !testkit.Near(got, tt.want, 1e-12) {
			t.Errorf("%+v at %v = %v; want %v", tt.s, tt.v, got, tt.want)
		}
	}
}

func TestLogTicks(t *testing.T) {
	tests := []struct {
		low, high float64
		most      int
		want      []float64
	}{
		{0.06, 6.6, 9, []float64{0.1, 0.2, 0.5, 1, 2, 5}},
		{0.001, 1000, 9, []float64{0.001, 0.01, 0.1, 1, 10, 100, 1000}},
	}
	for _, tt := range tests {
		got := logTicks(tt.low, tt.high, tt.most)
		same := func(a, b float64) bool { return testkit.Near(a, b, 1e-9) }
		if !slices.EqualFunc(got, tt.want, same) {
			t.Errorf("logTicks(%v, %v) = %v; want %v", tt.low, tt.high, got, tt.want)
		}
	}
}

func TestGapPathBreaksAtWhatIsMissing(t *testing.T) {
	got := gapPath([]point{{0, 0}, {1, 1}, {2, math.NaN()}, {3, 3}, {4, math.Inf(1)}, {5, 5}})
	if want := "M0 0L1 1M3 3M5 5"; got != want {
		t.Errorf("gapPath = %q; want %q", got, want)
	}
}

func TestCovers(t *testing.T) {
	b := box{0, 0, 10, 4}
	tests := []struct {
		name string
		p, q point
		want float64
	}{
		{"across", point{-5, 2}, point{15, 2}, 10},
		{"upright", point{3, -9}, point{3, 9}, 4},
		{"ends inside", point{8, 1}, point{20, 1}, 2},
		{"misses", point{-5, 5}, point{15, 5}, 0},
		{"stops short", point{-5, 2}, point{-1, 2}, 0},
		{"three, four, five", point{0, 0}, point{6, 8}, 5},
	}
	for _, tt := range tests {
		if got := b.covers(tt.p, tt.q); !testkit.Near(got, tt.want, 1e-12) {
			t.Errorf("%s: covers = %v; want %v", tt.name, got, tt.want)
		}
	}
}

// Turning a line round, or moving everything by the same step, changes nothing.
func TestCoversProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := rapid.Float64Range(-50, 50)
		p, q := point{at.Draw(t, "px"), at.Draw(t, "py")}, point{at.Draw(t, "qx"), at.Draw(t, "qy")}
		b := box{-10, -5, 10, 5}
		got := b.covers(p, q)
		if back := b.covers(q, p); !testkit.Near(got, back, 1e-9) {
			t.Fatalf("forth %v, back %v", got, back)
		}
		d := at.Draw(t, "d")
		moved := box{b.x0 + d, b.y0 + d, b.x1 + d, b.y1 + d}.covers(point{p[0] + d, p[1] + d}, point{q[0] + d, q[1] + d})
		if !testkit.Near(got, moved, 1e-6) {
			t.Fatalf("moved by %v: %v; want %v", d, moved, got)
		}
		if length := q.minus(p).norm(); got < 0 || got > length+1e-9 {
			t.Fatalf("covers %v of a line of %v", got, length)
		}
	})
}

func TestSettleFindsRoom(t *testing.T) {
	c := crowd{bounds: box{0, 0, 200, 100}, lines: [][]point{{{0, 50}, {200, 50}}}}
	s := c.settle(around(point{100, 50}, 8, 10), 10, "label")
	if got := c.cost(boxOf(s, 10, "label")); got != 1e5 { // its own box alone
		t.Errorf("the first label stands at %v and costs %v; want free of the line", s.at, got)
	}
	again := c.settle(around(point{100, 50}, 8, 10), 10, "label")
	if boxOf(s, 10, "label").meets(boxOf(again, 10, "label")) {
		t.Errorf("a second label at %v covers the first at %v", again.at, s.at)
	}
	near := crowd{bounds: box{0, 0, 200, 100}}
	if s := near.settle(around(point{195, 50}, 8, 10), 10, "label"); boxOf(s, 10, "label").x1 > 200 {
		t.Errorf("at the edge the label runs to %v", boxOf(s, 10, "label").x1)
	}
}
