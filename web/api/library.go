package api

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// library adds what answers rest on: measures, figures, sources, parameters,
// works, levers.
func (s *server) library() {
	s.measures()
	s.figures()
	s.references()
	s.strategies()
}

type valuesIn struct {
	InYear
	Name    string `path:"name" maxLength:"80" doc:"name of a measure or an indicator" example:"gdp_current_share"`
	Powers  bool   `query:"powers" doc:"the powers of the year alone"`
	State   string `query:"state" maxLength:"80" doc:"one state alone"`
	Partner string `query:"partner" maxLength:"80" doc:"one partner alone, of a dyad"`
	Page
}

func (s *server) measures() {
	read[struct{}, desk.Catalogue](s, route{path: "/measures", id: "measures", tag: "data", rows: true,
		en: "Every measure and indicator with its unit and years", ko: "모든 측정치와 지표, 단위와 연도"},
		func(ctx context.Context, _ *struct{}) (desk.Answer, error) {
			c, err := s.desk.Catalogue(ctx)
			return desk.Answer{JSON: c, Table: c.Table, Command: "shatterbelt measures --json"}, err
		})
	read[valuesIn, desk.Values](s, route{path: "/measures/{name}", id: "values", tag: "data", rows: true, paged: true,
		en: "What a measure or an indicator comes to: the newest value up to a year, or every year", ko: "측정치나 지표의 값: 해당 연도까지의 최신값 또는 전 연도"},
		func(_ context.Context, in *valuesIn) (desk.Answer, error) {
			ask := desk.Asked{Year: ir.Year(in.Year), Powers: in.Powers}
			for _, x := range []struct {
				field, text string
				to          *ir.CCode
			}{{"query.state", in.State, &ask.State}, {"query.partner", in.Partner, &ask.Partner}} {
				if x.text == "" {
					continue
				}
				st, err := s.find(x.field, x.text)
				if err != nil {
					return desk.Answer{}, err
				}
				*x.to = st.CCode
			}
			v, err := s.desk.Values(in.Name, ask)
			if err != nil {
				return desk.Answer{}, fault("path.name", in.Name, err)
			}
			v.Rows = cut(v.Rows, in.Page)
			return desk.Answer{JSON: v, Table: v.Table, Total: v.Total, Command: s.valuesLine(in, ask) + " --json"}, nil
		})
}

// valuesLine is the command line that prints the same values, all of them.
func (s *server) valuesLine(in *valuesIn, ask desk.Asked) string {
	line := "shatterbelt measures " + in.Name
	if in.Year != 0 {
		line += fmt.Sprintf(" --year %d", in.Year)
	}
	if in.Powers {
		line += " --powers"
	}
	if ask.State != 0 {
		line += " --state " + s.isoOf(ask.State)
	}
	if ask.Partner != 0 {
		line += " --partner " + s.isoOf(ask.Partner)
	}
	return line
}

func (s *server) figures() {
	type figuresIn struct {
		Indicator string `query:"indicator" maxLength:"80" doc:"name of an indicator"`
		State     string `query:"state" maxLength:"80" doc:"ISO code, COW code or name"`
		Year      int    `query:"year" minimum:"1816" maximum:"2100" doc:"figures of this very year"`
		Page
	}
	read[figuresIn, desk.Figures](s, route{path: "/figures", id: "figures", tag: "data", rows: true, paged: true,
		en: "Published figures as they are stored, each with its source", ko: "출처가 붙은 원자료 수치"},
		func(_ context.Context, in *figuresIn) (desk.Answer, error) {
			var state ir.CCode
			if in.State != "" {
				st, err := s.find("query.state", in.State)
				if err != nil {
					return desk.Answer{}, err
				}
				state = st.CCode
			}
			f, err := s.desk.FiguresOf(in.Indicator, state, ir.Year(in.Year))
			if err != nil {
				return desk.Answer{}, fault("query.indicator", in.Indicator, err)
			}
			f.Rows = cut(f.Rows, in.Page)
			line := line("shatterbelt data figures", []string{in.Indicator})
			if state != 0 {
				line += " --state " + s.isoOf(state)
			}
			if in.Year != 0 {
				line += fmt.Sprintf(" --year %d", in.Year)
			}
			return desk.Answer{JSON: f, Table: f.Table, Total: f.Total, Command: strings.Join(strings.Fields(line), " ") + " --json"}, nil
		})
}

func (s *server) references() {
	type paramsIn struct {
		Name []string `query:"name" maxItems:"100" doc:"names of parameters, with commas"`
	}
	read[paramsIn, desk.Params](s, route{path: "/params", id: "params", tag: "data", rows: true,
		en: "Every parameter with unit, default, range and source", ko: "모든 매개변수의 단위, 기본값, 범위, 근거"},
		func(_ context.Context, in *paramsIn) (desk.Answer, error) {
			p, err := desk.ParamsOf(in.Name)
			return desk.Answer{JSON: p, Table: p.Table, Command: line("shatterbelt params", in.Name) + " --json"}, fault("query.name", in.Name, err)
		})
	type citeIn struct {
		Key []string `query:"key" maxItems:"100" doc:"keys of works, with commas"`
	}
	read[citeIn, desk.Works](s, route{path: "/cite", id: "cite", tag: "data", rows: true,
		en: "The works that formulas and parameters rest on", ko: "수식과 매개변수가 근거로 삼은 문헌"},
		func(_ context.Context, in *citeIn) (desk.Answer, error) {
			w, err := desk.Cited(in.Key)
			return desk.Answer{JSON: w, Table: w.Table, Command: line("shatterbelt cite", in.Key)}, fault("query.key", in.Key, err)
		})
	read[struct{}, desk.Data](s, route{path: "/data", id: "data", tag: "data", rows: true,
		en: "The datasets in use and the sources of every figure, with licences", ko: "사용 중인 자료와 모든 수치의 출처, 이용 조건"},
		func(context.Context, *struct{}) (desk.Answer, error) {
			d, err := s.desk.Data()
			return desk.Answer{JSON: d, Table: d.Table, Command: "shatterbelt cite --data"}, err
		})
}

// line is a command line with words after it.
func line(command string, words []string) string {
	return strings.Join(append([]string{command}, words...), " ")
}

func (s *server) strategies() {
	read[struct{}, desk.Strategies](s, route{path: "/strategies", id: "strategies", tag: "strategies", rows: true,
		en: "The levers, what rules can watch, and the built-in strategies", ko: "정책 수단, 규칙이 볼 수 있는 것, 내장 전략"},
		func(context.Context, *struct{}) (desk.Answer, error) {
			a := desk.NamedStrategies()
			return desk.Answer{JSON: a, Table: a.Table, Command: "shatterbelt strategies"}, nil
		})
	op := s.operation(route{method: http.MethodPost, path: "/strategies/check", id: "strategies-check", tag: "strategies",
		en: "Check a file of strategies in YAML: what is in it, or what is wrong where", ko: "전략 파일(YAML) 점검: 내용 또는 오류의 위치"})
	op.MaxBodyBytes = strategy.MaxBytes
	op.RequestBody = &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"application/yaml": {Schema: &huma.Schema{Type: "string"}}}}
	type checkIn struct {
		RawBody []byte `contentType:"application/yaml"`
	}
	register(s, op, func(_ context.Context, in *checkIn) (*checkedReply, error) {
		list, err := strategy.Parse("strategies", in.RawBody)
		if err != nil {
			return nil, lines("strategies", err)
		}
		return &checkedReply{Body: checked{OK: true, Strategies: desk.StrategiesOf(list)}}, nil
	})
}

// checked is a file of strategies that has no fault.
type checked struct {
	OK bool `json:"ok"`
	desk.Strategies
}

type checkedReply struct{ Body checked }

// lines turns the faults of a file into a problem with a field for each: its
// location is the line and column.
func lines(what string, err error) error {
	var fields []*huma.ErrorDetail
	each(err, func(e *yamlfile.Error) {
		message := e.Problem
		if e.Remedy != "" {
			message += "; " + e.Remedy
		}
		fields = append(fields, field(fmt.Sprintf("body.%d.%d", e.Line, e.Column), place{e.Line, e.Column}, message))
	})
	if fields == nil {
		return err
	}
	return problem(http.StatusUnprocessableEntity, fmt.Sprintf("the file of %s has %d faults", what, len(fields)), fields...)
}

// place is where in a file a fault lies, from 1.
type place struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

// each visits every fault that an error joins.
func each(err error, visit func(*yamlfile.Error)) {
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range many.Unwrap() {
			each(e, visit)
		}
		return
	}
	var one *yamlfile.Error
	if errors.As(err, &one) {
		visit(one)
	}
}
