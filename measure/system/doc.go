// Package system measures how power is spread over a group of states: how
// concentrated it is, how many poles it makes, and how much it has moved.
//
// Every function takes the amounts or shares of the states of a group, in any
// unit, and looks at their shares within that group. What the group is decides
// much of the answer: the major powers of a year and every state of it are
// different systems. Start with [Describe].
//
// Indices of concentration do not say whether the strong are friends, so a
// label of polarity tells of capability alone and not of blocs. A state that is
// not a number is left out of the group; nothing is imputed. A key in square
// brackets names a work in trace/cite/references.bib.
package system
