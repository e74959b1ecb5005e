package brief

import (
	"testing"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// The states of the fixture carry real codes and names, so that particles and
// articles can be read; every figure is invented.
const (
	usa, rus, chn, prk, kor, twn, jpn ir.CCode = 2, 365, 710, 731, 732, 713, 740
)

func fixtureCodes(t testing.TB) *ir.Codes {
	t.Helper()
	codes, err := ir.NewCodes([]ir.State{
		{CCode: usa, GW: 2, ISO: "USA", NameEN: "United States", NameKO: "미국"},
		{CCode: rus, GW: 365, ISO: "RUS", NameEN: "Russia", NameKO: "러시아"},
		{CCode: chn, GW: 710, ISO: "CHN", NameEN: "China", NameKO: "중국"},
		{CCode: prk, GW: 731, ISO: "PRK", NameEN: "North Korea", NameKO: "북한"},
		{CCode: kor, GW: 732, ISO: "KOR", NameEN: "South Korea", NameKO: "한국"},
		{CCode: twn, GW: 713, ISO: "TWN", NameEN: "Taiwan", NameKO: "대만"},
		{CCode: jpn, GW: 740, ISO: "JPN", NameEN: "Japan", NameKO: "일본"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return codes
}

// fixtureIndicators are the labels of the figures of the fixture.
var fixtureIndicators = []panel.Indicator{
	{Name: "gdp_current", LabelEN: "GDP at market rates", LabelKO: "GDP(시장환율)"},
	{Name: "milex_constant", LabelEN: "military spending", LabelKO: "군사비"},
	{Name: "defence_pact", LabelEN: "alliances", LabelKO: "동맹"},
	{Name: "exports", LabelEN: "exports", LabelKO: "수출"},
}

var fixtureSources = []prov.Source{
	{Key: "bank", Publisher: "Bank of the World", Title: "National accounts", Edition: "2024", Licence: "CC BY 4.0"},
	{Key: "peace", Publisher: "Peace Institute", Title: "Military spending", Edition: "2024", Licence: "facts only"},
	{Key: "pacts", Publisher: "Treaty Project", Title: "Alliances", Edition: "5.1", Licence: "CC BY 4.0"},
}

func cell(state ir.CCode, indicator string, year ir.Year, v float64, unit, source string) prov.Figure {
	return prov.Figure{State: state, Indicator: indicator, Year: year, Value: v, Low: v, High: v, Unit: unit, Source: source}
}

func ranged(v, low, high float64, t prov.Trail) prov.Number {
	return prov.Number{Value: v, Low: low, High: high, Trail: t}
}

// within is a number with an interval of half-width w.
func within(v, w float64) prov.Number { return ranged(v, v-w, v+w, prov.Trail{Formula: "bootstrap"}) }

func shareOf(state ir.CCode, v float64, indicator, unit, source string, amount, world float64) prov.Number {
	return prov.Exact(v, "share", prov.Trail{Formula: "share", Figures: []prov.Figure{
		cell(state, indicator, 2023, amount, unit, source), cell(ir.World, indicator, 2023, world, unit, source),
	}})
}

func fixtureStructure() study.Structure {
	gdp := func(c ir.CCode, v float64) prov.Number {
		return shareOf(c, v, "gdp_current", "US$ current", "bank", v*1e14, 1e14)
	}
	milex := func(c ir.CCode, v float64) prov.Number {
		return shareOf(c, v, "milex_constant", "US$ 2021", "peace", v*2e12, 2e12)
	}
	s := study.Structure{
		Year: 2023, Pair: study.Pair{A: usa, B: chn},
		Shares: []study.PowerShare{
			{State: usa, GDP: gdp(usa, 0.26), Milex: milex(usa, 0.38), HasGDP: true, HasMilex: true},
			{State: chn, GDP: gdp(chn, 0.17), Milex: milex(chn, 0.13), HasGDP: true, HasMilex: true},
			{State: rus, GDP: gdp(rus, 0.02), Milex: milex(rus, 0.05), HasGDP: true, HasMilex: true},
			{State: kor, GDP: gdp(kor, 0.017), Milex: milex(kor, 0.021), HasGDP: true, HasMilex: true},
		},
		GDPRatio: prov.Exact(0.654, "ratio", prov.Trail{Formula: "ratio"}), GDPRatioThen: prov.Exact(0.066, "ratio", prov.Trail{Formula: "ratio"}),
		MilexRatio: prov.Exact(0.342, "ratio", prov.Trail{Formula: "ratio"}), MilexRatioThen: prov.Exact(0.049, "ratio", prov.Trail{Formula: "ratio"}),
		GDPSince: 1992, MilexSince: 1992,
	}
	line := func(c ir.CCode, from, to float64) study.Trend {
		t := study.Trend{State: c, Source: []string{"bank"}}
		for i := range 32 {
			v := from + (to-from)*float64(i)/31
			t.Points = append(t.Points, study.TrendPoint{Year: 1992 + ir.Year(i), Value: v, Low: v, High: v})
		}
		return t
	}
	s.GDP = []study.Trend{line(usa, 0.26, 0.26), line(chn, 0.017, 0.17), line(rus, 0.02, 0.02), line(kor, 0.014, 0.017)}
	s.Milex = []study.Trend{line(usa, 0.42, 0.38), line(chn, 0.02, 0.13), line(rus, 0.04, 0.05), line(kor, 0.015, 0.021)}
	s.Indexes, s.Transitions, s.Contest = fixtureIndexes(), fixtureTransitions(), fixtureContest()
	s.WarRate = study.WarRates()
	s.Milex = append(s.Milex, study.Trend{State: prk, Source: []string{"peace"}, Points: []study.TrendPoint{{Year: 2019, Value: 0.0019, Low: 0.0011, High: 0.0027}}})
	return s
}

// placed gives the rows their ranks by total squeeze and by tightness.
func placed(rows []study.PositionRow) []study.PositionRow {
	for _, m := range []study.Reading{study.Total, study.Tightness} {
		for i := range rows {
			own := rows[i].Of(m)
			own.Rank = 1
			for j := range rows {
				if rows[j].Of(m).Value > own.Value {
					own.Rank++
				}
			}
		}
	}
	return rows
}

func fixturePosition() study.Position {
	t := prov.Trail{Formula: "squeeze", Params: []string{"half_distance"}, Figures: []prov.Figure{
		{State: usa, Partner: kor, Indicator: "defence_pact", Year: 2018, Value: 1, Low: 1, High: 1, Source: "pacts"},
		cell(chn, "milex_constant", 2023, 0.13*2e12, "US$ 2021", "peace"),
	}}
	row := func(c ir.CCode, rank, low, high int, squeeze, total, tight float64, a, b ir.CCode) study.PositionRow {
		return study.PositionRow{
			State: c, Pair: study.Pair{A: a, B: b},
			Squeeze: study.Standing{Value: squeeze, Rank: rank, Low: low, High: high, Q05: low, Q95: high},
			Total:   study.Standing{Value: total, Rank: rank, Low: low, High: high}, Tightness: study.Standing{Value: tight, Rank: rank, Low: low, High: high},
		}
	}
	return study.Position{
		State: kor, Year: 2023, Pair: study.Pair{A: usa, B: chn},
		Squeeze: ranged(0.0342, 0.012, 0.061, t), Total: ranged(0.051, 0.02, 0.09, t), Tightness: ranged(0.31, 0.2, 0.44, t),
		Pressures: []study.Pressure{
			{Power: chn, Reach: ranged(0.092, 0.06, 0.11, t), Stake: 0.8, Pressure: ranged(0.07, 0.05, 0.09, t), Via: chn, Relation: study.Neither},
			{Power: usa, Reach: ranged(0.071, 0.03, 0.12, t), Stake: 1, Pressure: ranged(0.07, 0.03, 0.12, t), Via: jpn, Relation: study.Ally},
			{Power: rus, Reach: ranged(0.012, 0.008, 0.02, t), Stake: 0.4, Pressure: ranged(0.005, 0.003, 0.008, t), Via: rus, Relation: study.Neither},
		},
		Rows: placed([]study.PositionRow{
			row(kor, 1, 1, 4, 0.0342, 0.051, 0.31, usa, chn), row(jpn, 2, 1, 5, 0.031, 0.060, 0.22, usa, chn),
			row(twn, 3, 1, 3, 0.029, 0.033, 0.41, usa, chn), row(prk, 4, 2, 6, 0.012, 0.015, 0.35, chn, usa),
			row(rus, 5, 4, 7, 0.008, 0.01, 0.03, chn, usa), row(chn, 6, 5, 7, 0.004, 0.004, 0.01, rus, usa),
			row(usa, 7, 7, 7, 0.001, 0.001, 0.001, rus, chn),
		}),
		Settings: 108, PairShare: 0.83,
		Movers: []study.Mover{
			{Setting: "gradient", Low: 1.2, LowAt: "10000 km", High: 3.4, HighAt: "250 miles per day"},
			{Setting: "capability", Low: 1.9, LowAt: "stock", High: 2.1, HighAt: "spending"},
		},
	}
}

func fixtureCrises() []study.Crisis {
	t := prov.Trail{Formula: "deterrence", Params: []string{"lambda", "decisiveness"}, Cites: []string{"signorino1999"}}
	play := func(demand, resist, attack, intervene, fight, war, alone, joined float64) study.Play {
		n := func(v float64) prov.Number { return ranged(v, v*0.7, min(1, v*1.3), t) }
		return study.Play{Demand: n(demand), Resist: n(resist), Attack: n(attack), Intervene: n(intervene), Fight: n(fight), War: n(war), WinAlone: n(alone), WinJoined: n(joined)}
	}
	return []study.Crisis{
		{
			Challenger: prk, Target: kor, Patron: usa, Relation: study.Rival, Record: prov.Exact(0.62, "disputes a year", t),
			With: play(0.48, 0.86, 0.034, 0.81, 0.014, 0.0011, 0.22, 0.05), Without: play(0.48, 0.71, 0.09, 0.01, 0.031, 0.0024, 0.22, 0.05),
			Abandoned: ranged(0.056, 0.03, 0.09, t),
			Patrons:   []ir.CCode{usa, jpn},
			Instruments: []study.Instrument{
				{Name: "demand", Chosen: 0.4, Resist: 0.9, Fought: 0.01, Come: 0.5, Year: 0.0017},
				{Name: "limited attack", Chosen: 0.3, Resist: 0.9, Fought: 0.087, Come: 0.7, Year: 0.0112},
				{Name: "invasion", Chosen: 0.01, Resist: 0.95, Fought: 0.24, Come: 0.81, Year: 0.0011},
			},
			Efforts: []study.Effort{{Forces: 0.5, Attack: 0.06, Fight: 0.024, War: 0.0019}, {Forces: 1, Attack: 0.034, Fight: 0.014, War: 0.0011}, {Forces: 2, Attack: 0.021, Fight: 0.0087, War: 0.0006}},
		},
		{
			Challenger: chn, Target: kor, Patron: usa, Relation: study.Neither, Record: prov.Exact(0.08, "disputes a year", t),
			With: play(0.07, 0.64, 0.05, 0.7, 0.0022, 0.0002, 0.66, 0.35), Without: play(0.07, 0.5, 0.06, 0.01, 0.0021, 0.0003, 0.66, 0.35),
			Abandoned: ranged(0.01, -0.01, 0.03, t),
			Efforts:   []study.Effort{{Forces: 0.5, Attack: 0.06, Fight: 0.0024, War: 0.0003}, {Forces: 1, Attack: 0.05, Fight: 0.0022, War: 0.0002}, {Forces: 2, Attack: 0.047, Fight: 0.0019, War: 0.0002}},
		},
	}
}

func fixtureComparison() study.Comparison {
	outcomes := []study.Outcome{
		{Name: "security", EN: "security", KO: "안보", Higher: true}, {Name: "peace", EN: "peace", KO: "평화", Higher: true},
		{Name: "prosperity", EN: "prosperity", KO: "번영", Higher: true}, {Name: "autonomy", EN: "autonomy", KO: "자율성", Higher: true},
	}
	result := func(name, en, ko string, good, halved, regret, worst float64, narrow string, means, met [4]float64, moves ...study.Move) study.Result {
		r := study.Result{
			Name: name, Title: strategy.Title{EN: en, KO: ko}, GoodEnough: within(good, 0.01), Halved: within(halved, 0.012),
			Regret: within(regret, 0.003), WorstTenth: within(worst, 0.008), Narrowest: narrow, Moves: moves,
			Diagnostic: map[string]float64{"disputes": 6 + 4*regret, "wars": 0.3 * regret, "concessions": 1.1, "abandonments": 0.02},
		}
		for _, years := range []int{5, 25} {
			r.Horizons = append(r.Horizons, study.HorizonMeans{Years: years, Means: means[:]})
		}
		for i, o := range outcomes {
			r.Outcomes = append(r.Outcomes, study.Summary{
				Outcome: o.Name, Mean: within(means[i], 0.004), WorstTenth: within(means[i]-0.2, 0.01), Regret: within(regret, 0.003),
				Met: within(met[i], 0.01), Threshold: []float64{0.9, 0.7, 0.95, 0.6}[i],
			})
		}
		return r
	}
	defence := study.Move{Lever: "defence", From: 0.028, To: 0.042, Years: 2.8}
	partner := study.Move{Lever: "partner_b", From: 0.5, To: 0.8, Years: 1.5}
	driver := func(name, en, ko, unit, ref string, low, high, least, cut1, cut2, most float64) study.Driver {
		return study.Driver{Name: name, EN: en, KO: ko, Unit: unit, Ref: ref, Min: least, Cut1: cut1, Cut2: cut2, Max: most, LowThird: low, HighThird: high, Spread: abs(high - low)}
	}
	assertive := driver("assertiveness", "challengers' stakes", "도전국이 거는 이해", "stakes", "assumed", 0.64, 0.31, 0.1, 0.8, 1.4, 2)
	tie := driver("tie_effect", "effect of aimed alliances on hostility", "겨냥한 동맹이 적대성에 주는 효과", "log odds", "assumed", 0.55, 0.40, -2, -0.67, 0.67, 2)
	commit := driver("commitment", "reliability of {A}", "{A}의 신뢰도", "probability", "leeds2003", 0.41, 0.52, 0.5, 0.66, 0.83, 1)
	return study.Comparison{
		State: kor, Year: 2023, Pair: study.Pair{A: usa, B: chn}, Futures: 10000, Years: 25, Seed: 1, Outcomes: outcomes,
		Results: []study.Result{
			result("alliance-plus", "Alliance plus", "동맹 플러스", 0.471, 0.58, 0.041, 0.52, "peace", [4]float64{0.95, 0.74, 0.98, 0.66}, [4]float64{0.88, 0.61, 0.83, 0.8}, partner),
			result("security-a-economy-b", "Security with {A}, economy with {B}", "안보는 {A}, 경제는 {B}", 0.462, 0.57, 0.044, 0.51, "peace", [4]float64{0.95, 0.73, 0.97, 0.65}, [4]float64{0.87, 0.6, 0.82, 0.78}, partner),
			result("armed-neutrality", "Armed neutrality", "무장 중립", 0.33, 0.38, 0.08, 0.44, "security", [4]float64{0.88, 0.75, 0.93, 0.81}, [4]float64{0.62, 0.66, 0.5, 0.97}, defence),
			result("side-with-a", "Side with {A}", "{A} 편승", 0.21, 0.24, 0.11, 0.41, "peace", [4]float64{0.96, 0.66, 0.91, 0.52}, [4]float64{0.91, 0.4, 0.44, 0.41}),
			result("side-with-b", "Side with {B}", "{B} 편승", 0.08, 0.07, 0.19, 0.3, "autonomy", [4]float64{0.81, 0.6, 0.9, 0.4}, [4]float64{0.47, 0.35, 0.42, 0.22}),
		},
		Leading: []string{"alliance-plus", "security-a-economy-b"},
		Drivers: []study.Driver{assertive, tie, commit},
		Flips: []study.Flip{
			{Driver: tie, LowLeader: "side-with-a", HighLeader: "alliance-plus", At: -0.8, FreeSign: true, Margin: 0.06, Clear: true},
			{Driver: commit, LowLeader: "armed-neutrality", HighLeader: "alliance-plus", At: 0.6, Margin: 0.04, Clear: true},
			{Driver: assertive, LowLeader: "security-a-economy-b", HighLeader: "alliance-plus", At: 1.1, Margin: 0.001},
		},
		Waivers: []study.Waiver{
			{Outcome: "autonomy", Leader: "side-with-a", Share: 0.55, First: 0.51, Clear: true},
			{Outcome: "peace", Leader: "alliance-plus", Share: 0.7, First: 0.7},
		},
		Uncertainties: 12, Coefficients: 23,
		Failing: fixtureFailing(assertive, commit, tie),
		Settled: study.Settled{
			Leading: 4000, Held: true, KeepLeader: 0.62, KeepLeading: 0.97, KeepOrder: 0.55,
			Checkpoints: []study.Checkpoint{{Futures: 10000, Leading: []string{"alliance-plus", "security-a-economy-b"}}},
		},
		Pareto:    []string{"alliance-plus", "security-a-economy-b", "armed-neutrality", "side-with-a"},
		Dominated: []study.Dominated{{Strategy: "side-with-b", By: []string{"armed-neutrality"}}},
		Criteria: []study.Criterion{
			{Name: "maximin", Outcome: "security", Higher: true, Best: []string{"side-with-a"}, Values: []study.Value{{Strategy: "alliance-plus", Value: 0.1}, {Strategy: "side-with-a", Value: 0.2}}},
			{Name: "maximin", Outcome: "peace", Higher: true, Best: []string{"alliance-plus", "side-with-a"}, Values: []study.Value{{Strategy: "alliance-plus"}, {Strategy: "side-with-a"}}},
		},
	}
}

// fixtureFailing has a first strategy that fails in two boxes, and a second
// under conditions that nothing reaches.
func fixtureFailing(assertive, commit, tie study.Driver) []study.Failing {
	at := func(v float64) *float64 { return &v }
	return []study.Failing{
		{
			Strategy: "alliance-plus", Share: 0.529, Asked: 0.8, Searched: 20,
			Boxes: []study.FailureBox{
				{
					Limits:  []study.BoxLimit{{Driver: assertive, Low: at(1.3), QuasiP: 1e-9}, {Driver: commit, High: at(0.7), QuasiP: 0.002}},
					Futures: 2100, Coverage: 0.34, Density: 0.86, Mass: 0.21, Reached: true,
					Best: "armed-neutrality", BestShare: 0.31, OwnShare: 0.14, Clear: true,
				},
				{
					Limits:  []study.BoxLimit{{Driver: tie, Low: at(0.4), High: at(1.2), QuasiP: 0.01}},
					Futures: 900, Coverage: 0.14, Density: 0.82, Mass: 0.09, Reached: true, Best: "alliance-plus", BestShare: 0.18, OwnShare: 0.18,
				},
			},
			Stability: &study.BoxStability{Searches: 20, Same: 0.95, Reached: 1, Coverage: 0.33, Density: 0.84},
		},
		{
			Strategy: "security-a-economy-b", Share: 0.538, Asked: 0.8, Searched: 20,
			Boxes: []study.FailureBox{{
				Limits:  []study.BoxLimit{{Driver: assertive, Low: at(1.5), QuasiP: 0.003}},
				Futures: 1200, Coverage: 0.16, Density: 0.71, Mass: 0.12, Best: "security-a-economy-b", BestShare: 0.29, OwnShare: 0.29,
			}},
			Stability: &study.BoxStability{Searches: 20, Same: 0.3, Reached: 0.1, Coverage: 0.15, Density: 0.66},
		},
	}
}

// fixture is a dossier on a state between two powers. Its figures are invented.
func fixture() study.Dossier {
	return study.Dossier{
		Schema: "shatterbelt/dossier/1", Version: "0.1.0", State: kor, Year: 2023,
		Structure: fixtureStructure(), Position: fixturePosition(), Exposure: fixtureExposure(), Alignment: fixtureAlignment(), Like: fixtureLike(), Crises: fixtureCrises(), Comparison: fixtureComparison(),
		Worths: fixtureWorths(), OneStep: fixtureOneStep(), Check: fixtureCheck(),
		Scores: []study.Score{
			{Model: "onset", Metric: "log", Value: 0.0212, Baseline: 0.0208, Skill: -0.019, N: 1320, Events: 41, From: 2001, To: 2014, BaselineN: "base_rate"},
		},
		Warnings: []prov.Warning{
			{Code: "stale", State: prk, Item: "gdp_current", Year: 2019}, {Code: "range", State: prk, Item: "milex_constant"},
			{Code: "missing", State: twn, Item: "exports"}, {Code: "lever-effects"}, {Code: "steps"},
			{Code: "unscored", Item: "simulation"}, {Code: "off-record", State: kor, Item: "disputes below record"},
		},
	}
}

// fixtureOutlines are squares and triangles where the states lie.
func fixtureOutlines() []Outline {
	return []Outline{
		{"KOR", "South Korea", [][][2]float64{{{126.2, 34.4}, {129.4, 35.3}, {129.3, 37.2}, {128.3, 38.6}, {126.7, 37.8}, {126.2, 34.4}}}},
		{"PRK", "North Korea", [][][2]float64{{{126.7, 37.8}, {128.3, 38.6}, {127.5, 39.8}, {130.6, 42.4}, {128.0, 42.0}, {124.4, 40.0}, {126.7, 37.8}}}},
		{"CHN", "China", [][][2]float64{{{124.4, 40.0}, {128.0, 42.0}, {130.6, 42.4}, {134, 48}, {121, 53}, {96, 43}, {74, 39}, {97, 28}, {108, 21.5}, {121.5, 30}, {119, 37}, {124.4, 40.0}}}},
		{"JPN", "Japan", [][][2]float64{{{130.2, 31.3}, {131.8, 33.5}, {135.8, 33.6}, {140.8, 35.7}, {141.5, 41.3}, {140, 40}, {136.8, 37.2}, {132.5, 35.4}, {130.2, 31.3}}}},
		{"TWN", "Taiwan", [][][2]float64{{{120.2, 23}, {120.8, 22}, {121.8, 25}, {121, 25}, {120.2, 23}}}},
		{"RUS", "Russia", [][][2]float64{{{130.6, 42.4}, {134, 48}, {121, 53}, {60, 52}, {30, 60}, {60, 70}, {180, 70}, {180, 65}, {160, 60}, {142, 53}, {130.6, 42.4}}}},
		{"USA", "United States", [][][2]float64{{{-124, 48}, {-124, 40}, {-117, 32}, {-97, 26}, {-80, 25}, {-67, 45}, {-95, 49}, {-124, 48}}}},
	}
}

func fixtureOptions(t testing.TB, lang string) Options {
	return Options{Lang: lang, Command: "shatterbelt brief KOR", Sources: fixtureSources, Codes: fixtureCodes(t), Outlines: fixtureOutlines(), Indicators: fixtureIndicators}
}
