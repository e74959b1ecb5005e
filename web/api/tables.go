package api

import (
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/shatterbelt/shatterbelt/data/experiments"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/desk"
)

// The bounds of a table that is sent: its bytes, its cells, and how long the work
// on it may take.
const (
	tableBytes = 64 << 20
	tableCells = 20_000_000
	tableTime  = 3 * time.Minute
)

// tableName is what a table that was sent is called in faults: nobody's path.
const tableName = "table"

// Sent is a table of experiments in the body of a request, and what is asked of
// any such table.
type Sent struct {
	Inputs      []string `query:"inputs" doc:"columns that are inputs, such as a,b or first..last or x_*"`
	Without     []string `query:"without" doc:"columns that are no inputs"`
	Where       []string `query:"where" doc:"take only experiments in which these hold, such as policy = store"`
	Categorical []string `query:"categorical" doc:"columns of numbers that are names"`
	Sheet       string   `query:"sheet" maxLength:"200" doc:"the sheet or member to read, where the file has several"`
	Drop        bool     `query:"drop_missing" doc:"leave out experiments in which something needed is missing"`
	Seed        uint64   `query:"seed" default:"1" doc:"of resampling"`

	request *http.Request
	writer  http.ResponseWriter
	folder  string // of ours, which no fault names
}

// Resolve keeps the request, so that its body is read as it comes.
func (in *Sent) Resolve(ctx huma.Context) []error {
	in.request, in.writer = humago.Unwrap(ctx)
	return nil
}

// lasts lets the answer to a request that has been read take longer than others.
func lasts(w http.ResponseWriter, long time.Duration) {
	control := http.NewResponseController(w) // whose writer has no deadlines is no network's
	_ = control.SetReadDeadline(time.Time{})
	_ = control.SetWriteDeadline(time.Now().Add(long))
}

func (in *Sent) sampling() desk.Sampling {
	return desk.Sampling{Inputs: in.Inputs, Without: in.Without, Drop: in.Drop, Seed: in.Seed, Workers: max(runtime.GOMAXPROCS(0)-1, 1)}
}

// discoverSent asks where the experiments of interest lie.
type discoverSent struct {
	Sent
	Outcome   string  `query:"outcome" maxLength:"400" doc:"which are of interest: a column of 0 and 1, or such as fed < 0.8"`
	Method    string  `query:"method" default:"prim" enum:"prim,cart" doc:"boxes by peeling, or a classification tree"`
	Threshold float64 `query:"threshold" default:"0.8" minimum:"0.5" maximum:"0.99" doc:"share of the experiments in a box that must be of interest"`
	Boxes     int     `query:"boxes" default:"1" minimum:"1" maximum:"10" doc:"most boxes, one after another"`
	Limits    int     `query:"limits" minimum:"0" maximum:"50" doc:"most inputs with a limit in a box; 0 is any number"`
}

// compareSent asks which policy holds up.
type compareSent struct {
	Sent
	Policy string   `query:"policy" maxLength:"200" doc:"column of the policy"`
	Future string   `query:"future" maxLength:"200" doc:"column of the future"`
	Higher []string `query:"higher" doc:"outcomes of which more is better"`
	Lower  []string `query:"lower" doc:"outcomes of which less is better"`
	Good   []string `query:"good" doc:"what is good enough, such as fed >= 0.8"`
}

// moveSent asks which inputs move which outcomes.
type moveSent struct {
	Sent
	Outcomes  []string `query:"outcome" doc:"columns, or conditions such as fed < 0.8"`
	Estimator string   `query:"estimator" default:"auto" enum:"auto,sobol,morris,sample" doc:"how it is estimated"`
}

func (s *server) tableRoutes() {
	tables(s, "discover", "In which experiments of a table it fails", "표의 어떤 실험에서 실패하는가",
		func(ctx context.Context, t *experiments.Table, in *discoverSent) (experiments.Discovered, error) {
			a := desk.DefaultDiscovering()
			a.Sampling, a.Outcome, a.Method, a.Threshold, a.Boxes, a.Limits = in.sampling(), in.Outcome, in.Method, in.Threshold, in.Boxes, in.Limits
			search, err := a.Search()
			if err != nil {
				return experiments.Discovered{}, err
			}
			return t.Discover(ctx, search)
		})
	tables(s, "robustness", "Which policy of a table of runs holds up", "표의 어느 정책이 버티는가",
		func(ctx context.Context, t *experiments.Table, in *compareSent) (experiments.Robustness, error) {
			return t.Robustness(ctx, desk.Comparing{
				Sampling: in.sampling(), Policy: in.Policy, Future: in.Future, Higher: in.Higher, Lower: in.Lower, Good: in.Good,
			}.Comparing())
		})
	tables(s, "sensitivity", "Which inputs of a table move which outcomes", "표의 어느 입력이 어느 결과를 움직이는가",
		func(ctx context.Context, t *experiments.Table, in *moveSent) (experiments.Sensitivity, error) {
			a, err := desk.Moving{Sampling: in.sampling(), Outcomes: in.Outcomes, Estimator: in.Estimator}.Asking()
			if err != nil {
				return experiments.Sensitivity{}, err
			}
			return t.Sensitivity(ctx, a)
		})
}

// sender is a request with a table in its body.
type sender interface{ sent() *Sent }

func (in *Sent) sent() *Sent { return in }

// tables adds a question that is asked of a table in the body.
func tables[I, J any](s *server, name, en, ko string, answer func(context.Context, *experiments.Table, *I) (J, error)) {
	r := route{method: http.MethodPost, path: "/tables/" + name, id: "tables-" + name, tag: "tables", en: en, ko: ko}
	op := s.operation(r)
	op.RequestBody = &huma.RequestBody{Required: true, Description: "A table with a header and a row for each experiment: CSV, .xlsx, .dta or Parquet.",
		Content: map[string]*huma.MediaType{"application/octet-stream": {Schema: &huma.Schema{Type: "string", Format: "binary"}}}}
	op.Responses = map[string]*huma.Response{"200": s.response(s.api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[J](), true, r.id), r)}
	register(s, op, func(ctx context.Context, in *I) (*reply, error) {
		ctx, cancel := context.WithTimeout(ctx, tableTime)
		defer cancel()
		select { // one at a time
		case s.counter <- struct{}{}:
			defer func() { <-s.counter }()
		case <-ctx.Done():
			return nil, problem(http.StatusServiceUnavailable, "other tables are being worked on; send it again later")
		}
		sent := any(in).(sender).sent()
		t, err := sent.read(ctx)
		if err != nil {
			return nil, sent.fault(err)
		}
		out, err := answer(ctx, t, in)
		if err != nil {
			return nil, sent.fault(err)
		}
		return write(asJSON, desk.Answer{JSON: out, Command: "shatterbelt " + name + " " + tableName})
	})
}

// read puts the body into a file of ours, reads the table in it whole, and
// removes it.
func (in *Sent) read(ctx context.Context) (*experiments.Table, error) {
	dir, err := os.MkdirTemp("", "shatterbelt-table-*")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	in.folder = dir + string(filepath.Separator)
	file := filepath.Join(dir, tableName)
	if err := in.save(file); err != nil {
		return nil, err
	}
	lasts(in.writer, tableTime+patience)
	limits := source.DefaultLimits()
	limits.File, limits.Content, limits.Memory, limits.Nested = tableBytes, 4*tableBytes, 2*tableBytes, tableBytes
	f, err := source.Open(ctx, file, limits)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	f.Name = tableName // faults name no folder of ours
	t, err := experiments.ReadFile(ctx, f, experiments.Options{Categorical: in.Categorical, Sheet: in.Sheet, Cells: tableCells})
	if err != nil || len(in.Where) == 0 {
		return t, err
	}
	return t.Only(in.Where)
}

// save writes the body to a file, up to the bytes that are taken.
func (in *Sent) save(file string) error {
	f, err := os.OpenFile(file, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, http.MaxBytesReader(in.writer, in.request.Body, tableBytes))
	return errors.Join(err, f.Close())
}

// fault turns what is wrong with a table, or with what is asked of it, into a
// problem.
func (in *Sent) fault(err error) error {
	var (
		large     *http.MaxBytesError
		cell      *source.CellError
		file      *source.FileError
		skip      *source.SkipError
		gap       *experiments.GapError
		ask       *experiments.AskError
		column    *experiments.ColumnError
		condition *experiments.ConditionError
	)
	text := strings.ReplaceAll(strings.ReplaceAll(err.Error(), "--", ""), in.folder, "")
	switch {
	case errors.As(err, &large):
		return problem(http.StatusRequestEntityTooLarge, "the table is larger than the 64 MiB that are taken; use the command line")
	case errors.As(err, &cell):
		return problem(http.StatusUnprocessableEntity, text, field("body", place{cell.Line, cell.Column}, text))
	case errors.As(err, &file):
		return problem(http.StatusUnprocessableEntity, text, field("body", place{file.Line, file.Column}, text))
	case errors.As(err, &gap):
		return problem(http.StatusUnprocessableEntity, text, field("body", place{gap.Line, gap.Column}, text))
	case errors.As(err, &skip):
		return problem(http.StatusUnprocessableEntity, text, field("body", nil, text))
	case errors.As(err, &ask), errors.As(err, &column), errors.As(err, &condition):
		return problem(http.StatusUnprocessableEntity, text, field("query", nil, text))
	}
	return fault("query", nil, err)
}
