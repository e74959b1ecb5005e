package claim

// Coding sorts states where a rule only names their kind. It was set with the
// computations, after the rules and before any figure that uses it was seen.
type Coding struct {
	// Near is how far from a power's territory a state counts as near it where reach
	// and not a border is asked.
	Near float64 `name:"near_power" unit:"km" min:"400" max:"3000" default:"1000" scale:"log" ref:"assumed" why:"about the distance from which forces act without crossing a third region; no study sets one" en:"distance within which a state is near a power" ko:"강대국 인근으로 보는 거리"`
	// Between is the share of states that count as in between, by squeeze.
	Between float64 `name:"between_share" unit:"share" min:"0.2" max:"0.5" default:"0.3333333333333333" ref:"assumed" why:"an upper third; no study sets a threshold" en:"share of states that count as in between" ko:"끼인 국가로 보는 비율"`
	// Kind is the degree from which a state counts as of a kind.
	Kind float64 `name:"kind_from" unit:"" min:"0.3" max:"0.7" default:"0.5" ref:"assumed" why:"the middle of the scale" en:"degree from which a state is of a kind" ko:"유형으로 보는 정도"`
}
