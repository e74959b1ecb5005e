// Package desk asks the questions of an analyst for whoever has a way of asking:
// the command line and the web alike.
//
// [Open] lays out the figures, the imported ones over the embedded. A method
// then binds a question to a study and returns an [Answer], which is both what is
// printed as JSON and a [Table] of rows for CSV and Parquet. No formula, no flag and
// no HTTP lives here: the two front ends read what was asked in their own ways
// and give the same bytes.
package desk
