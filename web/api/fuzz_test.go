package api_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// Whatever is asked, the answer is one or a problem, and never a fault of the
// program.
func FuzzQuery(f *testing.F) {
	f.Add("/states", "year=2021")
	f.Add("/measures/squeeze", "year=2021&powers=true&limit=3&offset=2")
	f.Add("/measures/bases.csv", "partner=KOR")
	f.Add("/figures", "indicator=gdp_current&state=한국&limit=1")
	f.Add("/compare/KOR/%2e%2e", "between=USA,,CHN")
	f.Add("/params", "name=a,b,%00")
	f.Add("/claims/C09", "format=json")
	f.Add("/card/../../etc/passwd", "token=x")
	h := served(f)
	f.Fuzz(func(t *testing.T, path, query string) {
		if strings.ContainsAny(path+query, "\x00\r\n #") || !strings.HasPrefix(path, "/") || len(path) > 200 || strings.Contains(path, "claims") {
			t.Skip("no request line")
		}
		address := "/api/v1" + path + "?" + query
		if _, err := url.ParseRequestURI(address); err != nil {
			t.Skip("no address")
		}
		r := ask(t, h, "GET", address, "")
		body := text(t, r)
		switch {
		case r.StatusCode == http.StatusOK, r.StatusCode == http.StatusMovedPermanently, r.StatusCode == http.StatusTemporaryRedirect:
		case r.StatusCode >= 400 && r.StatusCode < 500:
			if !json.Valid([]byte(body)) || r.Header.Get("Content-Type") != "application/problem+json" {
				t.Errorf("%d %s: %s", r.StatusCode, r.Header.Get("Content-Type"), body)
			}
		default:
			t.Errorf("%s gives %d: %.300s", address, r.StatusCode, body)
		}
	})
}

// A game of whatever payoffs is solved to probabilities or refused.
func FuzzSolve(f *testing.F) {
	f.Add([]byte(`{"lambda":3,"status_quo":0,"odds":[0.5],"branches":[]}`))
	f.Add([]byte(`{"lambda":1e308,"status_quo":-1e308,"odds":[1e999],"branches":null}`))
	f.Add([]byte(`[]`))
	h := served(f)
	f.Fuzz(func(t *testing.T, body []byte) {
		r := ask(t, h, "POST", "/api/v1/deter/solve", string(body), "Content-Type", "application/json")
		answer := text(t, r)
		if r.StatusCode >= 500 || !json.Valid([]byte(answer)) {
			t.Errorf("%d: %s", r.StatusCode, answer)
		}
	})
}
