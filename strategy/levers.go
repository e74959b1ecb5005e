package strategy

import "slices"

// specs lists the levers in order.
//
// The speeds are assumptions. A tie is signed or left in two years and its aim
// turned in as many, about the time between an election and a treaty in force.
// Trade and regional institutions take five years from one end of the scale to
// the other. Military spending moves by half a percent of GDP a year, which few
// states at peace exceed. Engagement of rivals can turn from one end to the
// other in four years, less than most terms of office.
//
// A posture of denial or of long-range strike takes near seven years to build
// from nothing, about the time from an order for weapons to units trained in
// them, and a consensus across parties as long, more than one term of office.
// Nuclear posture crosses its scale in five years, quicker than nearly every
// programme on record, so that the simulation does not rule a course out by its
// pace. Membership is sought within a year; how long it takes to arrive is the
// business of the simulation. A status goes from none to guaranteed in three
// years, a step on its ladder in each. Resilience moves by 0.3 percent of GDP a
// year, a little slower than military spending.
//
// Today's denial of 0.3 and strike of 0.2 are placeholders: no comparable figure
// covers every state, so all start alike, from mostly conventional forces with a
// few long-range weapons. Resilience of 0.2 percent of GDP stands for what stocks
// and civil protection cost a state that makes little of them.
var specs = [NumLevers]LeverSpec{
	TieA: {
		Name: "tie_a", Min: 0, Max: 1, Speed: 0.5, ByData: true,
		EN: "security tie with {A}", KO: "안보 유대({A})",
		SayEN: "0 is no security tie; 1 is a defence treaty with hosted forces.",
		SayKO: "0은 안보 유대 없음, 1은 병력이 주둔하는 방위조약.",
	},
	TieB: {
		Name: "tie_b", Min: 0, Max: 1, Speed: 0.5, ByData: true,
		EN: "security tie with {B}", KO: "안보 유대({B})",
		SayEN: "0 is no security tie; 1 is a defence treaty with hosted forces.",
		SayKO: "0은 안보 유대 없음, 1은 병력이 주둔하는 방위조약.",
	},
	AimA: {
		Name: "aim_a", Min: 0, Max: 1, Speed: 0.5, ByData: true,
		EN: "aim of the tie with {A} at {B}", KO: "{A} 유대의 {B} 겨냥 정도",
		SayEN: "0 is a tie not directed at {B}; 1 is a tie whose forces and plans are directed at {B}.",
		SayKO: "0은 {B} 겨냥 없음, 1은 병력과 계획 모두 {B} 겨냥.",
	},
	AimB: {
		Name: "aim_b", Min: 0, Max: 1, Speed: 0.5, ByData: true,
		EN: "aim of the tie with {B} at {A}", KO: "{B} 유대의 {A} 겨냥 정도",
		SayEN: "0 is a tie not directed at {A}; 1 is a tie whose forces and plans are directed at {A}.",
		SayKO: "0은 {A} 겨냥 없음, 1은 병력과 계획 모두 {A} 겨냥.",
	},
	PartnerA: {
		Name: "partner_a", Min: 0, Max: 1, Speed: 0.2, Today: 0.5,
		EN: "economic partnership with {A}", KO: "경제 협력({A})",
		SayEN: "0 is mostly cut off; 0.5 is as today; 1 is a deep agreement.",
		SayKO: "0은 대부분 단절, 0.5는 현재 수준, 1은 높은 수준의 협정.",
	},
	PartnerB: {
		Name: "partner_b", Min: 0, Max: 1, Speed: 0.2, Today: 0.5,
		EN: "economic partnership with {B}", KO: "경제 협력({B})",
		SayEN: "0 is mostly cut off; 0.5 is as today; 1 is a deep agreement.",
		SayKO: "0은 대부분 단절, 0.5는 현재 수준, 1은 높은 수준의 협정.",
	},
	Defence: {
		Name: "defence", Unit: "share of GDP", Min: 0, Max: 0.45, Speed: 0.005, ByData: true,
		EN: "military spending", KO: "국방비",
		SayEN: "0 is no military spending; 1 would be the whole of GDP, and 0.45 is the most allowed.",
		SayKO: "0은 국방비 없음, 1은 GDP 전부에 해당하며 상한은 0.45.",
	},
	Cooperation: {
		Name: "cooperation", Min: 0, Max: 1, Speed: 0.2, Today: 0.5,
		EN: "regional and multilateral cooperation", KO: "지역·다자 협력",
		SayEN: "0 is none; 0.5 is as today; 1 is a standing regional security institution.",
		SayKO: "0은 협력 없음, 0.5는 현재 수준, 1은 상설 지역 안보기구.",
	},
	Engagement: {
		Name: "engagement", Min: -1, Max: 1, Speed: 0.5, Today: 0,
		EN: "engagement of local rivals", KO: "역내 경쟁국 관여",
		SayEN: "-1 is full pressure; 0 is as today; 1 is full engagement.",
		SayKO: "-1은 전면 압박, 0은 현재 수준, 1은 전면 관여.",
	},
	Denial: {
		Name: "denial", Min: 0, Max: 1, Speed: 0.15, Today: 0.3,
		EN: "posture of denial", KO: "거부 중심 방위 태세",
		SayEN: "0 is conventional forces alone; 1 is the whole defence effort in denial: many small weapons, reserves, total defence.",
		SayKO: "0은 재래식 전력만, 1은 국방 노력 전부를 거부 전력(소형 다수 무기, 예비군, 총력방위)에 투입.",
	},
	Strike: {
		Name: "strike", Min: 0, Max: 1, Speed: 0.15, Today: 0.2,
		EN: "long-range strike", KO: "장거리 타격 능력",
		SayEN: "0 is no weapon that reaches beyond the border region; 1 is the means to strike anywhere in a challenger's home.",
		SayKO: "0은 국경 지역 너머에 닿는 무기 없음, 1은 상대 본토 전역을 타격할 수단 보유.",
	},
	Nuclear: {
		Name: "nuclear", Min: 0, Max: 1, Speed: 0.2, ByData: true, Rungs: nuclearRungs,
		EN: "nuclear posture", KO: "핵 태세",
		SayEN: "0 is none; 1/3 hosts an ally's weapons; 2/3 could build its own at short notice; 1 has its own.",
		SayKO: "0은 없음, 1/3은 동맹국 핵무기 배치, 2/3는 단기간 내 자체 제조 가능(잠재), 1은 자체 보유.",
	},
	Membership: {
		Name: "membership", Min: 0, Max: 1, Speed: 1, ByData: true,
		EN: "membership in collective defence with {A}", KO: "{A} 측 공동방위기구 가입",
		SayEN: "0 is not sought; 1 is sought in full, or held: an institution with collective defence that {A} belongs to or leads. It arrives after a delay and can be refused.",
		SayKO: "0은 추진하지 않음, 1은 전면 추진 또는 이미 가입({A} 소속 또는 주도 공동방위기구). 가입까지 시차가 있고 거부될 수 있음.",
	},
	Neutrality: {
		Name: "neutrality", Min: 0, Max: 1, Speed: 0.34, Today: 0, Rungs: statusRungs,
		EN: "declared status", KO: "선언된 지위",
		SayEN: "0 is none; 1/3 is non-aligned; 2/3 is neutral by its own word; 1 is neutral with guarantors.",
		SayKO: "0은 없음, 1/3은 비동맹, 2/3는 중립 자체 선언, 1은 보장국이 있는 중립.",
	},
	Resilience: {
		Name: "resilience", Unit: "share of GDP", Min: 0, Max: 0.03, Speed: 0.003, Today: 0.002,
		EN: "spending on resilience", KO: "복원력 지출",
		SayEN: "0 is none; 0.03 is the most allowed. It is spent each year on stocks, other suppliers and civil protection.",
		SayKO: "0은 없음, 상한은 0.03. 비축, 공급원 다변화, 민방위에 해마다 쓰는 몫.",
	},
	Consensus: {
		Name: "consensus", Min: 0, Max: 1, Speed: 0.15, Today: 0.5,
		EN: "domestic consensus", KO: "국내 합의",
		SayEN: "0 is a divided country; 0.5 is as today; 1 is a standing compact across parties.",
		SayKO: "0은 국론 분열, 0.5는 현재 수준, 1은 상설 초당적 합의.",
	},
}

// Levers returns the description of every lever; the index is the [Lever].
// Labels and sentences name the powers as {A} and {B}, which [Fill] replaces.
func Levers() []LeverSpec {
	s := specs
	for i := range s {
		s[i].Rungs = slices.Clone(s[i].Rungs)
	}
	return s[:]
}

// Defaults returns where the levers stand today as far as their scales say so.
// Levers whose value comes from figures are 0, for the caller to fill in.
func Defaults() Vector {
	var v Vector
	for i := range specs {
		if !specs[i].ByData {
			v[i] = specs[i].Today
		}
	}
	return v
}

// ParseLever returns the lever that goes by a name in files.
func ParseLever(name string) (Lever, bool) {
	for i := range specs {
		if specs[i].Name == name {
			return Lever(i), true
		}
	}
	return 0, false
}

// String gives the name in files.
func (l Lever) String() string {
	if int(l) < NumLevers {
		return specs[l].Name
	}
	return "unknown lever"
}

// clamp brings a value within the bounds of the lever; NaN stays NaN.
func (l Lever) clamp(v float64) float64 {
	return max(specs[l].Min, min(specs[l].Max, v))
}

// Speeds returns the most each lever can move in a year.
func Speeds() Vector {
	var v Vector
	for i := range specs {
		v[i] = specs[i].Speed
	}
	return v
}
