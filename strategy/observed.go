package strategy

// ObservedSpec describes a quantity that rules can watch.
type ObservedSpec struct {
	Name     string  // in files, such as "hostility_b"
	Unit     string  // "" for a pure degree
	Min, Max float64 // levels that a rule may name
	EN, KO   string  // label, with {A} and {B}
}

var watched = [NumObserved]ObservedSpec{
	HostilityB: {
		Name: "hostility_b", Max: 1,
		EN: "hostility of {B}", KO: "{B}의 적대",
	},
	HostilityA: {
		Name: "hostility_a", Max: 1,
		EN: "hostility of {A}", KO: "{A}의 적대",
	},
	CommitmentA: {
		Name: "commitment_a", Max: 1,
		EN: "commitment of {A}", KO: "{A}의 공약",
	},
	BalanceBA: {
		Name: "balance_ba", Unit: "ratio", Max: 100,
		EN: "capability of {B} over that of {A}", KO: "{A} 대비 {B}의 능력",
	},
	Dispute: {
		Name: "dispute", Max: 1,
		EN: "a militarised dispute in the year", KO: "해당 연도의 군사분쟁",
	},
	HostilityAny: {
		Name: "hostility_any", Max: 1,
		EN: "largest hostility of any challenger", KO: "도전국 적대의 최댓값",
	},
	CommitmentB: {
		Name: "commitment_b", Max: 1,
		EN: "commitment of {B}", KO: "{B}의 공약",
	},
	OwnBalance: {
		Name: "own_balance", Unit: "ratio", Max: 100,
		EN: "own capability over the strongest challenger's that reaches the state", KO: "현지에 닿는 최강 도전국 능력 대비 자국 능력",
	},
	Turnover: {
		Name: "turnover", Max: 1,
		EN: "a change of government in the year", KO: "해당 연도의 정권 교체",
	},
	Admitted: {
		Name: "membership", Max: 1,
		EN: "membership in collective defence with {A} in force", KO: "{A} 측 공동방위기구 가입 완료",
	},
}

// Watched returns the description of everything a rule can watch; the index is
// the [Observed].
func Watched() []ObservedSpec {
	w := watched
	return w[:]
}

// ParseObserved returns the observed quantity that goes by a name in files.
func ParseObserved(name string) (Observed, bool) {
	for i := range watched {
		if watched[i].Name == name {
			return Observed(i), true
		}
	}
	return 0, false
}

// String gives the name in files.
func (o Observed) String() string {
	if int(o) < NumObserved {
		return watched[o].Name
	}
	return "unknown observation"
}

var kinds = [...]string{None: "none", Reactive: "reactive", Anticipatory: "anticipatory", Inertial: "inertial"}

// String gives the name in files.
func (k RuleKind) String() string {
	if int(k) < len(kinds) {
		return kinds[k]
	}
	return "unknown rule"
}
