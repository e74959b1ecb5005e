package recipe

import (
	"slices"
	"sync"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/table"
)

// catalogue lists what can be added to a panel, in the order of its columns in
// the documentation. Columns have the names of the datasets; where two datasets
// share one, it is preceded by the dataset's. No name stands for two things.
var catalogue = sync.OnceValue(func() []entry {
	return slices.Concat(tieEntries(), disputeEntries(), distanceEntries(), exchangeEntries(), stateEntries(), measureEntries())
})

// The units of columns that several entries have.
const (
	yesNo   = "0 or 1"
	score   = "score"
	current = "million US$ current"
)

// flag is a column of 0 and 1.
func flag(name, label string, f form, n ...need) spec {
	return spec{name: name, label: label, unit: yesNo, kind: table.Small, form: f, needs: n}
}

// figure is a column of any numbers.
func figure(name, label, unit string, f form, n ...need) spec {
	return spec{name: name, label: label, unit: unit, kind: table.Float, form: f, needs: n}
}

// whole is a column of whole numbers.
func whole(name, label, unit string, f form, n ...need) spec {
	return spec{name: name, label: label, unit: unit, kind: table.Int, form: f, needs: n}
}

func tieEntries() []entry {
	duty := func(name, label string) spec { return flag(name, label, ofDyad, atopNeed) }
	marks := []spec{flag("tss_rivalry", "strategic rivals", ofDyad, strategicNeed)}
	for _, m := range rivalryMarks {
		marks = append(marks, flag(m, "strategic rivals: "+m, ofDyad, strategicNeed))
	}
	major := []spec{flag("cowmaj", "major power", ofState, majorsNeed)}
	return []entry{
		{key: "contiguity", en: "direct contiguity", ko: "직접 인접", note: "the closest type in force on some day of the year; 0 not contiguous",
			dyads: []spec{{name: "conttype", label: "contiguity: 1 land, 2-5 up to 12, 24, 150, 400 miles of water", unit: "type 0-5", kind: table.Small, form: ofDyad, needs: []need{contiguityNeed}}},
			open:  openContiguity},
		{key: "majors", en: "major powers", ko: "강대국", states: major, dyads: major, open: openMajors},
		{key: "atop", en: "alliance obligations", ko: "동맹 의무", note: "obligations of the first state to the second",
			dyads: []spec{
				duty("atop_defense", "ATOP: defence pact"), duty("atop_offense", "ATOP: offence pact"), duty("atop_neutral", "ATOP: neutrality pact"),
				duty("atop_nonagg", "ATOP: nonaggression pact"), duty("atop_consul", "ATOP: consultation pact"),
			},
			open: dyadTable{need: atopNeed, put: oneWay, tie: true}.open},
		{key: "rivalry", en: "strategic rivalry", ko: "전략적 경쟁", note: "by first and last year, both included", dyads: marks, open: openRivalry(strategicNeed, "start", "end")},
		{key: "rivalry-handbook", en: "rivalry by the handbook of 2012", ko: "2012년 편람의 경쟁", dyads: []spec{flag("td_rivalry", "rivals (Thompson and Dreyer)", ofDyad, handbookNeed)},
			open: openRivalry(handbookNeed, "styear", "endyear")},
	}
}

func disputeEntries() []entry {
	pair := func(name, from, label string, f form, d disputing) spec {
		s := flag(name, label, f, d.needs()...)
		s.from, s.works = from, []string{"miller2022"}
		return s
	}
	both := func(prefix, title string, d disputing, f form) []spec {
		return []spec{
			pair(prefix+"ongoing", d.ongoing, title+": dispute in the year", f, d),
			pair(prefix+"onset", d.onset, title+": dispute began in the year", f, d),
		}
	}
	const cow, gml = "MID", "GML MID"
	return []entry{
		{key: "mid", en: "militarized disputes (Correlates of War)", ko: "군사 분쟁(COW)", note: "one dispute a dyad-year, by the order that docs/data/panels.md states",
			states: both("cowmid", cow, correlates, ofState), dyads: both("cowmid", cow, correlates, ofDyad), open: correlates.open},
		{key: "mid-details", en: "the dispute that stands for a dyad-year (Correlates of War)", ko: "쌍·연도를 대표하는 분쟁(COW)", dyads: details("cowmid_", cow, correlates), open: correlates.open},
		{key: "gml", en: "militarized disputes (Gibler, Miller and Little)", ko: "군사 분쟁(GML)", note: "one dispute a dyad-year, by the order that docs/data/panels.md states",
			states: both("gmlmid", gml, revised, ofState), dyads: both("gmlmid", gml, revised, ofDyad), open: revised.open},
		{key: "gml-details", en: "the dispute that stands for a dyad-year (Gibler, Miller and Little)", ko: "쌍·연도를 대표하는 분쟁(GML)", dyads: details("gml_", gml, revised), open: revised.open},
		{key: "peace-years", en: "years of peace", ko: "평화 연수", note: "since the last dispute, or since the series began: with the list of disputes, or with the later of two states that stayed",
			dyads: slices.Concat(spells(cowSpell, cow, correlates), spells(gmlSpell, gml, revised)), open: openPeace},
	}
}

// details are all columns of the dispute that was kept.
func details(prefix, title string, d disputing) []spec {
	var out []spec
	for _, name := range slices.Concat(d.names, d.wide) {
		s := whole(prefix+name, title+": "+name, "", ofDyad, d.needs()...)
		s.from, s.works = name, []string{"miller2022"}
		if name == "fatalpre" || name == "fatalpre1" || name == "fatalpre2" {
			s.kind, s.unit = table.Float, "deaths"
		}
		if name == "mindur" || name == "maxdur" {
			s.unit = "days"
		}
		out = append(out, s)
	}
	return out
}

// spells are the columns of years of peace by one list.
func spells(name, title string, d disputing) []spec {
	out := []spec{
		whole(name, title+": years of peace before the year", "years", ofDyad, d.needs()...),
		whole(name+"_start", title+": year from which peace is counted", "year", ofDyad, d.needs()...),
		flag(name+"_open", title+": peace counted from the beginning of the series, no dispute before it", ofDyad, d.needs()...),
	}
	for i := range out {
		out[i].works = []string{"beckkatztucker1998"}
	}
	return out
}

func distanceEntries() []entry {
	mindist, ideal := need{"mindist", "dyad_year"}, idealTable.need
	capdist := figure("capdist", "distance between capitals", "km", ofDyad, capitalsNeed)
	positions := []spec{
		figure("idealpointfp", "UNGA ideal point, votes on final passage", score, ofState, ideal),
		figure("idealpointall", "UNGA ideal point, all votes", score, ofState, ideal),
	}
	apart := figure("idealpointdist", "distance of UNGA ideal points, votes on final passage", score, ofDyad, ideal)
	apart.from = "idealpointfp"
	return []entry{
		{key: "capital-distance", en: "distance between capitals", ko: "수도 간 거리", note: "over a sphere, of the capitals on the first day of the year on which a state was a member",
			dyads: []spec{capdist}, open: openCapitals},
		{key: "min-distance", en: "minimum distance", ko: "최소 거리", dyads: []spec{figure("mindist", "minimum distance of territories", "km", ofDyad, mindist)},
			open: dyadTable{need: mindist, put: bothWays}.open},
		{key: "ideal-points", en: "ideal points in the General Assembly", ko: "유엔총회 이상점", states: positions, dyads: append(slices.Clone(positions), apart), open: openIdeal},
	}
}

func exchangeEntries() []entry {
	totals := stateTable{need{"cow-trade", "state_year"}, "ccode", source.COW, "year"}
	igo := stateTable{need{"cow-igo", "state_year"}, "ccode", source.COW, "year"}
	shared := need{"cow-igo", "dyad_year"}
	member := func(name, label string) spec { return whole(name, label, "organisations", ofState, igo.need) }
	memberships := []spec{
		member("sum_igo_full", "full memberships in intergovernmental organisations"), member("sum_igo_associate", "associate memberships"),
		member("sum_igo_observer", "observer memberships"), member("sum_igo_anytype", "memberships of any type"),
	}
	depend := func(name, which string) spec {
		return figure(name, "trade with the other over output of the "+which+" state", "share of GDP", ofDyad, tradeNeed, outputTable.need)
	}
	return []entry{
		{key: "trade", en: "trade between the two", ko: "양자 무역", note: "flow1 is what the first state imports from the second, flow2 the reverse; the smoothed ones are filled by the project",
			dyads: []spec{
				figure("flow1", "imports of the first state from the second", current, ofDyad, tradeNeed), figure("flow2", "imports of the second state from the first", current, ofDyad, tradeNeed),
				figure("smoothflow1", "imports of the first state, smoothed", current, ofDyad, tradeNeed), figure("smoothflow2", "imports of the second state, smoothed", current, ofDyad, tradeNeed),
			}, open: openTrade},
		{key: "trade-total", en: "trade with the world", ko: "전체 무역", states: totalsOf(totals.need), dyads: totalsOf(totals.need), open: totals.open},
		{key: "trade-dependence", en: "trade over output", ko: "무역 의존도", note: "both flows of the Correlates of War over current output of the World Bank",
			dyads: []spec{depend("tradedep1", "first"), depend("tradedep2", "second")}, open: openDependence},
		{key: "igo", en: "shared intergovernmental organisations", ko: "공동 가입 국제기구", dyads: []spec{whole("dyadigos", "organisations of which both are full members", "organisations", ofDyad, shared)},
			open: dyadTable{need: shared, put: bothWays}.open},
		{key: "igo-memberships", en: "memberships in intergovernmental organisations", ko: "국제기구 가입 수", states: memberships, dyads: memberships, open: igo.open},
	}
}

func totalsOf(n need) []spec {
	return []spec{figure("imports", "imports from the world", current, ofState, n), figure("exports", "exports to the world", current, ofState, n)}
}

// figuresEntry is an entry of figures of states from one table.
func figuresEntry(key, en, ko string, t stateTable, specs ...spec) entry {
	for i := range specs {
		specs[i].needs = []need{t.need}
	}
	return entry{key: key, en: en, ko: ko, states: specs, dyads: specs, open: t.open}
}

func stateEntries() []entry {
	vdem := stateTable{need{"vdem", "state_year"}, "country_text_id", source.VDem, "year"}
	gdp := stateTable{need{"gdp-simulated", "state_year"}, "ccode", source.COW, "year"}
	surplus := stateTable{need{"surplus-product", "state_year"}, "ccode", source.COW, "year"}
	threat := stateTable{need{"territorial-threat", "state_year"}, "ccode", source.COW, "year"}
	amount := func(name, label, unit string) spec { return figure(name, label, unit, ofState) }
	const index, log = "index, 0 to 1", "natural log of US$ 2011"
	polyarchy := amount("vdem_polyarchy", "V-Dem: electoral democracy", index)
	polyarchy.from = "v2x_polyarchy"
	output := amount("ny_gdp_mktp_cd", "GDP", "US$ current")
	output.from = "Value"
	polity := whole("polity2", "Polity score", "score, -10 to 10", ofState)
	return []entry{
		figuresEntry("nmc", "national material capabilities", "국력 구성 지표", nmcTable,
			amount("milex", "military expenditure", "thousand US$ current"), amount("milper", "military personnel", "thousand persons"),
			amount("irst", "iron and steel production", "thousand tons"), amount("pec", "primary energy consumption", "thousand tons of coal"),
			amount("tpop", "total population", "thousand persons"), amount("upop", "urban population", "thousand persons"),
			amount("cinc", "composite index of national capability, as published", "share")),
		figuresEntry("democracy", "democracy by three projects", "민주주의 점수", democracyTable,
			amount("euds", "extended Unified Democracy Score", score), amount("aeuds", "the same, anchored", score), polity, amount("v2x_polyarchy", "electoral democracy", index)),
		figuresEntry("vdem", "indices of V-Dem", "V-Dem 지수", vdem, polyarchy,
			amount("v2x_libdem", "V-Dem: liberal democracy", index), amount("v2x_partipdem", "V-Dem: participatory democracy", index),
			amount("v2x_delibdem", "V-Dem: deliberative democracy", index), amount("v2x_egaldem", "V-Dem: egalitarian democracy", index)),
		figuresEntry("gdp", "output and population since 1816, simulated", "모의 추정 산출·인구", gdp,
			amount("mrgdppc", "output per head", "int$ 2011 per person"), amount("sd_mrgdppc", "its standard deviation", "int$ 2011 per person"),
			amount("pwtrgdp", "output", "million int$ 2017"), amount("sd_pwtrgdp", "its standard deviation", "million int$ 2017"),
			amount("pwtpop", "population", "million persons"), amount("sd_pwtpop", "its standard deviation", "million persons")),
		figuresEntry("gdp-current", "output at current prices, World Bank", "경상 GDP(세계은행)", outputTable, output),
		figuresEntry("surplus", "surplus domestic product", "잉여 국내생산", surplus,
			amount("wbgdp2011est", "output", log), amount("wbpopest", "population", "natural log of persons"),
			amount("sdpest", "surplus domestic product", log), amount("wbgdppc2011est", "output per head", log+" per person")),
		figuresEntry("territorial-threat", "latent threat to territory", "잠재 영토 위협", threat,
			amount("lterrthreat", "latent external territorial threat", score), amount("m_lterrthreat", "the same, dyads weighed by distance", score)),
	}
}

func measureEntries() []entry {
	recomputed := figure("cinc_components", "composite index computed from its components", "share", ofState, nmcTable.need)
	recomputed.works = []string{"singer1972"}
	con := figure("con", "concentration of the composite index (Ray and Singer)", "index, 0 to 1", ofYear, nmcTable.need)
	con.works = []string{"raysinger1973"}
	joint := flag("jointdem", "both states score as democracies", ofDyad, democracyTable.need)
	joint.works = []string{"marshallgurr2020"}
	other := []spec{whole("ccode", "Correlates of War number", "", ofState), whole("gwcode", "Gleditsch-Ward number", "", ofState, gwNeed)}
	return []entry{
		{key: "cinc", en: "composite index from its components", ko: "구성 지표로 계산한 종합국력지수", states: []spec{recomputed}, dyads: []spec{recomputed}, open: openIndex},
		{key: "concentration", en: "concentration of the system", ko: "체제의 집중도", states: []spec{con}, dyads: []spec{con}, open: openConcentration},
		{key: "joint-democracy", en: "joint democracy", ko: "공동 민주주의", note: "both polity2 scores at or above a threshold; missing where either is", dyads: []spec{joint}, open: openJointly},
		{key: "similarity", en: "similarity of treaty portfolios", ko: "조약 포트폴리오 유사도", note: "over all members and the two themselves; no S stands without kappa, since S takes no account of chance",
			dyads: alikeSpecs(), open: openAlike},
		{key: "vote-similarity", en: "similarity of votes in the General Assembly", ko: "유엔총회 표결 유사도", note: "of roll calls on whole resolutions in the year in which both voted; no S stands without kappa",
			dyads: votingSpecs(), open: openVoting},
		{key: "codes", en: "numbers of the states in the other system", ko: "다른 체계의 국가 번호", note: "by year; missing where the other list has no such state", states: other, dyads: other, open: openNumbering},
	}
}

// alikeSpecs are the columns of similarity. Wherever an S is chosen, so is the
// kappa to be read beside it.
func alikeSpecs() []spec {
	const unit = "index, -1 to 1"
	treaty := func(name, label, beside string, works ...string) spec {
		s := figure(name, "treaties: "+label, unit, ofDyad, atopNeed)
		s.beside, s.works = beside, works
		return s
	}
	const kappa = "kappa_atop"
	weighted := treaty("s_atop_weighted", "S, absolute, members weighed by capability", kappa, "signorino1999tau")
	weighted.needs, weighted.extra = append(weighted.needs, nmcTable.need), true
	return []spec{
		treaty("s_atop", "S, absolute", kappa, "signorino1999tau"), treaty("s_atop_squared", "S, squared", kappa, "signorino1999tau"),
		treaty("s_atop_binary", "S, binary", "kappa_atop_binary", "signorino1999tau"), weighted,
		treaty(kappa, "Cohen's kappa, squared weights", "", "cohen1968", "haege2011"), treaty("kappa_atop_binary", "Cohen's kappa, binary", "", "cohen1968", "haege2011"),
		treaty("pi_atop", "Scott's pi, distance form", "", "scott1955", "haege2011"), treaty("pi_atop_nominal", "Scott's pi, nominal", "", "scott1955", "haege2011"),
	}
}

// votingSpecs are the columns of votes.
func votingSpecs() []spec {
	vote := func(name, label, unit, beside string, works ...string) spec {
		s := figure(name, "UN votes: "+label, unit, ofDyad, votesNeed, callsNeed)
		s.beside, s.works = beside, works
		return s
	}
	const unit = "index, -1 to 1"
	return []spec{
		vote("agree_un", "share of roll calls in which both voted alike", "share", ""), vote("s_un", "S, absolute", unit, "kappa_un", "signorino1999tau"),
		vote("kappa_un", "Cohen's kappa, squared weights", unit, "", "cohen1968", "haege2011"), vote("pi_un", "Scott's pi, distance form", unit, "", "scott1955", "haege2011"),
	}
}
