// Package future holds what a government cannot choose: the uncertainties that
// make one future differ from another. Each is a field with its unit, range,
// default and source; how they are sampled is rdm's affair.
package future
