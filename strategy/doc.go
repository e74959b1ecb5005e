// Package strategy describes what a government can choose: levers, the
// strategies that set them, and the rules by which a strategy reacts.
//
// A strategy is generic over states. It speaks of the powers A and B that the
// state is caught between (see study.Pair), never of a particular state.
package strategy
