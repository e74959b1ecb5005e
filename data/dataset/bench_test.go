package dataset_test

import (
	"context"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/nmc"
	"github.com/shatterbelt/shatterbelt/data/source/unga"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
)

// How long every command waits for its figures once two datasets are imported.
func BenchmarkOpen(b *testing.B) {
	ctx := context.Background()
	datasets := []source.Dataset{nmc.Dataset(), unga.IdealPoints()}
	s := store.Open(b.TempDir())
	o := store.Options{Datasets: datasets, Limits: source.DefaultLimits()}
	if _, err := s.Import(ctx, []string{testkit.Data(b)}, o); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := dataset.Open(ctx, s, datasets); err != nil {
			b.Fatal(err)
		}
	}
}
