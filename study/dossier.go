package study

import (
	"context"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// DossierSchema names the form of a [Dossier] as JSON.
const DossierSchema = "shatterbelt/dossier/1"

// Compile gathers everything the brief on one state reports, as of a year.
func Compile(ctx context.Context, s *panel.Snapshot, state ir.CCode, year ir.Year, e Exploring) (Dossier, error) {
	x, err := Situate(s, year, Default())
	if err != nil {
		return Dossier{}, err
	}
	weights, _ := capability.Preset("lowy")
	d, err := x.Outlook(state, Looking{Weights: weights, Seed: e.Seed})
	if err != nil {
		return Dossier{}, err
	}
	x.align(&d, e.Records)
	st, err := x.Start(state, d.Position.Pair)
	if err != nil {
		return Dossier{}, err
	}
	d.Crises = x.Crises(st, e.Seed)
	if d.Comparison, err = x.Compare(ctx, st, e, param.Default[GoodEnough]()); err != nil {
		return Dossier{}, err
	}
	if err := x.pair(ctx, st, e, &d); err != nil {
		return Dossier{}, err
	}
	if d.Scores, err = skills(ctx, s, e.Workers); err != nil {
		return Dossier{}, err
	}
	d.Warnings = append(x.warnings(st), d.Check.off()...)
	return d, nil
}

// skills scores what can be scored out of sample.
func skills(ctx context.Context, s *panel.Snapshot, workers int) (scores []Score, err error) {
	if hazard, ok := HazardSkill(s); ok {
		scores = append(scores, hazard)
	}
	war, ok, err := WarSkill(ctx, s, workers)
	if ok {
		scores = append(scores, war)
	}
	return scores, err
}

// shownComparators is how many nearest states a brief names.
const shownComparators = 5

// align adds to a dossier where the state stands between the powers, and which
// states are most like it.
func (x *Situation) align(d *Dossier, r Records) {
	a := x.Align(d.State, d.Position.Pair, r)
	near := x.Comparators(d.State, d.Position.Pair, shownComparators)
	d.Alignment, d.Like = &a, &near
}

// staleAfter is how many years behind the year of study a figure counts as old.
const staleAfter = 5

// warnings lists what a reader must know of the figures and the model.
func (x *Situation) warnings(st Start) []prov.Warning {
	out := []prov.Warning{{Code: "lever-effects"}, {Code: "steps"}, {Code: "unscored", Item: "simulation"}}
	focal := st.Setup.Focal.State
	for _, other := range x.s.Codes().All() {
		if x.ledger().holds(war, focal, other.CCode) {
			out = append(out, prov.Warning{Code: "war", State: focal, Other: other.CCode, Year: x.Year})
		}
	}
	if _, ok := x.s.Latest(idealPoint, focal, x.Year); !ok {
		out = append(out, prov.Warning{Code: "missing", State: focal, Item: idealPoint})
	}
	return append(out, x.figureWarnings(st.Trail)...)
}

// figureWarnings lists the ranges among the figures used, and the newest figure
// of each indicator that is old.
func (x *Situation) figureWarnings(t prov.Trail) []prov.Warning {
	var out []prov.Warning
	newest := map[string]prov.Figure{}
	var order []string
	for _, f := range t.Figures {
		if f.High > f.Low {
			out = append(out, prov.Warning{Code: "range", State: f.State, Item: f.Indicator, Year: f.Year, Source: f.Source})
		}
		if static[f.Indicator] {
			continue
		}
		name := f.Indicator
		if strings.HasPrefix(name, disputesOnRecord) { // one record under many names
			name = onset
		}
		have, ok := newest[name]
		if !ok {
			order = append(order, name)
		}
		if !ok || f.Year > have.Year {
			newest[name] = f
		}
	}
	for _, name := range order {
		if f := newest[name]; x.Year-f.Year >= staleAfter {
			out = append(out, prov.Warning{Code: "stale", Item: name, Year: f.Year, Source: f.Source})
		}
	}
	return out
}

// disputesOnRecord begins the names of what is read from the record of disputes.
const disputesOnRecord = "dispute_"

// static are the indicators that do not age.
var static = map[string]bool{border: true, toCapital: true, toTerritory: true}
