// Package unga reads what states voted in the General Assembly of the United
// Nations, and the positions estimated from it.
//
// [IdealPoints] are one position a state and year, by Bailey, Strezhnev and
// Voeten, with the quantiles of each estimate.
package unga
