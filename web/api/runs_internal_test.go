package api

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/danielgtaylor/huma/v2"

	"github.com/shatterbelt/shatterbelt/strategy"
)

// FuzzRunAsked reads whatever is asked for: it is refused with the field that is
// wrong, or its strategies are a file that can be read.
func FuzzRunAsked(f *testing.F) {
	for _, text := range []string{
		`{"kind":"explore","state":"KOR"}`,
		`{"kind":"brief","state":"KOR","strategies":["side-with-a"],"fix":{"hazard":2,"contest_form":"difference"}}`,
		`{"kind":"explore","state":"KOR","custom":[{"name":"x","title":{"en":"{A}","ko":"{B}"},"levers":{"tie_a":0.5,"defence":1e-300}}]}`,
		`{"kind":"explore","state":"KOR","custom":[{"name":"x","levers":{"tie_a":-0}},{"name":"x","levers":{}}]}`,
		`{"kind":"explore","state":"KOR","file":"schema: shatterbelt/strategies/1\n","custom":[{"name":"y","levers":{"nuclear":1}}]}`,
		`{"kind":"explore","fix":{"a\u0000":"b"}}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var a runAsked
		if json.Unmarshal(data, &a) != nil {
			return
		}
		asked, err := a.read()
		var refused *huma.ErrorModel
		switch {
		case errors.As(err, &refused) && refused.Status >= 400 && refused.Status < 500:
		case err != nil:
			t.Fatalf("%s: %v", data, err)
		case asked.Strategies != "" && asked.Strategies != a.File:
			if list, err := strategy.Parse("x", []byte(asked.Strategies)); err != nil || len(list) < len(a.Custom) {
				t.Fatalf("%s: the file is %q: %v", data, asked.Strategies, err)
			}
		}
	})
}
