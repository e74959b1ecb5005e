package between

import (
	"math"

	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/capability"
)

// Settings are the choices and parameters of position that no record fixes.
type Settings struct {
	capability.Gradient
	capability.Presence
	capability.Transport
	capability.Inventory
	Powers
	Terms
	// Territory measures distance between main territories instead of capitals.
	Territory bool
	// Stock measures capability by the forces that spending has built up
	// instead of by the year's spending.
	Stock bool
	// Projected takes Bueno de Mesquita's gradient [buenodemesquita1981] instead
	// of Boulding's [boulding1962].
	Projected bool
}

// Powers says which states count as powers, beside the majors of record.
type Powers struct {
	// PowerShare is the share of world output or military spending from which a
	// state counts as a power.
	PowerShare float64 `name:"power_share" unit:"share of world" min:"0.015" max:"0.05" default:"0.03" ref:"assumed" why:"at 3 % of either the list in 2024 is the United States, China, India, Russia, Japan, Germany, Britain and, by spending alone, Saudi Arabia" en:"share of the world that makes a power" ko:"강대국으로 보는 세계 비중"`
	// Window is how many years of disputes on record are counted.
	Window float64 `name:"record_window" unit:"years" min:"10" max:"25" default:"25" ref:"assumed" why:"long enough to hold rare disputes, short enough to be of one era" en:"years of record counted" ko:"기록 반영 기간"`
}

// Hostility is that of two powers on the scale of the squeeze: 1 between
// rivals, 0 between defence allies, Neither otherwise.
func (t Terms) Hostility(r Relation) float64 {
	switch r {
	case Ally:
		return 0
	case Rival:
		return 1
	}
	return t.Neither
}

// carried is what capability c, a share, brings to bear over a distance in km in
// a year, under the form of gradient chosen. A distance that is not known brings
// nothing.
func (s *Settings) carried(c, km float64, y ir.Year) float64 {
	switch {
	case math.IsNaN(km):
		return 0
	case s.Projected:
		return s.Transport.Reach(c, km, y)
	}
	return c * s.Decay(km)
}
