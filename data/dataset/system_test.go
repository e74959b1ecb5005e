package dataset_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/atop"
	"github.com/shatterbelt/shatterbelt/data/source/capitals"
	"github.com/shatterbelt/shatterbelt/data/source/cowstates"
	"github.com/shatterbelt/shatterbelt/data/source/mindist"
	"github.com/shatterbelt/shatterbelt/data/source/nmc"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

const (
	ger, pol, rus = 255, 290, 365
)

// A world of three states with their real numbers, in the columns of the
// published files; the figures are invented. Capitals lie on the equator, a
// quarter of the way round from one another.
var world = map[string]string{
	"states.csv": "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n" +
		"GMY,255,Germany,1816,1,1,1945,5,8,2016\nPOL,290,Poland,1919,11,3,1939,9,27,2016\nRUS,365,Russia,1816,1,1,2016,12,31,2016\n",
	"majors.csv": "stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday,version\n" +
		"GMY,255,1925,1,1,1945,5,8,2016\nRUS,365,1922,1,1,2016,12,31,2016\n",
	"nmc.csv": "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\n" +
		"GMY,255,1938,60,60,60,60,60,60,.6,2021\nPOL,290,1938,10,10,10,10,10,10,.1,2021\nRUS,365,1938,30,30,30,30,30,30,.3,2021\n" +
		"GMY,255,1937,50,50,50,50,50,50,.5,2021\nRUS,365,1950,70,70,70,70,70,70,.7,2021\n",
	"capitals.csv": "ccode,statenme,capital,stdate,enddate,lat,lng\n255,Germany,Berlin,1816-01-01,2024-12-31,0,0\n" +
		"290,Poland,Somewhere,1919-01-01,1930-12-31,50,0\n290,Poland,Warsaw,1931-01-01,2024-12-31,0,90\n365,Russia,Moscow,1918-01-01,2024-12-31,0,180\n",
	"pacts.csv": "ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul\n290,365,1938,1,0,0,1,0\n365,290,1938,1,0,0,1,0\n",
	"near.csv":  "ccode1,ccode2,year,mindist\n255,290,1937,9\n255,290,1938,0\n290,365,1938,120\n",
}

func worldSets() []source.Dataset {
	return []source.Dataset{cowstates.Dataset(), nmc.Dataset(), capitals.Dataset(), atop.Dataset(), mindist.Dataset()}
}

// worldStore imports files of the world, all but those named.
func worldStore(t testing.TB, without ...string) *store.Store {
	t.Helper()
	dir := t.TempDir()
	s := store.Open(filepath.Join(dir, "store"))
	for name, text := range world {
		if slices.Contains(without, name) {
			continue
		}
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		o := store.Options{Datasets: worldSets(), Limits: source.DefaultLimits()}
		r, err := s.Import(context.Background(), []string{path}, o)
		if err != nil {
			t.Fatal(name, err)
		}
		if err := s.Use(context.Background(), r.Imported[0].Dataset, r.Imported[0].Edition); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func TestSystem(t *testing.T) {
	s := worldStore(t)
	o, err := dataset.System(context.Background(), s, worldSets(), 1938)
	if err != nil {
		t.Fatal(err)
	}
	p := o.Snapshot
	var codes []string
	for _, st := range p.Codes().All() {
		codes = append(codes, st.ISO+" "+st.NameEN)
	}
	if got := strings.Join(codes, ", "); got != "DEU Germany, POL Poland, RUS Soviet Union" {
		t.Errorf("members %s", got)
	}
	for _, text := range []string{"소련", "Russia", "365", "DEU", "GMY", "독일"} {
		if _, err := p.Codes().Find(text); err != nil {
			t.Error(err)
		}
	}
	if c, ok := p.At("nmc_milex", ir.World, 1938); !ok || c.Value != 100 || c.Kind != prov.Derived {
		t.Errorf("the world's total is %+v, %v; want 100", c, ok)
	}
	if _, ok := p.At("nmc_milex", rus, 1950); ok {
		t.Error("a figure after the year")
	}
	quarter := math.Pi / 2 * 6371.0088
	for _, tt := range []struct {
		a, b ir.CCode
		want float64
	}{{ger, pol, quarter}, {pol, rus, quarter}, {rus, ger, 2 * quarter}} {
		c, ok := p.DyadLatest("distance_capital", ir.Directed{From: tt.a, To: tt.b}, 1938)
		if !ok || math.Abs(c.Value-tt.want) > 0.01 || c.Kind != prov.Derived || !strings.Contains(p.Source(c).Note, "great circle") {
			t.Errorf("%d to %d is %+v, %v; want %.1f km, derived", tt.a, tt.b, c, ok, tt.want)
		}
	}
	if c, ok := p.DyadLatest("distance_territory", ir.Directed{From: pol, To: ger}, 1938); !ok || c.Value != 0 || !strings.Contains(p.Source(c).Note, "least distance") {
		t.Errorf("between territories %+v, %v", c, ok)
	}
	if c, ok := p.DyadLatest("defence_pact", ir.Directed{From: pol, To: rus}, 1938); !ok || c.Value != 1 {
		t.Errorf("the pact is %+v, %v", c, ok)
	}
	if c, ok := p.Latest("major_power", ger, 1938); !ok || c.Value != 1 {
		t.Errorf("Germany as a major power is %+v, %v", c, ok)
	}
	if c, _ := p.Latest("major_power", pol, 1938); c.Value != 0 {
		t.Errorf("Poland as a major power is %+v", c)
	}
	var lacking []string
	for _, l := range o.Lacking {
		lacking = append(lacking, l.Dataset)
	}
	if got := strings.Join(lacking, " "); got != "rivalries-tss cow-contiguity cow-mid us-troops" || o.System != 1938 || len(o.Seats) != 3 {
		t.Errorf("system %d, %d seats, lacking %s", o.System, len(o.Seats), got)
	}
	again, err := dataset.System(context.Background(), s, worldSets(), 1938)
	if err != nil || len(again.Seats) != 3 || len(again.Lacking) != len(o.Lacking) || len(again.Snapshot.Rows()) != len(p.Rows()) {
		t.Errorf("read back: %+v, %v", again, err)
	}
}

// Members come and go by date; without an imported list, by the embedded one.
func TestSystemMembers(t *testing.T) {
	ctx := context.Background()
	after, err := dataset.System(ctx, worldStore(t), worldSets(), 1940)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := after.Snapshot.Codes().Find("POL"); err == nil || len(after.Snapshot.Codes().All()) != 2 {
		t.Errorf("in 1940 the members are %v; Poland ended in 1939", after.Snapshot.Codes().All())
	}
	o, err := dataset.System(ctx, worldStore(t, "states.csv"), worldSets(), 1938)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(o.Snapshot.Codes().All()); n != 66 {
		t.Errorf("%d members in 1938 by the embedded list; the Correlates of War has 66", n)
	}
}

// What cannot be done without is named with what to import.
func TestSystemMissing(t *testing.T) {
	for _, tt := range []struct {
		without []string
		want    []string
	}{
		{[]string{"nmc.csv"}, []string{"nmc"}},
		{[]string{"capitals.csv"}, []string{"capitals"}},
		{[]string{"nmc.csv", "capitals.csv", "states.csv", "majors.csv", "pacts.csv", "near.csv"}, []string{"nmc", "capitals"}},
	} {
		_, err := dataset.System(context.Background(), worldStore(t, tt.without...), worldSets(), 1938)
		var missing *dataset.MissingError
		if !errors.As(err, &missing) || len(missing.Need) != len(tt.want) {
			t.Fatalf("without %v: %v", tt.without, err)
		}
		for i, n := range missing.Need {
			if n.Dataset != tt.want[i] || !strings.Contains(err.Error(), "data import") {
				t.Errorf("without %v: %v; want %s", tt.without, err, tt.want[i])
			}
		}
	}
}

func ExampleSystem() {
	_, err := dataset.System(context.Background(), store.Open("no-such-folder"), nil, 1938)
	var missing *dataset.MissingError
	if errors.As(err, &missing) {
		for _, n := range missing.Need {
			fmt.Println(n.What, "from", n.Dataset)
		}
	}
	// Output:
	// capability from nmc
	// capitals from capitals
}
