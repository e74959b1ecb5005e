// Package param reads the tags of parameter structs.
//
// Every number a reader could dispute is a float64 field of a parameter struct,
// and its tags hold the facts about it once, for documents, flags, the JSON
// schema and the sampler alike:
//
//	name     snake_case, one in the whole program
//	unit     "" for a pure degree or share
//	min, max, default
//	ref      a key of trace/cite/references.bib, or "assumed"
//	why      one sentence owning up to an assumption; else a detail such as the table
//	scale    "" for linear, "log" where ratios matter
//	en, ko   labels in English and Korean
//	sign     "free" where schools dispute the sign, so that the range spans zero
//	options  of a choice between forms: names with bars between, for the values 0, 1, ...;
//	         options_en and options_ko label them
//
// A struct may hold further structs, whose fields count as its own. Fields of
// other types are left alone; a float64 that is no parameter says param:"-".
//
// Start with [Default] for the values and [Fields] for the facts. [Check] finds
// what is missing or contradictory, and [Validate] tests values against ranges.
// Tags are read once per type; nothing here belongs in an inner loop.
package param
