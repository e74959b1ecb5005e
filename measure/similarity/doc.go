// Package similarity measures how alike two states' foreign policies are: in the
// treaties they have signed, in their votes, and in the positions estimated from
// those votes.
//
// A [Portfolio] is what one state has with every other, or what it voted in
// every roll call, as ratings on a short scale. [Cross] counts how the ratings of
// two states fall together, and [S], [Kappa], [PiDistance], [PiNominal] and
// [Agreement] are read off that count. [Pairs] does the same for every two states
// of a year, fast enough for two centuries of dyads; [Pacts] reads the treaties of
// a snapshot.
//
// S takes no account of chance. Most states have no treaty with most others, so
// that two states with nothing in common score near 1, and a state between two
// blocs seems close to both. Show Kappa beside S wherever S is shown: it is 0 for
// states whose portfolios meet no more than chance would have them [haege2011].
//
// Portfolios go over all members of the system, the two states themselves
// included. A state is taken to be bound to defend itself, so that the tie of i to
// i has the highest rating ([WithSelf]); without it two allies would differ where
// each stands in the other's portfolio.
package similarity
