package builtin

import (
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/archigos"
	"github.com/shatterbelt/shatterbelt/data/source/democracy"
	"github.com/shatterbelt/shatterbelt/data/source/gdppop"
	"github.com/shatterbelt/shatterbelt/data/source/gpr"
	"github.com/shatterbelt/shatterbelt/data/source/imf"
	"github.com/shatterbelt/shatterbelt/data/source/maddison"
	"github.com/shatterbelt/shatterbelt/data/source/nmc"
	"github.com/shatterbelt/shatterbelt/data/source/owid"
	"github.com/shatterbelt/shatterbelt/data/source/reign"
	"github.com/shatterbelt/shatterbelt/data/source/sipri"
	"github.com/shatterbelt/shatterbelt/data/source/unga"
	"github.com/shatterbelt/shatterbelt/data/source/vdem"
	"github.com/shatterbelt/shatterbelt/data/source/worldbank"
)

// Datasets returns every dataset whose published files the program reads, in
// order of key. To add one, add a line.
func Datasets() []source.Dataset {
	out := []source.Dataset{
		archigos.Dataset(),
		democracy.ByState(),
		democracy.Polity(),
		gdppop.Forecasts(),
		gdppop.Simulated(),
		gdppop.Surplus(),
		gpr.Dataset(),
		imf.Outlook(),
		imf.Trade(),
		maddison.Dataset(),
		nmc.Dataset(),
		reign.Dataset(),
		sipri.Flows(),
		sipri.Milex(),
		sipri.Register(),
		unga.IdealPoints(),
		vdem.Codebook(),
		vdem.Indices(),
		vdem.Trimmed(),
		worldbank.Extract(),
		worldbank.Gapminder(),
		worldbank.Tidy(),
	}
	out = append(out, owid.All()...)
	slices.SortFunc(out, func(a, b source.Dataset) int { return strings.Compare(a.Key, b.Key) })
	return out
}
