package coregen

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// The tables that say what is selected.
var (
	//go:embed states.csv
	statesTable []byte
	//go:embed sources.csv
	sourcesTable []byte
	//go:embed pages.csv
	pagesTable []byte
)

// A member is a state of the core and what the publishers call it.
type member struct {
	ir.State
	capitalEN, capitalKO string
	seat                 *place // where the capitals file is wrong, with its source
	seatSource           string
	naturalEarth         string // ISO numeric code, or the name where it has none; "" where it is not drawn
	ddf                  string // where the Gapminder and IMF files have another code
	owid, sipri, imts    string
	troops               []ir.CCode // numbers under which its hosted troops are listed
}

// iso3 is the ISO code in the lower case of the Gapminder and IMF files, or the
// code they have instead.
func (m member) iso3() string {
	if m.ddf != "" {
		return m.ddf
	}
	return strings.ToLower(m.ISO)
}

func readMembers(table []byte) ([]member, error) {
	var members []member
	err := each("states.csv", table, statesColumns, func(r *record) {
		m := member{
			State: ir.State{
				ISO: r.text("iso3"), CCode: r.ccode("ccode"), GW: ir.GWCode(r.ccode("gwcode")),
				NameEN: r.text("name_en"), NameKO: r.text("name_ko"), Aliases: list(r.text("aliases")),
			},
			capitalEN: r.text("capital_en"), capitalKO: r.text("capital_ko"),
			naturalEarth: r.text("natural_earth"), ddf: r.text("ddf"),
			owid: r.text("owid"), sipri: r.text("sipri"), imts: r.text("imts"),
		}
		if m.seatSource = r.text("capital_source"); m.seatSource != "" {
			lat, ok1 := r.number("capital_lat")
			lon, ok2 := r.number("capital_lon")
			if !ok1 || !ok2 {
				r.fail("capital_lat", "both coordinates where a source is named")
			}
			m.seat = &place{lat, lon}
		}
		for _, s := range list(r.text("troops")) {
			m.troops = append(m.troops, r.parseCCode("troops", s))
		}
		members = append(members, m)
	})
	slices.SortFunc(members, func(a, b member) int { return strings.Compare(a.ISO, b.ISO) })
	return members, err
}

var statesColumns = []string{
	"iso3", "ccode", "gwcode", "natural_earth", "name_en", "name_ko", "aliases",
	"capital_en", "capital_ko", "capital_lat", "capital_lon", "capital_source", "ddf", "owid", "sipri", "imts", "troops",
}

// list splits a cell whose parts are separated by bars.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

// A source is a publication and the files of it that are read.
type source struct {
	prov.Source
	files []string
}

func readSources(table []byte) ([]source, error) {
	var sources []source
	columns := []string{"key", "publisher", "title", "edition", "url", "licence", "cite", "files", "read", "note"}
	err := each("sources.csv", table, columns, func(r *record) {
		s := source{files: list(r.text("files"))}
		s.Key, s.Publisher, s.Title = r.text("key"), r.text("publisher"), r.text("title")
		s.Edition, s.URL, s.Licence = r.text("edition"), r.text("url"), r.text("licence")
		s.Cite, s.Read, s.Note = r.text("cite"), r.text("read"), r.text("note")
		if slices.ContainsFunc(sources, func(o source) bool { return o.Key == s.Key }) {
			r.fail("key", "a key that no line above has")
		}
		if (len(s.files) == 0) == (s.Read == "") {
			r.fail("read", "a date for a page and nothing for a file")
		}
		sources = append(sources, s)
	})
	slices.SortFunc(sources, func(a, b source) int { return strings.Compare(a.Key, b.Key) })
	return sources, err
}

// pages adds the figures read from web pages. A figure in current dollars of an
// indicator kept in dollars of [dollarYear] is converted by prices in the
// United States; one with a range and no value gets the midpoint. A cell of
// states can list several, separated by bars: the figure is then stated of each
// of them.
func (g *generator) pages() error {
	columns := []string{"state", "partner", "year", "indicator", "value", "low", "high", "unit", "kind", "source", "note"}
	return each("pages.csv", g.pagesTable, columns, func(r *record) {
		f := Figure{
			Year: r.year("year"), Indicator: r.text("indicator"), Source: r.text("source"), Note: r.text("note"),
		}
		f.Kind = r.kind("kind")
		f.Value, f.Low, f.High = r.ranged("value", "low", "high")
		switch want, unit := g.unit(f.Indicator), r.text("unit"); {
		case unit == want:
		case unit == unitDollars && want == unitDollars2021:
			f = g.inDollarsOf2021(f)
		default:
			r.fail("unit", fmt.Sprintf("%q, the unit of %s", want, f.Indicator))
		}
		g.addEach(f, list(r.text("state")), list(r.text("partner")))
	})
}

// addEach adds a figure of each of the states, with each of the partners.
func (g *generator) addEach(f Figure, states, partners []string) {
	if len(partners) == 0 {
		partners = []string{""}
	}
	for _, f.State = range states {
		for _, f.Partner = range partners {
			if g.has(f.State) && (f.Partner == "" || g.has(f.Partner)) {
				g.add(f)
			}
		}
	}
}
