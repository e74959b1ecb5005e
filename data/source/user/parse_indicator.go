package user

import (
	"fmt"
	"math"
	"slices"

	"github.com/goccy/go-yaml/ast"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

// indicatorKeys are what an indicator may say of itself.
var indicatorKeys = []string{
	"name", "label", "label_ko", "unit", "state", "partner", "symmetric", "year", "start", "end", "wide", "value", "low", "high",
	"scale", "times", "sum", "where", "holds", "covers", "kind", "until",
}

func (r *mappingReader) indicators(n ast.Node) {
	for _, at := range r.list(n, "indicators") {
		before := r.Problems()
		i := r.indicator(at)
		if r.Problems() > before {
			continue
		}
		if slices.ContainsFunc(r.m.Indicators, func(have MappedIndicator) bool { return unlike(have, i) }) {
			r.Fail(at, fmt.Sprintf("indicator %s comes twice, in another unit or form", i.Indicator.Name), "let both say the same of it, or name one otherwise")
			continue
		}
		r.m.Indicators = append(r.m.Indicators, i)
	}
}

// unlike reports two declarations of one indicator that differ.
func unlike(a, b MappedIndicator) bool {
	one, other := a.Indicator, b.Indicator
	one.LabelEN, one.LabelKO = other.LabelEN, other.LabelKO
	return one.Name == other.Name && one != other
}

// written is what an indicator says beside its columns.
type written struct {
	symmetric, wide bool
	holds           string
	covers          []ir.Year
}

func (r *mappingReader) indicator(n ast.Node) MappedIndicator {
	found := r.Entries(n, "an indicator", indicatorKeys)
	r.Need(n, "the indicator", found, "name", "unit", "state")
	var i MappedIndicator
	var w written
	for _, e := range found {
		r.entry(e, &i, &w)
	}
	i.Indicator.Form = formOf(i.Partner, w.symmetric)
	i.Indicator.Holds, _ = panel.ParseHolds(w.holds)
	if i.Indicator.LabelEN == "" {
		i.Indicator.LabelEN = label("", i.Indicator.Name)
	}
	if i.Indicator.LabelKO == "" {
		i.Indicator.LabelKO = i.Indicator.LabelEN
	}
	if len(w.covers) == 2 {
		i.Indicator.First, i.Indicator.Last = w.covers[0], w.covers[1]
	}
	r.whole(n, found, i, w)
	r.like(n, i.Indicator)
	return i
}

// entry reads one line of an indicator.
func (r *mappingReader) entry(e yamlfile.Entry, i *MappedIndicator, w *written) {
	numbers := map[string]*string{"value": &i.Value, "low": &i.Low, "high": &i.High, "times": &i.Times}
	times := map[string]*string{"year": &i.Year, "start": &i.Start, "end": &i.End}
	switch e.Key {
	case "name":
		i.Indicator.Name = r.indicatorName(e.Value)
	case "label":
		i.Indicator.LabelEN = r.text(e.Value, "label")
	case "label_ko":
		i.Indicator.LabelKO = r.text(e.Value, "label_ko")
	case "unit":
		i.Indicator.Unit = r.text(e.Value, "unit")
	case "state":
		i.State = r.stateColumn(e.Value, "state")
	case "partner":
		i.Partner = r.stateColumn(e.Value, "partner")
	case "year", "start", "end":
		*times[e.Key] = r.yearColumn(e.Value, e.Key)
	case "value", "low", "high", "times":
		*numbers[e.Key] = r.numberColumn(e.Value, e.Key)
	case "scale":
		r.scale(e.Value, i)
	case "symmetric":
		w.symmetric = r.yes(e.Value, "symmetric")
	case "wide":
		w.wide = r.yes(e.Value, "wide")
	case "sum":
		i.Sum = r.yes(e.Value, "sum")
	case "where":
		r.where(e.Value, i)
	case "holds":
		w.holds = r.oneOf(e.Value, "holds", "point", "spell", "count")
	case "covers":
		w.covers = r.covers(e.Value)
	case "kind":
		i.Kind = kinds[r.oneOf(e.Value, "kind", "outturn", "estimate", "forecast")]
	case "until":
		i.Until = r.year(e.Value, "until")
	}
}

func (r *mappingReader) indicatorName(n ast.Node) string {
	const want = "lower-case words joined by underscores, such as military_spending"
	text, ok := r.Word(n, "name", want)
	if ok && (!indicatorName.MatchString(text) || len(text) > mostName) {
		r.Fail(n, fmt.Sprintf("name is %q", yamlfile.Short(text)), "want "+want)
	}
	return text
}

func (r *mappingReader) stateColumn(n ast.Node, what string) string {
	c, ok := r.of(n, what)
	if ok && c.Code == source.NoCode {
		r.Fail(n, fmt.Sprintf("column %q does not identify a state", c.Name), "say how it does under columns, such as state: iso3")
	}
	return c.Name
}

func (r *mappingReader) yearColumn(n ast.Node, what string) string {
	c, ok := r.of(n, what)
	if ok && (c.Code != source.NoCode || c.Type == source.Float) {
		r.Fail(n, fmt.Sprintf("column %q holds no years or dates", c.Name), "give it type: year or type: date under columns")
	}
	return c.Name
}

func (r *mappingReader) numberColumn(n ast.Node, what string) string {
	c, ok := r.of(n, what)
	if ok && c.Type == source.Text {
		r.Fail(n, fmt.Sprintf("column %q holds no numbers", c.Name), "give it type: number or type: whole under columns")
	}
	return c.Name
}

func (r *mappingReader) scale(n ast.Node, i *MappedIndicator) {
	v, ok := r.Number(n, "scale", "what a value is multiplied by, such as 1000000")
	if ok && v == 0 {
		r.Fail(n, "scale is 0", "want what a value is multiplied by, such as 1000000")
	}
	i.Scale = v
}

func (r *mappingReader) year(n ast.Node, what string) ir.Year {
	v, ok := r.Within(n, what, float64(firstYear), float64(lastYear))
	if ok && v != math.Trunc(v) {
		r.Fail(n, what+" is no whole number", "want a year such as 2024")
	}
	return ir.Year(v)
}

func (r *mappingReader) covers(n ast.Node) []ir.Year {
	items := r.Items(n, "covers")
	if len(items) != 2 {
		r.Fail(n, "covers needs two years", "write the first and the last year, such as [1990, 2020]")
		return nil
	}
	out := []ir.Year{r.year(items[0], "covers"), r.year(items[1], "covers")}
	if out[0] > out[1] {
		r.Fail(n, "covers ends before it begins", "write the first year first")
	}
	return out
}

func (r *mappingReader) where(n ast.Node, i *MappedIndicator) {
	i.Is = map[string]string{}
	for _, e := range r.Entries(n, "where", r.names()) {
		if text, ok := r.Word(e.Value, "where", "what the column must hold"); ok {
			i.Is[e.Key] = text
			i.at = append(i.at, e.Key)
		}
	}
}

// whole reports what is lacking or too much in an indicator as a whole.
func (r *mappingReader) whole(n ast.Node, found []yamlfile.Entry, i MappedIndicator, w written) {
	ways := 0
	has := func(key string) bool { return yamlfile.Has(found, key) }
	for _, there := range []bool{has("year"), has("start"), w.wide} {
		if there {
			ways++
		}
	}
	covered := w.holds == "spell" || w.holds == "count"
	switch {
	case ways != 1:
		r.Fail(n, "the indicator needs one way to tell its years", "give year: COLUMN, or start: COLUMN and end: COLUMN, or wide: true where the columns are named by year")
	case w.wide && has("value"):
		r.Fail(n, "wide: true takes values from the columns named by year", "leave out value")
	case has("year") && !has("value") && !i.Sum && !covered:
		r.Fail(n, "the indicator has no value", "give value: COLUMN, or sum: true to count rows")
	case has("start") && w.holds != "spell":
		r.Fail(n, "start and end make spells", "add holds: spell and covers: [FIRST, LAST]")
	case covered && !has("covers"):
		r.Fail(n, "holds: "+w.holds+" takes absence for 0, in the years that the table covers", "add covers: [FIRST, LAST]")
	case !covered && has("covers"):
		r.Fail(n, "covers goes with holds: spell or count", "add holds, or leave out covers")
	case w.symmetric && !has("partner"):
		r.Fail(n, "symmetric: true is of pairs", "give partner: COLUMN")
	case has("low") != has("high"):
		r.Fail(n, "a range needs low and high", "give both, or neither")
	}
}

// like reports an indicator that the panel has in another unit or form.
func (r *mappingReader) like(n ast.Node, i panel.Indicator) {
	k := slices.IndexFunc(r.rules.Known, func(k panel.Indicator) bool { return k.Name == i.Name })
	if k < 0 {
		return
	}
	have := r.rules.Known[k]
	switch {
	case i.Unit != "" && i.Unit != toWrite && have.Unit != i.Unit:
		r.Fail(n, fmt.Sprintf("%s is in %q; the program has it in %q", i.Name, yamlfile.Short(i.Unit), have.Unit),
			"give that unit, and scale if the values are in another; or name it otherwise")
	case have.Form != i.Form:
		r.Fail(n, fmt.Sprintf("%s belongs to a %s here; in the program to a %s", i.Name, i.Form, have.Form),
			"give partner and symmetric accordingly, or name it otherwise")
	case have.Covered() && have.Holds != i.Holds:
		r.Fail(n, fmt.Sprintf("%s holds by %s in the program", i.Name, have.Holds), fmt.Sprintf("add holds: %s and covers: [FIRST, LAST]", have.Holds))
	}
}
