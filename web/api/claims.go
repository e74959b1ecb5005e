package api

import (
	"context"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/claim"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// verdicts are the claims and what came of them. While they are worked out, those
// that are not yet have the verdict "" and no parts.
type verdicts struct {
	claim.Report
	// Computing says that claims are being worked out; ask again.
	Computing bool `json:"computing"`
	Done      int  `json:"done"`
	Total     int  `json:"total"`
}

// claims adds the claims and their verdicts.
func (s *server) claims() {
	read[struct{}, verdicts](s, route{path: "/claims", id: "claims", tag: "claims", rows: true, live: true,
		en: "The arguments of the founding paper and their verdicts; with imported data they are worked out first, and have none until then", ko: "원 논문의 주장과 판정; 자료를 들여왔으면 먼저 계산하며 그때까지 판정이 없음"},
		func(context.Context, *struct{}) (desk.Answer, error) {
			v, ok := s.published()
			if ok {
				return desk.Answer{JSON: v, Table: v.table, Command: "shatterbelt claims --json"}, nil
			}
			v, err := s.verdicts("")
			for i := range v.Claims {
				for k := range v.Claims[i].Parts {
					p := &v.Claims[i].Parts[k]
					p.Settled, p.Trail.Figures = nil, nil
				}
			}
			return desk.Answer{JSON: v, Table: v.table, Command: "shatterbelt claims --json"}, err
		})
	type claimIn struct {
		ID string `path:"id" maxLength:"8" doc:"id of the claim" example:"C09"`
	}
	read[claimIn, verdicts](s, route{path: "/claims/{id}", id: "claim", tag: "claims", rows: true, live: true,
		en: "One argument, its verdict, every reading and what it rests on", ko: "주장 하나의 판정과 모든 측정값, 근거"},
		func(_ context.Context, in *claimIn) (desk.Answer, error) {
			id := strings.ToUpper(in.ID)
			v, err := s.verdicts(id)
			if err != nil {
				return desk.Answer{}, err
			}
			var known []string
			for _, c := range v.Claims {
				known = append(known, c.ID)
				if c.ID == id {
					v.Claims = []claim.ReportClaim{c}
					return desk.Answer{JSON: v, Table: func() desk.Table { return readings(c) }, Command: "shatterbelt claims --id " + id + " --json"}, nil
				}
			}
			detail := "no claim " + yamlfile.Short(in.ID) + "; " + yamlfile.Suggest(id, known)
			return desk.Answer{}, problem(http.StatusNotFound, detail, field("path.id", in.ID, detail))
		})
}

// published are the verdicts that came with the program, which hold where nothing
// was imported; they are there at once and have no parts.
func (s *server) published() (verdicts, bool) {
	all := claim.Verdicts()
	if len(s.desk.From.Used) > 0 || len(all) == 0 || all[0].Year != desk.YearOr(0, s.desk.Figures()) {
		return verdicts{}, false
	}
	found := make([]claim.Finding, len(all))
	for i, p := range all {
		found[i] = claim.Finding{Claim: p.Claim, Year: p.Year, Verdict: p.Verdict}
	}
	return verdicts{Report: claim.Reported(found, claim.RulesCommit), Done: len(all), Total: len(all)}, true
}

// verdicts are all claims in their order, judged or not yet; one that is asked
// for comes first.
func (s *server) verdicts(id string) (verdicts, error) {
	rules := claim.Rules()
	found, err := s.judges.soFar(id)
	if err != nil {
		return verdicts{}, err
	}
	of := map[string]claim.ReportClaim{}
	report := claim.Reported(found, claim.RulesCommit)
	for _, c := range report.Claims {
		of[c.ID] = c
	}
	var waiting []claim.Finding
	for _, c := range rules {
		waiting = append(waiting, claim.Finding{Claim: c, Year: desk.YearOr(0, s.desk.Figures())})
	}
	out := verdicts{Report: claim.Reported(waiting, claim.RulesCommit), Done: len(found), Total: len(rules), Computing: len(found) < len(rules)}
	for i, c := range out.Claims {
		if judged, ok := of[c.ID]; ok {
			out.Claims[i] = judged
		}
	}
	return out, nil
}

func (v verdicts) table() desk.Table {
	t := desk.Table{Columns: []string{"claim", "year", "verdict", "statement_en", "statement_ko"}}
	for _, c := range v.Claims {
		t.Rows = append(t.Rows, []any{c.ID, int(c.Year), string(c.Verdict), c.Statement.EN, c.Statement.KO})
	}
	return t
}

// readings are the rows of one claim: what each part comes to in every setting.
func readings(c claim.ReportClaim) desk.Table {
	t := desk.Table{Columns: []string{"claim", "part", "unit", "setting", "value", "low", "high", "side"}}
	cell := func(v *float64) any {
		if v == nil {
			return nil
		}
		return *v
	}
	for _, p := range c.Parts {
		for _, r := range p.Settled {
			var setting []string
			for _, name := range slices.Sorted(maps.Keys(r.Setting)) {
				setting = append(setting, name+"="+r.Setting[name])
			}
			t.Rows = append(t.Rows, []any{c.ID, p.Name, p.Unit, strings.Join(setting, "; "), cell(r.Value), cell(r.Low), cell(r.High), r.Side})
		}
	}
	return t
}
