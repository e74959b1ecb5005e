package sourcetest

import (
	"context"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// Row is one row of a table by the names of its columns.
type Row map[string]source.Value

// Rows reads the text of a file of a dataset, which must be recognised, and
// returns the table it is of and its rows.
func Rows(t *testing.T, d source.Dataset, text string) (table string, out []Row) {
	t.Helper()
	m, p := recognised(t, d, text)
	rows, err := m.Read(p)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	err = rows.Each(context.Background(), func(values []source.Value) error {
		r := Row{}
		for i, c := range rows.Columns() {
			r[c.Name] = values[i]
		}
		out = append(out, r)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return m.Layout.Table, out
}

// Edition is the edition that the content of a file of unknown hash tells.
func Edition(t *testing.T, d source.Dataset, text string) string {
	t.Helper()
	m, _ := recognised(t, d, text)
	return m.Edition
}

// Figures lists, for the series of a table, which rows of a text each keeps:
// the name of the indicator and the number of rows.
func Figures(t *testing.T, d source.Dataset, text string) map[string]int {
	t.Helper()
	table, rows := Rows(t, d, text)
	out := map[string]int{}
	for _, s := range d.Series {
		if s.Table != table {
			continue
		}
		out[s.Indicator.Name] += len(slices.DeleteFunc(slices.Clone(rows), func(r Row) bool {
			return s.Where != nil && !s.Where(r) || s.Value != "" && r[s.Value].Null
		}))
	}
	return out
}

// Text implements [source.Cells].
func (r Row) Text(column string) string { return r[column].Text }

// Number implements [source.Cells].
func (r Row) Number(column string) (float64, bool) { return r[column].Float, !r[column].Null }

func recognised(t *testing.T, d source.Dataset, text string) (source.Match, source.Part) {
	t.Helper()
	f, err := source.Bytes("sample", []byte(text), source.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	parts, _, err := f.Parts()
	if err != nil || len(parts) != 1 {
		t.Fatalf("%d parts, %v", len(parts), err)
	}
	m, ok, err := source.Recognise([]source.Dataset{d}, parts[0], "")
	if err != nil || !ok {
		t.Fatalf("recognised: %v, %v", ok, err)
	}
	return m, parts[0]
}
