package coregen

import (
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const (
	troopsFile  = "us-troops/troopdata.csv"
	reportsFile = "us-troops/troopdata-rebuild-reports.csv.gz"
)

// troopsSender is the state whose troops the file counts.
const troopsSender = "USA"

const (
	troopsLast   = 2023 // the last year of the yearly table; reports go on after it
	troopsReport = "September"
)

// troops adds United States troops by host. Rows of one host, year and state
// number are added up; a host can stand under more than one number.
func (g *generator) troops() error {
	host := map[ir.CCode]string{}
	for _, m := range g.members {
		for _, c := range m.troops {
			if m.ISO != troopsSender {
				host[c] = m.ISO
			}
		}
	}
	yearly := map[string]series{}
	count := func(r *record, cell string, use bool) {
		iso, ok := host[r.ccode("ccode")]
		y := r.year("year")
		if !ok || !use || !carried(y) {
			return
		}
		if v, ok := r.number(cell); ok {
			put(yearly, iso, y, yearly[iso][y]+v)
		}
	}
	err := g.folder.each(troopsFile, []string{"ccode", "year", "troops"}, func(r *record) {
		count(r, "troops", r.year("year") <= troopsLast)
	})
	if err != nil {
		return err
	}
	err = g.folder.each(reportsFile, []string{"ccode", "year", "month", "troops_ad"}, func(r *record) {
		count(r, "troops_ad", r.year("year") > troopsLast && r.text("month") == troopsReport)
	})
	if err != nil {
		return err
	}
	for _, iso := range g.codes() {
		for y := ir.Year(firstYear); y <= lastYear; y++ {
			v, ok := yearly[iso][y]
			if !ok {
				continue
			}
			f := exact("troops_hosted", troopsSender, iso, y, v, prov.Outturn, "troops")
			if y > troopsLast {
				f.Source = "troops-reports"
			}
			g.add(f)
		}
	}
	return nil
}
