// Package builtin lists what comes with the program: the parameter structs that
// its flags, pages, schema and sampler are made from.
package builtin
