package claim

// Schema is what a claim file says it is, on its schema line.
const Schema = "shatterbelt/claims/1"

// Text is words for people, in both languages.
type Text struct{ EN, KO string }

// In is the text in a language, ko or en.
func (t Text) In(lang string) string {
	if lang == "ko" {
		return t.KO
	}
	return t.EN
}

// Claim is an argument with the rule by which it is judged.
type Claim struct {
	ID        string
	Statement Text // what is argued, no stronger and no weaker
	Section   Text // where it stands
	Question  Text
	Join      Joining
	Parts     []Part
	Reverses  Text // what would change the verdict
	Shown     Text // which of its figures were known before the rule was written
	Waits     Text // the model or data that would settle it; "" where nothing is missing
}

// Part is one thing that a claim says, with its own figure.
type Part struct {
	Name     string
	Asks     Text   // what the figure is
	Study    string // name of a study, see [Studies]
	With     []Choice
	Settings []Choice // admissible settings are every combination of their values
	Effect   Effect
	Data     []string // datasets to import, by key; none where the embedded figures suffice
}

// Choice is a name with one or more values.
type Choice struct {
	Name   string
	Values []string
}

// Chosen is a name with one value.
type Chosen struct{ Name, Value string }

// Value returns the first value of what a part fixes, or "".
func (p *Part) Value(name string) string {
	if v := p.Values(name); len(v) > 0 {
		return v[0]
	}
	return ""
}

// Values returns all values of what a part fixes.
func (p *Part) Values(name string) []string {
	for _, c := range p.With {
		if c.Name == name {
			return c.Values
		}
	}
	return nil
}

// Combinations are the admissible settings: every choice of one value for each
// name, the last name changing fastest. A part without names has one.
func (p *Part) Combinations() [][]Chosen {
	out := [][]Chosen{nil}
	for _, c := range p.Settings {
		var next [][]Chosen
		for _, before := range out {
			for _, v := range c.Values {
				next = append(next, append(append([]Chosen(nil), before...), Chosen{c.Name, v}))
			}
		}
		out = next
	}
	return out
}
