// Package trace makes numbers traceable. Its parts are cite (the
// bibliography), prov (where data came from) and param (units, ranges, defaults
// and sources of parameters).
package trace
