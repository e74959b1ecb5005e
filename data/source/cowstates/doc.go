// Package cowstates reads who is a state and who is a power, by the Correlates
// of War project: members of the state system and major powers since 1816, and
// the numbers and abbreviations by which most datasets of the field name them.
//
// [Powers] are the regional and global powers by Maoz, read from the table that
// an R package carries.
package cowstates
