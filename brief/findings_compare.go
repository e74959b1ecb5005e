package brief

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

func (f *finder) strategies() {
	c := f.d.Comparison
	if len(c.Results) < 2 {
		return
	}
	f.strengths()
	f.shortfalls()
	f.downside()
	f.robustness()
	const further = 2
	told := f.overturn() // on the first page
	sharp := slices.DeleteFunc(slices.Clone(c.Flips), func(fl study.Flip) bool {
		return !fl.Clear || told.Clear && fl.Driver.Name == told.Flip.Driver.Name
	})
	for _, fl := range sharp[:min(further, len(sharp))] {
		f.add(InStrategies, Reversal{fl, !told.Clear && fl.Driver.Name == sharp[0].Driver.Name}, c.Results[0].GoodEnough)
	}
	f.disputedSigns()
	f.worths()
	f.smallMistake()
}

func (f *finder) strengths() {
	c := f.d.Comparison
	var s Strengths
	var numbers []prov.Number
	for i, o := range c.Outcomes {
		mean := func(r study.Result) prov.Number { return r.Outcomes[i].Mean }
		better := func(a, b study.Result) int {
			if o.Higher {
				a, b = b, a
			}
			return compareFloat(mean(a).Value, mean(b).Value)
		}
		best, worst := slices.MinFunc(c.Results, better), slices.MaxFunc(c.Results, better)
		s.Outcomes = append(s.Outcomes, Strength{
			Outcome: o.Name, Best: best.Name, Worst: worst.Name,
			BestMean: amount(mean(best)), WorstMean: amount(mean(worst)),
			Clear: apart(amount(mean(best)), amount(mean(worst))),
		})
		numbers = append(numbers, mean(best), mean(worst))
	}
	f.add(InStrategies, s, numbers...)
}

// apart reports whether two intervals do not meet.
func apart(a, b Amount) bool { return a.Low > b.High || b.Low > a.High }

func (f *finder) shortfalls() {
	c := f.d.Comparison
	var s Shortfalls
	for _, o := range c.Outcomes {
		var names []string
		for _, r := range c.Results {
			if r.Narrowest == o.Name {
				names = append(names, r.Name)
			}
		}
		if len(names) > 0 {
			s.By = append(s.By, Shortfall{o.Name, names})
		}
	}
	if len(s.By) > 0 {
		f.add(InStrategies, s, c.Results[0].GoodEnough)
	}
}

func (f *finder) downside() {
	results := slices.Clone(f.d.Comparison.Results)
	top := results[0]
	slices.SortStableFunc(results, func(a, b study.Result) int { return compareFloat(a.Regret.Value, b.Regret.Value) })
	least, second, most := results[0], results[1], results[len(results)-1]
	byWorst := slices.Clone(results)
	slices.SortStableFunc(byWorst, func(a, b study.Result) int {
		return -compareFloat(a.WorstTenth.Value, b.WorstTenth.Value)
	})
	f.add(InStrategies, Downside{
		Top: top.Name, LeastRegret: least.Name, Regret: amount(least.Regret),
		MostRegret: most.Name, RegretMost: amount(most.Regret), SecondRegret: second.Name,
		BestWorst: byWorst[0].Name, WorstTenth: amount(byWorst[0].WorstTenth),
		RegretClear: apart(amount(least.Regret), amount(second.Regret)),
		WorstClear:  apart(amount(byWorst[0].WorstTenth), amount(byWorst[1].WorstTenth)),
	}, least.Regret, most.Regret, byWorst[0].WorstTenth)
}

func (f *finder) disputedSigns() {
	var s DisputedSigns
	for _, fl := range f.d.Comparison.Flips {
		switch {
		case fl.FreeSign && fl.Clear:
			s.Clear = append(s.Clear, fl)
		case fl.FreeSign:
			s.Unclear = append(s.Unclear, fl)
		}
	}
	f.add(InStrategies, s, f.d.Comparison.Results[0].GoodEnough)
}

func (f *finder) trust() {
	for _, s := range f.d.Scores {
		f.add(InTrust, Skill{s}, s.Number)
	}
	f.sensitivity()
	f.againstRecord()
	f.cautions()
	f.enough()
	c := f.d.Comparison
	if len(c.Results) > 0 {
		f.add(InTrust, Method{
			Strategies: len(c.Results), Futures: c.Futures, Years: c.Years, Seed: c.Seed,
			Uncertainties: c.Uncertainties, Coefficients: c.Coefficients,
			Settings: f.d.Position.Settings, Outcomes: len(c.Outcomes), Fixed: c.Fixed,
		}, c.Results[0].GoodEnough)
	}
}

func (f *finder) sensitivity() {
	const most = 2
	s := Sensitivity{}
	for i, d := range f.d.Comparison.Drivers {
		if d.Spread < f.reading.DriverMatters {
			break
		}
		if i == 0 {
			s.First = d
		} else if len(s.Drivers) < most {
			s.Drivers = append(s.Drivers, d)
		}
	}
	if top, ok := f.top(); ok && len(s.Drivers) > 0 {
		f.add(InTrust, s, top.GoodEnough)
	}
}

// cautions groups the warnings by code, in the order the codes first appear.
// A war is on the first page already, and what leaves the record stands beside it.
func (f *finder) cautions() {
	var list []Caution
	for _, w := range f.d.Warnings {
		if w.Code == "war" || w.Code == "off-record" && len(f.d.Check.Rates) > 0 {
			continue
		}
		i := slices.IndexFunc(list, func(c Caution) bool { return c.Code == w.Code })
		if i < 0 {
			i, list = len(list), append(list, Caution{Code: w.Code})
		}
		if !slices.Contains(list[i].Warnings, w) {
			list[i].Warnings = append(list[i].Warnings, w)
		}
	}
	for _, c := range list {
		f.add(InTrust, c)
	}
}
