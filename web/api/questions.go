package api

import (
	"context"
	"fmt"

	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/study"
)

// questions adds the routes that answer as commands of the same names do.
func (s *server) questions() {
	s.structures()
	s.positions()
	s.alignments()
	s.crises()
}

type structureIn struct {
	OfState
	Seeded
	Weights string `query:"weights" enum:"lowy,equal" default:"lowy" doc:"weights of the composite"`
	Drill   bool   `query:"drill" doc:"rows are the figures that the composite is made of"`
}

func (s *server) structures() {
	read[structureIn, desk.Structure](s, route{path: "/structure/{state}", id: "structure", tag: "structure", rows: true,
		en: "Who holds what power around a state, how many poles, when lines cross, whose reach prevails", ko: "국가 주변의 힘의 분포, 극의 수, 추월 시점, 도달력"},
		func(_ context.Context, in *structureIn) (desk.Answer, error) {
			st, x, err := s.situate(in.OfState)
			if err != nil {
				return desk.Answer{}, err
			}
			w, _ := capability.Preset(in.Weights)
			a, err := s.desk.Structure(&x, st.CCode, study.Looking{Weights: w, Seed: in.Seed})
			if err != nil {
				return desk.Answer{}, fault("path.state", in.State, err)
			}
			out := desk.Answer{JSON: a, Table: s.rows(a), Command: fmt.Sprintf("shatterbelt structure %s --year %d --seed %d --weights %s --json", st.ISO, x.Year, in.Seed, in.Weights)}
			if in.Drill {
				out.Table = func() desk.Table { return a.Drill(s.desk.Figures().Codes()) }
			}
			return out, nil
		})
}

func (s *server) positions() {
	read[InYear, desk.Ranking](s, route{path: "/position", id: "ranking", tag: "position", rows: true,
		en: "How caught in between every state is, with the range of ranks over disputable settings", ko: "모든 국가의 압착도와 설정에 따른 순위 범위"},
		func(_ context.Context, in *InYear) (desk.Answer, error) {
			x, err := s.desk.Situate(in.Year)
			if err != nil {
				return desk.Answer{}, fault("query.year", in.Year, err)
			}
			a := s.desk.Ranking(&x)
			return desk.Answer{JSON: a, Table: s.rows(a), Command: fmt.Sprintf("shatterbelt position --all --year %d --json", x.Year)}, nil
		})
	type positionIn struct {
		OfState
		Seeded
	}
	read[positionIn, desk.Position](s, route{path: "/position/{state}", id: "position", tag: "position", rows: true,
		en: "How caught in between a state is, its fronts, zone, kind and what its side-taking would move", ko: "국가의 압착도, 전선, 파쇄대, 유형, 편들기의 효과"},
		func(_ context.Context, in *positionIn) (desk.Answer, error) {
			st, x, err := s.situate(in.OfState)
			if err != nil {
				return desk.Answer{}, err
			}
			a, err := s.desk.Position(&x, st.CCode, in.Seed)
			return desk.Answer{JSON: a, Table: s.rows(a), Command: fmt.Sprintf("shatterbelt position %s --year %d --seed %d --json", st.ISO, x.Year, in.Seed)},
				fault("path.state", in.State, err)
		})
}

// AlignIn is a question of a state between two powers.
type AlignIn struct {
	OfState
	Between string `query:"between" maxLength:"160" doc:"two powers to stand between, with a comma (default: the pair that squeezes the state most)" example:"USA,CHN"`
}

// between finds the state, the state of affairs and the pair of powers.
func (s *server) between(in AlignIn) (study.Situation, study.Pair, asking, error) {
	st, x, err := s.situate(in.OfState)
	if err != nil {
		return x, study.Pair{}, asking{}, err
	}
	pair, err := s.desk.Between(&x, in.Between, st)
	location, value := "query.between", in.Between
	if in.Between == "" {
		location, value = "path.state", in.State
	}
	more := fmt.Sprintf(" --year %d", x.Year)
	if in.Between != "" {
		more += " --between " + s.isoOf(pair.A) + "," + s.isoOf(pair.B)
	}
	return x, pair, asking{st, more}, fault(location, value, err)
}

func (s *server) alignments() {
	read[AlignIn, desk.Alignment](s, route{path: "/align/{state}", id: "align", tag: "alignment", rows: true,
		en: "Where a state stands between the powers, over time, and whether it moves when its leader changes", ko: "강대국 사이에서의 위치, 추이, 지도자 교체 시 변화"},
		func(ctx context.Context, in *AlignIn) (desk.Answer, error) {
			x, pair, q, err := s.between(*in)
			if err != nil {
				return desk.Answer{}, err
			}
			a, err := s.desk.Align(ctx, &x, q.state.CCode, pair)
			if err != nil {
				return desk.Answer{}, err
			}
			return desk.Answer{JSON: a, Table: s.rows(a), Command: "shatterbelt align " + q.state.ISO + q.more + " --json"}, nil
		})
	type nearestIn struct {
		AlignIn
		Most int `query:"most" minimum:"1" maximum:"200" default:"10" doc:"how many states are listed at most"`
	}
	read[nearestIn, desk.Nearest](s, route{path: "/compare/{state}", id: "nearest", tag: "alignment", rows: true,
		en: "The states most like one, each with the reason", ko: "가장 비슷한 국가들과 그 이유"},
		func(_ context.Context, in *nearestIn) (desk.Answer, error) {
			x, pair, q, err := s.between(in.AlignIn)
			if err != nil {
				return desk.Answer{}, err
			}
			a := s.desk.Nearest(&x, q.state.CCode, pair, in.Most)
			return desk.Answer{JSON: a, Table: s.rows(a), Command: fmt.Sprintf("shatterbelt compare %s --nearest --most %d%s --json", q.state.ISO, in.Most, q.more)}, nil
		})
	type compareIn struct {
		AlignIn
		Other string `path:"other" maxLength:"80" doc:"the state it is compared with" example:"POL"`
	}
	read[compareIn, desk.Contrast](s, route{path: "/compare/{state}/{other}", id: "compare", tag: "alignment", rows: true,
		en: "Two states side by side by named dimensions", ko: "두 국가의 항목별 비교"},
		func(_ context.Context, in *compareIn) (desk.Answer, error) {
			x, pair, q, err := s.between(in.AlignIn)
			if err != nil {
				return desk.Answer{}, err
			}
			other, err := s.find("path.other", in.Other)
			if err != nil {
				return desk.Answer{}, err
			}
			a, err := s.desk.Contrast(&x, q.state, other, pair)
			return desk.Answer{JSON: a, Table: s.rows(a), Command: "shatterbelt compare " + q.state.ISO + " " + other.ISO + q.more + " --json"}, fault("path.other", in.Other, err)
		})
}
