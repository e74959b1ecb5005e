package brief

import "github.com/shatterbelt/shatterbelt/study"

// measured is how capability was measured, in words: what a share is a share of,
// what votes are weighed by, and what a chart of reach counts.
type measured struct{ of, by, up [2]string } // English, Korean

// bySpending are the words for shares of world military spending.
var bySpending = measured{
	of: [2]string{"world military spending", "세계 군사비"}, by: [2]string{"military spending", "군사비"},
	up: [2]string{"Share of world military spending", "세계 군사비 대비 비중"},
}

// byUnit are the words for the other units of reach.
var byUnit = map[string]measured{
	"CINC": {
		of: [2]string{"the state system’s capability by CINC", "국제체제 종합국력(CINC)"}, by: [2]string{"CINC", "종합국력지수(CINC)"},
		up: [2]string{"Share of the state system’s CINC", "국제체제 종합국력지수(CINC) 대비 비중"},
	},
	"share of the table given": {
		of: [2]string{"the table given", "입력한 표 합계"}, by: [2]string{"the table given", "입력한 표"},
		up: [2]string{"Share of the table given", "입력한 표 합계 대비 비중"},
	},
}

// measuredBy finds the words for a dossier by the unit of its pressures.
func measuredBy(d study.Dossier) measured {
	for _, p := range d.Position.Pressures {
		if m, ok := byUnit[p.Pressure.Unit]; ok {
			return m
		}
	}
	return bySpending
}

func (l *lexicon) said(words [2]string) string { return l.pick(words[0], words[1]) }
