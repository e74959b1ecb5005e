package claim

import "slices"

// Study is a computation that a part of a claim may name, with what the part has
// to say.
type Study struct {
	Name     string
	EN, KO   string // what it computes
	With     []Key  // what a part fixes
	Settings []Key  // what may differ between admissible settings
}

// Key is a name that a study understands.
type Key struct {
	Name    string
	Needed  bool
	Options []string // the values there are; none where they are open
}

func need(name string, options ...string) Key { return Key{name, true, options} }
func may(name string, options ...string) Key  { return Key{name, false, options} }

var indexNames = []string{"gdp_current", "gdp_ppp", "net_resources", "milex_constant", "milex_stock", "cinc", "composite"}

// outcomeNames are what a strategy is judged by: every interest at once, or one.
var outcomeNames = []string{"good_enough", "security", "territory", "lives", "peace", "prosperity", "autonomy", "goal", "wars", "fights", "disputes"}

var studies = []Study{
	{
		Name: "attempts", EN: "earlier attempts on record to take territory by force", KO: "무력으로 영토를 빼앗으려 한 이전 시도의 수",
		Settings: []Key{need("force", "any", "deaths_1000"), need("actor", "any", "major"), need("result", "any", "held"), need("target", "home", "any")},
	},
	{
		Name: "poles", EN: "the second of a pair, or the largest third, over the strongest in Asia", KO: "아시아 최강국 대비 두 나라 중 둘째 또는 그 밖의 최대국",
		With:     []Key{need("pair"), need("figure", "second", "third")},
		Settings: []Key{need("index", indexNames...), need("members", "asia-26", "without-russia")},
	},
	{
		Name: "overtaking", EN: "the chance that one output overtakes another between two years", KO: "두 해 사이에 한 나라의 산출이 다른 나라를 앞지를 확률",
		With:     []Key{need("pair"), need("from"), need("to")},
		Settings: []Key{need("regime", "gdp_current", "gdp_constant", "gdp_ppp"), need("window"), need("fading", "fast", "slow", "never")},
	},
	{
		Name: "parity-pressure", EN: "disputes that rising powers start with neighbours near parity against other years", KO: "부상국이 세력균등 부근에서 이웃 나라에 건 분쟁과 그 밖의 해의 비교",
		Settings: []Key{need("parity"), need("index", "cinc", "gdp"), need("force", "any", "used")},
	},
	{
		Name: "spread", EN: "what disputes elsewhere add to the prediction of disputes and of joining", KO: "다른 곳의 분쟁이 분쟁 발생과 가담 예측에 더하는 것",
		With: []Key{need("figure", "elsewhere", "joining", "weak-point")}, Settings: []Key{need("baseline", "own-past", "dyad"), need("channel", "border", "alliance", "rivalry", "trade")},
	},
	{
		Name: "zones", EN: "agreement of zones of high squeeze with named regions", KO: "높은 압착 지대와 지목된 지역의 일치",
		With:     []Key{need("figure", "agreement", "beyond-geography"), need("narrow"), need("wide")},
		Settings: []Key{need("regions", "narrow", "wide"), need("quantile"), need("distance", "capitals", "territories"), need("capability", "spending", "stock")},
	},
	{
		Name: "dispute-rank", EN: "rank of a state's dyads by predicted hazard", KO: "예측 위험도에 따른 국가 쌍의 순위",
		With: []Key{need("state")}, Settings: []Key{need("model", "full", "recent"), need("event", "dispute", "war")},
	},
	{
		Name: "reach", EN: "what two powers can bring to bear at a place", KO: "한 지점에서 두 강대국이 동원할 수 있는 힘",
		With:     []Key{need("pair"), need("figure", "primacy", "erosion", "lead"), may("years")},
		Settings: []Key{may("place"), may("gradient"), may("base_share"), need("capability", "spending", "stock"), may("distance", "capitals", "territories")},
	},
	{
		Name: "appeal", EN: "what law and patrons do for a weak state under attack", KO: "공격받은 약소국에 국제법과 후견국이 주는 효과",
		With: []Key{need("figure", "patron", "law")}, Settings: []Key{need("record", "strict", "wide"), need("era", "all", "since_1945")},
	},
	{
		Name: "rank", EN: "the share of other states that rank higher on a measure", KO: "한 지표에서 더 높은 순위인 다른 국가의 비율",
		With: []Key{need("state")}, Settings: []Key{need("reading", "squeeze", "total", "tightness"), may("year")},
	},
	{
		Name: "case-lists", EN: "the share of power transitions that ended in war", KO: "세력전이 중 전쟁으로 끝난 비율",
		Settings: []Key{need("list", "contenders", "thucydides", "thucydides_1816", "thucydides_nuclear")},
	},
	{
		Name: "leverage", EN: "what the side-taking of small states moves", KO: "소국의 편들기가 움직이는 것",
		With:     []Key{need("pair"), need("figure", "balance", "decisive")},
		Settings: []Key{need("who", "small", "in-between"), need("capability", "spending", "stock"), may("year")},
	},
	{
		Name: "client", EN: "one-sided dependence after a state takes sides against before", KO: "편을 든 뒤와 전의 일방적 의존",
		Settings: []Key{need("event", "defence-pact", "any-pact"), need("series", "trade", "arms", "troops"), need("years")},
	},
	{
		Name: "worth", EN: "the same futures with a tie and without", KO: "유대가 있을 때와 없을 때의 동일한 미래",
		With:     []Key{need("state"), need("power"), need("tie", "alliance", "trade"), need("outcome", outcomeNames...)},
		Settings: []Key{need("relation", relationNames()...)},
	},
	{
		Name: "trade-loss", EN: "income lost by cutting trade with a partner", KO: "한 상대와 무역 단절 시 소득 손실",
		With: []Key{need("state"), need("figure", "against-others", "size")}, Settings: []Key{need("elasticity"), need("base")},
	},
	{
		Name: "contrast", EN: "how unlike two states are", KO: "두 국가가 얼마나 다른가",
		With: []Key{need("state"), need("other"), need("figure", "differ", "closer"), may("dimensions")}, Settings: []Key{need("cut"), may("year")},
	},
	{
		Name: "feasibility", EN: "how often front-line allies left their side", KO: "전선 동맹국이 진영을 떠난 빈도",
		With: []Key{need("figure", "neutral", "changed-sides", "regret")}, Settings: []Key{need("event", "treaty", "practice"), need("era", "all", "since_1945")},
	},
	{
		Name: "fit", EN: "survival of strategies that fit a state's identity against others", KO: "정체성에 맞는 전략과 그 밖의 전략의 존속",
		Settings: []Key{need("coding", "strict", "wide"), need("ending", "turnover", "reversal")},
	},
	{
		Name: "conquest", EN: "outcomes of great-power attacks on small states", KO: "강대국의 소국 공격 결과",
		With: []Key{need("figure", "survival", "territory")}, Settings: []Key{need("record", "resisted", "yielded-too"), need("era", "all", "since_1945")},
	},
	{
		Name: "swing", EN: "the share of states that swing less at a change of government", KO: "정권 교체 시 변동이 더 작은 국가의 비율",
		With:     []Key{need("state"), need("pair")},
		Settings: []Key{need("series", "votes", "agreement", "trade", "arms", "visits", "exercises", "all"), need("among", "in-between", "all")},
	},
	{
		Name: "repair", EN: "loss at the worst cut-off before and after the cheapest plan", KO: "최소 비용 대책 전후의 최악 단절 손실",
		With: []Key{need("figure", "left", "cost")}, Settings: []Key{need("good", "trade", "energy", "food"), need("elasticity")},
	},
	{
		Name: "strategies", EN: "how two courses compare over the same futures", KO: "동일한 미래에서 두 노선의 비교",
		With:     []Key{need("state"), need("first"), may("other"), need("outcome", outcomeNames...)},
		Settings: []Key{need("relation", relationNames()...), may("noise")},
	},
	{
		Name: "replay", EN: "how two courses compare over the futures seen from a past year", KO: "과거 시점에서 본 미래에서 두 노선의 비교",
		With:     []Key{need("state"), need("pair"), need("first"), need("other"), need("outcome", outcomeNames...)},
		Settings: []Key{need("start"), need("relation", relationNames()...)},
	},
	{
		Name: "pivots", EN: "the chance that a named state outranks another that is not named", KO: "지목된 국가가 그 밖의 국가보다 앞설 확률",
		With:     []Key{need("states"), need("year")},
		Settings: []Key{need("measure", "brokerage", "decisive", "balance", "voting"), need("pair"), need("among", "eurasia", "small")},
	},
	{
		Name: "hedges", EN: "the share of small states near great powers that combine ties", KO: "강대국 인근 소국 중 여러 유대를 결합한 비율",
		Settings: []Key{need("year"), need("ties", "treaties", "all"), need("near", "border", "reach")},
	},
	{
		Name: "shifts", EN: "harm in years of power shift against other years", KO: "세력 변동기와 그 밖의 시기의 피해",
		With: []Key{need("state")}, Settings: []Key{need("dates", "first-coder", "second-coder"), need("control", "places", "years")},
	},
	{
		Name: "mistakes", EN: "spread of what follows comparable changes of policy", KO: "비슷한 정책 변화 뒤에 오는 결과의 분산",
		Settings: []Key{need("outcome", "disputes", "battle_deaths", "growth"), need("change"), need("among", "squeeze", "border")},
	},
	{
		Name: "indicator", EN: "any indicator or measure of a state: its level, rank or trend, or against another state", KO: "임의의 지표나 측도의 수준·순위·추세 또는 다른 국가와의 비교",
		With:     []Key{may("indicator"), need("state"), need("compare", "level", "rank", "trend", "difference", "ratio"), may("other"), may("partner"), may("years")},
		Settings: []Key{may("indicator"), may("year")},
	},
	{
		Name: "cohesion", EN: "polarisation against being targeted and against resistance", KO: "국론 분열과 피공격·저항의 관계",
		With: []Key{need("figure", "targeted", "resists")}, Settings: []Key{need("lag"), need("measure", "polarisation", "society")},
	},
}

func find(name string) (Study, bool) {
	i := slices.IndexFunc(studies, func(s Study) bool { return s.Name == name })
	if i < 0 {
		return Study{}, false
	}
	return studies[i], true
}

func names() []string {
	out := make([]string, len(studies))
	for i, s := range studies {
		out[i] = s.Name
	}
	return out
}
