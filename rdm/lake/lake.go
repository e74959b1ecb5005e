package lake

import "math"

// Years is how many years a run has.
const Years = 100

// Basin is what is uncertain about the lake and about how the town discounts.
type Basin struct {
	// B is the share of the phosphorus that is lost in a year.
	B float64 `name:"b" unit:"share a year" min:"0.1" max:"0.45" default:"0.42" ref:"kwakkel2017" why:"The range of the published comparison; a lake with q = 2 and b below a half does not recover." en:"loss of phosphorus" ko:"인 제거율"`

	// Q is how steeply recycling rises with the phosphorus in the lake.
	Q float64 `name:"q" unit:"" min:"2" max:"4.5" default:"2" ref:"kwakkel2017" why:"The range of the published comparison." en:"steepness of recycling" ko:"재순환 지수"`

	// Delta is what a unit of utility next year is worth now.
	Delta float64 `name:"delta" unit:"a year" min:"0.93" max:"0.99" default:"0.98" ref:"kwakkel2017" why:"The range of the published comparison." en:"discount factor" ko:"할인 인자"`
}

// Inflow is what is uncertain about the natural inflows.
type Inflow struct {
	// Mean is the mean inflow of a year.
	Mean float64 `name:"mean" unit:"phosphorus a year" min:"0.01" max:"0.05" default:"0.02" ref:"kwakkel2017" why:"The range of the published comparison." en:"mean natural inflow" ko:"평균 자연 유입"`

	// SD is the standard deviation of the inflow of a year.
	SD float64 `name:"stdev" unit:"phosphorus a year" min:"0.001" max:"0.005" default:"0.001" ref:"kwakkel2017" why:"The range of the published comparison." en:"standard deviation of natural inflow" ko:"자연 유입 표준편차"`
}

// Terms are what the published problem holds fixed.
type Terms struct {
	// Alpha is the utility of releasing one unit.
	Alpha float64 `name:"lake_alpha" unit:"utility a unit" min:"0.1" max:"1" default:"0.4" ref:"kwakkel2017" why:"Fixed there; it scales utility and orders nothing." en:"utility of a release" ko:"배출 단위당 효용"`

	// Steady is the largest change of the release that still counts as inertia.
	Steady float64 `name:"lake_steady" unit:"phosphorus a year" min:"0.001" max:"0.1" default:"0.02" ref:"quinn2017" why:"Fixed there, as what firms could adapt to in a year." en:"largest steady change of the release" ko:"안정으로 보는 배출 변화 상한"`

	// First is the release of the first year under a rule.
	First float64 `name:"lake_first" unit:"phosphorus a year" min:"0" max:"0.1" default:"0.1" ref:"kwakkel2017" why:"Fixed there, before the rule has seen the lake." en:"first release under a rule" ko:"규칙 적용 첫해 배출량"`
}

// Result is what a run reports.
type Result struct {
	// MaxP is the highest of the yearly levels, each a mean over the samples.
	MaxP float64 `name:"max_p" unit:"phosphorus" want:"less" en:"highest mean phosphorus" ko:"평균 인 농도의 최고값"`
	// Utility is the discounted utility of all releases.
	Utility float64 `name:"utility" want:"more" en:"utility of the releases" ko:"배출의 효용"`
	// Inertia is the share of the changes from year to year that are steady.
	Inertia float64 `name:"inertia" unit:"share of years" want:"more" en:"steady releases" ko:"안정된 배출"`
	// Reliability is the share of years and samples below the critical level.
	Reliability float64 `name:"reliability" unit:"share of years" want:"more" en:"years below the critical level" ko:"임계 수준 미만인 해"`
}

// Next returns the level a year after level x.
func Next(x, b, q, release, inflow float64) float64 {
	return (1-b)*x + Recycled(x, q) + release + inflow
}

// Critical returns the level above which recycling outruns loss: the least x
// above 0 at which x^q / (1+x^q) = b x. It reports false for a lake in which loss
// prevails at every level, or with q of 1 or less.
//
// Recycling over x rises from 0 to its greatest at x = (q-1)^(1/q); the level is
// found on the way there, by halving, to the last bit.
func Critical(b, q float64) (float64, bool) {
	if !(q > 1) {
		return math.NaN(), false
	}
	outruns := func(x float64) bool { return math.Pow(x, q-1)/(1+math.Pow(x, q)) >= b }
	low, high := 0.0, math.Pow(q-1, 1/q)
	if !outruns(high) {
		return math.NaN(), false
	}
	for {
		mid := low + (high-low)/2
		if mid <= low || mid >= high {
			return high, true
		}
		if outruns(mid) {
			high = mid
		} else {
			low = mid
		}
	}
}

// Rule sets the release by the level of the lake: two cubic radial basis functions
// with their centres, radii and the weight of the first.
type Rule struct {
	C1 float64 `name:"c1" unit:"phosphorus" min:"-2" max:"2" default:"0.25" en:"centre of the first function" ko:"첫째 함수의 중심"`
	C2 float64 `name:"c2" unit:"phosphorus" min:"-2" max:"2" default:"0.25" en:"centre of the second function" ko:"둘째 함수의 중심"`
	R1 float64 `name:"r1" unit:"phosphorus" min:"0" max:"2" default:"0.5" en:"radius of the first function" ko:"첫째 함수의 반경"`
	R2 float64 `name:"r2" unit:"phosphorus" min:"0" max:"2" default:"0.5" en:"radius of the second function" ko:"둘째 함수의 반경"`
	W1 float64 `name:"w1" unit:"share" min:"0" max:"1" default:"0.5" en:"weight of the first function" ko:"첫째 함수의 가중치"`
}

// The least and most that a rule releases in a year.
const (
	LeastRelease = 0.01
	MostRelease  = 0.1
)

// Release returns what the rule releases at level x. A function of radius 0 asks
// for the most everywhere but at its centre.
func (r Rule) Release(x float64) float64 {
	b := r.compile()
	return b.release(x)
}

// bumps is a rule ready to be asked often.
type bumps struct{ c1, per1, w1, c2, per2, w2 float64 }

// least stands for a radius of 0: its cube, as a divisor, is still a number.
const least = 1e-90

func (r Rule) compile() bumps {
	return bumps{
		r.C1, 1 / math.Max(r.R1, least), r.W1,
		r.C2, 1 / math.Max(r.R2, least), 1 - r.W1,
	}
}

func (b *bumps) release(x float64) float64 {
	d1, d2 := math.Abs(x-b.c1)*b.per1, math.Abs(x-b.c2)*b.per2
	v := b.w1*d1*d1*d1 + b.w2*d2*d2*d2
	if v < LeastRelease {
		return LeastRelease
	}
	if v > MostRelease {
		return MostRelease
	}
	return v
}

// Plan sets the release of every year.
type Plan struct {
	Release [Years]float64 `name:"release" unit:"phosphorus a year" min:"0" max:"0.1" default:"0" en:"release" ko:"배출량"`
}

// Constant is the plan that releases as much every year.
func Constant(release float64) Plan {
	var p Plan
	for t := range p.Release {
		p.Release[t] = release
	}
	return p
}
