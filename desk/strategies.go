package desk

import (
	"github.com/shatterbelt/shatterbelt/strategy"
)

// Strategies are what a government can choose: levers, what rules can watch, and
// courses of action. Labels name the powers {A} and {B}.
type Strategies struct {
	Schema     string        `json:"schema"`
	Levers     []Lever       `json:"levers"`
	Watched    []WatchedSpec `json:"watched"`
	Strategies []Course      `json:"strategies"`
}

// Lever is one thing a government can set.
type Lever struct {
	Name string  `json:"name"`
	EN   string  `json:"en"`
	KO   string  `json:"ko"`
	Unit string  `json:"unit"`
	Min  float64 `json:"min"`
	Max  float64 `json:"max"`
	// Default is where the lever stands today unless figures say so, which ByData
	// tells.
	Default float64 `json:"default"`
	ByData  bool    `json:"by_data"`
	Speed   float64 `json:"speed"` // the most it can move in a year
	NoteEN  string  `json:"note_en"`
	NoteKO  string  `json:"note_ko"`
	Rungs   []Rung  `json:"rungs,omitempty"`
}

// Rung is a named point of a lever that is a ladder.
type Rung struct {
	Name string  `json:"name"`
	At   float64 `json:"at"`
	EN   string  `json:"en"`
	KO   string  `json:"ko"`
}

// WatchedSpec is a quantity that rules can watch.
type WatchedSpec struct {
	Name string  `json:"name"`
	EN   string  `json:"en"`
	KO   string  `json:"ko"`
	Unit string  `json:"unit"`
	Min  float64 `json:"min"`
	Max  float64 `json:"max"`
}

// Course is one strategy.
type Course struct {
	Name     string         `json:"name"`
	Title    strategy.Title `json:"title"`
	Argument strategy.Title `json:"argument"`
	Drift    bool           `json:"drift"`
	Levers   []LeverSetting `json:"levers"`
	Targets  []LaterAim     `json:"targets"`
	Rule     string         `json:"rule"` // none, reactive, anticipatory or inertial
	Clauses  []RuleClause   `json:"clauses"`
}

// LeverSetting sets one lever: keep, to a value, times today's, or plus an amount.
type LeverSetting struct {
	Lever string  `json:"lever"`
	Form  string  `json:"form" enum:"keep,to,times,plus"`
	Value float64 `json:"value"`
}

// LaterAim is what a strategy aims at from a year of the simulation.
type LaterAim struct {
	Year   int            `json:"year"`
	Levers []LeverSetting `json:"levers"`
}

// RuleClause moves levers while what it watches is beyond a level.
type RuleClause struct {
	Watch string         `json:"watch"`
	Above bool           `json:"above"`
	Level float64        `json:"level"`
	Then  []LeverSetting `json:"then"`
}

// NamedStrategies lists the levers and the built-in strategies.
func NamedStrategies() Strategies { return StrategiesOf(strategy.Named()) }

// StrategiesOf lists the levers and some strategies.
func StrategiesOf(list []strategy.Strategy) Strategies {
	out := Strategies{Schema: "shatterbelt/levers/1", Strategies: []Course{}}
	for _, l := range strategy.Levers() {
		lever := Lever{
			Name: l.Name, EN: l.EN, KO: l.KO, Unit: l.Unit, Min: l.Min, Max: l.Max, Default: l.Today, ByData: l.ByData, Speed: l.Speed,
			NoteEN: l.SayEN, NoteKO: l.SayKO,
		}
		for _, r := range l.Rungs {
			lever.Rungs = append(lever.Rungs, Rung(r))
		}
		out.Levers = append(out.Levers, lever)
	}
	for _, w := range strategy.Watched() {
		out.Watched = append(out.Watched, WatchedSpec{w.Name, w.EN, w.KO, w.Unit, w.Min, w.Max})
	}
	for i := range list {
		out.Strategies = append(out.Strategies, courseOf(&list[i]))
	}
	return out
}

// ruleNames are the rules in files.
var ruleNames = map[strategy.RuleKind]string{
	strategy.None: "none", strategy.Reactive: "reactive", strategy.Anticipatory: "anticipatory", strategy.Inertial: "inertial",
}

func courseOf(s *strategy.Strategy) Course {
	out := Course{
		Name: s.Name, Title: s.Title, Argument: s.Argument, Drift: s.Drift, Levers: settings(s.Levers),
		Targets: []LaterAim{}, Rule: ruleNames[s.Rule.Kind], Clauses: []RuleClause{},
	}
	for _, t := range s.Targets {
		out.Targets = append(out.Targets, LaterAim{t.Year, settings(t.Set)})
	}
	for _, c := range s.Rule.Clauses {
		out.Clauses = append(out.Clauses, RuleClause{strategy.Watched()[c.Watch].Name, c.Above, c.Level, settings(c.Then)})
	}
	return out
}

// formNames are the forms of a setting.
var formNames = map[strategy.Form]string{strategy.Keep: "keep", strategy.To: "to", strategy.Times: "times", strategy.Plus: "plus"}

func settings(list []strategy.Setting) []LeverSetting {
	out := []LeverSetting{}
	for _, s := range list {
		out = append(out, LeverSetting{s.Lever.String(), formNames[s.Form], s.Value})
	}
	return out
}

// Table is a row for each lever.
func (s Strategies) Table() Table {
	t := Table{Columns: []string{"lever", "en", "ko", "unit", "min", "max", "default", "by_data", "speed"}}
	for _, l := range s.Levers {
		t.add(l.Name, l.EN, l.KO, l.Unit, l.Min, l.Max, l.Default, flag(l.ByData), l.Speed)
	}
	return t
}
