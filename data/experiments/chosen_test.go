package experiments_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/experiments"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/rdm"
)

func chosenDims() []rdm.Dim {
	return []rdm.Dim{
		{Name: "growth", Min: 0, Max: 4, Default: 2, Unit: "percent"}, {Name: "risk", Min: 0, Max: 1, Default: 0.5},
		{Name: "form", Min: 0, Max: 1, Options: []string{"flat", "steep"}},
	}
}

// held reads a text as a table of experiments.
func held(t *testing.T, text string) *experiments.Table {
	t.Helper()
	path := filepath.Join(t.TempDir(), "t.csv")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := experiments.Read(t.Context(), path, experiments.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestFutures(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"in another order, one left out", "form,growth\nsteep,1\nflat,4\n", "[[1 0.5 1] [4 0.5 0]]"},
		{"options by place", "form,risk\n1,0\n0,1\n", "[[2 0 1] [2 1 0]]"},
		{"no such uncertainty", "groth\n1\n2\n", `:1:1: the model has no uncertainty "groth"; did you mean growth?`},
		{"past the range", "growth,risk\n1,0.5\n5,0.5\n", ":3:1: growth is 5; want 0 to 4 percent"},
		{"missing", "growth,risk\n1,0.5\n2,NA\n", ":3:2: risk is missing; want 0 to 1"},
		{"no such option", "form\nsteep\nround\n", `:3:1: form is "round"; want one of ["flat" "steep"]`},
		{"between options", "form\n0\n0.5\n", ":3:1: form is 0.5; want one of"},
		{"a name for a number", "growth\nmuch\nlittle\n", `:2:1: growth is "much"; want 0 to 4`},
	} {
		rows, err := held(t, tt.text).Futures(chosenDims())
		check(t, tt.name, fmt.Sprint(rows), err, tt.want)
	}
}

func TestRanks(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"the third alone", "name,risk,growth\ngrowth,0.5,1\nrisk,1,0.5\n", "[[1 0.5 0] [0.5 1 0] [0 0 1]]"},
		{"uneven", "name,growth,risk\ngrowth,1,0.5\nrisk,0.4,1\n", ":2:3: growth with risk is 0.5 here and not the other way round"},
		{"not 1 with itself", "name,growth,risk\ngrowth,0.9,0.5\nrisk,0.5,1\n", ":2:2: the correlation of growth with growth"},
		{"too strong", "name,growth,risk\ngrowth,1,1.5\nrisk,1.5,1\n", ":2:3: the correlation of growth with risk"},
		{"no such row", "name,growth,risk\ngrowth,1,0.5\nrisky,0.5,1\n", `:3:1: the model has no uncertainty "risky"; did you mean risk?`},
		{"no such column", "name,growth,risky\ngrowth,1,0.5\nrisk,0.5,1\n", `:1:3: the model has no uncertainty "risky"`},
		{"a column short", "name,growth\ngrowth,1\nrisk,0.5\n", ":1:1: 2 rows and 2 columns are no correlations"},
		{"a gap", "name,growth,risk\ngrowth,1,NA\nrisk,0.5,1\n", ":2:3: the correlation of growth with risk"},
	} {
		ranks, err := held(t, tt.text).Ranks(chosenDims())
		check(t, tt.name, fmt.Sprint(ranks), err, tt.want)
	}
}

// check wants a result, or a fault of the file that says where it is.
func check(t *testing.T, name, got string, err error, want string) {
	t.Helper()
	var fault *source.FileError
	switch {
	case err == nil && got != want:
		t.Errorf("%s: %s; want %s", name, got, want)
	case err != nil && (!errors.As(err, &fault) || !strings.Contains(err.Error(), want)):
		t.Errorf("%s: %v; want %s", name, err, want)
	}
}
