package coregen

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const (
	wdiZip   = "worldbank/WDI.zip"
	wdiTable = "WDI_Data.csv"
)

// dependenceYears are the benchmark years the extract covers; the latest of
// each state is added to them.
var dependenceYears = []ir.Year{1997, 2013}

// wdiOldCodes are the codes that the World Bank gave states before it changed
// to today's.
var wdiOldCodes = map[string]string{"KSV": "XKX", "ROM": "ROU", "TMP": "TLS"}

// dependence adds what states import of their energy and how much of their
// imports is food. Net exporters of energy have a negative share.
func (g *generator) dependence() error {
	table, err := g.folder.inside(wdiZip, wdiTable)
	if err != nil {
		return err
	}
	shares := []struct{ column, indicator string }{
		{"EG.IMP.CONS.ZS", "energy_imports"}, {"TM.VAL.FOOD.ZS.UN", "food_imports"},
	}
	found := make([]map[string]series, len(shares))
	for i := range found {
		found[i] = map[string]series{}
	}
	columns := []string{"Country Code", "Time", shares[0].column, shares[1].column}
	err = each(wdiZip+"/"+wdiTable, table, columns, func(r *record) {
		iso := cmp.Or(wdiOldCodes[r.text("Country Code")], r.text("Country Code"))
		if iso == World || !g.has(iso) {
			return
		}
		y := r.year("Time")
		for i, s := range shares {
			if v, ok := r.signed(s.column); ok && carried(y) {
				put(found[i], iso, y, v)
			}
		}
	})
	for i, s := range shares {
		for _, iso := range g.codes() {
			g.benchmarks(s.indicator, iso, found[i][iso], "wdi-extract")
		}
	}
	return err
}

// benchmarks adds the figures of [dependenceYears] and the latest of a series.
func (g *generator) benchmarks(indicator, iso string, all series, src string) {
	latest := ir.Year(0)
	for y := range all {
		latest = max(latest, y)
	}
	for y := ir.Year(firstYear); y <= latest; y++ {
		v, ok := all[y]
		if ok && (y == latest || slices.Contains(dependenceYears, y)) {
			g.add(exact(indicator, iso, "", y, v, prov.Outturn, src))
		}
	}
}

// inside returns a file in a .zip archive of the folder.
func (f *folder) inside(archive, name string) ([]byte, error) {
	b, err := f.read(archive)
	if err != nil {
		return nil, err
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, fmt.Errorf("coregen: %s: %w; fetch the file again", archive, err)
	}
	part, err := z.Open(name)
	if err != nil {
		return nil, fmt.Errorf("coregen: %s: no %s in it; fetch the edition named in sources.csv", archive, strconv.Quote(name))
	}
	defer part.Close()
	table, err := io.ReadAll(part)
	if err != nil {
		return nil, fmt.Errorf("coregen: %s: %s: %w; fetch the file again", archive, name, err)
	}
	return table, nil
}
