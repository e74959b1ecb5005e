package brief

import (
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// taiwan is named beside "states" where it is in a list.
const taiwan ir.CCode = 713

func (f *finder) structure() {
	f.whoPresses()
	f.gaining()
	f.poles()
	f.crossings()
	f.reaches()
	f.ownWeight()
}

func (f *finder) whoPresses() {
	const most = 3
	p := f.d.Position
	if len(p.Pressures) == 0 {
		return
	}
	w := WhoPresses{State: f.d.State}
	var numbers []prov.Number
	for _, x := range p.Pressures[:min(most, len(p.Pressures))] {
		w.Powers = append(w.Powers, Presser{x.Power, amount(x.Reach), amount(x.Pressure), x.Stake, x.Via, x.Relation})
		numbers = append(numbers, x.Reach, x.Pressure)
	}
	f.add(InStructure, w, numbers...)
}

func (f *finder) gaining() {
	s := f.d.Structure
	g := Gaining{
		Pair: s.Pair, Year: s.Year,
		GDP:   ratio(s.GDPRatio, s.GDPRatioThen, s.GDPSince, s.GDP, s.Pair),
		Milex: ratio(s.MilexRatio, s.MilexRatioThen, s.MilexSince, s.Milex, s.Pair),
	}
	if g.GDP.Known || g.Milex.Known {
		f.add(InStructure, g, s.GDPRatio, s.GDPRatioThen, s.MilexRatio, s.MilexRatioThen)
	}
}

func ratio(now, then prov.Number, since ir.Year, trends []study.Trend, p study.Pair) Ratio {
	return Ratio{
		Now: amount(now), Then: amount(then), Since: since,
		Known: now.Value > 0 && then.Value > 0 && since != 0, Crossed: crossed(trends, p),
	}
}

// crossed returns the last year in which the lines of the pair changed places,
// and 0 if they never did.
func crossed(trends []study.Trend, p study.Pair) ir.Year {
	a, b := trendOf(trends, p.A), trendOf(trends, p.B)
	last, lead := ir.Year(0), 0
	for _, pa := range a.Points {
		i := slices.IndexFunc(b.Points, func(q study.TrendPoint) bool { return q.Year == pa.Year })
		if i < 0 {
			continue
		}
		now := compareFloat(b.Points[i].Value, pa.Value)
		if lead != 0 && now != 0 && now != lead {
			last = pa.Year
		}
		if now != 0 {
			lead = now
		}
	}
	return last
}

func trendOf(trends []study.Trend, state ir.CCode) study.Trend {
	for _, t := range trends {
		if t.State == state {
			return t
		}
	}
	return study.Trend{}
}

func (f *finder) ownWeight() {
	s := f.d.Structure
	for i, x := range s.Shares {
		if x.State != f.d.State || !x.HasGDP && !x.HasMilex {
			continue
		}
		f.add(InStructure, OwnWeight{
			State: x.State, GDP: amount(x.GDP), Milex: amount(x.Milex),
			HasGDP: x.HasGDP, HasMilex: x.HasMilex, Rank: i + 1, Among: len(s.Shares),
		}, x.GDP, x.Milex)
	}
}

func (f *finder) position() {
	p := f.d.Position
	row, ok := p.Row(f.d.State)
	if !ok {
		return
	}
	mover := study.Mover{}
	if len(p.Movers) > 0 {
		mover = p.Movers[0]
	}
	f.add(InPosition, Squeezed{
		Q05: row.Squeeze.Q05, Q95: row.Squeeze.Q95, Mover: mover,
		State: f.d.State, Pair: p.Pair, Squeeze: amount(p.Squeeze),
		Rank: row.Squeeze.Rank, RankLow: row.Squeeze.Low, RankHigh: row.Squeeze.High, Among: len(p.Rows),
		Taiwan: slices.ContainsFunc(p.Rows, func(r study.PositionRow) bool { return r.State == taiwan }),
		Leads:  p.Leads, Settings: p.Settings, PairShare: p.PairShare,
	}, p.Squeeze)
	f.add(InPosition, OtherRanks{
		State: f.d.State, Squeeze: row.Squeeze.Rank, Among: len(p.Rows), First: p.Rows[0].State,
		Tightness: row.Tightness.Rank, Total: row.Total.Rank,
	}, p.Tightness, p.Total)
	f.exposure()
}

func (f *finder) crisis(c study.Crisis) {
	has := c.Patron != ir.World
	with, without := odds(c.With), odds(c.Without)
	said := CrisisOdds{
		State: f.d.State, Challenger: c.Challenger, Patron: c.Patron, HasPatron: has, AtWar: f.atWarWith(c.Challenger),
		Record: amount(c.Record), Unplayed: c.Unplayed, Odds: with, Helpers: helpers(c),
	}
	if m, ok := newMeans(c.Instruments); ok {
		said.Means = &m
	}
	f.add(InCrisis, said, c.Record, c.With.Demand, c.With.Resist, c.With.Attack, c.With.Intervene, c.With.Fight, c.With.War)
	if has {
		apart := c.Abandoned.Low > 0 || c.Abandoned.High < 0
		f.add(InCrisis, PatronMatters{f.d.State, c.Challenger, c.Patron, with, without, apart},
			c.With.Attack, c.Without.Attack, c.With.WinJoined, c.Without.WinAlone)
	}
	if now, more, ok := effortEnds(c.Efforts); ok {
		less, _ := nearest(c.Efforts, 0)
		matters := abs(now.Attack-more.Attack) >= f.reading.EffortMatters*now.Attack
		f.add(InCrisis, EffortBuys{f.d.State, c.Challenger, less, more, now, matters}, c.With.Fight)
	}
}

// atWarWith reports whether the state is at war with another on record.
func (f *finder) atWarWith(c ir.CCode) bool {
	return slices.ContainsFunc(f.d.Warnings, func(w prov.Warning) bool { return w.Code == "war" && other(w, f.d.State) == c })
}

func odds(p study.Play) Odds {
	return Odds{
		Demand: amount(p.Demand), Resist: amount(p.Resist), Attack: amount(p.Attack),
		Intervene: amount(p.Intervene), Fight: amount(p.Fight), War: amount(p.War),
		WinAlone: amount(p.WinAlone), WinJoined: amount(p.WinJoined),
	}
}
