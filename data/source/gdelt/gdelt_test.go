package gdelt_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/gdelt"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
)

const list = "150383 297a16b493de7cf6ca809a7cc31d0b93 http://data.example/20150218230000.export.CSV.zip\n" +
	"318084 bb27f78ba45f69a17ea6ed7755e9f8ff http://data.example/20150218230000.mentions.CSV.zip\n"

// event is one made-up event: 61 fields, most of them empty.
func event() string {
	cells := make([]string, 61)
	for i, v := range map[int]string{
		0: "479491243", 1: "20141027", 2: "201410", 3: "2014", 4: "2014.8137", 5: "XAA", 6: "ALPHA", 7: "XAA", 15: "XAB",
		25: "0", 26: "051", 27: "051", 28: "05", 29: "1", 30: "3.4", 31: "3", 32: "1", 33: "3", 34: "-1.5",
		51: "4", 52: "Town, Alpha", 53: "XX", 56: "44.9", 57: "-123.0", 59: "20151027220000", 60: "http://news.example/a",
	} {
		cells[i] = v
	}
	return strings.Join(cells, "\t") + "\n"
}

func TestEvents(t *testing.T) {
	sourcetest.Run(t, gdelt.Events(), map[string]string{"event": event()})
}

// Codes that begin with 0 keep it, and each field has its name.
func TestEventFields(t *testing.T) {
	_, rows := sourcetest.Rows(t, gdelt.Events(), event())
	r := rows[0]
	if r["EventCode"].Text != "051" || r["GoldsteinScale"].Float != 3.4 || r["ActionGeo_Lat"].Float != 44.9 ||
		r["Actor2Code"].Text != "XAB" || r["SOURCEURL"].Text != "http://news.example/a" || !r["Actor1Geo_Lat"].Null {
		t.Errorf("row %v", r)
	}
	if n := len(gdelt.Events().Layouts[0].Names); n != 61 {
		t.Errorf("%d names; want 61", n)
	}
}

func TestFiles(t *testing.T) {
	sourcetest.Run(t, gdelt.Files(), map[string]string{"file": list})
}

// A line that is cut off is refused with its number.
func TestFilesCutOff(t *testing.T) {
	f, err := source.Bytes("list", []byte(list[:len(list)-80]), source.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	var bad *source.FileError
	if _, err := gdelt.Files().Layouts[0].Read(f); !errors.As(err, &bad) || bad.Line != 2 {
		t.Errorf("%v; want a fault in line 2", err)
	}
}

func ExampleEvents() {
	l := gdelt.Events().Layouts[0]
	fmt.Println(l.Names[0], l.Names[30], l.Names[60])
	// Output: GLOBALEVENTID GoldsteinScale SOURCEURL
}

func FuzzRead(f *testing.F) {
	read := gdelt.Files().Layouts[0].Read
	f.Add(list)
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		file, err := source.Bytes("x", []byte(text), source.DefaultLimits())
		if err != nil {
			return
		}
		r, err := read(file)
		if err != nil {
			return
		}
		for {
			if _, err := r.Next(); err != nil {
				return
			}
		}
	})
}
