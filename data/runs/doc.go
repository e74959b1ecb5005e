// Package runs keeps runs of models on disk: every experiment, and how it came
// about.
//
// A run is a folder of its own, named by an id that follows from what decides its
// results: the program's version, the model, the data behind it, the design, the
// seed and the number of futures. The same command therefore finds the run it made
// before, and goes on with it when it was interrupted.
//
//	run.json          the manifest: what was run, with what, and what came of it
//	results.parquet   one row an experiment: future, policy, uncertainties, levers,
//	                  outcomes; there once the run is finished
//	failures.jsonl    the experiments that failed, if any did
//	results.partial   the results so far, of a run that is not finished
//	progress.jsonl    what of them counts
//
// [Folder.Do] works through a run and writes its results as they come, in groups
// of rows of a fixed number of futures; memory does not grow with their number. A
// group counts once the journal says so, and on resuming what does not count is cut
// off: a run that was killed ends with the same bytes as one that was not. The
// file is ordinary Parquet, which other tools read; a missing outcome is NaN.
//
// The manifest holds the times of the work, which the results never depend on.
package runs
