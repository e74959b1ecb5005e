package user

import (
	"fmt"
	"math"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/ir"
)

// Capabilities reads each state's capability from a table and returns it as a
// share of the sum of those read. Where the table has years, the newest not
// after the one asked for counts. An amount below 0, a state named twice for a
// year, and a table without any capability are errors.
func Capabilities(file string, data []byte, codes *ir.Codes, year ir.Year) (map[ir.CCode]float64, error) {
	t, err := source.OpenTable(file, data, "state", "capability")
	if err != nil {
		return nil, err
	}
	type key struct {
		state ir.CCode
		year  ir.Year
	}
	lines := map[key]int{}
	amount, as := map[ir.CCode]float64{}, map[ir.CCode]ir.Year{}
	for t.Next() {
		k := key{state: t.State("state", codes)}
		if t.Has("year") {
			k.year = t.Year("year")
		}
		v, ok := t.Number("capability")
		if ok && v < 0 {
			t.Fail("capability", "an amount of 0 or more")
		}
		if before, twice := lines[k]; twice {
			t.Fail("state", fmt.Sprintf("each state once a year; line %d states it already", before))
		}
		lines[k] = t.Line()
		if have, known := as[k.state]; ok && k.year <= year && (!known || k.year > have) {
			amount[k.state], as[k.state] = v, k.year
		}
	}
	if t.Err() != nil {
		return nil, t.Err()
	}
	return shares(file, amount, codes, year)
}

// shares divides by the sum, taken in order of state.
func shares(file string, amount map[ir.CCode]float64, codes *ir.Codes, year ir.Year) (map[ir.CCode]float64, error) {
	total := 0.0
	for _, s := range codes.All() {
		total += amount[s.CCode]
	}
	if math.IsInf(total, 0) {
		return nil, &source.FileError{File: file, Line: 1, Column: 1,
			Problem: "the capabilities add up to more than a number can hold", Remedy: "give them in a larger unit"}
	}
	if total <= 0 {
		return nil, &source.FileError{File: file, Line: 1, Column: 1,
			Problem: fmt.Sprintf("no state has a capability above 0 up to %d", year), Remedy: "fill in the column capability, or ask for a later year"}
	}
	for c := range amount {
		amount[c] /= total
	}
	return amount, nil
}
