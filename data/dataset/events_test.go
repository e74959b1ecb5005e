package dataset_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/sipri"
	"github.com/shatterbelt/shatterbelt/data/source/troopdata"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// Three states meet in a and two of them in b; one stands twice in a, Japan is no
// state of the panel, and the same event in another year is another.
const meetingRows = "iso,when,n,per,which\nKOR,2000,,,a\nUSA,2000,,,a\nKOR,2000,,,b\nCHN,2000,,,a\nUSA,2000,,,a\nUSA,2000,,,b\nJPN,2000,,,b\n" +
	"KOR,2001,,,a\nCHN,2001,,,a\nUSA,2001,,,\nCHN,2001,,,\nKOR,1970,,,c\nUSA,1970,,,c\n"

func TestEvents(t *testing.T) {
	o := over(t, []source.Dataset{stepped(source.Series{
		State: "iso", Partner: "iso", Within: "which",
		Indicator: panel.Indicator{Name: "exercises", Unit: "exercises", Form: panel.SymmetricDyad, Holds: panel.Count, First: 1980, Last: 2001},
	})}, meetingRows)
	for _, tt := range []struct {
		a, b ir.CCode
		year ir.Year
		want float64
	}{{usa, kor, 2000, 2}, {kor, usa, 2000, 2}, {kor, chn, 2000, 1}, {chn, usa, 2000, 1}, {kor, chn, 2001, 1}, {kor, usa, 2001, 0}, {usa, chn, 2001, 0}} {
		c, ok := o.Snapshot.DyadAt("exercises", ir.Directed{From: tt.a, To: tt.b}, tt.year)
		if !ok || c.Value != tt.want {
			t.Errorf("%d and %d in %d: %v, %v; want %v", tt.a, tt.b, tt.year, c.Value, ok, tt.want)
		}
		if c.Value > 0 && (c.Kind != prov.Derived || !strings.Contains(o.Snapshot.Source(c).Note, "pairs of states in rows of one which and year")) {
			t.Errorf("%v from %+v", c.Kind, o.Snapshot.Source(c))
		}
	}
	if _, ok := o.Snapshot.DyadAt("exercises", ir.Directed{From: kor, To: usa}, 1970); ok {
		t.Error("a figure before the years covered")
	}
}

// Of what no analysis asks for nothing is taken.
func TestOnlyWhatIsAskedFor(t *testing.T) {
	o := over(t, []source.Dataset{stepped(source.Series{
		State: "iso", Partner: "iso", Within: "which",
		Indicator: panel.Indicator{Name: "meals", Unit: "meals", Form: panel.SymmetricDyad, Holds: panel.Count, First: 1980, Last: 2001},
	})}, meetingRows)
	if len(o.Used) != 0 {
		t.Errorf("used %+v", o.Used)
	}
}

// What the United States delivered to either Korea in thirty years, and how often
// it exercised with them, counted from the published files by another program.
func TestBesidePublished(t *testing.T) {
	data := testkit.Data(t)
	s := store.Open(filepath.Join(t.TempDir(), "store"))
	sets := []source.Dataset{sipri.Flows(), troopdata.Exercises()}
	paths := []string{filepath.Join(data, "arms-transfers", "sipri-exports-processed.csv.gz"), filepath.Join(data, "joint-exercises", "mme-v7-long.csv.gz")}
	if _, err := s.Import(t.Context(), paths, store.Options{Datasets: sets, Limits: source.DefaultLimits()}); err != nil {
		t.Fatal(err)
	}
	o, err := dataset.Open(t.Context(), s, sets)
	if err != nil || len(o.Used) != 2 {
		t.Fatalf("used %+v, %v", o.Used, err)
	}
	const north = 731
	for _, tt := range []struct {
		name string
		with ir.CCode
		want float64
	}{{"arms_transfers", kor, 26479}, {"arms_transfers", north, 62}, {"exercises", kor, 137}, {"exercises", north, 0}} {
		if got, years := o.Snapshot.DyadCount(tt.name, ir.Directed{From: usa, To: tt.with}, 1981, 2010); got != tt.want || years != 30 {
			t.Errorf("%s with %d: %v in %d years; want %v in 30", tt.name, tt.with, got, years, tt.want)
		}
	}
}

// South Korea is a member since 1949. Of the years before, a record that reaches
// back further knows nothing, and what it does not list is no absence.
func TestAbsenceSinceMembership(t *testing.T) {
	o := over(t, []source.Dataset{stepped(source.Series{
		State: "iso", Partner: "iso", Within: "which",
		Indicator: panel.Indicator{Name: "exercises", Unit: "exercises", Form: panel.SymmetricDyad, Holds: panel.Count, First: 1900, Last: 2001},
	})}, meetingRows)
	for y, want := range map[ir.Year]bool{1901: false, 1948: false, 1949: true, 2001: true} {
		if c, ok := o.Snapshot.DyadAt("exercises", ir.Directed{From: usa, To: kor}, y); ok != want || c.Value != 0 {
			t.Errorf("in %d: %v, %v; want 0, %v", y, c.Value, ok, want)
		}
	}
}
