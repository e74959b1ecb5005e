package desk

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// fixField is what is held at one value.
const fixField = "fix"

// ParseFixed reads what is held at one value in all futures: each is NAME=VALUE
// or, of a choice between forms, NAME=OPTION. A fault is an [*AskError].
func ParseFixed(given []string) ([]sim.Fixed, error) {
	var out []sim.Fixed
	for _, text := range given {
		name, value, ok := strings.Cut(text, "=")
		if !ok {
			return nil, &AskError{fixField, text + " has no value; want such as tie_effect=-0.5"}
		}
		f, err := swept(name)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(out, func(o sim.Fixed) bool { return o.Name == name }) {
			return nil, &AskError{fixField, name + " is held twice; hold it once"}
		}
		v, err := valueOf(f, value)
		if err != nil {
			return nil, err
		}
		out = append(out, sim.Fixed{Name: name, Value: v})
	}
	return out, nil
}

// swept is the uncertainty or coefficient of the simulation of a name.
func swept(name string) (param.Field, error) {
	all := param.Fields(sim.Draw{})
	i := slices.IndexFunc(all, func(f param.Field) bool { return f.Name == name })
	if i < 0 {
		return param.Field{}, &AskError{fixField, fmt.Sprintf("knows no uncertainty or coefficient %q; did you mean %q? (shatterbelt params lists them)", name, nearest(name, all))}
	}
	return all[i], nil
}

// valueOf reads a value of a parameter: a number in its range, or an option.
func valueOf(f param.Field, text string) (float64, error) {
	if i := slices.Index(f.Options, text); i >= 0 {
		return float64(i), nil
	}
	given := f.Name + "=" + text
	if len(f.Options) > 0 {
		return 0, &AskError{fixField, given + " is no option; want " + strings.Join(f.Options, " or ")}
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return 0, &AskError{fixField, fmt.Sprintf("%s is no number; want %g to %g %s", given, f.Min, f.Max, f.Unit)}
	}
	if err := f.Validate(v); err != nil {
		return 0, &AskError{fixField, f.Name + ": " + err.Error()}
	}
	return v, nil
}

// nearest is the name most like a word.
func nearest(want string, all []param.Field) string {
	best := slices.MinFunc(all, func(a, b param.Field) int { return ir.Edits(want, a.Name) - ir.Edits(want, b.Name) })
	return best.Name
}
