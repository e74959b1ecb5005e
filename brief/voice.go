package brief

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// voice says findings in one language: a method for each type of claim, and
// one for the title of each picture.
type voice interface {
	holdsUp(HoldsUp) Passage
	failsWhere(FailsWhere) Passage
	failsIn(FailsIn) Passage
	failsAnywhere(FailsAnywhere) Passage
	failureBoxes(FailureBoxes) Passage
	enough(Enough) Passage
	undominated(Undominated) Passage
	buildHome(BuildHome) Passage
	buildStep(BuildStep) Passage
	watch(Watch) Passage
	watchFirst(WatchFirst) Passage
	notConclude(NotConclude) Passage
	lives(Lives) Passage
	tieForgone(TieForgone) Passage
	overturn(Overturn) Passage
	valuesDecide(ValuesDecide) Passage
	missed(Missed) Passage
	dataAge(DataAge) Passage
	atWar(AtWar) Passage
	whoPresses(WhoPresses) Passage
	gaining(Gaining) Passage
	ownWeight(OwnWeight) Passage
	squeezed(Squeezed) Passage
	otherRanks(OtherRanks) Passage
	polesUnder(PolesUnder) Passage
	crossing(Crossing) Passage
	reaches(Reaches) Passage
	fronts(Fronts) Passage
	inZone(InZone) Passage
	kinds(Kinds) Passage
	sideTaking(SideTaking) Passage
	leaning(Leaning) Passage
	powersTies(PowersTies) Passage
	swung(Swung) Passage
	likest(Likest) Passage
	beside(Beside) Passage
	crisisOdds(CrisisOdds) Passage
	patronMatters(PatronMatters) Passage
	effortBuys(EffortBuys) Passage
	strengths(Strengths) Passage
	shortfalls(Shortfalls) Passage
	downside(Downside) Passage
	reversal(Reversal) Passage
	disputedSigns(DisputedSigns) Passage
	allianceWorth(AllianceWorth) Passage
	tradeWorth(TradeWorth) Passage
	smallMistake(SmallMistake) Passage
	againstRecord(AgainstRecord) Passage
	skill(Skill) Passage
	sensitivity(Sensitivity) Passage
	caution(Caution) Passage
	method(Method) Passage

	trendTitle(Gaining) string
	fanTitle(Crossing) string
	reachTitle(Reaches) string
	ranksTitle(Squeezed) string
	kindsTitle(Kinds) string
	tiesTitle(PowersTies) string
	swungTitle(Swung) string
	besideTitle(Beside) string
	mapTitle(Squeezed) string
	treeTitle(CrisisOdds) string
	heatTitle(Comparative) string
	regretTitle(Comparative) string

	heading(state, a, b ir.CCode) string
	placeHeading(state, a, b ir.CCode) string
	contrastHeading(a, b ir.CCode) string
	likeHeading(c ir.CCode) string
	base() *lexicon
	labels() *labels
	place() *placeLabels
	align() *alignLabels
}

// Comparative is what the titles of the strategy pictures speak of.
type Comparative struct {
	Top      string  // strategy with most futures good enough
	Lowest   float64 // the lowest and highest share in the heat map's cells
	Highest  float64
	Narrow   string // outcome most strategies fall short on
	Least    string // strategy with the least regret
	Together bool   // its interval meets that of the second
}

// lexicon holds what both voices look up: names of states, strategies,
// outcomes and levers, and how numbers are written.
type lexicon struct {
	style
	lang       string
	codes      *ir.Codes
	indicators map[string]panel.Indicator
	titles     map[string]strategy.Title
	outcomes   map[string]study.Outcome
	pair       study.Pair
	capability measured
}

// newVoice returns the voice of the options' language for one dossier.
func newVoice(d study.Dossier, o Options) (voice, error) {
	l := lexicon{
		lang: o.Lang, codes: o.Codes, pair: d.Comparison.Pair, indicators: map[string]panel.Indicator{},
		titles: map[string]strategy.Title{}, outcomes: map[string]study.Outcome{}, capability: measuredBy(d),
	}
	if l.pair == (study.Pair{}) {
		l.pair = d.Position.Pair
	}
	for _, i := range o.Indicators {
		l.indicators[i.Name] = i
	}
	for _, r := range d.Comparison.Results {
		l.titles[r.Name] = r.Title
	}
	for _, o := range d.Comparison.Outcomes {
		l.outcomes[o.Name] = o
	}
	switch o.Lang {
	case "en":
		l.style = styleEN
		return english{&l}, nil
	case "ko":
		l.style = styleKO
		return korean{&l}, nil
	}
	return nil, fmt.Errorf(`brief: no voice for language %q; want "en" or "ko"`, o.Lang)
}

func (l *lexicon) base() *lexicon { return l }

// pick returns the text of the language.
func (l *lexicon) pick(en, ko string) string {
	if l.lang == "ko" {
		return ko
	}
	return en
}

// name is a state's name alone, as labels and tables print it.
func (l *lexicon) name(c ir.CCode) string {
	if c == ir.World {
		return l.pick("World", "세계")
	}
	s, ok := l.codes.State(c)
	if !ok {
		return fmt.Sprintf("%d", c)
	}
	if name := l.pick(s.NameEN, s.NameKO); name != "" {
		return name
	}
	return s.String()
}

// called is a state's name inside a sentence: in English some take an article.
func (l *lexicon) called(c ir.CCode) string {
	name := l.name(c)
	if l.lang == "en" && takesArticle(name) {
		return "the " + name
	}
	return name
}

func takesArticle(name string) bool {
	for _, part := range []string{"United ", "Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia", " Republic", " Islands", "Congo", "Soviet Union"} {
		if strings.Contains(name+" ", part) {
			return true
		}
	}
	return false
}

// fill puts the powers' names into a text written for any pair.
func (l *lexicon) fill(text string) string {
	if l.pair.A == ir.World || l.pair.B == ir.World {
		return strategy.Fill(text, "A", "B")
	}
	if l.lang == "ko" {
		return fillKO(text, l.called(l.pair.A), l.called(l.pair.B))
	}
	return strategy.Fill(text, l.called(l.pair.A), l.called(l.pair.B))
}

// strategy is a strategy's title, without quotation marks.
func (l *lexicon) strategy(name string) string {
	t, ok := l.titles[name]
	if !ok {
		return name
	}
	return l.fill(t.In(l.lang))
}

// outcome is an outcome's label.
func (l *lexicon) outcome(name string) string {
	o, ok := l.outcomes[name]
	if !ok {
		return name
	}
	return l.fill(l.pick(o.EN, o.KO))
}

// driver is an uncertainty's label.
func (l *lexicon) driver(d study.Driver) string {
	if label := l.pick(d.EN, d.KO); label != "" {
		return l.fill(label)
	}
	return strings.ReplaceAll(d.Name, "_", " ")
}

// options are the labels of the options of a choice from one value to another.
func (l *lexicon) options(d study.Driver, low, high float64, or string) string {
	labels := d.OptionsEN
	if l.pick("en", "ko") == "ko" {
		labels = d.OptionsKO
	}
	var within []string
	for k, label := range labels {
		if v := float64(k); v >= low && v <= high {
			within = append(within, label)
		}
	}
	return strings.Join(within, or)
}

// fixed lists the uncertainties and coefficients that a user holds at one value.
func (l *lexicon) fixed(list []sim.Fixed) string {
	var parts []string
	for _, f := range list {
		for _, p := range param.Fields(sim.Draw{}) {
			if p.Name != f.Name {
				continue
			}
			d := study.Driver{Name: p.Name, EN: p.EN, KO: p.KO, OptionsEN: p.OptionsEN, OptionsKO: p.OptionsKO}
			value := l.quantity(f.Value, p.Unit)
			if d.Choice() {
				value = l.options(d, f.Value, f.Value, "")
			}
			parts = append(parts, fmt.Sprintf("‘%s’ %s", l.driver(d), value))
		}
	}
	return strings.Join(parts, ", ")
}

// lever is a lever's label and unit.
func (l *lexicon) lever(name string) (label, unit string) {
	v, ok := strategy.ParseLever(name)
	if !ok {
		return name, ""
	}
	s := strategy.Levers()[v]
	return l.fill(l.pick(s.EN, s.KO)), s.Unit
}

// shared prints a lever's label and where it goes, a ladder by its rungs; where
// strategies take it to different places, the range of these.
func (l *lexicon) shared(m SharedMove, between, upto string) string {
	label, unit := l.lever(m.Lever)
	least, most := m.Least, m.Most
	if v, ok := strategy.ParseLever(m.Lever); ok {
		from, known := v.Rung(m.From)
		low, also := v.Rung(least)
		high, third := v.Rung(most)
		if known && also && third && low != from && high != from {
			text := label + " " + l.pick(from.EN, from.KO) + between + l.pick(low.EN, low.KO)
			if low != high {
				text += upto + l.pick(high.EN, high.KO)
			}
			return text
		}
	}
	if least == most {
		return label + " " + l.span(m.From, most, unit, between)
	}
	from, _, _ := strings.Cut(l.span(m.From, most, unit, "\x00"), "\x00")
	return label + " " + from + between + l.span(least, most, unit, upto)
}

// quantity prints a value with its unit.
func (l *lexicon) quantity(v float64, unit string) string {
	share := Amount{v, v, v}
	switch unit {
	case "":
		return short(v)
	case "share", "probability":
		return l.pct(share)
	case "share of GDP":
		return l.pick(l.pct(share)+" of GDP", "GDP의 "+l.pct(share))
	case "share a year", "share per year", "share/year", "1/year", "per year":
		return l.pick(l.pct(share)+" a year", "연 "+l.pct(share))
	case "odds ratio":
		return l.pick(short(v)+"\u00a0times", short(v)+"배")
	case "km":
		return plain(v) + "\u00a0km"
	case "year", "years":
		return l.pick(short(v)+"\u00a0years", short(v)+"년")
	}
	if whole, ok := strings.CutPrefix(unit, "share of "); ok {
		return l.pick(l.pct(share)+" of "+whole, l.whole(whole)+"의 "+l.pct(share))
	}
	if name := l.unit(unit); !strings.HasPrefix(name, "(") {
		return short(v) + "\u00a0" + name
	}
	return short(v) + l.unit(unit)
}

// span prints two values with their unit once: "2.6 → 3.8 % of GDP", "GDP의
// 2.6%→3.8%".
func (l *lexicon) span(from, to float64, unit, between string) string {
	a, b := l.quantity(from, unit), l.quantity(to, unit)
	digit := func(r rune) bool { return r >= '0' && r <= '9' }
	i, j := strings.LastIndexFunc(a, digit)+1, strings.LastIndexFunc(b, digit)+1
	if a[i:] == b[j:] {
		a = a[:i]
	}
	if head, rest, ok := strings.Cut(b, " "); ok && l.lang == "ko" && strings.HasPrefix(a, head+" ") {
		b = rest
	}
	return a + between + b
}

// money prints US dollars: "$25 billion", "250억 달러".
func (l *lexicon) money(v float64) string {
	const trillion, billion, million, eok = 1e12, 1e9, 1e6, 1e8
	if l.lang == "ko" {
		if v >= trillion {
			return short(v/trillion) + "조 달러"
		}
		return short(v/eok) + "억 달러"
	}
	switch {
	case v >= trillion:
		return "$" + short(v/trillion) + " trillion"
	case v >= billion:
		return "$" + short(v/billion) + " billion"
	}
	return "$" + heads(v/million) + " million"
}

// odds prints a probability with its word: "unlikely, 22 % (15–30 %)".
func (l *lexicon) odds(a Amount) string {
	return Likelihood(a.Value, l.lang) + ", " + l.pct(a)
}

// indicator is an indicator's label, or its name where it has none.
func (l *lexicon) indicator(name string) string {
	if label := l.indicators[name].Label(l.lang); label != "" {
		return label
	}
	return strings.ReplaceAll(name, "_", " ")
}

// levelOf prints the threshold of an outcome.
func (l *lexicon) levelOf(t Threshold) string {
	name, level := l.outcome(t.Outcome), short(t.Level)
	if l.outcomes[t.Outcome].Unit == "deaths per million" {
		level = l.pick(level+" deaths per million", "100만 명당 사망 "+level+"명")
	}
	switch {
	case l.lang == "ko" && t.Higher:
		return name + " " + level + " 이상"
	case l.lang == "ko":
		return name + " " + level + " 이하"
	case t.Higher:
		return lowerFirst(name) + " at least " + level
	}
	return lowerFirst(name) + " at most " + level
}

// lowerFirst puts a label inside a sentence; an acronym keeps its capitals.
func lowerFirst(s string) string {
	if len(s) < 2 || s[1] >= 'A' && s[1] <= 'Z' {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// upperFirst starts a sentence.
func upperFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}
