package brief

import (
	"fmt"

	"github.com/shatterbelt/shatterbelt/study"
)

// alignLabels are the fixed words of the pictures and tables of alignment.
type alignLabels struct {
	Section, Compared, Votes, Trade, TiesNote                       string
	TiesTable, TiesTableNote, TiesNoTreaties, S, Kappa, Year, Power string
	Distance, TradeGDP                                              string
	SwingUp, SwingPlace, SwingUsual, SwingNote, SwingSettings       string
	Series, TurnoverYears, OtherYears, TimesAsFar, NotUsed          string
	NearTable, NearNote, Apart, Like, Unlike, SharedOf              string
	ContrastTable, ContrastNote, Dimension, Verdict, Gap, Half      string
	Spreads, Steady, SteadyOver                                     string
}

func (english) align() *alignLabels { return &alignEN }
func (korean) align() *alignLabels  { return &alignKO }

var alignEN = alignLabels{
	Section: "Between the powers", Compared: "The comparison",
	Votes: "Closeness in UN votes", Trade: "Trade as part of a full tie",
	TiesNote:  "100 % is a full tie: no distance of UN ideal points, or half of all trade. Figures of their own year alone; dots are the years there are.",
	TiesTable: "Ties to the powers, from 0 to 1", S: "S", Kappa: "kappa", Year: "As of", Power: "Power",
	TiesTableNote:  "A dash is no record of both. S and kappa compare treaty portfolios over %s; S takes no account of chance, so read kappa beside it. Hostility counts against a tie.",
	TiesNoTreaties: "A dash is no record of both. Hostility counts against a tie.",
	Distance:       "Ideal points apart", TradeGDP: "Trade over GDP",
	SwingUp: "Change in turnover years, as a multiple of other years", SwingPlace: "Percentile among states", SwingUsual: "usual",
	SwingNote: "Above, every state compared, drawn towards what is usual by how little is known of it; the bar is one standard error either way. " +
		"Below, the bar is the range over %d settings. A leader who enters counts as a turnover, also from the same side.",
	SwingSettings: "middle",
	Series:        "Series", TurnoverYears: "Turnover years", OtherYears: "Other years", TimesAsFar: "Times as far", NotUsed: "too few years",
	NearTable: "The states most like it", NearNote: "Mean difference over seven themes, each counted alike, in spreads of states about their median.",
	Apart: "Spreads apart", Like: "Alike in", Unlike: "Unlike in", SharedOf: "Dimensions",
	ContrastTable: "Side by side", Dimension: "Dimension", Verdict: "Verdict", Gap: "Spreads apart", Half: "Median of states",
	ContrastNote: "Scale: spreads of states about their median (1.4826 times the median absolute deviation); sizes are compared as ratios. Cut off at %d.",
	Spreads:      "spreads from the median of states",
	Steady:       "Steadiness of the lean", SteadyOver: "%s (yearly steps: %d)",
}

var alignKO = alignLabels{
	Section: "강대국과의 관계", Compared: "비교 결과",
	Votes: "유엔 표결의 가까움", Trade: "교역의 연계 정도",
	TiesNote:  "100%는 완전한 연계로, 유엔 이상점의 거리가 없거나 교역의 절반을 차지하는 경우. 해당 연도 수치만 사용하며 점은 자료가 있는 해.",
	TiesTable: "강대국별 연계(0~1)", S: "S", Kappa: "카파", Year: "기준", Power: "강대국",
	TiesTableNote:  "줄표는 자료 없음. S와 카파는 %s에 대한 조약 구성의 유사도로, S는 우연의 일치를 감안하지 않으므로 카파와 함께 읽어야 함. 적대는 연계를 깎음.",
	TiesNoTreaties: "줄표는 자료 없음. 적대는 연계를 깎음.",
	Distance:       "이상점 거리", TradeGDP: "GDP 대비 교역",
	SwingUp: "교체 연도의 변화(그 밖의 해 대비 배수)", SwingPlace: "국가 중 백분위", SwingUsual: "통상 수준",
	SwingNote: "위는 비교 대상 국가 전체로, 기록이 적을수록 통상 수준 쪽으로 당겨짐. 막대는 표준오차. 아래 막대는 설정 %d가지에 따른 범위. " +
		"새 지도자의 취임은 같은 진영이라도 교체로 간주.",
	SwingSettings: "중앙",
	Series:        "지표", TurnoverYears: "교체 연도", OtherYears: "그 밖의 해", TimesAsFar: "배수", NotUsed: "기록 부족",
	NearTable: "가장 비슷한 국가", NearNote: "일곱 주제를 같은 비중으로 평균한 차이. 단위는 국가 간 퍼짐(중앙값 기준).",
	Apart: "차이(퍼짐)", Like: "비슷한 주제", Unlike: "다른 주제", SharedOf: "비교 항목",
	ContrastTable: "항목별 비교", Dimension: "항목", Verdict: "판정", Gap: "차이(퍼짐)", Half: "국가 중앙값",
	ContrastNote: "척도는 국가 간 퍼짐(중앙값 절대편차의 1.4826배)이며 규모는 비율로 비교. %d에서 자름.",
	Spreads:      "국가 중앙값에서 떨어진 퍼짐",
	Steady:       "기울기의 꾸준함", SteadyOver: "%s(연도별 변화 %d회)",
}

// aspectWords are the dimensions by which states are compared, English and Korean.
var aspectWords = map[string][2]string{
	"output": {"GDP", "GDP"}, "population": {"population", "인구"}, "output_per_head": {"GDP per head", "1인당 GDP"},
	"spending": {"military spending", "군사비"}, "burden": {"military spending over GDP", "GDP 대비 군사비"},
	"democracy": {"electoral democracy", "선거 민주주의"}, "turnover": {"leaders entering office a year", "연간 지도자 교체"},
	"squeeze": {"squeeze", "압착도"}, "tightness": {"tightness", "긴박도"},
	"nearest_power": {"distance to the nearest power", "가장 가까운 강대국과의 거리"}, "borders": {"land neighbours", "육상 인접국"},
	"lean": {"lean to %s over %s", "%s·%s 사이의 기울기"}, "votes": {"UN ideal point", "유엔 이상점"}, "allies": {"defence allies", "방위 동맹국"},
	"trade_a": {"trade with %s over GDP", "GDP 대비 %s 교역"}, "trade_b": {"trade with %s over GDP", "GDP 대비 %s 교역"},
	"energy": {"energy imported", "에너지 순수입"}, "food": {"food in imports", "수입 중 식량"},
	"disputes": {"disputes entered a year", "연간 군사 분쟁"}, "rivals": {"rivals", "경쟁국"},
}

// themeWords are the themes of dimensions, English and Korean.
var themeWords = map[string][2]string{
	"size": {"size", "규모"}, "arms": {"military effort", "군사력"}, "regime": {"regime", "정치체제"}, "place": {"place between powers", "강대국 사이의 위치"},
	"ties": {"ties", "대외 관계"}, "dependence": {"dependence", "의존"}, "conflict": {"conflict", "분쟁"},
}

// seriesWords are the series of a swing, English and Korean.
var seriesWords = map[string][2]string{
	"votes": {"UN ideal points", "유엔 이상점"}, "agreement": {"agreement in UN roll calls", "유엔 표결 일치도"}, "trade": {"trade over GDP", "GDP 대비 교역"},
	"arms": {"arms delivered", "무기 인도"}, "visits": {"leaders’ visits", "정상 방문"}, "exercises": {"joint exercises", "연합훈련"},
}

// otherWords are ties that imported data add, English and Korean.
var otherWords = map[string][2]string{
	"arms_transfers": {"arms delivered", "인도된 무기"}, "visits": {"leaders’ visits", "정상 방문"}, "exercises": {"joint exercises", "연합훈련"},
}

// Population says over which states two portfolios are compared.
func Population(of study.Likeness, lang string) string {
	text := [2]string{"the %d states of the embedded figures", "내장 자료의 %d개국"}
	if of.Whole {
		text = [2]string{"all %d members of the state system", "국가체제 전체 %d개국"}
	}
	if lang == "ko" {
		return fmt.Sprintf(text[1], of.Members)
	}
	return fmt.Sprintf(text[0], of.Members)
}

func (l *lexicon) words(of map[string][2]string, key string) string {
	if w, ok := of[key]; ok {
		return l.pick(w[0], w[1])
	}
	return key
}
