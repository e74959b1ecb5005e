// Package thucydides reads the cases in which a rising power met a ruling one,
// as Allison lists them, with whether it came to war.
package thucydides
