package brief

// placeLabels are the fixed words of the pictures and tables of structure and
// position.
type placeLabels struct {
	Fan, Parity, Level, Crossing, NeverBy, NoData              string
	FanNote, ReachAcross, ReachOther                           string
	ReachNote, FromHome, FromBase                              string
	RanksDefault, RanksHalf, RanksAll, RanksNote               string
	KindsNote, Degree, Kind, IndexTable, Index                 string
	Label, First, Ratio, Effective, Gap, As, IndexNote         string
	AllWindows, AllChoices, LastYears, ZoneNote, Q10, Q50, Q90 string
	Distance, Way, MoversTable, Setting, Best, Worst           string
	MoversNote, WarTable, List, Cases, Wars, Share             string
	WarNote                                                    string
}

func (english) place() *placeLabels { return &placeEN }
func (korean) place() *placeLabels  { return &placeKO }

var placeEN = placeLabels{
	Parity: "parity", Level: "%d %%", Crossing: "Year of overtaking: middle, and ten to ninety in a hundred draws", NeverBy: "never by %d", NoData: "no data",
	FanNote:     "Ratio of the output of %s to that of %s. Shaded: half and nine in ten of the draws; a level such as 95 %% lies above as many. Below, the last years that the trend is taken from.",
	ReachAcross: "distance, km", ReachOther: "by Bueno de Mesquita’s gradient",
	ReachNote: "Lines: what each brings to a distance from home, halved every %s km; bases bring %s of it from where they stand. Marks: at %s.",
	FromHome:  "from home", FromBase: "base in %s",
	RanksDefault: "default", RanksHalf: "nine in ten settings", RanksAll: "all settings",
	RanksNote: "Rank 1 is the most exposed. %d settings: gradient, bases, hostility, stakes, distance, spending or stock.",
	KindsNote: "0 is not at all, 1 in full; bars end where the rule’s default puts the degree, lines show its range over the disputable thresholds.",
	Degree:    "Degree", Kind: "Kind of state",
	IndexTable: "The system under every index of capability", Index: "Index", Label: "System", First: "First",
	Ratio: "%s over %s", Effective: "Effective poles, then → now", Gap: "Second less third", As: "Figures of",
	IndexNote:  "Shares are among the powers: majors of record and states above a threshold. A system is unipolar where one has at least half, bipolar where two have at least a quarter each.",
	AllWindows: "all", AllChoices: "All choices", LastYears: "last %s years", ZoneNote: "Dashed: zones of high squeeze, numbered by their peak.",
	Q10: "10 %", Q50: "Middle", Q90: "90 %", Distance: "Distance", Way: "Way",
	MoversTable: "What moves the rank", Setting: "Choice", Best: "Mean rank at best, with", Worst: "Mean rank at worst, with",
	MoversNote: "Mean rank by squeeze over all settings that share the choice.",
	WarTable:   "Transitions on record that ended in war", List: "List", Cases: "Cases", Wars: "Wars", Share: "Share",
	WarNote: "Lists choose cases by different rules and overlap; intervals are Jeffreys’. The choice of cases is a larger doubt than any interval.",
}

var placeKO = placeLabels{
	Parity: "대등", Level: "%d%%", Crossing: "역전 시기: 중앙값과 10~90% 범위", NeverBy: "%d년까지 없음", NoData: "자료 없음",
	FanNote:     "%s 생산을 %s 생산으로 나눈 비율. 음영은 추출 경로의 절반과 90%%. 아래는 추세를 산정한 최근 연수별 역전 시기.",
	ReachAcross: "거리(km)", ReachOther: "부에노 데 메스키타 감쇠식",
	ReachNote: "선은 본국에서의 거리별 투사력으로 %s km마다 절반이 됨. 기지에서는 그 위치에서 %s를 투사. 표시점은 %s.",
	FromHome:  "본국에서", FromBase: "%s 기지",
	RanksDefault: "기본 설정", RanksHalf: "설정의 90%", RanksAll: "전체 설정",
	RanksNote: "1위가 가장 심한 노출. 설정 %d가지: 감쇠식, 기지, 적대성, 이해관계, 거리, 군사비와 군사자본.",
	KindsNote: "0은 전혀 아님, 1은 완전히 해당. 막대는 기본 기준값, 선은 기준값에 따른 범위.",
	Degree:    "정도", Kind: "국가 유형",
	IndexTable: "국력 지표별 체제 구조", Index: "지표", Label: "체제", First: "1위",
	Ratio: "%[1]s÷%[2]s", Effective: "유효 극 수, 과거→현재", Gap: "2위와 3위의 차", As: "기준 연도",
	IndexNote:  "비중은 강대국(공인 강대국과 기준 이상 국가) 사이의 비중. 한 국가가 절반 이상이면 단극, 두 국가가 각각 4분의 1 이상이면 양극. 순자원은 GDP와 1인당 GDP의 곱, 종합국력지수(CINC)는 여섯 지표의 평균 비중.",
	AllWindows: "전체", AllChoices: "선택 전체", LastYears: "최근 %s년", ZoneNote: "점선은 압착도가 높은 지대로, 정점이 높은 순서로 번호를 붙임.",
	Q10: "10%", Q50: "중앙값", Q90: "90%", Distance: "거리", Way: "경로",
	MoversTable: "순위를 움직이는 선택", Setting: "선택", Best: "가장 높은 평균 순위와 그 조건", Worst: "가장 낮은 평균 순위와 그 조건",
	MoversNote: "같은 선택을 공유하는 설정 전체의 압착도 평균 순위.",
	WarTable:   "전쟁으로 끝난 세력전이의 기록", List: "목록", Cases: "사례", Wars: "전쟁", Share: "비율",
	WarNote: "목록마다 사례 선정 기준이 다르고 서로 겹침. 구간은 제프리스 구간이며, 사례 선정의 차이가 어떤 구간보다 큼.",
}
