// Package igo reads membership in intergovernmental organisations, by the
// Correlates of War project: how many a state belongs to, and how many two
// states share.
package igo
