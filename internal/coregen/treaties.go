package coregen

import (
	_ "embed"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// treatiesTable lists the parties to treaties of mutual defence that states
// joined after the last year of the treaty data.
//
//go:embed treaties.csv
var treatiesTable []byte

// A signatory is a state bound by a treaty of mutual defence from a year on.
type signatory struct {
	treaty, iso, source string
	from                ir.Year
}

func readSignatories(table []byte) ([]signatory, error) {
	var all []signatory
	err := each("treaties.csv", table, []string{"treaty", "state", "year", "source"}, func(r *record) {
		all = append(all, signatory{r.text("treaty"), r.text("state"), r.text("source"), r.year("year")})
	})
	return all, err
}

// accessions adds, from the year in which a state joined a treaty of mutual
// defence after the treaty data end, the obligations between it and every other party,
// both ways. The source is the one that reports the later to join.
func (g *generator) accessions() error {
	parties, err := readSignatories(g.treatiesTable)
	if err != nil {
		return err
	}
	covered := g.describe("defence_pact")
	for _, a := range parties {
		for _, b := range parties {
			later := b
			if a.from > b.from {
				later = a
			}
			switch {
			case a.treaty != b.treaty || a.iso == b.iso || later.from <= covered.last:
			case !g.has(a.iso) || !g.has(b.iso):
			default:
				f := exact("defence_pact", a.iso, b.iso, later.from, 1, prov.Outturn, later.source)
				g.add(f.noted("%s", a.treaty))
			}
		}
	}
	return nil
}
