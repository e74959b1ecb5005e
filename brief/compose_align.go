package brief

import (
	"fmt"
	"math"
	"strconv"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/alignment"
	"github.com/shatterbelt/shatterbelt/study"
)

// alignment is the section on the powers and on states alike. The tables that a
// brief has no room for stand in a document of its own.
func (c *composer) alignment() section {
	s := section{id: "alignment", title: c.v.align().Section, number: next}
	if c.d.Alignment == nil {
		s.title = c.v.align().Compared
	}
	if items := c.in(InAlignment); len(items) > 0 {
		s.blocks = append(s.blocks, points{items})
	}
	if f, ok := c.tiesFigure(); ok {
		s.blocks = append(s.blocks, f)
	}
	if f, ok := c.swingFigure(); ok {
		s.blocks = append(s.blocks, f)
	}
	if f, ok := c.contrastFigure(); ok {
		s.blocks = append(s.blocks, f)
	}
	if len(c.d.Comparison.Results) > 0 {
		return s
	}
	if t, ok := c.powersTable(); ok {
		s.blocks = append(s.blocks, t)
	}
	if t, ok := c.nearTable(); ok {
		s.blocks = append(s.blocks, t)
	}
	return s
}

// placeTitle is the title of a document without strategies.
func (c *composer) placeTitle() string {
	switch {
	case c.d.Contrast != nil:
		return c.v.contrastHeading(c.d.State, c.d.Contrast.Other)
	case c.d.Like != nil:
		return c.v.likeHeading(c.d.State)
	}
	return c.v.placeHeading(c.d.State, c.l.pair.A, c.l.pair.B)
}

// tiesFigure is the picture of the ties to both powers over the years.
func (c *composer) tiesFigure() (figure, bool) {
	said, _, ok := claim[PowersTies](c.findings)
	if !ok {
		return figure{}, false
	}
	w, a := c.v.align(), c.d.Alignment
	var panels []trendPanel
	data := table{head: []string{c.labels.Power, ""}, numbers: 2}
	for _, part := range []struct {
		dimension alignment.Dimension
		title     string
	}{{alignment.Votes, w.Votes}, {alignment.Trade, w.Trade}} {
		panel := trendPanel{title: part.title}
		for _, p := range []ir.CCode{a.Pair.A, a.Pair.B} {
			if l := lineOf(a, p, part.dimension); len(l.Points) > 1 {
				panel.lines = append(panel.lines, trendLine{name: c.l.name(p), pen: c.pens.of(p), points: l.Points})
			}
		}
		if len(panel.lines) == 0 {
			continue
		}
		panels = append(panels, panel)
		for _, l := range panel.lines {
			first, last := l.points[0], l.points[len(l.points)-1]
			data.rows = append(data.rows, []string{l.name, part.title, endOf(c, first), endOf(c, last)})
		}
	}
	if len(panels) == 0 {
		return figure{}, false
	}
	if b := a.Between; b.SteadyYears > 0 {
		data.rows = append(data.rows, []string{w.Steady, "", "", fmt.Sprintf(w.SteadyOver, decimal(b.Steady, 2), b.SteadyYears)})
	}
	data.head = append(data.head, c.l.pick("First", "처음"), c.l.pick("Last", "마지막"))
	title := c.v.tiesTitle(said)
	return c.figure("ties", title, drawTrend("ties", title, describe(data), panels), w.TiesNote, c.publishers(a.Trail.SourceKeys()), data), true
}

func lineOf(a *study.Alignment, power ir.CCode, d alignment.Dimension) study.TieLine {
	for _, l := range a.Lines {
		if l.Power == power && l.Dimension == d.String() {
			return l
		}
	}
	return study.TieLine{}
}

func endOf(c *composer, p study.TrendPoint) string {
	return fmt.Sprintf("%s (%d)", c.l.share(p.Value), p.Year)
}

// swingFigure is the picture of the swing among states. A brief has no room for one
// that tells nothing.
func (c *composer) swingFigure() (figure, bool) {
	s, _, ok := claim[Swung](c.findings)
	if !ok || !s.Known || s.Verdict == alignment.Undetermined && len(c.d.Comparison.Results) > 0 {
		return figure{}, false
	}
	w := c.v.align()
	chart := swingChart{
		name: c.l.name(s.State), own: Amount{s.Pooled, s.PooledLow, s.PooledTop}, usual: s.Usual,
		place: amount(s.Percentile), titles: [2]string{w.SwingUp, w.SwingPlace}, middle: w.SwingSettings, typical: w.SwingUsual, lang: c.l.style,
	}
	for _, f := range s.Field {
		chart.field = append(chart.field, f.Pooled)
	}
	data := table{head: []string{w.Series, w.TurnoverYears, w.OtherYears, w.TimesAsFar}, numbers: 1}
	for _, p := range s.Parts {
		far := w.NotUsed
		if p.Used {
			far = decimal(p.Ratio, 2)
		}
		data.rows = append(data.rows, []string{c.l.words(seriesWords, p.Series), strconv.Itoa(p.Turnovers), strconv.Itoa(p.Other), far})
	}
	title := c.v.swungTitle(s)
	return c.figure("swing", title, drawSwing("swing", title, describe(data), chart), fmt.Sprintf(w.SwingNote, s.Settings),
		c.publishers(s.Percentile.Trail.SourceKeys()), data), true
}

// contrastEdge is where the scale of a contrast ends, in spreads.
const contrastEdge = 4

// contrastFigure is the picture of two states side by side.
func (c *composer) contrastFigure() (figure, bool) {
	b, _, ok := claim[Beside](c.findings)
	if !ok {
		return figure{}, false
	}
	w := c.v.align()
	chart := contrastChart{names: [2]string{c.l.name(b.State), c.l.name(b.Other)}, title: w.Spreads, edge: contrastEdge}
	data := table{head: []string{w.Dimension, c.l.name(b.State), c.l.name(b.Other), w.Half, w.Gap, w.Verdict, w.Year}, numbers: 1}
	for _, d := range b.Dimensions {
		name := upperFirst(c.l.aspect(d.Key, b.Pair))
		if !d.Known {
			data.rows = append(data.rows, []string{name, c.cell(d, d.Value, d.Has), c.cell(d, d.Other, d.OtherHas), c.cell(d, d.Median, d.States > 0), "–", "–", "–"})
			continue
		}
		at := func(v float64) float64 { return from(d, v) }
		chart.rows = append(chart.rows, contrastRow{name, at(d.Value), at(d.Other)})
		data.rows = append(data.rows, []string{
			name, c.l.figure(d, d.Value), c.l.figure(d, d.Other), c.l.figure(d, d.Median), decimal(d.Gap, 1), c.l.verdict(d), yearsOf(d),
		})
	}
	title := c.v.besideTitle(b)
	return c.figure("contrast", title, drawContrast("contrast", title, describe(data), chart), fmt.Sprintf(w.ContrastNote, contrastEdge),
		c.publishers(b.Trail.SourceKeys()), data), true
}

// from is by how many spreads a value lies above the median.
func from(d study.Contrasted, v float64) float64 {
	if d.Ratio {
		return math.Log(v/d.Median) / d.Spread
	}
	return (v - d.Median) / d.Spread
}

func yearsOf(d study.Contrasted) string {
	if d.Year == d.OtherAs {
		return strconv.Itoa(int(d.Year))
	}
	return fmt.Sprintf("%d, %d", d.Year, d.OtherAs)
}

func (c *composer) cell(d study.Contrasted, v float64, known bool) string {
	if !known {
		return "–"
	}
	return c.l.figure(d, v)
}

var verdictWords = map[alignment.Level][2]string{
	alignment.MuchMore: {"much more", "훨씬 큼"}, alignment.More: {"more", "큼"}, alignment.Alike: {"alike", "비슷함"},
	alignment.Less: {"less", "작음"}, alignment.MuchLess: {"much less", "훨씬 작음"},
}

func (l *lexicon) verdict(d study.Contrasted) string {
	w := verdictWords[d.Verdict]
	return l.pick(w[0], w[1])
}

// powersTable sets the ties to every power side by side.
func (c *composer) powersTable() (table, bool) {
	a := c.d.Alignment
	if a == nil {
		return table{}, false
	}
	w := c.v.align()
	t := table{caption: w.TiesTable, note: w.TiesNoTreaties, numbers: 1, small: true, head: []string{w.Power}}
	for _, d := range alignment.Dimensions() {
		t.head = append(t.head, upperFirst(c.l.pick(dimensionEN[d.String()], dimensionKO[d.String()])))
	}
	t.head = append(t.head, w.Distance, w.TradeGDP, w.S, w.Kappa, w.Year)
	for _, p := range a.Powers {
		row := []string{c.l.name(p.Power)}
		for _, tie := range p.Ties {
			row = append(row, maybe(tie.Known, decimal(tie.Value, 2)))
		}
		row = append(row, orDash(p.Distance, func(v float64) string { return decimal(v, 2) }), orDash(p.TradeGDP, c.l.share))
		if l := p.Treaties; l != nil {
			t.note = fmt.Sprintf(w.TiesTableNote, Population(*l, c.l.lang))
			row = append(row, decimal(l.S, 2), decimal(l.Kappa, 2), strconv.Itoa(int(l.Year)))
		} else {
			row = append(row, "–", "–", "–")
		}
		t.rows = append(t.rows, row)
	}
	return t, len(t.rows) > 0
}

func maybe(known bool, text string) string {
	if known {
		return text
	}
	return "–"
}

func orDash(v *float64, text func(float64) string) string {
	if v == nil {
		return "–"
	}
	return text(*v)
}

// nearTable lists the states most like it.
func (c *composer) nearTable() (table, bool) {
	l := c.d.Like
	if l == nil || len(l.States) == 0 {
		return table{}, false
	}
	w := c.v.align()
	t := table{caption: w.NearTable, note: w.NearNote, small: true, head: []string{c.labels.State, w.Apart, w.Like, w.Unlike, w.SharedOf}}
	names := func(keys []string) string {
		out := make([]string, len(keys))
		for i, k := range keys {
			out[i] = c.l.words(themeWords, k)
		}
		return listed(out, ", ")
	}
	for _, s := range l.States {
		t.rows = append(t.rows, []string{c.l.name(s.State), decimal(s.Apart, 2), names(s.Like), names(s.Unlike), strconv.Itoa(s.Shared)})
	}
	return t, true
}

// ContrastRows are the dimensions of two states as rows of text, the head first.
func ContrastRows(k study.Contrast, codes *ir.Codes, lang string) [][]string {
	v, err := newVoice(study.Dossier{State: k.State}, Options{Lang: lang, Codes: codes})
	if err != nil {
		return nil
	}
	l, w := v.base(), v.align()
	out := [][]string{{w.Dimension, l.name(k.State), l.name(k.Other), w.Half, w.Gap, w.Verdict}}
	show := func(known bool, text func() string) string {
		if !known {
			return "–"
		}
		return text()
	}
	for _, d := range k.Dimensions {
		out = append(out, []string{
			l.aspect(d.Key, k.Pair), show(d.Has, func() string { return l.figure(d, d.Value) }), show(d.OtherHas, func() string { return l.figure(d, d.Other) }),
			show(d.States > 0, func() string { return l.figure(d, d.Median) }), show(d.Known, func() string { return decimal(d.Gap, 1) }),
			show(d.Known, func() string { return l.verdict(d) }),
		})
	}
	return out
}

// Themes are themes of a comparison in a language, or a dash.
func Themes(keys []string, lang string) string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = themeWords[k][map[string]int{"en": 0, "ko": 1}[lang]]
	}
	return listed(out, ", ")
}
