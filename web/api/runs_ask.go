package api

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net"
	"net/http"
	"slices"
	"strconv"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
	"github.com/shatterbelt/shatterbelt/web/jobs"
)

// askBytes is the largest body that asks for a run: a file of strategies and a
// little more.
const askBytes = strategy.MaxBytes + 64<<10

// runAsked asks for a run.
type runAsked struct {
	Kind       jobs.Kind      `json:"kind" enum:"explore,brief" doc:"every experiment, or a brief"`
	State      string         `json:"state" minLength:"1" maxLength:"100" doc:"ISO code, number or name of the state"`
	Year       int            `json:"year,omitempty" minimum:"1816" maximum:"2100" doc:"year of study; the newest where it is left out"`
	Seed       *uint64        `json:"seed,omitempty" doc:"of all random draws; 1 where it is left out"`
	Futures    *int           `json:"futures,omitempty" minimum:"1" maximum:"50000" doc:"10,000 where it is left out"`
	Strategies []string       `json:"strategies,omitempty" maxItems:"100" doc:"built-in ones by name; all of them where no strategy is named or given"`
	Custom     []customCourse `json:"custom,omitempty" maxItems:"20" doc:"strategies given by their levers"`
	File       string         `json:"file,omitempty" maxLength:"1048576" doc:"text of a file of strategies, as --strategies reads it"`
	Fix        map[string]any `json:"fix,omitempty" doc:"uncertainties and coefficients held at one value: a number, or an option by name"`
}

// customCourse is a strategy given by its levers alone.
type customCourse struct {
	Name   string             `json:"name" minLength:"1" maxLength:"60"`
	Title  *courseTitle       `json:"title,omitempty" doc:"the name where it is left out"`
	Levers map[string]float64 `json:"levers" doc:"by name; what is not set stays as it is today"`
}

type courseTitle struct {
	EN string `json:"en" minLength:"1" maxLength:"200"`
	KO string `json:"ko" minLength:"1" maxLength:"200"`
}

// askInput is a request for a run, and who makes it.
type askInput struct {
	Body   runAsked
	client string
}

// Resolve notes who asks: clients take turns by their address.
func (in *askInput) Resolve(ctx huma.Context) []error {
	r, _ := humago.Unwrap(ctx)
	in.client = r.RemoteAddr
	if host, _, err := net.SplitHostPort(r.RemoteAddr); err == nil {
		in.client = host
	}
	return nil
}

// runReply is a run that was asked for.
type runReply struct {
	Status   int
	Location string `header:"Location"`
	Command  string `header:"Shatterbelt-Command"`
	Body     run
}

func (s *server) askRoutes() {
	op := s.operation(route{method: http.MethodPost, path: "/runs", id: "ask-run", tag: runTag,
		en: "Ask for a run: explorations and briefs wait for their turn", ko: "실행 요청: 탐색과 보고서는 차례를 기다림"})
	op.DefaultStatus, op.MaxBodyBytes = http.StatusCreated, askBytes
	register(s, op, s.askRun)
	register(s, s.operation(route{method: http.MethodPost, path: "/runs/{id}/cancel", id: "cancel-run", tag: runTag,
		en: "End a run that waits or runs; what is done is kept", ko: "대기·진행 중인 실행 취소(완료한 부분은 보존)"}), s.cancelRun)
	op = s.operation(route{method: http.MethodDelete, path: "/runs/{id}", id: "remove-run", tag: runTag,
		en: "Remove a run that is over, with its results", ko: "끝난 실행과 결과 삭제"})
	op.DefaultStatus = http.StatusNoContent
	register(s, op, func(_ context.Context, in *RunID) (*struct{}, error) {
		return nil, jobFault(in.ID, s.jobs.Remove(in.ID))
	})
}

func (s *server) askRun(_ context.Context, in *askInput) (*runReply, error) {
	asked, err := in.Body.read()
	if err != nil {
		return nil, err
	}
	job, fresh, err := s.jobs.Ask(in.client, asked)
	if err != nil {
		return nil, askFault(in.Body, err)
	}
	v, err := s.jobs.View(job.ID)
	if err != nil {
		return nil, jobFault(job.ID, err)
	}
	out := &runReply{Status: http.StatusOK, Location: Root + "/runs/" + job.ID, Command: v.Command, Body: s.runOf(v)}
	if fresh {
		out.Status = http.StatusCreated
	}
	return out, nil
}

func (s *server) cancelRun(_ context.Context, in *RunID) (*runReply, error) {
	if err := s.jobs.Cancel(in.ID); err != nil {
		return nil, jobFault(in.ID, err)
	}
	v, err := s.jobs.View(in.ID)
	return &runReply{Status: http.StatusOK, Command: v.Command, Body: s.runOf(v)}, jobFault(in.ID, err)
}

// read turns what was asked into what jobs take.
func (a *runAsked) read() (jobs.Asked, error) {
	out := jobs.Asked{
		Kind: a.Kind, Recipe: desk.Recipe{State: a.State, Year: a.Year}, Size: desk.Size{Futures: 10000, Seed: 1},
	}
	if a.Futures != nil {
		out.Futures = *a.Futures
	}
	if a.Seed != nil {
		out.Seed = *a.Seed
	}
	for _, name := range slices.Sorted(maps.Keys(a.Fix)) {
		text, err := fixText(name, a.Fix[name])
		if err != nil {
			return out, err
		}
		out.Fix = append(out.Fix, text)
	}
	var err error
	out.Strategies, err = a.strategies()
	return out, err
}

// fixText is what is held at a value as --fix has it.
func fixText(name string, v any) (string, error) {
	switch v := v.(type) {
	case float64:
		return name + "=" + strconv.FormatFloat(v, 'g', -1, 64), nil
	case string:
		return name + "=" + v, nil
	}
	detail := fmt.Sprintf("fix.%s is %v; want a number, or an option by name", name, v)
	return "", problem(http.StatusUnprocessableEntity, detail, field("body.fix."+name, v, detail))
}

// strategies are those asked for, as the text of a file; "" are all built-in ones.
func (a *runAsked) strategies() (string, error) {
	if len(a.Strategies)+len(a.Custom) == 0 {
		return a.File, nil
	}
	var all []strategy.Strategy
	for i, name := range a.Strategies {
		named := strategy.Named()
		at := slices.IndexFunc(named, func(s strategy.Strategy) bool { return s.Name == name })
		if at < 0 {
			detail := fmt.Sprintf("unknown strategy %q; %s", yamlfile.Short(name), yamlfile.Suggest(name, namesOf(named)))
			return "", problem(http.StatusUnprocessableEntity, detail, field(fmt.Sprintf("body.strategies[%d]", i), name, detail))
		}
		all = append(all, named[at])
	}
	if a.File != "" {
		own, err := strategy.Parse("file", []byte(a.File))
		if err != nil {
			return "", lines("strategies", err)
		}
		all = append(all, own...)
	}
	for i, c := range a.Custom {
		own, err := c.strategy(fmt.Sprintf("body.custom[%d]", i))
		if err != nil {
			return "", err
		}
		all = append(all, own)
	}
	if err := distinct(all); err != nil {
		return "", err
	}
	return string(strategy.Format(all)), nil
}

func namesOf(list []strategy.Strategy) []string {
	var names []string
	for _, s := range list {
		names = append(names, s.Name)
	}
	return names
}

// distinct refuses two strategies of one name.
func distinct(all []strategy.Strategy) error {
	names := namesOf(all)
	for i, name := range names {
		if slices.Contains(names[:i], name) {
			detail := fmt.Sprintf("two strategies are called %q; give each a name of its own", name)
			return problem(http.StatusUnprocessableEntity, detail, field("body.custom", name, detail))
		}
	}
	return nil
}

// strategy checks a course as a file of strategies would be; at is where it stands.
func (c *customCourse) strategy(at string) (strategy.Strategy, error) {
	s := strategy.Strategy{Name: c.Name, Title: strategy.Title{EN: c.Name, KO: c.Name}}
	if c.Title != nil {
		s.Title = strategy.Title{EN: c.Title.EN, KO: c.Title.KO}
	}
	for _, name := range slices.Sorted(maps.Keys(c.Levers)) {
		lever, ok := strategy.ParseLever(name)
		if !ok {
			var have []string
			for _, l := range strategy.Levers() {
				have = append(have, l.Name)
			}
			detail := fmt.Sprintf("unknown lever %q; %s", yamlfile.Short(name), yamlfile.Suggest(name, have))
			return s, problem(http.StatusUnprocessableEntity, detail, field(at+".levers."+name, c.Levers[name], detail))
		}
		setting := strategy.Setting{Lever: lever, Form: strategy.To, Value: c.Levers[name]}
		s.Levers = append(s.Levers, setting)
		one := strategy.Strategy{Name: "x", Title: strategy.Title{EN: "x", KO: "x"}, Levers: []strategy.Setting{setting}}
		if err := check(one, at+".levers."+name, c.Levers[name]); err != nil {
			return s, err
		}
	}
	return s, check(s, at, c.Name)
}

// check reads a strategy as from a file, and says what is wrong with it.
func check(s strategy.Strategy, at string, given any) error {
	_, err := strategy.Parse("strategy", strategy.Format([]strategy.Strategy{s}))
	var file *strategy.FileError
	if errors.As(err, &file) {
		detail := file.Problem
		if file.Remedy != "" {
			detail += "; " + file.Remedy
		}
		return problem(http.StatusUnprocessableEntity, detail, field(at, given, detail))
	}
	return err
}

// askFault turns a refusal to take a run into a problem.
func askFault(a runAsked, err error) error {
	var (
		full *jobs.FullError
		size *jobs.SizeError
		ask  *desk.AskError
		file *strategy.FileError
	)
	switch {
	case errors.As(err, &full):
		p := problem(http.StatusTooManyRequests, err.Error())
		return huma.ErrorWithHeaders(p, http.Header{"Retry-After": {"10"}})
	case errors.As(err, &size):
		return problem(http.StatusUnprocessableEntity, err.Error(), field("body.futures", size.Futures, err.Error()))
	case errors.As(err, &ask):
		return fault("body", nil, err)
	case errors.As(err, &file):
		return lines("strategies", err)
	}
	return fault("body.state", a.State, err)
}
