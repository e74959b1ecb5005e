// Package shatterbelt is the root of the module and holds its version. The
// parts an analyst would name are in the folders beside it; start with study
// for a whole answer, or with one of the measures for one number.
package shatterbelt

// Version is the version of the program and of everything it writes.
const Version = "0.1.0"
