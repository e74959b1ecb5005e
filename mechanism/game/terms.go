package game

import "math"

// Terms are the coefficients of the game. All but the form are assumptions, so
// every study sweeps them.
type Terms struct {
	// Lambda is how sharply players prefer better actions [mckelvey1998].
	Lambda float64 `name:"lambda" unit:"per stake" min:"1" max:"8" default:"3" scale:"log" ref:"assumed" why:"no estimate on these payoffs; from near-random play to one clear mistake in a thousand" en:"precision of choices" ko:"선택의 정확도"`

	// WarCostTarget is what a full war costs the target beyond what it loses.
	WarCostTarget float64 `name:"war_cost_target" unit:"stakes" min:"0.1" max:"1.5" default:"0.5" ref:"assumed" why:"costs of war are not observed in the unit of stakes" en:"target's cost of war" ko:"대상국의 전쟁 비용"`

	// JoinedCost is what it costs the challenger in addition that a patron
	// fights.
	JoinedCost float64 `name:"joined_cost" unit:"stakes" min:"0" max:"1" default:"0.4" ref:"assumed" why:"a wider war costs more; by how much is not measured" en:"challenger's added cost of facing the patron" ko:"후견국 참전 시 도전국의 추가 비용"`

	// Audience is what backing down costs the challenger [fearon1994].
	Audience float64 `name:"audience_cost" unit:"stakes" min:"0" max:"0.5" default:"0.15" ref:"assumed" why:"audience costs are argued over, not measured [fearon1994]" en:"challenger's cost of backing down" ko:"도전국의 철회 비용"`

	// Interest is a patron's own stake in the target's holding out.
	Interest float64 `name:"patron_interest" unit:"stakes" min:"0" max:"1" default:"0.4" ref:"assumed" why:"the patron's interest is not observed" en:"patron's interest in the target" ko:"대상국에 대한 후견국의 이해"`

	// Decisive is the exponent of the contest success function
	// [hirshleifer1989]: how far superiority decides.
	Decisive float64 `name:"decisiveness" unit:"" min:"0.5" max:"2" default:"1" scale:"log" ref:"assumed" why:"the form is standard [hirshleifer1989, tullock1980], its exponent is not estimated here" en:"decisiveness of superiority" ko:"우세의 결정력"`

	// Contest is the form of the contest success function: by the ratio of
	// capabilities, or by their difference as a share of both, under which the
	// weaker side keeps a chance however weak it is [hirshleifer1989].
	Contest float64 `name:"contest_form" unit:"" min:"0" max:"1" default:"0" options:"ratio|difference" options_en:"the ratio of forces|the difference of forces" options_ko:"전력의 비율|전력의 차이" ref:"hirshleifer1989" why:"Hirshleifer sets both forms side by side and no record settles between them" en:"what decides a war" ko:"전쟁의 승패를 가르는 것"`

	// Defender multiplies the target's capability on its own ground.
	Defender float64 `name:"defender_advantage" unit:"" min:"1" max:"3" default:"1.5" ref:"assumed" why:"from no advantage to the three-to-one rule of thumb" en:"defender's advantage" ko:"방어자 이점"`

	// Follow is what the leading patron's coming adds to the log odds that each
	// other patron comes, and what its staying out takes away.
	Follow float64 `name:"follow_leader" unit:"log odds" min:"0" max:"3" default:"1" ref:"assumed" why:"allies that act together are on record, but not how far one waits for the other" en:"how far patrons follow the leading one" ko:"선도 후견국을 따르는 정도"`

	// Clarity is how far patrons hold back from fights that are less than a war:
	// it multiplies the logarithm of the fight's intensity.
	Clarity float64 `name:"patron_clarity" unit:"log odds per log intensity" min:"0" max:"2" default:"0.5" ref:"assumed" why:"lesser attacks are thought to leave obligations open to doubt; how far is not measured" en:"patrons' reserve toward lesser attacks" ko:"저강도 공격에 대한 후견국의 소극성"`

	// Prestige is what getting its way is worth to the challenger beside the
	// stake.
	Prestige float64 `name:"prestige" unit:"stakes" min:"0" max:"0.5" default:"0.1" ref:"assumed" why:"standing among other states is named as a motive, not measured" en:"challenger's prestige at stake" ko:"도전국의 위신"`

	// Removal is what it is worth to the challenger to prevail over an ally of
	// its rival, beside the stake.
	Removal float64 `name:"ally_removal" unit:"stakes" min:"0" max:"1" default:"0.2" ref:"assumed" why:"removing a rival's ally is named as a motive, not measured" en:"worth of removing a rival's ally" ko:"경쟁국의 동맹 제거 가치"`

	// NuclearRisk is the probability that a full war between sides that both
	// hold nuclear weapons turns nuclear.
	NuclearRisk float64 `name:"nuclear_risk" unit:"probability" min:"0.002" max:"0.2" default:"0.02" scale:"log" ref:"assumed" why:"there is no such war on record to count" en:"risk that a war between nuclear sides turns nuclear" ko:"핵보유 진영 간 전쟁의 핵전쟁 비화 위험"`

	// NuclearLoss is what nuclear use costs each side.
	NuclearLoss float64 `name:"nuclear_loss" unit:"stakes" min:"5" max:"100" default:"20" scale:"log" ref:"assumed" why:"far more than any stake; the range is a matter of scale" en:"loss from nuclear use" ko:"핵 사용의 손실"`

	// PatronFear is how far a patron counts nuclear risk to itself.
	PatronFear float64 `name:"patron_nuclear_fear" unit:"share" min:"0" max:"1" default:"0.3" ref:"assumed" why:"whether a patron would risk its own cities is the standing doubt about extended deterrence" en:"patron's share in nuclear risk" ko:"후견국이 감수하는 핵 위험의 비중"`

	Intensity
}

// Intensity is how much of a full war each lesser instrument is: of its prize,
// its cost and its risks.
type Intensity struct {
	// DemandScale is that of a fight over a threat or a display of force.
	DemandScale float64 `name:"intensity_demand" unit:"share" min:"0.05" max:"0.3" default:"0.15" scale:"log" ref:"assumed" why:"clashes that follow a show of force seldom kill more than a few" en:"intensity of a fight over a demand" ko:"요구에 따른 충돌의 강도"`
	// GreyScale is that of border violations, seizures of vessels and the like.
	GreyScale float64 `name:"intensity_grey" unit:"share" min:"0.02" max:"0.2" default:"0.08" scale:"log" ref:"assumed" why:"grey-zone acts are chosen to stay below war" en:"intensity of grey-zone acts" ko:"회색지대 행위의 강도"`
	// BlockadeScale is that of a blockade.
	BlockadeScale float64 `name:"intensity_blockade" unit:"share" min:"0.15" max:"0.7" default:"0.35" scale:"log" ref:"assumed" why:"from an inspection regime to cutting a state off" en:"intensity of a blockade" ko:"봉쇄의 강도"`
	// SeizureScale is that of an attack or occupation short of war.
	SeizureScale float64 `name:"intensity_seizure" unit:"share" min:"0.1" max:"0.6" default:"0.3" scale:"log" ref:"assumed" why:"from a raid to the occupation of a province" en:"intensity of a limited attack" ko:"제한적 공격의 강도"`
}

// Of is the intensity of an instrument, 1 for an invasion.
func (i *Intensity) Of(instrument int) float64 { return i.scales()[instrument] }

func (i *Intensity) scales() [Instruments]float64 {
	return [Instruments]float64{i.DemandScale, i.GreyScale, i.BlockadeScale, i.SeizureScale, 1}
}

// Frequency is what the record says of disputes that began with one instrument.
// Each is strictly between 0 and 1.
type Frequency struct {
	Chosen float64 // of all disputes
	Fought float64 // that cost lives, of those that were resisted
	Resist float64 // in which the target did not yield
}

// Record anchors the game: the frequencies by instrument, which stand for an
// even match without a patron.
type Record [Instruments]Frequency

// Situation is what one crisis looks like to the players.
type Situation struct {
	Challenger float64 // capability the challenger can bring to the target
	Target     float64 // the target's own capability, its posture and outside supply counted
	Stake      float64 // the challenger's prize; 1 is ordinary
	Cost       float64 // what a full war costs the challenger beyond the ordinary, in stakes
	Removal    float64 // 0 to 1: how far the target is tied to the challenger's rivals
	Grey       float64 // log odds added to the choice of the grey zone

	Patrons int
	Patron  [MaxPatrons]float64 // capability each can bring; the first leads
	// Pledge is the log odds that each comes to a full war at the odds of Then:
	// what its coming adds to the challenger's chance of failing.
	Pledge, Then [MaxPatrons]float64

	// Nuclear is, from 0 to 1, how far each side has weapons of its own or in
	// place; that of a patron counts where it comes.
	NuclearC, NuclearT float64
	NuclearP           [MaxPatrons]float64
}

// byDifference is the option of Contest that goes by the difference.
const byDifference = 1

// Prevails is the probability that the challenger prevails over an opposing
// capability, by the contest success function in the form of Contest
// [hirshleifer1989]. Both forms give one half at parity and change there by the
// same for a small change of the ratio. A challenger without any capability does
// not prevail.
func (t *Terms) Prevails(challenger, opposing float64) float64 {
	if challenger <= 0 {
		return 0
	}
	if t.Contest >= byDifference {
		return Choose(2 * t.Decisive * (challenger - opposing) / (challenger + opposing))
	}
	return 1 / (1 + Exp(t.Decisive*Log(opposing/challenger)))
}

// Odds are the challenger's chances against the target with each set of
// patrons, by set.
func (t *Terms) Odds(s *Situation, out *[coalitions]float64) {
	var against [coalitions]float64
	against[0] = t.Defender * s.Target
	for k := range s.Patrons {
		for set := 1 << k; set < 2<<k; set++ {
			against[set] = against[set-1<<k] + s.Patron[k]
		}
	}
	for set := range 1 << s.Patrons {
		out[set] = t.Prevails(s.Challenger, against[set])
	}
}

// Gain is what each patron's coming alone takes from the challenger's chance.
func Gain(odds *[coalitions]float64, patron int) float64 { return odds[0] - odds[1<<patron] }

// Anchors are the payoffs that the other terms leave out, set by the record, for
// each instrument: the challenger's ordinary cost of a fight, what yielding costs
// the target beyond the prize, and how open the instrument is.
type Anchors [Instruments]Anchor

// Anchor is what the record sets for one instrument.
type Anchor struct {
	War, Resist, Open float64
	// Lesser is what a patron loses of its readiness in a fight that is less than
	// a full war, in stakes.
	Lesser float64
}

// Anchor finds the anchors: at an even match (a chance of one half), an
// ordinary stake and no patron, the game reproduces the record exactly.
func (t *Terms) Anchor(r *Record) Anchors {
	const even, yielded = 0.5, 1.0
	var all Anchors
	for j := range all {
		scale, f := t.Of(j), &r[j]
		a := &all[j]
		backDown := -t.Audience * scale
		a.War = Logit(f.Fought)/t.Lambda + backDown - even*t.prize(1)*scale
		fightC := even*t.prize(1)*scale + a.War
		fightT := -even*scale - t.WarCostTarget*scale
		a.Resist = Logit(f.Resist)/t.Lambda - f.Fought*fightT - yielded*scale
		value := mix(f.Resist, mix(f.Fought, fightC, backDown), t.prize(1)*scale)
		a.Open = math.Log(f.Chosen)/t.Lambda - value
		a.Lesser = t.Clarity * math.Log(scale) / t.Lambda
	}
	return all
}

// prize is what prevailing is worth to the challenger at full scale.
func (t *Terms) prize(stake float64) float64 { return stake + t.Prestige }

// Payoffs builds the game of a situation and keeps its odds. StatusQuo is left
// at 0; [Terms.StatusAt] sets it.
func (t *Terms) Payoffs(s *Situation, a *Anchors, p *Payoffs) {
	t.Odds(s, &p.Odds)
	p.StatusQuo, p.Patrons = 0, s.Patrons
	costs := t.costs(s)
	scales := t.scales()
	for j := range p.Branches {
		b := &p.Branches[j]
		scale := scales[j]
		prize := t.prize(s.Stake)
		won := prize
		if j >= Seizure {
			won += t.Removal * s.Removal
		}
		b.Open = a[j].Open
		b.ConcedeC, b.ConcedeT = prize*scale, -scale-a[j].Resist
		b.BackDownC, b.BackDownT = -t.Audience*scale, 0
		for set := range 1 << s.Patrons {
			b.FightC[set] = scale*(p.Odds[set]*won-costs[set].challenger) + a[j].War
			b.FightT[set] = -scale * (p.Odds[set] + costs[set].target)
		}
	}
	p.Branches[GreyZone].Open += s.Grey / t.Lambda
	t.come(s, &scales, a, p)
}

// cost is what a full war costs each side beyond what is won and lost in it.
type cost struct{ challenger, target float64 }

// nuclear is what nuclear use would cost a side of a full war, times its risk,
// if the other side is nuclear too.
func (t *Terms) nuclear(s *Situation) float64 { return t.NuclearRisk * t.NuclearLoss * s.NuclearC }

// costs lists the costs of a full war by the set of patrons that come.
func (t *Terms) costs(s *Situation) (out [coalitions]cost) {
	nuclear := t.nuclear(s)
	var ours [coalitions]float64
	ours[0] = s.NuclearT
	out[0] = cost{s.Cost + nuclear*ours[0], t.WarCostTarget + nuclear*ours[0]}
	for k := range s.Patrons {
		for set := 1 << k; set < 2<<k; set++ { // the sets in which k is the last
			ours[set] = max(ours[set-1<<k], s.NuclearP[k])
			risk := nuclear * ours[set]
			out[set] = cost{s.Cost + t.JoinedCost + risk, t.WarCostTarget + risk}
		}
	}
	return out
}

// come sets what each patron gains by coming.
func (t *Terms) come(s *Situation, scales *[Instruments]float64, a *Anchors, p *Payoffs) {
	per, nuclear := 1/t.Lambda, t.nuclear(s)
	follow := t.Follow * per
	for k := range s.Patrons {
		pledge := s.Pledge[k] * per
		scaled := t.Interest*(Gain(&p.Odds, k)-s.Then[k]) - t.PatronFear*nuclear*s.NuclearP[k]
		behind := follow
		if k == 0 { // who follows nobody
			behind = 0
		}
		for j := range p.Branches {
			x := pledge + a[j].Lesser + scaled*scales[j]
			p.Branches[j].Come[k] = [2]float64{x - behind, x + behind}
		}
	}
}

// StatusAt sets the challenger's payoff from the status quo so that a dispute
// begins with a yearly probability given as log odds when it is worth v. At any
// other value the log odds then move by lambda times the change.
func (t *Terms) StatusAt(p *Payoffs, v, odds float64) { p.StatusQuo = v - odds/t.Lambda }
