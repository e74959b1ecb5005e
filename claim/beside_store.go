package claim

import (
	"context"
	"fmt"
	"slices"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/between"
	"github.com/shatterbelt/shatterbelt/measure/transition"
	"github.com/shatterbelt/shatterbelt/study"
)

// lacking is the error of a store that has none of these datasets.
func lacking(year ir.Year, keys ...string) error {
	e := &dataset.MissingError{Year: year}
	for _, k := range keys {
		e.Need = append(e.Need, dataset.Lacking{What: k, Dataset: k})
	}
	return e
}

// past is the record of powers of every year.
func (b *Bench) past(ctx context.Context) (*panel.Snapshot, []study.Seat, error) {
	if b.Past == nil {
		return nil, nil, lacking(0, "nmc", "cow-states", "capitals", "atop", "rivalries-tss")
	}
	return b.Past(ctx)
}

// wide is a bench over every member of the state system of a year.
func (b *Bench) wide(ctx context.Context, year ir.Year) (*Bench, error) {
	if b.System == nil {
		return nil, lacking(year, "nmc", "cow-states", "capitals", "atop", "rivalries-tss")
	}
	s, err := b.System(ctx, year)
	if err != nil {
		return nil, err
	}
	return &Bench{
		Figures: s, Year: year, Seed: b.Seed, Futures: b.Futures, Workers: b.Workers, Settings: b.Settings,
		Good: b.Good, Rule: b.Rule, Coding: b.Coding, Votes: b.Votes,
	}, nil
}

// remark is the one table there is where imported data are missing.
func remark(err error, what Text) ([]Table, error) {
	if t, ok := wanting(err, what); ok {
		return []Table{t}, nil
	}
	return nil, err
}

// centuries are the years in which a place is looked at.
var centuries = []ir.Year{1816, 1836, 1856, 1876, 1896, 1913, 1925, 1938, 1950, 1960, 1970, 1980, 1990, 2000, 2010, 2016}

// placeThrough ranks the point of a state's capital of today among those of all
// states covered, whoever governed them, since 1816.
func placeThrough(ctx context.Context, b *Bench, f *PartFinding) ([]Table, error) {
	state, err := b.state(f.Part.Value("state"))
	if err != nil {
		return nil, err
	}
	s, seats, err := b.past(ctx)
	if err != nil {
		return remark(err, Text{"Ranks of the place since 1816, whoever governed it, take imported data", "1816년 이후 해당 장소의 순위에 필요한 자료"})
	}
	capitals, err := core.Capitals()
	if err != nil {
		return nil, err
	}
	var places []between.Place
	for _, at := range capitals {
		places = append(places, between.Place{Lat: at.Lat, Lon: at.Lon})
	}
	of := slices.IndexFunc(capitals, func(c core.Capital) bool { return c.State == state })
	if of < 0 {
		return nil, nil
	}
	years := slices.DeleteFunc(slices.Clone(centuries), func(y ir.Year) bool { return y > b.Year })
	t := study.Follow(s, seats, places, of, years, b.Settings)
	out := Table{Head: []Text{{"year", "연도"}, {"rank", "순위"}, {"range", "범위"}}}
	worst := 0
	for _, y := range t.Years {
		if float64(y.Rank) <= 0.1*float64(t.Places) {
			worst++
		}
		out.Rows = append(out.Rows, []Text{plain("%d", y.Year), plain("%d", y.Rank), plain("%d-%d", y.Low, y.High)})
	}
	out.Title = Text{
		fmt.Sprintf("The place, whoever governed it, among those of %d capitals of today: in the most exposed tenth in %d of %d years since 1816 (imported data; ranks with their range over %d settings)", t.Places, worst, len(t.Years), t.Settings),
		fmt.Sprintf("통치 주체와 무관하게 현재 수도 지점 %d곳 중 순위: 1816년 이후 %d개 연도 중 %d개 연도에 상위 10분의 1(반입 자료, 설정 %d가지의 범위)", t.Places, len(t.Years), worst, t.Settings),
	}
	return []Table{out}, nil
}

// systems are the years whose state systems are looked at.
var systems = []ir.Year{1816, 1850, 1880, 1913, 1925, 1938, 1950, 1970, 1989, 2000, 2018}

// treatiesThrough is the share of the neighbours of great powers that combine
// kinds of treaties, over the whole state system since 1816.
func treatiesThrough(ctx context.Context, b *Bench, _ *PartFinding) ([]Table, error) {
	what := Text{"The mix of treaties over the whole state system since 1816 takes imported data", "1816년 이후 전체 국가의 조약 조합에 필요한 자료"}
	out := Table{
		Title: Text{
			"Of all states that border on a great power and are none, those that hold two or more kinds of treaty and not with one side alone (imported data, which do not tell small states before 1990)",
			"강대국과 국경을 맞댄 비강대국 전체 중 두 종류 이상의 조약을 한쪽에만 두지 않고 가진 비율(반입 자료로는 1990년 이전 소국을 구분할 수 없음)",
		},
		Head: []Text{{"year", "연도"}, {"neighbours of powers", "강대국 인접국"}, {"combining", "결합"}, {"share", "비율"}, {"interval", "구간"}},
	}
	setting := []Chosen{{"ties", "treaties"}, {"near", "border"}}
	for _, y := range systems {
		if y > b.Year {
			continue
		}
		w, err := b.wide(ctx, y)
		if err != nil {
			return remark(err, what)
		}
		if d, ok := w.Figures.Describe("defence_pact"); !ok || d.First > y {
			return remark(lacking(y, "atop"), what)
		}
		both, some := w.bound(y, setting)
		r := transition.Jeffreys(both, some, b.Rule.Level)
		out.Rows = append(out.Rows, []Text{plain("%d", y), plain("%d", some), plain("%d", both), plain("%s", Figure(r.Share)), plain("%s-%s", Figure(r.Low), Figure(r.High))})
	}
	return []Table{out}, nil
}

// bound counts the states beside a great power that are none, and those of them
// that combine ties.
func (b *Bench) bound(year ir.Year, s []Chosen) (both, some int) {
	x, err := b.at(year)
	if err != nil {
		return 0, 0 // a year without powers on record
	}
	var others []ir.CCode
	for _, st := range b.Figures.Codes().All() {
		if !slices.Contains(x.Powers, st.CCode) {
			others = append(others, st.CCode)
		}
	}
	return b.hedgers(others, x.Powers, year, s)
}
