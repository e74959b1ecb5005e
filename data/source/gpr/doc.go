// Package gpr reads the Geopolitical Risk Index: how much of what newspapers
// print, month by month, is about threats and acts of war and terror.
package gpr
