package api_test

import (
	"io"
	"net"
	"net/http"
	"os"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/shatterbelt/shatterbelt/web/api"
	"github.com/shatterbelt/shatterbelt/web/jobs"
)

// loadVar asks for the full minute at a thousand requests a second.
const loadVar = "SHATTERBELT_LOAD"

// mapPage is what the first page asks for when a year is chosen.
const mapPage = "/api/v1/measures/squeeze?year=2021"

// loopback serves a guarded API on this machine's own address.
func loopback(t testing.TB, h http.Handler) (address string, client *http.Client) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: api.Guard(api.Guarding{}, h), ReadHeaderTimeout: 5 * time.Second}
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = server.Serve(l)
	}()
	transport := &http.Transport{MaxIdleConnsPerHost: 64}
	t.Cleanup(func() {
		transport.CloseIdleConnections()
		server.Close()
		<-done
	})
	return "http://" + l.Addr().String(), &http.Client{Transport: transport}
}

func BenchmarkCachedMeasure(b *testing.B) {
	h := served(b)
	ask(b, h, "GET", mapPage, "")
	b.ReportAllocs()
	for b.Loop() {
		if r := ask(b, h, "GET", mapPage, "", "Accept-Encoding", "gzip"); r.StatusCode != http.StatusOK {
			b.Fatal(r.Status)
		}
	}
}

// BenchmarkLoopback is a kept page over the network of this machine, by eight
// clients at a time.
func BenchmarkLoopback(b *testing.B) {
	address, client := loopback(b, served(b))
	b.SetParallelism(4)
	b.RunParallel(func(p *testing.PB) {
		for p.Next() {
			if err := fetch(client, address+mapPage); err != nil {
				b.Error(err)
				return
			}
		}
	})
}

func BenchmarkSolve(b *testing.B) {
	h := served(b)
	body := game(b, h)
	for b.Loop() {
		if r := ask(b, h, "POST", "/api/v1/deter/solve", body, "Content-Type", "application/json"); r.StatusCode != http.StatusOK {
			b.Fatal(r.Status)
		}
	}
}

func fetch(client *http.Client, address string) error {
	r, err := client.Get(address)
	if err != nil {
		return err
	}
	defer r.Body.Close()
	_, err = io.Copy(io.Discard, r.Body)
	return err
}

// hammer asks for a page at a steady rate and returns how long each answer took
// from when it was due, in order of length; each second is told as it begins.
func hammer(t *testing.T, client *http.Client, page string, rate, seconds int, each func(second int)) []time.Duration {
	t.Helper()
	took := make([]time.Duration, rate*seconds)
	places := make(chan struct{}, 64)
	var all sync.WaitGroup
	began := time.Now()
	for i := range took {
		due := began.Add(time.Duration(i) * time.Second / time.Duration(rate))
		time.Sleep(time.Until(due))
		if i%rate == 0 {
			each(i / rate)
		}
		places <- struct{}{}
		all.Go(func() {
			defer func() { <-places }()
			if err := fetch(client, page); err != nil {
				t.Error(err)
			}
			took[i] = time.Since(due)
		})
	}
	all.Wait()
	slices.Sort(took)
	t.Logf("%.0f requests a second; median %v, 99 %% within %v, longest %v",
		float64(len(took))/time.Since(began).Seconds(), took[len(took)/2], took[len(took)*99/100], took[len(took)-1])
	return took
}

func wantLoad(t *testing.T) {
	t.Helper()
	if os.Getenv(loadVar) == "" {
		t.Skipf("set %s=1 on a quiet machine", loadVar)
	}
}

// A thousand requests a second for a minute: none fails, the slowest hundredth is
// within 20 ms, and memory does not grow.
func TestLoad(t *testing.T) {
	wantLoad(t)
	const rate, seconds = 1000, 60
	address, client := loopback(t, served(t))
	if err := fetch(client, address+mapPage); err != nil {
		t.Fatal(err)
	}
	heap := map[int]uint64{}
	took := hammer(t, client, address+mapPage, rate, seconds, func(second int) {
		if second == 10 || second == seconds-1 {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			heap[second] = m.HeapAlloc
		}
	})
	t.Logf("heap %d kB after 10 s, %d kB after %d s", heap[10]>>10, heap[seconds-1]>>10, seconds-1)
	if p99 := took[len(took)*99/100]; p99 > 20*time.Millisecond {
		t.Errorf("99 %% within %v; want 20 ms", p99)
	}
	if heap[seconds-1] > heap[10]+8<<20 {
		t.Errorf("the heap grew from %d to %d bytes", heap[10], heap[seconds-1])
	}
}

// While a run goes, pages still come: the slowest hundredth is within 250 ms.
func TestLoadWithRun(t *testing.T) {
	wantLoad(t)
	b := openBench(t, jobs.Options{})
	address, client := loopback(t, b.h)
	if err := fetch(client, address+mapPage); err != nil {
		t.Fatal(err)
	}
	id := b.begin(`{"kind":"explore","state":"KOR","futures":20000}`)
	const rate, seconds = 500, 10
	going := 0
	took := hammer(t, client, address+mapPage, rate, seconds, func(int) {
		if v, err := b.jobs.View(id); err == nil && v.State == jobs.Running {
			going++
		}
	})
	if going < seconds-2 {
		t.Errorf("the run went in %d of %d seconds; too short to tell", going, seconds)
	}
	if p99 := took[len(took)*99/100]; p99 > 250*time.Millisecond {
		t.Errorf("99 %% within %v; want 250 ms", p99)
	}
	if err := b.jobs.Cancel(id); err != nil {
		t.Error(err)
	}
}
