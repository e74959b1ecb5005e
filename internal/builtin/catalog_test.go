package builtin_test

import (
	"testing"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/internal/builtin"
	"github.com/shatterbelt/shatterbelt/measure/measuretest"
)

func TestMeasuresConform(t *testing.T) {
	s, err := core.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	catalog, err := builtin.Measures()
	if err != nil {
		t.Fatal(err)
	}
	if len(catalog.All()) == 0 {
		t.Fatal("no measures")
	}
	for _, m := range catalog.All() {
		t.Run(m.Spec().Name, func(t *testing.T) { measuretest.Run(t, m, s) })
		if _, ok := catalog.Lookup(m.Spec().Name); !ok {
			t.Errorf("%s is not found by its name", m.Spec().Name)
		}
	}
}

// BenchmarkCatalog evaluates every measure for all states and years of the core.
func BenchmarkCatalog(b *testing.B) {
	s, err := core.Snapshot()
	if err != nil {
		b.Fatal(err)
	}
	catalog, err := builtin.Measures()
	if err != nil {
		b.Fatal(err)
	}
	all := func() {
		for _, m := range catalog.All() {
			if _, err := m.Eval(s); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			all()
		}
	})
	for _, m := range catalog.All() {
		b.Run(m.Spec().Name, func(b *testing.B) {
			for b.Loop() {
				if _, err := m.Eval(s); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
