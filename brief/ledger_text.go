package brief

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// trails writes the way back of every finding, those that share one together.
func (c *composer) trails() []block {
	type group struct {
		like  string
		ids   []string
		names []string
	}
	var groups []group
	for i, e := range c.ledger.entries {
		like := c.trail(e)
		k := slices.IndexFunc(groups, func(g group) bool { return g.like == like })
		if k < 0 {
			k, groups = len(groups), append(groups, group{like: like})
		}
		groups[k].ids = append(groups[k].ids, e.Finding)
		groups[k].names = append(groups[k].names, e.Finding+" "+c.said[c.findings[i].ID].Head)
	}
	out := make([]block, len(groups))
	for i, g := range groups {
		out[i] = para{ids: g.ids, text: strings.Join(g.names, ", ") + ". " + g.like, small: true}
	}
	return out
}

// trail writes one way back to figures.
func (c *composer) trail(e entry) string {
	l := c.labels
	var parts []string
	add := func(head, text string) {
		if text != "" {
			parts = append(parts, head+": "+text+".")
		}
	}
	add(l.Formula, strings.Join(e.Formulas, ", "))
	add(l.Params, strings.Join(e.Params, ", "))
	add(l.Cites, strings.Join(e.Cites, ", "))
	add(l.Figures, runs(e.Figures))
	if len(parts) == 0 {
		return upperFirst(l.Untraced) + "."
	}
	return strings.Join(parts, " ")
}

// figureList writes the numbered figures: a line for each indicator and
// source, in it the states, and for each its years, equal ones run together.
func (c *composer) figureList() []string {
	figures := c.ledger.figures
	var out []string
	head := ""
	for i := 0; i < len(figures); {
		j := i + 1
		for j < len(figures) && sameSeries(figures[i], figures[j]) {
			j++
		}
		h := seriesHead(figures[i])
		text := c.series(figures[i:j], i+1)
		if h == head {
			out[len(out)-1] += "; " + text
		} else {
			out = append(out, h+": "+text)
			head = h
		}
		i = j
	}
	for i := range out {
		out[i] += "."
	}
	return out
}

func sameSeries(a, b prov.Figure) bool {
	return a.Indicator == b.Indicator && a.State == b.State && a.Partner == b.Partner && a.Source == b.Source && a.Kind == b.Kind
}

func seriesHead(g prov.Figure) string {
	h := g.Indicator + " ("
	if g.Unit != "" {
		h += g.Unit + "; "
	}
	h += g.Source
	if g.Kind != prov.Outturn {
		h += ", " + g.Kind.String()
	}
	return h + ")"
}

// series writes one state's figures under one source; first is the number of
// the first.
func (c *composer) series(list []prov.Figure, first int) string {
	number := fmt.Sprintf("[%d]", first)
	if len(list) > 1 {
		number = fmt.Sprintf("[%d–%d]", first, first+len(list)-1)
	}
	var parts []string
	for i := 0; i < len(list); {
		j := i + 1
		for j < len(list) && list[j].Year == list[j-1].Year+1 && c.figure1(list[j]) == c.figure1(list[i]) {
			j++
		}
		parts = append(parts, years(list[i].Year, list[j-1].Year, "–")+" "+c.figure1(list[i]))
		i = j
	}
	return number + " " + c.code(list[0]) + " " + strings.Join(parts, ", ")
}

// figure1 prints the value of one figure and its range.
func (c *composer) figure1(g prov.Figure) string {
	text := published(g.Value)
	if g.High > g.Low {
		text += " (" + published(g.Low) + c.l.to + published(g.High) + ")"
	}
	return text
}

// published prints a figure with four significant digits; in billions, marked
// e9, from a billion on.
func published(v float64) string {
	const billion, thousand = 1e9, 1e3
	switch {
	case abs(v) >= billion:
		return significant(v/billion) + "e9"
	case abs(v) >= thousand:
		return decimal(v, 0)
	}
	return significant(v)
}

func significant(v float64) string {
	const thousand = 1e3
	s := fmt.Sprintf("%.4g", v)
	if abs(v) >= thousand || strings.Contains(s, "e") {
		return decimal(v, 0)
	}
	return strings.Replace(s, "-", "−", 1)
}

// iso is a state's short code.
func (c *composer) iso(s ir.CCode) string {
	if s == ir.World {
		return "WLD"
	}
	if st, ok := c.o.Codes.State(s); ok {
		return st.String()
	}
	return fmt.Sprint(s)
}

// code is the short code of a figure's state, or of both states of a dyad.
func (c *composer) code(g prov.Figure) string {
	if g.Partner != ir.World {
		return c.iso(g.State) + ">" + c.iso(g.Partner)
	}
	return c.iso(g.State)
}

// nonempty leaves out what is empty.
func nonempty(texts ...string) []string {
	return slices.DeleteFunc(texts, func(s string) bool { return s == "" })
}
