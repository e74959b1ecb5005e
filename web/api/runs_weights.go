package api

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/rdm"
	"github.com/shatterbelt/shatterbelt/strategy"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
	"github.com/shatterbelt/shatterbelt/web/jobs"
)

const weighedSchema = "shatterbelt/web-weights/1"

// turning is who leads under weights, and what would change that.
type turning struct {
	Leader   string       `json:"leader"`
	Outcomes []string     `json:"outcomes"`
	Weights  []float64    `json:"weights" doc:"by outcome"`
	Flips    []weightFlip `json:"flips" doc:"nearest first"`
	Swings   []weightSpan `json:"swings" doc:"by outcome, how far its weight may go"`
}

type weightFlip struct {
	Strategy string    `json:"strategy"`
	Weights  []float64 `json:"weights"`
	Moved    float64   `json:"moved" doc:"share of all weight that must move"`
}

type weightSpan struct {
	Outcome string  `json:"outcome"`
	Low     float64 `json:"low"`
	High    float64 `json:"high"`
	Below   string  `json:"below,omitempty" doc:"who leads at less"`
	Above   string  `json:"above,omitempty" doc:"who leads at more"`
}

// turningOf names what is numbered.
func turningOf(j *jobs.Judged, t jobs.Turning) turning {
	out := turning{Leader: t.Leader, Outcomes: listed(t.Outcomes), Weights: listed(t.Weights), Flips: []weightFlip{}, Swings: []weightSpan{}}
	names := j.Table().Policies()
	for _, f := range t.Flips {
		out.Flips = append(out.Flips, weightFlip{names[f.Policy], f.Weights, f.Moved})
	}
	for k, s := range t.Swings {
		span := weightSpan{Outcome: t.Outcomes[k], Low: s.Low, High: s.High}
		if s.Below >= 0 {
			span.Below = names[s.Below]
		}
		if s.Above >= 0 {
			span.Above = names[s.Above]
		}
		out.Swings = append(out.Swings, span)
	}
	return out
}

// answered is what a person says to a question.
type answered struct {
	Question struct {
		More  string  `json:"more" maxLength:"60" doc:"outcome that goes all the way from its worst value to its best"`
		Than  string  `json:"than" maxLength:"60" doc:"outcome that goes a part of its way"`
		Share float64 `json:"share" exclusiveMinimum:"0" maximum:"1" doc:"which part"`
	} `json:"question"`
	Answer string `json:"answer" enum:"yes,no,level" doc:"yes: the first matters more; no: the second; level: neither"`
}

// weighing asks who leads under weights learnt from answers.
type weighing struct {
	RunID
	Body struct {
		Answers []answered `json:"answers" maxItems:"200" doc:"none to begin with"`
	}
}

// nextQuestion is a question in words.
type nextQuestion struct {
	More   string  `json:"more"`
	Than   string  `json:"than"`
	Share  float64 `json:"share"`
	Bits   float64 `json:"bits" doc:"what its answer is expected to tell"`
	EN     string  `json:"en"`
	KO     string  `json:"ko"`
	MoreEN string  `json:"more_en" doc:"the first side"`
	MoreKO string  `json:"more_ko"`
	ThanEN string  `json:"than_en" doc:"the second side"`
	ThanKO string  `json:"than_ko"`
}

type learnt struct {
	Outcome string `json:"outcome"`
	span
}

type scaled struct {
	study.Outcome
	Worst float64 `json:"worst" doc:"seen in any future under any strategy"`
	Best  float64 `json:"best"`
}

type acceptable struct {
	Strategy string         `json:"strategy"`
	Title    strategy.Title `json:"title"`
	First    float64        `json:"first" doc:"how often it is first under the weights, as far as they are known"`
}

// weighed is what answers come to.
type weighed struct {
	Schema   string        `json:"schema"`
	ID       string        `json:"id"`
	Answers  int           `json:"answers"`
	Outcomes []scaled      `json:"outcomes"`
	Constant []string      `json:"constant" doc:"outcomes that never vary, so that no weight matters"`
	Question *nextQuestion `json:"question,omitempty" doc:"to ask next; none where nothing is left to ask"`
	Weights  []learnt      `json:"weights"`
	Leader   string        `json:"leader"`
	First    []acceptable  `json:"acceptability"`
	Turning  turning       `json:"turning"`
}

type weighedReply struct {
	Command string `header:"Shatterbelt-Command"`
	Body    weighed
}

func (s *server) weighRoutes() {
	register(s, s.operation(route{method: http.MethodPost, path: "/runs/{id}/weights", id: "run-weights", tag: runTag,
		en: "Learn weights from pairwise questions: who leads under them, and what to ask next", ko: "쌍별 질문으로 가중치 추정: 선두 전략과 다음 질문"}),
		func(ctx context.Context, in *weighing) (*weighedReply, error) {
			out, command, err := s.weigh(ctx, in.ID, in.Body.Answers)
			return &weighedReply{Command: command, Body: out}, err
		})
	s.weighLinks()
}

// weigh is what answers to questions come to, and the command line whose run
// they are about.
func (s *server) weigh(ctx context.Context, id string, given []answered) (out weighed, command string, err error) {
	j, err := s.jobs.Judged(ctx, id)
	if err != nil {
		return out, "", jobFault(id, err)
	}
	names, _, err := j.Interests()
	if err != nil {
		return out, "", err
	}
	answers, err := readAnswers(given, names)
	if err != nil {
		return out, "", err
	}
	w, err := j.Weigh(ctx, answers)
	if err != nil {
		return out, "", fault("body.answers", nil, err)
	}
	out, err = s.weighed(j, w)
	out.ID, out.Answers = id, len(answers)
	return out, j.Exploration.Command("explore", "--save"), err
}

// readAnswers turns names of outcomes into their places.
func readAnswers(given []answered, names []string) ([]rdm.Answer, error) {
	var out []rdm.Answer
	for i, a := range given {
		place := func(part, name string) (int, error) {
			at := slices.Index(names, name)
			if at < 0 {
				detail := fmt.Sprintf("unknown outcome %q; %s", yamlfile.Short(name), yamlfile.Suggest(name, names))
				return 0, problem(http.StatusUnprocessableEntity, detail, field(fmt.Sprintf("body.answers[%d].question.%s", i, part), name, detail))
			}
			return at, nil
		}
		more, err := place("more", a.Question.More)
		if err != nil {
			return nil, err
		}
		than, err := place("than", a.Question.Than)
		if err != nil {
			return nil, err
		}
		if more == than {
			detail := "a question is about two outcomes, and this is about one"
			return nil, problem(http.StatusUnprocessableEntity, detail, field(fmt.Sprintf("body.answers[%d].question.than", i), a.Question.Than, detail))
		}
		out = append(out, rdm.Answer{Question: rdm.Question{More: more, Than: than, Share: a.Question.Share}, Yes: a.Answer == "yes", Level: a.Answer == "level"})
	}
	return out, nil
}

// weighed puts what answers come to into names and words.
func (s *server) weighed(j *jobs.Judged, w jobs.Weighed) (weighed, error) {
	out := weighed{
		Schema: weighedSchema, Leader: w.Leader, Constant: listed(w.Constant), Turning: turningOf(j, w.Turning),
		Outcomes: []scaled{}, Weights: []learnt{}, First: []acceptable{},
	}
	for k, name := range w.Outcomes {
		o := scaled{Outcome: outcomeOf(j, name)}
		o.Worst, o.Best = j.Seen(name)
		out.Outcomes = append(out.Outcomes, o)
		out.Weights = append(out.Weights, learnt{name, span{w.Known[k].Value, w.Known[k].Low, w.Known[k].High}})
	}
	en, ko, err := s.words(j.Comparison)
	for p, first := range w.First {
		name := j.Table().Policies()[p]
		out.First = append(out.First, acceptable{name, strategy.Title{EN: en.Strategy(name), KO: ko.Strategy(name)}, first})
	}
	slices.SortStableFunc(out.First, func(a, b acceptable) int { return cmp.Compare(b.First, a.First) })
	if w.Next != nil {
		out.Question = questionOf(*w.Next, w.Bits, out.Outcomes)
	}
	return out, err
}

// outcomeOf describes an outcome of an exploration.
func outcomeOf(j *jobs.Judged, name string) study.Outcome {
	all := j.Comparison.Outcomes
	return all[slices.IndexFunc(all, func(o study.Outcome) bool { return o.Name == name })]
}

// questionOf puts a question in words.
func questionOf(q rdm.Question, bits float64, outcomes []scaled) *nextQuestion {
	more, than := outcomes[q.More], outcomes[q.Than]
	out := &nextQuestion{More: more.Name, Than: than.Name, Share: q.Share, Bits: bits}
	reached := than.Worst + q.Share*(than.Best-than.Worst)
	out.MoreEN, out.MoreKO = way(more, more.Best)
	out.ThanEN, out.ThanKO = way(than, reached)
	out.EN = fmt.Sprintf("What matters more: %s, or %s?", out.MoreEN, out.ThanEN)
	out.KO = fmt.Sprintf("어느 쪽이 더 중요합니까: %s, 또는 %s?", out.MoreKO, out.ThanKO)
	return out
}

// way says that an outcome goes from its worst value to another.
func way(o scaled, to float64) (en, ko string) {
	from, until := spoken(o.Worst), spoken(to)
	return fmt.Sprintf("%s going from %s to %s", strings.ToLower(o.EN), from, until), fmt.Sprintf("%s %s에서 %s까지", o.KO, from, until)
}

// spoken is a number as a question has it: three digits, and next to nothing is 0.
func spoken(v float64) string {
	if math.Abs(v) < 0.0005 {
		return "0"
	}
	if math.Abs(v) >= 1000 {
		return strconv.FormatFloat(v, 'f', 0, 64)
	}
	return strconv.FormatFloat(v, 'g', 3, 64)
}
