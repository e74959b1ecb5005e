// Package user reads a user's own tables, to take the place of built-in figures.
//
// [Capabilities] reads the capability of each state. The table has the columns
// state (an ISO code, a Correlates of War number or a name in Korean or English)
// and capability (an amount in any one unit, or a share), and may have the
// column year. Other columns are left alone. A row with an empty capability says
// nothing about its state.
package user
