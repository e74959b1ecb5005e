// Package docgen writes the reference pages of the program from its source: the
// tables of parameters in English and Korean, their JSON schema, the
// bibliography with what rests on each work, and an inventory of the core.
//
// Facts come from the tags of parameter structs and words from their doc
// comments, so a page cannot say other than the code does. A test compares the
// committed pages with freshly made ones; make docs writes them again. Tests
// here also read all source for parameter structs that builtin.Params leaves
// out and for keys in square brackets that the bibliography lacks.
package docgen
