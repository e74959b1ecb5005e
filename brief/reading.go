package brief

// Reading sets when a result is large enough to be put in words. It changes
// what the brief says of a result and never the result.
type Reading struct {
	// EffortMatters is the least part of the yearly chance of a fight that costs
	// lives that twice the forces must remove before stronger forces are
	// recommended, and of the chance that a dispute costs lives before they are
	// said to count.
	EffortMatters float64 `name:"effort_matters" unit:"share" min:"0.05" max:"0.5" default:"0.2" ref:"assumed" why:"A fifth is a reading habit and no estimate; the range runs from a barely visible change to a halving." en:"effect that makes stronger forces worth recommending" ko:"자강 제언의 최소 효과"`

	// FightMatters is the least yearly chance of a fight that costs lives at which
	// stronger forces are recommended at all.
	FightMatters float64 `name:"fight_matters" unit:"probability" min:"0.0001" max:"0.01" default:"0.001" ref:"assumed" why:"One fight in a thousand years is a reading habit; the range runs from one in ten thousand to one in a hundred." en:"chance of a fight that makes stronger forces worth recommending" ko:"자강 제언의 최소 충돌 확률"`

	// DriverMatters is the least difference in the share of futures good enough,
	// between the lowest and the highest third of an uncertainty, at which the
	// brief says where a strategy fails.
	DriverMatters float64 `name:"driver_matters" unit:"share" min:"0.01" max:"0.2" default:"0.05" ref:"assumed" why:"Five points is a reading habit; with 10,000 futures sampling error alone gives about two points between thirds." en:"spread that makes an uncertainty worth naming" ko:"불확실성 언급의 최소 격차"`

	// BoxStable is the least share of searches in halves of the futures that must
	// name the same conditions before the second recommendation speaks of them.
	BoxStable float64 `name:"box_stable" unit:"share of searches" min:"0.5" max:"1" default:"0.75" ref:"bryantlempert2010" why:"The authors repeat the search to see how often a condition comes back and set no level; from more often than not to always." en:"searches that must agree on where a strategy fails" ko:"실패 조건이 일치해야 하는 탐색 비율"`

	// LeadMatters is the least difference in the share of futures good enough at
	// which the brief says that one strategy holds up better than another.
	// Paired futures tell far smaller differences apart, but what the ranges
	// explored are taken to be moves the share by more.
	LeadMatters float64 `name:"lead_matters" unit:"share" min:"0.005" max:"0.05" default:"0.02" ref:"assumed" why:"Two points is a reading habit; halving the ranges explored moves the share of a first strategy by up to twelve." en:"lead that makes a strategy better" ko:"우열로 볼 최소 격차"`

	// StepMatters is the least that one step at home must add to the share of
	// futures good enough before the brief recommends it.
	StepMatters float64 `name:"step_matters" unit:"share" min:"0.002" max:"0.05" default:"0.005" ref:"assumed" why:"Half a point is a reading habit; with the 2,000 futures of one-step changes sampling error is about as much." en:"gain that makes a step at home worth recommending" ko:"자강 조치 제언의 최소 이득"`
}
