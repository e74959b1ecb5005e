package brief

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/cite"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// entry is the trail of one finding; its figures are numbers in the ledger.
type entry struct {
	Finding  string   `json:"finding"`
	Formulas []string `json:"formulas,omitempty"`
	Params   []string `json:"params,omitempty"`
	Cites    []string `json:"cites,omitempty"`
	Figures  []int    `json:"figures,omitempty"` // from 1
}

// ledger numbers every published figure behind the findings, each once, and
// says which finding uses which.
type ledger struct {
	figures []prov.Figure
	entries []entry
}

func newLedger(findings []Finding) *ledger {
	g := &ledger{}
	var all []prov.Figure
	for _, f := range findings {
		for _, n := range f.Numbers {
			all = append(all, n.Trail.Figures...)
		}
	}
	g.figures = prov.Merge("", prov.Trail{Figures: all}).Figures
	for _, f := range findings {
		g.entries = append(g.entries, g.entry(f))
	}
	return g
}

func (g *ledger) entry(f Finding) entry {
	e := entry{Finding: f.ID}
	for _, n := range f.Numbers {
		t := n.Trail
		if t.Formula != "" {
			e.Formulas = append(e.Formulas, t.Formula)
		}
		e.Params = append(e.Params, t.Params...)
		e.Cites = append(e.Cites, t.Cites...)
		for _, fig := range t.Figures {
			if i, ok := slices.BinarySearchFunc(g.figures, fig, prov.Compare); ok {
				e.Figures = append(e.Figures, i+1)
			}
		}
	}
	for _, list := range []*[]string{&e.Formulas, &e.Params, &e.Cites} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	slices.Sort(e.Figures)
	e.Figures = slices.Compact(e.Figures)
	return e
}

// cites lists every work that a finding rests on, sorted.
func (g *ledger) cites() []string {
	var keys []string
	for _, e := range g.entries {
		keys = append(keys, e.Cites...)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// sourceKeys lists the sources of the figures, sorted.
func (g *ledger) sourceKeys() []string { return prov.Trail{Figures: g.figures}.SourceKeys() }

// runs writes sorted numbers as runs: "1–4, 9".
func runs(numbers []int) string {
	var out []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		if j == i {
			out = append(out, fmt.Sprint(numbers[i]))
		} else {
			out = append(out, fmt.Sprintf("%d–%d", numbers[i], numbers[j]))
		}
		i = j + 1
	}
	return strings.Join(out, ", ")
}

// surname is the first author's family name, with "et al." or a second name.
func surname(authors string) string {
	list := strings.Split(authors, " and ")
	family := func(name string) string { f, _, _ := strings.Cut(name, ","); return strings.Trim(f, "{} ") }
	switch {
	case len(list) == 1:
		return family(list[0])
	case len(list) == 2 && list[1] != "others":
		return family(list[0]) + ", " + family(list[1])
	}
	return family(list[0]) + " et al."
}

// sources lists what the figures were read from, with year and licence.
func (c *composer) sources() section {
	s := section{id: "sources", title: c.labels.Sources, compact: true}
	s.blocks = paras(c.sourceList())
	var works []string
	for _, key := range c.works() {
		if w, ok := cite.Lookup(key); ok {
			works = append(works, w.Text())
		}
	}
	if len(works) > 0 {
		s.blocks = append(s.blocks, fold{summary: c.labels.Works, blocks: paras(works), printed: true})
	}
	return s
}

// sourceList writes a line for each source: publisher, title and edition, years
// of the figures taken, licence, and the key it goes by in the trails.
func (c *composer) sourceList() []string {
	var out []string
	for _, key := range c.sourceKeys() {
		src := prov.Source{Title: key}
		if i := slices.IndexFunc(c.o.Sources, func(s prov.Source) bool { return s.Key == key }); i >= 0 {
			src = c.o.Sources[i]
		}
		what := strings.Join(nonempty(src.Title, src.Edition), ", ")
		if src.Publisher != "" {
			what = src.Publisher + ": " + what
		}
		taken := ""
		if first, last := c.yearsOf(key); first != 0 {
			taken = fmt.Sprintf(c.labels.FiguresOf, years(first, last, c.l.to))
		}
		out = append(out, strings.Join(nonempty(what, taken, src.Licence), "; ")+" ["+key+"]")
	}
	return out
}

// sourceKeys lists the sources of the findings and of the trend lines.
func (c *composer) sourceKeys() []string {
	keys := c.ledger.sourceKeys()
	for _, t := range slices.Concat(c.d.Structure.GDP, c.d.Structure.Milex) {
		keys = append(keys, t.Source...)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// works lists what the findings and the uncertainties named rest on.
func (c *composer) works() []string {
	keys := c.ledger.cites()
	for _, d := range c.d.Comparison.Drivers {
		keys = append(keys, d.Ref)
	}
	if _, ok := c.warTable(); ok {
		for _, l := range c.d.Structure.WarRate.Lists {
			keys = append(keys, l.Cite)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func paras(texts []string) []block {
	out := make([]block, len(texts))
	for i, t := range texts {
		out[i] = para{text: t, small: true}
	}
	return out
}

func (c *composer) yearsOf(source string) (first, last ir.Year) {
	for _, g := range c.ledger.figures {
		if g.Source != source {
			continue
		}
		if first == 0 || g.Year < first {
			first = g.Year
		}
		last = max(last, g.Year)
	}
	return first, last
}

// trace is the appendix that leads from each finding to published figures. What
// is printed says how many there are and where they stand; the trails
// themselves are many pages, for the screen and for programs.
func (c *composer) trace() section {
	l := c.labels
	s := section{id: "trace", title: l.Trace, compact: true}
	if len(c.findings) == 0 {
		return s
	}
	s.blocks = append(s.blocks, para{text: c.whereFrom()})
	body := []block{para{text: l.TraceNote, small: true}}
	body = append(body, c.trails()...)
	body = append(body, paras(c.figureList())...)
	s.blocks = append(s.blocks, fold{summary: l.Finding + " F1–F" + fmt.Sprint(len(c.findings)), blocks: body})
	return s
}

// whereFrom says how to get from any number to the figures behind it.
func (c *composer) whereFrom() string {
	command := c.o.Command
	if command == "" {
		command = "shatterbelt brief " + c.iso(c.d.State)
	}
	return fmt.Sprintf(c.labels.WhereFrom, "F1–F"+fmt.Sprint(len(c.findings)),
		decimal(float64(len(c.ledger.figures)), 0), len(c.sourceKeys()), command+" --format json")
}
