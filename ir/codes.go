package ir

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Codes finds states by any of their codes and names. It is immutable.
type Codes struct {
	states []State
	byCode map[CCode]int
	byText map[string]int
}

// NewCodes builds the lookup. Two states that share a code or a name are an
// error, since a lookup could then answer for the wrong one.
func NewCodes(states []State) (*Codes, error) {
	c := &Codes{
		states: slices.Clone(states),
		byCode: make(map[CCode]int, len(states)),
		byText: make(map[string]int, 6*len(states)),
	}
	slices.SortFunc(c.states, func(a, b State) int { return cmp.Compare(a.CCode, b.CCode) })
	for i, s := range c.states {
		if j, taken := c.byCode[s.CCode]; taken {
			return nil, fmt.Errorf("ir: states %s and %s share COW number %d", c.states[j], s, s.CCode)
		}
		c.byCode[s.CCode] = i
		for _, text := range s.texts() {
			key := Fold(text)
			if j, taken := c.byText[key]; taken && j != i {
				return nil, fmt.Errorf("ir: states %s and %s share the name %q", c.states[j], s, text)
			}
			c.byText[key] = i
		}
	}
	return c, nil
}

func (s State) texts() []string {
	texts := []string{s.ISO, s.NameEN, s.NameKO, strconv.Itoa(int(s.CCode))}
	texts = append(texts, s.Aliases...)
	return slices.DeleteFunc(texts, func(t string) bool { return t == "" })
}

// All returns every state in order of COW number.
func (c *Codes) All() []State { return slices.Clone(c.states) }

// State returns the state with a COW number.
func (c *Codes) State(code CCode) (State, bool) {
	i, ok := c.byCode[code]
	if !ok {
		return State{}, false
	}
	return c.states[i], true
}

// ToGW converts a COW number to a Gleditsch-Ward number.
func (c *Codes) ToGW(code CCode) (GWCode, bool) {
	s, ok := c.State(code)
	return s.GW, ok
}

// FromGW converts a Gleditsch-Ward number to a COW number.
func (c *Codes) FromGW(code GWCode) (CCode, bool) {
	for _, s := range c.states {
		if s.GW == code {
			return s.CCode, true
		}
	}
	return 0, false
}

// UnknownStateError says that no state goes by a text, and which come close.
type UnknownStateError struct {
	Text  string
	Close []State // nearest first; empty when nothing is near
}

func (e *UnknownStateError) Error() string {
	if len(e.Close) == 0 {
		return fmt.Sprintf("unknown state %q; give an ISO code (KOR), a COW number (732) or a name in Korean or English", e.Text)
	}
	s := e.Close[0]
	return fmt.Sprintf("unknown state %q; did you mean %s (%s, %s)?", e.Text, s.ISO, s.NameEN, s.NameKO)
}

// Find returns the state a person means by an ISO code, a COW number or a name
// in Korean or English, whatever its case, spacing and punctuation. Anything
// else is an [*UnknownStateError] with the nearest states.
func (c *Codes) Find(text string) (State, error) {
	if i, ok := c.byText[Fold(text)]; ok {
		return c.states[i], nil
	}
	if Fold(text) == "" {
		return State{}, &UnknownStateError{Text: text}
	}
	return State{}, &UnknownStateError{Text: text, Close: c.near(Fold(text))}
}

// near ranks the states whose closest name is within a third of its length of
// the text, counted in edits.
func (c *Codes) near(key string) []State {
	type hit struct{ state, edits int }
	best := map[int]int{}
	for text, i := range c.byText {
		limit := max(1, len([]rune(text))/3)
		d := 2 * Edits(key, text)
		if d > 2*limit {
			continue
		}
		if text != Fold(c.states[i].ISO) {
			d++ // of two names as near, the code is more likely meant
		}
		if old, ok := best[i]; !ok || d < old {
			best[i] = d
		}
	}
	hits := make([]hit, 0, len(best))
	for i, d := range best {
		hits = append(hits, hit{i, d})
	}
	slices.SortFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.edits, b.edits), cmp.Compare(a.state, b.state))
	})
	out := make([]State, 0, 3)
	for _, h := range hits[:min(3, len(hits))] {
		out = append(out, c.states[h.state])
	}
	return out
}

// Fold drops case, spaces and punctuation, so that "South-Korea" and "south
// korea" are one name.
func Fold(s string) string {
	var b strings.Builder
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// Edits counts the insertions, deletions, substitutions and swaps of
// neighbours that turn a into b (optimal string alignment distance).
func Edits(a, b string) int {
	x, y := []rune(a), []rune(b)
	rows := make([][]int, len(x)+1)
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(x); i++ {
		for j := 1; j <= len(y); j++ {
			change := rows[i-1][j-1]
			if x[i-1] != y[j-1] {
				change++
			}
			d := min(change, rows[i-1][j]+1, rows[i][j-1]+1)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				d = min(d, rows[i-2][j-2]+1)
			}
			rows[i][j] = d
		}
	}
	return rows[len(x)][len(y)]
}
