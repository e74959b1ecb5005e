// Package table writes large rectangular tables of numbers, a block of rows at a
// time: as CSV, as Parquet and as Stata files.
//
// A [Writer] takes a [Block] in two steps, so that several can be prepared at
// once and are written in order: [Writer.Prepare] may be called by many at a
// time, [Writer.Write] by one. What is written depends on the blocks alone, not
// on who prepared them. A cell that is NaN is missing: nothing in CSV, null in
// Parquet, the dot of Stata.
package table
