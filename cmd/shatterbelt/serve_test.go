package main

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestServeToken(t *testing.T) {
	file := filepath.Join(t.TempDir(), "token.txt")
	if err := os.WriteFile(file, []byte("  a token of some length\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	short := filepath.Join(t.TempDir(), "short.txt")
	if err := os.WriteFile(short, []byte("short\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, listen, file, env, token, problem string
	}{
		{"loopback", "127.0.0.1:0", "", "", "", ""},
		{"loopback by name", "localhost:0", "", "", "", ""},
		{"loopback with a token", "[::1]:0", file, "", "a token of some length", ""},
		{"everywhere", "0.0.0.0:0", "", "", "", "needs a token"},
		{"everywhere, unsaid", ":8080", "", "", "", "needs a token"},
		{"elsewhere by name", "example.org:80", "", "", "", "needs a token"},
		{"everywhere with a token", "0.0.0.0:0", "", "a token of some length", "a token of some length", ""},
		{"the file goes first", "0.0.0.0:0", file, "another token, long enough", "a token of some length", ""},
		{"short", "127.0.0.1:0", short, "", "", "16 or more"},
		{"short in the environment", "127.0.0.1:0", "", "short", "", "16 or more"},
		{"no port", "127.0.0.1", "", "", "", "want an address and a port"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := serveFlags{listen: tt.listen, tokenFile: tt.file}
			token, err := f.token(func(string) string { return tt.env })
			if err == nil {
				err = f.check(token)
			}
			var usage usageError
			switch {
			case tt.problem == "" && (err != nil || token != tt.token):
				t.Errorf("%q, %v; want %q", token, err, tt.token)
			case tt.problem != "" && (!errors.As(err, &usage) || !strings.Contains(err.Error(), tt.problem)):
				t.Errorf("%v; want a fault of usage with %q", err, tt.problem)
			case err != nil && strings.Contains(err.Error(), "a token of some length"):
				t.Errorf("the token is in %v", err)
			}
		})
	}
}

// serving runs serve on a free port until the test ends.
func serving(t *testing.T, h http.Handler) (address string, stop func() error) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- serve(ctx, l, h, func() {}) }()
	return l.Addr().String(), func() error { cancel(); return <-ended }
}

// A client that sends the head of a request byte by byte is shown out.
func TestServeSlowHead(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for the limit")
	}
	address, stop := serving(t, http.NotFoundHandler())
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	began := time.Now()
	for _, b := range []byte("GET / HTTP/1.1\r\nX-Slow: " + strings.Repeat("x", 100)) {
		if _, err := conn.Write([]byte{b}); err != nil {
			break
		}
		time.Sleep(100 * time.Millisecond)
		if time.Since(began) > 4*headTime {
			t.Fatal("still connected")
		}
	}
	_ = conn.SetReadDeadline(time.Now().Add(headTime))
	if _, err := io.Copy(io.Discard, conn); errors.Is(err, os.ErrDeadlineExceeded) {
		t.Error("the connection stays open")
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
}

// An answer under way is finished before the program ends.
func TestServeStops(t *testing.T) {
	entered, release := make(chan struct{}), make(chan struct{})
	address, stop := serving(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(entered)
		<-release
		_, _ = io.WriteString(w, "whole")
	}))
	body := make(chan string, 1)
	go func() {
		r, err := http.Get("http://" + address)
		if err != nil {
			body <- err.Error()
			return
		}
		defer r.Body.Close()
		b, _ := io.ReadAll(r.Body)
		body <- string(b)
	}()
	<-entered
	ended := make(chan error, 1)
	go func() { ended <- stop() }()
	select {
	case err := <-ended:
		t.Fatalf("ended before the answer: %v", err)
	case <-time.After(100 * time.Millisecond):
	}
	close(release)
	if got := <-body; got != "whole" {
		t.Errorf("the answer is %q", got)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
