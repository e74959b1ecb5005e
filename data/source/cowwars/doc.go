// Package cowwars reads wars by the Correlates of War project: [Inter] between
// states to 2007, [Intra] within states to 2014.
package cowwars
