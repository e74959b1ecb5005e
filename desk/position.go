package desk

import (
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// positionSchema names the form of a position as JSON.
const positionSchema = "shatterbelt/position/2"

// Position is how caught in between a state is.
type Position struct {
	Schema string `json:"schema"`
	study.Position
	Exposure study.Exposure `json:"exposure"`
	Basis    study.Basis    `json:"capability"`
	Powers   []ir.CCode     `json:"powers"`
	Imported []string       `json:"imported,omitempty"`
}

// Ranking is how caught in between every state is.
type Ranking struct {
	Schema   string              `json:"schema"`
	Year     ir.Year             `json:"year"`
	Settings int                 `json:"settings"`
	Rows     []study.PositionRow `json:"rows"`
	Basis    study.Basis         `json:"capability"`
	Powers   []ir.CCode          `json:"powers"`
	Imported []string            `json:"imported,omitempty"`
}

// Position places a state.
func (d *Desk) Position(x *study.Situation, state ir.CCode, seed uint64) (Position, error) {
	p, err := x.Position(state)
	if err != nil {
		return Position{}, err
	}
	e, err := x.Exposure(p, seed)
	return d.PositionOf(x, p, e), err
}

// PositionOf completes a position that is computed already.
func (d *Desk) PositionOf(x *study.Situation, p study.Position, e study.Exposure) Position {
	return Position{positionSchema, p, e, x.Basis(), x.Powers, Imported(d.From)}
}

// Ranking places every state.
func (d *Desk) Ranking(x *study.Situation) Ranking {
	rows, settings := x.Ranking()
	return Ranking{positionSchema, x.Year, settings, rows, x.Basis(), x.Powers, Imported(d.From)}
}

// Table is a row for each state.
func (p Position) Table(codes *ir.Codes) Table { return PositionTable(p.Year, p.Rows, codes) }

// Table is a row for each state.
func (r Ranking) Table(codes *ir.Codes) Table { return PositionTable(r.Year, r.Rows, codes) }

// PositionTable is a row for each state: three readings, each with its rank and
// the range of that.
func PositionTable(y ir.Year, rows []study.PositionRow, codes *ir.Codes) Table {
	t := Table{Columns: []string{"state", "year", "capability_year"}}
	for _, m := range []string{"squeeze", "total", "tightness"} {
		t.Columns = append(t.Columns, m, m+"_rank", m+"_rank_low", m+"_rank_high", m+"_rank_q05", m+"_rank_q95")
	}
	t.Columns = append(t.Columns, "pair_a", "pair_b")
	for _, r := range rows {
		row := []any{iso(codes, r.State), int(y), int(r.As)}
		for m := range study.Readings {
			s := r.Of(m)
			row = append(row, s.Value, s.Rank, s.Low, s.High, s.Q05, s.Q95)
		}
		t.add(append(row, iso(codes, r.Pair.A), iso(codes, r.Pair.B))...)
	}
	return t
}
