package brief

import (
	"fmt"
	"slices"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// Means says by which instruments a challenger acts, and of which fights come.
type Means struct {
	Likeliest string  `json:"likeliest"` // instrument most disputes begin with
	Chosen    float64 `json:"chosen"`    // share of disputes that do
	Deadliest string  `json:"deadliest"` // instrument most fights that cost lives come of
	Part      float64 `json:"part"`      // share of such fights
}

// newMeans finds the two; false where no instrument is known.
func newMeans(list []study.Instrument) (Means, bool) {
	if len(list) == 0 {
		return Means{}, false
	}
	all := 0.0
	for _, i := range list {
		all += i.Year
	}
	often := slices.MaxFunc(list, func(a, b study.Instrument) int { return compareFloat(a.Chosen, b.Chosen) })
	bad := slices.MaxFunc(list, func(a, b study.Instrument) int { return compareFloat(a.Year, b.Year) })
	m := Means{Likeliest: often.Name, Chosen: often.Chosen, Deadliest: bad.Name}
	if all > 0 {
		m.Part = bad.Year / all
	}
	return m, true
}

// helpers are the patrons of a crisis beside the leading one.
func helpers(x study.Crisis) []ir.CCode {
	return slices.DeleteFunc(slices.Clone(x.Patrons), func(c ir.CCode) bool { return c == x.Patron })
}

// instrumentNames are the instruments in a sentence, in both languages.
var instrumentNames = map[string][2]string{
	"demand":         {"a demand", "요구"},
	"grey zone":      {"grey-zone acts", "회색지대 도발"},
	"blockade":       {"a blockade", "봉쇄"},
	"limited attack": {"a limited attack", "제한적 공격"},
	"invasion":       {"an invasion", "침공"},
}

// instrument is the name of an instrument.
func (l *lexicon) instrument(name string) string {
	if n, ok := instrumentNames[name]; ok {
		return l.pick(n[0], n[1])
	}
	return l.model(name)
}

func (e english) means(m Means) string {
	if m.Likeliest == m.Deadliest {
		return fmt.Sprintf("Its likeliest means is %s, with which %s of disputes begin and of which %s of such fights come.",
			e.instrument(m.Likeliest), e.share(m.Chosen), e.share(m.Part))
	}
	return fmt.Sprintf("Its likeliest means is %s, with which %s of disputes begin; of such fights %s come of %s.",
		e.instrument(m.Likeliest), e.share(m.Chosen), e.share(m.Part), e.instrument(m.Deadliest))
}

func (k korean) means(m Means) string {
	if m.Likeliest == m.Deadliest {
		return fmt.Sprintf("가장 유력한 수단은 %s. 분쟁의 %s, 인명 피해 충돌의 %s 여기서 비롯", k.instrument(m.Likeliest), Josa(k.share(m.Chosen), GwaWa), Josa(k.share(m.Part), IGa))
	}
	return fmt.Sprintf("가장 유력한 수단은 %s(분쟁의 %s). 인명 피해 충돌은 %s에서 가장 많이 비롯(%s)",
		k.instrument(m.Likeliest), k.share(m.Chosen), k.instrument(m.Deadliest), k.share(m.Part))
}

// meansTable lists the instruments of a crisis.
func (c *composer) meansTable(x study.Crisis) fold {
	l := c.labels
	t := table{
		head:    []string{l.Means, l.MeansChosen, l.MeansResist, l.MeansFought, l.MeansCome, l.MeansYear},
		numbers: 1, note: l.MeansNote, small: true,
	}
	for _, i := range x.Instruments {
		row := []string{upperFirst(c.l.instrument(i.Name))}
		for _, v := range []float64{i.Chosen, i.Resist, i.Fought, i.Come, i.Year} {
			row = append(row, c.l.share(v))
		}
		t.rows = append(t.rows, row)
	}
	return fold{summary: fmt.Sprintf(l.MeansTable, c.l.name(x.Challenger)), blocks: []block{t}}
}
