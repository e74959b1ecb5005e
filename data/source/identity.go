package source

import "github.com/shatterbelt/shatterbelt/ir"

// AnyYear asks for a state by a code that may have meant it in any year.
const AnyYear ir.Year = 0

// Verdict says what a code or name was found to be.
type Verdict uint8

// The verdicts.
const (
	Unknown Verdict = iota // nothing known
	Matched                // a state
	Other                  // a region or a territory that has no number
)

// Resolve finds the state that a code or name means in a year.
func Resolve(system Code, text string, y ir.Year) (ir.CCode, Verdict) {
	return 0, Unknown
}
