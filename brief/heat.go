package brief

import (
	"strings"

	"github.com/shatterbelt/shatterbelt/study"
)

// heatGrid is the robustness map: the share of futures in which each strategy
// reaches the threshold of each outcome, and of all at once.
type heatGrid struct {
	columns []string
	rows    []string
	cells   [][]float64
}

func newHeat(v voice, c study.Comparison) heatGrid {
	l := v.base()
	var g heatGrid
	for _, o := range c.Outcomes {
		g.columns = append(g.columns, upperFirst(l.outcome(o.Name)))
	}
	g.columns = append(g.columns, upperFirst(v.labels().All))
	for _, r := range c.Results {
		g.rows = append(g.rows, l.strategy(r.Name))
		row := make([]float64, 0, len(g.columns))
		for _, s := range r.Outcomes {
			row = append(row, s.Met.Value)
		}
		g.cells = append(g.cells, append(row, r.GoodEnough.Value))
	}
	return g
}

// span is the lowest and highest value.
func (g heatGrid) span() (low, high float64) {
	low = 1
	for _, row := range g.cells {
		for _, v := range row {
			low, high = min(low, v), max(high, v)
		}
	}
	return low, high
}

// drawHeat draws the map with the number printed in every cell; the last
// column, all at once, stands apart.
func drawHeat(id, title, desc string, g heatGrid) string {
	const (
		w, left, top = 640.0, 210.0, 40.0
		rowH, gap    = 27.0, 10.0
	)
	p := newPicture(id, title, desc, w, top+rowH*float64(len(g.rows))+4)
	cellW := (w - left - gap) / float64(len(g.columns))
	size := 11.5
	for _, name := range g.columns {
		for _, word := range strings.Fields(name) {
			for size > 9 && textWidth(word, size) > cellW-6 {
				size -= 0.5
			}
		}
	}
	for j, name := range g.columns {
		x := left + cellW*float64(j)
		if j == len(g.columns)-1 {
			x += gap
		}
		p.block(x+cellW/2, top-18, size, middle, ink, wrap(name, size, cellW-4))
		for i, row := range g.cells {
			y := top + rowH*float64(i)
			p.rect(x+1, y+1, cellW-2, rowH-2, filled(shade(row[j])))
			p.text(x+cellW/2, y+rowH/2+4.5, 13, middle, onShade(row[j]), decimal(100*row[j], 0))
		}
	}
	for i, name := range g.rows {
		p.block(left-10, top+rowH*(float64(i)+0.5), 11.5, end, ink, wrap(name, 11.5, left-14))
	}
	return p.String()
}
