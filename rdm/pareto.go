package rdm

import (
	"fmt"
	"math"
	"slices"
)

// Pareto returns, in ascending order, the alternatives that no other dominates:
// none is at least as good on every criterion and better on one. Values are by
// alternative and criterion; higher says by criterion whether more is better.
// Alternatives level on everything stay in together. One that lacks a value can
// be compared with nothing: it is left out and excludes nobody.
func Pareto(values [][]float64, higher []bool) ([]int, error) {
	for a, row := range values {
		if len(row) != len(higher) {
			return nil, fmt.Errorf("rdm: alternative %d has %d values for %d criteria; want one each", a, len(row), len(higher))
		}
	}
	if len(higher) == 0 && len(values) > 0 {
		return nil, fmt.Errorf("rdm: no criteria to compare alternatives by; want at least one")
	}
	var set []int
	for a, row := range values {
		beaten := slices.ContainsFunc(values, func(other []float64) bool { return Dominates(other, row, higher) })
		if !beaten && !slices.ContainsFunc(row, math.IsNaN) {
			set = append(set, a)
		}
	}
	return set, nil
}

// Dominates reports that a is at least as good as b on every criterion and
// better on one. A missing value makes it false.
func Dominates(a, b []float64, higher []bool) bool {
	better := false
	for k, more := range higher {
		x, y := a[k], b[k]
		if !more {
			x, y = -x, -y
		}
		if !(x >= y) {
			return false
		}
		better = better || x > y
	}
	return better
}
