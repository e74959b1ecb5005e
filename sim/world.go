package sim

import (
	"math"

	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// The purposes of random draws. Every draw is keyed by future, year, purpose
// and actor, so all strategies meet the same future.
const (
	drawCommon uint32 = iota + 1
	drawOwn
	drawNoise
	drawRivalry
	drawElsewhere
	drawYearly
	drawPlay = drawYearly + 32
)

// The plays of a crisis that are drawn for each year and challenger.
const (
	playStart = iota
	playInstrument
	playResist
	playAttack
	playPatron  // one for each patron from here on
	playPrevail = playPatron + game.MaxPatrons
	playPileOn  = playPrevail + 1
	playEnd     = playPileOn + 1
	numPlays    = playEnd + 1
)

// The events of a year that are drawn once.
const (
	yearPowerCrisis = iota
	yearPowerWar
	yearEntrap
	yearCoerceA
	yearCoerceB
	yearTurnover
	yearCamp
	yearAdmit
	yearGoal
	numYearly
)

// focalActor keys the draws of the focal state itself.
const focalActor uint32 = MaxActors

// world is one future as all strategies meet it: whatever no lever moves.
type world struct {
	d      Draw
	growth [Horizon]float64            // log growth of the focal state's output before losses
	stock  [Horizon][MaxActors]float64 // forces of the actors at their homes
	part   [Horizon][MaxActors]float64 // what part of them each can commit here
	reach  [MaxActors]float64          // what part of an actor's forces reaches the state from home
	base   [MaxActors]float64          // the same from its nearest base abroad
	noise  [Horizon]float64
	rival  [Horizon]float64 // shock to the rivalry of A and B
	yearly [Horizon][numYearly]float64
	plays  [Horizon][MaxChallengers][numPlays]float64

	steps     int                     // in which a year's growth and stocks are reckoned
	forces    float64                 // of the focal state at the start
	output    float64                 // of the focal state at the start
	pledge    float64                 // log odds of commitment at a full tie
	rivalry   float64                 // of A and B today, as log odds
	hazard    [MaxChallengers]float64 // yearly, at today's levers, as log odds
	enmity    [MaxChallengers]float64 // the logarithm of hostility today
	hostility [MaxChallengers]float64 // today, as log odds
	gain      [MaxChallengers][game.MaxPatrons]float64
	granted   float64 // membership sought in full is granted within the years challengers look ahead
	ownGrowth float64 // of the state's forces over those years
	anchors   game.Anchors
	value     [MaxChallengers]float64 // of a dispute, at today's levers
	window    [MaxChallengers]float64 // by how much the balance turns against it, at today's levers
}

// fill draws the world of one future.
func (w *world) fill(s *Setup, f *rdm.Future) {
	draws := f.Stream()
	w.drawGrowth(s, draws)
	for year := range Horizon {
		w.noise[year] = w.d.Noise * draws.Normal(year, drawNoise, focalActor)
		w.rival[year] = w.d.RivalryNoise * draws.Normal(year, drawRivalry, focalActor)
		for k := range numYearly {
			w.yearly[year][k] = draws.Uniform(year, drawYearly+uint32(k), focalActor)
		}
		for c := range s.Challengers {
			actor := uint32(s.Challengers[c].Actor)
			for k := range numPlays {
				w.plays[year][c][k] = draws.Uniform(year, drawPlay+uint32(k), actor)
			}
		}
		for i := range s.Actors {
			w.part[year][i] = w.committable(&s.Actors[i])
			if s.Actors[i].Global && draws.Uniform(year, drawElsewhere, uint32(i)) < w.d.Elsewhere {
				w.part[year][i] *= 1 - w.d.Distraction
			}
		}
	}
	w.start(s)
}

// committable is the part of its forces that an actor can spare for the region.
func (w *world) committable(a *Actor) float64 {
	if a.Global {
		return w.d.Committable
	}
	return 1
}

// drawGrowth grows every economy and, with it, the forces of the actors.
func (w *world) drawGrowth(s *Setup, draws rdm.Stream) {
	var rate, spend, stock [MaxActors]float64
	for i := range s.Actors {
		a := &s.Actors[i]
		spend[i] = a.middle() * w.scale(a)
		stock[i] = w.held(a)
		rate[i] = a.Growth
	}
	own := s.Focal.Growth
	for year := range Horizon {
		common := w.d.CommonShock * draws.Normal(year, drawCommon, 0)
		own = w.revert(own, w.d.OwnGrowth)
		w.growth[year] = own + common + w.d.OwnShock*draws.Normal(year, drawOwn, focalActor)
		for i := range s.Actors {
			w.stock[year][i] = stock[i]
			rate[i] = w.revert(rate[i], w.longRun(s, i))
			shock := w.d.OwnShock * draws.Normal(year, drawOwn, uint32(i))
			spend[i], stock[i] = w.build(spend[i], stock[i], rate[i]+common+shock)
		}
	}
}

// build grows spending over a year and adds it to the stock, less what wears out,
// in the steps of the model.
func (w *world) build(spending, stock, growth float64) (spent, built float64) {
	part := 1 / float64(w.steps)
	grown := math.Exp(growth * part)
	for range w.steps {
		spending *= grown
		stock += (spending - w.d.Depreciation*stock) * part
	}
	return spending, stock
}

// scale places spending published as a range where the future puts it.
func (w *world) scale(a *Actor) float64 { return a.Low + w.d.Estimate*(a.High-a.Low) }

// held is the military capital an actor holds at the start.
func (w *world) held(a *Actor) float64 {
	return capability.Stock(a.Spending, w.d.Depreciation) * w.scale(a)
}

func (a *Actor) middle() float64 { return a.Spending[len(a.Spending)-1] }

func (w *world) revert(rate, to float64) float64 { return to + w.d.Reversion*(rate-to) }

// longRun is the growth an actor reverts to: the world's, with the gap between
// A and B shared between them.
func (w *world) longRun(s *Setup, actor int) float64 {
	switch actor {
	case s.Pair[SideA]:
		return w.d.WorldGrowth - w.d.GrowthGap/2
	case s.Pair[SideB]:
		return w.d.WorldGrowth + w.d.GrowthGap/2
	}
	return w.d.WorldGrowth
}

// start sets what holds today: forces, reach, hostility, hazard, and the game
// at today's levers, from which later years depart.
func (w *world) start(s *Setup) {
	own := &s.Focal
	w.forces = w.held(own)
	w.output = own.middle() * w.scale(own) / s.Burden
	for i := range s.Actors {
		a := &s.Actors[i]
		w.reach[i] = w.faded(a, a.Distance)
		w.base[i] = w.d.BaseShare * w.faded(a, a.Base)
	}
	record := s.Record
	record[game.Invasion].Chosen = odds(w.d.WarOdds, record[game.Invasion].Chosen)
	w.anchors = w.d.Anchor(&record)
	w.granted = 1 - math.Pow(1-w.d.Accession, ahead)
	w.ownGrowth = math.Exp(ahead * w.d.OwnGrowth)
	w.pledge = game.Logit(w.d.Commitment)
	w.rivalry = game.Logit(min(max(s.Rivalry, leastChance), mostRivalry))
	for c := range s.Challengers {
		ch := &s.Challengers[c]
		w.hazard[c] = game.Logit(w.onset(ch))
		level := w.standing(s.Actors[ch.Actor].Standing)
		w.hostility[c], w.enmity[c] = game.Logit(level), math.Log(level)
	}
	w.today(s)
}

// byDays is the option of Fading that goes by days of travel.
const byDays = 1

// travel is how far forces travel in a day at present.
var travel = param.Default[capability.Transport]().PerDay(present)

// present is a year of the last era of transport.
const present = 2000

// faded is what part of its force an actor has left after a distance in km. By
// days of travel that is what its share of the world's military spending is
// worth there over what it is worth at home, since every state's own force goes
// through the form too.
func (w *world) faded(a *Actor, km float64) float64 {
	if w.d.Fading < byDays {
		return w.d.Decay(km)
	}
	share := min(1, a.middle())
	return capability.Project(share, km/capability.KmPerMile/travel) / capability.Project(share, 0)
}

// onset is the yearly probability on record that the challenger starts a
// dispute: its own frequency, drawn toward that of dyads of its kind, at the
// odds the future sets.
func (w *world) onset(ch *Challenger) float64 {
	k := w.d.PriorYears
	p := (ch.Started + k*ch.Rate) / (ch.Years + k)
	p = 1 - math.Exp(-p) // at least one, from a yearly frequency
	return odds(w.d.Hazard, p)
}

// odds multiplies the odds of a probability.
func odds(ratio, p float64) float64 { return ratio * p / (1 - p + ratio*p) }

func (w *world) standing(s Standing) float64 {
	switch s {
	case Rival:
		return w.d.HostilityRival
	case Ally:
		return w.d.HostilityAlly
	}
	return w.d.HostilityNeither
}

// today solves every game at today's levers, which the record is a sample of.
func (w *world) today(s *Setup) {
	var l state
	l.begin(s, w)
	for c := range s.Challengers {
		k := l.crisis(s, w, c, 0)
		var odds [1 << game.MaxPatrons]float64
		w.d.Odds(&k.situation, &odds)
		for p := range k.situation.Patrons {
			w.gain[c][p] = game.Gain(&odds, p)
		}
		k = l.crisis(s, w, c, 0) // again, now that gains are known
		l.solve(w, k)
		w.window[c] = l.closing(s, w, c, k, 0)
		w.value[c] = k.equilibrium.Value
	}
}

// mostRivalry is the rivalry of full rivals, short of certainty so that it can
// rise.
const mostRivalry = 0.95

// leastChance keeps log odds finite.
const leastChance = 1e-9
