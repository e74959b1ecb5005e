// Package brief turns a [study.Dossier] into the document that a reader holds:
// recommendations first, evidence after, method and sources last.
//
// The chain is: a dossier gives typed findings ([Findings]); a voice says each
// finding in Korean or English; the sections are laid out once and written as
// HTML, Markdown or JSON. Prose comes from findings alone, so that no sentence
// is written for a particular state and every sentence leads, by the number of
// its finding, to formulas, parameters and published figures.
//
// A share of futures ("holds up in 71 % of the futures explored") is never put
// in words of probability; those ([Likelihood]) are kept for crises.
package brief
