package desk

import (
	"sync"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// kept is what is made of the figures once.
type kept struct {
	once sync.Once
	rows []panel.Row
}

// rows are all published figures by indicator, state, partner and year.
func (d *Desk) rows() []panel.Row {
	d.kept.once.Do(func() { d.kept.rows = d.Figures().Rows() })
	return d.kept.rows
}

// A Figure is one published figure.
type Figure struct {
	Indicator string  `json:"indicator"`
	State     string  `json:"state"`             // ISO code, WLD for the world
	Partner   string  `json:"partner,omitempty"` // ISO code, of a dyad
	Year      ir.Year `json:"year"`
	Value     float64 `json:"value"`
	Low       float64 `json:"low"`
	High      float64 `json:"high"`
	Unit      string  `json:"unit"`
	Kind      string  `json:"kind"`
	Source    string  `json:"source"`
}

// Figures are published figures as they are stored: of ties, changes alone and
// years that are not 0.
type Figures struct {
	Schema  string        `json:"schema"`
	Total   int           `json:"total"`
	Rows    []Figure      `json:"rows"`
	Sources []prov.Source `json:"sources"` // of the rows
}

// FiguresOf lists the published figures of an indicator, a state or a year; "" and
// 0 ask for all.
func (d *Desk) FiguresOf(indicator string, state ir.CCode, y ir.Year) (Figures, error) {
	out := Figures{Schema: "shatterbelt/figures/1", Rows: []Figure{}, Sources: []prov.Source{}}
	rows := d.rows()
	if indicator != "" {
		if _, ok := d.Figures().Describe(indicator); !ok {
			var known []string
			for _, i := range d.Figures().Indicators() {
				known = append(known, i.Name)
			}
			return out, &UnknownError{"indicator", indicator, yamlfile.Suggest(indicator, known)}
		}
		rows = d.rowsOf(indicator)
	}
	used := map[string]bool{}
	for _, r := range rows {
		if state != 0 && r.State != state && r.Partner != state || y != 0 && r.Year != y {
			continue
		}
		f := Figure{Indicator: r.Indicator, State: d.iso(r.State), Year: r.Year, Value: r.Value, Low: r.Low, High: r.High, Unit: r.Unit, Kind: r.Kind.String(), Source: r.Source}
		if r.Partner != ir.World {
			f.Partner = d.iso(r.Partner)
		}
		used[r.Source] = true
		out.Rows = append(out.Rows, f)
	}
	for _, s := range d.Figures().Sources() {
		if used[s.Key] {
			out.Sources = append(out.Sources, s)
		}
	}
	out.Total = len(out.Rows)
	return out, nil
}

// Table is a row for each figure.
func (f Figures) Table() Table {
	t := Table{Columns: []string{"indicator", "state", "partner", "year", "value", "low", "high", "unit", "kind", "source"}}
	for _, r := range f.Rows {
		t.add(r.Indicator, r.State, r.Partner, int(r.Year), r.Value, r.Low, r.High, r.Unit, r.Kind, r.Source)
	}
	return t
}
