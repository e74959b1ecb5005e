package brief

import (
	"math"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/identity"
	"github.com/shatterbelt/shatterbelt/measure/system"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// fixtureIndexes are three indexes that disagree. Every figure is invented.
func fixtureIndexes() []study.Index {
	index := func(key, unit string, label system.Label, effective, gap, ratio float64, order ...ir.CCode) study.Index {
		x := study.Index{
			Key: key, Unit: unit, Of: 3, Ratio: ratio, Movement: 0.21,
			Now:   study.PolesAt{Year: 2023, Effective: effective, Concentration: 0.4, FirstShare: 0.5, GapToThird: gap, Label: label},
			Then:  study.PolesAt{Year: 1992, Effective: effective - 0.7, Concentration: 0.5, FirstShare: 0.6, GapToThird: 0.02, Label: system.Unipolar},
			Trail: prov.Trail{Formula: "index", Params: []string{"pole_share", "unipole_share"}},
		}
		for i, c := range order {
			x.Rows = append(x.Rows, study.IndexRow{State: c, Year: 2022, Value: 100 / float64(i+1), Share: 0.5 / float64(i+1), Rank: i + 1})
		}
		return x
	}
	return []study.Index{
		index(study.IndexGDP, "US$ current", system.Bipolar, 2.4, 0.15, 0.654, usa, chn, rus, kor),
		index(study.IndexSpending, "US$ 2021", system.Unipolar, 1.9, 0.08, 0.342, usa, chn, rus, kor),
		index(study.IndexCINC, "share of world", system.Bipolar, 2.8, 0.11, 1.41, chn, usa, rus, kor),
	}
}

// fixtureTransitions are the pair's crossing at two prices, and that of the two
// largest.
func fixtureTransitions() []study.Transition {
	by := func(choice, name string, q10, q50, q90 ir.Year, past, never float64) study.CrossingBy {
		p := study.Passing{Q10: q10, Q50: q50, Q90: q90, Past: past, Never: never}
		return study.CrossingBy{Choice: choice, Name: name, Overtaking: p, Parity: p}
	}
	fan := func(regime string, from, rate float64, last ir.Year) study.RegimeFan {
		f := study.RegimeFan{Regime: regime}
		for y := ir.Year(1992); y <= last; y++ {
			v := from * math.Exp(rate*float64(y-1992))
			f.History = append(f.History, study.TrendPoint{Year: y, Value: v, Low: v, High: v})
		}
		now := f.History[len(f.History)-1].Value
		for y := ir.Year(2023); y <= 2073; y++ {
			k := float64(y - 2023)
			at := func(z float64) float64 { return now * math.Exp(0.008*k+z*0.04*math.Sqrt(k)) }
			f.Fan = append(f.Fan, study.FanYear{Year: y, Q5: at(-1.64), Q25: at(-0.67), Q50: at(0), Q75: at(0.67), Q95: at(1.64)})
		}
		f.Windows = []study.CrossingBy{by("window", "5", 2031, 2044, study.Never, 0, 0.35), by("window", "20", 2029, 2036, 2051, 0, 0.02)}
		return f
	}
	t := prov.Trail{Formula: "transition", Params: []string{"transition_horizon"}, Cites: []string{"organski1980"}, Figures: []prov.Figure{
		cell(chn, "gdp_current", 2023, 0.17e14, "US$ current", "bank"),
	}}
	own := study.Transition{
		Leader: usa, Riser: chn, Vintage: 2023, Horizon: 2073, Assumed: 0.61, Within: 0.39, Widest: "regime", Parity: 0.8, Trail: t,
		All: by("all", "all", 2023, 2034, study.Never, 0.17, 0.12),
		By: []study.CrossingBy{
			by("regime", "gdp_current", 2030, 2039, study.Never, 0, 0.21), by("regime", "gdp_ppp", 2023, 2023, 2023, 0.97, 0),
			by("window", "5", 2024, 2041, study.Never, 0.2, 0.3), by("window", "20", 2023, 2032, 2049, 0.3, 0.02),
		},
		Fans: []study.RegimeFan{fan("gdp_current", 0.066, 0.074, 2023), fan("gdp_ppp", 0.3, 0.05, 2018)},
	}
	other := study.Transition{
		Leader: usa, Riser: rus, Vintage: 2023, Horizon: 2073, Assumed: 0.2, Within: 0.8, Widest: "window", Parity: 0.8, Trail: t,
		All:  by("all", "all", study.Never, study.Never, study.Never, 0, 0.93),
		By:   []study.CrossingBy{by("regime", "gdp_current", study.Never, study.Never, study.Never, 0, 0.93), by("window", "5", study.Never, study.Never, study.Never, 0, 0.9)},
		Fans: []study.RegimeFan{fan("gdp_current", 0.08, -0.004, 2023)},
	}
	return []study.Transition{own, other}
}

// fixtureContest compares American bases in Japan with China from home.
func fixtureContest() *study.Contest {
	reach := func(c ir.CCode, share, home, km, first, last float64) study.ReachOf {
		r := study.ReachOf{Power: c, HomeKM: km, Home: home, Projected: home * 1.3, Capability: shareOf(c, share, "milex_constant", "US$ 2021", "peace", share*2e12, 2e12)}
		for y := ir.Year(1992); y <= 2023; y++ {
			v := first + (last-first)*float64(y-1992)/31
			r.Years = append(r.Years, study.TrendPoint{Year: y, Value: v, Low: v, High: v})
		}
		return r
	}
	x := &study.Contest{State: kor, A: reach(usa, 0.38, 0.029, 11165, 0.16, 0.145), B: reach(chn, 0.13, 0.104, 956, 0.02, 0.104), Settings: 648, BAhead: 0.27, Half: 3000, BaseShare: 0.5}
	x.A.Host, x.A.BaseKM, x.A.Base = jpn, 1157, 0.145
	return x
}

// fixtureExposure surrounds the state of the fixture.
func fixtureExposure() study.Exposure {
	t := prov.Trail{Formula: "exposure", Params: []string{"front_ratio"}, Figures: []prov.Figure{cell(prk, "milex_constant", 2019, 0.0019*2e12, "US$ 2021", "peace")}}
	return study.Exposure{
		State: kor, Year: 2023, Within: 3000, Unknown: 1, Trail: t,
		Fronts: []study.FrontOf{
			{State: chn, Ratio: 4.8, Distance: 400, Stronger: true, Through: usa}, {State: prk, Ratio: 0.17, Distance: 0},
		},
		Zones: study.Zones{
			Zones:    []study.ZoneOf{{States: []ir.CCode{kor, prk}, Peak: kor, Persistence: 0.7, Level: 0.012}, {States: []ir.CCode{twn}, Peak: twn, Persistence: 0.4, Level: 0.029}},
			Quantile: 0.75, Arrangements: 499, SizeChance: 0.64, DepthChance: 0.2, OwnChance: 0.012,
		},
		Kinds: []study.Kind{
			{Key: identity.DividedNation, Value: 1, Low: 1, High: 1, Known: true}, {Key: identity.TradingState, Value: 0.7, Low: 0.2, High: 1, Known: true},
			{Key: identity.NuclearOwn, Value: 0, Low: 0, High: 0, Known: true}, {Key: identity.EnergyImporter, Missing: []string{"energy_imports"}},
		},
		Leverage: study.Leverage{
			Decisive: 0.0004, Error: 0.0002, Balance: 0.031, ShareA: 0.8, BlocA: 3, BlocB: 2, Broker: 0.025, BrokerRank: 2, Among: 7, TreatyYear: 2018, TradeYear: 2014,
			Quotas: []study.AtQuota{{Share: 0.5, ShapleyShubik: 0.014, Rank: 4}, {Share: 0.75, ShapleyShubik: 0.021, Rank: 4}},
		},
		Between: study.StandingBetween{
			Lean: ranged(0.2, 0.05, 0.4, prov.Trail{Formula: "lean"}), HasLean: true, Hedge: ranged(0.6, 0.4, 0.9, prov.Trail{Formula: "hedge", Cites: []string{"kuik2008"}}), HasHedge: true,
			Steady: 0.98, SteadyYears: 34,
			Ties: []study.TieOf{{Dimension: "treaty", A: 1, B: 0.3, Known: true}, {Dimension: "trade", A: 0.3, B: 0.5, Known: true}, {Dimension: "forces"}},
		},
	}
}
