// Package external runs a program of any language as a model for package rdm.
//
// The program reads questions from its standard input and answers each on its
// standard output, one JSON object a line, until its input ends. First it is asked
// what it is:
//
//	{"schema":"shatterbelt/external/1","ask":"model"}
//
// and answers with what is uncertain, what a policy sets, the policies, and what
// it reports:
//
//	{"uncertainties":[{"name":"rain","unit":"mm","min":200,"max":800,"default":500},
//	                  {"name":"soil","options":["clay","sand"],"default":"sand"}],
//	 "levers":[{"name":"pump","min":0,"max":300,"default":0}],
//	 "policies":[{"name":"none"},{"name":"pump","levers":{"pump":300}}],
//	 "outcomes":[{"name":"yield","unit":"t","want":"more"}]}
//
// on one line. An uncertainty or lever may also say scale ("log"), shape
// ("triangular", "normal" with sd), en, ko and ref; levers a policy leaves out are
// at their defaults. Then come the experiments:
//
//	{"ask":"run","experiment":1,"future":17,"seed":8412,
//	 "uncertainties":{"rain":431.5,"soil":"clay"},"policy":"pump","levers":{"pump":300}}
//
// each answered by one of
//
//	{"experiment":1,"outcomes":{"yield":4.1}}
//	{"experiment":1,"error":"the soil table has no clay"}
//
// where null stands for an outcome that is missing. The seed is the same for every
// policy of a future: a program that draws random numbers starts them from it, so
// that policies meet the same future, and remembers nothing from one experiment to
// the next. What it writes to standard error is kept for the error of the
// experiment it was busy with.
//
// Every worker has a program of its own. One that takes too long is killed with
// all it started, one that ends or answers nonsense is started again, and all are
// killed when the run is cancelled. On Windows only the program itself is killed.
package external
