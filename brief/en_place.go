package brief

import (
	"fmt"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/identity"
	"github.com/shatterbelt/shatterbelt/measure/system"
	"github.com/shatterbelt/shatterbelt/study"
)

// indexEN are the indexes of capability in words.
var indexEN = map[string]string{
	study.IndexGDP: "output at market rates", study.IndexPPP: "output at purchasing power",
	study.IndexNet: "output times output per head", study.IndexSpending: "military spending",
	study.IndexStock: "military capital", study.IndexCINC: "the composite of six components (CINC)",
	study.IndexComposite: "the weighted composite", study.IndexOwn: "the table given",
}

func (e english) polesUnder(c PolesUnder) Passage {
	p := Passage{Head: "How many poles"}
	by := func(l system.Label) (names []string) {
		for _, x := range c.By {
			if x.Label == l {
				names = append(names, indexEN[x.Index])
			}
		}
		return names
	}
	if len(c.Kinds) == 1 {
		p.Lead = fmt.Sprintf("Under every one of the %d indexes the %d powers form a %s system.", len(c.By), c.Powers, c.Kinds[0])
	} else {
		var parts []string
		for _, l := range c.Kinds {
			parts = append(parts, fmt.Sprintf("%s by %s", l, andEN(by(l))))
		}
		p.Lead = "The indexes disagree on how many poles there are: " + strings.Join(parts, "; ") + "."
	}
	least, most := c.By[0], c.By[0]
	for _, x := range c.By {
		if x.Effective < least.Effective {
			least = x
		}
		if x.Effective > most.Effective {
			most = x
		}
	}
	p.Why = append(p.Why, fmt.Sprintf("The effective number of poles runs from %s (%s) to %s (%s).",
		decimal(least.Effective, 1), indexEN[least.Index], decimal(most.Effective, 1), indexEN[most.Index]))
	first := map[ir.CCode][]string{}
	var order []ir.CCode
	for _, x := range c.By {
		if first[x.First] == nil {
			order = append(order, x.First)
		}
		first[x.First] = append(first[x.First], indexEN[x.Index])
	}
	if len(order) == 1 {
		p.Why = append(p.Why, fmt.Sprintf("%s is first under each of them.", upperFirst(e.called(order[0]))))
	} else {
		var parts []string
		for _, s := range order {
			parts = append(parts, fmt.Sprintf("%s by %s", e.called(s), andEN(first[s])))
		}
		p.Why = append(p.Why, "First is "+strings.Join(parts, "; ")+".")
	}
	return p
}

// when says a year, or that it has passed or does not come.
func (e english) when(y, vintage, horizon ir.Year) string {
	switch {
	case y == study.Never:
		return fmt.Sprintf("not by %d", int(horizon))
	case y <= vintage:
		return "passed already"
	}
	return fmt.Sprint(int(y))
}

func (e english) crossing(c Crossing) Passage {
	t := c.Transition
	p := Passage{Head: "When lines cross"}
	if !c.Own {
		p.Head = "When the two largest cross"
	}
	a, b := e.called(c.Leader), e.called(c.Riser)
	o := c.All.Overtaking
	switch {
	case o.Never >= hardlyEver:
		p.Lead = fmt.Sprintf("The output of %s does not pass that of %s by %d in %s of draws.", b, a, int(t.Horizon), e.share(o.Never))
		return p // when it does is beside the point
	case o.Past >= almostAll:
		p.Lead = fmt.Sprintf("The output of %s has passed that of %s already under nearly every choice tried.", b, a)
	case o.Q50 == study.Never:
		p.Lead = fmt.Sprintf("More than half of the draws, %s, do not see the output of %s pass that of %s by %d%s.",
			e.share(o.Never), b, a, int(t.Horizon), e.already(o))
	case o.Q50 <= t.Vintage:
		p.Lead = fmt.Sprintf("In %s of draws the output of %s has passed that of %s already; %s never see it by %d.",
			e.share(o.Past), b, a, e.share(o.Never), int(t.Horizon))
	default:
		p.Lead = fmt.Sprintf("Half of the draws see the output of %s pass that of %s by %d; %s never see it by %d, and in %s it has passed already.",
			b, a, int(o.Q50), e.share(o.Never), int(t.Horizon), e.share(o.Past))
	}
	var regimes []string
	for _, by := range t.By {
		if by.Choice == "regime" {
			regimes = append(regimes, fmt.Sprintf("%s: %s, never in %s", regimeEN[by.Name], e.when(by.Overtaking.Q50, t.Vintage, t.Horizon), e.share(by.Overtaking.Never)))
		}
	}
	p.Why = append(p.Why, "By prices, the middle year of overtaking: "+strings.Join(regimes, "; ")+".")
	if c.windowsDiffer() {
		p.Why = append(p.Why, fmt.Sprintf("By the years the trend is taken from: %s with the last %s years, %s with the last %s.",
			e.when(c.Earliest.Overtaking.Q50, t.Vintage, t.Horizon), c.Earliest.Name, e.when(c.Latest.Overtaking.Q50, t.Vintage, t.Horizon), c.Latest.Name))
	}
	if c.Assumed > 0 {
		p.Why = append(p.Why, fmt.Sprintf("Of the spread of that year %s is choice of prices, window and fading, not estimation.", e.share(c.Assumed)))
	}
	return p
}

// already says in how many draws the lines have crossed, if in any.
func (e english) already(o study.Passing) string {
	if o.Past == 0 {
		return ""
	}
	return fmt.Sprintf("; in %s it has passed already", e.share(o.Past))
}

// windowsDiffer reports whether the window moves the middle year.
func (c Crossing) windowsDiffer() bool {
	return c.Earliest.Name != c.Latest.Name && c.Earliest.Overtaking.Q50 != c.Latest.Overtaking.Q50
}

// almostAll is the share of draws from which it is said plainly that lines cross,
// and that they do not.
const almostAll = 0.95

var regimeEN = map[string]string{"gdp_current": "at market rates", "gdp_constant": "at constant prices", "gdp_ppp": "at purchasing power"}

func (e english) reaches(c Reaches) Passage {
	x := c.Contest
	p := Passage{Head: "Who reaches further"}
	first, second := x.A, x.B
	share := 1 - x.BAhead
	if x.B.At() > x.A.At() {
		first, second, share = x.B, x.A, x.BAhead
	}
	p.Lead = fmt.Sprintf("Around %s, %s brings %s of %s to bear after distance, %s %s.",
		e.called(x.State), e.called(first.Power), e.share(first.At()), e.said(e.capability.of), e.called(second.Power), e.share(second.At()))
	for _, r := range []study.ReachOf{first, second} {
		if r.Base > r.Home {
			p.Why = append(p.Why, fmt.Sprintf("%s does so through bases %s; from home, %s away, it would be %s.",
				upperFirst(e.called(r.Power)), e.based(r, x.State), kilometres(r.HomeKM), e.share(r.Home)))
		}
	}
	p.Why = append(p.Why, fmt.Sprintf("%s reaches further in %s of %d settings.", upperFirst(e.called(first.Power)), e.share(share), x.Settings))
	if x.Crossed != 0 {
		p.Why = append(p.Why, fmt.Sprintf("The lines last changed places in %d.", int(x.Crossed)))
	} else if n := len(x.A.Years); n > 1 {
		p.Why = append(p.Why, fmt.Sprintf("The reach of %s over that of %s went from %s in %d to %s in %d.", e.called(x.B.Power), e.called(x.A.Power),
			short(x.B.Years[0].Value/x.A.Years[0].Value), int(x.A.Years[0].Year), short(x.B.Years[n-1].Value/x.A.Years[n-1].Value), int(x.A.Years[n-1].Year)))
	}
	return p
}

func (e english) based(r study.ReachOf, state ir.CCode) string {
	if r.Host == state {
		return "on the spot"
	}
	return fmt.Sprintf("in %s, %s away", e.called(r.Host), kilometres(r.BaseKM))
}

func (e english) fronts(c Fronts) Passage {
	p := Passage{Head: "Fronts"}
	list := func(fs []study.FrontOf) string {
		var names []string
		for _, f := range fs {
			text := fmt.Sprintf("%s (%s times its strength", e.called(f.State), short(f.Ratio))
			if f.Through != ir.World {
				text += ", as a rival of " + e.called(f.Through)
			}
			names = append(names, text+")")
		}
		return andEN(names)
	}
	switch {
	case len(c.Stronger) > 0:
		p.Lead = fmt.Sprintf("%s able to bring more to bear on %s than it has itself: %s.",
			upperFirst(numberEN(len(c.Stronger), "hostile state is", "hostile states are")), e.called(c.State), list(c.Stronger))
	case len(c.Weaker) > 0:
		p.Lead = fmt.Sprintf("No hostile state within %s can bring more to bear on %s than it has itself.", kilometres(c.Within), e.called(c.State))
	default:
		p.Lead = fmt.Sprintf("%s has no rival on record within %s, nor has an ally of it.", upperFirst(e.called(c.State)), kilometres(c.Within))
	}
	if len(c.Weaker) > 0 {
		p.Why = append(p.Why, fmt.Sprintf("Hostile and weaker there: %s.", list(c.Weaker)))
	}
	if c.Unknown > 0 {
		p.Why = append(p.Why, fmt.Sprintf("For %s the figures do not tell.", numberEN(c.Unknown, "more state", "more states")))
	}
	return p
}

func (e english) inZone(c InZone) Passage {
	p := Passage{Head: "Shatter zone"}
	switch {
	case c.Power:
		p.Lead = fmt.Sprintf("%s is itself a power here, and powers belong to no zone.", upperFirst(e.called(c.State)))
	case c.In:
		var names []string
		for _, s := range c.Zone.States {
			if s != c.State {
				names = append(names, e.called(s))
			}
		}
		if len(names) == 0 {
			p.Lead = fmt.Sprintf("%s stands out from its neighbours as a zone of high squeeze by itself.", upperFirst(e.called(c.State)))
		} else {
			p.Lead = fmt.Sprintf("%s lies in a zone of high squeeze with %s.", upperFirst(e.called(c.State)), andEN(names))
		}
	case c.Zones == 0:
		p.Lead = "No zone of high squeeze stands out on the map."
		return p
	default:
		p.Lead = fmt.Sprintf("%s lies outside the %s on the map.", upperFirst(e.called(c.State)),
			numberEN(c.Zones, "zone of high squeeze that stands out", "zones of high squeeze that stand out"))
	}
	if c.OwnChance > 0 && !c.Power {
		p.Why = append(p.Why, fmt.Sprintf("Had the powers’ strengths and rivalries been dealt out anew over the same places, %s would be squeezed as hard in %s of cases.",
			e.called(c.State), e.share(c.OwnChance)))
	}
	verdict := "so the map of zones says more than geography alone"
	if c.SizeChance > doubtful {
		verdict = "so the size of the zones is no more than geography gives"
	}
	deals := "such deals"
	if len(p.Why) == 0 {
		deals = "deals of the same strengths and rivalries over the same places"
	}
	p.Why = append(p.Why, fmt.Sprintf("A largest zone of this size comes up in %s of %s, %s.", e.share(c.SizeChance), deals, verdict))
	return p
}

// doubtful is the chance under a null model above which a finding is not held
// to differ from it.
const doubtful = 0.1

// kindName is a kind of state in words.
func (l *lexicon) kindName(key string) string {
	for _, k := range identity.Labels() {
		if k.Key == key {
			return l.pick(k.EN, k.KO)
		}
	}
	return key
}

func (e english) kinds(c Kinds) Passage {
	p := Passage{Head: "Kind of state"}
	var sure, partly []string
	for _, k := range c.Kinds {
		sure = append(sure, e.kindName(k.Key))
	}
	for _, k := range c.Partly {
		partly = append(partly, e.kindName(k.Key)+" "+e.num(Amount{k.Value, k.Low, k.High}))
	}
	if len(sure) > 0 {
		p.Lead = fmt.Sprintf("By documented rules %s is %s, wherever the disputed thresholds are set.", e.called(c.State), andEN(articles(sure)))
	} else {
		p.Lead = fmt.Sprintf("By documented rules %s is of no one kind wherever the disputed thresholds are set.", e.called(c.State))
	}
	if len(partly) > 0 {
		p.Why = append(p.Why, "Depending on the thresholds: "+strings.Join(partly, ", ")+", in degrees from 0 to 1 with their range.")
	}
	return p
}

func articles(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		article := "a "
		if strings.ContainsRune("aeiou", rune(n[0])) {
			article = "an "
		}
		out[i] = article + n
	}
	return out
}

func (e english) sideTaking(c SideTaking) Passage {
	v := c.Leverage
	p := Passage{Head: "Does its side matter"}
	p.Lead = fmt.Sprintf("Were %s to go over from one bloc to the other, the balance between %s (%d members) and %s (%d) would move by %s.",
		e.called(c.State), e.bloc(c.Pair.A), v.BlocA, e.bloc(c.Pair.B), v.BlocB, e.share(v.Balance))
	p.Why = append(p.Why, fmt.Sprintf("That this changes which bloc is larger: %s; without %s the first holds %s of both.",
		e.chance(v.Decisive), e.called(c.State), e.share(v.ShareA)))
	low, high := v.Quotas[0].ShapleyShubik, v.Quotas[0].ShapleyShubik
	for _, q := range v.Quotas {
		low, high = min(low, q.ShapleyShubik), max(high, q.ShapleyShubik)
	}
	p.Why = append(p.Why, fmt.Sprintf("In a vote of all %d by %s its Shapley-Shubik power is %s over quotas from a half to three quarters.",
		v.Among, e.said(e.capability.by), e.between(Amount{low, low, low}, Amount{high, high, high})))
	broker := "It brokers no path between the blocs"
	if v.Broker > 0 {
		broker = fmt.Sprintf("Of the paths between the blocs it carries %s, rank %d", e.share(v.Broker), v.BrokerRank)
	}
	if v.TradeYear != 0 {
		broker += fmt.Sprintf(" (treaties to %d, trade of %d)", int(v.TreatyYear), int(v.TradeYear))
	}
	p.Why = append(p.Why, broker+".")
	return p
}

// chance is a probability with its word; a tiny one is bounded only.
func (l *lexicon) chance(p float64) string {
	const least = 0.001
	if p < least {
		return Likelihood(p, l.lang) + ", " + l.pick("below 0.1\u00a0%", "0.1% 미만")
	}
	return l.odds(Amount{p, p, p})
}

func (e english) bloc(c ir.CCode) string { return "the bloc of " + e.called(c) }

func (e english) leaning(c Leaning) Passage {
	p := Passage{Head: "Where it leans"}
	a, b := e.called(c.Pair.A), e.called(c.Pair.B)
	lean := fmt.Sprintf("%s over the settings, where 1 is wholly to %s and −1 to %s", e.num(c.Lean), a, b)
	switch {
	case c.Lean.Low > 0:
		p.Lead = fmt.Sprintf("Its ties lean to %s: %s.", a, lean)
	case c.Lean.High < 0:
		p.Lead = fmt.Sprintf("Its ties lean to %s: %s.", b, lean)
	default:
		p.Lead = fmt.Sprintf("Its ties lean clearly to neither: %s.", lean)
	}
	if c.Between.HasHedge {
		p.Why = append(p.Why, fmt.Sprintf("Hedge, from 0 (all ties with one) to 1 (even ties with both): %s.", e.num(c.Hedge)))
	}
	if b := c.Between; b.SteadyYears > 0 {
		p.Why = append(p.Why, fmt.Sprintf("Steadiness over the yearly steps on record (%d): %s, where 1 is a lean that never moves. It moved by %s a year; moves between the years of a figure do not show.",
			b.SteadyYears, decimal(b.Steady, 2), decimal(b.Moves(), 2)))
	}
	var ties []string
	for _, t := range c.Between.Ties {
		if t.Known {
			ties = append(ties, fmt.Sprintf("%s %s and %s", dimensionEN[t.Dimension], decimal(t.A, 1), decimal(t.B, 1)))
		}
	}
	if len(ties) > 0 {
		p.Why = append(p.Why, fmt.Sprintf("Ties with %s and %s, from 0 to 1: %s.", a, b, strings.Join(ties, ", ")))
	}
	return p
}

var dimensionEN = map[string]string{"treaty": "treaties", "votes": "UN votes", "trade": "trade", "forces": "forces hosted", "hostility": "hostility"}

func (e english) fanTitle(c Crossing) string {
	o := c.All.Overtaking
	a, b := e.called(c.Leader), e.called(c.Riser)
	switch {
	case o.Never >= 0.5:
		return fmt.Sprintf("Most draws never see %s pass %s", b, a)
	case o.Past >= 0.5:
		return fmt.Sprintf("Under most choices %s has passed %s already", b, a)
	}
	return fmt.Sprintf("When %s passes %s turns on prices and on the years taken for the trend", b, a)
}

func (e english) reachTitle(c Reaches) string {
	first, second := c.Contest.A, c.Contest.B
	if second.At() > first.At() {
		first, second = second, first
	}
	if first.Base > first.Home {
		return fmt.Sprintf("Bases put %s ahead of %s around %s", e.called(first.Power), e.called(second.Power), e.called(c.Contest.State))
	}
	return fmt.Sprintf("Distance puts %s ahead of %s around %s", e.called(first.Power), e.called(second.Power), e.called(c.Contest.State))
}

func (e english) ranksTitle(c Squeezed) string {
	if c.RankLow == c.RankHigh {
		return fmt.Sprintf("%s keeps its rank under every setting", upperFirst(e.called(c.State)))
	}
	return fmt.Sprintf("The rank of %s moves from %d to %d with the settings", e.called(c.State), c.RankLow, c.RankHigh)
}

func (e english) kindsTitle(c Kinds) string {
	if len(c.Kinds) == 0 {
		return fmt.Sprintf("%s is of no one kind whatever the thresholds", upperFirst(e.called(c.State)))
	}
	return fmt.Sprintf("%s is of %s whatever the thresholds", upperFirst(e.called(c.State)), numberEN(len(c.Kinds), "kind", "kinds"))
}
