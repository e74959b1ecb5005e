package desk_test

import (
	"bytes"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"github.com/shatterbelt/shatterbelt/desk"
)

// Gaps of every kind, and a column with nothing in it.
var gaps = desk.Table{
	Columns: []string{"name", "count", "share", "nothing"},
	Rows: [][]any{
		{nil, 1, math.NaN(), nil},
		{"b, c", nil, 0.1, nil},
		{"", 3, nil, nil},
	},
}

func TestCSV(t *testing.T) {
	var b strings.Builder
	if err := gaps.CSV(&b); err != nil {
		t.Fatal(err)
	}
	if want := "name,count,share,nothing\n,1,,\n\"b, c\",,0.1,\n,3,,\n"; b.String() != want {
		t.Errorf("%q; want %q", b.String(), want)
	}
}

func TestParquet(t *testing.T) {
	var b bytes.Buffer
	if err := gaps.Parquet(&b); err != nil {
		t.Fatal(err)
	}
	f, err := parquet.OpenFile(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range f.Schema().Columns() {
		names = append(names, c[0])
	}
	if got := strings.Join(names, " "); got != "name count share nothing" {
		t.Errorf("columns %s", got)
	}
	rows := make([]parquet.Row, 4)
	n, err := f.RowGroups()[0].Rows().ReadRows(rows)
	if n != 3 || err != nil && !errors.Is(err, io.EOF) {
		t.Fatalf("%d rows, %v", n, err)
	}
	if !rows[0][0].IsNull() || rows[0][1].Int64() != 1 || !rows[0][2].IsNull() || rows[1][2].Double() != 0.1 || !rows[1][1].IsNull() || !rows[2][3].IsNull() {
		t.Errorf("%v", rows[:3])
	}
}
