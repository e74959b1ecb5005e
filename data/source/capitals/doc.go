// Package capitals reads the capitals of states since 1816, with dates and, in
// one of two forms, with their place.
package capitals
