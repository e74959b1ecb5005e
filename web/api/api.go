package api

import (
	"context"
	"net/http"
	"strconv"
	"sync"
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
	desk   *desk.Desk
	jobs   *jobs.Jobs
	mux    *http.ServeMux
	api    huma.API
	judges *judges

	counter chan struct{} // holds one while a table is worked on
	session string        // tells the events of one run of the program from another's
}

// An API answers over HTTP. Close it when nothing is asked any more.
type API struct {
	http.Handler
	stop context.CancelFunc
	work *sync.WaitGroup
}

// New makes the API. It begins to work out what pages ask for first.
func New(o Options) (*API, error) {
	ctx, stop := context.WithCancel(context.Background())
	work := &sync.WaitGroup{}
	s := &server{
		desk: o.Desk, jobs: o.Jobs, mux: http.NewServeMux(), judges: newJudges(ctx, work, o.Desk),
		counter: make(chan struct{}, 1), session: strconv.FormatInt(time.Now().UnixMilli(), 36),
	}
	s.api = humago.New(s.mux, config())
	s.routes()
	if err := s.describe(); err != nil {
		stop()
		return nil, err
	}
	work.Go(func() { _, _ = o.Desk.Catalogue(ctx) }) // whoever asks for it hears of a fault
	return &API{prelude(newAnswers(faults(s.mux))), stop, work}, nil
}

// Close ends what the API does by itself and waits for it.
func (a *API) Close() {
	a.stop()
	a.work.Wait()
}

// routes adds every route. To add one, add a line.
func (s *server) routes() {
	s.versions()
	s.places()
	s.questions()
	s.library()
	s.choices()
	s.claims()
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
