package sim

import (
	"math"

	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/rdm"
)

// The purposes of random draws. Every draw is keyed by future, year, purpose
// and actor, so all strategies meet the same future.
const (
	drawCommon uint32 = iota + 1
	drawOwn
	drawNoise
	drawDemand
	drawResist
	drawAttack
	drawIntervene
	drawPrevail
	drawFirst = drawDemand
	numPlays  = int(drawPrevail-drawFirst) + 1
)

// focalActor keys the draws of the focal state itself.
const focalActor uint32 = MaxActors

// world is one future as all strategies meet it: whatever no lever moves.
type world struct {
	d      Draw
	growth [Horizon]float64            // log growth of the focal state's output before losses
	stock  [Horizon][MaxActors]float64 // forces of the actors at their homes
	reach  [MaxActors]float64          // what part of an actor's forces reaches the state from home
	base   [MaxActors]float64          // the same from its nearest base abroad
	noise  [Horizon]float64
	plays  [Horizon][MaxChallengers][numPlays]float64

	forces    float64                        // of the focal state at the start
	output    float64                        // of the focal state at the start
	pledge    float64                        // log odds of commitment at a full tie
	hazard    [MaxChallengers]float64        // yearly, at today's levers, as log odds
	enmity    [MaxChallengers]float64        // the logarithm of hostility today
	hostility [MaxChallengers]float64        // today, as log odds
	gain      [MaxChallengers][Sides]float64 // what A and B add to today's odds
	anchors   game.Anchors
	value     [MaxChallengers]float64 // of demanding, at today's levers
}

// fill draws the world of one future.
func (w *world) fill(s *Setup, f *rdm.Future) {
	draws := f.Stream()
	w.drawGrowth(s, draws)
	for year := range Horizon {
		w.noise[year] = w.d.Noise * draws.Normal(year, drawNoise, focalActor)
		for c := range s.Challengers {
			actor := uint32(s.Challengers[c].Actor)
			for k := range numPlays {
				w.plays[year][c][k] = draws.Uniform(year, drawFirst+uint32(k), actor)
			}
		}
	}
	w.start(s)
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
			spend[i] *= math.Exp(rate[i] + common + shock)
			stock[i] = (1-w.d.Depreciation)*stock[i] + spend[i]
		}
	}
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
		part := 1.0
		if a.Global {
			part = w.d.Committable
		}
		w.reach[i] = part * w.d.Decay(a.Distance)
		w.base[i] = part * w.d.BaseShare * w.d.Decay(a.Base)
	}
	record := s.Record
	record.War = odds(w.d.WarOdds, record.War)
	w.anchors = w.d.Anchor(record)
	w.pledge = game.Logit(w.d.Commitment)
	for c := range s.Challengers {
		ch := &s.Challengers[c]
		w.hazard[c] = game.Logit(w.onset(ch))
		level := w.standing(s.Actors[ch.Actor].Standing)
		w.hostility[c], w.enmity[c] = game.Logit(level), math.Log(level)
		w.today(s, c)
	}
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

// today solves the game at today's levers, which the record is a sample of.
func (w *world) today(s *Setup, c int) {
	var l state
	l.begin(s, w)
	for side := range Sides {
		alone, joined := w.d.Odds(&game.Situation{
			Challenger: l.against(w, s, c, 0), Target: w.forces, Patron: l.help(w, s, side, 0),
		})
		w.gain[c][side] = alone - joined
	}
	p, _ := l.crisis(s, w, c, 0)
	w.value[c] = game.Solve(&p, w.d.Lambda).DemandValue
}
