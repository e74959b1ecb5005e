package desk

import (
	"bytes"
	"encoding/json"
)

// An Answer is what a question comes to: a value for JSON, and rows where it has
// them.
type Answer struct {
	JSON any
	// Table makes the rows; nil where the answer has none.
	Table func() Table
	// Command is the command line that gives the same answer.
	Command string
	// Total is how many rows there are in all, where the answer is a part of them.
	Total int
	// Compact says that the JSON is for machines alone and not indented.
	Compact bool
}

// Marshal writes JSON as every front end does: indented, ended by a line feed.
func Marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
