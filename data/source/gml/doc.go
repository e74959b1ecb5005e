// Package gml reads the disputes between states as Gibler, Miller and Little
// revised them: some of the Correlates of War project's disputes merged, dropped
// or corrected.
package gml
