// Package recipe makes panels: tables of states, dyads or directed dyads by year
// with the columns a researcher asks for, from imported datasets and from
// measures computed of them.
//
// A [Recipe] says what is wanted. [Open] finds it in a store and reads it,
// [Panel.Write] evaluates and writes it year by year, and [Panel.Record] is the
// recipe again with the editions and hashes of all data used, from which the
// same bytes can be made anew. [Additions] lists what can be asked for.
//
// A dyad-year is there if and only if both states were members of the state
// system on at least one common day. Coverage is data: a tie or dispute that a
// source does not list is 0 in the years it covers and missing outside them.
// Nothing depends on the day on which a panel is made.
package recipe
