// Package mechanism groups what happens to a state within a year: the
// deterrence game is in game; other mechanisms stand beside it.
package mechanism
