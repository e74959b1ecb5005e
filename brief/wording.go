package brief

import "github.com/shatterbelt/shatterbelt/study"

// Wording puts what a comparison found into words outside a document, in the
// words of the brief.
type Wording struct{ v voice }

// Word returns the words for a comparison in the language of the options.
func Word(c study.Comparison, o Options) (Wording, error) {
	v, err := newVoice(study.Dossier{State: c.State, Year: c.Year, Comparison: c}, o)
	return Wording{v}, err
}

// Strategy is the title of a strategy, with the names of the powers; one that was
// not compared goes by its name.
func (w Wording) Strategy(name string) string { return w.v.base().strategy(name) }

// Failures says where a strategy fails, one sentence a box.
func (w Wording) Failures(f study.Failing) []string {
	if len(f.Boxes) == 0 {
		return nil
	}
	p := w.v.failureBoxes(FailureBoxes{Of: []BoxesOf{{Strategy: f.Strategy, Share: f.Share, Asked: f.Asked, Boxes: f.Boxes}}})
	return append([]string{p.Lead}, p.Why...)
}
