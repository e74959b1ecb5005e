// Package worldbank reads the World Development Indicators in the forms in which
// they are passed round.
//
// [Tidy] are GDP and population as one long table each, [Extract] is what the
// bank's DataBank writes, with a column an indicator, and [Gapminder] are series
// that Gapminder keeps up, with the arms transfers, energy and patents that it
// adds from others.
package worldbank
