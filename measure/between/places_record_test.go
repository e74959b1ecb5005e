package between_test

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/between"
	"github.com/shatterbelt/shatterbelt/measure/capability"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// published holds rows of a published table by column name.
type published []map[string]string

func readPublished(t *testing.T, parts ...string) published {
	t.Helper()
	path := filepath.Join(append([]string{testkit.Data(t)}, parts...)...)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(bytes.NewReader(b))
	if strings.HasSuffix(path, ".gz") {
		z, err := gzip.NewReader(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		r = csv.NewReader(z)
	}
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := make(published, 0, len(rows)-1)
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, name := range rows[0] {
			m[name] = row[i]
		}
		out = append(out, m)
	}
	return out
}

// figure reads a number; empty and -9 are missing.
func figure(t *testing.T, row map[string]string, column string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(row[column], 64)
	switch {
	case row[column] == "" || v == -9:
		return math.NaN()
	case err != nil:
		t.Fatal(err)
	}
	return v
}

// history is what the published files say of the major powers over two centuries.
type history struct {
	nmc, majors, capitals, pacts, rivals published
}

func readHistory(t *testing.T) history {
	return history{
		readPublished(t, "cow-nmc", "cow_nmc.csv"), readPublished(t, "cow-states", "cow_majors.csv"),
		readPublished(t, "capitals", "cow_capitals.csv"), readPublished(t, "alliances", "atop_alliance.csv.gz"),
		readPublished(t, "rivalries", "tss_rivalries.csv"),
	}
}

// powers are the major powers of record in a year, each with its composite index
// over every member of the state system, where its capital was.
func (h history) powers(t *testing.T, y int) (states []string, out []between.PowerAt) {
	t.Helper()
	var system []capability.Profile
	for _, row := range h.nmc {
		if row["year"] != strconv.Itoa(y) {
			continue
		}
		system = append(system, capability.Profile{
			State: ir.CCode(figure(t, row, "ccode")), MilEx: figure(t, row, "milex"), MilPer: figure(t, row, "milper"), IronSteel: figure(t, row, "irst"),
			Energy: figure(t, row, "pec"), Pop: figure(t, row, "tpop"), UrbanPop: figure(t, row, "upop"),
		})
	}
	scores, err := capability.CINC(system)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range h.majors {
		if !slices.ContainsFunc(states, func(s string) bool { return s == m["ccode"] }) && figure(t, m, "styear") <= float64(y) && float64(y) <= figure(t, m, "endyear") {
			i := slices.IndexFunc(system, func(p capability.Profile) bool { return strconv.Itoa(int(p.State)) == m["ccode"] })
			if i < 0 || math.IsNaN(scores[i]) {
				t.Fatalf("%s has no score in %d", m["ccode"], y)
			}
			states = append(states, m["ccode"])
			out = append(out, between.PowerAt{Place: h.capital(t, m["ccode"], y), Capability: scores[i], Home: between.Nowhere})
		}
	}
	return states, out
}

// capital is where a state's capital stood at the end of a year.
func (h history) capital(t *testing.T, state string, y int) between.Place {
	t.Helper()
	day := fmt.Sprintf("%d-12-31", y)
	for _, row := range h.capitals {
		if row["ccode"] == state && row["stdate"] <= day && day <= row["enddate"] {
			return between.Place{Lat: figure(t, row, "lat"), Lon: figure(t, row, "lng")}
		}
	}
	t.Fatalf("%s has no capital in %d", state, y)
	return between.Place{}
}

// relation is how two powers stood: a defence pact outweighs a rivalry.
func (h history) relation(t *testing.T, states []string, y int) func(g, h int) between.Relation {
	t.Helper()
	of := map[[2]string]between.Relation{}
	for _, row := range h.rivals {
		if figure(t, row, "start") <= float64(y) && float64(y) <= figure(t, row, "end") {
			of[[2]string{row["ccode1"], row["ccode2"]}], of[[2]string{row["ccode2"], row["ccode1"]}] = between.Rival, between.Rival
		}
	}
	for _, row := range h.pacts {
		if row["year"] == strconv.Itoa(y) && row["atop_defense"] == "1" {
			of[[2]string{row["ccode1"], row["ccode2"]}], of[[2]string{row["ccode2"], row["ccode1"]}] = between.Ally, between.Ally
		}
	}
	return func(g, h int) between.Relation {
		if r, ok := of[[2]string{states[g], states[h]}]; ok {
			return r
		}
		return between.Neither
	}
}

// placeSettings are the settings that matter where a place has no ties: both
// forms of the gradient, hostility, and the stake with the distance it holds at.
func placeSettings() []between.Settings {
	var out []between.Settings
	ends := func(v any, name string) []float64 {
		for _, f := range param.Fields(v) {
			if f.Name == name {
				return []float64{f.Min, f.Default, f.Max}
			}
		}
		return nil
	}
	for form, levels := range [][]float64{ends(capability.Gradient{}, "half_distance"), {0.5, 1, 2}} {
		for _, level := range levels {
			for _, neither := range ends(between.Terms{}, "hostility_neither") {
				for _, stake := range ends(between.Terms{}, "remote_stake") {
					for _, near := range ends(between.Terms{}, "near_distance") {
						s := param.Default[between.Settings]()
						s.Neither, s.RemoteStake, s.NearDistance = neither, stake, near
						if form == 0 {
							s.HalfDistance = level
						} else {
							s.Projected, s.Early, s.Middle, s.Late = true, s.Early*level, s.Middle*level, s.Late*level
						}
						out = append(out, s)
					}
				}
			}
		}
	}
	return out
}

// rankOf is the place's rank from the most squeezed, 1 first.
func rankOf(rows []between.Squeezed, i int) int {
	rank := 1
	for _, r := range rows {
		if r.Squeeze > rows[i].Squeeze {
			rank++
		}
	}
	return rank
}

// The capital points of today's states over two centuries, from the full
// published files: whoever governed them, they have a value in every year. The
// golden file is what docs/models/position.md reports.
func TestPlacesOverTwoCenturies(t *testing.T) {
	h := readHistory(t)
	s, err := core.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	capitals, err := core.Capitals()
	if err != nil {
		t.Fatal(err)
	}
	places := make([]between.Place, len(capitals))
	at := map[string]int{}
	for i, c := range capitals {
		st, _ := s.Codes().State(c.State)
		places[i], at[st.ISO] = between.Place{Lat: c.Lat, Lon: c.Lon}, i
	}
	settings := placeSettings()
	var b bytes.Buffer
	fmt.Fprintf(&b, "place,year,squeeze,rank,rank_low,rank_high,places,settings,power_a,power_b\n")
	for y := 1816; y <= 2016; y += 10 {
		states, powers := h.powers(t, y)
		for k := range powers {
			powers[k].Home = slices.IndexFunc(places, func(p between.Place) bool { return between.GreatCircle(p, powers[k].Place) < 50 })
		}
		relation := h.relation(t, states, y)
		rows := slices.Clone(between.Places(places, powers, relation, ir.Year(y), param.Default[between.Settings]()))
		low, high := map[string]int{}, map[string]int{}
		for _, set := range settings {
			tried := between.Places(places, powers, relation, ir.Year(y), set)
			for _, iso := range []string{"KOR", "POL", "UKR", "EST"} {
				r := rankOf(tried, at[iso])
				if low[iso] == 0 || r < low[iso] {
					low[iso] = r
				}
				high[iso] = max(high[iso], r)
			}
		}
		for _, iso := range []string{"KOR", "POL", "UKR", "EST"} {
			r := rows[at[iso]]
			if r.G < 0 || !(r.Squeeze > 0) {
				t.Fatalf("%s has no squeeze in %d", iso, y)
			}
			fmt.Fprintf(&b, "%s,%d,%.4f,%d,%d,%d,%d,%d,%s,%s\n", iso, y, r.Squeeze, rankOf(rows, at[iso]), low[iso], high[iso], len(places), len(settings), states[r.G], states[r.H])
		}
	}
	testkit.Golden(t, "testdata/places.csv", b.Bytes())
}
