// Package sourcetest is the conformance test of the loaders under data/source.
package sourcetest
