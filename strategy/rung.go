package strategy

// Rung is a point on the scale of a lever that has a name: on a ladder such as
// declared status, what lies between two rungs is a step not yet completed.
type Rung struct {
	Name   string  // in files, such as "non-aligned"
	At     float64 // on the scale of the lever
	EN, KO string  // label
}

// The rungs of [Nuclear].
const (
	NuclearHosting = 1.0 / 3 // an ally's weapons on own soil
	NuclearLatent  = 2.0 / 3 // could build its own at short notice
	NuclearOwn     = 1.0
)

// The rungs of [Neutrality].
const (
	StatusNonAligned = 1.0 / 3
	StatusOwnWord    = 2.0 / 3 // neutral, and nobody else has promised anything
	StatusGuaranteed = 1.0     // neutral, with guarantors
)

var nuclearRungs = []Rung{
	{"none", 0, "none", "없음"},
	{"hosting", NuclearHosting, "hosting an ally's weapons", "동맹국 핵무기 배치"},
	{"latent", NuclearLatent, "latent", "잠재적 핵 능력"},
	{"own", NuclearOwn, "own weapons", "자체 핵무기"},
}

var statusRungs = []Rung{
	{"none", 0, "none", "없음"},
	{"non-aligned", StatusNonAligned, "non-aligned", "비동맹"},
	{"own-word", StatusOwnWord, "neutral by its own word", "중립 자체 선언"},
	{"guaranteed", StatusGuaranteed, "neutral with guarantors", "보장국이 있는 중립"},
}

// rungSlack is how far below a rung a lever may be and still stand on it, so
// that sums of yearly steps that end a hair short count as arrived.
const rungSlack = 1e-9

// Rung returns the highest rung that a value of the lever has reached. It is
// false where the lever has no rungs or the value is below them all or NaN.
func (l Lever) Rung(v float64) (Rung, bool) {
	if int(l) >= NumLevers {
		return Rung{}, false
	}
	rungs := specs[l].Rungs
	for i := len(rungs) - 1; i >= 0; i-- {
		if v >= rungs[i].At-rungSlack {
			return rungs[i], true
		}
	}
	return Rung{}, false
}

// rung returns the rung that goes by a name in files.
func (s *LeverSpec) rung(name string) (Rung, bool) {
	for _, r := range s.Rungs {
		if r.Name == name {
			return r, true
		}
	}
	return Rung{}, false
}

// rungNames lists what a file may call the rungs.
func (s *LeverSpec) rungNames() []string {
	names := make([]string, len(s.Rungs))
	for i, r := range s.Rungs {
		names[i] = r.Name
	}
	return names
}
