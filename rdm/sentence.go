package rdm

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Words are what a [Box] is put into a sentence with. What is left empty is
// spoken of in general terms.
type Words struct {
	Lang   string // "en" or "ko"
	Inputs []Dim  // their names, labels and units
	// Category names a value of a categorical input; nil writes the number.
	Category func(input int, v float64) string
	// Case is what the cases are, in the plural: "futures". Interest says what
	// those of interest do: "fail"; in Korean it is a noun.
	Case, Interest string
}

// Sentence says a box in one sentence: the conditions, how many cases meet them,
// how dense the cases of interest are there against base, the share among all,
// and how many of them it holds.
func (b Box) Sentence(base float64, w Words) string {
	conditions := make([]string, len(b.Limits))
	for k, l := range b.Limits {
		conditions[k] = l.Phrase(w)
	}
	if w.Lang == "ko" {
		return b.korean(base, w, conditions)
	}
	cases, interest := or(w.Case, "cases"), or(w.Interest, "are of interest")
	where := "Of all " + strconv.Itoa(b.N) + " " + cases
	if len(conditions) > 0 {
		where = fmt.Sprintf("Where %s, of %d %s (%s of all)", list(conditions, " and "), b.N, cases, percent(b.Mass, w.Lang))
	}
	return fmt.Sprintf("%s %s %s, against %s of all; they hold %s of all that %s.",
		where, percent(b.Density, w.Lang), interest, percent(base, w.Lang), percent(b.Coverage, w.Lang), interest)
}

func (b Box) korean(base float64, w Words, conditions []string) string {
	cases, interest := or(w.Case, "사례"), or(w.Interest, "관심 사례")
	where := fmt.Sprintf("전체 %s %d건", cases, b.N)
	if len(conditions) > 0 {
		where = fmt.Sprintf("조건: %s. 여기에 드는 %s %d건(전체의 %s)", strings.Join(conditions, ", "), cases, b.N, percent(b.Mass, w.Lang))
	}
	return fmt.Sprintf("%s 가운데 %s의 비율은 %s(전체에서는 %s)이며, 모든 %s의 %s가 여기에 든다.",
		where, interest, percent(b.Density, w.Lang), percent(base, w.Lang), interest, percent(b.Coverage, w.Lang))
}

// Phrase says one limit: "growth is at least 2.1 %".
func (l Limit) Phrase(w Words) string {
	name, unit := fmt.Sprintf("input %d", l.Input+1), ""
	if w.Lang == "ko" {
		name = fmt.Sprintf("입력 %d", l.Input+1)
	}
	if l.Input < len(w.Inputs) {
		d := w.Inputs[l.Input]
		unit = d.Unit
		if name = or(d.EN, d.Name); w.Lang == "ko" {
			name = or(d.KO, d.Name)
		}
	}
	if l.Kind == Categorical {
		return l.categories(name, w)
	}
	low, high := short(l.Low), short(l.High)
	if unit != "" {
		unit = " " + unit
	}
	switch noLow, noHigh := math.IsInf(l.Low, -1), math.IsInf(l.High, 1); {
	case w.Lang == "ko" && noLow:
		return fmt.Sprintf("%s %s%s 이하", name, high, unit)
	case w.Lang == "ko" && noHigh:
		return fmt.Sprintf("%s %s%s 이상", name, low, unit)
	case w.Lang == "ko":
		return fmt.Sprintf("%s %s~%s%s", name, low, high, unit)
	case noLow:
		return fmt.Sprintf("%s is at most %s%s", name, high, unit)
	case noHigh:
		return fmt.Sprintf("%s is at least %s%s", name, low, unit)
	}
	return fmt.Sprintf("%s is from %s to %s%s", name, low, high, unit)
}

// categories names the categories within or, where they are fewer, those out.
func (l Limit) categories(name string, w Words) string {
	name1 := func(v float64) string {
		if w.Category == nil {
			return short(v)
		}
		return w.Category(l.Input, v)
	}
	values, out := l.In, len(l.Out) < len(l.In)
	if out {
		values = l.Out
	}
	names := make([]string, len(values))
	for k, v := range values {
		names[k] = name1(v)
	}
	switch {
	case w.Lang == "ko" && out:
		return fmt.Sprintf("%s: %s 제외", name, strings.Join(names, "·"))
	case w.Lang == "ko":
		return fmt.Sprintf("%s: %s", name, strings.Join(names, "·"))
	case out:
		return fmt.Sprintf("%s is not %s", name, list(names, " or "))
	}
	return fmt.Sprintf("%s is %s", name, list(names, " or "))
}

// list joins words with commas and a last word between the last two.
func list(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + last + words[len(words)-1]
}

func or(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

// short writes a number to three significant digits, without an exponent where
// that is short.
func short(v float64) string {
	text := strconv.FormatFloat(v, 'g', 3, 64)
	if strings.Contains(text, "e") && math.Abs(v) < 1e7 && math.Abs(v) >= 1 {
		return strconv.FormatFloat(v, 'f', 0, 64)
	}
	return text
}

// percent writes a share: tenths where it is small or nearly all.
func percent(share float64, lang string) string {
	v := 100 * share
	sign, digits := " %", 0
	if lang == "ko" {
		sign = "%"
	}
	if v > 0 && v < 1 || v > 99 && v < 100 {
		digits = 1
	}
	return strconv.FormatFloat(v, 'f', digits, 64) + sign
}
