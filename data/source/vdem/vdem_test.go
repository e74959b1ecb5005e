package vdem_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
	"github.com/shatterbelt/shatterbelt/data/source/vdem"
)

// sample fills every declared column of a layout.
func sample(l source.Layout, number string) string {
	var names, cells []string
	for _, c := range l.Columns {
		names = append(names, c.Name)
		cells = append(cells, map[source.Type]string{source.Int: "1990", source.Float: number, source.Text: "XAA"}[c.Type])
	}
	return strings.Join(names, ",") + "\n" + strings.Join(cells, ",") + "\n"
}

func TestIndices(t *testing.T) {
	sourcetest.Run(t, vdem.Indices(), map[string]string{"state_year": sample(vdem.Indices().Layouts[0], "0.5")})
}

// Each index comes with the range published beside it.
func TestIndicesHaveRanges(t *testing.T) {
	for _, s := range vdem.Indices().Series {
		if s.Low != s.Value+"_codelow" || s.High != s.Value+"_codehigh" {
			t.Errorf("%s: from %q to %q", s.Indicator.Name, s.Low, s.High)
		}
	}
}

func TestTrimmed(t *testing.T) {
	text := sample(vdem.Trimmed().Layouts[0], "NA")
	sourcetest.Run(t, vdem.Trimmed(), map[string]string{"state_year": text})
	if got := sourcetest.Figures(t, vdem.Trimmed(), text); got["political_polarisation"] != 0 {
		t.Errorf("NA gives %v; want nothing", got)
	}
}

func TestCodebook(t *testing.T) {
	sourcetest.Run(t, vdem.Codebook(), map[string]string{
		"variable": "\"name\",\"vartype\",\"tag\",\"question\",\"scale\",\"years\"\n\"A\",\"C\",\"v2x\",\"Is it, or not?\",\"Ordinal.\",\"1789-2025\"\n",
	})
}

func ExampleIndices() {
	for _, s := range vdem.Indices().Series {
		fmt.Println(s.Indicator.Name, "from", s.Value)
	}
	// Output:
	// polyarchy from v2x_polyarchy
	// liberal_democracy from v2x_libdem
	// participatory_democracy from v2x_partipdem
	// deliberative_democracy from v2x_delibdem
	// egalitarian_democracy from v2x_egaldem
}
