// Package source reads tables as publishers and users write them: any line end,
// with or without a byte-order mark, separated by commas, semicolons or tabs,
// packed by gzip or zip, as workbooks and as Stata files.
//
// A [Dataset] declares what is published: editions, the layouts of its tables
// and which columns are indicators. [Open] opens a file, [File.Parts] lists the
// tables in it, [Recognise] says what each is, and [Match.Read] reads its rows,
// typed and otherwise as published. A small table of a user's own is read by the
// names of its columns with [OpenTable].
//
// What cannot be read is a [*CellError] or a [*FileError] that says in which
// file, line and column, what stands there and what to do. Nothing is averaged,
// filled or merged on the way; an empty cell is missing and not 0.
//
// One folder below this package reads one dataset, or those of one publisher.
package source
