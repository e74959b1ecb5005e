package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/internal/builtin"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/between"
	"github.com/shatterbelt/shatterbelt/study"
)

// throughSchema names the form of a place through time as JSON.
const throughSchema = "shatterbelt/through/1"

// spanOfYears is FIRST-LAST, or FIRST-LAST/STEP.
var spanOfYears = regexp.MustCompile(`^(\d{4})-(\d{4})(?:/(\d{1,3}))?$`)

// yearsThrough reads the years asked for.
func yearsThrough(text string) ([]ir.Year, error) {
	m := spanOfYears.FindStringSubmatch(text)
	if m == nil {
		return nil, usagef("--through is %q; want years such as 1816-2016, or 1900-1950/5 for every fifth", text)
	}
	first, _ := strconv.Atoi(m[1])
	last, _ := strconv.Atoi(m[2])
	step := 10
	if m[3] != "" {
		step, _ = strconv.Atoi(m[3])
	}
	if first > last || step == 0 {
		return nil, usagef("--through is %q; want the first year first, and a step of 1 or more", text)
	}
	var out []ir.Year
	for y := first; y <= last; y += step {
		out = append(out, ir.Year(y))
	}
	return out, nil
}

// follow measures the place where a state's capital is today, through the years.
func (f *positionFlags) follow(c *cobra.Command, text string) error {
	years, err := yearsThrough(f.through)
	if err != nil {
		return err
	}
	if f.formats != "" || f.input != "" || f.whole || f.year != 0 || f.all || f.by != string(study.ByRecord) {
		return usagef("--through goes with --csv, --json and --lang alone")
	}
	if _, err := f.check(); err != nil {
		return err
	}
	base, err := core.Snapshot()
	if err != nil {
		return err
	}
	st, err := base.Codes().Find(text)
	if err != nil {
		return err
	}
	s, err := openStore(c)
	if err != nil {
		return err
	}
	o, err := dataset.Powers(c.Context(), s, builtin.Datasets())
	if err != nil {
		return err
	}
	say(c, o)
	places, of, err := capitalPlaces(st.CCode)
	if err != nil {
		return err
	}
	t := study.Follow(o.Snapshot, desk.SeatsOf(o), places, of, years, study.Default())
	w, codes := c.OutOrStdout(), o.Snapshot.Codes()
	switch {
	case f.asJS:
		return writeJSON(w, struct {
			Schema string   `json:"schema"`
			State  ir.CCode `json:"ccode"`
			study.Through
			Imported []string `json:"imported"`
		}{throughSchema, st.CCode, t, desk.Imported(o)})
	case f.asCSV:
		return throughCSV(w, t, st, codes)
	}
	return throughText(w, t, st, codes, f.lang)
}

// capitalPlaces are the points of the capitals of the core's states, and which is
// that of a state.
func capitalPlaces(c ir.CCode) (places []between.Place, of int, err error) {
	capitals, err := core.Capitals()
	for i, at := range capitals {
		places = append(places, between.Place{Lat: at.Lat, Lon: at.Lon})
		if at.State == c {
			of = i
		}
	}
	return places, of, err
}

func throughCSV(w io.Writer, t study.Through, st ir.State, codes *ir.Codes) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{"place", "year", "squeeze", "rank", "rank_low", "rank_high", "places", "settings", "power_a", "power_b"})
	for _, p := range t.Years {
		_ = out.Write([]string{
			st.ISO, yearText(p.Year), number(p.Squeeze), strconv.Itoa(p.Rank), strconv.Itoa(p.Low), strconv.Itoa(p.High),
			strconv.Itoa(t.Places), strconv.Itoa(t.Settings), name(codes, p.Pair.A, ""), name(codes, p.Pair.B, ""),
		})
	}
	out.Flush()
	return out.Error()
}

var throughWords = map[string]struct{ cols, note, left string }{
	"en": {
		"year|squeeze|rank|range|between|powers",
		"The place of today's capital of %s among those of %d states, whoever governed it, between the major powers of record by CINC.\nRanks with their range over %d settings.\n",
		"Years without two such powers on record: %s.\n",
	},
	"ko": {
		"연도|압착도|순위|범위|사이|강대국 수",
		"%s의 현재 수도 지점을 %d개국 수도 지점 가운데 비교함. 통치 주체와 무관하며, 강대국은 해당 연도 공인 강대국, 국력은 CINC 기준.\n순위 범위는 설정 %d가지 기준.\n",
		"강대국 둘 이상의 기록이 없는 연도: %s.\n",
	},
}

// nameThen is the name of a state as of a year.
func nameThen(codes *ir.Codes, c ir.CCode, lang string, y ir.Year) string {
	en, ko, other := source.NamesIn(c, y)
	switch {
	case !other:
		return name(codes, c, lang)
	case lang == "ko":
		return ko
	}
	return en
}

// inLang is the name of a state in a language.
func inLang(st ir.State, lang string) string {
	if lang == "ko" {
		return st.NameKO
	}
	return st.NameEN
}

func joinYears(years []ir.Year) string {
	texts := make([]string, len(years))
	for i, y := range years {
		texts[i] = yearText(y)
	}
	return strings.Join(texts, ", ")
}

func throughText(w io.Writer, t study.Through, st ir.State, codes *ir.Codes, lang string) error {
	words := throughWords[lang]
	out := table.NewWriter()
	out.AppendHeader(cells(words.cols))
	for _, p := range t.Years {
		between := nameThen(codes, p.Pair.A, lang, p.Year) + ", " + nameThen(codes, p.Pair.B, lang, p.Year)
		out.AppendRow(table.Row{yearText(p.Year), fmt.Sprintf("%.3f", p.Squeeze), p.Rank, fmt.Sprintf("%d-%d", p.Low, p.High), between, len(p.Powers)})
	}
	text := out.Render() + "\n" + fmt.Sprintf(words.note, inLang(st, lang), t.Places, t.Settings)
	if len(t.Left) > 0 {
		text += fmt.Sprintf(words.left, joinYears(t.Left))
	}
	_, err := io.WriteString(w, text)
	return err
}
