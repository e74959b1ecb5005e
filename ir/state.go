package ir

import "fmt"

// CCode is a Correlates of War state number, such as 732 for South Korea.
type CCode uint16

// World stands for the whole state system where a figure is a published world
// total. It is not a state and no code list holds it.
const World CCode = 0

// GWCode is a Gleditsch-Ward state number. It equals the CCode of most states
// but not of all, so it is a type of its own.
type GWCode uint16

// Year is a calendar year of the common era; negative years are before it.
type Year int

// Dyad is an unordered pair of states with A < B. Make one with [NewDyad].
type Dyad struct{ A, B CCode }

// NewDyad returns the dyad of two states in either order.
func NewDyad(x, y CCode) Dyad {
	if x > y {
		x, y = y, x
	}
	return Dyad{A: x, B: y}
}

// Directed is an ordered pair of states: what From does to, or has at, To.
type Directed struct{ From, To CCode }

// Undirected forgets the order.
func (d Directed) Undirected() Dyad { return NewDyad(d.From, d.To) }

// State names one state and its codes.
type State struct {
	CCode CCode
	GW    GWCode
	ISO   string // ISO 3166-1 alpha-3, such as "KOR"

	// Since is the first year in which the state was a member of the state
	// system, where that falls within the years that data cover; 0 is before.
	Since Year

	NameEN, NameKO string
	// Aliases are further names people type, in any language.
	Aliases []string
}

// String gives the ISO code, or the number where there is none.
func (s State) String() string {
	if s.ISO != "" {
		return s.ISO
	}
	return fmt.Sprintf("%d", s.CCode)
}
