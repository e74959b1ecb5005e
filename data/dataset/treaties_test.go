package dataset_test

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/data/source/atop"
	"github.com/shatterbelt/shatterbelt/data/source/cowstates"
	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
)

// The world of 1938 has three members, of which two are bound; what is not listed
// is known to be no treaty, no other year is read, and past the end of the record its last year counts.
func TestTreaties(t *testing.T) {
	pair := []string{"defence_pact", "nonaggression_pact"}
	o, y, ok, err := dataset.Treaties(context.Background(), worldStore(t), worldSets(), pair, 1938)
	if err != nil || !ok || y != 1938 || o.System != 1938 {
		t.Fatalf("%d, %v, %v", y, ok, err)
	}
	for _, tt := range []struct {
		from, to ir.CCode
		year     ir.Year
		want     float64
		known    bool
	}{{pol, rus, 1938, 1, true}, {ger, pol, 1938, 0, true}, {rus, ger, 1938, 0, true}, {pol, rus, 1937, 0, false}} {
		c, known := o.Snapshot.DyadAt("defence_pact", ir.Directed{From: tt.from, To: tt.to}, tt.year)
		if known != tt.known || c.Value != tt.want {
			t.Errorf("%d to %d in %d is %v, %v; want %v, %v", tt.from, tt.to, tt.year, c.Value, known, tt.want, tt.known)
		}
	}
	if names := o.Snapshot.Indicators(); len(names) != 2 || len(o.Used) != 2 || o.Used[0].Dataset != "atop" {
		t.Errorf("indicators %v, used %+v", names, o.Used)
	}
}

// Without a record of a kind, or before the first year, nothing is known.
func TestTreatiesUnknown(t *testing.T) {
	for _, tt := range []struct {
		name, without string
		duties        []string
		year          ir.Year
	}{
		{"no treaties", "pacts.csv", []string{"defence_pact"}, 1938},
		{"a kind that nothing gives", "", []string{"defence_pact", "vow"}, 1938},
		{"before the record", "", []string{"defence_pact"}, 1700},
	} {
		if _, y, ok, err := dataset.Treaties(context.Background(), worldStore(t, tt.without), worldSets(), tt.duties, tt.year); err != nil || ok || y != 0 {
			t.Errorf("%s: %d, %v, %v", tt.name, y, ok, err)
		}
	}
}

// On the published file the state system of 2018 has 195 members. France and
// Germany were bound to one another; Switzerland was not to defend anybody.
func TestTreatiesPublished(t *testing.T) {
	data := testkit.Data(t)
	s := store.Open(filepath.Join(t.TempDir(), "store"))
	sets := []source.Dataset{atop.Dataset(), cowstates.Dataset()}
	paths := []string{filepath.Join(data, "alliances", "atop_alliance.csv.gz")}
	if _, err := s.Import(context.Background(), paths, store.Options{Datasets: sets, Limits: source.DefaultLimits()}); err != nil {
		t.Fatal(err)
	}
	duties := []string{"defence_pact", "neutrality_pact", "consultation_pact", "nonaggression_pact"}
	o, y, ok, err := dataset.Treaties(context.Background(), s, sets, duties, 2024)
	if err != nil || !ok || y != 2018 {
		t.Fatalf("%d, %v, %v; want 2018", y, ok, err)
	}
	if n := len(o.Snapshot.Codes().All()); n != 195 {
		t.Errorf("%d members; want 195", n)
	}
	const france, switzerland = 220, 225
	pacts := func(c ir.CCode) (n int) {
		for _, st := range o.Snapshot.Codes().All() {
			if v, known := o.Snapshot.DyadAt("defence_pact", ir.Directed{From: c, To: st.CCode}, y); known && v.Value == 1 {
				n++
			}
		}
		return n
	}
	if c, _ := o.Snapshot.DyadAt("defence_pact", ir.Directed{From: france, To: ger}, y); c.Value != 1 || pacts(switzerland) != 0 {
		t.Errorf("France is bound to Germany: %v; Switzerland to %d", c.Value, pacts(switzerland))
	}
}
