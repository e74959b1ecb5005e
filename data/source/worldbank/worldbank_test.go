package worldbank_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
	"github.com/shatterbelt/shatterbelt/data/source/worldbank"
)

const (
	money   = "Country Name,Country Code,Year,Value\r\nAlpha,XAA,1990,12.5\r\nBeta,XAB,1990,7\r\n"
	persons = "Country Name,Country Code,Year,Value\r\nAlpha,XAA,1990,1200\r\nBeta,XAB,1990,7.0\r\n"
	// extract has the line ends of an old Macintosh, as the published file does.
	extract = "Country Name,Country Code,Time,Time Code,EG.IMP.CONS.ZS,SP.POP.TOTL\r" +
		"Alpha,XAA,1990,YR1990,-4.5,1200\rBeta,XAB,1990,YR1990,..,\r" +
		",,,,,\rData from database: World Development Indicators,,,,,\rLast Updated: 07/22/2016,,,,,\r"
	// defined leaves quotation marks within a cell as they are, as the file does.
	defined = "\xef\xbb\xbfCode,\"Indicator Name\",\"Long definition\",\"Source\"\r\nXX.YY.ZZ,\"Figures (%)\",\"What, and how\",\"As in \"A Book\" (a bank).\"\r\n"
)

func TestTidy(t *testing.T) {
	sourcetest.Run(t, worldbank.Tidy(), map[string]string{"gdp": money, "population": persons})
}

func TestExtract(t *testing.T) {
	sourcetest.Run(t, worldbank.Extract(), map[string]string{
		"state_year":  extract,
		"definitions": defined,
	})
}

func TestGapminder(t *testing.T) {
	sourcetest.Run(t, worldbank.Gapminder(), map[string]string{
		"armed_forces_personnel_total": "geo,time,armed_forces_personnel_total\nxaa,1990,47000\n",
		"concepts":                     "concept,concept_type,name,name_short,description,source,source_long,source_url,indicator_url\na,measure,A,A,\"One, two\",,,,\n",
	})
}

// The lines below an extract are no rows, and two points mark what is missing.
func TestExtractRows(t *testing.T) {
	_, rows := sourcetest.Rows(t, worldbank.Extract(), extract)
	if len(rows) != 2 || !rows[1]["EG.IMP.CONS.ZS"].Null || rows[0]["SP.POP.TOTL"].Float != 1200 {
		t.Errorf("rows %v", rows)
	}
	if got := sourcetest.Figures(t, worldbank.Extract(), extract); got["energy_imports"] != 1 {
		t.Errorf("figures %v; want 1 of energy_imports", got)
	}
}

// Quotation marks that are not doubled stay in the text.
func TestDefinitions(t *testing.T) {
	_, rows := sourcetest.Rows(t, worldbank.Extract(), defined)
	if len(rows) != 1 || rows[0]["Source"].Text != `As in "A Book" (a bank).` {
		t.Errorf("rows %v", rows)
	}
}

func ExampleTidy() {
	for _, s := range worldbank.Tidy().Series {
		fmt.Println(s.Indicator.Name, "in", s.Indicator.Unit)
	}
	// Output:
	// gdp_current in US$ current
	// population in persons
}

func FuzzRead(f *testing.F) {
	read := worldbank.Extract().Layouts[1].Read
	f.Add(defined)
	f.Add("")
	f.Add("\xef\xbb\xbf\n")
	f.Fuzz(func(t *testing.T, text string) {
		file, err := source.Bytes("x", []byte(text), source.DefaultLimits())
		if err != nil {
			return
		}
		r, err := read(file)
		if err != nil {
			return
		}
		for {
			if _, err := r.Next(); err != nil {
				return
			}
		}
	})
}
