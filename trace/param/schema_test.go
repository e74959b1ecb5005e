package param_test

import (
	"encoding/json"
	"testing"

	"github.com/shatterbelt/shatterbelt/trace/param"
)

func TestSchema(t *testing.T) {
	text, err := param.Schema(Outer{})
	if err != nil {
		t.Fatal(err)
	}
	var s struct {
		Schema     string `json:"$schema"`
		Title      string
		Properties map[string]struct {
			Title, Description        string
			Minimum, Maximum, Default float64
		}
		Additional bool `json:"additionalProperties"`
	}
	if err := json.Unmarshal(text, &s); err != nil {
		t.Fatal(err)
	}
	if s.Schema != "https://json-schema.org/draft/2020-12/schema" || s.Title != "param_test.Outer" || s.Additional || len(s.Properties) != 4 {
		t.Errorf("schema is %+v", s)
	}
	half := s.Properties["half"]
	if half.Title != "half-distance" || half.Description != "A guess. (assumed)" || half.Minimum != 500 || half.Maximum != 10000 || half.Default != 3000 {
		t.Errorf("half is %+v", half)
	}
	if got, want := s.Properties["bend"].Description, "(boulding1962)"; got != want {
		t.Errorf("bend is described as %q; want %q", got, want)
	}
}

func TestSchemaOfBrokenTags(t *testing.T) {
	type broken struct {
		A float64 `name:"a" min:"low" max:"1" default:"0"`
	}
	if _, err := param.Schema(broken{}); err == nil {
		t.Error("no error for unreadable tags")
	}
}
