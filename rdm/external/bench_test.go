package external_test

import (
	"context"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/rdm/external"
)

// BenchmarkExchange asks one question of a program of next to no work.
func BenchmarkExchange(b *testing.B) {
	m, err := external.Ask(context.Background(), program("farm"))
	if err != nil {
		b.Fatal(err)
	}
	w := m.NewWorker()
	defer closeOf(w)()
	f, out := &rdm.Future{X: []float64{400, 1}}, make([]float64, 3)
	for b.Loop() {
		if err := w.Run(f, 1, out); err != nil {
			b.Fatal(err)
		}
	}
}
