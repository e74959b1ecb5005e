// Package terrchange reads changes of territory that involved a state, by the
// Correlates of War project: who gained what from whom, when and how.
package terrchange
