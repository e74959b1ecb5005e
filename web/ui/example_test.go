package ui_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"

	"github.com/shatterbelt/shatterbelt/web/ui"
)

// Pages of any address come from here, and what belongs to the API from there.
func ExampleHandler() {
	h, err := ui.Handler(http.NotFoundHandler())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, path := range []string{"/structure/KOR", "/api/v1/states"} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		fmt.Println(path, w.Code, w.Header().Get("Content-Type"))
	}
	// Output:
	// /structure/KOR 200 text/html; charset=utf-8
	// /api/v1/states 404 text/plain; charset=utf-8
}
