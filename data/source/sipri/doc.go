// Package sipri reads the databases of the Stockholm International Peace
// Research Institute. [Milex] is military expenditure by state since 1949.
package sipri
