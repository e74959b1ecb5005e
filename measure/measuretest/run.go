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
	first, err := m.Eval(s)
	if err != nil {
		t.Fatal(err)
	}
	second, err := m.Eval(s)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(before, s.Rows()) {
		t.Error("the snapshot changed")
	}
	if len(first.Values) != len(first.States)*len(first.Years) || len(first.Source) != len(first.Values) {
		t.Fatalf("%d values and %d sources for %d states and %d years", len(first.Values), len(first.Source), len(first.States), len(first.Years))
	}
	some := false
	for i, v := range first.Values {
		if w := second.Values[i]; v != w && !(math.IsNaN(v) && math.IsNaN(w)) {
			t.Fatalf("value %d is %v, then %v", i, v, w)
		}
		some = some || !math.IsNaN(v)
		if v < spec.Min || v > spec.Max {
			t.Errorf("value %d is %v; %s promises %v to %v", i, v, spec.Name, spec.Min, spec.Max)
		}
	}
	if !some {
		t.Error("no value at all")
	}
}
