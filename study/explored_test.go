package study_test

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Futures that were run before are judged as if they were run now, and every
// strategy can be asked where it fails.
func TestExplored(t *testing.T) {
	ctx := context.Background()
	s := figures(t)
	x, err := study.Situate(s, study.NewestYear(s), study.Default())
	if err != nil {
		t.Fatal(err)
	}
	_, start, err := begin(&x, code(t, s, "KOR"))
	if err != nil {
		t.Fatal(err)
	}
	e, good := exploring(500), param.Default[study.GoodEnough]()
	e.Strategies = e.Strategies[:4]
	m, err := e.Model(start)
	if err != nil {
		t.Fatal(err)
	}
	design := rdm.LatinHypercube{Seed: e.Seed, N: e.Futures, Dims: m.Dims()}
	table, err := rdm.Collect(ctx, m, design, e.Futures, e.Seed, rdm.Options{})
	if err != nil {
		t.Fatal(err)
	}
	done, err := x.Explored(ctx, start, e, table, good)
	if err != nil {
		t.Fatal(err)
	}
	got, err := done.Compare(ctx)
	if err != nil {
		t.Fatal(err)
	}
	want, err := x.Compare(ctx, start, e, good)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("judged later it is another comparison (%v)", err)
	}
	for p, strategy := range e.Strategies {
		f, err := done.Failing(ctx, strategy.Name)
		if share := 1 - rdm.Mean(done.Good()[p]); err != nil || f.Share != share {
			t.Errorf("%s fails in %v of futures, %v; want %v", strategy.Name, f.Share, err, share)
		}
	}
	var unknown *study.StrategyError
	if _, err := done.Failing(ctx, "none-such"); !errors.As(err, &unknown) {
		t.Errorf("an unknown strategy gives %v", err)
	}
	e.Futures++
	if _, err := x.Explored(ctx, start, e, table, good); err == nil {
		t.Error("a table of another number of futures is taken")
	}
}
