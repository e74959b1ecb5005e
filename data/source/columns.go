package source

import "slices"

// Columns declares columns of one type, unit and marks of missing values.
func Columns(t Type, unit string, missing []string, names ...string) []Column {
	out := make([]Column, len(names))
	for i, n := range names {
		out[i] = Column{Name: n, Type: t, Unit: unit, Missing: missing}
	}
	return out
}

// StateColumns declares columns that identify states. Numbers are whole, the
// rest text.
func StateColumns(code Code, names ...string) []Column {
	out := make([]Column, len(names))
	for i, n := range names {
		out[i] = Column{Name: n, Code: code}
		if slices.Contains([]Code{COW, GW, ISONum, Polity}, code) {
			out[i].Type = Int
		}
	}
	return out
}

// OptionalColumns marks columns as such that need not be there.
func OptionalColumns(columns []Column) []Column {
	out := slices.Clone(columns)
	for i := range out {
		out[i].Optional = true
	}
	return out
}

// EditionBy tells the edition of a file of unknown hash by the first cell of a
// column of versions, for [Layout.EditionOf].
func EditionBy(column string, editions map[string]string) func(Head) string {
	return func(h Head) string {
		for _, v := range h.Cells(column) {
			return editions[v]
		}
		return ""
	}
}

// Except holds for a table unless its file is known to be another: for
// [Layout.Match] where two tables have the same columns and only the hashes
// tell them apart.
func Except(hashes ...string) func(Head) bool {
	return func(h Head) bool { return !slices.Contains(hashes, h.SHA256) && !slices.Contains(hashes, h.Unpacked) }
}
