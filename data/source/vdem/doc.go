// Package vdem reads the Varieties of Democracy: [Indices] are five high-level
// indices of democracy and two parts of them, each with its uncertainty,
// [Trimmed] an older release with polarisation among its columns, and [Codebook]
// says what every variable of the project is.
package vdem
