// Package study answers an analyst's questions, each as one call with a typed
// result that the command line, the interfaces and the brief all read.
//
// The chain is: figures of a [panel.Snapshot] make a [Situation]; measures
// place the state in it ([Structure], [Position]); the game shows each serious
// crisis ([Crisis]); the simulation runs every strategy through every future
// ([Comparison]); and a [Dossier] holds all of it for the brief.
package study
