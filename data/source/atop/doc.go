// Package atop reads what alliance treaties oblige states to do: the Alliance
// Treaty Obligations and Provisions project, by directed dyad and year.
package atop
