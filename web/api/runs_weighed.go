package api

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// weighedAsked asks the same as weighing by a link.
type weighedAsked struct {
	RunID
	Answers []string `query:"answers" maxItems:"200" doc:"with commas, each MORE~THAN~SHARE~ANSWER: two outcomes, the part of its way that the second goes, and yes, no or level" example:"peace~autonomy~1~yes"`
}

// weighLinks adds what weights come to as an answer that can be linked and read
// as a table.
func (s *server) weighLinks() {
	read[weighedAsked, weighed](s, route{path: "/runs/{id}/weights", id: "run-weighed", tag: runTag, rows: true,
		en: "Weights learnt from answers, and who leads under them", ko: "답에서 추정한 가중치와 선두 전략"},
		func(ctx context.Context, in *weighedAsked) (desk.Answer, error) {
			given, err := in.read()
			if err != nil {
				return desk.Answer{}, err
			}
			out, command, err := s.weigh(ctx, in.ID, given)
			return desk.Answer{JSON: out, Table: out.table, Command: command}, err
		})
}

func (in *weighedAsked) read() ([]answered, error) {
	var out []answered
	for _, text := range in.Answers {
		parts := strings.Split(text, "~")
		bad := func() error {
			detail := fmt.Sprintf("answers has %q; want MORE~THAN~SHARE~yes, no or level, such as peace~autonomy~1~yes", yamlfile.Short(text))
			return problem(http.StatusUnprocessableEntity, detail, field("query.answers", text, detail))
		}
		if len(parts) != 4 || !slices.Contains([]string{"yes", "no", "level"}, parts[3]) {
			return nil, bad()
		}
		share, err := strconv.ParseFloat(parts[2], 64)
		if err != nil || !(share > 0 && share <= 1) {
			return nil, bad()
		}
		var a answered
		a.Question.More, a.Question.Than, a.Question.Share, a.Answer = parts[0], parts[1], share, parts[3]
		out = append(out, a)
	}
	return out, nil
}

// table is a row for the weight of each outcome, and one for each strategy with
// how often it leads.
func (w weighed) table() desk.Table {
	t := desk.Table{Columns: []string{"kind", "name", "value", "low", "high"}}
	for _, x := range w.Weights {
		t.Rows = append(t.Rows, []any{"weight", x.Outcome, x.Value, x.Low, x.High})
	}
	for _, x := range w.First {
		t.Rows = append(t.Rows, []any{"leads", x.Strategy, x.First, nil, nil})
	}
	return t
}
