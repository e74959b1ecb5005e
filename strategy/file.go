package strategy

import "github.com/shatterbelt/shatterbelt/trace/yamlfile"

// Schema is what a strategy file says it is, on its schema line.
const Schema = "shatterbelt/strategies/1"

// What a strategy file may hold.
const (
	MaxBytes   = 1 << 20 // bytes in a file
	MaxNumber  = 200     // strategies in a file
	MaxClauses = 32      // clauses in a rule
	LastYear   = 25      // last year of a target
	MaxName    = 64      // characters in a name
	MaxTitle   = 200     // characters in a title
	MaxFactor  = 10.0    // largest multiple of today's value

	MaxArgument = 2000 // characters in an argument
)

// FileError is one thing wrong with a strategy file.
type FileError = yamlfile.Error

// Parse reads a strategy file. File is its name, for errors only.
//
// Whatever is wrong is reported as one or more joined [*FileError], in order of
// place and at most twenty, and no strategies are returned. Settings stay in the
// order written.
func Parse(file string, data []byte) ([]Strategy, error) {
	r := reader{&yamlfile.Reader{
		File: file, Kind: "strategy file", MaxBytes: MaxBytes,
		Empty: "start with schema: " + Schema + " and a list under strategies:",
	}}
	var found []Strategy
	if root, ok := r.Read(data); ok {
		found = r.each(r.List(root, Schema, "strategies", "- name:", MaxNumber))
	}
	if err := r.Err(); err != nil {
		return nil, err
	}
	return found, nil
}

// reader turns YAML into strategies.
type reader struct{ *yamlfile.Reader }
