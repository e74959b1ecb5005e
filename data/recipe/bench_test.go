package recipe_test

import (
	"context"
	"io"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/recipe"
	"github.com/shatterbelt/shatterbelt/data/table"
)

// BenchmarkSkeleton writes every directed dyad-year since 1816 with its keys
// alone, from the embedded list of states.
func BenchmarkSkeleton(b *testing.B) {
	in := made(b, nil)
	p := open(b, in, recipe.Recipe{Unit: recipe.DirectedDyadYear})
	for b.Loop() {
		w, err := table.NewCSV(io.Discard, p.Columns())
		if err != nil {
			b.Fatal(err)
		}
		if _, err := p.Write(context.Background(), w, 2); err != nil {
			b.Fatal(err)
		}
	}
}
