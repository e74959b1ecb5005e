// Package jobs runs what takes longer than a request: explorations of thousands of
// futures, and briefs. It knows no HTTP.
//
// [Open] takes up what an earlier session left. [Jobs.Ask] puts a run in the
// queue, which is bounded and fair: clients take turns, however much one of them
// asks for. One run is done at a time, on every core but one, so that pages stay
// quick meanwhile. Results do not depend on that.
//
// A [Job] tells how it goes as numbered events, of which the newest of each kind
// is kept: whoever comes late or reads slowly gets the newest and misses nothing
// that still matters. An exploration tells how every strategy does so far, from
// its first thousand futures on.
//
// Every run is written down before it is begun, and explorations go through
// data/runs: they are the runs of "shatterbelt explore --save", under the same
// names and with the same bytes. A finished run is kept whatever happens next; one
// that was interrupted by [Jobs.Close] or by a kill goes on when the folder is
// opened again. What is asked of the results, such as which strategies lead or
// where one fails, is worked out by study from the experiments that are kept, and
// remembered within bounds.
package jobs
