// Package panel holds figures about states and dyads by year.
//
// A [Snapshot] is immutable. Every cell carries its value, its published range,
// its kind and the index of its source, since one column can merge sources.
// Missing is absent (ok = false) or NaN inside a [Column], never 0.
package panel
