package source_test

import (
	"bytes"
	"errors"
	"io"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// line is one row of a Parquet file as another program writes it.
type line struct {
	State string    `parquet:"state,optional"`
	Year  int32     `parquet:"year"`
	Value *float64  `parquet:"value,optional"`
	Small float32   `parquet:"small"`
	Yes   bool      `parquet:"yes"`
	Day   time.Time `parquet:"day,timestamp(millisecond)"`
}

func parquetFile(t testing.TB, lines []line) []byte {
	t.Helper()
	var b bytes.Buffer
	w := parquet.NewGenericWriter[line](&b)
	if _, err := w.Write(lines); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// everything reads a file of one table as text.
func everything(data []byte) ([][]string, error) {
	f, err := source.Bytes("t.parquet", data, source.DefaultLimits())
	if err != nil {
		return nil, err
	}
	parts, _, err := f.Parts()
	if err != nil {
		return nil, err
	}
	if parts[0].Fault != nil {
		return nil, parts[0].Fault
	}
	m := source.Match{Layout: &source.Layout{Table: "t"}}
	rows, err := m.Read(parts[0])
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var names []string
	for _, c := range rows.Columns() {
		names = append(names, c.Name)
	}
	out := [][]string{names}
	for {
		row, err := rows.Next()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		var texts []string
		for _, v := range row {
			texts = append(texts, v.Text)
		}
		out = append(out, texts)
	}
}

func TestParquet(t *testing.T) {
	half, none := 0.1, math.NaN()
	day := time.Date(1938, 9, 30, 12, 0, 0, 0, time.UTC)
	lines := []line{{"KOR", 2000, &half, 0.1, true, day}, {"", 2001, nil, 2, false, day}, {"USA", -5, &none, 1e6, true, day}}
	for range 2000 {
		lines = append(lines, line{"FRA", 2002, &half, 3, true, day})
	}
	rows, err := everything(parquetFile(t, lines))
	if err != nil || len(rows) != len(lines)+1 {
		t.Fatalf("%d rows, %v; want %d", len(rows), err, len(lines)+1)
	}
	for i, want := range []string{"state year value small yes day", "KOR 2000 0.1 0.1 1 1938-09-30", " 2001  2 0 1938-09-30", "USA -5  1000000 1 1938-09-30"} {
		if got := strings.Join(rows[i], " "); got != want {
			t.Errorf("row %d is %q; want %q", i, got, want)
		}
	}
}

// What is cut off, spoilt or nested is refused with a remedy, and never a panic.
func TestParquetRefused(t *testing.T) {
	whole := parquetFile(t, []line{{State: "KOR", Year: 2000}})
	var b bytes.Buffer
	w := parquet.NewGenericWriter[struct {
		Many []int32 `parquet:"many"`
	}](&b)
	if _, err := w.Write(make([]struct {
		Many []int32 `parquet:"many"`
	}, 1)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"cut off": whole[:len(whole)-9], "spoilt": append([]byte("PAR1"), bytes.Repeat([]byte{0xff}, 200)...), "nested": b.Bytes()} {
		_, err := everything(data)
		var fault *source.FileError
		if !errors.As(err, &fault) || fault.Remedy == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzParquet(f *testing.F) {
	whole := parquetFile(f, []line{{State: "KOR", Year: 2000}})
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Fuzz(func(t *testing.T, data []byte) {
		if !bytes.HasPrefix(data, []byte("PAR1")) || len(data) > 1<<16 {
			return
		}
		rows, err := everything(data)
		if err == nil && len(rows) == 0 {
			t.Error("neither rows nor a fault")
		}
	})
}
