// Package troopdata reads what the authors of the R package troopdata keep up or
// carry on the United States abroad: [Troops], [Bases], and by others the
// [Exercises] of many states and the [Visits] of senior officials.
package troopdata
