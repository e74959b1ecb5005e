package builtin

import (
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/atop"
	"github.com/shatterbelt/shatterbelt/data/source/borders"
	"github.com/shatterbelt/shatterbelt/data/source/capitals"
	"github.com/shatterbelt/shatterbelt/data/source/contiguity"
	"github.com/shatterbelt/shatterbelt/data/source/countrycode"
	"github.com/shatterbelt/shatterbelt/data/source/cowstates"
	"github.com/shatterbelt/shatterbelt/data/source/cowtrade"
	"github.com/shatterbelt/shatterbelt/data/source/cowwars"
	"github.com/shatterbelt/shatterbelt/data/source/geodist"
	"github.com/shatterbelt/shatterbelt/data/source/gml"
	"github.com/shatterbelt/shatterbelt/data/source/gw"
	"github.com/shatterbelt/shatterbelt/data/source/icb"
	"github.com/shatterbelt/shatterbelt/data/source/igo"
	"github.com/shatterbelt/shatterbelt/data/source/mid"
	"github.com/shatterbelt/shatterbelt/data/source/mindist"
	"github.com/shatterbelt/shatterbelt/data/source/naturalearth"
	"github.com/shatterbelt/shatterbelt/data/source/nmc"
	"github.com/shatterbelt/shatterbelt/data/source/rivalries"
	"github.com/shatterbelt/shatterbelt/data/source/sipri"
	"github.com/shatterbelt/shatterbelt/data/source/terrchange"
	"github.com/shatterbelt/shatterbelt/data/source/thucydides"
	"github.com/shatterbelt/shatterbelt/data/source/ucdp"
	"github.com/shatterbelt/shatterbelt/data/source/unga"
)

// Datasets returns every dataset whose published files the program reads, in
// order of key. To add one, add a line.
func Datasets() []source.Dataset {
	return []source.Dataset{
		rivalries.ArmsRaces(),
		atop.Dataset(),
		borders.Dataset(),
		capitals.Dataset(),
		geodist.Dataset(),
		countrycode.Dataset(),
		contiguity.Direct(),
		contiguity.Colonial(),
		igo.Dataset(),
		mid.Dataset(),
		cowstates.Dataset(),
		terrchange.Dataset(),
		cowtrade.Dataset(),
		cowwars.Inter(),
		cowwars.Intra(),
		gw.Dataset(),
		gml.Dataset(),
		icb.Dataset(),
		cowstates.Powers(),
		mindist.Dataset(),
		naturalearth.Dataset(),
		nmc.Dataset(),
		rivalries.Handbook(),
		rivalries.Strategic(),
		sipri.Milex(),
		rivalries.TerritorialThreat(),
		thucydides.Dataset(),
		ucdp.Conflicts(),
		ucdp.Onsets(),
		unga.IdealPoints(),
		unga.Korea(),
		unga.Votes(),
	}
}
