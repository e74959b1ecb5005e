package api

import (
	"context"
	"fmt"

	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// InYear is a question of one year.
type InYear struct {
	Year int `query:"year" minimum:"1816" maximum:"2100" doc:"year of study; figures are the newest up to it (default: newest)"`
}

// Seeded is a question whose answer rests on draws.
type Seeded struct {
	Seed uint64 `query:"seed" default:"1" doc:"seed of all random draws"`
}

// OfState is a question of one state in a year.
type OfState struct {
	InYear
	State string `path:"state" maxLength:"80" doc:"ISO code, COW code or name in English or Korean" example:"KOR"`
}

// find looks a state up that a field names.
func (s *server) find(location, text string) (ir.State, error) {
	st, err := s.desk.Figures().Codes().Find(text)
	return st, fault(location, text, err)
}

// situate finds the state and the state of affairs of the year.
func (s *server) situate(in OfState) (ir.State, study.Situation, error) {
	st, err := s.find("path.state", in.State)
	if err != nil {
		return st, study.Situation{}, err
	}
	x, err := s.desk.Situate(in.Year)
	return st, x, fault("query.year", in.Year, err)
}

// places adds the routes of the map: states, outlines, zones and cards.
func (s *server) places() {
	read[InYear, desk.States](s, route{path: "/states", id: "states", tag: "map", rows: true,
		en: "The states, their capitals, and which are the powers of the year", ko: "국가 목록, 수도 위치, 해당 연도의 강대국"},
		func(_ context.Context, in *InYear) (desk.Answer, error) {
			a, err := s.desk.States(in.Year)
			return a, fault("query.year", in.Year, err)
		})
	read[struct{}, desk.Outlines](s, route{path: "/geometry", id: "geometry", tag: "map", keep: aDay,
		en: "The outlines of states as GeoJSON, and what borders they draw", ko: "국가 윤곽(GeoJSON)과 경계 표시 기준"},
		func(context.Context, *struct{}) (desk.Answer, error) {
			o, err := s.desk.Outlines()
			return desk.Answer{JSON: o, Compact: true}, err
		})
	type zonesIn struct {
		InYear
		Seeded
	}
	read[zonesIn, desk.Zones](s, route{path: "/zones", id: "zones", tag: "map", rows: true,
		en: "The shatter zones of a year, how long they persist over thresholds, and their chance under a null model", ko: "해당 연도의 파쇄대, 기준값에 따른 지속도, 귀무모형 확률"},
		func(_ context.Context, in *zonesIn) (desk.Answer, error) {
			x, err := s.desk.Situate(in.Year)
			if err != nil {
				return desk.Answer{}, fault("query.year", in.Year, err)
			}
			z, err := s.desk.Zones(&x, in.Seed)
			return desk.Answer{JSON: z, Table: s.rows(z), Command: fmt.Sprintf("shatterbelt position --all --year %d", x.Year)}, err
		})
	type cardIn struct {
		OfState
		Seeded
	}
	read[cardIn, desk.Card](s, route{path: "/card/{state}", id: "card", tag: "map",
		en: "One state at a glance: power, position, zone, ties and kind", ko: "한 국가 요약: 국력, 위치, 파쇄대, 유대, 유형"},
		func(_ context.Context, in *cardIn) (desk.Answer, error) {
			st, x, err := s.situate(in.OfState)
			if err != nil {
				return desk.Answer{}, err
			}
			c, err := s.desk.Card(&x, st.CCode, in.Seed)
			return desk.Answer{JSON: c, Command: fmt.Sprintf("shatterbelt position %s --year %d --json", st.ISO, x.Year)}, err
		})
}

// rows makes the rows of an answer that names states by their codes.
func (s *server) rows(a interface{ Table(*ir.Codes) desk.Table }) func() desk.Table {
	return func() desk.Table { return a.Table(s.desk.Figures().Codes()) }
}
