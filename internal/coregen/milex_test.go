package coregen

import (
	"testing"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// worldBook is the smallest workbook with a world total: 2,000 billion in 2020,
// 2,100 and 2,200 after it. One header is a shared text, as in the original.
func worldBook(t testing.TB) string {
	return book(t, map[string]string{
		"xl/workbook.xml": `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
			<sheets><sheet name="Front page" r:id="a"/><sheet name="Regional totals" r:id="b"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="b" Target="worksheets/sheet2.xml"/></Relationships>`,
		"xl/sharedStrings.xml":       `<sst><si><t>Region</t></si><si><r><t>Wor</t></r><r><t>ld</t></r></si><si><t>2022 (current prices)</t></si></sst>`,
		"xl/worksheets/sheet2.xml": `<worksheet><sheetData>
			<row><c r="A14" t="s"><v>0</v></c><c r="B14"><v>2020.0</v></c><c r="C14"><v>2021.0</v></c><c r="D14"><v>2022.0</v></c><c r="E14" t="s"><v>2</v></c></row>
			<row><c r="A15" t="s"><v>1</v></c><c r="B15"><v>2000</v></c><c r="C15"><v>2100</v></c><c r="D15"><v>2200</v></c><c r="E15"><v>9999</v></c></row>
			</sheetData></worksheet>`,
	})
}

const sipriTable = `"Military expenditure by country, in constant (2021) US$ m.",,,,,
"Figures are in US $m.",,,,,
,,,,,
"Country","Notes","2020.0","2021.0","2022.0","2003.0"
"Region",,,,,
"Alpha Rep.","¶","40","41","42","39"
"Beta",,"...","xxx","...","..."
"Gamma",,"...","...","...","6"
`

const owidTable = `Entity,Year,military_expenditure,military_expenditure_share_gdp,military_expenditure_per_capita
Alpha,1991,5000000.0,1,
Alpha,1992,10000000.0,1.5,
Alpha,2020,20000000.0,2,
Beta,2000,1000000.0,3.5,
Gamma,2000,1000000.0,,
Gamma,2003,2000000.0,,
Gamma,2004,3000000.0,,
World,1992,500000000000.0,,
World,2020,1000000000000.0,,
`

func TestMilitarySpliced(t *testing.T) {
	g := given(t, map[string]string{sipriFile: sipriTable, sipriBook: worldBook(t), owidMilexFile: owidTable})
	ok(t, g.military())
	g.expect(t,
		want{"milex_constant", "XAA", "", 2022, 42e6},
		want{"milex_constant", "XAA", "", 2020, 40e6},
		want{"milex_constant", "XAA", "", 1992, 20e6}, // 10 million times 40/20
		want{"milex_constant", "XAA", "", 1991, none}, // before the years carried
		want{"milex_constant", "XBB", "", 2000, none}, // nothing in 2020 to splice at
		want{"milex_constant", "XAA", "", 2003, none}, // single years of the newer edition alone
		want{"milex_constant", "XCC", "", 2000, 3e6},  // spliced at 2003, times 6/2
		want{"milex_constant", "XCC", "", 2004, 9e6},  // past the splice
		want{"milex_constant", World, "", 1992, 1e12}, // half of what 2020 is
		want{"milex_constant", World, "", 2022, 2.2e12},
	)
	f, _ := g.find("milex_constant", "XAA", "", 1992)
	if f.Kind != prov.Derived || f.Source != "sipri-splice" {
		t.Errorf("a spliced figure is %v from %s; want derived from sipri-splice", f.Kind, f.Source)
	}
}

func TestSIPRIErrorNamesTheLine(t *testing.T) {
	table := sipriTable + "\"Alpha Rep.\",,\"about 3\",\"1\",\"1\",\n"
	g := given(t, map[string]string{sipriFile: table, sipriBook: worldBook(t), owidMilexFile: owidTable})
	fails(t, g.military(), sipriFile+":9:15", `"about 3"`)
}

func TestWorkbookErrors(t *testing.T) {
	_, err := sheet([]byte("no workbook"), "Regional totals")
	fails(t, err, "xlsx")
	_, err = sheet([]byte(worldBook(t)), "No such sheet")
	fails(t, err, "No such sheet", "sources.csv")
	_, err = sheet([]byte(book(t, map[string]string{"xl/workbook.xml": "<workbook>"})), "x")
	fails(t, err, "xl/workbook.xml", "fetch")
}

func TestMilitaryBurden(t *testing.T) {
	g := given(t, map[string]string{
		milexGDPFile:  "geo,time,military_expenditure_percent_of_gdp\nxaa,2000,1.25\n",
		owidMilexFile: owidTable,
	})
	ok(t, g.militaryBurden())
	g.expect(t,
		want{"milex_gdp", "XAA", "", 2000, 1.25},
		want{"milex_gdp", "XAA", "", 1992, none}, // the Bank has the state
		want{"milex_gdp", "XBB", "", 2000, 3.5},
	)
}

// Prices doubled between 1997 and 2021, so 3 million of 1997 are 6 million.
func TestNorthKoreaInDollarsOf2021(t *testing.T) {
	g := given(t, map[string]string{
		nmcFile: "ccode,year,milex\n991,1997,3000\n992,1997,3000\n992,1998,1\n993,1997,\n",
	})
	for year, level := range map[int]float64{1997: 0.5, dollarYear: 1} {
		g.add(exact("gdp_current", dollarState, "", ir.Year(year), level*100, prov.Outturn, "s"))
		g.add(exact("gdp_constant", dollarState, "", ir.Year(year), 100, prov.Outturn, "s"))
	}
	g.add(exact("milex_constant", "XAA", "", 2000, 1, prov.Outturn, "s"))
	ok(t, g.northKorea())
	g.expect(t,
		want{"milex_constant", "XAA", "", 1997, none}, // SIPRI has it
		want{"milex_constant", "XBB", "", 1997, 6e6},
		want{"milex_constant", "XBB", "", 1998, none}, // not a year carried
		want{"milex_constant", "XCC", "", 1997, none}, // missing, not zero
	)
}

func TestNoPriceLevel(t *testing.T) {
	g := given(t, map[string]string{nmcFile: "ccode,year,milex\n"})
	fails(t, g.northKorea(), gdpFile, "2021")
}

func TestPages(t *testing.T) {
	g := given(t, nil)
	g.deflator = &deflator{series{2010: 0.8, dollarYear: 1}}
	header := "state,partner,year,indicator,value,low,high,unit,kind,source,note\n"
	g.pagesTable = []byte(header +
		"XAA,,2010,milex_constant,,2,6,US$ current,estimate,p,read\n" +
		"XBB,,2010,gdp_growth,-9,,,% per year,estimate,p,\n" +
		"XZZ,,2010,gdp_growth,1,,,% per year,estimate,p,\n" +
		"XAA,XZZ,2023,defence_pact,1,,,0 or 1,outturn,p,\n")
	ok(t, g.pages())
	g.expect(t, want{"milex_constant", "XAA", "", 2010, 5}, want{"gdp_growth", "XBB", "", 2010, -9})
	if len(g.figures) != 2 {
		t.Errorf("%d figures; want 2, none of states outside the core", len(g.figures))
	}
	if f := g.figures[0]; f.Low != 2.5 || f.High != 7.5 {
		t.Errorf("range is %v to %v; want 2 and 6 over 0.8", f.Low, f.High)
	}
	g.pagesTable = []byte(header + "XAA,,2010,gdp_growth,1,,,US$ current,estimate,p,\n")
	fails(t, g.pages(), "pages.csv:2:26", "% per year")
}

func FuzzSheet(f *testing.F) {
	f.Add([]byte(worldBook(f)))
	f.Add([]byte("PK"))
	f.Fuzz(func(_ *testing.T, data []byte) { _, _ = sheet(data, "Regional totals") })
}
