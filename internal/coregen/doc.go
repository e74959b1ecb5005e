// Package coregen selects the figures that the program carries with it from
// the published files they come from.
//
// [Generate] reads a folder of published files and writes figures.csv,
// indicators.csv, states.csv, sources.csv and geometry.json, the contents of
// data/core. The same files give the same bytes. Five small tables beside this
// code say what is selected: states.csv, the states and what each publisher
// calls them; indicators.csv, what is said of them and over which years;
// sources.csv, the publications; pages.csv, single figures read from web pages,
// each with the address actually read; treaties.csv, the parties to treaties of
// mutual defence joined since the treaty data end. Adding a state is adding a
// line to the first.
//
// A figure that neither a file nor a page states is left out. Nothing is
// filled in; the few figures computed from others are of kind "derived" and
// name their step in the source. docs/data/core.md describes the result.
//
// The package does not import data/core, which embeds what it writes: lost or
// damaged files can always be written anew.
package coregen
