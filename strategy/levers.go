package strategy

// specs lists the levers in order.
//
// The speeds are assumptions. A tie is signed or left in two years and its aim
// turned in as many, about the time between an election and a treaty in force.
// Trade and regional institutions take five years from one end of the scale to
// the other. Military spending moves by half a percent of GDP a year, which few
// states at peace exceed. Engagement of rivals can turn from one end to the
// other in four years, less than most terms of office.
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
}

// Levers returns the description of every lever; the index is the [Lever].
// Labels and sentences name the powers as {A} and {B}, which [Fill] replaces.
func Levers() []LeverSpec {
	s := specs
	return s[:]
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
