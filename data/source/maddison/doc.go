// Package maddison reads the Maddison Project Database: output per head and
// population of states over two thousand years, at the purchasing power of 2011.
package maddison
