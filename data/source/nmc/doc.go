// Package nmc reads the National Material Capabilities of the Correlates of War
// project: six yearly indicators of military, industrial and demographic size
// and the index composed of them, since 1816.
package nmc
