package api

import (
	"container/list"
	"context"
	"errors"
	"net/http"
	"sync"
)

// cacheBytes is how much memory kept answers take at most, and cacheParts in how
// many parts of that one answer must fit.
const (
	cacheBytes = 96 << 20
	cacheParts = 4
)

// A kept is an answer ready to be written again.
type kept struct {
	status int
	header http.Header
	body   []byte
	zipped []byte // nil where it is not worth it
	etag   string
}

func (k *kept) bytes() int64 { return int64(len(k.body)+len(k.zipped)) + 1024 }

// A cache keeps answers, the last asked for longest, and lets those who ask the
// same at the same time wait for one. The figures do not change while the
// program runs, so an answer stays right for as long as it is kept.
type cache struct {
	mu     sync.Mutex
	size   int64
	most   int64
	order  *list.List // of *slot, the last asked for first
	slots  map[string]*list.Element
	flight map[string]*flight
}

type slot struct {
	key string
	*kept
}

// A flight is an answer on its way.
type flight struct {
	done chan struct{}
	*kept
	err error
}

func newCache(most int64) *cache {
	return &cache{most: most, order: list.New(), slots: map[string]*list.Element{}, flight: map[string]*flight{}}
}

// errFault says that whoever made an answer met a fault of the program.
var errFault = errors.New("the answer could not be made")

// of returns the answer of a key, which is made once at a time.
func (c *cache) of(ctx context.Context, key string, produce func() (*kept, error)) (*kept, error) {
	c.mu.Lock()
	if e, ok := c.slots[key]; ok {
		c.order.MoveToFront(e)
		c.mu.Unlock()
		return e.Value.(*slot).kept, nil
	}
	if f, ok := c.flight[key]; ok {
		c.mu.Unlock()
		select {
		case <-f.done:
			return f.kept, f.err
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	f := &flight{done: make(chan struct{}), err: errFault}
	c.flight[key] = f
	c.mu.Unlock()
	defer c.land(key, f)
	f.kept, f.err = produce()
	return f.kept, f.err
}

// land hands an answer to those who wait for it, and keeps it if it is one.
func (c *cache) land(key string, f *flight) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.flight, key)
	close(f.done)
	if f.err != nil || f.status != http.StatusOK || f.bytes() > c.most/cacheParts {
		return
	}
	c.slots[key] = c.order.PushFront(&slot{key, f.kept})
	c.size += f.bytes()
	for c.size > c.most {
		e := c.order.Back()
		old := e.Value.(*slot)
		c.order.Remove(e)
		delete(c.slots, old.key)
		c.size -= old.bytes()
	}
}
