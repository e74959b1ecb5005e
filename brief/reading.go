package brief

// Reading sets when a result is large enough to be put in words. It changes
// what the brief says of a result and never the result.
type Reading struct {
	// EffortMatters is the least part of the yearly chance of war that twice
	// the forces must remove before stronger forces are recommended, and of the
	// chance of an attack before they are said to count.
	EffortMatters float64 `name:"effort_matters" unit:"share" min:"0.05" max:"0.5" default:"0.2" ref:"assumed" why:"A fifth is a reading habit and no estimate; the range runs from a barely visible change to a halving." en:"effect that makes stronger forces worth recommending" ko:"자강 제언의 최소 효과"`

	// WarMatters is the least yearly chance of war at which stronger forces are
	// recommended at all.
	WarMatters float64 `name:"war_matters" unit:"probability" min:"0.0001" max:"0.01" default:"0.001" ref:"assumed" why:"One war in a thousand years is a reading habit; the range runs from one in ten thousand to one in a hundred." en:"chance of war that makes stronger forces worth recommending" ko:"자강 제언의 최소 전쟁 확률"`

	// DriverMatters is the least difference in the share of futures good enough,
	// between the lowest and the highest third of an uncertainty, at which the
	// brief says where a strategy fails.
	DriverMatters float64 `name:"driver_matters" unit:"share" min:"0.01" max:"0.2" default:"0.05" ref:"assumed" why:"Five points is a reading habit; with 10,000 futures sampling error alone gives about two points between thirds." en:"spread that makes an uncertainty worth naming" ko:"불확실성 언급의 최소 격차"`
}
