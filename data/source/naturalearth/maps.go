package naturalearth

import (
	"slices"
	"strings"

	"github.com/shatterbelt/shatterbelt/data/source"
)

// Nothing at the beginning of the two maps tells their scale, so only the hashes
// tell them apart.
const (
	coarse = "2516c915867c7baf18ddec727aec46c315541a07cfb3d79a6559b05d5e94eee8"
	fine   = "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394"
)

// Dataset declares the maps of 1:110 and 1:50 million: a row a country with its
// outline as a GeoJSON geometry, in degrees. What they say of borders and
// distances is a step of its own, so nothing of it enters a panel.
func Dataset() source.Dataset {
	return source.Dataset{
		Key: "natural-earth", Title: "Natural Earth: countries, 1:110 and 1:50 million", Publisher: "Natural Earth, packed by Mike Bostock (world-atlas)",
		Licence: "public domain; package ISC", Cite: "naturalearth", URL: "https://www.naturalearthdata.com/downloads/",
		Note: "lines of today, as the publisher draws them by who controls what",
		Editions: []source.Edition{{Name: "2.0.2", States: 193, Files: []source.Known{
			{File: "countries-110m.json", Rows: 177, SHA256: coarse, URL: "https://cdn.jsdelivr.net/npm/world-atlas@2.0.2/countries-110m.json"},
			{File: "countries-50m.json", Rows: 241, SHA256: fine, URL: "https://cdn.jsdelivr.net/npm/world-atlas@2.0.2/countries-50m.json"},
		}}},
		Layouts: []source.Layout{
			{Table: "countries_110m", Columns: columns(), Read: read, Match: mapBut(fine)},
			{Table: "countries_50m", Columns: columns(), Read: read, Match: mapBut(coarse)},
		},
	}
}

func columns() []source.Column {
	return slices.Concat(source.StateColumns(source.ISONum, "id"), source.Columns(source.Text, "", nil, "name", "geometry"))
}

// mapBut tells a map of countries that is not known to be the other one.
func mapBut(other string) func(source.Head) bool {
	except := source.Except(other)
	return func(h source.Head) bool {
		return h.Form == source.JSON && strings.Contains(h.Start, `"Topology"`) && strings.Contains(h.Start, `"countries"`) && except(h)
	}
}
