// Package capability measures the material power of states: their share of the
// world's product and military spending, the forces that spending has built up,
// and how far those forces reach.
//
// Shares are of the published world total of the same year and unit, never of
// the states at hand, so that leaving a state out does not make others larger.
// A figure that is missing stays missing; nothing is imputed.
package capability
