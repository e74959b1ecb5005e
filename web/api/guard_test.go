package api_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/shatterbelt/shatterbelt/web/api"
)

// echo answers with the size of the body it could read.
var echo = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	n, err := io.Copy(io.Discard, r.Body)
	if err != nil {
		w.WriteHeader(http.StatusRequestEntityTooLarge)
		return
	}
	fmt.Fprint(w, n)
})

// at is a request that arrived at an address of this machine.
func at(local, host, method, address string, headers ...string) *http.Request {
	r := httptest.NewRequest(method, address, nil)
	r.Host = host
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	a, err := net.ResolveTCPAddr("tcp", local)
	if err != nil {
		panic(err)
	}
	return r.WithContext(context.WithValue(r.Context(), http.LocalAddrContextKey, net.Addr(a)))
}

func do(h http.Handler, r *http.Request) *http.Response {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func TestHost(t *testing.T) {
	h := api.Guard(api.Guarding{Hosts: []string{"workbench.example.org"}}, echo)
	tests := []struct {
		local, host string
		ok          bool
	}{
		{"127.0.0.1:7410", "127.0.0.1:7410", true},
		{"127.0.0.1:7410", "localhost:7410", true},
		{"127.0.0.1:7410", "LOCALHOST", true},
		{"127.0.0.1:7410", "[::1]:7410", true},
		{"127.0.0.1:7410", "evil.example", false},
		{"127.0.0.1:7410", "localhost.evil.example:7410", false},
		{"127.0.0.1:7410", "192.0.2.7:7410", false},
		{"127.0.0.1:7410", "", false},
		{"192.0.2.7:7410", "192.0.2.7:7410", true},
		{"192.0.2.7:7410", "192.0.2.8:7410", false},
		{"192.0.2.7:7410", "localhost:7410", false},
		{"192.0.2.7:7410", "workbench.example.org", true},
		{"[2001:db8::1]:80", "[2001:db8::1]", true},
	}
	for _, tt := range tests {
		r := do(h, at(tt.local, tt.host, "GET", "/"))
		if ok := r.StatusCode == http.StatusOK; ok != tt.ok || !ok && r.StatusCode != http.StatusMisdirectedRequest {
			t.Errorf("host %q at %s gives %d", tt.host, tt.local, r.StatusCode)
		}
	}
}

func TestOrigin(t *testing.T) {
	h := api.Guard(api.Guarding{}, echo)
	const own = "127.0.0.1:7410"
	tests := []struct {
		method  string
		headers []string
		ok      bool
	}{
		{"GET", []string{"Origin", "https://evil.example"}, true}, // reads nothing that a browser shows it
		{"POST", nil, true}, // no browser
		{"POST", []string{"Origin", "http://" + own}, true},
		{"POST", []string{"Sec-Fetch-Site", "same-origin"}, true},
		{"POST", []string{"Origin", "https://evil.example"}, false},
		{"POST", []string{"Origin", "null"}, false},
		{"POST", []string{"Sec-Fetch-Site", "cross-site"}, false},
		{"DELETE", []string{"Origin", "http://127.0.0.1:9999"}, false},
	}
	for _, tt := range tests {
		r := do(h, at(own, own, tt.method, "/", tt.headers...))
		if ok := r.StatusCode == http.StatusOK; ok != tt.ok || !ok && r.StatusCode != http.StatusForbidden {
			t.Errorf("%s with %q gives %d", tt.method, tt.headers, r.StatusCode)
		}
	}
}

func TestHeaders(t *testing.T) {
	h := api.Guard(api.Guarding{}, echo)
	for _, host := range []string{"localhost", "evil.example"} {
		r := do(h, at("127.0.0.1:1", host, "GET", "/"))
		policy := r.Header.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'self'") || strings.Contains(policy, "unsafe") {
			t.Errorf("%s: policy %q", host, policy)
		}
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "SAMEORIGIN"} {
			if got := r.Header.Get(name); got != want {
				t.Errorf("%s: %s is %q; want %q", host, name, got, want)
			}
		}
	}
}

func TestToken(t *testing.T) {
	const token, own = "a token of some length", "127.0.0.1:7410"
	h := api.Guard(api.Guarding{Token: token}, echo)
	get := func(address string, headers ...string) *http.Response {
		return do(h, at(own, own, "GET", address, headers...))
	}
	for _, headers := range [][]string{nil, {"Authorization", "Bearer wrong"}, {"Authorization", token}, {"Cookie", "shatterbelt_session=x"}, {"Authorization", "Bearer "}} {
		r := get("/api/v1/states", headers...)
		if r.StatusCode != http.StatusUnauthorized || r.Header.Get("WWW-Authenticate") == "" || r.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%q gives %d", headers, r.StatusCode)
		}
	}
	if r := get("/api/v1/states", "Authorization", "Bearer "+token); r.StatusCode != http.StatusOK {
		t.Errorf("the token gives %d", r.StatusCode)
	}
	if r := get("/", "Accept", "text/html"); r.StatusCode != http.StatusUnauthorized || !strings.Contains(text(t, r), `action="/token"`) {
		t.Errorf("a person is given %d", r.StatusCode)
	}
	// A browser exchanges the token for a cookie, on an address without it.
	r := get("/structure/KOR?token=" + strings.ReplaceAll(token, " ", "+") + "&lang=ko")
	cookies := r.Cookies()
	if r.StatusCode != http.StatusSeeOther || r.Header.Get("Location") != "/structure/KOR?lang=ko" || len(cookies) != 1 {
		t.Fatalf("the exchange gives %d to %s with %v", r.StatusCode, r.Header.Get("Location"), cookies)
	}
	c := cookies[0]
	if !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || strings.Contains(c.Value, token) {
		t.Errorf("cookie %v", c)
	}
	if r := get("/", "Cookie", c.Name+"="+c.Value); r.StatusCode != http.StatusOK {
		t.Errorf("the cookie gives %d", r.StatusCode)
	}
	if r := get("/?token=wrong"); r.StatusCode != http.StatusUnauthorized || len(r.Cookies()) > 0 {
		t.Errorf("a wrong token gives %d with %v", r.StatusCode, r.Cookies())
	}
	// It leads nowhere else.
	if to := get("//evil.example/?token=" + strings.ReplaceAll(token, " ", "+")).Header.Get("Location"); strings.HasPrefix(to, "//") || strings.Contains(to, ":") {
		t.Errorf("the exchange leads to %s", to)
	}
	form := at(own, own, "POST", "/token", "Content-Type", "application/x-www-form-urlencoded")
	form.Body = io.NopCloser(strings.NewReader("token=" + strings.ReplaceAll(token, " ", "+")))
	if r := do(h, form); r.StatusCode != http.StatusSeeOther || len(r.Cookies()) != 1 {
		t.Errorf("the form gives %d", r.StatusCode)
	}
}

// Neither the token nor what was asked reaches the log, a fault of the program
// does.
func TestLog(t *testing.T) {
	var log bytes.Buffer
	h := api.Guard(api.Guarding{Token: "a token of some length", Log: slog.New(slog.NewTextHandler(&log, nil))},
		http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("a fault") }))
	r := do(h, at("127.0.0.1:1", "localhost", "GET", "/secret-place?q=1", "Authorization", "Bearer a token of some length"))
	if r.StatusCode != http.StatusInternalServerError || strings.Contains(text(t, r), "guard_test") {
		t.Errorf("a fault gives %d", r.StatusCode)
	}
	if !strings.Contains(log.String(), "a fault") || strings.Contains(log.String(), "some length") || strings.Contains(log.String(), "secret-place") {
		t.Errorf("log: %s", log.String())
	}
}

func TestSizes(t *testing.T) {
	h := api.Guard(api.Guarding{}, echo)
	long := at("127.0.0.1:1", "localhost", "GET", "/?q="+strings.Repeat("x", 9000))
	if r := do(h, long); r.StatusCode != http.StatusRequestURITooLong {
		t.Errorf("a long query gives %d", r.StatusCode)
	}
	big := at("127.0.0.1:1", "localhost", "POST", "/")
	big.Body = io.NopCloser(io.LimitReader(zeros{}, api.UploadBytes+1))
	if r := do(h, big); r.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("a large body gives %d", r.StatusCode)
	}
	for _, address := range []string{"/api/v1/deter/solve", "/api/v1/strategies/check"} {
		r := ask(t, served(t), "POST", address, strings.Repeat("x", 2<<20), "Content-Type", "application/json")
		if r.StatusCode != http.StatusRequestEntityTooLarge {
			t.Errorf("2 MB to %s give %d: %s", address, r.StatusCode, text(t, r))
		}
	}
}

// zeros never ends.
type zeros struct{}

func (zeros) Read(b []byte) (int, error) { return len(b), nil }

// One client has so many places, and comes back when one is free.
func TestCrowding(t *testing.T) {
	release, entered := make(chan struct{}), make(chan struct{})
	h := api.Guard(api.Guarding{}, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/slow" {
			entered <- struct{}{}
			<-release
		}
	}))
	var all sync.WaitGroup
	for range 256 {
		all.Go(func() { do(h, at("127.0.0.1:1", "localhost", "GET", "/slow")) })
		<-entered
	}
	r := do(h, at("127.0.0.1:1", "localhost", "GET", "/"))
	if r.StatusCode != http.StatusTooManyRequests || r.Header.Get("Retry-After") == "" {
		t.Errorf("one more gives %d", r.StatusCode)
	}
	other := at("127.0.0.1:1", "localhost", "GET", "/")
	other.RemoteAddr = "192.0.2.9:5"
	if r := do(h, other); r.StatusCode != http.StatusOK {
		t.Errorf("another client is given %d", r.StatusCode)
	}
	close(release)
	all.Wait()
	if r := do(h, at("127.0.0.1:1", "localhost", "GET", "/")); r.StatusCode != http.StatusOK {
		t.Errorf("afterwards %d", r.StatusCode)
	}
}

// A listener lets so many in, and the next when one leaves.
func TestCrowd(t *testing.T) {
	inner, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l := api.Crowd(inner, 1)
	first, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	one, err := l.Accept()
	if err != nil {
		t.Fatal(err)
	}
	second, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	in := make(chan net.Conn)
	go func() {
		c, _ := l.Accept()
		in <- c
	}()
	select {
	case <-in:
		t.Error("the second came in beside the first")
	case <-time.After(50 * time.Millisecond):
	}
	one.Close()
	one.Close() // gives its place back once
	two := <-in
	if two == nil {
		t.Fatal("the second never came in")
	}
	go func() {
		c, _ := l.Accept()
		in <- c
	}()
	l.Close()
	if c := <-in; c != nil {
		t.Error("a closed listener lets one in")
	}
	two.Close()
}
