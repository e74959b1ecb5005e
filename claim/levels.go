package claim

import (
	"fmt"
)

// Level is what the figure of a part is under the settings that share one value.
type Level struct {
	Value           string
	Settings, Known int
	Middle          float64 // median of the figure; NaN without any
	Low, High       float64 // ends of the widest interval
	For, Against    int
	Open            int
}

// Levels sorts the settings of a part by the one that matters most, in the order
// of its rule; where none matters there is one level of all.
func (f *PartFinding) Levels() (setting string, levels []Level) {
	if f.Known == 0 {
		return "", nil
	}
	name := ""
	if f.Matters != nil {
		name = f.Matters.Setting
	}
	for _, c := range f.Part.Settings {
		if c.Name != name {
			continue
		}
		for _, v := range c.Values {
			var in []Reading
			for _, r := range f.Readings {
				if chosen(r.Setting, name) == v {
					in = append(in, r)
				}
			}
			levels = append(levels, f.level(v, in))
		}
	}
	if levels == nil {
		levels = []Level{f.level("–", f.Readings)}
	}
	return name, levels
}

func (f *PartFinding) level(value string, readings []Reading) Level {
	l := Level{Value: value, Settings: len(readings)}
	for _, r := range readings {
		switch f.Part.Effect.Side(r) {
		case 1:
			l.For++
		case -1:
			l.Against++
		default:
			l.Open++
		}
	}
	l.Middle, l.Low, l.High, l.Known = overall(readings)
	return l
}

// Sentence says in one sentence what the levels show.
func (f *PartFinding) Sentence() Text {
	e := f.Part.Effect
	en, ko := "or more", "이상"
	if e.Least < 0 {
		en, ko = "or less", "이하"
	}
	need := Figure(e.Even + e.Least)
	if m := f.Matters; m != nil {
		return Text{
			fmt.Sprintf("By %s the figure runs from %s (%s) to %s (%s) on average; the argument needs %s %s", m.Setting, Figure(m.LowMean), m.LowAt, Figure(m.HiMean), m.HighAt, need, en),
			fmt.Sprintf("%s에 따라 평균 %s(%s)에서 %s(%s)까지 달라짐. 주장은 %s %s 필요", m.Setting, Figure(m.LowMean), m.LowAt, Figure(m.HiMean), m.HighAt, need, ko),
		}
	}
	return Text{
		fmt.Sprintf("The figure is %s (%s to %s); the argument needs %s %s", Figure(f.Value), Figure(f.Low), Figure(f.High), need, en),
		fmt.Sprintf("수치는 %s(%s~%s). 주장은 %s %s 필요", Figure(f.Value), Figure(f.Low), Figure(f.High), need, ko),
	}
}

// Behind is the table behind the picture of a part: its levels.
func (f *PartFinding) Behind() (Table, bool) {
	setting, levels := f.Levels()
	if len(levels) < 2 {
		return Table{}, false
	}
	t := Table{
		Title: f.Sentence(),
		Head:  []Text{plain("%s", setting), {"settings", "설정"}, {"middle", "중앙값"}, {"range", "범위"}, {"meet it", "충족"}, {"opposite", "반대"}, {"open", "판단 불가"}},
	}
	for _, l := range levels {
		t.Rows = append(t.Rows, []Text{
			plain("%s", l.Value), plain("%d", l.Settings), plain("%s", Figure(l.Middle)), plain("%s-%s", Figure(l.Low), Figure(l.High)),
			plain("%d", l.For), plain("%d", l.Against), plain("%d", l.Open),
		})
	}
	return t, true
}
