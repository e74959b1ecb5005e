// Package cowtrade reads trade between states and of states with the world, by
// the Correlates of War project, in millions of current dollars since 1870.
package cowtrade
