package claim

import (
	"context"
	"math"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/score"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// replicates is how often states are drawn anew for an interval.
const replicates = 500

// redraw is a statistic over all of n units with the interval from drawing whole
// units anew.
func (b *Bench) redraw(n int, statistic func(pick []int) float64) (value, low, high float64) {
	everyone := make([]int, n)
	for i := range everyone {
		everyone[i] = i
	}
	interval := score.Bootstrap(n, replicates, b.Rule.Level, score.Seeded(b.Seed), statistic)
	return statistic(everyone), interval.Low, interval.High
}

// with is the situation in a year under settings of its own.
func (b *Bench) with(year ir.Year, change func(*study.Settings)) (study.Situation, error) {
	set := b.Settings
	change(&set)
	return study.Situate(b.Figures, year, set)
}

// stock reads the kind of capability of a setting.
func stock(setting []Chosen) bool { return chosen(setting, "capability") == "stock" }

// leverage is what the side-taking of small states, or of states in between,
// moves: the median of the states with the middle of them.
func leverage(_ context.Context, b *Bench, p *Part) ([]Reading, prov.Trail, error) {
	pair, err := b.pair(p.Values("pair"))
	if err != nil {
		return nil, prov.Trail{}, err
	}
	var trails []prov.Trail
	readings, err := each(p, func(s []Chosen) (float64, float64, float64, error) {
		all, trail, err := b.sides(s, pair)
		if err != nil || all == nil {
			return math.NaN(), 0, 0, err
		}
		trails = append(trails, trail)
		var values []float64
		for _, t := range all {
			kind := t.Small
			if chosen(s, "who") == "in-between" {
				kind = t.Between
			}
			v := math.Abs(t.Balance)
			if p.Value("figure") == "decisive" {
				v = t.Decisive
			}
			if kind >= b.Coding.Kind && !t.Power && !math.IsNaN(v) {
				values = append(values, v)
			}
		}
		if len(values) == 0 {
			return absent()
		}
		v, low, high := middle(values, b.Rule.Level)
		return v, low, high, nil
	})
	return readings, prov.Merge("leverage", trails...), err
}

// sides is what the side-taking of every state moves under a setting, nil where
// the year is not known.
func (b *Bench) sides(s []Chosen, pair study.Pair) ([]study.SideTaking, prov.Trail, error) {
	year, ok := b.year(chosen(s, "year"))
	if !ok {
		return nil, prov.Trail{}, nil
	}
	x, err := b.with(year, func(set *study.Settings) { set.Stock = stock(s) })
	if err != nil {
		return nil, prov.Trail{}, err
	}
	return x.SideTakings(pair, b.Seed)
}

// pivots is the chance that a named state outranks another.
func pivots(_ context.Context, b *Bench, p *Part) ([]Reading, prov.Trail, error) {
	named, err := b.states(p.Values("states"))
	if err != nil {
		return nil, prov.Trail{}, err
	}
	year, ok := b.year(p.Value("year"))
	var trails []prov.Trail
	found := map[string][]study.SideTaking{}
	readings, err := each(p, func(s []Chosen) (float64, float64, float64, error) {
		if !ok {
			return absent()
		}
		between := chosen(s, "pair")
		all, done := found[between]
		if !done {
			pair, err := b.pair(strings.Split(between, "-"))
			if err != nil {
				return 0, 0, 0, err
			}
			x, err := b.at(year)
			if err != nil {
				return 0, 0, 0, err
			}
			var trail prov.Trail
			if all, trail, err = x.SideTakings(pair, b.Seed); err != nil {
				return 0, 0, 0, err
			}
			found[between], trails = all, append(trails, trail)
		}
		return b.outrank(all, named, s)
	})
	return readings, prov.Merge("pivots", trails...), err
}

func (b *Bench) outrank(all []study.SideTaking, named []ir.CCode, s []Chosen) (value, low, high float64, err error) {
	var values []float64
	var is []bool
	for _, t := range all {
		v := map[string]float64{"brokerage": t.Broker, "decisive": t.Decisive, "balance": math.Abs(t.Balance), "voting": t.Voting}[chosen(s, "measure")]
		mine := slices.Contains(named, t.State)
		other := !t.Power && !slices.Contains(overseas, t.State) && (chosen(s, "among") == "eurasia" || t.Small >= b.Coding.Kind)
		if math.IsNaN(v) || !mine && !other {
			continue
		}
		values, is = append(values, v), append(is, mine)
	}
	auc := func(pick []int) float64 {
		f, e := make([]float64, len(pick)), make([]bool, len(pick))
		for k, i := range pick {
			f[k], e[k] = values[i], is[i]
		}
		return score.AUC(f, e)
	}
	value, low, high = b.redraw(len(values), auc)
	return value, low, high, nil
}

// overseas are the states covered that lie outside Eurasia.
var overseas = []ir.CCode{2, 20, 900, 920}

// reach compares what two powers can bring to bear.
func reach(_ context.Context, b *Bench, p *Part) ([]Reading, prov.Trail, error) {
	pair, err := b.pair(p.Values("pair"))
	if err != nil {
		return nil, prov.Trail{}, err
	}
	years := 0.0
	if text := p.Value("years"); text != "" {
		if years, err = number("years", text); err != nil {
			return nil, prov.Trail{}, err
		}
	}
	var trails []prov.Trail
	readings, err := each(p, func(s []Chosen) (float64, float64, float64, error) {
		place := pair.B // any place does for power at home
		if text := chosen(s, "place"); text != "" {
			if place, err = b.state(text); err != nil {
				return 0, 0, 0, err
			}
		}
		x, err := b.with(b.Year, func(set *study.Settings) { carry(set, s) })
		if err != nil {
			return 0, 0, 0, err
		}
		if p.Value("figure") == "primacy" {
			return b.primacy(&x, pair, &trails)
		}
		c, ok := x.Contest(place, pair)
		if !ok {
			return absent()
		}
		trails = append(trails, c.A.Capability.Trail, c.B.Capability.Trail)
		now, ok := logRatio(c, b.Year)
		if p.Value("figure") == "lead" || !ok {
			if !ok {
				return absent()
			}
			return now / math.Ln2, now / math.Ln2, now / math.Ln2, nil
		}
		then, ok := logRatio(c, b.Year-ir.Year(years))
		if !ok {
			return absent()
		}
		return now - then, now - then, now - then, nil
	})
	return readings, prov.Merge("reach", trails...), err
}

// primacy is the capability of A at home over B's, with its published range.
func (b *Bench) primacy(x *study.Situation, pair study.Pair, trails *[]prov.Trail) (value, low, high float64, err error) {
	for _, c := range b.Figures.Codes().All() {
		contest, ok := x.Contest(c.CCode, pair)
		if !ok {
			continue
		}
		one, other := contest.A.Capability, contest.B.Capability
		*trails = append(*trails, one.Trail, other.Trail)
		return one.Value / other.Value, one.Low / other.High, one.High / other.Low, nil
	}
	return absent()
}

// logRatio is the logarithm of A's reach over B's in the last year on record up
// to one, at most four years before it.
func logRatio(c study.Contest, year ir.Year) (float64, bool) {
	const oldest = 4
	for i := len(c.A.Years) - 1; i >= 0; i-- {
		y := c.A.Years[i].Year
		if y > year {
			continue
		}
		a, other := c.A.Years[i].Value, c.B.Years[i].Value
		return math.Log(a / other), year-y <= oldest && a > 0 && other > 0
	}
	return 0, false
}

// carry puts a setting of reach into the settings of a study.
func carry(set *study.Settings, s []Chosen) {
	set.Stock, set.Territory = stock(s), chosen(s, "distance") == "territories"
	of := map[string]param.Field{}
	for _, f := range param.Fields(capability.Gradient{}) {
		of[f.Name] = f
	}
	switch chosen(s, "gradient") {
	case "half_short":
		set.HalfDistance = of["half_distance"].Min
	case "half_long":
		set.HalfDistance = of["half_distance"].Max
	case "transport":
		set.Projected = true
	}
	switch chosen(s, "base_share") {
	case "low":
		set.BaseShare = of["base_share"].Min
	case "high":
		set.BaseShare = of["base_share"].Max
	}
}

// zones sets zones of high squeeze beside regions.
func zones(_ context.Context, b *Bench, p *Part) ([]Reading, prov.Trail, error) {
	lists := map[string][]ir.CCode{}
	for _, name := range []string{"narrow", "wide"} {
		list, err := b.states(p.Values(name))
		if err != nil {
			return nil, prov.Trail{}, err
		}
		lists[name] = list
	}
	var eurasia []ir.CCode
	for _, st := range b.Figures.Codes().All() {
		if !slices.Contains(overseas, st.CCode) {
			eurasia = append(eurasia, st.CCode)
		}
	}
	var trails []prov.Trail
	readings, err := each(p, func(s []Chosen) (float64, float64, float64, error) {
		q, err := number("quantile", chosen(s, "quantile"))
		if err != nil {
			return 0, 0, 0, err
		}
		x, err := b.with(b.Year, func(set *study.Settings) {
			carry(set, s)
			set.Zoning.Quantile = q
		})
		if err != nil {
			return 0, 0, 0, err
		}
		r, err := x.Regional(lists[chosen(s, "regions")], eurasia, b.Seed)
		if err != nil {
			return 0, 0, 0, err
		}
		trails = append(trails, r.Trail)
		return b.agree(p, r)
	})
	return readings, prov.Merge("zones", trails...), err
}

// agree is the kappa of zones and regions, or that less its value under deals.
func (b *Bench) agree(p *Part, r study.Regional) (value, low, high float64, err error) {
	kappa := study.Kappa(r.Inside, r.Zoned)
	if p.Value("figure") == "beyond-geography" {
		_, low, high := middle(r.Dealt, b.Rule.Level)
		return kappa - quantile(r.Dealt, 0.5), kappa - high, kappa - low, nil
	}
	interval := score.Bootstrap(len(r.States), replicates, b.Rule.Level, score.Seeded(b.Seed), func(pick []int) float64 {
		one, other := make([]bool, len(pick)), make([]bool, len(pick))
		for k, i := range pick {
			one[k], other[k] = r.Inside[i], r.Zoned[i]
		}
		return study.Kappa(one, other)
	})
	return kappa, interval.Low, interval.High, nil
}
