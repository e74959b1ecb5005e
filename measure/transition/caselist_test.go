package transition_test

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/measure/transition"
	"github.com/shatterbelt/shatterbelt/trace/cite"
)

func TestJeffreys(t *testing.T) {
	tests := []struct {
		events, n int
		level     float64
		want      transition.Rate
		tol       float64
	}{
		{0, 0, 0.9, transition.Rate{Share: nan, Low: 0, High: 1}, 0},
		{3, 2, 0.9, transition.Rate{Share: nan, Low: 0, High: 1}, 0},
		{1, 2, 1, transition.Rate{Share: nan, Low: 0, High: 1}, 0},
		// Beta(3/2, 3/2): x with (2/pi)(asin sqrt x - sqrt(x(1-x))(1-2x)) = 0.05; the two ends mirror.
		{1, 2, 0.9, transition.Rate{Share: 0.5, Low: 0.09732, High: 0.90268}, 1e-4},
		// At level 0.95, by the midpoint rule on the density with x = sin^2 t: 0.2172 and 0.2235.
		{0, 10, 0.95, transition.Rate{Share: 0, Low: 0, High: 0.2172}, 1e-4},
		{5, 10, 0.95, transition.Rate{Share: 0.5, Low: 0.2235, High: 0.7765}, 1e-4},
	}
	for _, tt := range tests {
		got := transition.Jeffreys(tt.events, tt.n, tt.level)
		if !testkit.NearAll([]float64{got.Share, got.Low, got.High}, []float64{tt.want.Share, tt.want.Low, tt.want.High}, tt.tol) {
			t.Errorf("Jeffreys(%d, %d, %v) = %+v; want %+v", tt.events, tt.n, tt.level, got, tt.want)
		}
	}
}

// Counting the other outcome mirrors the interval, more cases of the same share
// narrow it, and it holds its share.
func TestJeffreysProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 60).Draw(t, "n")
		k := rapid.IntRange(0, n).Draw(t, "events")
		a, b := transition.Jeffreys(k, n, 0.9), transition.Jeffreys(n-k, n, 0.9)
		if !testkit.Near(a.Low, 1-b.High, tol) || !testkit.Near(a.High, 1-b.Low, tol) {
			t.Fatalf("%+v and %+v are no mirror images", a, b)
		}
		if !(a.Low <= a.Share && a.Share <= a.High && a.Low >= 0 && a.High <= 1) {
			t.Fatalf("%+v does not hold its share", a)
		}
		if w := transition.Jeffreys(4*k, 4*n, 0.9); w.High-w.Low >= a.High-a.Low {
			t.Fatalf("four times the cases: %+v, then %+v", a, w)
		}
	})
}

func TestCaseLists(t *testing.T) {
	keys := map[string]transition.CaseList{}
	for _, l := range transition.CaseLists() {
		if _, ok := cite.Lookup(l.Cite); !ok {
			t.Errorf("%s: no work %q", l.Key, l.Cite)
		}
		if _, twice := keys[l.Key]; twice || l.Wars < 0 || l.Wars > l.N || l.Counts == "" {
			t.Errorf("%+v", l)
		}
		if whole, ok := keys[l.Within]; l.Within != "" && (!ok || l.N > whole.N || l.Wars > whole.Wars) {
			t.Errorf("%s is no part of %q", l.Key, l.Within)
		}
		keys[l.Key] = l
	}
}

// Allison (2017): 12 of 16 transitions ended in war. No gap from print. The two
// parts of the list follow from its periods.
func TestAllison2017(t *testing.T) {
	f, err := os.Open(filepath.Join(testkit.Data(t), "thucydides", "allison_16_cases.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	count := func(from int) (n, wars int) {
		for i, row := range rows[1:] {
			if i+1 >= from {
				n++
				if row[5] == "1" {
					wars++
				}
			}
		}
		return n, wars
	}
	first := map[string]int{"thucydides": 1, "thucydides_1816": 8, "thucydides_nuclear": 15} // the file is in order of time
	for _, l := range transition.CaseLists() {
		if from, ok := first[l.Key]; ok {
			if n, wars := count(from); n != l.N || wars != l.Wars {
				t.Errorf("%s: %d wars of %d; the file has %d of %d", l.Key, l.Wars, l.N, wars, n)
			}
		}
	}
}

func TestRangeOfRates(t *testing.T) {
	lists := []transition.CaseList{{N: 10, Wars: 5}, {N: 16, Wars: 12}}
	got := transition.RangeOfRates(lists, 0.9)
	half, three := transition.Jeffreys(5, 10, 0.9), transition.Jeffreys(12, 16, 0.9)
	if got.Least != 0.5 || got.Most != 0.75 || got.Low != half.Low || got.High != three.High {
		t.Errorf("%+v; want 0.5 to 0.75 in %v to %v", got, half.Low, three.High)
	}
	if none := transition.RangeOfRates(nil, 0.9); !math.IsNaN(none.Least) {
		t.Errorf("over no lists %+v; want NaN", none)
	}
}

// How often transitions ended in war, list by list.
func ExampleCaseList_Rate() {
	for _, l := range transition.CaseLists() {
		r := l.Rate(0.9)
		fmt.Printf("%s: %d of %d, %.2f (%.2f to %.2f)\n", l.Key, l.Wars, l.N, r.Share, r.Low, r.High)
	}
	// Output:
	// contenders: 5 of 10, 0.50 (0.26 to 0.74)
	// thucydides: 12 of 16, 0.75 (0.55 to 0.89)
	// thucydides_1816: 6 of 9, 0.67 (0.40 to 0.87)
	// thucydides_nuclear: 0 of 2, 0.00 (0.00 to 0.57)
}
