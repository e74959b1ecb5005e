package api

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/shatterbelt/shatterbelt/web/jobs"
)

// beat is how often a stream without news says that it is there, and patience how
// long a client may take to read what is sent before it is given up.
const (
	beat     = 15 * time.Second
	patience = 10 * time.Second
)

// eventsAsked asks for the news of a run.
type eventsAsked struct {
	RunID
	Last string `header:"Last-Event-ID" maxLength:"40" doc:"the last event that was seen; what came before it is not sent again"`
}

// runNews are the data of the events, by name.
type runNews struct {
	Progress  jobs.Progress `json:"progress"`
	Partial   jobs.Partial  `json:"partial"`
	Done      jobs.Ending   `json:"done"`
	Failed    jobs.Ending   `json:"failed"`
	Cancelled jobs.Ending   `json:"cancelled"`
}

func (s *server) eventRoutes() {
	op := s.operation(route{path: "/runs/{id}/events", id: "run-events", tag: runTag,
		en: "The news of a run as server-sent events: progress, partial, and then done, failed or cancelled",
		ko: "실행 소식(서버 전송 이벤트): progress, partial, 끝으로 done, failed, cancelled"})
	op.Parameters = nil
	op.Responses = map[string]*huma.Response{
		"200": {Description: "A stream; the data of each event is what stands under its name here.", Content: map[string]*huma.MediaType{
			"text/event-stream": {Schema: s.api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[runNews](), true, "RunNews")},
		}},
		"204": {Description: "The run is over and its end was seen."},
	}
	register(s, op, s.follow)
}

// follow streams the news of a run.
func (s *server) follow(_ context.Context, in *eventsAsked) (*huma.StreamResponse, error) {
	job, ok := s.jobs.Job(in.ID)
	if !ok {
		_, err := s.jobs.View(in.ID)
		if err == nil {
			err = &jobs.StateError{ID: in.ID, State: jobs.Unfinished, Want: "it was not asked for here, so there is no news of it"}
		}
		return nil, jobFault(in.ID, err)
	}
	return &huma.StreamResponse{Body: func(ctx huma.Context) {
		r, w := humago.Unwrap(ctx)
		t := stream{w: w, control: http.NewResponseController(w), session: s.session}
		t.follow(r.Context(), s.jobs.Done(), job, s.seen(in.Last))
	}}, nil
}

// seen reads the number of the last event that a client saw in this session of the
// server: what it saw in another says nothing.
func (s *server) seen(last string) int {
	session, number, _ := strings.Cut(last, "-")
	n, err := strconv.Atoi(number)
	if session != s.session || err != nil || n < 0 {
		return 0
	}
	return n
}

// stream writes events.
type stream struct {
	w       http.ResponseWriter
	control *http.ResponseController
	session string
}

// follow writes the news of a job until it is over, the client is gone or the
// server closes.
func (t *stream) follow(ctx context.Context, closing <-chan struct{}, job *jobs.Job, last int) {
	news, changed, over := job.Since(last)
	if over && len(news) == 0 {
		t.w.WriteHeader(http.StatusNoContent)
		return
	}
	t.w.Header().Set("Content-Type", "text/event-stream")
	t.w.Header().Set("Cache-Control", "no-store")
	t.w.Header().Set("X-Accel-Buffering", "no")
	_ = t.control.SetReadDeadline(time.Time{}) // the request is read; it may last
	pulse := time.NewTicker(beat)
	defer pulse.Stop()
	for {
		if !t.send(news) || over {
			return
		}
		select {
		case <-changed:
		case <-pulse.C:
			if !t.write(": beat\n\n") {
				return
			}
		case <-ctx.Done():
			return
		case <-closing:
			return
		}
		if len(news) > 0 {
			last = news[len(news)-1].Number
		}
		news, changed, over = job.Since(last)
	}
}

// send writes events; it reports false when the client does not take them.
func (t *stream) send(news []jobs.Event) bool {
	for _, e := range news {
		data, err := json.Marshal(e.Data)
		if err != nil || !t.write(fmt.Sprintf("id: %s-%d\nevent: %s\ndata: %s\n\n", t.session, e.Number, e.Name, data)) {
			return false
		}
	}
	return true
}

func (t *stream) write(text string) bool {
	_ = t.control.SetWriteDeadline(time.Now().Add(patience)) // not every writer can
	if _, err := t.w.Write([]byte(text)); err != nil {
		return false
	}
	return t.control.Flush() == nil
}
