// Package layers checks which package of the module may import which, and that
// the packages that compute do no input or output.
//
// The order is data: [Lines], with [Exempt], [Spawners] and [Tools] beside it.
// [Load] parses a source tree. [Order] reports imports that point down the list,
// [Purity] clocks, files, networks and shared random sources where none may be,
// and [Spawn] goroutines. docs/design/0001-layers-and-data-flow.md says why.
//
// Only what is written in the source is seen. A pure package that is handed an
// io.Writer by its caller, or that calls a library doing I/O of its own, passes.
package layers
