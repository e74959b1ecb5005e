package sim

// Coefficients of the simulated year. Where a study gives a value it is cited;
// the rest are assumed. Every study sweeps all of them.
type Coefficients struct {
	// WorldGrowth is the rate toward which growth reverts [pritchett2014].
	WorldGrowth float64 `name:"world_growth" unit:"per year" min:"0.01" max:"0.035" default:"0.02" ref:"pritchett2014" why:"Pritchett and Summers 2014 put the long-run mean of growth per head near 2 %" en:"long-run growth of the powers" ko:"강대국의 장기 성장률"`
	// Reversion is the part of a growth gap that lasts a year.
	Reversion float64 `name:"growth_persistence" unit:"" min:"0.7" max:"0.95" default:"0.87" ref:"assumed" why:"growth rates of one decade say little of the next [pritchett2014]; the yearly form is ours" en:"persistence of growth" ko:"성장률의 지속성"`
	// CommonShock is the spread of the yearly shock that all economies share.
	CommonShock float64 `name:"common_shock" unit:"log points" min:"0.005" max:"0.03" default:"0.015" ref:"assumed" why:"about the year-to-year spread of world output; not estimated here" en:"common shock to output" ko:"공통 경제 충격"`
	// OwnShock is the spread of each economy's own yearly shock.
	OwnShock float64 `name:"own_shock" unit:"log points" min:"0.01" max:"0.04" default:"0.02" ref:"assumed" why:"about the year-to-year spread of national output; not estimated here" en:"own shock to output" ko:"개별 경제 충격"`

	// TradeCreation is what moving partnership from none to full adds to log trade.
	TradeCreation float64 `name:"trade_creation" unit:"log points" min:"0.3" max:"0.9" default:"0.68" ref:"baierbergstrand2007" why:"an agreement about doubles trade within ten years in Baier and Bergstrand 2007" en:"trade created by partnership" ko:"협력의 무역 창출 효과"`
	// TradeElasticity turns lost trade into lost income [arkolakis2012].
	TradeElasticity float64 `name:"trade_elasticity" unit:"" min:"2.5" max:"10" default:"5" scale:"log" ref:"headmayer2014" why:"centre and spread of the estimates gathered by Head and Mayer 2014" en:"trade elasticity" ko:"무역 탄력성"`
	// TradeDiversion is the part of trade lost with A or B that third states
	// replace: none under the share rule, and more the easier partners are to
	// replace in general equilibrium [arkolakis2012].
	TradeDiversion float64 `name:"trade_diversion" unit:"share" min:"0" max:"0.8" default:"0.3" ref:"assumed" why:"how much of a lost partner's trade others replace is to come from a model of trade in general equilibrium; until then it runs from none to most" en:"lost trade that others replace" ko:"상실 무역의 제3국 대체율"`
	// TradeDispute is the part of trade with a challenger lost in a year of dispute.
	TradeDispute float64 `name:"trade_dispute_loss" unit:"share" min:"0" max:"0.3" default:"0.1" ref:"assumed" why:"disputes short of war disturb trade little or much depending on the study" en:"trade lost in a dispute" ko:"분쟁 시 무역 손실"`
	// TradeWar is the part of trade with an enemy lost in a year of war.
	TradeWar float64 `name:"trade_war_loss" unit:"share" min:"0.5" max:"0.95" default:"0.8" ref:"glicktaylor2010" why:"war all but ends trade between enemies in Glick and Taylor 2010" en:"trade lost in war" ko:"전쟁 시 무역 손실"`
	// Hosting is what a full security tie costs.
	Hosting float64 `name:"hosting_cost" unit:"share of GDP" min:"0" max:"0.003" default:"0.0007" ref:"assumed" why:"published host payments are below a thousandth of GDP; indirect costs are not known" en:"cost of hosting forces" ko:"주둔 비용"`
	// Diplomacy is what full cooperation and engagement cost.
	Diplomacy float64 `name:"diplomacy_cost" unit:"share of GDP" min:"0" max:"0.002" default:"0.0005" ref:"assumed" why:"foreign ministries cost about a thousandth of GDP" en:"cost of cooperation and engagement" ko:"협력·관여 비용"`
	// Switching is what moving one lever over its whole range costs, once.
	Switching float64 `name:"switching_cost" unit:"share of GDP" min:"0" max:"0.01" default:"0.002" ref:"assumed" why:"no lever is free to move, but no study prices it" en:"cost of changing course" ko:"노선 변경 비용"`

	// HostilityRival, HostilityNeither and HostilityAlly are today's hostility
	// of a challenger by its standing on record.
	HostilityRival   float64 `name:"hostility_of_rival" unit:"" min:"0.5" max:"0.9" default:"0.7" ref:"assumed" why:"the scale runs from none to certain enmity; rivals lie in its upper half" en:"hostility of a rival" ko:"경쟁국의 적대성"`
	HostilityNeither float64 `name:"hostility_of_other" unit:"" min:"0.1" max:"0.5" default:"0.3" ref:"assumed" why:"states neither rivals nor allies lie in the lower half of the scale" en:"hostility of others" ko:"기타 국가의 적대성"`
	HostilityAlly    float64 `name:"hostility_of_ally" unit:"" min:"0.01" max:"0.15" default:"0.05" scale:"log" ref:"assumed" why:"allies have disputes too, seldom" en:"hostility of an ally" ko:"동맹국의 적대성"`
	// HostilitySpeed is the part of the way to its new level hostility moves in a year.
	HostilitySpeed float64 `name:"hostility_speed" unit:"per year" min:"0.1" max:"0.6" default:"0.3" ref:"assumed" why:"relations turn within two to ten years" en:"speed of hostility" ko:"적대성 변화 속도"`
	// CooperationEffect is what full regional cooperation adds to hostility.
	CooperationEffect float64 `name:"cooperation_effect" unit:"log odds" min:"-1" max:"0.2" default:"-0.3" ref:"assumed" why:"common institutions are mostly thought to calm; that they do nothing or irritate is kept in" en:"effect of regional cooperation on hostility" ko:"역내 협력이 적대성에 주는 효과"`
	// EngagementEffect is what full engagement adds to a local rival's hostility.
	EngagementEffect float64 `name:"engagement_effect" unit:"log odds" min:"-1.5" max:"1" default:"-0.3" sign:"free" ref:"assumed" why:"engagement may calm or embolden [kydd2005]" en:"effect of engagement on a local rival" ko:"관여가 역내 경쟁국에 주는 효과"`
	// CrisisEffect is what a dispute last year adds to hostility.
	CrisisEffect float64 `name:"crisis_effect" unit:"log odds" min:"0" max:"1.5" default:"0.5" ref:"assumed" why:"disputes are known to recur within dyads; how much is past hostility and how much its result is open" en:"effect of a recent crisis on hostility" ko:"최근 위기가 적대성에 주는 효과"`
	// StakeResponse is how far a challenger's prize grows with its hostility.
	StakeResponse float64 `name:"stake_response" unit:"elasticity" min:"0" max:"1" default:"0.5" ref:"assumed" why:"from stakes that hostility does not touch to stakes in proportion" en:"response of stakes to hostility" ko:"적대성에 대한 이해의 반응"`

	// TieDepth is what a full tie adds to a patron's commitment over none.
	TieDepth float64 `name:"tie_depth" unit:"log odds" min:"1" max:"4" default:"2.5" ref:"assumed" why:"states without a treaty are seldom defended; the record gives no effect of degree" en:"effect of a security tie on commitment" ko:"안보 유대가 공약에 주는 효과"`
	// BurdenEffect is what doubling the own defence share adds to commitment.
	BurdenEffect float64 `name:"burden_effect" unit:"log odds per doubling" min:"0" max:"1" default:"0.3" ref:"assumed" why:"patrons ask for shared burdens; whether it binds them is open" en:"effect of burden sharing on commitment" ko:"방위 분담이 공약에 주는 효과"`
	// AimEffect is what a tie aimed at the patron's rival adds to commitment.
	AimEffect float64 `name:"aim_effect" unit:"log odds" min:"0" max:"1.5" default:"0.5" ref:"assumed" why:"usefulness to the patron [snyder1984]; the size is not estimated" en:"effect of an aimed tie on commitment" ko:"겨냥한 유대가 공약에 주는 효과"`
	// HedgePrice is what closeness to the patron's rival takes from commitment.
	HedgePrice float64 `name:"hedge_price" unit:"log odds" min:"0" max:"1.5" default:"0.5" ref:"assumed" why:"whether hedging costs commitment is disputed, so 0 is kept in" en:"price of hedging in commitment" ko:"헤징이 공약에 치르는 대가"`

	// WarLoss is the output lost in a war on own soil that is lost.
	WarLoss float64 `name:"war_output_loss" unit:"share" min:"0.1" max:"0.5" default:"0.3" ref:"federle2024" why:"output at the site of war is about 30 % lower within five years in Federle and others 2024; the range is ours" en:"output lost in war" ko:"전쟁의 산출 손실"`
	// ForceLoss is the military capital lost in such a war.
	ForceLoss float64 `name:"war_force_loss" unit:"share" min:"0.2" max:"0.8" default:"0.5" ref:"assumed" why:"not estimated; from a raid to the loss of most forces" en:"forces lost in war" ko:"전쟁의 군사력 손실"`
	// Repelled is the severity of a war repelled, where one lost has 1.
	Repelled float64 `name:"repelled_severity" unit:"" min:"0.2" max:"0.7" default:"0.4" ref:"assumed" why:"a war won on own soil still ruins part of it" en:"severity of a war repelled" ko:"격퇴한 전쟁의 심각도"`
	// Concession is the autonomy given up with each demand conceded.
	Concession float64 `name:"concession_size" unit:"share" min:"0.03" max:"0.25" default:"0.1" ref:"assumed" why:"demands differ; none alone ends autonomy" en:"size of a concession" ko:"양보의 크기"`
	// Recovery is the part of lost autonomy regained in a year.
	Recovery float64 `name:"autonomy_recovery" unit:"per year" min:"0" max:"0.1" default:"0.03" ref:"assumed" why:"concessions fade in a decade or never" en:"recovery of autonomy" ko:"자율성 회복 속도"`
	// SecurityDependence and TradeDependence weigh one-sided dependence in autonomy.
	SecurityDependence float64 `name:"security_dependence" unit:"" min:"0" max:"0.6" default:"0.3" ref:"assumed" why:"that a client loses autonomy is an argument to test, so 0 is kept in" en:"autonomy lost to a patron" ko:"후견국 의존에 따른 자율성 손실"`
	TradeDependence    float64 `name:"trade_dependence" unit:"" min:"0" max:"2" default:"1" ref:"assumed" why:"that trade is leverage is an argument to test [hirschman1945], so 0 is kept in" en:"autonomy lost to trade dependence" ko:"무역 의존에 따른 자율성 손실"`

	// WarOdds multiplies the odds on record that a dispute becomes war.
	WarOdds float64 `name:"war_odds" unit:"odds ratio" min:"0.4" max:"4" default:"1" scale:"log" ref:"assumed" why:"few disputes on record since 1990 became war, so the frequency is known to a factor of two; longer records give more" en:"odds of war in a dispute against the record" ko:"기록 대비 분쟁의 전쟁 비화 승산"`

	// PriorYears is how many dyad-years of the general record weigh as much as
	// the pair's own.
	PriorYears float64 `name:"prior_years" unit:"years" min:"5" max:"50" default:"20" scale:"log" ref:"assumed" why:"how far a pair is like others is not estimated here" en:"weight of the general record" ko:"일반 기록의 가중치"`
	// TreatyTie is the least tie whose patron, if it stays out of a war, is
	// counted as having abandoned the state; it changes no other outcome.
	TreatyTie float64 `name:"treaty_tie" unit:"" min:"0.3" max:"0.7" default:"0.5" ref:"assumed" why:"the scale has no natural point at which a tie becomes a promise" en:"tie that counts as a promise" ko:"약속으로 보는 유대의 하한"`
	// Noise is the spread of the error with which rules see what they watch.
	Noise float64 `name:"observation_noise" unit:"" min:"0" max:"0.15" default:"0.05" ref:"assumed" why:"governments misread hostility and commitment; by how much is not measured" en:"error of observation" ko:"관측 오차"`
}
