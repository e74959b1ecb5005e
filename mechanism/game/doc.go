// Package game is the deterrence game between a challenger, a target and the
// target's patron, played in sequence: the challenger demands or keeps the
// status quo; the target concedes or resists; the challenger attacks or backs
// down; the patron intervenes or abandons.
//
// Its solution is the agent quantal response equilibrium [mckelvey1998], found
// in closed form by backward induction [signorino1999]: at each node a player
// chooses better actions more often, the more so the larger lambda is.
//
// Payoffs are in units of the challenger's ordinary stake. What payoffs leave
// out is set so that an even match without a patron escalates, and is resisted,
// as often as disputes on record; power, patrons and stakes then move the
// probabilities from there. The equilibrium is exact; the payoffs are
// assumptions, swept in every study.
package game
