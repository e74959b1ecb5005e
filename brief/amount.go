package brief

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Amount is a number with its interval, as findings hold it; where it comes
// from is in the finding's numbers.
type Amount struct {
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

func amount(n prov.Number) Amount { return Amount{n.Value, n.Low, n.High} }

func (a Amount) ranged() bool { return a.High > a.Low }

// not is the share or probability of the opposite.
func (a Amount) not() Amount { return Amount{1 - a.Value, 1 - a.High, 1 - a.Low} }

// Places returns how many decimals a number may be printed with: as many as
// leave its interval between one and ten units of the last place wide. Without
// an interval, two significant digits.
func Places(value, low, high float64) int {
	if high > low {
		return clampPlaces(math.Floor(1 - math.Log10(high-low) + tiny))
	}
	if value == 0 {
		return 0
	}
	return clampPlaces(1 - math.Floor(math.Log10(math.Abs(value))))
}

// tiny keeps an interval of exactly 0.1 from losing a place to rounding.
const tiny = 1e-9

func clampPlaces(p float64) int {
	const most = 6
	return int(min(max(p, 0), most))
}

// percentPlaces is Places for a share printed in percent: never coarser than a
// whole percent, and a share of ten percent or more never finer.
func percentPlaces(a Amount) int {
	const whole = 10
	p := Places(100*a.Value, 100*a.Low, 100*a.High)
	if !a.ranged() && math.Abs(100*a.Value) >= whole {
		return 0
	}
	return p
}

// decimal prints v with a number of decimals, without a negative zero and with
// thousands separated by commas.
func decimal(v float64, places int) string {
	s := strconv.FormatFloat(v, 'f', places, 64)
	sign := ""
	if strings.HasPrefix(s, "-") {
		s = s[1:]
		if strings.Trim(s, "0.") != "" {
			sign = "−"
		}
	}
	whole, frac, dotted := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if dotted {
		whole += "." + frac
	}
	return sign + whole
}

// style is how a language writes numbers.
type style struct {
	percent string // between a figure and what follows, with the sign
	to      string // between the ends of a range
	open    string // before a range in brackets
	under   string // of a share too near 0 to print
	over    string // and of one too near 1
}

var (
	styleEN = style{percent: "\u00a0%", to: "–", open: " (", under: "under %s", over: "over %s"}
	styleKO = style{percent: "%", to: "~", open: "(", under: "%s 미만", over: "%s 초과"}
)

// pct prints a share in percent with its range: "71 % (68–74 %)".
func (s style) pct(a Amount) string {
	if !a.ranged() {
		return s.pct1(a)
	}
	return s.pct1(a) + s.open + s.pctRange(a.Low, a.High, percentPlaces(a)) + ")"
}

func (s style) pctRange(low, high float64, places int) string {
	return decimal(100*low, places) + s.to + decimal(100*high, places) + s.percent
}

// pct1 prints a share in percent without its range, for places where the range
// stands beside it. A share that would round to 0 or to 100 % but is neither is
// said to be under the least or over the most that can be printed.
func (s style) pct1(a Amount) string {
	p := percentPlaces(a)
	text, unit := decimal(100*a.Value, p), math.Pow10(-p)
	switch {
	case a.Value > 0 && strings.Trim(text, "0.") == "":
		return fmt.Sprintf(s.under, decimal(unit, p)+s.percent)
	case a.Value < 1 && text == decimal(100, p):
		return fmt.Sprintf(s.over, decimal(100-unit, p)+s.percent)
	}
	return text + s.percent
}

// num prints a plain number with its range.
func (s style) num(a Amount) string {
	p := indexPlaces(a)
	if !a.ranged() {
		return decimal(a.Value, p)
	}
	return decimal(a.Value, p) + s.open + decimal(a.Low, p) + s.to + decimal(a.High, p) + ")"
}

// aside is num for a place inside brackets: "0.51, 0.49–0.53".
func (s style) aside(a Amount) string {
	p := indexPlaces(a)
	if !a.ranged() {
		return decimal(a.Value, p)
	}
	return decimal(a.Value, p) + ", " + decimal(a.Low, p) + s.to + decimal(a.High, p)
}

// num1 prints a number as finely as its interval allows, without the interval.
func (s style) num1(a Amount) string { return decimal(a.Value, indexPlaces(a)) }

// indexPlaces is Places for an index: at most two decimals unless it is small.
func indexPlaces(a Amount) int {
	const small, most = 0.1, 2
	switch p := Places(a.Value, a.Low, a.High); {
	case abs(a.Value) < small:
		return p
	case !a.ranged():
		return most
	default:
		return min(p, most)
	}
}

// plain prints a number as published: three significant digits below a
// thousand, whole above.
func plain(v float64) string {
	const digits = 2
	if v == 0 || v == math.Trunc(v) {
		return decimal(v, 0)
	}
	return decimal(v, clampPlaces(digits-math.Floor(math.Log10(math.Abs(v)))))
}

// short prints a number with two significant digits and no idle zeros.
func short(v float64) string {
	s := decimal(v, Places(v, v, v))
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}
