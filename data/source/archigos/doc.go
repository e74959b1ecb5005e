// Package archigos reads who in fact led each state, from which day to which,
// and how they came and went, 1875-2015.
package archigos
