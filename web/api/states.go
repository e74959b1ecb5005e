package api

import (
	"context"

	"github.com/shatterbelt/shatterbelt/desk"
)

// inYear is a question of one year.
type inYear struct {
	Year int `query:"year" minimum:"1816" maximum:"2100" doc:"year of study; figures are the newest up to it (default: newest)" required:"false"`
}

func (s *server) states() {
	read[inYear, desk.States](s, route{path: "/states", id: "states", tag: "places", rows: true,
		en: "The states, their capitals, and which are the powers of the year", ko: "국가 목록, 수도 위치, 해당 연도의 강대국"},
		func(_ context.Context, in *inYear) (desk.Answer, error) {
			a, err := s.desk.States(in.Year)
			return a, fault("query.year", in.Year, err)
		})
}
