// Package pivot asks whether it matters which side a state takes.
//
// Three answers stand side by side, because they rest on different pictures.
// [Decide] takes two blocs as they are: the chance that a state's choice
// changes which is the larger when capabilities are known only roughly, and by
// how much it moves the balance. [ShapleyShubik] and [Banzhaf] forget the blocs
// and ask how often a state would turn a losing coalition into a winning one,
// over every coalition there could be; [Merge] makes a bloc one player.
// [Broker] and [Betweenness] look at ties instead of capability: how often a state
// stands on the way from one bloc to the other.
//
// The voting indices jump with the quota, so no single quota should be shown
// alone: [OverQuotas] gives them over many. They treat all coalitions as
// equally open, which states at enmity are not. Brokerage counts paths that
// exist, not their use.
//
// Gaps: a player or a member of a bloc without a capability is an error, since
// leaving it out would change the question; an uncommitted state without one
// scores NaN, and so does a state whose ties are all missing. A key in square
// brackets, such as [shapley1954], names a work in trace/cite/references.bib.
package pivot
