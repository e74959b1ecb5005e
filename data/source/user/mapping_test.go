package user_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/user"
	"github.com/shatterbelt/shatterbelt/trace/yamlfile"
)

const head = `schema: shatterbelt/mapping/1
dataset: my-spending
edition: "2025"
title: Spending by my count
publisher: J. Kim
licence: my own
citation: Kim, J. (2025)
`

const columnsAndYear = `columns:
  - {name: country, state: iso3}
  - {name: other, state: iso3}
  - {name: yr, type: year}
  - {name: from, type: date}
  - {name: spent, type: number, unit: million US$, missing: ["-9", "-8"]}
  - {name: kind, type: text}
indicators:
`

const spendingOf = `  - name: milex_constant
    unit: US$ 2021
    state: country
    year: yr
    value: spent
    scale: 1000000
`

// rules know one published dataset and two indicators of the program.
func rules() user.Rules {
	return user.Rules{Taken: []string{"nmc"}, Known: []panel.Indicator{
		{Name: "milex_constant", Unit: "US$ 2021"},
		{Name: "rivalry", Unit: "0 or 1", Form: panel.SymmetricDyad, Holds: panel.Spell, First: 1990, Last: 2020},
	}}
}

func TestMapping(t *testing.T) {
	m, err := user.ParseMapping("m.yaml", []byte(head+"missing: n/a\n"+columnsAndYear+spendingOf+`  - name: rivalry
    unit: 0 or 1
    state: country
    partner: other
    symmetric: true
    start: from
    holds: spell
    covers: [1990, 2020]
    where: {kind: "1"}
  - name: my_count
    label: my count
    label_ko: 내 집계
    unit: events
    state: country
    year: yr
    sum: true
    kind: estimate
`), rules())
	if err != nil {
		t.Fatal(err)
	}
	d := m.Declare()
	if d.Key != "my-spending" || !d.Own || d.Title != "Spending by my count" || d.Editions[0].Name != "2025" || len(d.Series) != 3 {
		t.Errorf("declared %+v", d)
	}
	spent := d.Layouts[0].Columns[4]
	if spent.Type != source.Float || strings.Join(spent.Missing, " ") != "n/a -9 -8" {
		t.Errorf("the column is %+v", spent)
	}
	money, tie, count := d.Series[0], d.Series[1], d.Series[2]
	if money.Scale != 1e6 || money.State != "country" || money.Year != "yr" || money.Where != nil {
		t.Errorf("spending is %+v", money)
	}
	if i := tie.Indicator; i.Form != panel.SymmetricDyad || i.Holds != panel.Spell || i.First != 1990 || i.Last != 2020 || tie.Partner != "other" {
		t.Errorf("rivalry is %+v", tie)
	}
	if !tie.Where(cells{"kind": "1"}) || tie.Where(cells{"kind": "2"}) {
		t.Error("where does not tell the rows apart")
	}
	if !count.Sum || count.Indicator.LabelKO != "내 집계" {
		t.Errorf("the count is %+v", count)
	}
}

// cells are the texts of a row.
type cells map[string]string

func (c cells) Text(column string) string            { return c[column] }
func (c cells) Number(column string) (float64, bool) { return 0, false }

// Whatever is wrong is named with its place and what to do.
func TestMappingSaysWhere(t *testing.T) {
	whole := head + columnsAndYear
	for _, tt := range []struct{ name, text, at, says, remedy string }{
		{"unknown key", strings.Replace(head, "licence", "license", 1) + columnsAndYear + spendingOf, "m.yaml:6:1", "license", "licence"},
		{"not written", strings.Replace(head, "J. Kim", `"?"`, 1) + columnsAndYear + spendingOf, "m.yaml:5:12", "publisher is not written", "question mark"},
		{"taken", strings.Replace(head, "my-spending", "nmc", 1) + columnsAndYear + spendingOf, "m.yaml:2:10", "nmc is a published dataset", "my-nmc"},
		{"bad name", strings.Replace(head, "my-spending", "My Spending", 1) + columnsAndYear + spendingOf, "m.yaml:2:10", "dataset is", "lower-case"},
		{"newer", strings.Replace(head, "mapping/1", "mapping/2", 1) + columnsAndYear + spendingOf, "m.yaml:1:9", "mapping/2", ""},
		{"unknown system", head + strings.Replace(columnsAndYear, "iso3", "iso33", 1) + spendingOf, "m.yaml:9:28", "iso33", `did you mean "iso3"`},
		{"unknown type", head + strings.Replace(columnsAndYear, "type: number", "type: numbr", 1) + spendingOf, "m.yaml:13:25", "numbr", `did you mean "number"`},
		{"neither", head + strings.Replace(columnsAndYear, ", type: text", "", 1) + spendingOf, "m.yaml:14:5", "neither state nor type", "state: cow"},
		{"no such column", whole + strings.Replace(spendingOf, "value: spent", "value: spnt", 1), "m.yaml:20:12", "spnt", `did you mean "spent"`},
		{"no state", whole + strings.Replace(spendingOf, "state: country", "state: kind", 1), "m.yaml:18:12", "does not identify a state", "state: iso3"},
		{"no number", whole + strings.Replace(spendingOf, "value: spent", "value: kind", 1), "m.yaml:20:12", "holds no numbers", "type: number"},
		{"unit", whole + strings.Replace(spendingOf, "US$ 2021", "million US$", 1), "m.yaml:16:5", "million US$", "scale"},
		{"form", whole + spendingOf + "    partner: other\n", "m.yaml:16:5", "directed", "name it otherwise"},
		{"no year", whole + strings.Replace(spendingOf, "    year: yr\n", "", 1), "m.yaml:16:5", "one way to tell its years", "wide: true"},
		{"spell without span", whole + "  - {name: a, unit: u, state: country, start: from, holds: spell}\n", "m.yaml:16:5", "takes absence for 0", "covers"},
		{"covers turned", whole + "  - {name: a, unit: u, state: country, start: from, holds: spell, covers: [2000, 1990]}\n", "m.yaml:16:75", "ends before it begins", "first year first"},
		{"half a range", whole + spendingOf + "    low: spent\n", "m.yaml:16:5", "low and high", "both"},
		{"zero scale", whole + strings.Replace(spendingOf, "1000000", "0", 1), "m.yaml:21:12", "scale is 0", "multiplied"},
		{"twice", head + "columns:\n  - {name: a, type: year}\n  - {name: A, type: year}\nindicators:\n" + spendingOf, "m.yaml:10:5", "comes twice", "once"},
		{"empty", "", "m.yaml", "", "data map"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := user.ParseMapping("m.yaml", []byte(tt.text), rules())
			if err == nil {
				t.Fatal("accepted")
			}
			for _, want := range []string{tt.at, tt.says, tt.remedy} {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%v; want %q in it", err, want)
				}
			}
		})
	}
}

func part(t testing.TB, name, text string) source.Part {
	t.Helper()
	f, err := source.Bytes(name, []byte(text), source.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	parts, _, err := f.Parts()
	if err != nil || len(parts) != 1 {
		t.Fatal(len(parts), err)
	}
	return parts[0]
}

// A table that lacks a column of the mapping is reported at the line that names
// it.
func TestFit(t *testing.T) {
	m, err := user.ParseMapping("m.yaml", []byte(head+columnsAndYear+spendingOf), rules())
	if err != nil {
		t.Fatal(err)
	}
	if ok, err := m.Fit(part(t, "t.csv", "Country,other,yr,from,spent,kind\nKOR,USA,2000,,1,\n")); !ok || err != nil {
		t.Errorf("fits: %v, %v", ok, err)
	}
	_, err = m.Fit(part(t, "t.csv", "country,other,yr,from,spend,kind\nKOR,USA,2000,,1,\n"))
	var misfit *user.Misfit
	if !errors.As(err, &misfit) || misfit.Line != 13 || !strings.Contains(err.Error(), `m.yaml:13:12: t.csv has no column "spent"; did you mean "spend"?`) {
		t.Errorf("%v", err)
	}
}

// A mapping that is begun names codes, years and numbers by what is in the
// columns, and once completed it is read.
func TestBegin(t *testing.T) {
	for _, tt := range []struct {
		name, table string
		want        []string
	}{
		{"names, years and numbers", "Land;Jahr;milex_constant;note\nSouth Korea;2000;1.5;x\nUnited States;2001;2;y\nPoland;2002;;z\n",
			[]string{`{name: "Land", state: name}`, `{name: "Jahr", type: year}`, `{name: "milex_constant", type: number}`, `unit: "US$ 2021"`, `{name: "note", type: text}`}},
		{"two codes make a pair", "ccode1,ccode2,year,flow\n2,732,2000,5\n732,710,2001,6\n710,2,2000,7.5\n",
			[]string{`{name: "ccode1", state: cow}`, `partner: "ccode2"`, `name: flow`}},
		{"Gleditsch and Ward by the name of the column", "gwcode,year,v\n2,2000,1\n732,2000,2\n710,2000,3\n", []string{`{name: "gwcode", state: gw}`}},
		{"spells", "iso3,start,end\nKOR,1990-01-05,1991-01-01\nUSA,2000-02-02,2001-01-01\n", []string{`start: "start"`, `end: "end"`, "holds: spell", "covers:"}},
		{"years across", "country,1999,2000\nKOR,1,2\nUSA,3,4\nFRA,5,6\n", []string{`{name: "country", state: iso3}`, "wide: true"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text, err := user.Begin(context.Background(), part(t, "my table 2.csv", tt.table), rules().Known)
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range append(tt.want, "dataset: my-table-2") {
				if !strings.Contains(text, want) {
					t.Errorf("%s\nwant %s in it", text, want)
				}
			}
			_, err = user.ParseMapping("m.yaml", []byte(text), user.Rules{})
			if err == nil || !strings.Contains(err.Error(), "title is not written yet") {
				t.Errorf("before it is completed: %v", err)
			}
			done := strings.NewReplacer(`["?", "?"]`, "[1990, 2001]", `"?"`, `"word"`).Replace(text)
			if _, err := user.ParseMapping("m.yaml", []byte(done), user.Rules{}); err != nil {
				t.Errorf("%s\ncompleted: %v", done, err)
			}
		})
	}
}

func FuzzParseMapping(f *testing.F) {
	f.Add([]byte(head + columnsAndYear + spendingOf))
	f.Add([]byte("schema: shatterbelt/mapping/1\ncolumns: [{name: a}]\nindicators: [{wide: true}]\n"))
	f.Add([]byte("a: &a [*a]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := user.ParseMapping("m.yaml", data, rules())
		var e *yamlfile.Error
		if err != nil && !errors.As(err, &e) {
			t.Fatalf("%T: %v", err, err)
		}
		if err != nil {
			return
		}
		d := m.Declare()
		for _, s := range d.Series {
			for _, name := range s.Columns() {
				found := false
				for _, c := range d.Layouts[0].Columns {
					found = found || source.SameName(c.Name, name)
				}
				if !found {
					t.Fatalf("accepted an indicator of column %q, which is not listed", name)
				}
			}
		}
	})
}

func ExampleParseMapping() {
	_, err := user.ParseMapping("mine.yaml", []byte("schema: shatterbelt/mapping/1\ndataset: mine\ntitel: Mine\n"), user.Rules{})
	var e *yamlfile.Error
	if errors.As(err, &e) {
		fmt.Println(e)
	}
	// Output: mine.yaml:1:1: the mapping has no title; add title:
}
