package api

import (
	"context"
	"slices"

	"github.com/shatterbelt/shatterbelt/brief"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
	"github.com/shatterbelt/shatterbelt/web/jobs"
)

// The names of the forms of what is said of a run.
const (
	robustnessSchema = "shatterbelt/web-robustness/1"
	boxesSchema      = "shatterbelt/web-boxes/1"
	flipsSchema      = "shatterbelt/web-flips/1"
)

// span is a number with its 90 % interval.
type span struct {
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

func spanOf(n prov.Number) span { return span{n.Value, n.Low, n.High} }

// standing is one strategy over all futures.
type standing struct {
	Name       string         `json:"name"`
	Title      strategy.Title `json:"title"`
	Rank       int            `json:"rank"`
	Leading    bool           `json:"leading" doc:"no other strategy clearly beats it"`
	GoodEnough span           `json:"good_enough" doc:"share of futures in which every threshold is met"`
	Regret     span           `json:"regret"`
	WorstTenth span           `json:"worst_tenth"`
	Halved     span           `json:"halved" doc:"good_enough when every range is halved"`
	Narrowest  string         `json:"narrowest" doc:"the outcome whose threshold it misses most often"`
	Moves      []study.Move   `json:"moves"`
}

// interest is an outcome that strategies are judged by.
type interest struct {
	study.Outcome
	Threshold float64 `json:"threshold"`
}

// cell is one strategy in one outcome.
type cell struct {
	Mean       span `json:"mean"`
	WorstTenth span `json:"worst_tenth"`
	Met        span `json:"met" doc:"share of futures at or above the threshold"`
	Regret     span `json:"regret"`
}

// robustness is how the strategies hold up.
type robustness struct {
	Schema     string            `json:"schema"`
	ID         string            `json:"id"`
	Futures    int               `json:"futures"`
	Pair       []string          `json:"pair"`
	Strategies []standing        `json:"strategies" doc:"most futures good enough first"`
	Outcomes   []interest        `json:"outcomes"`
	Matrix     [][]cell          `json:"matrix" doc:"by strategy and outcome"`
	Criteria   []study.Criterion `json:"criteria"`
	Settled    study.Settled     `json:"settled"`
	Pareto     []string          `json:"pareto"`
	Dominated  []study.Dominated `json:"dominated"`
	Waivers    []study.Waiver    `json:"waivers"`
}

// boxesAsked asks where a strategy fails.
type boxesAsked struct {
	RunID
	Strategy string `query:"strategy" maxLength:"60" doc:"name; the first of the run where it is left out"`
}

// failures is where a strategy fails.
type failures struct {
	Schema string `json:"schema"`
	ID     string `json:"id"`
	study.Failing
	EN []string `json:"en" doc:"one sentence a box"`
	KO []string `json:"ko" doc:"one sentence a box"`
}

// flips is what would change which strategy leads.
type flips struct {
	Schema  string         `json:"schema"`
	ID      string         `json:"id"`
	Leader  string         `json:"leader"`
	Leading []string       `json:"leading"`
	Flips   []study.Flip   `json:"flips" doc:"uncertainties across which another strategy leads, clearest first"`
	Drivers []study.Driver `json:"drivers" doc:"uncertainties by what they do to the leader, widest first"`
	Waivers []study.Waiver `json:"waivers" doc:"who leads when nothing is asked of an outcome"`
	Weights turning        `json:"weights" doc:"who leads under which weights, beginning with equal ones"`
}

func (s *server) judgedRoutes() {
	read[RunID, robustness](s, route{path: "/runs/{id}/robustness", id: "run-robustness", tag: runTag, rows: true,
		en: "How the strategies of an exploration hold up, by every criterion", ko: "탐색한 전략의 강건성: 모든 기준"},
		func(ctx context.Context, in *RunID) (desk.Answer, error) {
			j, err := s.jobs.Judged(ctx, in.ID)
			if err != nil {
				return desk.Answer{}, jobFault(in.ID, err)
			}
			out, err := s.robustness(in.ID, j)
			return desk.Answer{JSON: out, Table: out.table, Command: briefCommand(j)}, err
		})
	read[boxesAsked, failures](s, route{path: "/runs/{id}/boxes", id: "run-boxes", tag: runTag, rows: true,
		en: "Where a strategy fails: boxes of conditions, in numbers and in words", ko: "전략이 실패하는 조건: 수치와 문장"},
		func(ctx context.Context, in *boxesAsked) (desk.Answer, error) { return s.boxes(ctx, in) })
	read[RunID, flips](s, route{path: "/runs/{id}/flips", id: "run-flips", tag: runTag, rows: true,
		en: "What would change which strategy leads: uncertainties, thresholds and weights", ko: "선두 전략이 바뀌는 지점: 불확실성, 기준값, 가중치"},
		func(ctx context.Context, in *RunID) (desk.Answer, error) {
			j, err := s.jobs.Judged(ctx, in.ID)
			if err != nil {
				return desk.Answer{}, jobFault(in.ID, err)
			}
			c := j.Comparison
			out := flips{Schema: flipsSchema, ID: in.ID, Leader: c.Results[0].Name, Leading: c.Leading, Flips: listed(c.Flips), Drivers: listed(c.Drivers), Waivers: listed(c.Waivers)}
			w, err := j.Evenly()
			out.Weights = turningOf(j, w)
			return desk.Answer{JSON: out, Table: out.table, Command: briefCommand(j)}, err
		})
}

// briefCommand is the command line whose brief says the same of an exploration.
func briefCommand(j *jobs.Judged) string {
	return j.Exploration.Command("brief", "--format", "json")
}

// listed is a list that JSON shows as one even where it is empty.
func listed[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// words are those of the brief for a comparison, in both languages.
func (s *server) words(c study.Comparison) (en, ko brief.Wording, err error) {
	codes := s.desk.Figures().Codes()
	if en, err = brief.Word(c, brief.Options{Lang: "en", Codes: codes}); err != nil {
		return en, ko, err
	}
	ko, err = brief.Word(c, brief.Options{Lang: "ko", Codes: codes})
	return en, ko, err
}

func (s *server) robustness(id string, j *jobs.Judged) (robustness, error) {
	c := j.Comparison
	out := robustness{
		Schema: robustnessSchema, ID: id, Futures: c.Futures, Criteria: c.Criteria, Settled: c.Settled,
		Pareto: listed(c.Pareto), Dominated: c.Dominated, Waivers: listed(c.Waivers), Pair: []string{},
	}
	en, ko, err := s.words(c)
	if err != nil {
		return out, err
	}
	if a, ok := s.desk.Figures().Codes().State(c.Pair.A); ok {
		b, _ := s.desk.Figures().Codes().State(c.Pair.B)
		out.Pair = []string{a.ISO, b.ISO}
	}
	for o, outcome := range c.Outcomes {
		out.Outcomes = append(out.Outcomes, interest{outcome, j.Thresholds()[o]})
	}
	for i, r := range c.Results {
		out.Strategies = append(out.Strategies, standing{
			Name: r.Name, Title: strategy.Title{EN: en.Strategy(r.Name), KO: ko.Strategy(r.Name)}, Rank: i + 1, Leading: slices.Contains(c.Leading, r.Name),
			GoodEnough: spanOf(r.GoodEnough), Regret: spanOf(r.Regret), WorstTenth: spanOf(r.WorstTenth), Halved: spanOf(r.Halved),
			Narrowest: r.Narrowest, Moves: listed(r.Moves),
		})
		var row []cell
		for _, o := range r.Outcomes {
			row = append(row, cell{spanOf(o.Mean), spanOf(o.WorstTenth), spanOf(o.Met), spanOf(o.Regret)})
		}
		out.Matrix = append(out.Matrix, row)
	}
	return out, nil
}

// table is one row a strategy, outcome and criterion.
func (r robustness) table() desk.Table {
	t := desk.Table{Columns: []string{"strategy", "outcome", "criterion", "value", "low", "high"}}
	add := func(strategy, outcome, criterion string, v span) {
		t.Rows = append(t.Rows, []any{strategy, outcome, criterion, v.Value, v.Low, v.High})
	}
	for i, s := range r.Strategies {
		add(s.Name, "all", "good enough", s.GoodEnough)
		add(s.Name, "all", "regret", s.Regret)
		add(s.Name, "all", "worst tenth", s.WorstTenth)
		for o, outcome := range r.Outcomes {
			c := r.Matrix[i][o]
			add(s.Name, outcome.Name, "mean", c.Mean)
			add(s.Name, outcome.Name, "worst tenth", c.WorstTenth)
			add(s.Name, outcome.Name, "met", c.Met)
			add(s.Name, outcome.Name, "regret", c.Regret)
		}
	}
	for _, c := range r.Criteria {
		for _, v := range c.Values {
			t.Rows = append(t.Rows, []any{v.Strategy, c.Outcome, c.Name, v.Value, nil, nil})
		}
	}
	return t
}

func (s *server) boxes(ctx context.Context, in *boxesAsked) (desk.Answer, error) {
	j, err := s.jobs.Judged(ctx, in.ID)
	if err != nil {
		return desk.Answer{}, jobFault(in.ID, err)
	}
	if in.Strategy == "" {
		in.Strategy = j.Comparison.Results[0].Name
	}
	f, err := j.Failing(ctx, in.Strategy)
	if err != nil {
		return desk.Answer{}, jobFault(in.ID, err)
	}
	en, ko, err := s.words(j.Comparison)
	if err != nil {
		return desk.Answer{}, err
	}
	out := failures{boxesSchema, in.ID, f, listed(en.Failures(f)), listed(ko.Failures(f))}
	return desk.Answer{JSON: out, Table: out.table, Command: briefCommand(j)}, nil
}

// table is one row a condition of a box.
func (f failures) table() desk.Table {
	t := desk.Table{Columns: []string{"strategy", "box", "uncertainty", "low", "high", "unit", "futures", "coverage", "density", "mass", "best", "en", "ko"}}
	for i, b := range f.Boxes {
		for _, l := range b.Limits {
			t.Rows = append(t.Rows, []any{
				f.Strategy, i + 1, l.Driver.Name, orNothing(l.Low), orNothing(l.High), l.Driver.Unit, b.Futures, b.Coverage, b.Density, b.Mass, b.Best, f.EN[i], f.KO[i],
			})
		}
	}
	return t
}

// table is one row an uncertainty across which the lead changes.
func (f flips) table() desk.Table {
	t := desk.Table{Columns: []string{"uncertainty", "en", "ko", "unit", "at", "low_leader", "high_leader", "margin", "clear"}}
	for _, x := range f.Flips {
		said := "no"
		if x.Clear {
			said = "yes"
		}
		t.Rows = append(t.Rows, []any{x.Driver.Name, x.Driver.EN, x.Driver.KO, x.Driver.Unit, x.At, x.LowLeader, x.HighLeader, x.Margin, said})
	}
	return t
}

// orNothing is a number, or nothing where there is none.
func orNothing(v *float64) any {
	if v == nil {
		return nil
	}
	return *v
}
