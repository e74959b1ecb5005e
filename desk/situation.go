package desk

import "github.com/shatterbelt/shatterbelt/study"

// Situate reads the state of affairs of a year, or of the newest where it is 0.
func (d *Desk) Situate(asked int) (study.Situation, error) {
	return study.Situate(d.Figures(), YearOr(asked, d.Figures()), study.Default())
}
