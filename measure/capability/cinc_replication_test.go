package capability_test

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/capability"
)

// nmcYear is one year of a published file with the scores it prints.
type nmcYear struct {
	system    []capability.Profile
	published []float64
}

// readNMC reads a file of the National Material Capabilities by year. Missing is
// -9 or an empty cell.
func readNMC(t *testing.T, path string) map[int]*nmcYear {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	head, err := r.Read()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	years := map[int]*nmcYear{}
	for _, row := range rows {
		num := func(column string) float64 {
			text := row[slices.Index(head, column)]
			v, err := strconv.ParseFloat(text, 64)
			switch {
			case text == "" || v == -9:
				return math.NaN()
			case err != nil:
				t.Fatal(err)
			}
			return v
		}
		y := years[int(num("year"))]
		if y == nil {
			y = &nmcYear{}
			years[int(num("year"))] = y
		}
		y.system = append(y.system, capability.Profile{
			State: ir.CCode(num("ccode")), MilEx: num("milex"), MilPer: num("milper"), IronSteel: num("irst"),
			Energy: num("pec"), Pop: num("tpop"), UrbanPop: num("upop"),
		})
		y.published = append(y.published, num("cinc"))
	}
	return years
}

// printed is the tolerance of a score printed to seven places.
const printed = 1e-7

// The scores of Singer, Bremer and Stuckey's index as four editions of the data
// publish them, recomputed from the six indicators of the same file. The
// largest gaps are 2.4e-8 (7.0 and 6.0) and 6.4e-8 (5.0 and 4.0, printed to seven
// places).
func TestReplicateSingerBremerStuckey(t *testing.T) {
	dir := filepath.Join(testkit.Data(t), "cow-nmc")
	for _, tt := range []struct {
		edition, file string
		scores        int // published in the file
	}{
		{"7.0", "cow_nmc.csv", 17121},
		{"6.0", "NMC-60-abridged.csv", 15951},
		{"5.0", "NMC_5_0.csv", 15171},
		{"4.0", "NMC_v4_0.csv", 14174},
	} {
		t.Run(tt.edition, func(t *testing.T) {
			most, n := 0.0, 0
			for year, y := range readNMC(t, filepath.Join(dir, tt.file)) {
				got, err := capability.CINC(y.system)
				if err != nil {
					t.Fatal(err)
				}
				for i, want := range y.published {
					if !testkit.Near(got[i], want, printed) {
						t.Errorf("%d in %d: computed %v, published %v", y.system[i].State, year, got[i], want)
					}
					if !math.IsNaN(want) {
						n++
						most = math.Max(most, math.Abs(got[i]-want))
					}
				}
			}
			t.Logf("%d scores, largest gap %.3g", n, most)
			if n != tt.scores {
				t.Errorf("%d scores compared; the file publishes %d", n, tt.scores)
			}
		})
	}
}
