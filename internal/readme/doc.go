// Package readme runs the commands of the READMEs with the program built, and
// holds what the READMEs show to what was printed. It stands apart from the
// program's own tests since the commands take minutes, and so do they.
package readme
