package coregen

import (
	"fmt"
	"os"
	"slices"
	"strconv"

	"github.com/shatterbelt/shatterbelt/ir"
)

// maddisonOf are the names by which the file of output knows the major powers.
// Austria-Hungary is not in it; the Soviet Union stands for its territory, before
// and after, up to 1991.
var maddisonOf = map[ir.CCode]string{2: "USA", 200: "GBR", 220: "FRA", 255: "DEU", 325: "ITA", 365: "SUN", 710: "CHN", 740: "JPN"}

const (
	sovietLast = 1991
	russia     = 365
	russiaISO  = "RUS"
	lookBack   = 10 // years over which a power rises
	usedForce  = 4  // level of hostility
)

// GeneratePressure codes the record of major powers, their standing to the
// strongest other and the disputes they began with weaker neighbours, and writes
// pressure.csv into the folder out. It returns the number of rows.
func GeneratePressure(from, out string) (int, error) {
	info, err := os.Stat(from)
	if err != nil || !info.IsDir() {
		return 0, fmt.Errorf("coregen: %s is not a folder; give --from the folder of published files", from)
	}
	g := &generator{folder: newFolder(from)}
	rows, err := g.pressure()
	if err != nil {
		return 0, err
	}
	table := [][]string{{"power", "year", "cinc_ratio", "cinc_before", "gdp_ratio", "gdp_before", "neighbours", "begun", "begun_used", "sources"}}
	for _, r := range rows {
		table = append(table, r.row())
	}
	return len(rows), write(out, []output{{"pressure.csv", csvBytes(table)}})
}

// A standing is a major power in one year. Ratios are to the strongest other
// major, before is ten years earlier, and 0 is unknown.
type standing struct {
	power                    ir.CCode
	year                     ir.Year
	cinc, cincBefore         float64
	gdp, gdpBefore           float64
	neighbours, begun, force int
}

func (s standing) row() []string {
	number := func(v float64) string {
		if v == 0 {
			return ""
		}
		return strconv.FormatFloat(v, 'f', 4, 64)
	}
	return []string{
		strconv.Itoa(int(s.power)), strconv.Itoa(int(s.year)), number(s.cinc), number(s.cincBefore), number(s.gdp), number(s.gdpBefore),
		strconv.Itoa(s.neighbours), strconv.Itoa(s.begun), strconv.Itoa(s.force), "palmer2022 singer1972 boltvanzanden2020 stinnett2002 cowstates2016",
	}
}

// pressure codes every major power and year, in order of power and year.
func (g *generator) pressure() ([]standing, error) {
	s, err := g.loadSystem()
	if err != nil {
		return nil, err
	}
	cinc, err := g.loadCINC()
	if err != nil {
		return nil, err
	}
	gdp, err := g.loadOutput()
	if err != nil {
		return nil, err
	}
	onsets, err := g.loadOnsets()
	if err != nil {
		return nil, err
	}
	begun := map[dyadYear][]onset{}
	for _, o := range onsets {
		k := dyadYear{o.Directed, o.year}
		begun[k] = append(begun[k], o)
	}
	var powers []ir.CCode
	for k := range s.majors {
		if !slices.Contains(powers, k.state) {
			powers = append(powers, k.state)
		}
	}
	slices.Sort(powers)
	var out []standing
	for _, c := range powers {
		for y := ir.Year(1816); y <= onsetLast; y++ {
			if !s.majors[stateYear{c, y}] {
				continue
			}
			r := standing{power: c, year: y}
			r.cinc, r.cincBefore = s.ratio(cinc, powers, c, y), s.ratio(cinc, powers, c, y-lookBack)
			r.gdp, r.gdpBefore = s.ratio(gdp, powers, c, y), s.ratio(gdp, powers, c, y-lookBack)
			s.against(&r, cinc, begun)
			out = append(out, r)
		}
	}
	return out, nil
}

// ratio is the value of a power over that of the strongest other major of the
// year; 0 where either is unknown.
func (s *system) ratio(of map[stateYear]float64, powers []ir.CCode, c ir.CCode, y ir.Year) float64 {
	most := 0.0
	for _, other := range powers {
		if other != c && s.majors[stateYear{other, y}] {
			most = max(most, of[stateYear{other, y}])
		}
	}
	if most == 0 {
		return 0
	}
	return of[stateYear{c, y}] / most
}

// against counts the weaker neighbours of a power, by land or across up to 24
// miles of water, and the disputes it began with them in the year.
func (s *system) against(r *standing, cinc map[stateYear]float64, begun map[dyadYear][]onset) {
	for _, c := range s.states[r.year] {
		d := ir.Directed{From: r.power, To: c}
		own, other := cinc[stateYear{r.power, r.year}], cinc[stateYear{c, r.year}]
		if own == 0 || other >= own || !s.contiguous(d, r.year, nearDistance) {
			continue
		}
		r.neighbours++
		for _, o := range begun[dyadYear{d, r.year}] {
			r.begun++
			if o.fromHostlev >= usedForce {
				r.force++
			}
		}
	}
}

func (g *generator) loadCINC() (map[stateYear]float64, error) {
	out := map[stateYear]float64{}
	err := g.folder.each(nmcFile, []string{"ccode", "year", "cinc"}, func(r *record) {
		if v, ok := r.number("cinc"); ok {
			out[stateYear{r.ccode("ccode"), r.year("year")}] = v
		}
	})
	return out, err
}

// loadOutput is output per head times population of the major powers.
func (g *generator) loadOutput() (map[stateYear]float64, error) {
	of := map[string]ir.CCode{russiaISO: russia}
	for c, iso := range maddisonOf {
		of[iso] = c
	}
	out := map[stateYear]float64{}
	err := g.folder.each(maddisonFile, []string{"countrycode", "year", "gdppc", "pop"}, func(r *record) {
		iso := r.text("countrycode")
		c, known := of[iso]
		y := ir.Year(r.whole("year"))
		perHead, ok1 := r.number("gdppc")
		heads, ok2 := r.number("pop")
		if known && ok1 && ok2 && (c != russia || (iso == russiaISO) == (y > sovietLast)) {
			out[stateYear{c, y}] = perHead * heads
		}
	})
	return out, err
}
