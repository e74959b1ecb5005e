// Package arrowcheck reads what the store writes with another project's reader
// of Parquet. It is a module of its own, so that the program does not depend on
// that reader.
package arrowcheck
