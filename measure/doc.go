// Package measure defines what a measure is and the catalog that lists them.
//
// A measure is an index computed from a snapshot of figures, one number for
// each unit of observation. The formula itself is a plain function in the
// package named for its idea; the [Measure] is a thin wrapper around it.
package measure
