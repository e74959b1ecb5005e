// Package countrycode reads the crosswalk of country codes and names by
// Arel-Bundock, Enevoldsen and Yetman: what each publisher calls a state, and
// expressions that find its name in a text.
package countrycode
