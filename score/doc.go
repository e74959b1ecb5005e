// Package score says how good forecasts were.
//
// [Log] and [Brier] score probabilities of events, [CRPS] an ensemble of
// numbers; all three are proper, so an honest forecaster does best, and less is
// better. [AUC] says how well a forecast ranks events above non-events and
// [Calibration] whether "30 %" came true three times in ten. Compare a score
// with a plain baseline by [Skill] and give it an interval by [Bootstrap].
// [Logit] fits the probability of an event by maximum likelihood.
//
// A forecast that is NaN makes the score NaN. Leaving it out would reward a
// forecaster for staying silent on the hard cases; drop such cases by name,
// before scoring, for every forecaster alike. A score of no cases is NaN too.
// Slices of unequal length are a bug in the caller and panic.
package score
