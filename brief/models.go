package brief

import "strings"

// modelNames are the labels of parts, scores and baselines.
var modelNames = map[string][2]string{
	"dispute hazard":                   {"the dispute hazard", "분쟁 발생 모형"},
	"deterrence game":                  {"the deterrence game", "억제 게임"},
	"rate of the kind of dyad":         {"the rate of that kind of dyad", "같은 유형 국가쌍의 발생률"},
	"rate of war in dyads of the kind": {"the rate of war in dyads of that kind", "같은 유형 국가쌍의 전쟁률"},
	"onset":                            {"the dispute model", "분쟁 발생 모형"},
	"dispute_onset":                    {"the dispute model", "분쟁 발생 모형"},
	"hazard":                           {"the dispute model", "분쟁 발생 모형"},
	"growth":                           {"the growth model", "성장 모형"},
	"transition":                       {"the growth model", "성장 모형"},
	"squeeze":                          {"squeeze as a predictor", "압착도의 예측력"},
	"deterrence":                       {"the deterrence game", "억제 게임"},
	"game":                             {"the deterrence game", "억제 게임"},
	"simulation":                       {"the simulation", "모의실험"},
	"base rate":                        {"the base rate", "기저율"},
	"base_rate":                        {"the base rate", "기저율"},
	"peace years":                      {"peace years only", "평화 지속 연수"},
	"peace_years":                      {"peace years only", "평화 지속 연수"},
	"log":                              {"log score", "로그 점수"},
	"log score":                        {"log score", "로그 점수"},
	"log_score":                        {"log score", "로그 점수"},
	"brier":                            {"Brier score", "브라이어 점수"},
	"Brier":                            {"Brier score", "브라이어 점수"},
	"auc":                              {"AUC", "AUC"},
	"crps":                             {"CRPS", "CRPS"},
	"disputes below record":            {"militarised disputes, too few", "군사 분쟁(과소)"},
	"disputes above record":            {"militarised disputes, too many", "군사 분쟁(과다)"},
	"fights below record":              {"fights, too few", "교전(과소)"},
	"fights above record":              {"fights, too many", "교전(과다)"},
	"wars below record":                {"invasions, too few", "침공(과소)"},
	"wars above record":                {"invasions, too many", "침공(과다)"},
	"concessions below record":         {"concessions, too few", "양보(과소)"},
	"concessions above record":         {"concessions, too many", "양보(과다)"},
}

// model is the label of a part, a score or a baseline, or its own name.
func (l *lexicon) model(name string) string {
	if n, ok := modelNames[name]; ok {
		return l.pick(n[0], n[1])
	}
	return strings.NewReplacer("_", " ", "-", " ").Replace(name)
}

func (l *lexicon) models(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = l.model(n)
	}
	return out
}

// unitNames are units in Korean; English prints the unit as the data name it.
var unitNames = map[string]string{
	"US$ current": "경상 달러", "US$ 2015": "2015년 달러", "US$ 2021": "2021년 달러",
	"persons": "명", "score": "점", "disputes": "건", "warheads": "기", "% of GDP": "GDP 대비 %",
	"% per year": "연 %", "log odds": "로그 승산", "log odds per doubling": "배증당 로그 승산",
	"log points": "로그 포인트", "odds ratio": "배(승산비)", "stakes": "(이해 단위)", "elasticity": "(탄력성)",
	"miles per day": "마일(하루)", "log odds per log intensity": "로그 승산(로그 강도당)",
	"share per percent of GDP": "(GDP 1%당 비율)", "deaths per million": "명(100만 명당)", "per stake": "(이해 단위당)", "probability": "확률",
}

// wholeNames are what shares are of, in Korean.
var wholeNames = map[string]string{
	"population": "인구", "trade": "무역", "a tie": "유대", "the weights": "가중치", "world": "세계",
}

// whole is what a share is of, in Korean.
func (l *lexicon) whole(name string) string {
	if n, ok := wholeNames[name]; ok {
		return n
	}
	return name
}

// unit is a unit in the language.
func (l *lexicon) unit(u string) string {
	if n, ok := unitNames[u]; ok && l.lang == "ko" {
		return n
	}
	return u
}
