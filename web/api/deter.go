package api

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/shatterbelt/shatterbelt/desk"
)

type deterIn struct {
	InYear
	Seeded
	Challenger string   `query:"challenger" required:"true" maxLength:"80" doc:"state that may attack" example:"PRK"`
	Target     string   `query:"target" required:"true" maxLength:"80" doc:"state that may be attacked" example:"KOR"`
	Patron     string   `query:"patron" required:"true" maxLength:"240" doc:"state that may come to its aid, up to three with commas, or none" example:"USA"`
	Set        []string `query:"set" maxItems:"200" doc:"payoffs to set, with commas" example:"invasion.come.0=0.5"`
}

// crises adds the deterrence game.
func (s *server) crises() {
	read[deterIn, desk.Crisis](s, route{path: "/deter", id: "deter", tag: "deterrence", rows: true,
		en: "Would the challenger attack, and would the patron come", ko: "도전국은 공격하는가, 후원국은 오는가"},
		func(_ context.Context, in *deterIn) (desk.Answer, error) {
			a, command, err := s.crisis(in)
			return desk.Answer{JSON: a, Table: s.rows(a), Command: command + " --json"}, err
		})
	op := s.operation(route{path: "/deter/efg", id: "deter-efg", tag: "deterrence",
		en: "The game as a Gambit file, with the payoffs that were moved", ko: "게임의 Gambit 파일(바꾼 보수 포함)"})
	op.Parameters = nil
	op.Responses = map[string]*huma.Response{"200": {Description: "The file.", Content: map[string]*huma.MediaType{"text/plain": {Schema: &huma.Schema{Type: "string"}}}}}
	register(s, op, func(_ context.Context, in *deterIn) (*savedReply, error) {
		a, command, err := s.crisis(in)
		if err != nil {
			return nil, err
		}
		name := strings.ToLower(s.isoOf(a.Challenger) + "-" + s.isoOf(a.Target) + ".efg")
		return &savedReply{
			Type: "text/plain; charset=utf-8", Saved: fmt.Sprintf("attachment; filename=%q", name),
			Command: command + " --efg " + name, Body: a.EFG(s.desk.Figures().Codes()),
		}, nil
	})
	s.solves()
}

// savedReply is a file to keep.
type savedReply struct {
	Type    string `header:"Content-Type"`
	Saved   string `header:"Content-Disposition"`
	Command string `header:"Shatterbelt-Command"`
	Body    []byte
}

// crisis plays the game that was asked for, and is the command line that does.
func (s *server) crisis(in *deterIn) (a desk.Crisis, command string, err error) {
	states, err := s.desk.Rivals(desk.Rivals{Challenger: in.Challenger, Target: in.Target, Patrons: in.Patron})
	if err != nil {
		return a, "", fault("query", nil, err)
	}
	x, err := s.desk.Situate(in.Year)
	if err != nil {
		return a, "", fault("query.year", in.Year, err)
	}
	if a, err = s.desk.Deter(&x, states, in.Seed); err != nil {
		return a, "", fault("query", nil, err)
	}
	if a, err = a.Set(in.Set); err != nil {
		return a, "", fault("query.set", in.Set, err)
	}
	var names []string
	for _, c := range states {
		names = append(names, s.isoOf(c))
	}
	patrons := strings.Join(names[2:], ",")
	if patrons == "" {
		patrons = "none"
	}
	command = fmt.Sprintf("shatterbelt deter --challenger %s --target %s --patron %s --year %d --seed %d", names[0], names[1], patrons, x.Year, in.Seed)
	for _, m := range in.Set {
		command += " --set " + m
	}
	return a, command, nil
}

// solves adds the equilibrium of a game alone.
func (s *server) solves() {
	type solveIn struct {
		Body desk.Game
	}
	op := s.operation(route{method: http.MethodPost, path: "/deter/solve", id: "deter-solve", tag: "deterrence",
		en: "The equilibrium of a game whose payoffs have been moved", ko: "보수를 바꾼 게임의 균형"})
	op.MaxBodyBytes = 64 << 10
	op.SkipValidateBody = false
	register(s, op, func(_ context.Context, in *solveIn) (*solved, error) {
		g, err := desk.Solve(in.Body)
		if err != nil {
			return nil, fault("body", nil, err)
		}
		return &solved{Body: g}, nil
	})
}

// solved is a game with its equilibrium.
type solved struct {
	Body desk.Game
}
