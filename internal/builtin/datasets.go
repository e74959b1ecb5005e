package builtin

import (
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/archigos"
	"github.com/shatterbelt/shatterbelt/data/source/atop"
	"github.com/shatterbelt/shatterbelt/data/source/borders"
	"github.com/shatterbelt/shatterbelt/data/source/capitals"
	"github.com/shatterbelt/shatterbelt/data/source/contiguity"
	"github.com/shatterbelt/shatterbelt/data/source/countrycode"
	"github.com/shatterbelt/shatterbelt/data/source/cowstates"
	"github.com/shatterbelt/shatterbelt/data/source/cowtrade"
	"github.com/shatterbelt/shatterbelt/data/source/cowwars"
	"github.com/shatterbelt/shatterbelt/data/source/democracy"
	"github.com/shatterbelt/shatterbelt/data/source/gdelt"
	"github.com/shatterbelt/shatterbelt/data/source/gdppop"
	"github.com/shatterbelt/shatterbelt/data/source/geodist"
	"github.com/shatterbelt/shatterbelt/data/source/gml"
	"github.com/shatterbelt/shatterbelt/data/source/gpr"
	"github.com/shatterbelt/shatterbelt/data/source/gw"
	"github.com/shatterbelt/shatterbelt/data/source/icb"
	"github.com/shatterbelt/shatterbelt/data/source/igo"
	"github.com/shatterbelt/shatterbelt/data/source/imf"
	"github.com/shatterbelt/shatterbelt/data/source/lowy"
	"github.com/shatterbelt/shatterbelt/data/source/maddison"
	"github.com/shatterbelt/shatterbelt/data/source/mid"
	"github.com/shatterbelt/shatterbelt/data/source/mindist"
	"github.com/shatterbelt/shatterbelt/data/source/naturalearth"
	"github.com/shatterbelt/shatterbelt/data/source/nmc"
	"github.com/shatterbelt/shatterbelt/data/source/openbases"
	"github.com/shatterbelt/shatterbelt/data/source/owid"
	"github.com/shatterbelt/shatterbelt/data/source/reign"
	"github.com/shatterbelt/shatterbelt/data/source/rivalries"
	"github.com/shatterbelt/shatterbelt/data/source/sipri"
	"github.com/shatterbelt/shatterbelt/data/source/terrchange"
	"github.com/shatterbelt/shatterbelt/data/source/thucydides"
	"github.com/shatterbelt/shatterbelt/data/source/troopdata"
	"github.com/shatterbelt/shatterbelt/data/source/ucdp"
	"github.com/shatterbelt/shatterbelt/data/source/unga"
	"github.com/shatterbelt/shatterbelt/data/source/vdem"
	"github.com/shatterbelt/shatterbelt/data/source/worldbank"
)

// Datasets returns every dataset whose published files the program reads, in
// order of key. To add one, add a line.
func Datasets() []source.Dataset {
	out := []source.Dataset{
		archigos.Dataset(),
		atop.Dataset(),
		borders.Dataset(),
		capitals.Dataset(),
		contiguity.Colonial(),
		contiguity.Direct(),
		countrycode.Dataset(),
		cowstates.Dataset(),
		cowstates.Powers(),
		cowtrade.Dataset(),
		cowwars.Inter(),
		cowwars.Intra(),
		democracy.ByState(),
		democracy.Polity(),
		gdelt.Events(),
		gdelt.Files(),
		gdppop.Forecasts(),
		gdppop.Simulated(),
		gdppop.Surplus(),
		geodist.Dataset(),
		gml.Dataset(),
		gpr.Dataset(),
		gw.Dataset(),
		icb.Dataset(),
		igo.Dataset(),
		imf.Outlook(),
		imf.Trade(),
		lowy.Diplomacy(),
		lowy.Network(),
		lowy.Scores(),
		maddison.Dataset(),
		mid.Dataset(),
		mindist.Dataset(),
		naturalearth.Dataset(),
		nmc.Dataset(),
		openbases.Dataset(),
		reign.Dataset(),
		rivalries.ArmsRaces(),
		rivalries.Handbook(),
		rivalries.Strategic(),
		rivalries.TerritorialThreat(),
		sipri.Flows(),
		sipri.Milex(),
		sipri.Register(),
		terrchange.Dataset(),
		thucydides.Dataset(),
		troopdata.Bases(),
		troopdata.Exercises(),
		troopdata.Troops(),
		troopdata.Visits(),
		ucdp.Conflicts(),
		ucdp.Onsets(),
		unga.IdealPoints(),
		unga.Korea(),
		unga.Votes(),
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
