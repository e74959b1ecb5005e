// Package identity says what kind of state a state is: a middle power, a state
// in between, a trading state, a divided nation, and so on. Each kind is a rule
// that gives a degree from 0 (not at all) to 1 (wholly), and a state has many.
//
// Start with [Degrees], which applies the [Rules] to plain [Facts]; [Read]
// gathers the facts from a snapshot. A degree whose input is missing is itself
// missing (OK false), never 0. [Range] gives each degree over the whole range
// of every threshold.
//
// A degree describes a position, not a policy. A middle power here is a state
// of middling resources; whether it acts as the literature expects of one
// [carr2014] is another question. No rule was set with a particular state in
// mind, and none says what a state should do.
package identity
