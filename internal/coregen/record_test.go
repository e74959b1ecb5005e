package coregen

import (
	"errors"
	"math"
	"testing"
)

func TestEachReadsOldFiles(t *testing.T) {
	for name, table := range map[string]string{
		"plain":           "a,b\n1,2\n3,4\n",
		"byte-order mark": "\xef\xbb\xbfa,b\n1,2\n3,4\n",
		"CRLF":            "a,b\r\n1,2\r\n3,4\r\n",
		"bare CR":         "a,b\r1,2\r3,4\r",
		"quoted header":   "\"b\",\"a\"\n2,1\n4,3\n",
	} {
		t.Run(name, func(t *testing.T) {
			sum := 0.0
			ok(t, each("x.csv", []byte(table), []string{"a"}, func(r *record) {
				v, _ := r.number("a")
				sum += v
			}))
			if sum != 4 {
				t.Errorf("column a adds up to %v; want 1 + 3", sum)
			}
		})
	}
}

func TestEachSaysWhere(t *testing.T) {
	read := func(r *record) {
		r.whole("year")
		r.number("value")
	}
	columns := []string{"year", "value"}
	tests := []struct {
		name, table string
		parts       []string
	}{
		{"bad number", "year,value\n1990,1\n1991,x\n", []string{"x.csv:3:6", `value is "x"`, "want a number"}},
		{"bad year", "year,value\nlast,1\n", []string{"x.csv:2:1", `year is "last"`, "whole number"}},
		{"infinite", "year,value\n1990,Inf\n", []string{"x.csv:2:6", "want a number"}},
		{"no column", "year,amount\n1990,1\n", []string{"x.csv:1:1", `"value"`, "edition"}},
		{"ragged", "year,value\n1990\n", []string{"x.csv:2", "fetch the file again"}},
		{"empty", "", []string{"x.csv:1:1", "empty"}},
		{"open quote", "year,value\n\"1990,1\n", []string{"x.csv:", "fetch the file again"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			fails(t, each("x.csv", []byte(tt.table), columns, read), tt.parts...)
		})
	}
}

func TestCellErrorHasParts(t *testing.T) {
	err := each("x.csv", []byte("a\nno\n"), []string{"a"}, func(r *record) { r.whole("a") })
	var cell *CellError
	if !errors.As(err, &cell) || cell.Line != 2 || cell.Column != 1 || cell.Text != "no" {
		t.Errorf("error is %#v; want a CellError at line 2, column 1", err)
	}
}

func TestMissingIsNotZero(t *testing.T) {
	for _, text := range []string{"", "NA", "-9", "...", "xxx", ". ."} {
		ok(t, each("x.csv", []byte("a,b\n"+text+",1\n"), []string{"a"}, func(r *record) {
			if v, stated := r.number("a"); stated || !math.IsNaN(v) {
				t.Errorf("%q reads as %v, %v; want missing", text, v, stated)
			}
		}))
	}
	ok(t, each("x.csv", []byte("a\n-9\n"), []string{"a"}, func(r *record) {
		if v, stated := r.signed("a"); !stated || v != -9 {
			t.Errorf("a score of -9 reads as %v, %v; want -9", v, stated)
		}
	}))
}

func TestRanged(t *testing.T) {
	tests := []struct {
		name, cells string
		v, lo, hi   float64
		bad         bool
	}{
		{"no range", "3,,", 3, 3, 3, false},
		{"midpoint", ",2,8", 5, 2, 8, false},
		{"both", "3,2,8", 3, 2, 8, false},
		{"negative", "-9,,", -9, -9, -9, false},
		{"half a range", "3,2,", 0, 0, 0, true},
		{"outside", "9,2,8", 0, 0, 0, true},
		{"nothing", ",,", 0, 0, 0, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var v, lo, hi float64
			err := each("x.csv", []byte("v,lo,hi\n"+tt.cells+"\n"), []string{"v"}, func(r *record) {
				v, lo, hi = r.ranged("v", "lo", "hi")
			})
			if (err != nil) != tt.bad {
				t.Fatalf("error is %v", err)
			}
			if !tt.bad && (v != tt.v || lo != tt.lo || hi != tt.hi) {
				t.Errorf("reads %v in %v to %v; want %v in %v to %v", v, lo, hi, tt.v, tt.lo, tt.hi)
			}
		})
	}
}

func FuzzEach(f *testing.F) {
	f.Add([]byte("year,value\n1990,1\n"))
	f.Add([]byte("\xef\xbb\xbfyear,value\r1990,\"1\r"))
	f.Fuzz(func(t *testing.T, table []byte) {
		_ = each("x.csv", table, []string{"year", "value"}, func(r *record) {
			r.year("year")
			if v, stated := r.number("value"); stated && (math.IsNaN(v) || math.IsInf(v, 0)) {
				t.Errorf("%q reads as %v", r.text("value"), v)
			}
		})
	})
}
