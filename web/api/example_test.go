package api_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"

	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/web/api"
)

// A program asks the API without a network.
func ExampleNew() {
	dir, err := os.MkdirTemp("", "shatterbelt")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	d, err := desk.Open(context.Background(), store.Open(dir))
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := api.New(api.Options{Desk: d})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer a.Close()
	w := httptest.NewRecorder()
	a.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/api/v1/measures/gdp_current_share.csv?year=2021&state=KOR", nil))
	fmt.Print(w.Body)
	fmt.Println(w.Header().Get("Shatterbelt-Command"))
	// Output:
	// ccode,iso,year,value,low,high,unit,source,kind
	// 732,KOR,2021,0.018645415532493916,0.018645415532493916,0.018645415532493916,share of world,,computed
	// shatterbelt measures gdp_current_share --year 2021 --state KOR --json
}
