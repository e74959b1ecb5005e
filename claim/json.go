package claim

import (
	"math"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/sim"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// ReportSchema names the form of a report as JSON.
const ReportSchema = "shatterbelt/verdicts/1"

// Report is findings as JSON. What is missing is null.
type Report struct {
	Schema string        `json:"schema"`
	Rules  string        `json:"rules_commit,omitempty"` // of the built-in claims
	Claims []ReportClaim `json:"claims"`
}

// ReportClaim is one claim in one year.
type ReportClaim struct {
	ID        string       `json:"id"`
	Year      ir.Year      `json:"year"`
	AsOf      ir.Year      `json:"as_of,omitempty"` // year of the month as of which it is judged in hindsight
	Statement Tongues      `json:"statement"`
	Section   Tongues      `json:"section"`
	Question  Tongues      `json:"question"`
	Reverses  Tongues      `json:"reverses"`
	Shown     Tongues      `json:"shown_before"`
	Waits     Tongues      `json:"waits_for"`
	Verdict   Verdict      `json:"verdict"`
	Parts     []ReportPart `json:"parts"`
}

// Tongues is a text in both languages.
type Tongues struct {
	EN string `json:"en"`
	KO string `json:"ko"`
}

// ReportPart is one part of a claim.
type ReportPart struct {
	Name    string          `json:"part"`
	Study   string          `json:"study"`
	Asks    Tongues         `json:"asks"`
	Unit    string          `json:"unit"`
	Even    float64         `json:"even"`
	Least   float64         `json:"least"`
	Verdict Verdict         `json:"verdict"`
	Gap     Gap             `json:"gap,omitempty"`
	Value   *float64        `json:"value"`
	Low     *float64        `json:"low"`
	High    *float64        `json:"high"`
	For     int             `json:"for"`
	Against int             `json:"against"`
	Open    int             `json:"open"`
	Agree   float64         `json:"agree"`
	Flips   bool            `json:"sign_flips"`
	Turns   []sim.Fixed     `json:"flips_at,omitempty"`
	Data    []string        `json:"import,omitempty"`
	Why     Tongues         `json:"why"`
	Settled []ReportReading `json:"readings"`
	Trail   prov.Trail      `json:"trail"`
	Beside  []ReportTable   `json:"beside,omitempty"`
	Sources []ReportSource  `json:"sources"`
}

// ReportTable is a table that takes no part in the verdict.
type ReportTable struct {
	Title Tongues     `json:"title"`
	Head  []Tongues   `json:"head,omitempty"`
	Rows  [][]Tongues `json:"rows,omitempty"`
}

// ReportSource is a publication behind a part, with the years used.
type ReportSource struct {
	prov.Source
	First   ir.Year `json:"first"`
	Last    ir.Year `json:"last"`
	Revised bool    `json:"revised,omitempty"`
}

// ReportReading is the figure under one setting.
type ReportReading struct {
	Setting map[string]string `json:"setting"`
	Value   *float64          `json:"value"`
	Low     *float64          `json:"low"`
	High    *float64          `json:"high"`
	Side    int               `json:"side"` // 1 for, -1 against, 0 open
}

// Reported turns findings into a report. Rules is the commit of the rules, ""
// for claims of a user's own.
func Reported(findings []Finding, rules string) Report {
	r := Report{Schema: ReportSchema, Rules: rules, Claims: []ReportClaim{}}
	for _, f := range findings {
		c := f.Claim
		out := ReportClaim{
			ID: c.ID, Year: f.Year, AsOf: f.AsOf, Statement: Tongues(c.Statement), Section: Tongues(c.Section), Question: Tongues(c.Question),
			Reverses: Tongues(c.Reverses), Shown: Tongues(c.Shown), Waits: Tongues(f.Waits()), Verdict: f.Verdict,
		}
		for i := range f.Parts {
			out.Parts = append(out.Parts, reportedPart(&f.Parts[i]))
		}
		r.Claims = append(r.Claims, out)
	}
	return r
}

func reportedPart(f *PartFinding) ReportPart {
	e := f.Part.Effect
	out := ReportPart{
		Name: f.Part.Name, Study: f.Part.Study, Asks: Tongues(f.Part.Asks), Unit: e.Unit, Even: e.Even, Least: e.Least,
		Verdict: f.Verdict, Gap: f.Gap, Value: present(f.Value), Low: present(f.Low), High: present(f.High),
		For: f.For, Against: f.Against, Open: f.Open, Agree: f.Share(), Flips: f.Flips, Turns: f.Turns, Data: f.Import, Beside: reportedTables(f), Sources: reportedSources(f),
		Why: Tongues{f.Say("en"), f.Say("ko")}, Settled: []ReportReading{}, Trail: f.Trail,
	}
	for _, r := range f.Readings {
		setting := map[string]string{}
		for _, c := range r.Setting {
			setting[c.Name] = c.Value
		}
		out.Settled = append(out.Settled, ReportReading{setting, present(r.Value), present(r.Low), present(r.High), e.Side(r)})
	}
	return out
}

func reportedSources(f *PartFinding) []ReportSource {
	out := []ReportSource{}
	for _, s := range f.Sources {
		out = append(out, ReportSource(s))
	}
	return out
}

func reportedTables(f *PartFinding) []ReportTable {
	tongues := func(row []Text) []Tongues {
		out := make([]Tongues, len(row))
		for i, t := range row {
			out[i] = Tongues(t)
		}
		return out
	}
	var out []ReportTable
	for _, t := range f.Beside {
		r := ReportTable{Title: Tongues(t.Title), Head: tongues(t.Head)}
		for _, row := range t.Rows {
			r.Rows = append(r.Rows, tongues(row))
		}
		out = append(out, r)
	}
	return out
}

func present(v float64) *float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	return &v
}
