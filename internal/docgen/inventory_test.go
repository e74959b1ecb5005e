package docgen

import (
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Two of three states have output, one has arms of its own, and the third was
// no member while the pacts were covered.
func TestInventory(t *testing.T) {
	codes, err := ir.NewCodes([]ir.State{
		{ISO: "XAA", CCode: 991, GW: 991, NameEN: "Alpha", NameKO: "알파"},
		{ISO: "XBB", CCode: 992, GW: 992, NameEN: "Beta", NameKO: "베타"},
		{ISO: "XCC", CCode: 993, GW: 993, NameEN: "Gamma", NameKO: "감마", Since: 2020},
	})
	if err != nil {
		t.Fatal(err)
	}
	row := func(indicator string, state, partner ir.CCode, y ir.Year, kind prov.Kind) panel.Row {
		return panel.Row{Indicator: indicator, Unit: "u", State: state, Partner: partner, Year: y, Kind: kind, Value: 1, Low: 1, High: 1, Source: "s"}
	}
	s, err := panel.New(codes, []prov.Source{{Key: "s"}}, []panel.Row{
		row("output", 991, ir.World, 2000, prov.Outturn), row("output", 992, ir.World, 2005, prov.Outturn),
		row("output", 992, ir.World, 2030, prov.Forecast), row("output", ir.World, ir.World, 2001, prov.Outturn),
		row("arms", 991, ir.World, 2001, prov.Outturn), row("pact", 991, 992, 2012, prov.Outturn),
	}, panel.Indicator{Name: "pact", Unit: "u", Form: panel.DirectedDyad, Holds: panel.Spell, First: 1990, Last: 2010, Source: "s"})
	if err != nil {
		t.Fatal(err)
	}
	page := string(inventory(s))
	for _, want := range []string{
		"| `output` | u | state, point | 4 | 2000-2005 | 2 states | yes |",
		"| `arms` | u | state, point | 1 | 2001 | 1 states |  |",
		"| `pact` | u | directed, spell | 1 | 1990-2010, single rows to 2012 | 2 dyads |  |",
		"| Gamma (XCC) | `output` |\n",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in\n%s", want, page)
		}
	}
	if strings.Contains(page, "Beta") {
		t.Error("a state lacks what most do not have")
	}
}
