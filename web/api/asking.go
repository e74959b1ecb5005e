package api

import "github.com/shatterbelt/shatterbelt/ir"

// asking is the state asked of, and the flags that ask the same on a command
// line.
type asking struct {
	state ir.State
	more  string
}

// isoOf is the ISO code of a state.
func (s *server) isoOf(c ir.CCode) string {
	st, _ := s.desk.Figures().Codes().State(c)
	return st.ISO
}
