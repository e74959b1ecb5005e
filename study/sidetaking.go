package study

import (
	"math"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/identity"
	"github.com/shatterbelt/shatterbelt/measure/pivot"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// SideTaking is what one state's side-taking between two powers moves, and what
// kind of state it is.
type SideTaking struct {
	State ir.CCode `json:"ccode"`
	Power bool     `json:"power"`
	// Small and Between are degrees, 0 where the figures do not tell.
	Small   float64 `json:"small_state"`
	Between float64 `json:"in_between"`
	// Decisive, Balance and Broker are as in [Leverage]; Voting is its
	// Shapley-Shubik power at a simple majority.
	Decisive float64 `json:"decisive"`
	Balance  float64 `json:"balance"`
	Broker   float64 `json:"brokerage"`
	Voting   float64 `json:"voting"`
}

// SideTakings reckons what the side-taking of every state between the powers of
// a pair moves, in the order of the field.
func (x *Situation) SideTakings(pair Pair, seed uint64) ([]SideTaking, prov.Trail, error) {
	f := x.field
	capability := f.Capability(x.settings.Settings)
	side := x.sides(pair)
	chances, err := pivot.Decide(capability, side, x.settings.Doubt, seed, decisiveDraws)
	if err != nil {
		return nil, prov.Trail{}, err
	}
	moves, err := pivot.Balance(capability, side)
	if err != nil {
		return nil, prov.Trail{}, err
	}
	weights, err := pivot.Weights(capability, int(x.settings.Voting.Units))
	if err != nil {
		return nil, prov.Trail{}, err
	}
	votes, err := pivot.OverQuotas(weights, quotas[:1])
	if err != nil {
		return nil, prov.Trail{}, err
	}
	l := x.ledger()
	broker := shares(across(x.network(&Leverage{}), side))
	out := make([]SideTaking, f.Len())
	rows := x.rows()
	for i, c := range f.States {
		out[i] = SideTaking{
			State: c, Power: slices.Contains(x.Powers, c),
			Decisive: chances[i].Switch, Balance: moves[i].Switch, Broker: broker[i], Voting: votes[0].ShapleyShubik[i],
		}
		at := slices.IndexFunc(rows, func(r PositionRow) bool { return r.State == c })
		for _, k := range x.kinds(c, rows[at].Tightness.Value, l) {
			switch k.Key {
			case identity.SmallState:
				out[i].Small = k.Value
			case identity.InBetween:
				out[i].Between = k.Value
			}
		}
		l.value(milex, c)
	}
	return out, l.trail("side_taking", "capability_spread", "pivot_units", "trade_tie"), nil
}

// network ties states by treaties of any kind and by trade above a share. Out
// notes the years of both.
func (x *Situation) network(out *Leverage) [][]float64 {
	f := x.field
	tie := make([][]float64, f.Len())
	for a := range tie {
		tie[a] = make([]float64, f.Len())
	}
	quiet := x.aside()
	for a := range tie {
		for b := a + 1; b < len(tie); b++ {
			if x.treaty(quiet, f.States[a], f.States[b], out) || x.trades(quiet, f.States[a], f.States[b], out) {
				tie[a][b], tie[b][a] = 1, 1
			}
		}
	}
	return tie
}

// across is every state's part in the paths between the blocs, 0 where there
// are none.
func across(tie [][]float64, side []pivot.Side) []float64 {
	out := make([]float64, len(tie))
	for k, r := range pivot.Broker(tie, side, pivot.Equal) {
		if out[k] = r.Across(); math.IsNaN(out[k]) {
			out[k] = 0
		}
	}
	return out
}

// shares are the parts of a sum, all 0 where it is 0.
func shares(values []float64) []float64 {
	total := 0.0
	for _, v := range values {
		total += v
	}
	out := make([]float64, len(values))
	for i, v := range values {
		if total > 0 {
			out[i] = v / total
		}
	}
	return out
}
