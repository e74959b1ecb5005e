package rdm_test

import (
	"context"
	"encoding/binary"
	"errors"
	"hash/fnv"
	"math"
	"sync/atomic"
	"testing"

	"github.com/shatterbelt/shatterbelt/rdm"
)

// Every thousandth experiment fails, 20 in 10,000 futures under two policies.
// Allowed 20 the run ends well, with the failures in order and NaN for them;
// allowed 19 it stops at the twentieth, that of future 9500 under "store".
func TestRunToleratesFailures(t *testing.T) {
	broken := errors.New("no road")
	m := faulty{run: func(f *rdm.Future, policy int, out []float64) error {
		out[0], out[1] = 1, 2
		if f.Index%500 == 0 && policy == f.Index/500%2 {
			return broken
		}
		return nil
	}}
	for _, workers := range []int{1, 2, 5} {
		last, count := -1, 0
		sink := rdm.SinkFunc(func(c *rdm.Chunk) error {
			for _, f := range c.Failures {
				if f.Future <= last || f.Future%500 != 0 || !errors.Is(f, broken) {
					t.Errorf("failure %v after future %d", f, last)
				}
				if y := c.Outputs(f.Future-c.First, f.Future/500%2); !math.IsNaN(y[0]) || !math.IsNaN(y[1]) {
					t.Errorf("outcomes %v of an experiment that failed", y)
				}
				last = f.Future
				count++
			}
			return nil
		})
		run := func(allowed int) error {
			return rdm.Run(context.Background(), m, hypercube(10000), 10000, 1, sink, rdm.Options{Workers: workers, Failures: allowed})
		}
		if err := run(20); err != nil || count != 20 {
			t.Errorf("%d workers: %d failures delivered: %v", workers, count, err)
		}
		last, count = -1, 0
		var re *rdm.RunError
		if err := run(19); !errors.As(err, &re) || re.Future != 9500 || count != 18 {
			t.Errorf("%d workers: %v after %d; want it to stop at future 9500 after 18", workers, err, count)
		}
	}
}

func TestRunStopsAtAPanicThoughFailuresAreAllowed(t *testing.T) {
	m := faulty{run: func(f *rdm.Future, _ int, _ []float64) error {
		if f.Index == 1500 {
			panic("broken")
		}
		return nil
	}}
	err := rdm.Run(context.Background(), m, hypercube(3000), 3000, 1, rdm.SinkFunc(ignore), rdm.Options{Failures: 10})
	var pe *rdm.PanicError
	if !errors.As(err, &pe) {
		t.Errorf("Run = %v; want the panic", err)
	}
}

// A run from future 3000 delivers what a whole run delivers from there on.
func TestRunFromLater(t *testing.T) {
	hash := func(first int) uint64 {
		h, done := fnv.New64a(), 0
		sink := rdm.SinkFunc(func(c *rdm.Chunk) error {
			if c.First < 3000 {
				return nil
			}
			return errors.Join(binary.Write(h, binary.LittleEndian, c.X), binary.Write(h, binary.LittleEndian, c.Y))
		})
		opt := rdm.Options{First: first, Workers: 2, Progress: func(d, _ int) { done = d }}
		if err := rdm.Run(context.Background(), granary{}, hypercube(5500), 5500, 7, sink, opt); err != nil || done != 5500 {
			t.Fatal(done, err)
		}
		return h.Sum64()
	}
	if hash(0) != hash(3000) {
		t.Error("a run from future 3000 differs from a whole one")
	}
	for _, first := range []int{-1000, 1, 6000} {
		if err := rdm.Run(context.Background(), granary{}, hypercube(5500), 5500, 7, rdm.SinkFunc(ignore), rdm.Options{First: first}); err == nil {
			t.Errorf("a run from future %d is accepted", first)
		}
	}
}

// opened counts the workers that are open.
type opened struct {
	granary
	now, ever *atomic.Int32
	most      int32
}

var errNoMore = errors.New("no more workers")

func (o opened) Open(ctx context.Context) (rdm.Worker, error) {
	if o.ever.Add(1) > o.most {
		return nil, errNoMore
	}
	o.now.Add(1)
	return closing{o}, ctx.Err()
}

type closing struct{ opened }

func (c closing) Close() error { c.now.Add(-1); return nil }

func TestRunOpensAndClosesWorkers(t *testing.T) {
	for most, want := range map[int32]error{3: nil, 2: errNoMore} {
		m := opened{now: new(atomic.Int32), ever: new(atomic.Int32), most: most}
		err := rdm.Run(context.Background(), m, hypercube(5000), 5000, 1, rdm.SinkFunc(ignore), rdm.Options{Workers: 3})
		if !errors.Is(err, want) || m.ever.Load() != 3 || m.now.Load() != 0 {
			t.Errorf("%v; %d opened, %d left open", err, m.ever.Load(), m.now.Load())
		}
	}
}
