package study

import (
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/pivot"
)

// Leverage is what a state's side-taking between the powers of its pair moves.
// Blocs are each power and the states bound to it, and not to the other, by a
// defence pact.
type Leverage struct {
	// Decisive is the chance, with capabilities uncertain, that going over from
	// one bloc to the other changes which is the larger; Error is its standard
	// error from the number of draws.
	Decisive float64 `json:"decisive"`
	Error    float64 `json:"decisive_error"`
	// Balance is by how much the state's going over moves A's share of both blocs.
	Balance float64 `json:"balance"`
	// ShareA is A's bloc's share of both without the state.
	ShareA float64 `json:"share_of_a"`
	BlocA  int     `json:"bloc_a"` // states in each bloc
	BlocB  int     `json:"bloc_b"`
	// Quotas are the exact voting indices over quotas, which they jump with.
	Quotas []AtQuota `json:"quotas"`
	// Broker is the state's part in the paths between the blocs, and its rank.
	Broker     float64 `json:"brokerage"`
	BrokerRank int     `json:"brokerage_rank"`
	Among      int     `json:"among"`
	// TreatyYear and TradeYear are those of the tie network.
	TreatyYear ir.Year `json:"treaty_year"`
	TradeYear  ir.Year `json:"trade_year"`
}

// AtQuota is a state's power in a weighted vote of all states covered.
type AtQuota struct {
	Share         float64 `json:"quota"`
	ShapleyShubik float64 `json:"shapley_shubik"`
	Banzhaf       float64 `json:"banzhaf"`
	Rank          int     `json:"rank"` // by Shapley-Shubik
	First         bool    `json:"alone_decides"`
}

// quotas are the shares of all capability that a coalition must exceed.
var quotas = []float64{0.5, 0.6, 2.0 / 3, 0.75}

// decisiveDraws is how many draws of capability P(decisive) takes.
const decisiveDraws = 2000

func (x *Situation) leverage(state ir.CCode, pair Pair, seed uint64, l *ledger) (Leverage, error) {
	f := x.field
	i, ok := f.Index(state)
	if !ok {
		return Leverage{}, nil
	}
	capability := f.Capability(x.settings.Settings)
	side := x.sides(pair)
	var out Leverage
	chances, err := pivot.Decide(capability, side, x.settings.Doubt, seed, decisiveDraws)
	if err != nil {
		return out, err
	}
	moves, err := pivot.Balance(capability, side)
	if err != nil {
		return out, err
	}
	out.Decisive, out.Error = chances[i].Switch, chances[i].Error
	out.Balance, out.ShareA = moves[i].Switch, moves[i].Share
	for _, s := range side {
		switch s {
		case pivot.A:
			out.BlocA++
		case pivot.B:
			out.BlocB++
		}
	}
	if err := out.vote(capability, i, x.settings.Voting); err != nil {
		return out, err
	}
	x.broker(&out, side, i, l)
	return out, nil
}

// sides sorts the states into the blocs of a pair.
func (x *Situation) sides(pair Pair) []pivot.Side {
	f := x.field
	a, okA := f.Index(pair.A)
	b, okB := f.Index(pair.B)
	out := make([]pivot.Side, f.Len())
	if !okA || !okB {
		return out
	}
	for i := range out {
		withA, withB := i == a || f.Relation(i, a) == Ally, i == b || f.Relation(i, b) == Ally
		switch {
		case withA && !withB:
			out[i] = pivot.A
		case withB && !withA:
			out[i] = pivot.B
		}
	}
	return out
}

// vote fills in the exact indices over quotas.
func (v *Leverage) vote(capability []float64, i int, set pivot.Voting) error {
	weights, err := pivot.Weights(capability, int(set.Units))
	if err != nil {
		return err
	}
	all, err := pivot.OverQuotas(weights, quotas)
	if err != nil {
		return err
	}
	for _, q := range all {
		at := AtQuota{Share: q.Share, ShapleyShubik: q.ShapleyShubik[i], Banzhaf: q.Banzhaf.Normalised[i], Rank: ranks(q.ShapleyShubik)[i]}
		at.First = at.ShapleyShubik > 1-1e-9
		v.Quotas = append(v.Quotas, at)
	}
	return nil
}

// broker fills in brokerage between the blocs in the network of treaties of any
// kind and of trade above a share.
func (x *Situation) broker(out *Leverage, side []pivot.Side, i int, l *ledger) {
	f := x.field
	tie := x.network(out)
	paths := across(tie, side)
	out.Broker = shares(paths)[i]
	out.BrokerRank, out.Among = ranks(paths)[i], len(paths)
	for j := range f.States {
		if tie[i][j] > 0 {
			x.treaty(l, f.States[i], f.States[j], out)
		}
	}
}

// treaties are the kinds of obligation that tie two states.
var treaties = []string{pact, "neutrality_pact", "nonaggression_pact", "consultation_pact"}

func (x *Situation) treaty(l *ledger, a, b ir.CCode, out *Leverage) bool {
	for _, kind := range treaties {
		for _, d := range []ir.Directed{{From: a, To: b}, {From: b, To: a}} {
			c, ok := l.between(kind, d.From, d.To)
			if ok && c.Year > out.TreatyYear {
				out.TreatyYear = c.Year
			}
			if ok && c.Value >= 1 {
				return true
			}
		}
	}
	return false
}

// trades reports whether either of two states does enough of its trade with the
// other in the newest year with figures of both.
func (x *Situation) trades(l *ledger, a, b ir.CCode, out *Leverage) bool {
	for _, d := range []ir.Directed{{From: a, To: b}, {From: b, To: a}} {
		exp, ok := l.between(exports, d.From, d.To)
		if !ok {
			continue
		}
		imp, _ := x.s.DyadAt(exports, ir.Directed{From: d.To, To: d.From}, exp.Year)
		total, ok := x.s.At(tradeTotal, d.From, exp.Year)
		if !ok || total.Value <= 0 {
			continue
		}
		if exp.Year > out.TradeYear {
			out.TradeYear = exp.Year
		}
		if (exp.Value+imp.Value)/total.Value >= x.settings.Network.TradeTie {
			return true
		}
	}
	return false
}
