package claim

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// words are the pieces of a paragraph in one language.
type words struct {
	verdict                              map[Verdict]string
	notBuilt, noFigures, thin, data      string
	figure, alone, needsLeast, needsMost string
	counts, missing, moves, flips        string
	turns                                [2]string // the first value, and each further one
	stop, assumed, revised               string
}

var spoken = map[string]words{
	"en": {
		verdict:    map[Verdict]string{Supported: "supported", Contradicted: "contradicted", Mixed: "mixed", Undetermined: "undetermined"},
		notBuilt:   "This part is not computed: the program names the study “%s” and does not have it yet.",
		noFigures:  "No setting gave a figure from the data at hand.",
		thin:       "Too many settings lack data for a verdict.",
		data:       " Import %s.",
		figure:     "The figure is %s (%s to %s over %d settings), unit: %s.",
		alone:      "The figure is %s (%s to %s), unit: %s.",
		needsLeast: " The argument needs %s or more, its opposite %s or less.",
		needsMost:  " The argument needs %s or less, its opposite %s or more.",
		counts:     " Of the admissible settings %d meet it, %d meet the opposite, %d decide nothing.",
		missing:    " %d of those have no data.",
		moves:      " What moves it most is %s: %s on average with %s, %s with %s.",
		turns:      [2]string{" It does so at %s = %s", ", %s = %s"},
		stop:       ".",
		revised:    " (revised: the edition held is younger than the month asked for or bears no date)",
		assumed:    " What courses do to others is assumed in the simulation, not estimated.",
		flips:      " The sign turns between relations that schools disagree on.",
	},
	"ko": {
		verdict:    map[Verdict]string{Supported: "지지", Contradicted: "반박", Mixed: "엇갈림", Undetermined: "판단 유보"},
		notBuilt:   "이 부분은 계산되지 않음. ‘%s’ 연구는 이름만 있고 아직 구현되지 않음.",
		noFigures:  "보유 자료로 수치를 낸 설정이 없음.",
		thin:       "자료 없는 설정이 많아 판정할 수 없음.",
		data:       " 반입할 자료: %s.",
		figure:     "수치는 %s(설정 %[4]d개에 걸쳐 %[2]s~%[3]s), 단위: %[5]s.",
		alone:      "수치는 %s(%s~%s), 단위: %s.",
		needsLeast: " 주장이 성립하려면 %s 이상, 반박되려면 %s 이하여야 함.",
		needsMost:  " 주장이 성립하려면 %s 이하, 반박되려면 %s 이상이어야 함.",
		counts:     " 허용 설정 중 %d개가 충족, %d개가 반대, %d개는 판단 불가.",
		missing:    " 그중 %d개는 자료 없음.",
		moves:      " 가장 크게 좌우하는 설정은 %s: %[3]s일 때 평균 %[2]s, %[5]s일 때 %[4]s.",
		turns:      [2]string{" 바뀌는 값: %s = %s", ", %s = %s"},
		stop:       ".",
		revised:    " (수정 반영: 보유 판본이 해당 시점보다 늦거나 날짜가 없음)",
		assumed:    " 노선이 상대에게 주는 효과는 추정이 아니라 시뮬레이션의 가정임.",
		flips:      " 학파가 갈리는 관계에 따라 부호가 바뀜.",
	},
}

// Word is a verdict in words, lang being ko or en.
func (v Verdict) Word(lang string) string { return in(lang).verdict[v] }

func in(lang string) words {
	if lang == "ko" {
		return spoken["ko"]
	}
	return spoken["en"]
}

// Say is one paragraph on a part: the figure, what the argument needs, and how
// the settings fall.
func (f *PartFinding) Say(lang string) string {
	w := in(lang)
	var b strings.Builder
	needed := func() {
		if len(f.Import) > 0 {
			fmt.Fprintf(&b, w.data, strings.Join(f.Import, ", "))
		}
	}
	switch f.Gap {
	case NotBuilt:
		fmt.Fprintf(&b, w.notBuilt, f.Part.Study)
		needed()
		return b.String()
	case NoFigures:
		b.WriteString(w.noFigures)
		needed()
		return b.String()
	}
	e := f.Part.Effect
	if len(f.Readings) == 1 {
		fmt.Fprintf(&b, w.alone, Figure(f.Value), Figure(f.Low), Figure(f.High), e.Unit)
	} else {
		fmt.Fprintf(&b, w.figure, Figure(f.Value), Figure(f.Low), Figure(f.High), len(f.Readings), e.Unit)
	}
	needs := w.needsLeast
	if e.Least < 0 {
		needs = w.needsMost
	}
	fmt.Fprintf(&b, needs, Figure(e.Even+e.Least), Figure(e.Even-e.Least))
	fmt.Fprintf(&b, w.counts, f.For, f.Against, f.Open)
	if missing := len(f.Readings) - f.Known; missing > 0 {
		fmt.Fprintf(&b, w.missing, missing)
	}
	if f.Flips {
		b.WriteString(w.flips)
		for i, t := range f.Turns {
			fmt.Fprintf(&b, w.turns[min(i, 1)], t.Name, Figure(t.Value))
		}
		if len(f.Turns) > 0 {
			b.WriteString(w.stop)
		}
	}
	if f.Readings[0].Relation != "" {
		b.WriteString(w.assumed)
	}
	if m := f.Matters; m != nil {
		fmt.Fprintf(&b, w.moves, m.Setting, Figure(m.LowMean), m.LowAt, Figure(m.HiMean), m.HighAt)
	}
	if f.Gap == Thin {
		b.WriteString(" " + w.thin)
		needed()
	}
	return b.String()
}

// Figure writes a number with three digits that matter, and a gap as a dash.
func Figure(v float64) string {
	switch {
	case math.IsNaN(v):
		return "–"
	case math.Abs(v) < 1e-9:
		return "0"
	case math.Abs(v) >= 100:
		return strconv.FormatFloat(v, 'f', 0, 64)
	}
	return strings.TrimPrefix(strconv.FormatFloat(round(v), 'f', -1, 64), "+")
}

// round keeps three digits that matter, and no more than four behind the point.
func round(v float64) float64 {
	const digits, behind = 3, 4
	places := math.Min(behind, digits-1-math.Floor(math.Log10(math.Abs(v))))
	scale := math.Pow(10, math.Max(places, 0))
	return math.Round(v*scale) / scale
}
