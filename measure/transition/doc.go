// Package transition says when one state's output may overtake another's, and
// how often such transitions ended in war.
//
// A forecast of an overtaking year rests on choices more than on data: how many
// past years to learn from, whether a lead in growth fades, and at which prices
// output is counted. [Project] makes every choice in turn, gives each the same
// weight, and keeps them apart in a [Fan]: by estimation window, by price
// regime, by fading and for the mixture, with the share of draws in which it
// never happens. [Variance] says how much of the spread is choice.
//
// Only figures of years up to the vintage are used, so a forecast can be made as
// of any past year and [Backtest] can score it. The figures are those of today's
// files: the revisions a forecaster of that year had not seen are in them.
//
// What follows parity is another matter: [CaseLists] holds published counts of
// transitions and of the wars among them, with [Jeffreys] intervals. They are
// small and chosen by different rules; compare lists before reading intervals.
package transition
