package study

import (
	"github.com/shatterbelt/shatterbelt/measure/alignment"
	"github.com/shatterbelt/shatterbelt/measure/between"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/measure/identity"
	"github.com/shatterbelt/shatterbelt/measure/pivot"
	"github.com/shatterbelt/shatterbelt/measure/system"
	"github.com/shatterbelt/shatterbelt/measure/transition"
)

// Today says how figures on record are read as the state of affairs today.
type Today struct {
	// PactTie is the security tie that a defence pact makes without forces in place.
	PactTie float64 `name:"pact_tie" unit:"" min:"0.4" max:"0.9" default:"0.7" ref:"assumed" why:"a pact is most of a tie; the rest is forces in place" en:"tie made by a pact alone" ko:"조약만으로 형성되는 유대"`
	// Garrison is how many troops hosted complete a tie.
	Garrison float64 `name:"full_garrison" unit:"persons" min:"2000" max:"30000" default:"10000" scale:"log" ref:"assumed" why:"from a brigade to an army corps" en:"troops that complete a tie" ko:"유대를 완성하는 주둔 병력"`
	// Aim is how far existing ties are aimed at the other power today.
	Aim float64 `name:"aim_today" unit:"" min:"0" max:"1" default:"0.25" ref:"assumed" why:"treaties seldom name an enemy; how far practice does is not measured" en:"how far ties are aimed today" ko:"현재 유대의 겨냥 정도"`
	// GrowthYears is over how many years recent growth is averaged.
	GrowthYears float64 `name:"growth_years" unit:"years" min:"3" max:"10" default:"5" ref:"assumed" why:"long enough to smooth a cycle, short enough to be recent" en:"years of recent growth" ko:"최근 성장률 산정 기간"`
}

// Network says what makes a tie between two states.
type Network struct {
	// TradeTie is the share of its trade that a state must do with another for
	// the two to be tied by trade.
	TradeTie float64 `name:"trade_tie" unit:"share" min:"0.02" max:"0.15" default:"0.05" scale:"log" ref:"assumed" why:"no threshold is agreed; at 2 % most neighbours are tied, at 15 % the main partners alone" en:"share of trade that makes a tie" ko:"연결로 보는 교역 비중"`
}

// Settings are the parameters of every measure a study computes.
type Settings struct {
	between.Settings
	Today
	Challenging
	Evidence   capability.Evidence
	Poles      system.Rule
	Transition transition.Settings
	Zoning     between.Zoning
	Facing     between.Facing
	Voting     pivot.Voting
	Doubt      pivot.Doubt
	Network    Network
	Identity   identity.Rules
	Alignment  alignment.Settings
	Ties       alignment.Window
	Swinging   alignment.Swinging
	Contrast   alignment.Contrasting
}

// GoodEnough is what a future must reach to count as good enough.
type GoodEnough struct {
	// Security is the least security outcome.
	Security float64 `name:"least_security" unit:"" min:"0.3" max:"1" default:"0.8" ref:"assumed" why:"a judgement of value: no war on own soil and no limited attack lost; clashes repelled are borne" en:"least security" ko:"안보 최소치"`
	// Territory is the least share of today's territory held.
	Territory float64 `name:"least_territory" unit:"share" min:"0.5" max:"1" default:"0.95" ref:"assumed" why:"a judgement of value: no province lost" en:"least territory held" ko:"영토 최소치"`
	// Lives is the most deaths per million people.
	Lives float64 `name:"most_deaths" unit:"deaths per million" min:"0" max:"2000" default:"200" ref:"assumed" why:"a judgement of value: clashes, but no war" en:"most deaths borne" ko:"감내 가능한 인명 피해"`
	// PeaceSlack is how far below the record peace may fall.
	PeaceSlack float64 `name:"peace_slack" unit:"share" min:"0" max:"0.3" default:"0.1" ref:"assumed" why:"a judgement of value: about as peaceful as the record" en:"tolerated loss of peace" ko:"평화 허용 손실"`
	// Prosperity is the least prosperity outcome.
	Prosperity float64 `name:"least_prosperity" unit:"ratio" min:"0.85" max:"1" default:"0.97" ref:"assumed" why:"a judgement of value: no more than a lost year of growth or two" en:"least prosperity" ko:"번영 최소치"`
	// AutonomySlack is how far below today autonomy may fall.
	AutonomySlack float64 `name:"autonomy_slack" unit:"share" min:"0" max:"0.5" default:"0.25" ref:"assumed" why:"a judgement of value; wide, since the scale of autonomy rests on assumed weights" en:"tolerated loss of autonomy" ko:"자율성 허용 손실"`
}
