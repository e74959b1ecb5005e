// Package rdm runs any model through thousands of futures and says which of its
// policies hold up.
//
// A [Model] has uncertainties ([Dim]), policies and outcomes; one experiment is
// one policy in one future. A [Design] chooses the futures, [Run] works through
// them on every core and hands the results, in order, to a [Sink] such as a
// [Table], and [Assess] compares the policies: means, mean of the worst tenth,
// regret and the share of futures good enough, each with an interval; [Judge]
// offers further criteria and their Pareto set, [PairedRuns] compares two runs,
// and [Rank] says whether there were futures enough. [Bins] and [FindCrossing]
// show which uncertainty decides that, one at a time, and [Discover] which of
// them do together, as boxes whose stability [Stable] tests.
//
// Everything random is a pure function of its key. A model draws from a
// [Stream] keyed by seed, future, year, purpose and actor, so every policy
// meets the same future however many draws it makes, and any future can be
// computed alone. Results are identical bytes for any number of workers.
//
// The shares are properties of the futures explored, not probabilities: they
// move with the ranges of the uncertainties, so show them for narrower ranges
// too ([LatinHypercube.Shrink]).
//
// Gaps: an outcome that a model does not set is NaN. It stays visible: means
// and tails over it are NaN, it meets no threshold, and it is passed over when
// the best policy of a future is sought. A key in square brackets, such as
// [savage1951], names a work in trace/cite/references.bib.
package rdm
