// Package alignment measures where a state stands between two powers: how far it
// leans to one, how evenly its ties spread over both, and how steadily it keeps
// its place.
//
// Ties to a power have five dimensions: treaties, votes in the United Nations,
// trade, forces hosted, and hostility. [TiesOf] puts what is on record of one
// power ([Facts]) on a scale of 0 to 1 in each; [Lean], [Hedge] and [Steadiness]
// are computed from them, and [Compare] says how far the answer moves when a
// dimension is left out or a disputable number changes. [Between] and [Record]
// do the same from a snapshot, in one year and year by year.
//
// [SwingOf] measures how far a state moves when its leader changes, beyond other
// years and among states, with [Pool] drawing what little is known of each towards
// what is usual. [ScaleOf] and [Contrasting] set two states side by side.
//
// Two powers are compared only in the dimensions known of both; a gap is left
// out and named, never 0. The weights are equal for want of a better reason, so
// read a lean with its range. Ties on record are not intentions, and a state may
// lean one way in security and the other in trade: look at the dimensions before
// the sum.
package alignment
