// Package openbases reads a hand-kept list of the military bases that states
// have in others, as a map on the web draws it.
package openbases
