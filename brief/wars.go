package brief

import "fmt"

// warListNames are the published lists of transitions, English and Korean.
var warListNames = map[string][2]string{
	"contenders":         {"Organski and Kugler: pairs of contenders", "오간스키·쿠글러: 경쟁국 쌍"},
	"thucydides":         {"Allison: since the late 15th century", "앨리슨: 15세기 말 이후"},
	"thucydides_1816":    {"of these, since the mid-19th century", "그중 19세기 중반 이후"},
	"thucydides_nuclear": {"of these, after the Second World War", "그중 제2차 세계대전 이후"},
}

// warTable says how often transitions on record ended in war, by list. It goes
// with the pictures of when lines cross.
func (c *composer) warTable() (table, bool) {
	s, w := c.d.Structure, c.v.place()
	if len(s.Transitions) == 0 || len(s.WarRate.Lists) == 0 {
		return table{}, false
	}
	t := table{caption: w.WarTable, note: w.WarNote, numbers: 1, small: true, head: []string{w.List, w.Cases, w.Wars, w.Share}}
	for _, l := range s.WarRate.Lists {
		names := warListNames[l.Key]
		t.rows = append(t.rows, []string{
			c.l.pick(names[0], names[1]), fmt.Sprint(l.Cases), fmt.Sprint(l.Wars), c.l.pct(Amount{l.Share, l.Low, l.High}),
		})
	}
	return t, true
}

// exactly is an amount without a range.
func exactly(v float64) Amount { return Amount{v, v, v} }
