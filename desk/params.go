package desk

import (
	"github.com/shatterbelt/shatterbelt/brief"
	"github.com/shatterbelt/shatterbelt/internal/builtin"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// Params is every parameter with unit, default, range and source.
type Params struct {
	Params []param.Field `json:"params"`
	Schema string        `json:"schema"`
}

// AllParams lists the parameters of the program, in the order of their structs.
func AllParams() []param.Field {
	var out []param.Field
	for _, v := range append(builtin.Params(), param.Default[brief.Reading]()) {
		out = append(out, param.Fields(v)...)
	}
	return out
}

// ParamsOf picks parameters by name, all of them when none is named.
func ParamsOf(names []string) (Params, error) {
	out := Params{Params: AllParams(), Schema: "shatterbelt/params/1"}
	if len(names) == 0 {
		return out, nil
	}
	all := out.Params
	out.Params = nil
	for _, want := range names {
		n := len(out.Params)
		for _, f := range all {
			if f.Name == want {
				out.Params = append(out.Params, f)
			}
		}
		if len(out.Params) == n {
			var known []string
			for _, f := range all {
				known = append(known, f.Name)
			}
			return out, &UnknownError{"parameter", want, yamlfile.Suggest(want, known)}
		}
	}
	return out, nil
}

// Table is a row for each parameter.
func (p Params) Table() Table {
	t := Table{Columns: []string{"name", "struct", "en", "ko", "unit", "default", "min", "max", "scale", "ref", "why"}}
	for _, f := range p.Params {
		t.add(f.Name, f.Struct, f.EN, f.KO, f.Unit, f.Default, f.Min, f.Max, f.Scale, f.Ref, f.Why)
	}
	return t
}
