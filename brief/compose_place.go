package brief

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/study"
)

// hardlyEver is the share of draws without a crossing from which a sentence says
// all that a picture would.
const hardlyEver = 0.9

// fans are the pictures of when lines cross, one for each pair of which a fair
// share of draws see it.
func (c *composer) fans() []block {
	var out []block
	for _, f := range c.findings {
		x, ok := f.Claim.(Crossing)
		if !ok || x.All.Overtaking.Never >= hardlyEver {
			continue
		}
		id := fmt.Sprintf("fan-%d-%d", x.Leader, x.Riser)
		title, data := c.v.fanTitle(x), c.fanTable(x.Transition)
		w := c.v.place()
		note := fmt.Sprintf(w.FanNote, c.l.called(x.Riser), c.l.called(x.Leader))
		out = append(out, c.figure(id, title, drawFan(id, title, describe(data), c.fan(x.Transition)), note, c.publishers(x.Transition.Trail.SourceKeys()), data))
	}
	return out
}

// regimeName is a price regime in words.
func (c *composer) regimeName(name string) string {
	return upperFirst(c.l.pick(regimeEN[name], regimeKO[name]))
}

// fan lays out the picture of a transition.
func (c *composer) fan(t study.Transition) fanChart {
	w := c.v.place()
	chart := fanChart{
		levels: []fanLevel{{1, w.Parity}, {t.Parity, fmt.Sprintf(w.Level, int(math.Round(100*t.Parity)))}},
		words:  fanWords{crossing: w.Crossing, never: fmt.Sprintf(w.NeverBy, int(t.Horizon)), missing: w.NoData},
		lang:   c.l.style,
	}
	windows := []string{}
	for _, by := range t.By {
		if by.Choice == "window" {
			windows = append(windows, by.Name)
			chart.rows = append(chart.rows, fanRow{fmt.Sprintf(w.LastYears, by.Name), false})
		}
	}
	chart.rows = append(chart.rows, fanRow{w.AllWindows, true})
	for _, f := range t.Fans {
		p := fanPanel{title: c.regimeName(f.Regime), history: f.History}
		for _, y := range f.Fan {
			p.fan = append(p.fan, fanYear{int(y.Year), y.Q5, y.Q25, y.Q50, y.Q75, y.Q95})
		}
		for _, name := range windows {
			p.crossing = append(p.crossing, crossingOf(f.Windows, "window", name))
		}
		p.crossing = append(p.crossing, crossingOf(t.By, "regime", f.Regime))
		chart.panels = append(chart.panels, p)
	}
	return chart
}

// crossingOf finds the crossing under one choice; NaN where it was not drawn.
func crossingOf(list []study.CrossingBy, choice, name string) crossing {
	for _, by := range list {
		if by.Choice == choice && by.Name == name {
			year := func(y ir.Year) float64 {
				if y == study.Never {
					return math.Inf(1)
				}
				return float64(y)
			}
			o := by.Overtaking
			return crossing{year(o.Q10), year(o.Q50), year(o.Q90), o.Never}
		}
	}
	nan := math.NaN()
	return crossing{nan, nan, nan, nan}
}

// fanTable is the data behind a fan.
func (c *composer) fanTable(t study.Transition) table {
	w := c.v.place()
	out := table{head: []string{"", "", w.Q10, w.Q50, w.Q90, fmt.Sprintf(w.NeverBy, int(t.Horizon))}, numbers: 2}
	row := func(a, b string, o study.Passing) {
		out.rows = append(out.rows, []string{a, b, c.yearCell(o.Q10, t), c.yearCell(o.Q50, t), c.yearCell(o.Q90, t), c.l.share(o.Never)})
	}
	row(w.AllChoices, "", t.All.Overtaking)
	for _, by := range t.By {
		switch by.Choice {
		case "regime":
			row(c.regimeName(by.Name), "", by.Overtaking)
		case "window":
			row("", fmt.Sprintf(w.LastYears, by.Name), by.Overtaking)
		}
	}
	return out
}

func (c *composer) yearCell(y ir.Year, t study.Transition) string {
	switch {
	case y == study.Never:
		return "–"
	case y <= t.Vintage:
		return "≤ " + strconv.Itoa(int(t.Vintage))
	}
	return strconv.Itoa(int(y))
}

// reach is the picture of reach against distance; its table adds how reach was
// in the first and the last year on record.
func (c *composer) reach() []block {
	x, _, ok := claim[Reaches](c.findings)
	if !ok {
		return nil
	}
	w, title := c.v.place(), c.v.reachTitle(x)
	data := c.reachTable(x.Contest)
	chart := reachChart{words: reachWords{c.l.said(c.l.capability.up), w.ReachAcross, w.ReachOther}, lang: c.l.style}
	far := 1.1 * max(x.Contest.A.HomeKM, x.Contest.B.HomeKM, x.Contest.A.BaseKM, x.Contest.B.BaseKM, 1000)
	for _, r := range []study.ReachOf{x.Contest.A, x.Contest.B} {
		chart.lines = append(chart.lines, c.reachLine(r, x.Contest, far))
	}
	note := fmt.Sprintf(w.ReachNote, short(x.Contest.Half), c.l.share(x.Contest.BaseShare), c.l.called(x.Contest.State))
	sources := c.publishers(append(x.Contest.A.Capability.Trail.SourceKeys(), x.Contest.B.Capability.Trail.SourceKeys()...))
	out := []block{c.figure("reach", title, drawReach("reach", title, describe(data), chart), note, sources, data)}
	return out
}

func (c *composer) reachLine(r study.ReachOf, x study.Contest, far float64) reachLine {
	w := c.v.place()
	g := capability.Gradient{HalfDistance: x.Half, BaseShare: x.BaseShare}
	line := reachLine{name: c.l.name(r.Power), pen: c.pens.of(r.Power), isBased: r.Base > r.Home}
	const steps = 60
	for i := 0; i <= steps; i++ {
		km := far * float64(i) / steps
		line.curve = append(line.curve, reachAt{km, r.Capability.Value * g.Decay(km)})
	}
	line.home = reachMark{w.FromHome, r.HomeKM, exactly(r.Home)}
	if line.isBased {
		line.base = reachMark{fmt.Sprintf(w.FromBase, c.l.called(r.Host)), r.BaseKM, exactly(r.Base)}
	}
	return line
}

func (c *composer) reachTable(x study.Contest) table {
	w := c.v.place()
	t := table{head: []string{c.labels.Power, w.Way, w.Distance, c.labels.Reach}, numbers: 2}
	for _, r := range []study.ReachOf{x.A, x.B} {
		t.rows = append(t.rows, []string{c.l.name(r.Power), w.FromHome, kilometres(r.HomeKM), c.l.share(r.Home)})
		if r.Base > 0 {
			t.rows = append(t.rows, []string{c.l.name(r.Power), fmt.Sprintf(w.FromBase, c.l.called(r.Host)), kilometres(r.BaseKM), c.l.share(r.Base)})
		}
	}
	for _, r := range []study.ReachOf{x.A, x.B} {
		if n := len(r.Years); n > 1 {
			first, last := r.Years[0], r.Years[n-1]
			t.rows = append(t.rows,
				[]string{c.l.name(r.Power), fmt.Sprintf("%d", int(first.Year)), "–", c.l.share(first.Value)},
				[]string{c.l.name(r.Power), fmt.Sprintf("%d", int(last.Year)), "–", c.l.share(last.Value)})
		}
	}
	return t
}

// ranks is the picture of ranks with their ranges.
func (c *composer) ranks() (figure, bool) {
	s, _, ok := claim[Squeezed](c.findings)
	if !ok || s.Settings < 2 {
		return figure{}, false
	}
	w, l := c.v.place(), c.labels
	chart := rankChart{
		measures: []string{l.Squeeze, l.Total, l.Tightness}, lang: c.l.style,
		words: rankWords{w.RanksDefault, w.RanksHalf, w.RanksAll, w.NoData},
	}
	data := table{head: []string{l.State, l.Squeeze, l.Total, l.Tightness}, numbers: 1}
	for _, r := range c.rowsShown() {
		row := rankRow{name: c.l.name(r.State), own: r.State == c.d.State}
		cells := []string{row.name}
		for m := range study.Readings {
			st := r.Of(m)
			row.bars = append(row.bars, rankBar{rank: st.Rank, low: st.Low, high: st.High, q25: st.Q05, q75: st.Q95})
			cells = append(cells, fmt.Sprintf("%d (%s)", st.Rank, rankRange(*st, c.l.to)))
		}
		chart.rows = append(chart.rows, row)
		data.rows = append(data.rows, cells)
	}
	title := c.v.ranksTitle(s)
	return c.figure("ranks", title, drawRanks("ranks", title, describe(data), chart), fmt.Sprintf(w.RanksNote, s.Settings), c.labels.PlaceSources, data), true
}

// rowsShown are the head of the ranking, and the state with its neighbours.
func (c *composer) rowsShown() []study.PositionRow {
	const head, around = 6, 2
	own, _ := c.d.Position.Row(c.d.State)
	var out []study.PositionRow
	for _, r := range c.d.Position.Rows {
		if r.Squeeze.Rank <= head || abs(float64(r.Squeeze.Rank-own.Squeeze.Rank)) <= around {
			out = append(out, r)
		}
	}
	return out
}

// kindsFigure is the picture of the kinds of state.
func (c *composer) kindsFigure() (figure, bool) {
	k, _, ok := claim[Kinds](c.findings)
	if !ok {
		return figure{}, false
	}
	w := c.v.place()
	chart := degreeChart{missing: w.NoData, lang: c.l.style}
	data := table{head: []string{w.Kind, w.Degree}, numbers: 1}
	for _, x := range c.d.Exposure.Kinds {
		d := degree{name: c.l.kindName(x.Key), value: Amount{x.Value, x.Low, x.High}, missing: !x.Known}
		cell := w.NoData
		if x.Known {
			cell = c.l.num(d.value)
		}
		chart.rows = append(chart.rows, d)
		data.rows = append(data.rows, []string{d.name, cell})
	}
	title := c.v.kindsTitle(k)
	return c.figure("kinds", title, drawDegrees("kinds", title, describe(data), chart), w.KindsNote, c.publishers(c.d.Exposure.Trail.SourceKeys()), data), true
}

// indexTable sets the indexes of capability side by side.
func (c *composer) indexTable() (table, bool) {
	s := c.d.Structure
	if len(s.Indexes) == 0 {
		return table{}, false
	}
	w := c.v.place()
	t := table{
		caption: w.IndexTable, note: w.IndexNote, numbers: 3, small: true,
		head: []string{w.Index, w.First, w.Label, w.Effective, w.Gap, fmt.Sprintf(w.Ratio, c.l.name(s.Pair.B), c.l.name(s.Pair.A)), w.As},
	}
	for _, x := range s.Indexes {
		if len(x.Rows) == 0 {
			continue
		}
		ratio := "–"
		if x.Ratio > 0 {
			ratio = short(x.Ratio)
		}
		year := "–"
		if r, ok := x.Row(s.Pair.A); ok {
			year = strconv.Itoa(int(r.Year))
		}
		t.rows = append(t.rows, []string{
			upperFirst(c.l.pick(indexEN[x.Key], indexKO[x.Key])), unbroken(c.l.name(x.Rows[0].State)), c.l.pick(string(x.Now.Label), polesKO[x.Now.Label]),
			decimal(x.Then.Effective, 1) + " → " + decimal(x.Now.Effective, 1), c.l.share(x.Now.GapToThird), ratio, year,
		})
	}
	return t, true
}

// unbroken keeps a name in a narrow column on one line.
func unbroken(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") }

// moversTable says which choice moves the rank.
func (c *composer) moversTable() (table, bool) {
	w := c.v.place()
	t := table{caption: w.MoversTable, note: w.MoversNote, head: []string{w.Setting, w.Best, w.Worst}, numbers: 1, small: true}
	for _, m := range c.d.Position.Movers {
		t.rows = append(t.rows, []string{c.setting(m.Setting), fmt.Sprintf("%s: %s", decimal(m.Low, 1), c.settingAt(m.Setting, m.LowAt)), fmt.Sprintf("%s: %s", decimal(m.High, 1), c.settingAt(m.Setting, m.HighAt))})
	}
	return t, len(t.rows) > 0
}

// settingWords are the disputable choices of position, English and Korean.
var settingWords = map[string][2]string{
	"gradient": {"how power falls with distance", "거리에 따른 감쇠"}, "base_share": {"power usable through bases", "기지로 투사할 수 있는 비율"},
	"hostility_neither": {"hostility of powers neither rivals nor allies", "경쟁국도 동맹국도 아닌 강대국 사이의 적대성"},
	"remote_stake":      {"stake in remote states", "먼 국가에 대한 이해관계"},
	"distance":          {"distance", "거리"}, "capability": {"capability", "국력"},
	"capitals": {"between capitals", "수도 사이"}, "territories": {"between main territories", "주요 영토 사이"},
	"spending": {"military spending", "군사비"}, "stock": {"military capital", "군사자본"},
}

func (c *composer) setting(name string) string {
	if w, ok := settingWords[name]; ok {
		return c.l.pick(w[0], w[1])
	}
	return name
}

// settingAt is the level of a choice in words.
func (c *composer) settingAt(choice, level string) string {
	if choice != "gradient" {
		return c.setting(level)
	}
	miles, byDays := strings.CutSuffix(level, study.MilesADay)
	v, err := strconv.ParseFloat(strings.TrimSuffix(miles, study.HalfEvery), 64)
	switch {
	case err != nil:
		return level
	case byDays:
		return fmt.Sprintf(c.l.pick("Bueno de Mesquita, %s miles a day", "부에노 데 메스키타, 하루 %s마일"), decimal(v, 0))
	}
	return fmt.Sprintf(c.l.pick("halved every %s", "%s마다 절반"), kilometres(v))
}

// shortIndexes are the indexes of capability as heads of narrow columns.
var shortIndexes = map[string][2]string{
	study.IndexGDP: {"GDP", "GDP"}, study.IndexPPP: {"GDP, PPP", "GDP(구매력)"}, study.IndexNet: {"net", "순자원"},
	study.IndexSpending: {"spending", "군사비"}, study.IndexStock: {"stock", "군사자본"}, study.IndexCINC: {"CINC", "CINC"},
	study.IndexComposite: {"composite", "종합"}, study.IndexOwn: {"own", "입력"},
}

// IndexName is an index of capability as the head of a column.
func IndexName(key, lang string) string {
	if lang == "ko" {
		return shortIndexes[key][1]
	}
	return shortIndexes[key][0]
}
