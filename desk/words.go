package desk

import "github.com/shatterbelt/shatterbelt/strategy"

// measureWords name the measures for people, in the words of the briefs.
var measureWords = map[string]strategy.Title{
	"cinc_computed":                {EN: "composite index of national capability, computed", KO: "국력종합지수(CINC) 계산값"},
	"composite_equal":              {EN: "composite of power, equal weights", KO: "종합 국력, 동일 가중"},
	"composite_lowy":               {EN: "composite of power, Lowy weights", KO: "종합 국력, 로위 가중"},
	"concentration_gdp_current":    {EN: "concentration of output", KO: "생산 집중도"},
	"concentration_milex_constant": {EN: "concentration of military spending", KO: "군사비 집중도"},
	"gdp_current_share":            {EN: "share of world output, market rates", KO: "세계 GDP 비중, 시장환율"},
	"hedge_usa_chn":                {EN: "hedge between the United States and China", KO: "미중 사이 헤징 정도"},
	"identity_great_power":         {EN: "degree of being a great power", KO: "강대국 정도"},
	"identity_middle_power":        {EN: "degree of being a middle power", KO: "중견국 정도"},
	"identity_small_state":         {EN: "degree of being a small state", KO: "약소국 정도"},
	"kappa_pacts_usa":              {EN: "likeness of treaties to the United States, kappa", KO: "대미 조약 유사도, 카파"},
	"lean_usa_chn":                 {EN: "lean between the United States (1) and China (-1)", KO: "미국(1)과 중국(-1) 사이 기울기"},
	"milex_constant_share":         {EN: "share of world military spending", KO: "세계 군사비 비중"},
	"milex_stock":                  {EN: "military capital stock", KO: "군사 자본 축적"},
	"milex_stock_covered":          {EN: "military capital stock, share of the states covered", KO: "군사 자본 비중, 자료 보유국 기준"},
	"milex_stock_share":            {EN: "share of world military capital", KO: "세계 군사 자본 비중"},
	"net_power_gdp_current":        {EN: "output times output per head, market rates", KO: "GDP×1인당 GDP, 시장환율"},
	"net_power_gdp_ppp":            {EN: "output times output per head, purchasing power", KO: "GDP×1인당 GDP, 구매력"},
	"poles_gdp_current":            {EN: "effective number of poles by output", KO: "생산 기준 유효 극 수"},
	"poles_milex_constant":         {EN: "effective number of poles by military spending", KO: "군사비 기준 유효 극 수"},
	"s_pacts_usa":                  {EN: "likeness of treaties to the United States, S", KO: "대미 조약 유사도, S"},
	"squeeze":                      {EN: "squeeze between two powers hostile to one another", KO: "적대하는 두 강대국 사이의 압착도"},
	"tightness":                    {EN: "tightness: squeeze against one's own strength", KO: "긴박도: 자국 역량 대비 압착"},
	"total_squeeze":                {EN: "squeeze over all pairs of powers", KO: "모든 강대국 쌍의 총압착도"},
}

// wordsOf names a measure for people; one without words goes by its own name.
func wordsOf(name string) strategy.Title {
	if w, ok := measureWords[name]; ok {
		return w
	}
	return strategy.Title{EN: name, KO: name}
}
