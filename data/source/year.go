package source

import (
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
)

// YearName reads a column name that is a year: "1990", "1990.0", "x1990",
// "1990 [YR1990]".
func YearName(name string) (ir.Year, bool) {
	name, _, _ = strings.Cut(name, " ")
	name = strings.TrimSuffix(strings.TrimLeft(name, "xXyY_\""), ".0")
	if len(name) != 4 {
		return 0, false
	}
	v, err := strconv.Atoi(name)
	return ir.Year(v), err == nil && v >= 1000
}

// YearColumns types every column whose name is a year as numbers of a unit, and
// stores it under the year: for [Layout.Other].
func YearColumns(unit string, missing ...string) func(string) (Column, bool) {
	return func(name string) (Column, bool) {
		y, ok := YearName(name)
		if !ok {
			return Column{}, false
		}
		return Column{Name: strconv.Itoa(int(y)), Type: Float, Unit: unit, Missing: missing}, true
	}
}

// YearIn finds the year of a date: the first four digits that stand together,
// as in "1990", "19900801", "1990-08-01" and "8/1/1990".
func YearIn(text string) (ir.Year, bool) {
	run := 0
	for i := 0; i < len(text); i++ {
		if text[i] < '0' || text[i] > '9' {
			run = 0
			continue
		}
		if run++; run == 4 {
			v, err := strconv.Atoi(text[i-3 : i+1])
			return ir.Year(v), err == nil && v >= 1000
		}
	}
	return 0, false
}
