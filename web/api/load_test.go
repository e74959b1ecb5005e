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
)

// loadVar asks for the full minute at a thousand requests a second.
const loadVar = "SHATTERBELT_LOAD"

// mapPage is what the first page asks for when a year is chosen.
const mapPage = "/api/v1/measures/squeeze?year=2021"

// loopback serves the guarded API on this machine's own address.
func loopback(t testing.TB) (address string, client *http.Client) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: api.Guard(api.Guarding{}, served(t)), ReadHeaderTimeout: 5 * time.Second}
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
	address, client := loopback(b)
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

// A thousand requests a second for a minute: none fails, the slowest hundredth is
// within 20 ms, and memory does not grow.
func TestLoad(t *testing.T) {
	if os.Getenv(loadVar) == "" {
		t.Skipf("set %s=1 on a quiet machine for a minute at 1,000 requests a second", loadVar)
	}
	const rate, seconds = 1000, 60
	address, client := loopback(t)
	if err := fetch(client, address+mapPage); err != nil {
		t.Fatal(err)
	}
	took := make([]time.Duration, rate*seconds)
	heap := map[int]uint64{}
	places := make(chan struct{}, 64)
	var all sync.WaitGroup
	began := time.Now()
	for i := range took {
		due := began.Add(time.Duration(i) * time.Second / rate)
		time.Sleep(time.Until(due))
		if s := i / rate; i%rate == 0 && (s == 10 || s == 59) {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			heap[s] = m.HeapAlloc
		}
		places <- struct{}{}
		all.Go(func() {
			defer func() { <-places }()
			if err := fetch(client, address+mapPage); err != nil {
				t.Error(err)
			}
			took[i] = time.Since(due) // from when it was due: a queue counts
		})
	}
	all.Wait()
	slices.Sort(took)
	p50, p99 := took[len(took)/2], took[len(took)*99/100]
	t.Logf("%.0f requests a second; median %v, 99 %% within %v, longest %v; heap %d kB after 10 s, %d kB after 59 s",
		float64(len(took))/time.Since(began).Seconds(), p50, p99, took[len(took)-1], heap[10]>>10, heap[59]>>10)
	if p99 > 20*time.Millisecond {
		t.Errorf("99 %% within %v; want 20 ms", p99)
	}
	if heap[59] > heap[10]+8<<20 {
		t.Errorf("the heap grew from %d to %d bytes", heap[10], heap[59])
	}
}
