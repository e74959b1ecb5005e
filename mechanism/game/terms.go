package game

import "math"

// Terms are the coefficients of the game. All but the form are assumptions, so
// every study sweeps them.
type Terms struct {
	// Lambda is how sharply players prefer better actions [mckelvey1998].
	Lambda float64 `name:"lambda" unit:"per stake" min:"1" max:"8" default:"3" scale:"log" ref:"assumed" why:"no estimate on these payoffs; from near-random play to one clear mistake in a thousand" en:"precision of choices" ko:"선택의 정확도"`

	// WarCostTarget is what war costs the target beyond what it loses.
	WarCostTarget float64 `name:"war_cost_target" unit:"stakes" min:"0.1" max:"1.5" default:"0.5" ref:"assumed" why:"costs of war are not observed in the unit of stakes" en:"target's cost of war" ko:"대상국의 전쟁 비용"`

	// JoinedCost is what it costs the challenger in addition that the patron
	// fights.
	JoinedCost float64 `name:"joined_cost" unit:"stakes" min:"0" max:"1" default:"0.4" ref:"assumed" why:"a wider war costs more; by how much is not measured" en:"challenger's added cost of facing the patron" ko:"후견국 참전 시 도전국의 추가 비용"`

	// Audience is what backing down costs the challenger [fearon1994].
	Audience float64 `name:"audience_cost" unit:"stakes" min:"0" max:"0.5" default:"0.15" ref:"assumed" why:"audience costs are argued over, not measured [fearon1994]" en:"challenger's cost of backing down" ko:"도전국의 철회 비용"`

	// Interest is the patron's own stake in the target's holding out.
	Interest float64 `name:"patron_interest" unit:"stakes" min:"0" max:"1" default:"0.4" ref:"assumed" why:"the patron's interest is not observed" en:"patron's interest in the target" ko:"대상국에 대한 후견국의 이해"`

	// Decisive is the exponent of the contest success function
	// [hirshleifer1989]: how far superiority decides.
	Decisive float64 `name:"decisiveness" unit:"" min:"0.5" max:"2" default:"1" scale:"log" ref:"assumed" why:"the form is standard [hirshleifer1989, tullock1980], its exponent is not estimated here" en:"decisiveness of superiority" ko:"우세의 결정력"`

	// Defender multiplies the target's capability on its own ground.
	Defender float64 `name:"defender_advantage" unit:"" min:"1" max:"3" default:"1.5" ref:"assumed" why:"from no advantage to the three-to-one rule of thumb" en:"defender's advantage" ko:"방어자 이점"`
}

// Record holds the frequencies on record that anchor the game at an even match
// without a patron. Each is strictly between 0 and 1.
type Record struct {
	War    float64 // disputes that became war
	Resist float64 // disputes in which the target did not yield
}

// Situation is what one crisis looks like to the three players.
type Situation struct {
	Challenger float64 // capability the challenger can bring to the target
	Target     float64 // the target's own capability
	Patron     float64 // capability the patron can bring; 0 for none
	Stake      float64 // the challenger's prize; 1 is ordinary
	Cost       float64 // what war costs the challenger beyond the ordinary, in stakes
	Obligation float64 // patron's payoff from honouring its commitment
}

// Prevails is the probability that the challenger prevails over an opposing
// capability, by the ratio form of the contest success function
// [hirshleifer1989].
func (t *Terms) Prevails(challenger, opposing float64) float64 {
	if challenger <= 0 {
		return 0
	}
	return 1 / (1 + math.Exp(t.Decisive*math.Log(opposing/challenger)))
}

// Odds returns the challenger's chances against the target alone and against
// the target with its patron.
func (t *Terms) Odds(s *Situation) (alone, joined float64) {
	own := t.Defender * s.Target
	return t.Prevails(s.Challenger, own), t.Prevails(s.Challenger, own+s.Patron)
}

// Anchors are the payoffs that the other terms leave out, set by the record.
type Anchors struct {
	War    float64 // the challenger's payoff from war besides the prize: its ordinary cost, with sign
	Resist float64 // taken from the target's payoff from conceding
}

// Anchor finds the anchors: at an even match (a chance of one half), an
// ordinary stake and no patron, the game reproduces the record exactly.
func (t *Terms) Anchor(r Record) Anchors {
	const even, yielded = 0.5, 1.0
	var a Anchors
	a.War = Logit(r.War)/t.Lambda - (even + t.Audience)
	resist := r.War * (-even - t.WarCostTarget)
	a.Resist = Logit(r.Resist)/t.Lambda - resist - yielded
	return a
}

// Obligation is the patron's payoff from honouring its commitment for which it
// would intervene with probability commitment at given odds.
func (t *Terms) Obligation(commitment, alone, joined float64) float64 {
	return Logit(commitment)/t.Lambda - t.Interest*(alone-joined)
}

// Payoffs builds the game of a situation. StatusQuo of the challenger is left
// at 0; [Terms.Status] sets it.
func (t *Terms) Payoffs(s *Situation, a Anchors) Payoffs {
	alone, joined := t.Odds(s)
	var p Payoffs
	p.Concede = [Players]float64{s.Stake, -1 - a.Resist, -t.Interest}
	p.BackDown[Challenger] = -t.Audience
	p.Alone = [Players]float64{
		alone*s.Stake - s.Cost + a.War,
		-alone - t.WarCostTarget,
		-t.Interest * alone,
	}
	p.Joined = [Players]float64{
		joined*s.Stake - s.Cost - t.JoinedCost + a.War,
		-joined - t.WarCostTarget,
		s.Obligation - t.Interest*joined,
	}
	if s.Patron <= 0 {
		p.Joined = p.Alone
		p.Joined[Patron] = p.Alone[Patron] - never/t.Lambda
	}
	return p
}

// never is the log odds against an intervention that is not possible.
const never = 700

// Status sets the challenger's payoff from the status quo so that a demand is
// made with the yearly probability hazard when the value of demanding is v. At
// any other value the demand probability then moves by lambda times the change.
func (t *Terms) Status(p *Payoffs, v, hazard float64) {
	t.StatusAt(p, v, Logit(hazard))
}

// StatusAt is [Terms.Status] with the hazard as log odds.
func (t *Terms) StatusAt(p *Payoffs, v, odds float64) {
	p.StatusQuo[Challenger] = v - odds/t.Lambda
}
