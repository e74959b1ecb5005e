package brief

import "fmt"

// rankBar is where a state stands by one measure over all settings: its rank
// at the default setting, the lowest and highest, and those between which half
// of the settings put it.
type rankBar struct {
	rank, low, high int
	q25, q75        int
	missing         bool
}

// rankRow is one state, with a bar for each measure.
type rankRow struct {
	name string
	own  bool // the state of the brief
	bars []rankBar
}

// rankChart is ranks with their ranges: a row for each state, a column for
// each measure.
type rankChart struct {
	measures []string
	rows     []rankRow
	words    rankWords
	lang     style
}

// rankWords are what is written in the picture.
type rankWords struct {
	byDefault, half, all string // the key: what dot, thick and thin bar are
	missing              string
}

// Sizes of the rank picture.
const (
	rankW, rankTop, rankFoot = 640.0, 44.0, 34.0
	rankRowH, rankSize       = 19.0, 11.0
)

// drawRanks draws ranks with the range that the settings leave them, measures
// side by side over the same states.
func drawRanks(id, title, desc string, c rankChart) string {
	bottom := rankTop + rankRowH*float64(len(c.rows))
	p := newPicture(id, title, desc, rankW, bottom+rankFoot)
	left, gutter := c.margins()
	column := (rankW - left) / float64(max(1, len(c.measures)))
	for i, r := range c.rows {
		y := rankTop + rankRowH*float64(i)
		if r.own {
			p.rect(0, y, rankW, rankRowH, filled("#eef1f5"))
		}
		if i > 0 && skipped(c.rows[i-1], r) {
			p.line(4, y, rankW-4, y, stroke("#8f8f8f", 0.9, "1 3"))
		}
		p.weighted(left-12, y+rankRowH/2+rankSize*0.36, rankSize, end, r.own, r.name)
	}
	for k, name := range c.measures {
		p.ranks(frame{left + column*float64(k), rankTop, column - gutter, bottom - rankTop, scale{low: 1, high: float64(c.last())}, scale{}}, k, name, c)
	}
	p.rankKey(left, bottom+22, c.words)
	return p.String()
}

// rank writes a rank with its range.
func (s style) rank(b rankBar) string {
	if b.high <= b.low {
		return fmt.Sprint(b.rank)
	}
	return fmt.Sprint(b.rank) + s.open + fmt.Sprint(b.low) + s.to + fmt.Sprint(b.high) + ")"
}

// last is the highest rank of any state shown.
func (c rankChart) last() int {
	last := 2
	for _, r := range c.rows {
		for _, b := range r.bars {
			last = max(last, b.rank, b.high)
		}
	}
	return last
}

// margins are the room for the names at the left, and for the ranks after the
// bars of each column.
func (c rankChart) margins() (left, gutter float64) {
	var names, ranks []string
	for _, r := range c.rows {
		names = append(names, r.name)
		for _, b := range r.bars {
			ranks = append(ranks, c.lang.rank(b))
		}
	}
	return 16 + widest(rankSize, 60, 170, names...), 17 + widest(10, 30, 90, ranks...)
}

// skipped reports whether states stand between two rows by the first measure.
func skipped(before, after rankRow) bool {
	return len(before.bars) > 0 && len(after.bars) > 0 && !before.bars[0].missing && !after.bars[0].missing &&
		after.bars[0].rank > before.bars[0].rank+1
}

// ranks draws the column of one measure.
func (p *picture) ranks(f frame, k int, name string, c rankChart) {
	p.bold(f.x0, f.y0-26, 12, start, ink, name)
	step := max(1, int(niceStep(f.across.high, 4)))
	marks := []int{1}
	for v := step; v <= c.last(); v += step {
		if v-1 >= step/2 && v > 1 {
			marks = append(marks, v)
		}
	}
	for _, v := range marks {
		x := f.x(float64(v))
		p.line(x, f.y0-4, x, f.y0+f.h, stroke(faint, 0.6, ""))
		p.text(x, f.y0-8, 10, middle, muted, fmt.Sprint(v))
	}
	for i, r := range c.rows {
		y := f.y0 + rankRowH*(float64(i)+0.5)
		if k >= len(r.bars) || r.bars[k].missing {
			p.haloed(f.x0+f.w/2, y+3.5, 10, middle, muted, "400", c.words.missing)
			continue
		}
		b := r.bars[k]
		p.rankBar(f, y, b, r.own)
		p.weighted(f.x0+f.w+9, y+3.7, 10, start, r.own, c.lang.rank(b))
	}
}

// rankBar draws one bar: thin over all settings, thick over half of them, a dot
// at the default.
func (p *picture) rankBar(f frame, y float64, b rankBar, own bool) {
	thin, thick := "#8f8f8f", "#8f8f8f"
	if own {
		thin, thick = ink, ink
	}
	x := func(rank int) float64 { return f.x(float64(rank)) }
	p.line(x(b.low)-1, y, x(b.high)+1, y, stroke(thin, 1.6, ""))
	p.line(x(b.q25)-1, y, x(b.q75)+1, y, stroke(thick, 6, ""))
	p.circle(x(b.rank), y, 3.6, fmt.Sprintf(`fill="%s" stroke="%s" stroke-width="1.6"`, paper, ink))
}

// rankKey shows once what the parts of a bar are, each named where it is.
func (p *picture) rankKey(x, y float64, w rankWords) {
	const size = 10.0
	for _, k := range []struct {
		text string
		draw func(x float64)
	}{
		{w.byDefault, func(x float64) {
			p.rankBar(frame{x0: x, w: 1, across: scale{high: 1}}, y, rankBar{rank: 11, low: 11, high: 11, q25: 11, q75: 11}, false)
		}},
		{w.half, func(x float64) { p.line(x, y, x+22, y, stroke("#8f8f8f", 6, "")) }},
		{w.all, func(x float64) { p.line(x, y, x+22, y, stroke("#8f8f8f", 1.6, "")) }},
	} {
		k.draw(x)
		p.text(x+28, y+3.5, size, start, muted, k.text)
		x += 28 + textWidth(k.text, size) + 22
	}
}
