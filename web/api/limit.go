package api

import (
	"errors"
	"net"
	"net/http"
	"sync"
	"time"
)

// Limits of what is taken and done at a time.
const (
	// UploadBytes is the largest body any route takes; most take far less.
	UploadBytes = 64 << 20

	mostQuery = 8 << 10
	mostOpen  = 512 // requests at a time
	mostOfOne = 256 // of one client
	writeTime = 240 * time.Second
)

// errBusy says that too much is asked at once.
var errBusy = errors.New("too much is asked at once")

// busy asks a client to come back.
func busy(w http.ResponseWriter, status int, detail string) {
	w.Header().Set("Retry-After", "1")
	refuse(w, problem(status, detail+"; ask again in a second"))
}

// A gate counts requests under way, in all and by client.
type gate struct {
	mu   sync.Mutex
	open int
	of   map[string]int
}

// enter takes a place, or says with which status there is none.
func (g *gate) enter(client string) (status int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch {
	case g.of[client] >= mostOfOne:
		return http.StatusTooManyRequests
	case g.open >= mostOpen:
		return http.StatusServiceUnavailable
	}
	g.open++
	g.of[client]++
	return 0
}

func (g *gate) leave(client string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.open--
	if g.of[client]--; g.of[client] == 0 {
		delete(g.of, client)
	}
}

// limited bounds requests at a time, their size, and the time a client may take
// to read an answer. A stream of events sets a longer time itself.
func limited(next http.Handler) http.Handler {
	g := &gate{of: map[string]int{}}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		client, _, err := net.SplitHostPort(r.RemoteAddr)
		if err != nil {
			client = r.RemoteAddr
		}
		if status := g.enter(client); status != 0 {
			busy(w, status, "too many requests are under way")
			return
		}
		defer g.leave(client)
		if len(r.URL.RawQuery) > mostQuery {
			refuse(w, problem(http.StatusRequestURITooLong, "the query is longer than 8 KiB"))
			return
		}
		_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(writeTime)) // a writer without one is no network's
		r.Body = http.MaxBytesReader(w, r.Body, UploadBytes)
		next.ServeHTTP(w, r)
	})
}

// A crowd is a listener that lets only so many connections in at a time.
type crowd struct {
	net.Listener
	places chan struct{}
	closed chan struct{}
	once   sync.Once
}

// Crowd bounds the connections that a listener has open at a time; more wait.
func Crowd(l net.Listener, most int) net.Listener {
	return &crowd{Listener: l, places: make(chan struct{}, most), closed: make(chan struct{})}
}

// Accept waits for a place, and then for whoever takes it.
func (c *crowd) Accept() (net.Conn, error) {
	select {
	case c.places <- struct{}{}:
	case <-c.closed:
		return nil, net.ErrClosed
	}
	conn, err := c.Listener.Accept()
	if err != nil {
		<-c.places
		return nil, err
	}
	return &guest{Conn: conn, leave: func() { <-c.places }}, nil
}

// Close lets nobody in any more.
func (c *crowd) Close() error {
	c.once.Do(func() { close(c.closed) })
	return c.Listener.Close()
}

// A guest is a connection that gives its place back when it is closed.
type guest struct {
	net.Conn
	once  sync.Once
	leave func()
}

// Close ends the connection and frees its place.
func (g *guest) Close() error {
	err := g.Conn.Close()
	g.once.Do(g.leave)
	return err
}
