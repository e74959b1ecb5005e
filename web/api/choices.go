package api

import (
	"context"

	"github.com/shatterbelt/shatterbelt/desk"
)

// choices adds what an exploration of a state can vary.
func (s *server) choices() {
	type choicesIn struct {
		OfState
	}
	read[choicesIn, desk.Choices](s, route{path: "/strategies/{state}", id: "choices", tag: "strategies", rows: true,
		en: "What an exploration of a state can vary: levers where they stand today, strategies, uncertainties", ko: "탐색에서 바꿀 수 있는 것: 현재 위치의 정책 수단, 전략, 불확실성"},
		func(_ context.Context, in *choicesIn) (desk.Answer, error) {
			st, x, err := s.situate(in.OfState)
			if err != nil {
				return desk.Answer{}, err
			}
			a, err := s.desk.Choices(&x, st)
			return desk.Answer{JSON: a, Table: a.Table, Command: "shatterbelt strategies"}, fault("query.year", in.Year, err)
		})
}
