package claim

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/transition"
)

// Table is something shown beside a figure that takes no part in its verdict.
// Without rows it is a remark.
type Table struct {
	Title Text
	Head  []Text
	Rows  [][]Text
}

// TextTable is a table in one language.
type TextTable struct {
	Title string
	Head  []string
	Rows  [][]string
}

// In is the table in a language, ko or en.
func (t Table) In(lang string) TextTable {
	row := func(texts []Text) []string {
		out := make([]string, len(texts))
		for i, c := range texts {
			out[i] = c.In(lang)
		}
		return out
	}
	out := TextTable{Title: t.Title.In(lang), Head: row(t.Head)}
	for _, r := range t.Rows {
		out.Rows = append(out.Rows, row(r))
	}
	return out
}

// beside makes what is shown beside the figures of a study.
type beside func(ctx context.Context, b *Bench, f *PartFinding) ([]Table, error)

var besides = map[string]beside{
	"attempts":   decades,
	"case-lists": allLists,
	"hedges":     treatiesThrough,
	"rank":       placeThrough,
}

// plain is a text that is the same in both languages.
func plain(format string, args ...any) Text {
	s := fmt.Sprintf(format, args...)
	return Text{s, s}
}

// wanting is the remark in place of a table that takes data which are not in the
// store; ok is false where the error is another one.
func wanting(err error, what Text) (Table, bool) {
	var missing *dataset.MissingError
	if !errors.As(err, &missing) {
		return Table{}, false
	}
	var keys []string
	for _, n := range missing.Need {
		keys = append(keys, n.Dataset)
	}
	list := strings.Join(keys, ", ")
	return Table{Title: Text{what.EN + ": import " + list + ".", what.KO + ": " + list + " 반입 필요."}}, true
}

// decades counts attempts by decade and size, and says where 2022 stands.
func decades(_ context.Context, b *Bench, f *PartFinding) ([]Table, error) {
	out := Table{
		Title: Text{
			"Attempts by decade: all on record, those of which nothing is disputed, and those of a thousand dead or more; the record ends in 2014",
			"10년 단위 시도 건수: 전체, 이견 없는 사례, 사망 1천 명 이상(기록은 2014년까지)",
		},
		Head: []Text{{"decade", "연대"}, {"all", "전체"}, {"undisputed", "이견 없음"}, {"a thousand dead", "1천 명 이상"}, {"undisputed, a thousand dead", "이견 없음·1천 명 이상"}},
	}
	all := Attempts()
	wide := []Chosen{{"force", "any"}, {"actor", "any"}, {"result", "any"}, {"target", "home"}}
	deadly := slices.Clone(wide)
	deadly[0].Value = "deaths_1000"
	const start = 1940
	for from := ir.Year(start); from < invasion; from += 10 {
		in := slices.DeleteFunc(slices.Clone(all), func(a Attempt) bool { return a.Year < from || a.Year >= from+10 })
		sure, either := count(in, wide, b.Year)
		sureDead, dead := count(in, deadly, b.Year)
		if either > 0 {
			out.Rows = append(out.Rows, []Text{plain("%d-%d", from, from+9), plain("%d", either), plain("%d", sure), plain("%d", dead), plain("%d", sureDead)})
		}
	}
	return []Table{out, unprecedented(f.Readings)}, nil
}

// unprecedented names the settings under which no earlier case is on record.
func unprecedented(readings []Reading) Table {
	var settings []string
	for _, r := range readings {
		if r.High > 0 {
			continue
		}
		var parts []string
		for _, c := range r.Setting {
			parts = append(parts, c.Name+" "+c.Value)
		}
		settings = append(settings, strings.Join(parts, ", "))
	}
	if len(settings) == 0 {
		return Table{Title: Text{"No setting is without an earlier case, so 2022 is the first of no kind asked about", "이전 사례가 없는 설정이 없어 2022년은 어느 유형에서도 최초가 아님"}}
	}
	list := strings.Join(settings, "; ")
	return Table{Title: Text{"An attempt of 2022 is the first on record only in the narrowest settings: " + list, "2022년의 시도가 기록상 최초인 경우는 가장 좁은 설정뿐임: " + list}}
}

// passages are how many years a transition is taken to last where a share of
// transitions is turned into a yearly chance.
var passages = []int{10, 20, 40}

// allLists sets the shares of every published list side by side, the range first,
// and what they would mean for a year near parity.
func allLists(_ context.Context, b *Bench, _ *PartFinding) ([]Table, error) {
	lists := CaseLists()
	least, most := 1.0, 0.0
	out := Table{Head: []Text{{"list", "목록"}, {"work", "문헌"}, {"cases", "사례"}, {"wars", "전쟁"}, {"share", "비율"}, {"interval", "구간"}}}
	for _, l := range lists {
		r := l.Rate(b.Rule.Level)
		least, most = min(least, r.Share), max(most, r.Share)
		out.Rows = append(out.Rows, []Text{
			plain("%s", l.Key), plain("%s", l.Cite), plain("%d", l.N), plain("%d", l.Wars), plain("%s", Figure(r.Share)), plain("%s-%s", Figure(r.Low), Figure(r.High)),
		})
	}
	out.Title = Text{
		fmt.Sprintf("The share runs from %s to %s over the published lists before any sampling error; the list long_cycles holds only wars by its making and takes no part in the verdict", Figure(least), Figure(most)),
		fmt.Sprintf("공표 목록에 따른 비율은 표본오차 이전에 %s~%s. long_cycles 목록은 정의상 전쟁만 담아 판정에서 제외", Figure(least), Figure(most)),
	}
	implied := Table{
		Title: Text{
			"What a share would mean near parity: the yearly chance of war that gives it over a transition of so many years, arithmetic and no estimate",
			"세력균등기에 뜻하는 바: 전이가 해당 기간 지속될 때 그 비율을 낳는 연간 전쟁 확률(추정이 아닌 산술)",
		},
		Head: []Text{{"share", "비율"}},
	}
	for _, years := range passages {
		implied.Head = append(implied.Head, Text{fmt.Sprintf("over %d years", years), fmt.Sprintf("%d년", years)})
	}
	for _, key := range []string{"contenders", "thucydides", "thucydides_1816", "thucydides_nuclear"} {
		i := slices.IndexFunc(lists, func(l transition.CaseList) bool { return l.Key == key })
		share := lists[i].Rate(b.Rule.Level).Share
		row := []Text{plain("%s (%s)", Figure(share), key)}
		for _, years := range passages {
			row = append(row, plain("%s", Figure(yearly(share, years))))
		}
		implied.Rows = append(implied.Rows, row)
	}
	return []Table{out, implied}, nil
}
