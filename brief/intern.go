package brief

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// interned is a dossier as JSON in which trails and figures stand once: a
// number's "trail" is its place in trails, and a trail's "figures" are places
// in figures, both from 1. One number of a simulation rests on hundreds of
// figures, so spelling each trail out would repeat them thousands of times.
type interned struct {
	dossier any
	trails  []any
	figures []any
	byTrail map[string]int
	byValue map[string]int
}

// intern converts a dossier. Figures that findings use keep their numbers;
// further ones follow.
func intern(d study.Dossier, figures []prov.Figure) (*interned, error) {
	t := &interned{byTrail: map[string]int{}, byValue: map[string]int{}}
	for _, f := range figures {
		data, err := json.Marshal(f)
		if err != nil {
			return nil, fmt.Errorf("brief: a figure of %s cannot be written: %w", f.Indicator, err)
		}
		v, err := loose(data)
		if err != nil {
			return nil, err
		}
		t.figure(v)
	}
	data, err := json.Marshal(d)
	if err != nil {
		return nil, fmt.Errorf("brief: the dossier holds a number that JSON cannot (NaN or infinite): %w", err)
	}
	v, err := loose(data)
	if err != nil {
		return nil, err
	}
	t.dossier = t.walk(v)
	return t, nil
}

// loose reads JSON without a type and without touching its numbers.
func loose(data []byte) (any, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	var v any
	err := dec.Decode(&v)
	return v, err
}

// keyOf is a text that equal values share: maps are written in order of key.
func keyOf(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(b)
}

func (t *interned) walk(v any) any {
	switch x := v.(type) {
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(x)) { // in order, or numbers would differ
			item := x[k]
			if trail, ok := item.(map[string]any); ok && k == "trail" {
				x[k] = t.trail(trail)
				continue
			}
			x[k] = t.walk(item)
		}
	case []any:
		for i := range x {
			x[i] = t.walk(x[i])
		}
	}
	return v
}

func (t *interned) trail(x map[string]any) json.Number {
	if list, ok := x["figures"].([]any); ok {
		places := make([]string, len(list))
		for i, f := range list {
			places[i] = strconv.Itoa(t.figure(f))
		}
		x["figures"] = json.RawMessage("[" + strings.Join(places, ",") + "]")
	}
	key := keyOf(x)
	n, ok := t.byTrail[key]
	if !ok {
		t.trails = append(t.trails, x)
		n = len(t.trails)
		t.byTrail[key] = n
	}
	return json.Number(strconv.Itoa(n))
}

func (t *interned) figure(v any) int {
	key := keyOf(v)
	n, ok := t.byValue[key]
	if !ok {
		t.figures = append(t.figures, v)
		n = len(t.figures)
		t.byValue[key] = n
	}
	return n
}
