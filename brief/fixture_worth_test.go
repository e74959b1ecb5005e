package brief

import (
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// fixtureWorths are three ties with invented worths: an alliance that guards
// and binds, trade that pays and binds, and trade that pays.
func fixtureWorths() []study.Worth {
	worth := func(tie study.Tie, power ir.CCode, with, without, cut float64, gaps ...float64) study.Worth {
		w := study.Worth{
			Tie: tie, Power: power, Futures: 2000, Cut: cut,
			With: within(with, 0.01), Without: within(without, 0.01), Good: within(with-without, 0.008),
		}
		for i, name := range []string{"security", "peace", "prosperity", "autonomy", "disputes", "fights", "wars"} {
			g := study.Gap{Outcome: name, Gap: within(gaps[i], 0.004), Better: within(0.12, 0.01), Worse: within(0.05, 0.01)}
			g.Clear = abs(gaps[i]) > 0.004
			w.Gaps = append(w.Gaps, g)
		}
		return w
	}
	return []study.Worth{
		worth(study.Alliance, usa, 0.42, 0.31, 0, 0.031, 0.012, 0.001, -0.21, -0.3, -0.04, -0.02),
		worth(study.Trade, chn, 0.42, 0.44, 0.49, 0.001, 0, 0.009, -0.05, 0, 0, 0),
		worth(study.Trade, usa, 0.42, 0.421, 0.49, 0, 0, 0, 0, 0, 0, 0),
	}
}

func fixtureOneStep() study.OneStep {
	slip := func(lever string, from, to, good float64, sharp bool) study.Slip {
		return study.Slip{Lever: lever, From: from, To: to, Good: within(good, 0.005), Clear: sharp}
	}
	return study.OneStep{
		Strategy: "alliance-plus", Futures: 2000, Base: within(0.46, 0.01),
		Slips: []study.Slip{
			slip("partner_b", 0.8, 1, -0.034, true), slip("defence", 0.028, 0.023, -0.007, true),
			slip("aim_a", 0.25, 0.75, -0.002, false), slip("defence", 0.028, 0.033, 0.009, true), slip("partner_b", 0.8, 0.6, 0.041, true),
		},
	}
}

func fixtureCheck() study.Check {
	rate := func(e study.Event, simulated, record, low, high float64) study.Rated {
		return study.Rated{Event: e, Simulated: simulated, Record: record, Low: low, High: high, Inside: low <= simulated && simulated <= high}
	}
	return study.Check{
		State: kor, Challengers: 4, Disputes: 24, Years: 25, Futures: 500,
		Rates: []study.Rated{
			rate("disputes", 0.61, 0.96, 0.68, 1.33), rate("fights", 0.11, 0.17, 0.07, 0.34),
			rate("wars", 0.004, 0.005, 0, 0.08), rate("concessions", 0.07, 0.04, 0.01, 0.16),
		},
		Lives: study.Lost{Simulated: 0.4, Record: 0.9, Years: 25},
		Trail: prov.Trail{Formula: "validation"},
	}
}
