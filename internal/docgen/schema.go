package docgen

import (
	"bytes"
	"encoding/json"
	"reflect"

	"github.com/shatterbelt/shatterbelt/trace/param"
)

// definition is the schema of one struct, without the draft it follows, which
// stands once in the whole.
type definition struct {
	Title      string          `json:"title"`
	Type       string          `json:"type"`
	Properties json.RawMessage `json:"properties"`
	Additional bool            `json:"additionalProperties"`
}

// reference points to a definition.
type reference struct {
	Ref string `json:"$ref"`
}

// document is the schema of all parameter structs: an object with one object
// per struct under its Go name.
type document struct {
	Schema      string                `json:"$schema"`
	Title       string                `json:"title"`
	Type        string                `json:"type"`
	Properties  map[string]reference  `json:"properties"`
	Additional  bool                  `json:"additionalProperties"`
	Definitions map[string]definition `json:"$defs"`
}

func schema(values []any) ([]byte, error) {
	d := document{
		Schema: "https://json-schema.org/draft/2020-12/schema", Title: "Parameters", Type: "object",
		Properties: map[string]reference{}, Definitions: map[string]definition{},
	}
	for _, v := range values {
		one, err := param.Schema(v)
		if err != nil {
			return nil, err
		}
		var def definition
		if err := json.Unmarshal(one, &def); err != nil {
			return nil, err
		}
		name := reflect.TypeOf(v).String()
		d.Properties[name] = reference{"#/$defs/" + name}
		d.Definitions[name] = def
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(d)
	return b.Bytes(), err
}
