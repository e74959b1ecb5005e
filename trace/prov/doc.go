// Package prov records where numbers come from: the published file or page a
// figure was read from, and the chain of figures, parameters and formula
// behind a computed number.
package prov
