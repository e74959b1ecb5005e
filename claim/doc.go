// Package claim tests arguments by a rule that is fixed before the figures are
// looked at.
//
// A [Claim] is data: what is argued, where, and one or more parts. A part names
// a study, the smallest effect that would matter and the admissible settings:
// the measures, windows, parameters and relations under which a fair reader
// might ask the question. Each setting gives a [Reading], a figure with its
// 90 % interval, and [Judge] turns the readings into a verdict by one rule, the
// same for all claims. [Join] takes the verdicts of the parts together.
//
// The arguments of the founding paper [jeon2022] are in [Rules]. They were
// committed as a whole before any of them was computed. [Parse] reads claims of
// a user's own from a file of the same form.
//
// A verdict speaks of the figures and assumptions that the claim admits, not of
// the wisdom of the argument. Supported is not proven, and undetermined is not
// refuted.
package claim
