package desk

import (
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/study"
)

// Zones are the shatter zones of a year: connected regions of states more
// squeezed than those around them.
type Zones struct {
	Schema string         `json:"schema"`
	Year   ir.Year        `json:"year"`
	Zones  []study.ZoneOf `json:"zones"` // highest peak first
	// Quantile is the threshold above which a zone may begin.
	Quantile float64 `json:"quantile"`
	// Arrangements is how many the null model took, Exact whether those are all.
	Arrangements int  `json:"arrangements"`
	Exact        bool `json:"exact"`
	// SizeChance and DepthChance are the chances, under the null model, of a
	// largest zone of as many states, and of one that stands out as much.
	SizeChance  float64 `json:"size_chance"`
	DepthChance float64 `json:"depth_chance"`
}

// Zones finds the shatter zones of a year.
func (d *Desk) Zones(x *study.Situation, seed uint64) (Zones, error) {
	z, err := x.Zones(ir.World, seed)
	return Zones{"shatterbelt/zones/1", x.Year, z.Zones, z.Quantile, z.Arrangements, z.Exact, z.SizeChance, z.DepthChance}, err
}

// Table is a row for each state of each zone.
func (z Zones) Table(codes *ir.Codes) Table {
	t := Table{Columns: []string{"year", "zone", "state", "peak", "persistence", "level"}}
	for i, zone := range z.Zones {
		for _, s := range zone.States {
			t.add(int(z.Year), i+1, iso(codes, s), iso(codes, zone.Peak), zone.Persistence, zone.Level)
		}
	}
	return t
}
