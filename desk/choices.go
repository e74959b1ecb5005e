package desk

import (
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/brief"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Choices are what an exploration of one state can vary: the levers where they
// stand today, the built-in strategies in the names of its powers, and what can be
// held at one value in all futures.
type Choices struct {
	Schema string   `json:"schema"`
	CCode  ir.CCode `json:"ccode"`
	Year   ir.Year  `json:"year"`
	// A is the less hostile power of the pair that presses the state, B the other.
	A          ir.CCode `json:"a"`
	B          ir.CCode `json:"b"`
	Levers     []Lever  `json:"levers"`
	Strategies []Course `json:"strategies"`
	Fixable    []Swept  `json:"fixable"`
	// Sources are those of the figures that futures start from.
	Sources []string `json:"sources"`
}

// Swept is an uncertainty or a coefficient that futures vary.
type Swept struct {
	Name      string   `json:"name"`
	EN        string   `json:"en"`
	KO        string   `json:"ko"`
	Unit      string   `json:"unit"`
	Min       float64  `json:"min"`
	Max       float64  `json:"max"`
	Default   float64  `json:"default"`
	Log       bool     `json:"log"`
	Why       string   `json:"why"`
	Ref       string   `json:"ref"`
	World     bool     `json:"world"` // about the world, not the model of it
	Options   []string `json:"options,omitempty"`
	OptionsEN []string `json:"options_en,omitempty"`
	OptionsKO []string `json:"options_ko,omitempty"`
}

// Choices tells what an exploration of a state can vary.
func (d *Desk) Choices(x *study.Situation, state ir.State) (Choices, error) {
	pair, err := x.PairOf(state.CCode)
	if err != nil {
		return Choices{}, err
	}
	start, err := x.Start(state.CCode, pair)
	if err != nil {
		return Choices{}, err
	}
	in := func(lang string) func(string) string {
		codes := d.Figures().Codes()
		a, b := brief.Called(codes, pair.A, lang), brief.Called(codes, pair.B, lang)
		return func(text string) string { return strategy.Fill(text, a, b) }
	}
	en, ko := in("en"), in("ko")
	all := NamedStrategies()
	var sources []string
	for _, f := range start.Trail.Figures {
		sources = append(sources, strings.Split(f.Source, "; ")...)
	}
	slices.Sort(sources)
	out := Choices{Schema: "shatterbelt/choices/1", CCode: state.CCode, Year: x.Year, A: pair.A, B: pair.B, Levers: all.Levers, Strategies: all.Strategies, Sources: slices.Compact(sources)}
	for i := range out.Levers {
		l := &out.Levers[i]
		l.Default = start.Setup.Today[i]
		l.EN, l.KO, l.NoteEN, l.NoteKO = en(l.EN), ko(l.KO), en(l.NoteEN), ko(l.NoteKO)
	}
	for i := range out.Strategies {
		s := &out.Strategies[i]
		s.Title = strategy.Title{EN: en(s.Title.EN), KO: ko(s.Title.KO)}
		s.Argument = strategy.Title{EN: en(s.Argument.EN), KO: ko(s.Argument.KO)}
	}
	for i, f := range param.Fields(sim.Draw{}) {
		out.Fixable = append(out.Fixable, Swept{
			Name: f.Name, EN: en(f.EN), KO: ko(f.KO), Unit: f.Unit, Min: f.Min, Max: f.Max, Default: f.Default, Log: f.Scale == "log", Why: f.Why, Ref: f.Ref,
			World: i < sim.Uncertainties(), Options: f.Options, OptionsEN: f.OptionsEN, OptionsKO: f.OptionsKO,
		})
	}
	return out, nil
}

// Table is a row for each lever and for whatever can be held at one value.
func (c Choices) Table() Table {
	t := Table{Columns: []string{"kind", "name", "en", "ko", "unit", "min", "max", "default"}}
	for _, l := range c.Levers {
		t.add("lever", l.Name, l.EN, l.KO, l.Unit, l.Min, l.Max, l.Default)
	}
	for _, f := range c.Fixable {
		t.add("uncertainty", f.Name, f.EN, f.KO, f.Unit, f.Min, f.Max, f.Default)
	}
	return t
}
