package brief

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// composer lays out one dossier in one language.
type composer struct {
	d        study.Dossier
	o        Options
	v        voice
	l        *lexicon
	labels   *labels
	findings []Finding
	said     map[string]Passage // by finding
	pens     palette
	ledger   *ledger
	figures  int
	numbered int
}

func newComposer(d study.Dossier, o Options) (*composer, error) {
	if o.Codes == nil {
		return nil, fmt.Errorf("brief: no state codes given; pass the codes of the panel as Options.Codes")
	}
	v, err := newVoice(d, o)
	if err != nil {
		return nil, err
	}
	c := &composer{
		d: d, o: o, v: v, l: v.base(), labels: v.labels(),
		findings: Findings(d), said: map[string]Passage{}, pens: newPalette(d),
	}
	for _, f := range c.findings {
		c.said[f.ID] = f.Claim.say(v)
	}
	c.ledger = newLedger(c.findings)
	return c, nil
}

// document lays out every section that has something to say.
func (c *composer) document() document {
	pair := c.l.pair
	title := c.v.heading(c.d.State, pair.A, pair.B)
	if len(c.d.Comparison.Results) == 0 {
		title = c.placeTitle()
	}
	doc := document{
		lang: c.o.Lang, title: title,
		masthead: []string{c.labels.What, c.dateline()}, stamp: c.stamp(),
	}
	for _, s := range []section{
		c.recommendations(), c.structure(), c.position(), c.alignment(), c.crisis(), c.strategies(), c.verdicts(), c.trust(),
		c.sources(), c.trace(),
	} {
		if len(s.blocks) == 0 {
			continue
		}
		if s.number < 0 {
			c.numbered++
			s.number = c.numbered
		}
		doc.sections = append(doc.sections, s)
	}
	return doc
}

// next marks a section that takes the next number if it is not empty.
const next = -1

// dateline says how new the data are; it never holds today's date.
func (c *composer) dateline() string {
	newest := ir.Year(0)
	for _, g := range c.ledger.figures {
		if g.Kind != prov.Forecast {
			newest = max(newest, g.Year)
		}
	}
	if newest == 0 {
		newest = c.d.Year
	}
	return fmt.Sprintf("%s: %d · shatterbelt %s", c.labels.DataOf, newest, c.d.Version)
}

// stamp says how to make the same document again.
func (c *composer) stamp() string {
	parts := []string{"shatterbelt " + c.d.Version}
	if c.o.Command != "" {
		parts = append(parts, c.labels.Command+": "+c.o.Command)
	}
	if c.d.Comparison.Futures > 0 {
		parts = append(parts, fmt.Sprintf("%s %d", c.labels.Seed, c.d.Comparison.Seed),
			fmt.Sprintf("%s %s", c.labels.Futures, decimal(float64(c.d.Comparison.Futures), 0)))
	}
	return strings.Join(parts, " · ")
}

// in gathers the remarks of a section, leaving out some kinds.
func (c *composer) in(s Section, except ...string) []remark {
	var out []remark
	for _, f := range c.findings {
		if f.Section == s && !slices.Contains(except, f.Kind) {
			out = append(out, remark{c.said[f.ID], f.ID})
		}
	}
	return out
}

// claim finds the first claim of a type in a section's findings.
func claim[T Claim](findings []Finding) (T, string, bool) {
	for _, f := range findings {
		if c, ok := f.Claim.(T); ok {
			return c, f.ID, true
		}
	}
	var none T
	return none, "", false
}

func (c *composer) figure(id, title, svg, notes, source string, data table) figure {
	c.figures++
	data.caption = fmt.Sprintf("%s: %s %d", c.labels.Data, c.labels.Figure, c.figures)
	data.small = true
	return figure{id: id, label: fmt.Sprintf("%s %d", c.labels.Figure, c.figures), title: title, svg: svg, notes: notes, source: source, data: data}
}

func (c *composer) recommendations() section {
	s := section{id: "recommendations", title: c.labels.Recommendations}
	for i, r := range c.in(InRecommendations) {
		s.blocks = append(s.blocks, advice{i + 1, r})
	}
	items := c.in(InPageOne)
	switch {
	case len(items) == 0:
	case len(s.blocks) == 0: // a document without strategies recommends nothing
		s.title = c.labels.PageOne
		s.blocks = append(s.blocks, points{items})
	default:
		s.blocks = append(s.blocks, notes{c.labels.PageOne, items})
	}
	return s
}

func (c *composer) structure() section {
	s := section{id: "structure", title: c.labels.Structure, number: next}
	if items := c.in(InStructure); len(items) > 0 {
		s.blocks = append(s.blocks, points{items})
	}
	if f, ok := c.trend(); ok {
		s.blocks = append(s.blocks, f)
	}
	if t, ok := c.indexTable(); ok {
		s.blocks = append(s.blocks, t)
	}
	s.blocks = append(s.blocks, c.fans()...)
	if t, ok := c.warTable(); ok {
		s.blocks = append(s.blocks, t)
	}
	s.blocks = append(s.blocks, c.reach()...)
	return s
}

func (c *composer) position() section {
	s := section{id: "position", title: c.labels.Position, number: next}
	if items := c.in(InPosition); len(items) > 0 {
		s.blocks = append(s.blocks, points{items})
	}
	if f, ok := c.neighbourhood(); ok {
		s.blocks = append(s.blocks, f)
	} else if len(s.blocks) > 0 {
		s.blocks = append(s.blocks, c.rankTable())
	}
	if t, ok := c.moversTable(); ok {
		s.blocks = append(s.blocks, t)
	}
	if f, ok := c.ranks(); ok {
		s.blocks = append(s.blocks, f)
	}
	if f, ok := c.kindsFigure(); ok {
		s.blocks = append(s.blocks, f)
	}
	return s
}

func (c *composer) crisis() section {
	s := section{id: "crisis", title: c.labels.Crisis, number: next}
	for _, x := range serious(c.d.Crises) {
		var items []remark
		var odds CrisisOdds
		for _, f := range c.findings {
			if f.Section != InCrisis || challengerOf(f.Claim) != x.Challenger {
				continue
			}
			items = append(items, remark{c.said[f.ID], f.ID})
			if o, ok := f.Claim.(CrisisOdds); ok {
				odds = o
			}
		}
		s.blocks = append(s.blocks, points{items}, c.tree(x, odds))
		if len(x.Instruments) > 0 {
			s.blocks = append(s.blocks, c.meansTable(x))
		}
	}
	return s
}

func challengerOf(c Claim) ir.CCode {
	switch x := c.(type) {
	case CrisisOdds:
		return x.Challenger
	case PatronMatters:
		return x.Challenger
	case EffortBuys:
		return x.Challenger
	}
	return ir.World
}

func (c *composer) strategies() section {
	s := section{id: "strategies", title: c.labels.Strategies, number: next}
	if len(c.d.Comparison.Results) == 0 {
		return s
	}
	if items := c.in(InStrategies); len(items) > 0 {
		s.blocks = append(s.blocks, points{items})
	}
	s.blocks = append(s.blocks, c.strategyTable(), c.heat(), c.regret())
	s.blocks = append(s.blocks, c.robust()...)
	return s
}

func (c *composer) trust() section {
	s := section{id: "trust", title: c.labels.Trust, number: next}
	if len(c.d.Scores) > 0 {
		s.blocks = append(s.blocks, c.scoreTable())
	}
	if len(c.d.Comparison.Drivers) > 0 {
		s.blocks = append(s.blocks, c.driverTable())
	}
	if len(c.d.Check.Rates) > 0 {
		s.blocks = append(s.blocks, c.recordTable())
	}
	if items := c.in(InTrust, "skill"); len(items) > 0 {
		s.blocks = append(s.blocks, points{items})
	}
	return s
}
