package desk

import (
	"fmt"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/mechanism/game"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// deterSchema names the form of a crisis as JSON, solveSchema that of a game
// solved for payoffs of one's own.
const (
	deterSchema = "shatterbelt/deter/1"
	solveSchema = "shatterbelt/deter-solve/1"
)

// Crisis is the deterrence game between a challenger, a target and patrons.
type Crisis struct {
	Schema string `json:"schema"`
	study.Crisis
	// Game is the game at the defaults of all uncertainties.
	Game Game `json:"game"`
	// Moved is the game with the payoffs that someone moved.
	Moved *Game `json:"moved,omitempty"`

	solved sim.Encounter
}

// Rivals are the states of a game by the names they were asked for.
type Rivals struct{ Challenger, Target, Patrons string }

// Rivals finds the states of a game: challenger, target and then the patrons, up
// to three with commas, or none.
func (d *Desk) Rivals(r Rivals) ([]ir.CCode, error) {
	type given struct{ field, text string }
	list := []given{{"challenger", r.Challenger}, {"target", r.Target}}
	if !strings.EqualFold(r.Patrons, "none") {
		for p := range strings.SplitSeq(r.Patrons, ",") {
			list = append(list, given{"patron", strings.TrimSpace(p)})
		}
	}
	if n := len(list) - 2; n > game.MaxPatrons {
		return nil, &AskError{"patron", fmt.Sprintf("names %d states; at most %d fit", n, game.MaxPatrons)}
	}
	var out []ir.CCode
	seen := map[ir.CCode]string{}
	for _, g := range list {
		if g.text == "" {
			return nil, &AskError{g.field, "is missing; want a state, such as PRK against KOR with USA"}
		}
		st, err := d.Figures().Codes().Find(g.text)
		if err != nil {
			return nil, &FieldError{g.field, g.text, err}
		}
		if other, taken := seen[st.CCode]; taken {
			return nil, &AskError{g.field, fmt.Sprintf("and %s are both %s; want different states", other, st)}
		}
		seen[st.CCode] = g.field
		out = append(out, st.CCode)
	}
	return out, nil
}

// A FieldError says which field an error lies in.
type FieldError struct {
	Field, Value string
	Err          error
}

func (e *FieldError) Error() string { return e.Field + ": " + e.Err.Error() }
func (e *FieldError) Unwrap() error { return e.Err }

// Deter plays the game of the states that [Desk.Rivals] found.
func (d *Desk) Deter(x *study.Situation, states []ir.CCode, seed uint64) (Crisis, error) {
	crisis, solved, err := x.Deter(states[0], states[1], states[2:], seed)
	if err != nil {
		return Crisis{}, err
	}
	e := solved.At(param.Values(param.Default[sim.Draw]()))
	return Crisis{Schema: deterSchema, Crisis: crisis, Game: gameOf(&e.Payoffs, e.Lambda, &e.Equilibrium, e.Patrons), solved: e}, nil
}

// EFG is the game as a Gambit file, with the payoffs that were moved.
func (c Crisis) EFG(codes *ir.Codes) []byte {
	text := func(state ir.CCode) string {
		st, _ := codes.State(state)
		return st.ISO
	}
	names := game.Names{Challenger: text(c.Challenger), Target: text(c.Target)}
	for _, p := range c.solved.Patrons {
		names.Patrons = append(names.Patrons, text(p))
	}
	title := fmt.Sprintf("%s against %s: agent quantal response at lambda %g", names.Challenger, names.Target, c.solved.Lambda)
	return game.EFG(title, names, &c.solved.Payoffs)
}

// Table is a row for each instrument of the challenger, and one more where
// payoffs were moved.
func (c Crisis) Table(codes *ir.Codes) Table {
	t := Table{Columns: []string{"challenger", "target", "patron", "payoffs", "instrument", "chosen", "resist", "fought", "come", "a_year"}}
	add := func(payoffs string, list []study.Instrument) {
		for _, in := range list {
			t.add(iso(codes, c.Challenger), iso(codes, c.Target), iso(codes, c.Patron), payoffs, in.Name, in.Chosen, in.Resist, in.Fought, in.Come, in.Year)
		}
	}
	add("default", c.Instruments)
	if c.Moved != nil {
		add("moved", c.Moved.Instruments())
	}
	return t
}
