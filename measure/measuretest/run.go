// Package measuretest is the conformance test of measures.
package measuretest

import (
	"math"
	"reflect"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/measure"
	"github.com/shatterbelt/shatterbelt/trace/cite"
)

// Run checks what every measure promises on a snapshot: a complete description,
// the same column each time, values in its range, a source or -1 for each, and a
// snapshot left as it was.
func Run(t *testing.T, m measure.Measure, s *panel.Snapshot) {
	t.Helper()
	spec := m.Spec()
	if spec.Name == "" || spec.Unit == "" || spec.More == "" || spec.Limits == "" || spec.Max <= spec.Min {
		t.Errorf("incomplete description: %+v", spec)
	}
	for _, key := range spec.Cites {
		if _, ok := cite.Lookup(key); !ok {
			t.Errorf("%s cites %q, which the bibliography lacks", spec.Name, key)
		}
	}
	before := s.Rows()
	first, second := eval(t, m, s), eval(t, m, s)
	if !reflect.DeepEqual(before, s.Rows()) {
		t.Error("the snapshot changed")
	}
	checkColumn(t, spec, first)
	for i, v := range first.Values {
		if w := second.Values[i]; v != w && !(math.IsNaN(v) && math.IsNaN(w)) {
			t.Fatalf("value %d is %v, then %v", i, v, w)
		}
	}
}

func eval(t *testing.T, m measure.Measure, s *panel.Snapshot) panel.Column {
	t.Helper()
	c, err := m.Eval(s)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func checkColumn(t *testing.T, spec measure.Spec, c panel.Column) {
	t.Helper()
	if len(c.Values) != len(c.States)*len(c.Years) || len(c.Source) != len(c.Values) {
		t.Fatalf("%d values and %d sources for %d states and %d years", len(c.Values), len(c.Source), len(c.States), len(c.Years))
	}
	some := false
	for i, v := range c.Values {
		some = some || !math.IsNaN(v)
		if v < spec.Min || v > spec.Max {
			t.Errorf("value %d is %v; %s promises %v to %v", i, v, spec.Name, spec.Min, spec.Max)
		}
	}
	if !some {
		t.Error("no value at all")
	}
}
