package identity

// Rules holds the thresholds between which a degree climbs from 0 to 1. Where
// the literature names a kind of state without a number, the number is assumed.
type Rules struct {
	// SmallFull is the share of the world, in output or military spending
	// whichever is larger, up to which a state is wholly small. Smallness is a
	// matter of resources [vital1967].
	SmallFull float64 `name:"small_full" unit:"share of world" min:"0.001" max:"0.004" default:"0.0025" scale:"log" ref:"assumed" why:"half the mean share of about two hundred states" en:"share up to which a state is wholly small" ko:"완전한 소국으로 보는 세계 비중"`

	// SmallNone is the share from which a state is no longer small at all.
	SmallNone float64 `name:"small_none" unit:"share of world" min:"0.005" max:"0.01" default:"0.01" scale:"log" ref:"assumed" why:"twice the mean share of about two hundred states; the range goes down to the mean" en:"share from which a state is not small" ko:"소국이 아니라고 보는 세계 비중"`

	// GreatNone is the share of the world, in output or military spending
	// whichever is larger, up to which a state is no great power.
	GreatNone float64 `name:"great_none" unit:"share of world" min:"0.01" max:"0.025" default:"0.02" scale:"log" ref:"assumed" why:"below the share from which a study counts a state among the powers" en:"share up to which a state is no great power" ko:"강대국이 아니라고 보는 세계 비중"`

	// GreatFull is the share from which a state is wholly a great power.
	GreatFull float64 `name:"great_full" unit:"share of world" min:"0.03" max:"0.06" default:"0.04" scale:"log" ref:"assumed" why:"above the share from which a study counts a state among the powers" en:"share from which a state is a great power" ko:"완전한 강대국으로 보는 세계 비중"`

	// CaughtNone is the tightness up to which a state is not in between.
	CaughtNone float64 `name:"caught_none" unit:"" min:"0" max:"0.2" default:"0.1" ref:"assumed" why:"tightness runs from 0 to nearly 1, for a state without strength of its own that two rivals press alike; the ends of a rule are not measured" en:"tightness up to which a state is not in between" ko:"끼인 국가가 아니라고 보는 긴박도"`

	// CaughtFull is the tightness from which a state is wholly in between.
	CaughtFull float64 `name:"caught_full" unit:"" min:"0.3" max:"0.8" default:"0.5" ref:"assumed" why:"half the most there can be; the range is wide since the ends of a rule are not measured" en:"tightness from which a state is in between" ko:"완전히 끼인 국가로 보는 긴박도"`

	// TradingNone is trade in goods over output up to which a state is no
	// trading state. The kind is Rosecrance's [rosecrance1986], who gives no number.
	TradingNone float64 `name:"trading_none" unit:"share of GDP" min:"0.2" max:"0.5" default:"0.4" ref:"assumed" why:"large and closed economies trade a fifth to two fifths of their output in goods" en:"trade up to which a state is no trading state" ko:"통상국가가 아니라고 보는 무역 비중"`

	// TradingFull is trade over output from which a state is wholly a trading state.
	TradingFull float64 `name:"trading_full" unit:"share of GDP" min:"0.6" max:"1.2" default:"0.8" ref:"assumed" why:"twice the lower threshold; the range goes up to the entrepots" en:"trade from which a state is a trading state" ko:"완전한 통상국가로 보는 무역 비중"`

	// NuclearFull is the number of warheads from which a state is wholly nuclear.
	NuclearFull float64 `name:"nuclear_full" unit:"warheads" min:"1" max:"100" default:"10" scale:"log" ref:"assumed" why:"schools differ on whether one warhead deters or only a force that survives a first strike" en:"warheads that make a nuclear state" ko:"완전한 핵보유국으로 보는 탄두 수"`

	// IslandNone is the number of land neighbours from which a state is no island.
	IslandNone float64 `name:"island_none" unit:"states" min:"1" max:"3" default:"1" ref:"assumed" why:"by the plain meaning one land border is too many; the range lets a single short one count for less" en:"land neighbours that make a state no island" ko:"섬나라가 아니라고 보는 육상 접경국 수"`

	// FrontFull is the distance to its patron's nearest opponent up to which an
	// ally stands wholly in the front line.
	FrontFull float64 `name:"front_full" unit:"km" min:"0" max:"300" default:"100" ref:"assumed" why:"a land border is 0 km; the range goes up to a strait that artillery and short-range missiles cross" en:"distance that makes a front line" ko:"완전한 최전선으로 보는 거리"`

	// FrontNone is the distance from which it stands in no front line.
	FrontNone float64 `name:"front_none" unit:"km" min:"500" max:"2500" default:"1000" scale:"log" ref:"assumed" why:"the distance up to which territories count as near, with its range" en:"distance from which there is no front line" ko:"최전선이 아니라고 보는 거리"`

	// EnergyNone is the share of energy imported up to which a state is no importer.
	EnergyNone float64 `name:"energy_none" unit:"% of energy use" min:"0" max:"40" default:"20" ref:"assumed" why:"a fifth can be saved or replaced in a crisis; the range runs from any import to two fifths" en:"energy imports up to which a state is no importer" ko:"에너지 수입국이 아니라고 보는 수입 비중"`

	// EnergyFull is the share from which it is wholly an importer.
	EnergyFull float64 `name:"energy_full" unit:"% of energy use" min:"60" max:"95" default:"80" ref:"assumed" why:"four fifths, the mirror image of the lower threshold" en:"energy imports from which a state is an importer" ko:"완전한 에너지 수입국으로 보는 수입 비중"`

	// PolyarchyNone is the index up to which a state is no electoral democracy.
	PolyarchyNone float64 `name:"polyarchy_none" unit:"index" min:"0.3" max:"0.45" default:"0.4" ref:"assumed" why:"the line is drawn at 0.5 in the literature [luhrmann2018]; the margin around it is ours" en:"index up to which a state is no democracy" ko:"민주국가가 아니라고 보는 지수"`

	// PolyarchyFull is the index from which it is wholly one.
	PolyarchyFull float64 `name:"polyarchy_full" unit:"index" min:"0.55" max:"0.7" default:"0.6" ref:"assumed" why:"the line is drawn at 0.5 in the literature [luhrmann2018]; the margin around it is ours" en:"index from which a state is a democracy" ko:"완전한 민주국가로 보는 지수"`
}
