package alignment

import "math"

// Terms holds the settings by which what is on record becomes a tie of 0 to 1.
type Terms struct {
	// Neutrality is the tie that a treaty of neutrality makes; a defence pact
	// makes 1 and no treaty 0. The kinds are those of [leeds2002].
	Neutrality float64 `name:"tie_neutrality" unit:"" min:"0.2" max:"0.8" default:"0.5" ref:"assumed" why:"less than a duty to defend, more than a promise not to attack; half way with a wide margin" en:"tie made by a neutrality pact" ko:"중립조약이 만드는 유대"`

	// Nonaggression is the tie that a treaty of nonaggression makes.
	Nonaggression float64 `name:"tie_nonaggression" unit:"" min:"0.1" max:"0.6" default:"0.3" ref:"assumed" why:"a promise of restraint; often signed between rivals, so the range begins near none" en:"tie made by a nonaggression pact" ko:"불가침조약이 만드는 유대"`

	// Consultation is the tie that a treaty of consultation makes.
	Consultation float64 `name:"tie_consultation" unit:"" min:"0.1" max:"0.6" default:"0.3" ref:"assumed" why:"a duty to talk; from a formality to the shell of an alliance" en:"tie made by a consultation pact" ko:"협의조약이 만드는 유대"`

	// VotesFar is the distance of UN ideal points [bailey2017] at which votes
	// make no tie; at no distance they make 1.
	VotesFar float64 `name:"votes_far" unit:"score" min:"2" max:"4" default:"3" ref:"assumed" why:"ideal points have a spread of about one across states, so that two to four spreads lie between opposite camps" en:"distance in UN votes that makes no tie" ko:"유대가 없다고 보는 유엔 투표 거리"`

	// TradeFull is the share of trade with one power that makes a tie of 1. That
	// a large share ties a state to its partner is Hirschman's point [hirschman1945].
	TradeFull float64 `name:"tie_trade_full" unit:"share" min:"0.3" max:"1" default:"0.5" ref:"assumed" why:"from a share that few states have with any partner to all of trade" en:"trade share that makes a full tie" ko:"완전한 유대로 보는 무역 비중"`

	// ForcesHalf is how many troops hosted make half a tie. One base counts as
	// as many.
	ForcesHalf float64 `name:"tie_forces_half" unit:"persons" min:"200" max:"10000" default:"1000" scale:"log" ref:"assumed" why:"embassy guards and trainers number in the tens, garrisons in the thousands" en:"troops hosted that make half a tie" ko:"유대의 절반을 이루는 주둔 병력"`

	// RivalHostility is the hostility of a rivalry without war; war is 1.
	RivalHostility float64 `name:"hostility_rivalry" unit:"" min:"0.2" max:"0.8" default:"0.5" ref:"assumed" why:"the ends of the scale are fixed by definition; the middle is not measured" en:"hostility of rivals at peace" ko:"전쟁 중이 아닌 경쟁국 사이의 적대성"`
}

// Facts are what is on record between a state and one power in one year. NaN is
// missing; what holds or does not is 1 or 0.
type Facts struct {
	Defence, Neutrality, Nonaggression, Consultation float64 // treaties in force, in either direction

	VoteDistance float64 // of UN ideal points
	TradeShare   float64 // with the power, over all trade or over output
	Troops       float64 // of the power in the state
	Bases        float64 // of the power in the state
	Rivalry, War float64
}

// Ties are the ties of a state to one power, each from 0 (none) to 1, or NaN
// where nothing is on record. Hostility is from 0 (none) to 1 (war).
type Ties struct{ Treaty, Votes, Trade, Forces, Hostility float64 }

// Dimension is one of the five kinds of tie.
type Dimension int

// The dimensions, in the order of the fields of [Ties] and [Weights].
const (
	Treaty Dimension = iota
	Votes
	Trade
	Forces
	Hostility
	dimensions
)

// Label names a dimension.
type Label struct{ Key, EN, KO string }

var labels = [dimensions]Label{
	{"treaty", "treaties", "조약"},
	{"votes", "votes in the United Nations", "유엔 투표"},
	{"trade", "trade", "무역"},
	{"forces", "forces hosted", "주둔군"},
	{"hostility", "rivalry and war", "경쟁과 전쟁"},
}

// String gives the key of the dimension.
func (d Dimension) String() string { return labels[d].Key }

// Label gives the dimension in words.
func (d Dimension) Label() Label { return labels[d] }

// Dimensions lists all five.
func Dimensions() []Dimension { return []Dimension{Treaty, Votes, Trade, Forces, Hostility} }

// Of returns one dimension of the ties.
func (t Ties) Of(d Dimension) float64 {
	return [dimensions]float64{t.Treaty, t.Votes, t.Trade, t.Forces, t.Hostility}[d]
}

// TiesOf puts facts on the scale of ties:
//
//	treaty     the strongest treaty known to be in force
//	votes      1 - distance / VotesFar, at least 0
//	trade      share / TradeFull, at most 1
//	forces     q / (1 + q), q the larger of troops / ForcesHalf and bases
//	hostility  1 at war, else RivalHostility between rivals, else 0
//
// Of treaties, of forces and of hostility those on record count, and one that is
// not on record counts as none beside one that is; a dimension with nothing on
// record is NaN.
func TiesOf(f Facts, t Terms) Ties {
	return Ties{
		Treaty:    strongest(f.Defence, t.Neutrality*f.Neutrality, t.Nonaggression*f.Nonaggression, t.Consultation*f.Consultation),
		Votes:     floor0(1 - f.VoteDistance/t.VotesFar),
		Trade:     cap1(f.TradeShare / t.TradeFull),
		Forces:    saturate(strongest(f.Troops/t.ForcesHalf, f.Bases)),
		Hostility: strongest(f.War, t.RivalHostility*f.Rivalry),
	}
}

// strongest is the largest of the values known, or NaN.
func strongest(values ...float64) float64 {
	out := math.NaN()
	for _, v := range values {
		if math.IsNaN(out) || v > out {
			out = v
		}
	}
	return out
}

func floor0(v float64) float64   { return max(0, v) } // NaN stays NaN
func cap1(v float64) float64     { return min(1, v) }
func saturate(q float64) float64 { return q / (1 + q) }
