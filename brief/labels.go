package brief

// labels are the fixed words of the document: headings, table heads, notes.
type labels struct {
	Recommendations, Structure, Position, Crisis, Strategies, Trust, Sources, Trace string

	What, DataOf, PageOne                                string
	Figure, Source, Data, Finding, Formula, Params       string
	Figures, Cites, Seed, Futures, Command               string
	State, GDPShare, MilexShare                          string
	Strategy, GoodEnough, Halved, Regret, WorstTenth     string
	All, Rank, RankRange, Squeeze, Tightness, Total      string
	PairWord, Model, Metric, Value, Baseline, Better     string
	Tested, Assumption, Range, LowThird, HighThird, Ref  string
	Assumed, With, Without, Step, Probability            string
	Demand, Resist, Attack, Intervene, War               string
	WinAlone, WinJoined, Concede, BackDown, StaysOut     string
	Comes, Resists, Attacks, Fails, Prevails             string
	Works                                                string
	Power, Reach                                         string
	SqueezeKey, Borders                                  string
	MetNote, RegretNote, WorstNote, TableNote, TreeNote  string
	TrendNote, MapNote, TraceNote, IntervalNote          string
	Disputes, Wars, Concessions, Abandonments, CountNote string
	StrategyTable, DriverTable, ScoreTable, RankTable    string
	DriverNote, RankNote, Untraced, PartsSources         string
	GameSources, PlaceSources, RunSources, Upto          string
	Fight, Means, MeansChosen, MeansResist, MeansFought  string
	MeansCome, MeansYear, MeansNote, MeansTable          string
	Standard, StandardTable, StandardNote, AllLevel      string
	Several, After, HorizonTable, HorizonNote, WhereFrom string
	FiguresOf, RecordTable, RecordNote, RecordEvent      string
	Simulated, OnRecord, RecordBand, Verdict             string
	InBand, OffBand, LivesLost, OverYears                string
}

func (english) labels() *labels { return &labelsEN }
func (korean) labels() *labels  { return &labelsKO }

var labelsEN = labels{
	Recommendations: "Recommendations", Structure: "The structure around the state",
	Position: "Position", Crisis: "If it comes to a crisis", Strategies: "Strategies compared",
	Trust: "How far to trust this", Sources: "Sources", Trace: "Where every number comes from",

	What:   "Computed from public figures; not a forecast of events.",
	DataOf: "Newest data", PageOne: "Before acting on this",
	Figure: "Figure", Source: "Source", Data: "Data behind the figure", Finding: "Finding",
	Formula: "Formula", Params: "Parameters", Figures: "Figures", Cites: "Works",
	Seed: "seed", Futures: "futures", Command: "command",
	State: "State", GDPShare: "Share of world GDP", MilexShare: "Share of world military spending",
	Strategy: "Strategy", GoodEnough: "Good enough", Halved: "Ranges halved",
	Regret: "Mean regret", WorstTenth: "Worst tenth", All: "all at once",
	Rank: "Rank", RankRange: "Rank over settings", Squeeze: "Squeeze", Tightness: "Tightness", Total: "Total squeeze",
	PairWord: "Between", Model: "Part", Metric: "Score", Value: "Value", Baseline: "Plain baseline",
	Better: "Against baseline", Tested: "Tested on",
	Assumption: "Uncertainty", Range: "Range explored", LowThird: "Good enough, lowest third",
	HighThird: "Good enough, highest third", Ref: "Basis", Assumed: "assumed",
	With: "with patron", Without: "without patron", Step: "Step", Probability: "Probability",
	Demand: "A dispute starts in a year", Resist: "Target resists", Attack: "Then costs lives",
	Intervene: "A patron comes, in an invasion", War: "Invasion resisted, in a year", WinAlone: "Challenger prevails in it, no patron in",
	WinJoined: "Challenger prevails in it, patron in",
	Fight:     "Fight that costs lives, in a year",
	Concede:   "concedes", BackDown: "No deaths", StaysOut: "stays out", Comes: "comes, in an invasion",
	Resists: "resists", Attacks: "Lives are lost", Prevails: "prevails in it", Fails: "fails",
	Works: "Works cited",
	Power: "Power", Reach: "Reach",
	SqueezeKey: "darker: more squeezed", Borders: "borders as Natural Earth draws them",
	MetNote: "Share of futures in which the outcome reaches its threshold, in percent.",
	RegretNote: "Shortfall from the best strategy in the same future, averaged over futures and all outcomes but lives, which are " +
		"not on their scale; less is better.",
	WorstNote:   "Mean of the same outcomes over the worst tenth of futures; more is better.",
	TableNote:   "Outcomes are means over futures: lives are deaths per million, prosperity is consumption against a future without losses, the rest run from 0 to 1; good enough is the share of futures, also with every range halved. Brackets are 90 % bootstrap intervals over futures.",
	TreeNote:    "Bold figures hold with %[1]s as patron, those in brackets without it; thickness follows the chance, from the first step on, of getting that far.",
	TrendNote:   "Bars mark a published range.",
	MapNote:     "Circles are distances from the centre of the state.",
	TraceNote:   "Each finding leads to a formula, its parameters and the published figures, numbered below; e9 stands for billions.",
	FiguresOf:   "figures of %s",
	RecordTable: "The simulation, standing still, beside the record", RecordEvent: "Events a year", Simulated: "Simulated",
	OnRecord: "Record", RecordBand: "Band of the record", Verdict: "Verdict", InBand: "inside", OffBand: "outside",
	LivesLost: "Deaths per million people", OverYears: "%s (%s)",
	RecordNote: "Disputes and deaths in war are the state’s own record; the rest are as many of its disputes as of all disputes of the world since 1990. Bands are 90 % intervals; deaths of one state have none.",
	WhereFrom: "Every finding carries a mark, %s. Behind each stand its formula, its parameters and the published figures that went in: " +
		"%s figures from %d sources in all. The page on screen lists them here; “%s” writes them as data.",

	IntervalNote: "Bars are 90 % intervals.",
	Disputes:     "Disputes", Wars: "Wars", Concessions: "Concessions", Abandonments: "Abandonments",
	CountNote:     "Mean counts a future over the whole run",
	StrategyTable: "The strategies side by side", DriverTable: "Assumptions that matter most to the first strategy",
	ScoreTable: "Scorecard on years not used for fitting", RankTable: "States by squeeze",
	DriverNote: "Share of futures good enough where the uncertainty lies in the lowest and in the highest third of its range.",
	RankNote:   "Rank by squeeze at the default setting and its range over all settings.",
	Untraced:   "as recorded", PartsSources: "Shatterbelt, from the figures listed at the end",
	GameSources:  "deterrence game of this version",
	PlaceSources: "Natural Earth (outlines); squeeze of this version",
	RunSources:   "simulation of this version", Upto: " to ",
	Means: "Means", MeansChosen: "Of disputes", MeansResist: "Resisted", MeansFought: "Then costs lives",
	MeansCome: "A patron comes", MeansYear: "Such a fight in a year",
	MeansNote: "At the defaults and today’s levers, patrons included.", MeansTable: "%s: the means it may choose",
	Standard: "Standard", StandardTable: "Which strategy is best by other standards",
	StandardNote: "Best value in brackets, in the unit of the outcome; of regrets the least is best.",
	AllLevel:     "all level", Several: "%d level", After: "After",
	HorizonTable: "Outcomes after fewer years", HorizonNote: "Means over futures; lives are deaths up to then.",
}

var labelsKO = labels{
	Recommendations: "정책 제언", Structure: "주변 세력 구조", Position: "끼인 정도",
	Crisis: "위기 시 전개", Strategies: "전략 비교", Trust: "신뢰의 한계", Sources: "자료 출처", Trace: "수치의 근거",

	What:   "공개 통계로 계산한 결과이며, 사건 예측이 아님.",
	DataOf: "최신 자료", PageOne: "활용 전 확인 사항",
	Figure: "그림", Source: "출처", Data: "그림의 자료", Finding: "결과",
	Formula: "계산식", Params: "매개변수", Figures: "통계", Cites: "문헌",
	Seed: "난수 시드", Futures: "미래 수", Command: "명령",
	State: "국가", GDPShare: "세계 GDP 비중", MilexShare: "세계 군사비 비중",
	Strategy: "전략", GoodEnough: "기준 충족", Halved: "범위 절반 시",
	Regret: "평균 후회", WorstTenth: "하위 10%", All: "동시 충족",
	Rank: "순위", RankRange: "설정별 순위", Squeeze: "압착도", Tightness: "긴박도", Total: "총압착도",
	PairWord: "사이에 낀 두 강대국", Model: "부분 모형", Metric: "지표", Value: "값", Baseline: "단순 기준",
	Better: "기준 대비", Tested: "검증 기간",
	Assumption: "불확실성", Range: "탐색 범위", LowThird: "하위 1/3 구간 충족 비율",
	HighThird: "상위 1/3 구간 충족 비율", Ref: "근거", Assumed: "가정",
	With: "후견국 있음", Without: "후견국 없음", Step: "단계", Probability: "확률",
	Demand: "연간 분쟁 발생", Resist: "대상국 저항", Attack: "저항 시 인명 피해",
	Intervene: "침공 시 후견국 개입", War: "연간 침공 발생(저항 시)", WinAlone: "침공 시 도전국 우세(후견국 불개입)",
	WinJoined: "침공 시 도전국 우세(후견국 개입)", Fight: "연간 인명 피해 충돌 발생",
	Concede: "양보", BackDown: "인명 피해 없음", StaysOut: "불개입", Comes: "침공 시 참전",
	Resists: "저항", Attacks: "인명 피해 발생", Prevails: "침공 시 우세", Fails: "열세",
	Works: "인용 문헌",
	Power: "강대국", Reach: "투사력",
	SqueezeKey: "짙을수록 압착도 높음", Borders: "국경은 Natural Earth 표기",
	MetNote:     "각 항목이 기준에 도달한 미래의 비율(%).",
	RegretNote:  "같은 미래에서 최선 전략 대비 손실의 평균(척도가 다른 인명은 제외). 낮을수록 좋음.",
	WorstNote:   "결과가 가장 나쁜 미래 10%에서 같은 항목들의 평균. 높을수록 좋음.",
	TableNote:   "항목별 값은 미래 전체의 평균(인명은 100만 명당 사망자, 번영은 손실이 없을 때 대비 소비, 나머지는 0~1), 기준 충족은 미래 중 비율(탐색 범위를 절반으로 좁힌 값 병기). 괄호는 미래 표본에 대한 90% 부트스트랩 구간.",
	TreeNote:    "굵은 수치는 %[1]s의 후견이 있을 때, 괄호 안은 없을 때. 선의 굵기는 그 단계까지 이를 확률에 비례.",
	TrendNote:   "막대는 공표된 추정 범위.",
	MapNote:     "원은 해당 국가 중심에서의 거리.",
	FiguresOf:   "수치 %s년",
	RecordTable: "현 노선을 유지한 모의와 기록의 대조", RecordEvent: "연간 건수", Simulated: "모의",
	OnRecord: "기록", RecordBand: "기록 구간", Verdict: "판정", InBand: "구간 안", OffBand: "구간 밖",
	LivesLost: "100만 명당 사망자", OverYears: "%s(%s년)",
	RecordNote: "분쟁과 전쟁 사망자는 해당 국가의 기록이며, 나머지는 그 분쟁 수에 1990년 이후 세계 분쟁 중 해당 사건의 비율을 곱한 값. 구간은 90% 구간이며 한 국가의 사망자에는 구간이 없음.",
	WhereFrom: "모든 결과에 번호(%s)를 부여함. 번호마다 계산식, 매개변수, 투입된 공표 통계를 추적할 수 있으며 통계는 총 %s건, 출처는 %d종. " +
		"전체 목록은 화면용 문서의 이 절에 수록하고, ‘%s’ 명령으로 자료 형태로 출력 가능.",
	TraceNote: "결과별 계산식, 매개변수, 통계 번호. 통계는 아래에 번호순으로 수록하며 e9는 10억 단위.",

	IntervalNote: "막대는 90% 구간.",
	Disputes:     "분쟁", Wars: "전쟁", Concessions: "양보", Abandonments: "방기",
	CountNote:     "미래 하나당 전 기간 평균 횟수",
	StrategyTable: "전략별 성적", DriverTable: "1순위 전략의 결과를 좌우하는 가정",
	ScoreTable: "추정에 쓰지 않은 기간의 성적표", RankTable: "압착도 순위",
	DriverNote: "불확실성이 탐색 범위의 하위 1/3, 상위 1/3에 있을 때의 기준 충족 비율.",
	RankNote:   "기본 설정의 압착도 순위와 전체 설정에서의 순위 범위.",
	Untraced:   "기록 그대로", PartsSources: "본 프로그램 계산(통계는 말미의 목록)",
	GameSources:  "본 판의 억제 게임",
	PlaceSources: "Natural Earth(윤곽), 본 판의 압착도",
	RunSources:   "본 판의 모의실험", Upto: "~",
	Means: "수단", MeansChosen: "분쟁 중 비율", MeansResist: "저항", MeansFought: "저항 시 인명 피해",
	MeansCome: "후견국 참전", MeansYear: "연간 충돌 확률",
	MeansNote: "기본값과 현재 정책 수단 기준이며 후견국을 포함.", MeansTable: "%s의 수단별 전개",
	Standard: "척도", StandardTable: "다른 척도로 본 최선의 전략",
	StandardNote: "괄호는 최선의 값(항목 단위). 후회는 작을수록 좋음.",
	AllLevel:     "모두 같음", Several: "%d개 전략 동률", After: "경과",
	HorizonTable: "기간별 성적", HorizonNote: "미래 전체의 평균. 인명은 그 시점까지의 사망자.",
}
