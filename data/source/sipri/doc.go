// Package sipri reads the databases of the Stockholm International Peace
// Research Institute. [Milex] is military expenditure by state since 1949.
// [Register] lists deals in major weapons, and [Flows] gives what was delivered
// by supplier, recipient and year.
package sipri
