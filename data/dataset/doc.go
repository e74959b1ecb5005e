// Package dataset is the panel that every analysis starts from: the embedded
// core overlaid by what has been imported.
//
// [Open] reads, of each dataset in the store, the edition in use, and puts its
// figures in place of the core's, each with a source of its own, so that
// provenance shows which was used. Figures of the core stay where nothing
// imported speaks of the same state and year. [Overlay] says what was used and
// what was left out, and why.
//
// Only states of the core are carried: figures of others have no place in it.
package dataset
