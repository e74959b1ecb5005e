package sourcetest

import (
	"context"
	"encoding/csv"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// damaged spoils a sample in every way that files come spoilt, and wants each to
// be refused with its place and what to do.
func damaged(t *testing.T, d source.Dataset, text string) {
	if !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	part, layout := recognise(d, []byte(text))
	if layout == nil {
		t.Fatal("the sample is not recognised")
	}
	refused(t, d, "a line of zero bytes", text+"\x00\x00\x00\x00\n", "")
	if !layout.Western {
		refused(t, d, "another encoding", spoilt(text), "UTF-8")
	}
	page(t)
	if part.Head.Form == source.JSON {
		refused(t, d, "cut off", text[:len(strings.TrimSpace(text))-2], "")
		return
	}
	if layout.Read != nil {
		return // lines of another kind, which the dataset's own test cuts
	}
	columns(t, d, layout, text)
	cells(t, d, layout, text)
}

// spoilt has a byte of ISO 8859-1 in its last text.
func spoilt(text string) string {
	at := strings.LastIndexFunc(text, func(r rune) bool { return r != '\n' && r != '\r' && r != '"' && r != '}' && r != ']' })
	return text[:at] + "\xe7" + text[at:]
}

// page is what a server sends in place of a file.
func page(t *testing.T) {
	t.Helper()
	f, err := source.Bytes("sample", []byte("<!DOCTYPE html>\n<html><body>Not found</body></html>\n"), source.DefaultLimits())
	if err == nil {
		_, _, err = f.Parts()
	}
	var skip *source.SkipError
	if !errors.As(err, &skip) || !strings.Contains(skip.Why, "web page") {
		t.Errorf("a web page: %v", err)
	}
}

// columns misspells each column that must be there, in turn: the table is then
// not of this layout.
func columns(t *testing.T, d source.Dataset, l *source.Layout, text string) {
	t.Helper()
	for _, c := range l.Columns {
		if c.Optional || l.Names != nil {
			continue
		}
		rows, comma := lines(t, text)
		at := slices.IndexFunc(rows, func(cells []string) bool {
			return slices.ContainsFunc(cells, func(cell string) bool { return source.SameName(cell, c.Name) })
		})
		if at < 0 {
			t.Errorf("no header has %q", c.Name)
			continue
		}
		for i, cell := range rows[at] {
			if source.SameName(cell, c.Name) {
				rows[at][i] = "not_" + strings.TrimSpace(cell)
			}
		}
		if _, other := recognise(d, []byte(join(rows, comma))); other != nil && (other == l || other.Table == l.Table && len(other.Columns) >= len(l.Columns)) {
			t.Errorf("recognised as %s without the column %q", other.Table, c.Name)
		}
	}
}

// cells puts a word in the place of each number of the last record, and cuts
// the record off after its first cell.
func cells(t *testing.T, d source.Dataset, l *source.Layout, text string) {
	t.Helper()
	rows, comma := lines(t, text)
	last := len(rows) - 1
	for l.Skip != nil && l.Skip(rows[last]) {
		last-- // a note below the table
	}
	for l.Names != nil && len(rows) < 60 { // the first lines alone tell what such a file is
		rows = append(rows, slices.Clone(rows[last]))
		last = len(rows) - 1
	}
	for i, c := range typed(d, text) {
		if i >= len(rows[last]) || c.Type == source.Text || c.Clean != nil {
			continue
		}
		keep := rows[last][i]
		rows[last][i] = "zzz"
		err := readAll(d, []byte(join(rows, comma)))
		rows[last][i] = keep
		var cell *source.CellError
		if !errors.As(err, &cell) {
			t.Errorf("a word in the column %q of numbers: %v", c.Name, err)
			continue
		}
		if cell.Line < 1 || cell.Column < 1 || cell.Name != c.Name || cell.Text != "zzz" || cell.Want == "" || cell.File == "" {
			t.Errorf("a word in the column %q of numbers: %+v", c.Name, cell)
		}
	}
	short := rows[last][:(len(rows[last])+1)/2]
	if len(short) < len(rows[last]) && !l.Ragged && (l.Skip == nil || !l.Skip(short)) {
		refused(t, d, "a record cut off", join(append(rows[:last:last], short), comma), "cut off")
	}
}

// typed are the columns as they are read from a text.
func typed(d source.Dataset, text string) []source.Column {
	f, err := source.Bytes("sample", []byte(text), source.DefaultLimits())
	if err != nil {
		return nil
	}
	parts, _, err := f.Parts()
	if err != nil || len(parts) != 1 {
		return nil
	}
	m, ok, err := source.Recognise([]source.Dataset{d}, parts[0], "")
	if err != nil || !ok {
		return nil
	}
	rows, err := m.Read(parts[0])
	if err != nil {
		return nil
	}
	defer func() { _ = rows.Close() }()
	return rows.Columns()
}

// lines are the records of a text and what separates their cells.
func lines(t *testing.T, text string) ([][]string, rune) {
	t.Helper()
	comma := ','
	for _, c := range []rune{';', '\t'} {
		if strings.Count(text, string(c)) > strings.Count(text, string(comma)) {
			comma = c
		}
	}
	text = strings.ReplaceAll(strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n"), "\r", "\n")
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows, comma
}

func join(rows [][]string, comma rune) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Comma = comma
	_ = w.WriteAll(rows)
	return b.String()
}

// recognise finds what a file of one table is, nil where it is nothing known.
func recognise(d source.Dataset, data []byte) (source.Part, *source.Layout) {
	f, err := source.Bytes("sample", data, source.DefaultLimits())
	if err != nil {
		return source.Part{}, nil
	}
	parts, _, err := f.Parts()
	if err != nil || len(parts) != 1 {
		return source.Part{}, nil
	}
	m, ok, err := source.Recognise([]source.Dataset{d}, parts[0], "")
	if err != nil || !ok {
		return parts[0], nil
	}
	return parts[0], m.Layout
}

// readAll reads every row of a file of one table.
func readAll(d source.Dataset, data []byte) error {
	f, err := source.Bytes("sample", data, source.DefaultLimits())
	if err != nil {
		return err
	}
	parts, _, err := f.Parts()
	if err != nil {
		return err
	}
	for _, p := range parts {
		m, ok, err := source.Recognise([]source.Dataset{d}, p, "")
		if err != nil || !ok {
			return errors.Join(err, p.Fault, errors.New("not recognised"))
		}
		rows, err := m.Read(p)
		if err != nil {
			return err
		}
		err = rows.Each(context.Background(), func([]source.Value) error { return nil })
		if err := errors.Join(err, rows.Close()); err != nil {
			return err
		}
	}
	return nil
}

// refused wants a file not to be read, with its place and a remedy in the
// message.
func refused(t *testing.T, d source.Dataset, what, text, want string) {
	t.Helper()
	err := readAll(d, []byte(text))
	var file *source.FileError
	switch {
	case err == nil:
		t.Errorf("%s: it was read", what)
	case !errors.As(err, &file):
		t.Errorf("%s: %v, which is no place in a file", what, err)
	case file.Line < 1 || file.Column < 1 || file.Remedy == "" || !strings.Contains(err.Error(), want):
		t.Errorf("%s: %v; want a place, a remedy and %q", what, err, want)
	}
}
