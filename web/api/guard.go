package api

import (
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"runtime/debug"
	"slices"
	"strings"
)

// Guarding says who may ask.
type Guarding struct {
	// Token is what a client must show; "" asks for none.
	Token string
	// Hosts are names, beside its own addresses, by which the server is called.
	Hosts []string
	// Log takes faults of the program itself. Neither addresses nor headers of
	// requests are logged.
	Log *slog.Logger
}

// Guard stands before the API and the pages: it refuses a foreign Host or
// Origin, wants the token where there is one, and sets the headers that tell a
// browser what the pages may do.
func Guard(g Guarding, next http.Handler) http.Handler {
	if g.Log == nil {
		g.Log = slog.New(slog.DiscardHandler)
	}
	if g.Token != "" {
		next = newDoor(g.Token, next)
	}
	h := limited(sameOrigin(next))
	h = g.hosts(h)
	h = headers(h)
	return g.recovered(h)
}

// policy lets pages load what this server gives and nothing else, and run no
// script or style written into the page.
const policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
	"object-src 'none'; base-uri 'none'; form-action 'self'; frame-src 'self'; frame-ancestors 'self'"

func headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "SAMEORIGIN")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		next.ServeHTTP(w, r)
	})
}

// recovered answers a fault of the program with 500, and goes on.
func (g Guarding) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			switch v := recover(); v {
			case nil:
			case http.ErrAbortHandler:
				panic(v)
			default:
				g.Log.Error("a request met a fault of the program", "fault", v, "stack", string(debug.Stack()))
				refuse(w, problem(http.StatusInternalServerError, "a fault of the program; its log says more"))
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// hosts refuses a request that calls the server by a name that is not its own,
// as a page elsewhere does that points its own name at this address.
func (g Guarding) hosts(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		local, _ := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
		if !g.own(r.Host, local) {
			refuse(w, problem(http.StatusMisdirectedRequest, "this server does not go by that name; call it by the address it printed",
				field("header.Host", r.Host, "not a name of this server")))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// own reports whether a Host header names this server, reached at local: the
// address itself, a name for it, or where it is this machine's own, localhost.
func (g Guarding) own(host string, local net.Addr) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.ToLower(strings.Trim(name, "[]"))
	if slices.ContainsFunc(g.Hosts, func(own string) bool { return strings.EqualFold(own, name) }) {
		return true
	}
	at := netip.AddrFrom4([4]byte{127, 0, 0, 1})
	if local != nil {
		if a, err := netip.ParseAddrPort(local.String()); err == nil {
			at = a.Addr().Unmap()
		}
	}
	if at.IsLoopback() && name == "localhost" {
		return true
	}
	called, err := netip.ParseAddr(name)
	return err == nil && (called.Unmap() == at || called.IsLoopback() && at.IsLoopback())
}

// sameOrigin refuses what a page of another origin would change here.
func sameOrigin(next http.Handler) http.Handler {
	check := http.NewCrossOriginProtection()
	check.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		refuse(w, problem(http.StatusForbidden, "a page of another origin asked for this; only pages of this server may",
			field("header.Origin", r.Header.Get("Origin"), "not the origin of this server")))
	}))
	return check.Handler(next)
}
