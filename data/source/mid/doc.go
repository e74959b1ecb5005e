// Package mid reads the Militarized Interstate Disputes of the Correlates of War
// project: threats, displays and uses of force between states, as disputes, as
// participants, as incidents and as directed dyads and years.
package mid
