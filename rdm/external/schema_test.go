package external

import (
	"errors"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
)

func TestParseDescriptionRefuses(t *testing.T) {
	const rest = `"policies":[{"name":"p"}],"outcomes":[{"name":"o","want":"more"}]}`
	for name, line := range map[string]string{
		"no JSON":        `hello`,
		"two values":     `{"uncertainties":[],` + rest + ` {}`,
		"unknown key":    `{"uncertanties":[],` + rest,
		"no outcomes":    `{"policies":[{"name":"p"}]}`,
		"no policies":    `{"outcomes":[{"name":"o","want":"more"}]}`,
		"direction":      `{"policies":[{"name":"p"}],"outcomes":[{"name":"o","want":"up"}]}`,
		"outcome twice":  `{"policies":[{"name":"p"}],"outcomes":[{"name":"o","want":"more"},{"name":"o","want":"less"}]}`,
		"policy twice":   `{"policies":[{"name":"p"},{"name":"p"}],"outcomes":[{"name":"o","want":"more"}]}`,
		"range":          `{"uncertainties":[{"name":"u","min":2,"max":1,"default":1}],` + rest,
		"no default":     `{"uncertainties":[{"name":"u","min":0,"max":1}],` + rest,
		"scale":          `{"uncertainties":[{"name":"u","min":1,"max":2,"default":1,"scale":"cubic"}],` + rest,
		"option":         `{"uncertainties":[{"name":"u","options":["a","b"],"default":"c"}],` + rest,
		"lever unknown":  `{"levers":[{"name":"l","min":0,"max":1,"default":0}],"policies":[{"name":"p","levers":{"m":1}}],"outcomes":[{"name":"o","want":"more"}]}`,
		"lever range":    `{"levers":[{"name":"l","min":0,"max":1,"default":0}],"policies":[{"name":"p","levers":{"l":2}}],"outcomes":[{"name":"o","want":"more"}]}`,
		"lever is words": `{"levers":[{"name":"l","min":0,"max":1,"default":0}],"policies":[{"name":"p","levers":{"l":"x"}}],"outcomes":[{"name":"o","want":"more"}]}`,
	} {
		_, err := parseDescription([]byte(line))
		var d *DescriptionError
		if !errors.As(err, &d) {
			t.Errorf("%s: %v; want a DescriptionError", name, err)
		}
	}
}

// What passes can be run: its lists are sound and its policies within range.
func FuzzParseDescription(f *testing.F) {
	f.Add(`{"uncertainties":[{"name":"u","min":0,"max":1,"default":0,"shape":"normal","sd":1}],"levers":[{"name":"l","options":["a"],"default":"a"}],"policies":[{"name":"p","levers":{"l":"a"}}],"outcomes":[{"name":"o","want":"more"}]}`)
	f.Add(`{"policies":[{"name":"p"}],"outcomes":[{"name":"o","want":"less"}]}`)
	f.Fuzz(func(t *testing.T, line string) {
		m, err := parseDescription([]byte(line))
		if err != nil {
			return
		}
		if err := rdm.CheckDims(m.Dims()); err != nil {
			t.Error(err)
		}
		for p := range m.Policies() {
			for k, v := range m.Setting(p) {
				if l := m.Levers()[k]; !(l.Min <= v && v <= l.Max) {
					t.Errorf("lever %+v at %v", l, v)
				}
			}
			if b := m.ending(p); !strings.HasSuffix(string(b), "}}\n") {
				t.Errorf("the end of a question is %q", b)
			}
		}
	})
}
