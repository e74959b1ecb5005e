// Package core holds the figures that the program carries with it: one row a
// figure, with its unit, year, source and licence.
//
// [Snapshot] gives them as a panel, [Geometry] the outlines of states for maps
// and [Capitals] their capitals. The files beside this one are written by
// internal/coregen from the published files and are never edited by hand;
// docs/data/core.md describes the indicators and their traps. LICENSES.md
// lists the publishers and their terms, which are not those of the code.
//
// What no source states is absent. Ties are stored as spells: a row at the
// first and last year a source covers and at each change between, so the
// latest row at or before a year tells whether the tie holds, and a 0 means
// that it was looked for and not found.
package core
