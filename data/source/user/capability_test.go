package user_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/user"
	"github.com/shatterbelt/shatterbelt/ir"
)

func codes(t testing.TB) *ir.Codes {
	t.Helper()
	c, err := ir.NewCodes([]ir.State{
		{CCode: 991, ISO: "XAA", NameEN: "Alpha", NameKO: "알파"},
		{CCode: 992, ISO: "XBB", NameEN: "Beta", NameKO: "베타"},
		{CCode: 993, ISO: "XCC", NameEN: "Gamma", NameKO: "감마"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestCapabilities(t *testing.T) {
	tests := []struct {
		name, table string
		year        ir.Year
		want        map[ir.CCode]float64
	}{
		{"codes, numbers and names", "state,capability\nXAA,1\n992,2\n감마,1\n", 2000, map[ir.CCode]float64{991: 0.25, 992: 0.5, 993: 0.25}},
		{"semicolons, byte-order mark, old line ends, columns in any order", "\xef\xbb\xbfCapability;note;State\r3;x;Alpha\r1;;Beta\r", 2000, map[ir.CCode]float64{991: 0.75, 992: 0.25}},
		{"the newest year not after", "state\tyear\tcapability\nXAA\t1990\t9\nXAA\t1999\t1\nXAA\t2001\t7\nXBB\t1995\t3\n", 2000, map[ir.CCode]float64{991: 0.25, 992: 0.75}},
		{"missing is not zero", "state,capability\nXAA,2\nXBB,\nXCC,0\n", 2000, map[ir.CCode]float64{991: 1, 993: 0}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := user.Capabilities("t.csv", []byte(tt.table), codes(t), tt.year)
			if err != nil || len(got) != len(tt.want) {
				t.Fatalf("got %v, %v; want %v", got, err, tt.want)
			}
			for c, v := range tt.want {
				if math.Abs(got[c]-v) > 1e-12 {
					t.Errorf("state %d is %v; want %v", c, got[c], v)
				}
			}
		})
	}
}

func TestCapabilitiesSayWhere(t *testing.T) {
	tests := []struct {
		name, table string
		parts       []string
	}{
		{"no number", "state,capability\nXAA,much\n", []string{"t.csv:2:5", `"much"`, "a number"}},
		{"negative", "state,capability\nXAA,-1\n", []string{"t.csv:2:5", "0 or more"}},
		{"unknown state", "state,capability\nXAA,1\nAlpho,1\n", []string{"t.csv:3:1", "Alpho", "did you mean XAA"}},
		{"twice", "state,capability\nXAA,1\nAlpha,2\n", []string{"t.csv:3:1", "line 2"}},
		{"column misspelt", "state,capabilty\nXAA,1\n", []string{"t.csv:1:1", `no column "capability"`, `rename "capabilty"`}},
		{"column not there", "a,b\n1,2\n", []string{"the columns are a, b"}},
		{"two of a name", "state,capability,state\n", []string{"t.csv:1:18", "two columns"}},
		{"empty", "", []string{"t.csv:1:1", "empty"}},
		{"ragged", "state,capability\nXAA\n", []string{"t.csv:2:1", "as many cells"}},
		{"nothing", "state,capability\nXAA,0\n", []string{"no state has a capability"}},
		{"encoding", "state,capability\nXAA,1\nCura\xe7ao,2\n", []string{"t.csv:3:5", "UTF-8"}},
		{"year", "state,year,capability\nXAA,MM,2\n", []string{"t.csv:2:5", "a year"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := user.Capabilities("t.csv", []byte(tt.table), codes(t), 2000)
			if err == nil {
				t.Fatal("no error")
			}
			for _, p := range tt.parts {
				if !strings.Contains(err.Error(), p) {
					t.Errorf("error is %q; want it to say %q", err, p)
				}
			}
		})
	}
}

func FuzzCapabilities(f *testing.F) {
	f.Add([]byte("state,capability\nXAA,1\n"))
	f.Add([]byte("\xef\xbb\xbfstate;year;capability\r\nXAA;1990;1e3\r\n"))
	f.Add([]byte("state,capability\n\"XAA,1\n"))
	all := codes(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := user.Capabilities("t.csv", data, all, 2000)
		var cell *source.CellError
		if errors.As(err, &cell) && (cell.Line < 2 || cell.Column < 1) {
			t.Errorf("error at line %d, column %d", cell.Line, cell.Column)
		}
		if err != nil {
			return
		}
		total := 0.0
		for _, v := range got {
			total += v
		}
		if math.Abs(total-1) > 1e-9 {
			t.Errorf("shares add up to %v", total)
		}
	})
}

// Three states of a user's own table; the figures are invented.
func ExampleCapabilities() {
	codes, _ := ir.NewCodes([]ir.State{{CCode: 998, ISO: "XWW", NameEN: "West"}, {CCode: 999, ISO: "XEE", NameEN: "East"}})
	shares, err := user.Capabilities("mine.csv", []byte("state,capability\nWest,30\nXEE,10\n"), codes, 2024)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("west %.2f, east %.2f\n", shares[998], shares[999])
	// Output: west 0.75, east 0.25
}
