package claim

// Verdict is what the readings say of an argument.
type Verdict string

// The verdicts.
const (
	Supported    Verdict = "supported"
	Contradicted Verdict = "contradicted"
	Mixed        Verdict = "mixed"
	Undetermined Verdict = "undetermined"
)

// Rule is the rule of all verdicts.
type Rule struct {
	// Level is the coverage of the interval of a reading.
	Level float64 `name:"claim_level" unit:"" min:"0.5" max:"0.99" default:"0.9" ref:"assumed" why:"the level of every interval of this program; fixed before any claim was computed" en:"coverage of the interval of a claim's figure" ko:"주장 수치의 구간 수준"`
	// Agreement is the least share of admissible settings that must agree.
	Agreement float64 `name:"claim_agreement" unit:"share" min:"0.5" max:"1" default:"0.8" ref:"assumed" why:"a convention: four settings in five; fixed before any claim was computed" en:"settings that must agree for a verdict" ko:"판정에 필요한 설정 일치 비율"`
}

// Effect is the smallest effect that matters.
//
// Even is the value of the figure at which it speaks for neither side. Least is
// how far from it the figure must be to matter, below 0 where the argument says
// that the figure is low. The argument is met at Even + Least and beyond, its
// mirror at Even - Least and beyond.
type Effect struct {
	Unit        string
	Even, Least float64
}

// Reading is the figure under one admissible setting, in the unit of the effect,
// with its interval. A setting that gave no figure has a Value of NaN.
type Reading struct {
	Setting          []Chosen
	Value, Low, High float64
	// Relation marks readings that differ only in a relation assumed between what a
	// government does and what follows; "" where none is assumed.
	Relation string
}

// Side says where a reading stands: 1 where its interval clears the effect, -1
// where it clears the mirror, 0 where it does neither or is missing.
func (e Effect) Side(r Reading) int {
	if !(r.Low <= r.Value && r.Value <= r.High) { // NaN among them too
		return 0
	}
	met, mirror := e.Even+e.Least, e.Even-e.Least
	switch up := e.Least > 0; {
	case up && r.Low >= met, !up && r.High <= met:
		return 1
	case up && r.High <= mirror, !up && r.Low >= mirror:
		return -1
	}
	return 0
}

// beside says on which side of even the whole interval of a reading lies, 0
// where it holds even or is missing.
func (e Effect) beside(r Reading) int {
	switch {
	case !(r.Low <= r.Value && r.Value <= r.High):
		return 0
	case r.Low > e.Even:
		return 1
	case r.High < e.Even:
		return -1
	}
	return 0
}

// Judgement is a verdict with the settings behind it.
type Judgement struct {
	Verdict Verdict
	// For, Against and Open count the settings that clear the effect, that clear
	// its mirror, and that do neither. A setting without a figure is open.
	For, Against, Open int
	// Flips says that the figure lies on one side of even under one relation and on
	// the other under another.
	Flips bool
}

// Share is the share of all settings that agree with the verdict: those for it,
// those against, or the larger camp where it is mixed; 0 where it is
// undetermined.
func (j Judgement) Share() float64 {
	n := float64(j.For + j.Against + j.Open)
	if n == 0 {
		return 0
	}
	switch j.Verdict {
	case Supported:
		return float64(j.For) / n
	case Contradicted:
		return float64(j.Against) / n
	case Mixed:
		return float64(max(j.For, j.Against)) / n
	}
	return 0
}

// Judge applies the rule. The verdict is mixed where the sign flips between
// relations; supported or contradicted where the interval clears the effect or
// its mirror in enough of the settings; mixed where some settings clear one and
// some the other; and undetermined otherwise, also without any reading.
func (rule Rule) Judge(e Effect, readings []Reading) Judgement {
	j := Judgement{Verdict: Undetermined, Flips: e.flips(readings)}
	for _, r := range readings {
		switch e.Side(r) {
		case 1:
			j.For++
		case -1:
			j.Against++
		default:
			j.Open++
		}
	}
	n := float64(len(readings))
	switch enough := rule.Agreement * n; {
	case n == 0:
	case j.Flips:
		j.Verdict = Mixed
	case float64(j.For) >= enough:
		j.Verdict = Supported
	case float64(j.Against) >= enough:
		j.Verdict = Contradicted
	case j.For > 0 && j.Against > 0:
		j.Verdict = Mixed
	}
	return j
}

func (e Effect) flips(readings []Reading) bool {
	above, below := false, false
	for _, r := range readings {
		if r.Relation == "" {
			continue
		}
		side := e.beside(r)
		above, below = above || side > 0, below || side < 0
	}
	return above && below
}

// Joining says how the parts of a claim make it up.
type Joining string

// The ways of joining.
const (
	All Joining = "all" // the argument needs every part
	Any Joining = "any" // one part is enough
)

// Join takes the verdicts of parts together. Where all are needed, the claim is
// supported if all parts are, contradicted if all are, mixed if any is or if some
// are supported and others contradicted, and undetermined otherwise. Where any
// will do, one supported part supports the claim; the rest is the same.
func Join(how Joining, parts []Verdict) Verdict {
	n := map[Verdict]int{}
	for _, v := range parts {
		n[v]++
	}
	switch {
	case len(parts) == 0:
		return Undetermined
	case n[Supported] == len(parts), how == Any && n[Supported] > 0:
		return Supported
	case n[Contradicted] == len(parts):
		return Contradicted
	case n[Mixed] > 0, n[Supported] > 0 && n[Contradicted] > 0:
		return Mixed
	}
	return Undetermined
}
