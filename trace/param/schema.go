package param

import (
	"bytes"
	"encoding/json"
	"strings"
)

// property is one parameter in a JSON schema. Unit, scale, ref and sign are
// annotations of ours, which validators pass over.
type property struct {
	Type        string   `json:"type"`
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Minimum     float64  `json:"minimum"`
	Maximum     float64  `json:"maximum"`
	Default     float64  `json:"default"`
	Unit        string   `json:"x-unit"`
	Scale       string   `json:"x-scale,omitempty"`
	Ref         string   `json:"x-ref"`
	TitleKO     string   `json:"x-title-ko"`
	FreeSign    bool     `json:"x-sign-free,omitempty"`
	Options     []string `json:"x-options,omitempty"`
}

// schema is a JSON schema of one struct.
type schema struct {
	Schema     string          `json:"$schema"`
	Title      string          `json:"title"`
	Type       string          `json:"type"`
	Properties json.RawMessage `json:"properties"`
	Additional bool            `json:"additionalProperties"`
}

// Schema returns the JSON schema (draft 2020-12) of v, a struct or a pointer to
// one: an object with one number per parameter, in the order of [Fields], under
// its name. Nested structs are flattened, as names are unique.
func Schema(v any) ([]byte, error) {
	if err := layoutOf(typeOf(v)).malformed; err != nil {
		return nil, err
	}
	properties, err := properties(Fields(v))
	if err != nil {
		return nil, err
	}
	return marshal(schema{
		Schema:     "https://json-schema.org/draft/2020-12/schema",
		Title:      typeOf(v).String(),
		Type:       "object",
		Properties: properties,
	})
}

// properties writes the object by hand, since a map would forget the order.
func properties(fields []Field) ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, f := range fields {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := json.Marshal(f.Name)
		if err != nil {
			return nil, err
		}
		p, err := marshal(f.property())
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(p)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func (f Field) property() property {
	return property{
		Type: "number", Title: f.EN, Description: f.describe(),
		Minimum: f.Min, Maximum: f.Max, Default: f.Default,
		Unit: f.Unit, Scale: f.Scale, Ref: f.Ref, TitleKO: f.KO, FreeSign: f.FreeSign, Options: f.Options,
	}
}

// describe joins the reason and the source, such as "Table 2 (singer1972)".
func (f Field) describe() string {
	return strings.TrimSpace(f.Why + " (" + f.Ref + ")")
}

// marshal indents and leaves <, > and & readable.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
