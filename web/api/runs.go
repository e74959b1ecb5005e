package api

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/runs"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
	"github.com/shatterbelt/shatterbelt/web/jobs"
)

// runSchema names the form of a run, and runsSchema of a list of them.
const (
	runSchema  = "shatterbelt/web-run/1"
	runsSchema = "shatterbelt/web-runs/1"
)

// runTag groups the routes of runs.
const runTag = "runs"

// run is a run as JSON.
type run struct {
	Schema     string         `json:"schema"`
	ID         string         `json:"id"`
	Kind       jobs.Kind      `json:"kind" enum:"explore,brief"`
	State      jobs.State     `json:"state" enum:"waiting,running,unfinished,finished,failed,cancelled"`
	ISO        string         `json:"iso"`
	CCode      ir.CCode       `json:"ccode"`
	Year       int            `json:"year"`
	Seed       uint64         `json:"seed"`
	Futures    int            `json:"futures"`
	Strategies []string       `json:"strategies"`
	Own        bool           `json:"own_strategies" doc:"some are not built in; /strategies of the run is their file"`
	Fix        []string       `json:"fix"`
	Command    string         `json:"command" doc:"the command line that does the same"`
	Problem    string         `json:"problem,omitempty" doc:"why it failed"`
	Asked      string         `json:"asked"`
	Began      string         `json:"began,omitempty"`
	Ended      string         `json:"ended,omitempty"`
	Place      int            `json:"place" doc:"in the queue, from 1; 0 where it does not wait"`
	Progress   *jobs.Progress `json:"progress,omitempty"`
}

// runList is every run, the newest first.
type runList struct {
	Schema string `json:"schema"`
	Runs   []run  `json:"runs"`
}

func (s *server) runOf(v jobs.View) run {
	st, _ := s.desk.Figures().Codes().Find(v.Recipe.State)
	out := run{
		Schema: runSchema, ID: v.ID, Kind: v.Kind, State: v.State, ISO: v.Recipe.State, CCode: st.CCode, Year: v.Year,
		Seed: v.Seed, Futures: v.Futures, Strategies: v.Strategies, Own: v.Recipe.Strategies != "", Fix: v.Fix, Command: v.Command,
		Problem: v.Problem, Asked: v.AskedAt, Began: v.BeganAt, Ended: v.EndedAt, Place: v.Place, Progress: v.Progress,
	}
	if out.Fix == nil {
		out.Fix = []string{}
	}
	return out
}

// RunID names the run that a question is about.
type RunID struct {
	ID string `path:"id" maxLength:"100" pattern:"^[a-z0-9][a-z0-9-]*$" doc:"id of the run"`
}

// runRoutes adds the routes of runs; without jobs there are none.
func (s *server) runRoutes() {
	if s.jobs == nil {
		return
	}
	read[struct{}, runList](s, route{path: "/runs", id: "runs", tag: runTag, rows: true,
		en: "Every run, the newest first", ko: "실행 목록(최신순)"},
		func(context.Context, *struct{}) (desk.Answer, error) { return s.listRuns() })
	read[RunID, run](s, route{path: "/runs/{id}", id: "run", tag: runTag,
		en: "One run and how far it has come", ko: "실행 하나와 진행 상황"},
		func(_ context.Context, in *RunID) (desk.Answer, error) {
			v, err := s.jobs.View(in.ID)
			return desk.Answer{JSON: s.runOf(v), Command: v.Command}, jobFault(in.ID, err)
		})
	s.askRoutes()
	s.eventRoutes()
	s.resultRoutes()
	s.judgedRoutes()
	s.weighRoutes()
	s.briefRoutes()
	s.tableRoutes()
}

func (s *server) listRuns() (desk.Answer, error) {
	views, err := s.jobs.List()
	out := runList{Schema: runsSchema, Runs: []run{}}
	for _, v := range views {
		out.Runs = append(out.Runs, s.runOf(v))
	}
	return desk.Answer{JSON: out, Command: "shatterbelt runs list --json", Table: func() desk.Table {
		t := desk.Table{Columns: []string{"id", "kind", "state", "iso", "year", "seed", "futures", "strategies", "asked", "ended", "command"}}
		for _, r := range out.Runs {
			t.Rows = append(t.Rows, []any{
				r.ID, string(r.Kind), string(r.State), r.ISO, r.Year, int(r.Seed), r.Futures, strings.Join(r.Strategies, " "), r.Asked, r.Ended, r.Command,
			})
		}
		return t
	}}, err
}

// jobFault turns an error about a run into a problem.
func jobFault(id string, err error) error {
	var (
		none       *jobs.NotFoundError
		noRun      *runs.NotFoundError
		state      *jobs.StateError
		stale      *jobs.StaleError
		busy       *runs.BusyError
		unfinished *runs.UnfinishedError
		strategy   *study.StrategyError
		size       *jobs.SizeError
	)
	switch {
	case err == nil:
		return nil
	case errors.As(err, &none), errors.As(err, &noRun):
		return problem(http.StatusNotFound, "there is no run "+id+"; /runs lists those there are", field("path.id", id, "no such run"))
	case errors.As(err, &strategy):
		detail := fmt.Sprintf("no strategy %q in this run; %s", yamlfile.Short(strategy.Name), yamlfile.Suggest(strategy.Name, strategy.Have))
		return problem(http.StatusNotFound, detail, field("query.strategy", strategy.Name, detail))
	case errors.As(err, &state), errors.As(err, &stale), errors.As(err, &busy), errors.As(err, &size):
		text := strings.TrimPrefix(strings.TrimPrefix(err.Error(), "jobs: "), "runs: ")
		return problem(http.StatusConflict, text, field("path.id", id, text))
	case errors.As(err, &unfinished):
		return problem(http.StatusConflict, id+" is not finished; its events tell when it is", field("path.id", id, "not finished"))
	}
	return fault("path.id", id, err)
}
