// Package core holds the figures that the program carries with it: one row a
// figure, with its unit, year, source and licence.
//
// [Snapshot] gives them as a panel, [Geometry] the outlines of states for maps
// and [Capitals] their capitals. The files beside this one are written by
// internal/coregen from the published files and are never edited by hand;
// docs/data/core.md describes the indicators and their traps. LICENSES.md
// lists the publishers and their terms, which are not those of the code.
//
// What no source states is absent. Of ties and counts only changes and years
// that are not 0 are stored: indicators.csv says from when to when a source is
// known to list whatever there was, and a snapshot answers 0 inside that span
// and nothing outside it.
package core
