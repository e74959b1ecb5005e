package sim

// Powers are the coefficients of relations between the powers, which no lever of
// the state moves but through its aimed ties.
type Powers struct {
	// ParityEffect is what parity of A and B adds to the log odds of their
	// rivalry: parity provokes when positive [organski1980], preponderance when
	// negative.
	ParityEffect float64 `name:"parity_effect" unit:"log odds" min:"-1.5" max:"1.5" default:"0" sign:"free" ref:"assumed" why:"schools disagree whether parity or preponderance is dangerous [organski1980], so the sign is free" en:"effect of parity on rivalry" ko:"세력균등이 강대국 경쟁에 주는 효과"`
	// RivalrySpeed is the part of the way to its level that rivalry moves in a year.
	RivalrySpeed float64 `name:"rivalry_speed" unit:"per year" min:"0.05" max:"0.4" default:"0.15" ref:"assumed" why:"rivalries turn within a few years or within decades" en:"speed of rivalry" ko:"강대국 경쟁의 변화 속도"`
	// RivalryNoise is the spread of the yearly shock to rivalry.
	RivalryNoise float64 `name:"rivalry_noise" unit:"log odds" min:"0.05" max:"0.4" default:"0.15" ref:"assumed" why:"leaders and events turn rivalries in ways no model sees" en:"shock to rivalry" ko:"강대국 경쟁의 충격"`
	// PowerCrisis is the yearly probability of a crisis between full rivals.
	PowerCrisis float64 `name:"power_crisis" unit:"per year" min:"0.02" max:"0.3" default:"0.1" scale:"log" ref:"assumed" why:"great powers in rivalry have had a crisis once in a few years to once in decades" en:"crises between rival powers" ko:"경쟁 강대국 간 위기 발생률"`
	// PowerWar is the probability that such a crisis becomes war.
	PowerWar float64 `name:"power_war" unit:"probability" min:"0.002" max:"0.1" default:"0.015" scale:"log" ref:"assumed" why:"none has between nuclear powers, and several did before" en:"war in a crisis between powers" ko:"강대국 위기의 전쟁 비화 확률"`
	// Distraction is how much of a power's committable forces a crisis of its own
	// elsewhere takes away in a year.
	Distraction float64 `name:"distraction" unit:"share" min:"0" max:"0.6" default:"0.25" ref:"assumed" why:"from none to a theatre war's worth" en:"forces tied down by crises elsewhere" ko:"타 지역 위기에 묶이는 전력"`
	// Elsewhere is the yearly probability that a power is busy elsewhere.
	Elsewhere float64 `name:"crisis_elsewhere" unit:"per year" min:"0.05" max:"0.5" default:"0.2" ref:"assumed" why:"powers with global duties are at war or in crisis somewhere in a tenth to half of years" en:"powers busy elsewhere" ko:"강대국의 타 지역 위기"`
	// Entrapment is the probability that a war between powers reaches a state
	// that is fully tied to one and whose tie is fully aimed at the other.
	Entrapment float64 `name:"entrapment" unit:"probability" min:"0.2" max:"0.95" default:"0.6" ref:"assumed" why:"being dragged in is a standing fear of allies [snyder1984]; its rate is not estimated" en:"a powers' war reaches a tied state" ko:"강대국 전쟁에 연루될 확률"`
	// Spared is how far a declared and guaranteed neutrality keeps such a war out.
	Spared float64 `name:"neutral_spared" unit:"share" min:"0" max:"0.9" default:"0.5" ref:"assumed" why:"neutrals were spared and overrun on record; neither rate is settled" en:"neutrality keeps a powers' war out" ko:"중립이 강대국 전쟁을 피하게 하는 정도"`
	// Abstain is what abstaining from a patron's war costs its commitment.
	Abstain float64 `name:"abstain_cost" unit:"log odds" min:"0" max:"1.5" default:"0.5" ref:"assumed" why:"patrons resent allies that stand aside; how long is not measured" en:"cost of standing aside" ko:"동맹국 전쟁 불참의 대가"`
}

// Politics are the coefficients of politics at home and of belief abroad.
type Politics struct {
	// Polarisation is how divided the state is over its course.
	Polarisation float64 `name:"polarisation" unit:"" min:"0" max:"1" default:"0.4" ref:"assumed" why:"no figure of division over foreign policy is embedded, so all of it is explored" en:"division over foreign policy" ko:"외교노선의 국내 분열"`
	// Swing is how far levers move toward the other camp's ideal when it takes
	// office in a wholly divided state.
	Swing float64 `name:"turnover_swing" unit:"" min:"0" max:"0.6" default:"0.3" ref:"assumed" why:"the swing is to be estimated from turnovers on record; until then it runs from none to most of a treaty's worth" en:"swing at a change of government" ko:"정권 교체 시 노선 변동 폭"`
	// SwingCost is what a swing of one unit takes from commitment.
	SwingCost float64 `name:"swing_cost" unit:"log odds" min:"0" max:"1.5" default:"0.5" ref:"assumed" why:"partners discount a course that may be undone; by how much is not measured" en:"cost of a swing in commitment" ko:"노선 변동이 공약에 치르는 대가"`
	// Meddling is what full division adds to the log odds of the grey zone.
	Meddling float64 `name:"meddling" unit:"log odds" min:"0" max:"1.5" default:"0.5" ref:"assumed" why:"divided states invite meddling, it is argued; the size is not estimated" en:"division invites grey-zone acts" ko:"국내 분열이 회색지대 도발을 부르는 정도"`
	// DivisionEffect is what full division adds to challengers' hostility.
	DivisionEffect float64 `name:"division_effect" unit:"log odds" min:"-0.3" max:"0.8" default:"0.2" ref:"assumed" why:"division may tempt challengers or give them friends inside" en:"effect of division on hostility" ko:"국내 분열이 적대성에 주는 효과"`
	// Cohesion is what a united state fights above its forces, in log points.
	Cohesion float64 `name:"cohesion" unit:"log points" min:"0" max:"0.6" default:"0.25" ref:"assumed" why:"united states are said to fight above their weight; by how much is open" en:"strength of a united state" ko:"단합된 국가의 추가 전투력"`
	// Reputation is what abandoning the state costs its patrons' word, as others
	// read it: commitment lost by all patrons for each abandonment
	// [weisiger2015, press2005].
	Reputation float64 `name:"reputation" unit:"log odds" min:"0" max:"1" default:"0.3" ref:"assumed" why:"whether reputation travels is disputed [press2005, weisiger2015], so 0 is kept in" en:"commitment lost by an abandonment" ko:"방기가 공약 신뢰에 주는 손실"`
	// Embolden is what deep and unconditional commitment adds to the state's own
	// resistance [snyder1984].
	Embolden float64 `name:"embolden" unit:"log odds" min:"0" max:"1" default:"0.2" ref:"assumed" why:"deep commitment may embolden the client [snyder1984], or not" en:"commitment emboldens the state" ko:"공약이 자국을 대담하게 하는 정도"`
	// Foresight is how far challengers weigh acting now against a later balance:
	// 0 is myopic, 1 counts the whole change [levy1987, powell2006].
	Foresight float64 `name:"foresight" unit:"" min:"0" max:"1" default:"0.5" ref:"assumed" why:"whether closing windows drive attacks is disputed [levy1987, powell2006], so the myopic form is kept in" en:"challengers look ahead" ko:"도전국의 미래 고려 정도"`
}

// Courses are the coefficients of the levers of status, posture and membership.
type Courses struct {
	// NeutralEffect is what neutrality with guarantors adds to hostility.
	NeutralEffect float64 `name:"neutral_effect" unit:"log odds" min:"-1.2" max:"0.4" default:"-0.4" sign:"free" ref:"assumed" why:"neutrality may reassure, or be read as weakness" en:"effect of neutrality on hostility" ko:"중립이 적대성에 주는 효과"`
	// Guarantee is the commitment that guarantors of a neutral add, as the part
	// of a full tie that full guarantees stand for.
	Guarantee float64 `name:"guarantee_worth" unit:"share of a tie" min:"0" max:"0.5" default:"0.2" ref:"assumed" why:"guarantees were kept and broken on record" en:"worth of guarantees" ko:"중립 보장의 가치"`
	// StrikeEffect is what a full long-range posture adds to hostility.
	StrikeEffect float64 `name:"strike_effect" unit:"log odds" min:"-0.4" max:"0.8" default:"0.2" sign:"free" ref:"assumed" why:"offence may deter or provoke [jervis1978]" en:"effect of long-range arms on hostility" ko:"장거리 타격력이 적대성에 주는 효과"`
	// StrikeCost is what such a posture costs a challenger in a full war.
	StrikeCost float64 `name:"strike_cost" unit:"stakes" min:"0" max:"0.6" default:"0.2" ref:"assumed" why:"punishment deters by cost; how much is not measured" en:"cost that long-range arms impose" ko:"장거리 타격력이 부과하는 비용"`
	// DenialGain is how much a posture of denial multiplies defence, in log points.
	DenialGain float64 `name:"denial_gain" unit:"log points" min:"0" max:"0.9" default:"0.4" ref:"assumed" why:"denial is said to double what a defender gets for its money, or to be fashion" en:"defence gained by denial" ko:"거부 태세의 방어 이득"`
	// Provoked is what seeking membership adds to hostility until it is granted.
	Provoked float64 `name:"membership_provokes" unit:"log odds" min:"-0.2" max:"1.2" default:"0.3" sign:"free" ref:"assumed" why:"whether enlargement provoked is the quarrel itself" en:"seeking membership provokes" ko:"가입 추진이 주는 자극"`
	// Accession is the yearly probability that membership sought in full is
	// granted to a state at peace.
	Accession float64 `name:"accession_rate" unit:"per year" min:"0.02" max:"0.4" default:"0.12" scale:"log" ref:"assumed" why:"entries into the North Atlantic Treaty took from one year to never" en:"membership granted" ko:"가입 승인율"`
	// MemberTie is the security tie with A that membership is worth.
	MemberTie float64 `name:"member_tie" unit:"" min:"0.5" max:"0.9" default:"0.7" ref:"assumed" why:"as much as a treaty without forces in place" en:"tie made by membership" ko:"가입으로 형성되는 유대"`
	// NuclearPrice is the political price of an own arsenal: partnership lost.
	NuclearPrice float64 `name:"nuclear_price" unit:"share of trade" min:"0.05" max:"0.5" default:"0.2" ref:"assumed" why:"sanctions on proliferators ranged from symbolic to crippling" en:"price of an own arsenal" ko:"자체 핵무장의 대가"`
	// Cover is the part of a cut-off that a full per cent of GDP a year spent on
	// resilience, kept up, ends up covering.
	Cover float64 `name:"resilience_cover" unit:"share per percent of GDP" min:"0.1" max:"0.6" default:"0.3" ref:"assumed" why:"stocks and second sources cover months of a cut-off; the price is not estimated here" en:"cover bought by resilience" ko:"복원력 투자의 완충 효과"`
	// CoverSpeed is how fast cover is built up.
	CoverSpeed float64 `name:"cover_speed" unit:"per year" min:"0.1" max:"0.4" default:"0.2" ref:"assumed" why:"stocks fill within years, second sources within a decade" en:"speed of building cover" ko:"완충 능력 구축 속도"`
	// Healing is how far a full compact at home lowers division, in the long run.
	Healing float64 `name:"consensus_effect" unit:"share" min:"0.1" max:"0.9" default:"0.5" ref:"assumed" why:"compacts hold or break; no estimate" en:"consensus lowers division" ko:"국내 합의의 분열 완화 효과"`
}

// Harm are the coefficients of coercion below war, of widening, and of what
// fights do to people and land.
type Harm struct {
	// Coercion is the yearly probability that a fully hostile power with leverage
	// cuts trade to coerce.
	Coercion float64 `name:"coercion_rate" unit:"per year" min:"0.01" max:"0.2" default:"0.05" scale:"log" ref:"assumed" why:"open trade coercion by powers is a matter of one case in years to decades for each exposed state" en:"trade coercion" ko:"통상 압박 발생률"`
	// Displeasure is how far a patron coerces as a challenger would, when
	// partnership moves to its rival.
	Displeasure float64 `name:"patron_displeasure" unit:"share" min:"0" max:"1" default:"0.4" ref:"assumed" why:"coercion is looked for in every power, allies included" en:"patrons coerce too" ko:"후견국의 압박 성향"`
	// CutOff is the part of trade that coercion cuts for the year.
	CutOff float64 `name:"coercion_cut" unit:"share of trade" min:"0.05" max:"0.6" default:"0.2" ref:"assumed" why:"from one product to most goods" en:"trade cut by coercion" ko:"압박으로 끊기는 교역"`
	// PileOn is the probability that another hostile challenger joins an
	// invasion under way.
	PileOn float64 `name:"pile_on" unit:"probability" min:"0" max:"0.3" default:"0.05" ref:"assumed" why:"joining is to be estimated from records of joiners; it is rare" en:"other challengers join a war" ko:"다른 도전국의 전쟁 가담"`
	// WarDeaths is the share of the population that dies in an invasion lost.
	WarDeaths float64 `name:"war_deaths" unit:"share of population" min:"0.0002" max:"0.02" default:"0.003" scale:"log" ref:"assumed" why:"wars on own soil since 1945 killed from a few in ten thousand to several in a hundred" en:"deaths in an invasion" ko:"침공 시 사망률"`
	// ClashDeaths is how many die in a fight that is less than an invasion.
	ClashDeaths float64 `name:"clash_deaths" unit:"deaths" min:"2" max:"1000" default:"40" scale:"log" ref:"assumed" why:"most disputes on record that cost lives killed fewer than a hundred; a few killed up to a thousand" en:"deaths in a clash" ko:"충돌 시 사망자"`
	// WarEnds is the yearly probability that a war under way ends.
	WarEnds float64 `name:"war_ends" unit:"per year" min:"0.1" max:"0.7" default:"0.35" ref:"assumed" why:"interstate wars last from weeks to years; one that has lasted goes on longer" en:"a war under way ends" ko:"진행 중인 전쟁의 종결률"`
	// Conquest is the share of territory lost in an invasion lost.
	Conquest float64 `name:"conquest" unit:"share" min:"0.1" max:"1" default:"0.4" ref:"assumed" why:"from a province to the whole; conquest of whole states has been rare since 1945" en:"territory lost in a lost war" ko:"패전 시 영토 상실"`
	// GoalSpeed is how fast the national goal comes nearer in the best of years.
	GoalSpeed float64 `name:"goal_speed" unit:"per year" min:"0.005" max:"0.06" default:"0.02" scale:"log" ref:"assumed" why:"settlements took from years to generations" en:"speed of the national goal" ko:"국가 목표의 진전 속도"`
}

// Forms are choices between forms of the model that the literature leaves open.
type Forms struct {
	// Fading is how force fades with distance: by half with every half-distance
	// [boulding1962], or as a power of days of travel under which distance weighs
	// more on the weak than on the strong [buenodemesquita1981].
	Fading float64 `name:"reach_form" unit:"" min:"0" max:"1" default:"0" options:"half_distance|days_of_travel" options_en:"halving with distance|days of travel" options_ko:"거리에 따른 반감|이동 일수" ref:"assumed" why:"both forms are in use [boulding1962, buenodemesquita1981] and no test settles between them" en:"how force fades on the way" ko:"거리에 따른 힘의 약화 방식"`
}
