// Package source reads tables as publishers and users write them: any line end,
// with or without a byte-order mark, separated by commas, semicolons or tabs.
//
// A [Table] is read by the names of its columns. What cannot be read is a
// [*CellError] that says in which file, line and column, what stands there and
// what was wanted. Nothing is averaged, filled or merged on the way; an empty
// cell is missing and not 0.
//
// One folder below this package reads one dataset.
package source
