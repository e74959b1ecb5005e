// Package sim simulates one strategy of one state in one future, year by year.
//
// The state stands between two powers, A and B, and faces challengers. Each
// year economies grow, forces build up, hostility and commitment move with the
// levers, disputes break out and are played as the deterrence game, and what
// they cost is borne. A [Setup] holds the figures of the state; a [Draw] the
// uncertainties and coefficients of one future; [New] binds both to strategies
// as a model that rdm can run.
//
// Built are the steps economies, forces, reach, hostility, commitment, onset,
// play, effects and rule. Rivalry between the powers, trade shares, coercion,
// widening and politics at home stay at their initial values or are drawn.
//
// The effects of levers are structural assumptions, not estimates. Where
// schools disagree on a sign, the sign is drawn.
package sim
