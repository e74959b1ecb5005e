package brief

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// trend is the picture of shares over the years.
func (c *composer) trend() (figure, bool) {
	g, _, ok := claim[Gaining](c.findings)
	if !ok {
		return figure{}, false
	}
	s := c.d.Structure
	gdp, milex := c.lines(s.GDP), c.lines(s.Milex)
	var panels []trendPanel
	var sources []string
	if len(gdp) > 0 {
		panels = append(panels, trendPanel{c.labels.GDPShare, gdp})
	}
	if len(milex) > 0 {
		panels = append(panels, trendPanel{c.labels.MilexShare, milex})
	}
	if len(panels) == 0 {
		return figure{}, false
	}
	for _, t := range slices.Concat(s.GDP, s.Milex) {
		sources = append(sources, t.Source...)
	}
	slices.Sort(sources)
	title := c.v.trendTitle(g)
	data := c.trendData(s)
	return c.figure("trend", title, drawTrend("trend", title, describe(data), panels), c.labels.TrendNote, c.publishers(slices.Compact(sources)), data), true
}

// lines are the trend lines of the pair, the state, and whoever else the brief
// speaks of.
func (c *composer) lines(trends []study.Trend) []trendLine {
	const most = 6
	var out []trendLine
	for _, t := range trends {
		if len(t.Points) == 0 || len(out) >= most && t.State != c.d.State {
			continue
		}
		out = append(out, trendLine{c.l.name(t.State), c.pens.of(t.State), t.State == c.d.State, t.Points})
	}
	return out
}

// trendData has a row for each state and measure, and a column for a few years.
func (c *composer) trendData(s study.Structure) table {
	const most = 5
	years := trendYears(s, most)
	t := table{head: []string{c.labels.State}, numbers: 2}
	t.head = append(t.head, "")
	for _, y := range years {
		t.head = append(t.head, fmt.Sprint(int(y)))
	}
	for _, part := range []struct {
		label  string
		trends []study.Trend
	}{{c.labels.GDPShare, s.GDP}, {c.labels.MilexShare, s.Milex}} {
		for _, tr := range part.trends {
			row := []string{c.l.name(tr.State), part.label}
			for _, y := range years {
				row = append(row, c.shareIn(tr, y))
			}
			t.rows = append(t.rows, row)
		}
	}
	return t
}

func (c *composer) shareIn(t study.Trend, y ir.Year) string {
	for _, p := range t.Points {
		if p.Year == y {
			return c.l.pct(Amount{p.Value, p.Low, p.High})
		}
	}
	return "–"
}

// trendYears picks years spread over those that both measures have, and the
// first and last year of either.
func trendYears(s study.Structure, most int) []ir.Year {
	gdp, milex := yearsIn(s.GDP), yearsIn(s.Milex)
	var both []ir.Year
	for _, y := range gdp {
		if slices.Contains(milex, y) {
			both = append(both, y)
		}
	}
	either := slices.Concat(gdp, milex)
	if len(either) == 0 {
		return nil
	}
	out := []ir.Year{slices.Min(either), slices.Max(either)}
	if most = min(most, len(both)); most > 1 {
		for i := range most {
			out = append(out, both[i*(len(both)-1)/(most-1)])
		}
	}
	const lone = 2 // a line so short is shown whole
	for _, t := range slices.Concat(s.GDP, s.Milex) {
		if len(t.Points) <= lone {
			out = append(out, yearsIn([]study.Trend{t})...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func yearsIn(trends []study.Trend) []ir.Year {
	var all []ir.Year
	for _, t := range trends {
		for _, p := range t.Points {
			all = append(all, p.Year)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// publishers names the publishers of sources.
func (c *composer) publishers(keys []string) string {
	var names []string
	for _, k := range keys {
		publisher := k
		for _, s := range c.o.Sources {
			if s.Key == k {
				publisher = s.Publisher
			}
		}
		for name := range strings.SplitSeq(publisher, "; ") {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	if len(names) == 0 {
		return c.labels.PartsSources
	}
	return strings.Join(names, "; ")
}

// neighbourhood is the map; without the state's outline there is none.
func (c *composer) neighbourhood() (figure, bool) {
	s, _, ok := claim[Squeezed](c.findings)
	if !ok {
		return figure{}, false
	}
	n, ok := newNeighbourhood(c.d, c.o.Codes, c.o.Outlines, specks(c.o.Capitals)...)
	if !ok {
		return figure{}, false
	}
	title := c.v.mapTitle(s)
	for i, z := range c.d.Exposure.Zones.Zones {
		n.zones = append(n.zones, zone{fmt.Sprint(i + 1), z.States})
	}
	data := c.rankTable()
	svg := drawMap("map", title, describe(data), n, c.d, c.l, c.pens)
	note := strings.Join([]string{upperFirst(c.labels.SqueezeKey) + ".", fmt.Sprintf("(1): %s.", c.labels.Rank), c.labels.MapNote, c.v.place().ZoneNote}, " ")
	return c.figure("map", title, svg, note, c.labels.PlaceSources+"; "+c.labels.Borders, data), true
}

// tree is the picture of one crisis.
func (c *composer) tree(x study.Crisis, said CrisisOdds) figure {
	has := x.Patron != ir.World
	l := c.labels
	with, without := odds(x.With), odds(x.Without)
	none := Amount{}
	steps := []branch{
		{l.Demand, "", with.Demand, without.Demand, has},
		{c.does(x.Target, l.Resists), c.does(x.Target, l.Concede), with.Resist, without.Resist, has},
		{l.Attacks, l.BackDown, with.Attack, without.Attack, has},
	}
	if has {
		steps = append(steps, branch{c.does(x.Patron, l.Comes), c.does(x.Patron, l.StaysOut), with.Intervene, none, false},
			branch{c.does(x.Challenger, l.Prevails), c.does(x.Challenger, l.Fails), with.WinJoined, with.WinAlone, true})
	} else {
		steps = append(steps, branch{c.does(x.Challenger, l.Prevails), c.does(x.Challenger, l.Fails), with.WinAlone, none, false})
	}
	id := fmt.Sprintf("tree-%d", x.Challenger)
	title := c.v.treeTitle(said)
	data := c.oddsTable(x)
	notes := ""
	if has {
		notes = fmt.Sprintf(l.TreeNote, c.l.called(x.Patron))
	}
	return c.figure(id, title, drawTree(id, title, describe(data), steps, c.pens.of(x.Challenger), c.l.style), notes, l.GameSources, data)
}

// does joins a state and what it does.
func (c *composer) does(state ir.CCode, verb string) string {
	if c.o.Lang == "ko" {
		return Josa(c.l.name(state), IGa) + " " + verb
	}
	return c.l.name(state) + " " + verb
}

func (c *composer) comparative(g heatGrid) Comparative {
	x := Comparative{}
	x.Lowest, x.Highest = g.span()
	results := c.d.Comparison.Results
	hardest := 2.0
	for j, o := range c.d.Comparison.Outcomes {
		sum := 0.0
		for i := range results {
			sum += g.cells[i][j]
		}
		if mean := sum / float64(len(results)); mean < hardest {
			hardest, x.Narrow = mean, o.Name
		}
	}
	if d, _, ok := claim[Downside](c.findings); ok {
		x.Least, x.Together = d.LeastRegret, !d.RegretClear
	} else {
		x.Least = results[0].Name
	}
	return x
}

func (c *composer) heat() figure {
	g := newHeat(c.v, c.d.Comparison)
	title := c.v.heatTitle(c.comparative(g))
	data := c.metTable()
	return c.figure("heat", title, drawHeat("heat", title, describe(data), g), c.labels.MetNote, c.labels.RunSources, data)
}

func (c *composer) regret() figure {
	rows, panels := newRegret(c.v, c.d.Comparison)
	title := c.v.regretTitle(c.comparative(newHeat(c.v, c.d.Comparison)))
	data := c.regretTable()
	l := c.labels
	return c.figure("regret", title, drawDots("regret", title, describe(data), rows, panels),
		l.IntervalNote+" "+l.RegretNote+" "+l.WorstNote, l.RunSources, data)
}

// describe reads the data of a picture out as its description.
func describe(t table) string {
	const most = 12
	var parts []string
	for _, row := range t.rows[:min(most, len(t.rows))] {
		cells := make([]string, 0, len(row))
		for i, cell := range row[1:] {
			if head := t.head[i+1]; head != "" {
				cell = head + " " + cell
			}
			cells = append(cells, cell)
		}
		parts = append(parts, row[0]+": "+strings.Join(cells, ", "))
	}
	return strings.Join(parts, ". ") + "."
}
