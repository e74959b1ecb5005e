package brief

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// inLang picks the words of a language.
func inLang(lang, en, ko string) string {
	if lang == "ko" {
		return ko
	}
	return en
}

func styleOf(lang string) style {
	if lang == "ko" {
		return styleKO
	}
	return styleEN
}

// record is a ratio that grows by a rate from a value, and its fan with a
// spread that widens; all invented.
func record(first, now, horizon int, from, rate, fade, sd float64) (history []study.TrendPoint, fan []fanYear) {
	v := from
	for y := first; y <= now; y++ {
		w := v * (1 + 0.02*math.Sin(float64(y)))
		history = append(history, study.TrendPoint{Year: ir.Year(y), Value: w, Low: w, High: w})
		v *= math.Exp(rate)
	}
	v = history[len(history)-1].Value
	for y := now; y <= horizon; y++ {
		k := float64(y - now)
		s := sd * math.Sqrt(k+k*k/6)
		m := math.Log(v) + rate*fade*(1-math.Exp(-k/fade))
		q := func(z float64) float64 { return math.Exp(m + z*s) }
		fan = append(fan, fanYear{y, q(-1.645), q(-0.674), q(0), q(0.674), q(1.645)})
	}
	return history, fan
}

// States of the gallery's maps beside those of the fixture.
const (
	mlt, bih, bah, sgp ir.CCode = 338, 346, 692, 830
)

var tooSmall = []speck{{sgp, point{103.85, 1.29}}, {mlt, point{14.51, 35.9}}, {bah, point{50.58, 26.23}}}

var beyond, absent = math.Inf(1), crossing{math.NaN(), math.NaN(), math.NaN(), math.NaN()}

// galleryFan has a ratio not yet at 1, one that passed it, and one without data
// or far below.
func galleryFan(lang string, missing bool) fanChart {
	c := fanChart{
		levels: []fanLevel{{1, inLang(lang, "equal", "대등")}, {0.8, inLang(lang, "80\u00a0%", "80%")}},
		words:  fanWords{inLang(lang, "Year of overtaking, by window and price", "추정 기간·가격 기준별 추월 연도"), inLang(lang, "never", "미추월"), inLang(lang, "no data", "자료 없음")},
		lang:   styleOf(lang),
	}
	for _, w := range []string{"5", "7", "10", "15", "20", "30"} {
		c.rows = append(c.rows, fanRow{w + inLang(lang, " years", "년"), false})
	}
	c.rows = append(c.rows, fanRow{inLang(lang, "all windows", "전체"), true})
	market, marketFan := record(1990, 2024, 2074, 0.066, 0.068, 10, 0.045)
	ppp, pppFan := record(1990, 2024, 2074, 0.28, 0.047, 9, 0.03)
	c.panels = []fanPanel{
		{inLang(lang, "Market rates", "시장 환율"), market, marketFan, []crossing{
			{beyond, beyond, beyond, 0.94}, {2041, beyond, beyond, 0.71}, {2037, 2052, beyond, 0.41}, {2033, 2042, beyond, 0.22},
			{2031, 2038, 2061, 0.06}, {2030, 2036, 2047, 0.004}, {2033, 2049, beyond, 0.39},
		}},
		{inLang(lang, "Constant prices", "불변 가격"), nil, nil, nil},
		{inLang(lang, "Purchasing power", "구매력"), ppp, pppFan, []crossing{
			{2016, 2016, 2016, 0}, {2016, 2016, 2016, 0}, {2016, 2016, 2016, 0}, {2016, 2016, 2016, 0}, {2016, 2016, 2016, 0}, absent, {2016, 2016, 2016, 0},
		}},
	}
	if !missing {
		constant, constantFan := record(1990, 2024, 2074, 0.1, 0.05, 12, 0.035)
		c.panels[1].history, c.panels[1].fan = constant, constantFan
		c.panels[1].crossing = []crossing{
			{beyond, beyond, beyond, 1}, {2058, beyond, beyond, 0.88}, {2046, 2064, beyond, 0.47}, {2040, 2050, 2071, 0.09},
			{2039, 2047, 2060, 0.01}, {2038, 2044, 2053, 0}, {2042, 2057, beyond, 0.43},
		}
	}
	return c
}

// galleryApart is a ratio that stays far below 1.
func galleryApart(lang string) fanChart {
	c := galleryFan(lang, false)
	for i := range c.panels {
		c.panels[i].history, c.panels[i].fan = record(1990, 2024, 2074, 0.03+0.02*float64(i), 0.002, 10, 0.05)
		c.panels[i].crossing = nil
		for range c.rows {
			c.panels[i].crossing = append(c.panels[i].crossing, crossing{beyond, beyond, beyond, 1})
		}
	}
	return c
}

func gradient(home, half float64) (curve, other []reachAt) {
	for d := 0.0; d <= 12000; d += 100 {
		curve = append(curve, reachAt{d, home / (1 + math.Pow(d/half, 2))})
		other = append(other, reachAt{d, math.Pow(home, math.Log10(d/600+(10-math.E)+math.E))})
	}
	return curve, other
}

// galleryReach is a far power with a base near by against a near one.
func galleryReach(lang string, based bool) reachChart {
	usaCurve, usaOther := gradient(0.38, 3000)
	chnCurve, chnOther := gradient(0.13, 3000)
	from := inLang(lang, "from home", "본토에서")
	return reachChart{
		lines: []reachLine{
			{
				inLang(lang, "United States", "미국"), penA, usaCurve, usaOther,
				reachMark{from, 9400, Amount{0.035, 0.012, 0.08}},
				reachMark{inLang(lang, "from a base in Japan", "일본 기지에서"), 1150, Amount{0.331, 0.29, 0.36}}, based,
			},
			{inLang(lang, "China", "중국"), penB, chnCurve, chnOther, reachMark{from, 950, Amount{0.118, 0.1, 0.125}}, reachMark{}, false},
		},
		words: reachWords{
			inLang(lang, "Share of world military spending that can be brought to bear", "투사 가능한 군사력(세계 군사비 중 비중)"),
			inLang(lang, "kilometres from the power's capital or base", "수도 또는 기지로부터의 거리(km)"),
			inLang(lang, "Bueno de Mesquita's gradient", "부에노 데 메스키타 감쇠식"),
		},
		lang: styleOf(lang),
	}
}

// galleryNear is two neighbours whose marks and curves nearly meet.
func galleryNear(lang string) reachChart {
	c := galleryReach(lang, true)
	c.lines[0].home.km, c.lines[0].home.share = 820, Amount{0.353, 0.353, 0.353}
	c.lines[0].base = reachMark{inLang(lang, "from a base in Bosnia and Herzegovina", "보스니아 헤르체고비나 기지에서"), 640, Amount{0.363, 0.363, 0.363}}
	c.lines[1].curve, c.lines[1].other = gradient(0.36, 3200)
	c.lines[1].home = reachMark{c.lines[1].home.label, 1010, Amount{0.327, 0.31, 0.34}}
	return c
}

// galleryRanks has a state first in every setting, long names and a gap.
func galleryRanks(lang string, states int) rankChart {
	c := rankChart{
		measures: []string{inLang(lang, "Squeeze", "압착도"), inLang(lang, "Total squeeze", "총압착도"), inLang(lang, "Tightness", "긴박도")},
		words: rankWords{
			inLang(lang, "default setting", "기본 설정"), inLang(lang, "half of the settings", "설정의 절반"),
			inLang(lang, "all settings", "전체 설정"), inLang(lang, "no data", "자료 없음"),
		},
		lang: styleOf(lang),
	}
	names := []struct {
		en, ko string
		rank   int
	}{
		{"South Korea", "한국", 1}, {"Taiwan", "대만", 2}, {"Japan", "일본", 3}, {"North Korea", "북한", 4}, {"Ukraine", "우크라이나", 5},
		{"Kyrgyzstan", "키르기스스탄", 31}, {"Turkmenistan", "투르크메니스탄", 32}, {"Papua New Guinea", "파푸아뉴기니", 33}, {"Bosnia and Herzegovina", "보스니아 헤르체고비나", 34},
		{"North Macedonia", "북마케도니아", 35}, {"United Arab Emirates", "아랍에미리트", 36}, {"Trinidad and Tobago", "트리니다드 토바고", 37},
	}
	for i, n := range names {
		r := rankRow{name: inLang(lang, n.en, n.ko), own: n.en == "Bosnia and Herzegovina"}
		for k := range 3 {
			rank := min(states, n.rank+k*(i%4))
			b := rankBar{rank: rank, low: max(1, rank-3*i), high: min(states, rank+2*i+4*k), q25: max(1, rank-i), q75: min(states, rank+i)}
			b.missing = k == 2 && i == 6
			if i == 0 {
				b = rankBar{rank: 1, low: 1, high: 1, q25: 1, q75: 1}
			}
			r.bars = append(r.bars, b)
		}
		c.rows = append(c.rows, r)
	}
	return c
}

func galleryDegrees(lang string) degreeChart {
	return degreeChart{
		rows: []degree{
			{inLang(lang, "Buffer between the powers", "완충국"), Amount{0.72, 0.6, 0.81}, false},
			{inLang(lang, "Pivot: a change of side would decide which bloc is larger", "중추국: 진영 이동이 우열을 바꿈"), Amount{0.034, 0.01, 0.06}, false},
			{inLang(lang, "Bridge between the blocs", "가교국"), Amount{1, 1, 1}, false},
			{inLang(lang, "Battleground", "전장국"), Amount{0, 0, 0}, false},
			{inLang(lang, "Island", "도서국"), Amount{}, true},
			{inLang(lang, "Middle power", "중견국"), Amount{0.91, 0.85, 0.99}, false},
		},
		missing: inLang(lang, "no data", "자료 없음"), lang: styleOf(lang),
	}
}

func galleryLines(lang string) lineChart {
	line := func(name string, pen pen, thick bool, from, to, wide float64) trendLine {
		l := trendLine{name: name, pen: pen, thick: thick}
		for y := 1950; y <= 2023; y++ {
			k := float64(y-1950) / 73
			v := from + (to-from)*k + 0.004*math.Sin(float64(y)/3)
			if y > 1989 && y < 1993 {
				v = math.NaN()
			}
			l.points = append(l.points, study.TrendPoint{Year: ir.Year(y), Value: v, Low: v - wide, High: v + wide})
		}
		return l
	}
	short := line(inLang(lang, "Bosnia and Herzegovina", "보스니아 헤르체고비나"), penState, true, 0.02, 0.01, 0)
	short.points = short.points[50:70]
	return lineChart{inLang(lang, "Reach at the state", "해당 국가에 대한 투사력"), []trendLine{
		line(inLang(lang, "United States", "미국"), penA, false, 0.2, 0.26, 0.03), line(inLang(lang, "China", "중국"), penB, false, 0.03, 0.12, 0.01), short,
	}}
}

// gallery is every picture of structure and position, the hard cases included.
func gallery(lang string) map[string]string {
	title, desc := "Title", "Description."
	return map[string]string{
		"fan":           drawFan("fan", title, desc, galleryFan(lang, false)),
		"fan-missing":   drawFan("fan-missing", title, desc, galleryFan(lang, true)),
		"fan-never":     drawFan("fan-never", title, desc, galleryApart(lang)),
		"reach":         drawReach("reach", title, desc, galleryReach(lang, true)),
		"reach-no-base": drawReach("reach-no-base", title, desc, galleryReach(lang, false)),
		"reach-near":    drawReach("reach-near", title, desc, galleryNear(lang)),
		"ranks":         drawRanks("ranks", title, desc, galleryRanks(lang, 60)),
		"ranks-world":   drawRanks("ranks-world", title, desc, galleryRanks(lang, 193)),
		"degrees":       drawDegrees("degrees", title, desc, galleryDegrees(lang)),
		"lines":         drawLines("lines", title, desc, galleryLines(lang)),
	}
}

// TestGallery writes the pictures; with -show, to a folder to look at.
func TestGallery(t *testing.T) {
	dir := *show
	if dir == "" {
		dir = t.TempDir()
	}
	for _, lang := range []string{"en", "ko"} {
		pictures := gallery(lang)
		pictures["map-kor"] = galleryMap(t, "map-kor", lang, kor, tooSmall...)
		pictures["map-bih"] = galleryMap(t, "map-bih", lang, bih, tooSmall...)
		pictures["map-sgp"] = galleryMap(t, "map-sgp", lang, sgp, tooSmall...)
		for name, svg := range pictures {
			wellFormed(t, name, svg)
			if err := os.WriteFile(filepath.Join(dir, name+"."+lang+".svg"), []byte(svg), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// galleryMap is a neighbourhood at the size of real data: every land of the map
// ranked, with zones round some and dots for states too small for an outline.
func galleryMap(t testing.TB, id, lang string, state ir.CCode, specks ...speck) string {
	t.Helper()
	shapes, err := core.Geometry()
	if err != nil {
		t.Fatal(err)
	}
	korean := map[string]string{
		"Bosnia and Herz.": "보스니아 헤르체고비나", "South Korea": "한국", "North Korea": "북한", "China": "중국", "Japan": "일본", "Taiwan": "대만",
		"Russia": "러시아", "United States of America": "미국", "Serbia": "세르비아", "Croatia": "크로아티아", "Italy": "이탈리아", "Greece": "그리스",
		"Bulgaria": "불가리아", "Hungary": "헝가리", "Romania": "루마니아", "Albania": "알바니아", "Macedonia": "북마케도니아", "Austria": "오스트리아",
	}
	known := map[string]ir.CCode{"USA": usa, "RUS": rus, "CHN": chn, "PRK": prk, "KOR": kor, "TWN": twn, "JPN": jpn}
	var states []ir.State
	var outlines []Outline
	d := fixture()
	d.State, d.Position.State, d.Position.Rows = state, state, nil
	number := func(i int, s core.Shape) ir.CCode {
		if c, ok := known[s.ISO]; ok {
			return c
		}
		if s.Name == "Bosnia and Herz." {
			return bih
		}
		return ir.CCode(1000 + i)
	}
	add := func(c ir.CCode, en string, ring [][][2]float64, rank int) {
		iso := string([]rune{rune('A' + rank/26%26), rune('A' + rank%26), rune('A' + rank/676)})
		ko := korean[en]
		if ko == "" {
			ko = en
		}
		states = append(states, ir.State{CCode: c, GW: ir.GWCode(c), ISO: iso, NameEN: en, NameKO: ko})
		if ring != nil {
			outlines = append(outlines, Outline{iso, en, ring})
		}
		d.Position.Rows = append(d.Position.Rows, study.PositionRow{State: c, Squeeze: study.Standing{Rank: rank, Value: 1 / (1 + float64(rank*7%60))}})
	}
	for i, s := range shapes {
		if len(s.Rings) > 0 { // the others are specks below
			add(number(i, s), s.Name, s.Rings, i+1)
		}
	}
	for i, s := range specks {
		add(s.state, []string{"Singapore", "Malta", "Bahrain"}[i], nil, len(shapes)+i+1)
	}
	codes, err := ir.NewCodes(states)
	if err != nil {
		t.Fatal(err)
	}
	n, ok := newNeighbourhood(d, codes, outlines, specks...)
	if !ok {
		t.Fatalf("no map of %d", state)
	}
	balkans := zone{label: "2"}
	for i, s := range shapes {
		if slices.Contains([]string{"Bosnia and Herz.", "Serbia", "Croatia", "Montenegro", "Kosovo", "Macedonia", "Albania"}, s.Name) {
			balkans.states = append(balkans.states, number(i, s))
		}
	}
	n.zones = []zone{{"1", []ir.CCode{kor, prk, jpn}}, {"A–C", []ir.CCode{twn}}, balkans, {"3", []ir.CCode{990, 991}}}
	return drawMap(id, "Title", "Description.", n, d, &lexicon{lang: lang, codes: codes, style: styleOf(lang)}, newPalette(d))
}
