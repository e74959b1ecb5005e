package desk

import (
	"context"
	"fmt"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// alignSchema names the form of an alignment as JSON, compareSchema that of a
// comparison of states.
const (
	alignSchema   = "shatterbelt/align/1"
	compareSchema = "shatterbelt/compare/1"
)

// An AskError is a fault of what was asked: the field, such as between, and what
// is wrong with it; without a field, of the question as a whole.
type AskError struct{ Field, Problem string }

func (e *AskError) Error() string { return strings.TrimSpace(e.Field + " " + e.Problem) }

// Between is the two powers that a text such as USA,CHN names, or those that
// squeeze the state most where it is "".
func (d *Desk) Between(x *study.Situation, text string, state ir.State) (study.Pair, error) {
	if text == "" {
		return x.PairOf(state.CCode)
	}
	names := strings.Split(text, ",")
	if len(names) != 2 {
		return study.Pair{}, &AskError{"between", fmt.Sprintf("is %q; want two states with a comma, such as USA,CHN", text)}
	}
	var powers [2]ir.CCode
	for i, name := range names {
		st, err := d.Figures().Codes().Find(strings.TrimSpace(name))
		if err != nil {
			return study.Pair{}, err
		}
		powers[i] = st.CCode
	}
	if powers[0] == powers[1] || powers[0] == state.CCode || powers[1] == state.CCode {
		return study.Pair{}, &AskError{"between", fmt.Sprintf("is %q; want two states, neither of them %s", text, state)}
	}
	return study.Pair{A: powers[0], B: powers[1]}, nil
}

// Alignment is where a state stands between two powers.
type Alignment struct {
	Schema string `json:"schema"`
	study.Alignment
}

// Align measures where a state stands, with the records beside the panel where
// they are open.
func (d *Desk) Align(ctx context.Context, x *study.Situation, state ir.CCode, pair study.Pair) (Alignment, error) {
	r, err := d.Records(ctx, x.Year)
	return Alignment{alignSchema, x.Align(state, pair, r)}, err
}

// Table is a row for each power and tie.
func (a Alignment) Table(codes *ir.Codes) Table {
	t := Table{Columns: []string{"state", "year", "power", "measure", "value", "as_of"}}
	row := func(power ir.CCode, measure string, v *float64, as ir.Year) {
		t.add(iso(codes, a.State), int(a.Year), iso(codes, power), measure, known(v), year(as))
	}
	for _, p := range a.Powers {
		for _, tie := range p.Ties {
			v := &tie.Value
			if !tie.Known {
				v = nil
			}
			row(p.Power, "tie_"+tie.Dimension, v, 0)
		}
		row(p.Power, "ideal_point_distance", p.Distance, 0)
		row(p.Power, "trade_over_gdp", p.TradeGDP, 0)
		for _, l := range []struct {
			of *study.Likeness
			by string
		}{{p.Treaties, "treaties"}, {p.Votes, "roll_calls"}} {
			if l.of != nil {
				row(p.Power, "s_"+l.by, &l.of.S, l.of.Year)
				row(p.Power, "kappa_"+l.by, &l.of.Kappa, l.of.Year)
				row(p.Power, "pi_"+l.by, &l.of.Pi, l.of.Year)
				row(p.Power, "agreement_"+l.by, &l.of.Agree, l.of.Year)
			}
		}
		for _, o := range p.Others {
			row(p.Power, "share_"+o.Indicator, &o.Share, o.To)
		}
	}
	return t
}

// Contrast is two states side by side.
type Contrast struct {
	Schema string `json:"schema"`
	study.Contrast
}

// Contrast compares two states; ties and trade are with the powers of a pair.
func (d *Desk) Contrast(x *study.Situation, state, other ir.State, pair study.Pair) (Contrast, error) {
	if other.CCode == state.CCode {
		return Contrast{}, &AskError{"", fmt.Sprintf("%s is compared with itself; name another state", state)}
	}
	return Contrast{compareSchema, x.Contrast(state.CCode, other.CCode, pair)}, nil
}

// Table is a row for each dimension.
func (c Contrast) Table(codes *ir.Codes) Table {
	t := Table{Columns: []string{"dimension", "theme", "unit", "state", "value", "year", "other", "other_value", "other_year", "median", "spreads_apart", "verdict"}}
	for _, x := range c.Dimensions {
		t.add(x.Key, x.Theme, x.Unit, iso(codes, c.State), only(x.Has, x.Value), only(x.Has, int(x.Year)),
			iso(codes, c.Other), only(x.OtherHas, x.Other), only(x.OtherHas, int(x.OtherAs)), x.Median, only(x.Known, x.Gap), string(x.Verdict))
	}
	return t
}

// only is a value where it is known, else nil.
func only[T any](known bool, v T) any {
	if known {
		return v
	}
	return nil
}

// Nearest is the states most like one.
type Nearest struct {
	Schema string `json:"schema"`
	study.Comparators
}

// Nearest lists at most so many states that are most like one.
func (d *Desk) Nearest(x *study.Situation, state ir.CCode, pair study.Pair, most int) Nearest {
	return Nearest{compareSchema, x.Comparators(state, pair, most)}
}

// Table is a row for each state.
func (n Nearest) Table(codes *ir.Codes) Table {
	t := Table{Columns: []string{"state", "other", "spreads_apart", "dimensions", "alike", "unlike"}}
	for _, x := range n.States {
		t.add(iso(codes, n.State), iso(codes, x.State), x.Apart, x.Shared, strings.Join(x.Like, " "), strings.Join(x.Unlike, " "))
	}
	return t
}
