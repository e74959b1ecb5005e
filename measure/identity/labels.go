package identity

// Label names a kind of state and says its rule in a sentence, without numbers.
type Label struct{ Key, EN, KO, SayEN, SayKO string }

var labels = []Label{
	{GreatPower, "great power", "강대국",
		"a large share of world output or military spending",
		"세계 생산이나 군사비에서 차지하는 비중이 큼"},
	{MiddlePower, "middle power", "중견국",
		"neither a great power nor a small state by its share of world output and military spending",
		"세계 생산과 군사비 비중에서 강대국도 소국도 아님"},
	{SmallState, "small state", "소국",
		"a small share of both world output and military spending",
		"세계 생산과 군사비에서 차지하는 비중이 모두 작음"},
	{InBetween, "state in between", "끼인 국가",
		"pressed by two powers hostile to one another, relative to its own strength",
		"자국 역량에 비해 서로 적대하는 두 강대국의 압력이 큼"},
	{TradingState, "trading state", "통상국가",
		"trade in goods is large beside output",
		"생산에 견준 상품 무역의 규모가 큼"},
	{DividedNation, "divided nation", "분단국가",
		"one of two states that were one before and have each claimed to stand for the whole",
		"하나였던 국가가 둘로 나뉘어 각각 전체를 대표한다고 주장한 바 있음"},
	{NuclearOwn, "nuclear state", "핵보유국",
		"has nuclear warheads of its own",
		"자체 핵탄두 보유"},
	{NuclearHost, "host of nuclear weapons", "핵무기 배치국",
		"another state keeps nuclear weapons there",
		"타국의 핵무기가 배치됨"},
	{NuclearGuard, "ally of a nuclear state", "핵보유국의 동맹국",
		"a state with nuclear weapons is bound by treaty to defend it",
		"핵보유국이 조약상 방위 의무를 짐"},
	{Island, "island state", "섬나라",
		"shares no land border",
		"육상 국경이 없음"},
	{Landlocked, "landlocked state", "내륙국",
		"has no coast on an ocean",
		"바다에 접하지 않음"},
	{FrontLineAlly, "front-line ally", "최전선 동맹국",
		"bound by a defence pact to a power and close to a rival of that power or an ally of the rival",
		"강대국과 방위조약을 맺고 그 강대국의 경쟁국이나 경쟁국의 동맹국에 인접함"},
	{EnergyImporter, "energy importer", "에너지 수입국",
		"imports most of the energy it uses",
		"에너지 사용의 대부분을 수입에 의존함"},
	{Democracy, "electoral democracy", "선거민주국가",
		"leaders are chosen in contested elections with wide suffrage",
		"보통선거와 경쟁선거로 지도자를 선출함"},
}

// Labels describes the kinds in the order of [Degrees].
func Labels() []Label { return append([]Label(nil), labels...) }

// Keys lists the kinds in the order of [Degrees].
func Keys() []string {
	out := make([]string, 0, len(labels))
	for _, l := range labels {
		out = append(out, l.Key)
	}
	return out
}
