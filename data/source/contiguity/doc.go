// Package contiguity reads which states touch, by the Correlates of War project:
// [Direct] by their own territory, [Colonial] by what depends on them.
package contiguity
