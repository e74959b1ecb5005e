package api

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"github.com/shatterbelt/shatterbelt/desk"
)

type deterIn struct {
	InYear
	Seeded
	Challenger string `query:"challenger" required:"true" maxLength:"80" doc:"state that may attack" example:"PRK"`
	Target     string `query:"target" required:"true" maxLength:"80" doc:"state that may be attacked" example:"KOR"`
	Patron     string `query:"patron" required:"true" maxLength:"240" doc:"state that may come to its aid, up to three with commas, or none" example:"USA"`
}

// crises adds the deterrence game.
func (s *server) crises() {
	read[deterIn, desk.Crisis](s, route{path: "/deter", id: "deter", tag: "deterrence", rows: true,
		en: "Would the challenger attack, and would the patron come", ko: "도전국은 공격하는가, 후원국은 오는가"},
		func(_ context.Context, in *deterIn) (desk.Answer, error) {
			states, err := s.desk.Rivals(desk.Rivals{Challenger: in.Challenger, Target: in.Target, Patrons: in.Patron})
			if err != nil {
				return desk.Answer{}, fault("query", nil, err)
			}
			x, err := s.desk.Situate(in.Year)
			if err != nil {
				return desk.Answer{}, fault("query.year", in.Year, err)
			}
			a, err := s.desk.Deter(&x, states, in.Seed)
			var names []string
			for _, c := range states {
				names = append(names, s.isoOf(c))
			}
			patrons := strings.Join(names[2:], ",")
			if patrons == "" {
				patrons = "none"
			}
			return desk.Answer{JSON: a, Table: s.rows(a), Command: fmt.Sprintf("shatterbelt deter --challenger %s --target %s --patron %s --year %d --seed %d --json",
				names[0], names[1], patrons, x.Year, in.Seed)}, fault("query", nil, err)
		})
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
