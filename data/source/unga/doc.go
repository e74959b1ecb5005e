// Package unga reads what states voted in the General Assembly of the United
// Nations, and the positions estimated from it.
//
// [IdealPoints] are one position a state and year, by Bailey, Strezhnev and
// Voeten, with the quantiles of each estimate. [Votes] are the roll calls
// themselves, and [Korea] is how far South Korea voted like each other state.
package unga
