package desk

import (
	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/ir"
)

// States lists the states of the figures.
type States struct {
	Schema string      `json:"schema"`
	Year   ir.Year     `json:"year"`
	States []StateInfo `json:"states"`
}

// StateInfo is a state with the place of its capital.
type StateInfo struct {
	CCode ir.CCode `json:"ccode"`
	ISO   string   `json:"iso"`
	EN    string   `json:"en"`
	KO    string   `json:"ko"`
	Lat   float64  `json:"lat" unit:"degrees"`
	Lon   float64  `json:"lon" unit:"degrees"`
	// GreatPower says whether it is one of the powers of the year.
	GreatPower bool `json:"great_power"`
	// HasOutline says whether the map draws it; else its capital stands for it.
	HasOutline bool `json:"has_outline"`
}

// States answers which states there are, and which are the powers of a year.
func (d *Desk) States(asked int) (Answer, error) {
	x, err := d.Situate(asked)
	if err != nil {
		return Answer{}, err
	}
	capitals, err := core.Capitals()
	if err != nil {
		return Answer{}, err
	}
	shapes, err := core.Geometry()
	if err != nil {
		return Answer{}, err
	}
	drawn := map[string]bool{}
	for _, s := range shapes {
		drawn[s.ISO] = len(s.Rings) > 0
	}
	out := States{Schema: "shatterbelt/states/1", Year: x.Year}
	for _, st := range d.Figures().Codes().All() {
		info := StateInfo{CCode: st.CCode, ISO: st.ISO, EN: st.NameEN, KO: st.NameKO, HasOutline: drawn[st.ISO]}
		for _, c := range capitals {
			if c.State == st.CCode {
				info.Lat, info.Lon = c.Lat, c.Lon
			}
		}
		for _, p := range x.Powers {
			info.GreatPower = info.GreatPower || p == st.CCode
		}
		out.States = append(out.States, info)
	}
	return Answer{JSON: out, Table: out.table}, nil
}

func (s States) table() Table {
	t := Table{Columns: []string{"ccode", "iso", "en", "ko", "lat", "lon", "great_power", "has_outline"}}
	for _, x := range s.States {
		t.add(int(x.CCode), x.ISO, x.EN, x.KO, x.Lat, x.Lon, flag(x.GreatPower), flag(x.HasOutline))
	}
	return t
}

// flag is 1 for true and 0 for false.
func flag(v bool) int {
	if v {
		return 1
	}
	return 0
}
