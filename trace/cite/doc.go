// Package cite is the bibliography: every work that a formula, a parameter or a
// figure rests on, under one key.
//
// The works stand in references.bib, which any reference manager opens. A key
// in square brackets in a comment, such as [singer1972], and a ref tag on a
// parameter name one of them. [Lookup] finds a work; [Work.Text] writes it in a
// line for people and [Work.BibTeX] for programs.
package cite
