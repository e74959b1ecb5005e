package external

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// Schema names the form of the questions and answers.
const Schema = "shatterbelt/external/1"

// description is what a program says it is.
type description struct {
	Uncertainties []dimension `json:"uncertainties"`
	Levers        []dimension `json:"levers"`
	Policies      []policy    `json:"policies"`
	Outcomes      []outcome   `json:"outcomes"`
}

type dimension struct {
	Name    string          `json:"name"`
	Unit    string          `json:"unit"`
	Min     float64         `json:"min"`
	Max     float64         `json:"max"`
	Default json.RawMessage `json:"default"`
	Options []string        `json:"options"`
	Scale   string          `json:"scale"`
	Shape   rdm.Shape       `json:"shape"`
	SD      float64         `json:"sd"`
	EN      string          `json:"en"`
	KO      string          `json:"ko"`
	Ref     string          `json:"ref"`
}

type policy struct {
	Name   string                     `json:"name"`
	Levers map[string]json.RawMessage `json:"levers"`
}

type outcome struct {
	Name string `json:"name"`
	Unit string `json:"unit"`
	Want string `json:"want"`
	EN   string `json:"en"`
	KO   string `json:"ko"`
}

// DescriptionError says what is wrong with what a program says it is.
type DescriptionError struct{ Problem string }

func (e *DescriptionError) Error() string {
	return "external: the program's description: " + e.Problem
}

// parseDescription reads a description and refuses one that cannot be run.
func parseDescription(line []byte) (*Model, error) {
	var d description
	if err := strictly(line, &d); err != nil {
		return nil, &DescriptionError{err.Error()}
	}
	m := &Model{}
	var err error
	if m.dims, err = dims(d.Uncertainties); err == nil {
		m.levers, err = dims(d.Levers)
	}
	if err == nil {
		err = m.addOutcomes(d.Outcomes)
	}
	if err == nil {
		err = m.addPolicies(d.Policies)
	}
	if err != nil {
		return nil, &DescriptionError{err.Error()}
	}
	return m, nil
}

// strictly decodes one JSON value and nothing more, refusing keys it does not
// know.
func strictly(line []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("more than one value on the line")
	}
	return nil
}

func dims(list []dimension) ([]rdm.Dim, error) {
	out := make([]rdm.Dim, len(list))
	for i, d := range list {
		out[i] = rdm.Dim{
			Name: d.Name, Unit: d.Unit, Min: d.Min, Max: d.Max, Options: d.Options,
			Log: d.Scale == "log", Shape: d.Shape, SD: d.SD, EN: d.EN, KO: d.KO, Ref: d.Ref,
		}
		if d.Scale != "" && d.Scale != "log" {
			return nil, fmt.Errorf("%q: scale is %q; want log, or none", d.Name, d.Scale)
		}
		if len(d.Options) > 0 {
			out[i].Max = float64(len(d.Options) - 1)
		}
		var err error
		if out[i].Default, err = value(out[i], d.Default); err != nil {
			return nil, err
		}
	}
	return out, rdm.CheckDims(out)
}

// value reads a value of a dimension: a number, or the name of an option.
func value(d rdm.Dim, raw json.RawMessage) (float64, error) {
	if len(d.Options) == 0 {
		var v float64
		if err := json.Unmarshal(raw, &v); err != nil {
			return 0, fmt.Errorf("%q is set to %s; want a number", d.Name, shown(raw))
		}
		return v, nil
	}
	var name string
	if err := json.Unmarshal(raw, &name); err == nil {
		if at := slices.Index(d.Options, name); at >= 0 {
			return float64(at), nil
		}
	}
	return 0, fmt.Errorf("%q is set to %s; want one of %q", d.Name, shown(raw), d.Options)
}

func shown(raw json.RawMessage) string {
	if len(raw) == 0 {
		return "nothing"
	}
	return string(raw)
}

func (m *Model) addOutcomes(list []outcome) error {
	seen := map[string]bool{}
	for _, o := range list {
		if o.Name == "" || seen[o.Name] {
			return fmt.Errorf("outcome %q has no name of its own", o.Name)
		}
		seen[o.Name] = true
		if o.Want != "more" && o.Want != "less" {
			return fmt.Errorf("outcome %q wants %q; say more or less", o.Name, o.Want)
		}
		m.outcomes = append(m.outcomes, rdm.Outcome{Name: o.Name, Unit: o.Unit, Higher: o.Want == "more", EN: o.EN, KO: o.KO})
	}
	if len(list) == 0 {
		return errors.New("it has no outcomes; want at least one")
	}
	return nil
}

func (m *Model) addPolicies(list []policy) error {
	for _, p := range list {
		if p.Name == "" || slices.Contains(m.policies, p.Name) {
			return fmt.Errorf("policy %q has no name of its own", p.Name)
		}
		setting := make([]float64, len(m.levers))
		known := 0
		for k, l := range m.levers {
			setting[k] = l.Default
			raw, ok := p.Levers[l.Name]
			if !ok {
				continue
			}
			known++
			v, err := value(l, raw)
			if err != nil {
				return fmt.Errorf("policy %q: %w", p.Name, err)
			}
			if !(l.Min <= v && v <= l.Max) {
				return fmt.Errorf("policy %q sets %s to %g; want %g to %g", p.Name, l.Name, v, l.Min, l.Max)
			}
			setting[k] = v
		}
		if known < len(p.Levers) {
			return fmt.Errorf("policy %q sets a lever that is not among %s", p.Name, names(m.levers))
		}
		m.policies, m.settings = append(m.policies, p.Name), append(m.settings, setting)
	}
	if len(list) == 0 {
		return errors.New("it has no policies; want at least one")
	}
	return nil
}

func names(dims []rdm.Dim) string {
	if len(dims) == 0 {
		return "none"
	}
	var out []string
	for _, d := range dims {
		out = append(out, d.Name)
	}
	return strings.Join(out, ", ")
}
