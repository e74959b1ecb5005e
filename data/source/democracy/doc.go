// Package democracy reads scores of regimes other than V-Dem's own files:
// [Polity] is the Polity project's, and [ByState] holds three scores side by
// side for every member of the state system.
package democracy
