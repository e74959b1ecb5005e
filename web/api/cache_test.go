package api

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func answer(bytes int) *kept { return &kept{status: http.StatusOK, body: make([]byte, bytes)} }

// What was asked for last is kept, within the bytes there are.
func TestCacheBounds(t *testing.T) {
	c := newCache(100 << 10)
	made := map[string]int{}
	get := func(key string, bytes int) {
		if _, err := c.of(context.Background(), key, func() (*kept, error) { made[key]++; return answer(bytes), nil }); err != nil {
			t.Fatal(err)
		}
	}
	for _, key := range []string{"a", "b", "c", "d"} {
		get(key, 20<<10)
	}
	get("a", 20<<10) // now the last asked for
	get("e", 20<<10) // b must go
	for _, key := range []string{"a", "c", "d", "e"} {
		get(key, 20<<10)
	}
	if made["a"] != 1 || made["c"] != 1 || made["b"] != 1 {
		t.Errorf("made %v", made)
	}
	get("b", 20<<10)
	if made["b"] != 2 {
		t.Errorf("b was made %d times; want 2", made["b"])
	}
	get("large", 60<<10)
	get("large", 60<<10)
	if made["large"] != 2 || c.size > c.most {
		t.Errorf("a large one was made %d times; %d bytes of %d are kept", made["large"], c.size, c.most)
	}
}

// Those who ask the same at the same time get one answer, and one who leaves
// leaves alone.
func TestCacheOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := newCache(1 << 20)
		var made atomic.Int32
		slow := func() (*kept, error) {
			made.Add(1)
			time.Sleep(time.Second)
			return answer(10), nil
		}
		var all sync.WaitGroup
		for range 20 {
			all.Go(func() {
				if k, err := c.of(t.Context(), "x", slow); err != nil || len(k.body) != 10 {
					t.Errorf("%v, %v", k, err)
				}
			})
		}
		time.Sleep(time.Millisecond)
		ctx, leave := context.WithTimeout(t.Context(), time.Millisecond)
		defer leave()
		if _, err := c.of(ctx, "x", slow); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("who left is told %v", err)
		}
		all.Wait()
		if made.Load() != 1 {
			t.Errorf("made %d times", made.Load())
		}
	})
}

// A fault is told to all who wait and is not kept.
func TestCacheFault(t *testing.T) {
	c := newCache(1 << 20)
	func() {
		defer func() { _ = recover() }()
		_, _ = c.of(context.Background(), "x", func() (*kept, error) { panic("a fault") })
	}()
	k, err := c.of(context.Background(), "x", func() (*kept, error) { return answer(1), nil })
	if err != nil || len(k.body) != 1 {
		t.Errorf("after a fault: %v, %v", k, err)
	}
	refused := 0
	for range 2 {
		_, _ = c.of(context.Background(), "y", func() (*kept, error) { refused++; return &kept{status: http.StatusNotFound}, nil })
	}
	if refused != 2 {
		t.Errorf("a refusal was kept")
	}
}

// Beyond those that may wait, an asker is sent away with a time to come back.
func TestAnswersBusy(t *testing.T) {
	release, entered := make(chan struct{}), make(chan struct{}, 1)
	a := newAnswers(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		entered <- struct{}{}
		<-release
	}))
	var all sync.WaitGroup
	for i := range cap(a.line) {
		all.Go(func() {
			r, _ := http.NewRequest(http.MethodGet, "/api/v1/states?year="+time.Duration(i).String(), http.NoBody)
			a.ServeHTTP(&probe{header: http.Header{}}, r)
		})
	}
	<-entered
	for len(a.line) < cap(a.line) {
		time.Sleep(time.Millisecond)
	}
	r, _ := http.NewRequest(http.MethodGet, "/api/v1/states?year=2021", http.NoBody)
	w := &probe{header: http.Header{}}
	a.ServeHTTP(w, r)
	if w.status != http.StatusServiceUnavailable || w.header.Get("Retry-After") == "" {
		t.Errorf("one more is given %d", w.status)
	}
	close(release)
	go func() {
		for range entered {
		}
	}()
	all.Wait()
	close(entered)
}
