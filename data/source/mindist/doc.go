// Package mindist reads the least distance between the territories of states in
// each year since 1886, computed from the maps of CShapes 2.0.
package mindist
