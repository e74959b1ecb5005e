package brief

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// pageOne adds what the first page owns up to: the assumption that would
// overturn the first recommendation, where the models missed, how old the data
// are, and a war that is under way.
func (f *finder) pageOne() {
	var wars AtWar
	for _, w := range f.d.Warnings {
		if w.Code == "war" {
			wars.Others, wars.Year = append(wars.Others, other(w, f.d.State)), max(wars.Year, w.Year)
		}
	}
	if wars.State = f.d.State; len(wars.Others) > 0 {
		f.add(InPageOne, wars)
	}
	if top, ok := f.top(); ok {
		f.lives(top)
		f.tieForgone()
		o, v := f.overturn(), f.valuesDecide()
		interests := len(f.d.Comparison.Waivers)
		if apart := o.Clear || len(v.Waivers) > 0; !apart {
			o.Interests, interests = interests, 0
		}
		f.add(InPageOne, o, top.GoodEnough)
		if interests > 0 {
			f.add(InPageOne, v, top.GoodEnough)
		}
	}
	if len(f.d.Scores) > 0 {
		s := slices.MinFunc(f.d.Scores, func(a, b study.Score) int { return compareFloat(a.Skill, b.Skill) })
		out := outside(f.d.Check)
		f.add(InPageOne, Missed{f.d.State, out, len(f.d.Check.Rates) - len(out), s}, s.Number)
	}
	if a := f.dataAge(); len(a.Oldest) > 0 {
		f.add(InPageOne, a)
	}
}

// other returns the state of a warning that is not the one given.
func other(w prov.Warning, state ir.CCode) ir.CCode {
	if w.State == state {
		return w.Other
	}
	return w.State
}

func (f *finder) overturn() Overturn {
	c := f.d.Comparison
	level := f.level()
	o := Overturn{Tried: c.Uncertainties + c.Coefficients, First: level[0].Name, Tied: len(level) > 1, Margin: f.reading.LeadMatters}
	among := func(name string) bool {
		return slices.ContainsFunc(level, func(r study.Result) bool { return r.Name == name })
	}
	for _, x := range c.Flips {
		if x.Clear && x.Margin >= o.Margin && !(among(x.LowLeader) && among(x.HighLeader)) {
			o.Flip, o.Clear = x, true
			break
		}
	}
	return o
}

// fixed are the indicators that do not age.
var fixed = []string{"distance_capital", "distance_territory", "land_border"}

// disputesOnRecord begins the names of what is read from the record of disputes.
const disputesOnRecord = "dispute_"

// dataAge finds the newest year that each indicator behind the present-day
// results reaches, and keeps the three oldest that lag the newest.
func (f *finder) dataAge() DataAge {
	const most = 3
	reach := map[string]ir.Year{}
	for _, g := range f.presentFigures() {
		if g.Kind != prov.Forecast && !slices.Contains(fixed, g.Indicator) {
			name := g.Indicator
			if strings.HasPrefix(name, disputesOnRecord) { // one record under many names
				name = disputesOnRecord + "onset"
			}
			reach[name] = max(reach[name], g.Year)
		}
	}
	var a DataAge
	for _, name := range slices.Sorted(maps.Keys(reach)) {
		a.Newest = max(a.Newest, reach[name])
		a.Oldest = append(a.Oldest, Age{name, reach[name]})
	}
	slices.SortStableFunc(a.Oldest, func(x, y Age) int { return cmp.Compare(x.Year, y.Year) })
	a.Oldest = slices.DeleteFunc(a.Oldest, func(x Age) bool { return x.Year == a.Newest && len(reach) > 1 })
	a.Oldest = a.Oldest[:min(most, len(a.Oldest))]
	return a
}

// presentFigures are the figures behind today's shares, position and crises;
// the history of the trend lines is not among them.
func (f *finder) presentFigures() []prov.Figure {
	d := f.d
	var trails []prov.Trail
	for _, s := range d.Structure.Shares {
		trails = append(trails, s.GDP.Trail, s.Milex.Trail)
	}
	trails = append(trails, d.Position.Squeeze.Trail, d.Position.Tightness.Trail)
	for _, p := range d.Position.Pressures {
		trails = append(trails, p.Reach.Trail, p.Pressure.Trail)
	}
	for _, c := range d.Crises {
		trails = append(trails, c.Record.Trail, c.With.Fight.Trail, c.With.Attack.Trail)
	}
	return prov.Merge("", trails...).Figures
}
