package future

// Uncertain is one future's draw of the ten uncertainties about the world. The
// coefficients of the model that no study has settled are swept beside them.
type Uncertain struct {
	// GrowthGap is B's long-run growth less A's; each takes half of it.
	GrowthGap float64 `name:"growth_gap" unit:"per year" min:"-0.02" max:"0.04" default:"0.01" ref:"assumed" why:"forecasts of this gap have been wrong by more than its size; the range spans reversal and continued catching up" en:"{B}'s growth lead over {A}" ko:"{B}의 대{A} 성장률 격차"`

	// OwnGrowth is the state's own long-run growth.
	OwnGrowth float64 `name:"own_growth" unit:"per year" min:"-0.005" max:"0.035" default:"0.015" ref:"assumed" why:"growth reverts toward a world mean [pritchett2014]; from ageing stagnation to continued convergence" en:"own long-run growth" ko:"자국의 장기 성장률"`

	// Commitment is the probability that a patron bound by a treaty and with
	// forces in place fights for the state at today's odds.
	Commitment float64 `name:"commitment" unit:"probability" min:"0.22" max:"0.745" default:"0.5" ref:"berkemeier2018" why:"22 % after 1945 and 50 % overall in Berkemeier and Fuhrmann 2018; 74.5 % in Leeds, Long and Mitchell 2000" en:"reliability of a treaty patron" ko:"조약 후견국의 신뢰도"`

	// Assertiveness is the challengers' prize, relative to an ordinary dispute.
	Assertiveness float64 `name:"assertiveness" unit:"stakes" min:"0.5" max:"2" default:"1" scale:"log" ref:"assumed" why:"intentions are not observed; from half to twice the ordinary stake" en:"challengers' stakes" ko:"도전국이 거는 이해"`

	// TieEffect is what a security tie aimed at a challenger adds to the log
	// odds of its hostility: spiral when positive [jervis1976], deterrence when
	// negative.
	TieEffect float64 `name:"tie_effect" unit:"log odds" min:"-1.5" max:"1.5" default:"0" sign:"free" ref:"assumed" why:"schools disagree on the sign [jervis1976, kydd2005], so it is free" en:"effect of aimed alliances on hostility" ko:"겨냥한 동맹이 적대성에 주는 효과"`

	// StrengthEffect is what own forces add to a challenger's hostility, for
	// each doubling [jervis1976].
	StrengthEffect float64 `name:"strength_effect" unit:"log odds per doubling" min:"-1" max:"1" default:"0" sign:"free" ref:"assumed" why:"schools disagree on the sign [jervis1976, kydd2005], so it is free" en:"effect of own arms on hostility" ko:"자국 군비가 적대성에 주는 효과"`

	// PartnerEffect is what partnership adds to the partner's hostility: it
	// calms when negative and gives leverage when positive [hirschman1945].
	PartnerEffect float64 `name:"partner_effect" unit:"log odds" min:"-1.5" max:"1.5" default:"0" sign:"free" ref:"assumed" why:"schools disagree on the sign [hirschman1945], so it is free" en:"effect of economic partnership on hostility" ko:"경제 협력이 적대성에 주는 효과"`

	// Hazard multiplies the odds of a dispute on record.
	Hazard float64 `name:"hazard" unit:"odds ratio" min:"0.33" max:"3" default:"1" scale:"log" ref:"assumed" why:"the record ends in 2014; later odds may be three times lower or higher" en:"dispute odds against the record" ko:"기록 대비 분쟁 발생 승산"`

	// Committable is the part of its capability a power with duties elsewhere
	// can commit to one region.
	Committable float64 `name:"committable" unit:"share" min:"0.25" max:"0.9" default:"0.6" ref:"assumed" why:"no published estimate; crises elsewhere are not simulated yet, so the share is drawn" en:"share of power free for one region" ko:"한 지역에 투입 가능한 국력의 비율"`

	// Estimate places every figure published as a range between its low (0)
	// and its high (1) end.
	Estimate float64 `name:"estimate" unit:"" min:"0" max:"1" default:"0.5" ref:"assumed" why:"the publishers give ranges without a distribution, so all of it is explored" en:"truth of figures published as ranges" ko:"범위로 공표된 추정치의 실제 위치"`
}
