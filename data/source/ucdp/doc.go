// Package ucdp reads armed conflicts by the Uppsala Conflict Data Program and
// the Peace Research Institute Oslo: [Conflicts] by year and pair of parties,
// [Onsets] by state and year.
package ucdp
