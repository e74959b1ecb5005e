// Package naturalearth reads the outlines of countries by Natural Earth, as
// world-atlas packs them: TopoJSON, in which neighbours share their lines.
package naturalearth
