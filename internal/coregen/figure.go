package coregen

import (
	"cmp"
	"fmt"
	"math"
	"strconv"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Figure is one row of figures.csv. Partner is empty for a state-year.
type Figure struct {
	State, Partner   string // ISO codes; World for the whole system
	Year             ir.Year
	Indicator        string
	Value, Low, High float64
	Kind             prov.Kind
	Source           string
	Note             string
}

// World is the code of the whole state system in figures.csv.
const World = "WLD"

// The units that figures read from pages are converted between.
const (
	unitDollars     = "US$ current"
	unitDollars2021 = "US$ 2021"
)

// dollarYear is the year of the prices of military expenditure.
const dollarYear = 2021

// exact is a figure published without a range.
func exact(indicator, state, partner string, y ir.Year, v float64, k prov.Kind, src string) Figure {
	return Figure{
		Indicator: indicator, State: state, Partner: partner, Year: y,
		Value: v, Low: v, High: v, Kind: k, Source: src,
	}
}

// noted returns the figure with a note.
func (f Figure) noted(format string, args ...any) Figure {
	f.Note = fmt.Sprintf(format, args...)
	return f
}

// scaled returns the figure in another unit or price.
func (f Figure) scaled(by float64) Figure {
	f.Value, f.Low, f.High = f.Value*by, f.Low*by, f.High*by
	return f
}

func compare(a, b Figure) int {
	return cmp.Or(
		cmp.Compare(a.Indicator, b.Indicator), cmp.Compare(a.State, b.State),
		cmp.Compare(a.Partner, b.Partner), cmp.Compare(a.Year, b.Year),
	)
}

// digits is how many significant digits a figure keeps: more than any of the
// publishers can vouch for, and few enough to read.
const digits = 7

// format writes a number with [digits] significant digits and no exponent.
func format(v float64) string {
	short, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', digits, 64), 64)
	if err != nil || short == 0 {
		return "0" // also for minus zero
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}

func (f Figure) row(unit, licence string) []string {
	low, high := "", ""
	if f.Low < f.High {
		low, high = format(f.Low), format(f.High)
	}
	return []string{
		f.State, f.Partner, strconv.Itoa(int(f.Year)), f.Indicator, format(f.Value), low, high,
		unit, f.Kind.String(), f.Source, licence, f.Note,
	}
}

// valid reports whether the value is a number within its range.
func (f Figure) valid() bool {
	return f.Low <= f.Value && f.Value <= f.High && !math.IsInf(f.Value, 0)
}
