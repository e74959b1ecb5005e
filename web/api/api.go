package api

import (
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/shatterbelt/shatterbelt"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/web/jobs"
)

// Root is what every route but the description begins with.
const Root = "/api/v1"

// Options say what the API answers from.
type Options struct {
	Desk *desk.Desk
	// Jobs do what takes longer than a request; nil is no such routes.
	Jobs *jobs.Jobs
}

// server holds what the routes share.
type server struct {
	desk *desk.Desk
	jobs *jobs.Jobs
	mux  *http.ServeMux
	api  huma.API

	session string // tells the events of one run of the program from another's
}

// New makes the handler of the API.
func New(o Options) (http.Handler, error) {
	s := &server{desk: o.Desk, jobs: o.Jobs, mux: http.NewServeMux(), session: strconv.FormatInt(time.Now().UnixMilli(), 36)}
	s.api = humago.New(s.mux, config())
	s.routes()
	spec, err := json.MarshalIndent(s.api.OpenAPI(), "", "  ")
	if err != nil {
		return nil, err
	}
	s.mux.HandleFunc("GET /openapi.json", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/openapi+json")
		_, _ = w.Write(spec)
	})
	return prelude(faults(s.mux)), nil
}

// routes adds every route. To add one, add a line.
func (s *server) routes() {
	s.versions()
	s.places()
	s.questions()
	s.library()
	s.choices()
	s.runRoutes()
}

// config describes the API as a whole.
func config() huma.Config {
	return huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Info: &huma.Info{
				Title: "Shatterbelt", Version: shatterbelt.Version,
				Description: "Strategy analysis for states caught between great powers, under the names of the command line.",
			},
			Components: &huma.Components{Schemas: huma.NewMapRegistry("#/components/schemas/", schemaName)},
		},
		Formats:       map[string]huma.Format{"application/json": huma.DefaultJSONFormat, "json": huma.DefaultJSONFormat},
		DefaultFormat: "application/json",
	}
}
