// Package strategy describes what a government can choose: levers, the
// strategies that set them, and the rules by which a strategy reacts.
//
// A strategy is generic over states. It speaks of the powers A and B that the
// state is caught between (see study.Pair), never of a particular state.
//
// [Levers] describes what can be set and [Watched] what a rule can see. [Parse]
// reads strategies from a file and [Named] returns those that come with the
// program. [Compile] makes one ready for a state, [Plan.Target] says what its
// government aims at in a year, and [Step] how far the levers get.
package strategy
