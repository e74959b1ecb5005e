// Package geodist reads the GeoDist database of CEPII: distances between pairs
// of countries, and whether they share a border, a language or a colonial past.
package geodist
