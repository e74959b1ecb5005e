package jobs

import (
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"
)

// One client asks for three runs before two others ask for one each: they do not
// wait for all three.
func TestClientsTakeTurns(t *testing.T) {
	q := newQueue(10, 10)
	for _, ask := range []string{"a1", "a2", "a3", "b1", "c1"} {
		q.push(ask[:1], &Job{ID: ask})
	}
	var order []string
	for j := q.pop(); j != nil; j = q.pop() {
		order = append(order, j.ID)
	}
	if got := strings.Join(order, " "); got != "a1 b1 c1 a2 a3" || q.waiting != 0 || len(q.lines) != 0 {
		t.Errorf("order %s, %d left; want a1 b1 c1 a2 a3", got, q.waiting)
	}
}

func TestQueueIsBounded(t *testing.T) {
	q := newQueue(3, 2)
	q.push("a", &Job{})
	q.push("a", &Job{})
	var full *FullError
	if err := q.check("a"); !errors.As(err, &full) || !full.Own {
		t.Errorf("a third of a: %v", err)
	}
	if err := q.check("b"); err != nil {
		t.Errorf("the first of b: %v", err)
	}
	q.push("b", &Job{})
	if err := q.check("c"); !errors.As(err, &full) || full.Own {
		t.Errorf("a fourth: %v", err)
	}
}

// Whatever is pushed, popped and removed: nothing is lost or served twice, each
// client is served in its own order, and none that waits is passed over for a whole
// round.
func TestQueueIsFair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := newQueue(1000, 1000)
		waiting := map[string][]*Job{}
		since := map[string]int{} // pops since a client was served, while it waits
		n := 0
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			client := rapid.SampledFrom([]string{"a", "b", "c", "d"}).Draw(t, "client")
			switch rapid.IntRange(0, 3).Draw(t, "step") {
			case 0, 1:
				j := &Job{}
				q.push(client, j)
				if len(waiting[client]) == 0 {
					since[client] = 0
				}
				waiting[client] = append(waiting[client], j)
				n++
			case 2:
				if line := waiting[client]; len(line) > 0 {
					if !q.remove(line[len(line)-1]) {
						t.Fatal("what waits cannot be removed")
					}
					waiting[client] = line[:len(line)-1]
					n--
				}
			default:
				j := q.pop()
				if (j == nil) != (n == 0) {
					t.Fatalf("pop gives %v of %d", j, n)
				}
				for c, line := range waiting {
					switch {
					case len(line) > 0 && line[0] == j:
						waiting[c], since[c] = line[1:], 0
						n--
					case len(line) > 0:
						if since[c]++; since[c] > 3 {
							t.Fatalf("%s waits for %d others", c, since[c])
						}
					}
				}
			}
			if q.waiting != n {
				t.Fatalf("%d wait; want %d", q.waiting, n)
			}
		}
	})
}

// Who reads slowly, or comes late, gets the newest of each kind, in order, and the
// end; who waits is woken.
func TestFeed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := newFeed()
		_, changed, _ := f.since(0)
		go func() {
			time.Sleep(time.Second)
			f.tell("progress", 1, false)
			f.tell("partial", 2, false)
			f.tell("progress", 3, false)
		}()
		began := time.Now()
		<-changed
		synctest.Wait()
		news, _, over := f.since(0)
		if took := time.Since(began); took != time.Second || over || len(news) != 2 || news[0] != (Event{2, "partial", 2}) || news[1] != (Event{3, "progress", 3}) {
			t.Errorf("after %v: %v, over %v", took, news, over)
		}
		f.tell("done", 4, true)
		f.tell("progress", 5, false) // too late
		news, _, over = f.since(3)
		if !over || len(news) != 1 || news[0] != (Event{4, "done", 4}) {
			t.Errorf("at the end: %v, over %v", news, over)
		}
	})
}

// Progress is told ten times a second at most, and at the end in any case.
func TestProgressIsSparing(t *testing.T) {
	j := &Job{feed: newFeed(), began: time.Unix(0, 0), first: -1, record: record{Names: []string{"x", "y"}}}
	for ms := range 1001 {
		j.progress(time.Unix(0, int64(ms)*1e6), ms, 1000)
	}
	p := j.feed.data(ProgressEvent).(Progress)
	if j.feed.last > 12 || p.Done != 1000 || p.Left != 0 || p.Rate < 1999 || p.Rate > 2001 {
		t.Errorf("%d reports, the last %+v; want about ten and 2,000 experiments a second", j.feed.last, p)
	}
}
