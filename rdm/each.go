package rdm

import (
	"context"
	"sync"
	"sync/atomic"
)

// Each does tasks 0 to n-1 on so many workers, 0 for every core, and returns the
// error of the first task in order that has one. A task that writes only what is
// its own gives the same results whatever the number of workers. No task begins
// after ctx is done or a task has failed.
func Each(ctx context.Context, workers, n int, task func(i int) error) error {
	errs := make([]error, n)
	var failed atomic.Bool
	err := fanOut(ctx, min(cores(workers), n), n, func() func(int) {
		return func(i int) {
			if failed.Load() {
				return
			}
			if errs[i] = task(i); errs[i] != nil {
				failed.Store(true)
			}
		}
	})
	for _, e := range errs {
		if e != nil {
			return e
		}
	}
	return err
}

// fanOut does tasks 0 to n-1 on several goroutines, each with a function of its
// own, and returns when all have ended.
func fanOut(ctx context.Context, workers, n int, newTask func() func(i int)) error {
	var next atomic.Int64
	var running sync.WaitGroup
	for range workers {
		do := newTask()
		running.Go(func() {
			for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	running.Wait()
	return ctx.Err()
}
