package panel

import "github.com/shatterbelt/shatterbelt/ir"

// Form says what an indicator belongs to.
type Form uint8

// The forms. A figure of a symmetric dyad is one figure of both its orders.
const (
	StateYear Form = iota
	DirectedDyad
	SymmetricDyad
)

var formNames = [...]string{"state", "directed", "symmetric"}

func (f Form) String() string { return formNames[f] }

// ParseForm reads the name that [Form.String] gives.
func ParseForm(name string) (Form, bool) {
	for i, n := range formNames {
		if n == name {
			return Form(i), true
		}
	}
	return 0, false
}

// Holds says for how long a row of an indicator holds.
type Holds uint8

const (
	// Point rows hold in their year alone; a year without a row is missing.
	Point Holds = iota
	// Spell rows hold from their year on, until the next row or the end of the
	// years covered; before the first row the figure is 0.
	Spell
	// Count rows hold in their year alone; a year covered without a row is 0.
	Count
)

var holdsNames = [...]string{"point", "spell", "count"}

func (h Holds) String() string { return holdsNames[h] }

// ParseHolds reads the name that [Holds.String] gives.
func ParseHolds(name string) (Holds, bool) {
	for i, n := range holdsNames {
		if n == name {
			return Holds(i), true
		}
	}
	return 0, false
}

// Indicator describes one quantity: its name in the files, its unit, what it
// belongs to and how long its rows hold. Spells and counts are covered: from
// First to Last the source is known to list whatever there was, so that a tie
// it does not list was absent.
type Indicator struct {
	Name, Unit       string
	Form             Form
	Holds            Holds
	LabelEN, LabelKO string
	First, Last      ir.Year // of the years covered; zero for points
	Source           string  // key of the source that covers them
}

// Dyadic reports whether the indicator belongs to pairs of states.
func (i Indicator) Dyadic() bool { return i.Form != StateYear }

// Covered reports whether absence inside a span of years is known.
func (i Indicator) Covered() bool { return i.Holds != Point }

// Label is the name for readers in a language, "ko" or another for English, or
// "" where none was declared.
func (i Indicator) Label(lang string) string {
	if lang == "ko" {
		return i.LabelKO
	}
	return i.LabelEN
}
