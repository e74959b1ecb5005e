// Package yamlfile reads the YAML files that people write for the program and
// says what is wrong with them: file, line, column, problem and remedy.
//
// A [Reader] takes text to a tree with [Reader.Read]; the package of each format
// then walks the tree with the other methods, which gather every problem on the
// way, and ends with [Reader.Err]. The parts of YAML that can make a small file
// grow without bound, or mean something other than they seem to, are refused.
package yamlfile
