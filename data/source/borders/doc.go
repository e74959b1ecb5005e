// Package borders reads who borders on whom today, with codes, names and the
// area of each country, as the project mledoze/countries keeps them.
package borders
