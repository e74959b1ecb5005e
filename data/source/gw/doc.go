// Package gw reads the independent states by Gleditsch and Ward, who date some
// states earlier than the Correlates of War project and number a few otherwise,
// and the panels that match the two lists year by year.
package gw
