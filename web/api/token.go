package api

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// sessionCookie is what a browser shows after it has given the token once.
const sessionCookie = "shatterbelt_session"

// A door lets in whoever shows the token, or in a browser the cookie that the
// token was exchanged for. The cookie is drawn at the start and says nothing of the token.
type door struct {
	token   [sha256.Size]byte
	session string
	next    http.Handler
}

func newDoor(token string, next http.Handler) *door {
	session := make([]byte, 32)
	_, _ = rand.Read(session) // never fails
	return &door{sha256.Sum256([]byte(token)), hex.EncodeToString(session), next}
}

// is compares in a time that does not tell how much is right.
func (d *door) is(token string) bool {
	sum := sha256.Sum256([]byte(token))
	return subtle.ConstantTimeCompare(sum[:], d.token[:]) == 1
}

func (d *door) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case r.URL.Path == "/token" && r.Method == http.MethodPost:
		r.Body = http.MaxBytesReader(w, r.Body, 4<<10)
		d.exchange(w, r, r.PostFormValue("token"), "/")
	case r.URL.Query().Has("token") && r.Method == http.MethodGet:
		query, to := r.URL.Query(), *r.URL
		token := query.Get("token")
		query.Del("token")
		to.RawQuery = query.Encode()
		d.exchange(w, r, token, local(to.RequestURI()))
	case d.shown(r):
		d.next.ServeHTTP(w, r)
	default:
		d.ask(w, r)
	}
}

// local is a path on this server, whatever it begins with.
func local(path string) string { return "/" + strings.TrimLeft(path, `/\`) }

// shown reports whether the request shows the token or the cookie.
func (d *door) shown(r *http.Request) bool {
	if token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		return d.is(strings.TrimSpace(token))
	}
	c, err := r.Cookie(sessionCookie)
	return err == nil && subtle.ConstantTimeCompare([]byte(c.Value), []byte(d.session)) == 1
}

// exchange gives the cookie for the token, and leads to an address that does
// not have the token in it.
func (d *door) exchange(w http.ResponseWriter, r *http.Request, token, to string) {
	if !d.is(token) {
		d.ask(w, r)
		return
	}
	http.SetCookie(w, &http.Cookie{
		Name: sessionCookie, Value: d.session, Path: "/", HttpOnly: true, Secure: r.TLS != nil, SameSite: http.SameSiteLaxMode,
	})
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, to, http.StatusSeeOther)
}

// doorPage asks a person for the token.
const doorPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Shatterbelt</title></head>
<body><main><h1>Shatterbelt</h1>
<p>This workbench asks for its token. <span lang="ko">이 작업대는 토큰을 요구합니다.</span></p>
<form method="post" action="/token"><p><label>Token <span lang="ko">토큰</span> <input type="password" name="token" autocomplete="off" required autofocus></label>
<button>Open <span lang="ko">열기</span></button></p></form></main></body></html>
`

// ask says that the token is wanted: a person on a page, a program by a problem.
func (d *door) ask(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Bearer realm="shatterbelt"`)
	w.Header().Set("Cache-Control", "no-store")
	if strings.Contains(r.Header.Get("Accept"), "text/html") {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusUnauthorized)
		_, _ = io.WriteString(w, doorPage)
		return
	}
	refuse(w, problem(http.StatusUnauthorized, fmt.Sprintf("the token is wanted; send it as %q", "Authorization: Bearer TOKEN")))
}
