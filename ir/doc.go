// Package ir holds the nouns of international relations that every other
// package shares: states and their codes, years, dyads and directed dyads.
//
// A state has two numbers that look alike and are not: the Correlates of War
// number ([CCode]) and the Gleditsch-Ward number ([GWCode]). They are separate
// types, and only [Codes] converts one to the other.
package ir
