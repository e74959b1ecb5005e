package rdm_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
)

func TestEachDoesEveryTask(t *testing.T) {
	for _, workers := range []int{0, 1, 2, 5} {
		done := make([]int, 100)
		err := rdm.Each(t.Context(), workers, len(done), func(i int) error { done[i]++; return nil })
		if err != nil || slices.Min(done) != 1 || slices.Max(done) != 1 {
			t.Errorf("%d workers: %v, tasks done %v times", workers, err, done)
		}
	}
	if err := rdm.Each(t.Context(), 2, 0, nil); err != nil {
		t.Error("no tasks:", err)
	}
}

func TestEachReturnsTheFirstError(t *testing.T) {
	odd := errors.New("odd")
	err := rdm.Each(t.Context(), 1, 10, func(i int) error {
		if i > 3 {
			t.Errorf("task %d began after another failed", i)
		}
		if i == 3 {
			return odd
		}
		return nil
	})
	if !errors.Is(err, odd) {
		t.Errorf("error is %v; want that of the task", err)
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if err := rdm.Each(gone, 2, 10, func(int) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v; want that of the context", err)
	}
}
