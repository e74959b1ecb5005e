package similarity_test

import (
	"testing"

	"github.com/shatterbelt/shatterbelt/data/core"
	"github.com/shatterbelt/shatterbelt/data/panel"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/measure/measuretest"
	"github.com/shatterbelt/shatterbelt/measure/similarity"
	"github.com/shatterbelt/shatterbelt/trace/prov"
)

// treaties are figures of four fictional states, of which 994 is a member from
// 2005: 991 and 992 are allies from 2003, 991 is to consult with 993, and has
// promised it not to attack too; 992 has promised 993 the like in one direction.
func treaties(t testing.TB) *panel.Snapshot {
	t.Helper()
	codes, err := ir.NewCodes([]ir.State{
		{CCode: 991, ISO: "XAA", NameEN: "Alpha", NameKO: "알파"}, {CCode: 992, ISO: "XBB", NameEN: "Beta", NameKO: "베타"},
		{CCode: 993, ISO: "XCC", NameEN: "Gamma", NameKO: "감마"}, {CCode: 994, ISO: "XDD", NameEN: "Delta", NameKO: "델타", Since: 2005},
	})
	if err != nil {
		t.Fatal(err)
	}
	var declared []panel.Indicator
	for _, name := range []string{"defence_pact", "neutrality_pact", "consultation_pact", "nonaggression_pact"} {
		declared = append(declared, panel.Indicator{
			Name: name, Unit: "0 or 1", Form: panel.DirectedDyad, Holds: panel.Spell, First: 2000, Last: 2010, Source: "made",
		})
	}
	row := func(name string, from, to ir.CCode, y ir.Year) panel.Row {
		return panel.Row{Indicator: name, Unit: "0 or 1", State: from, Partner: to, Year: y, Value: 1, Low: 1, High: 1, Source: "made"}
	}
	s, err := panel.New(codes, []prov.Source{{Key: "made"}}, []panel.Row{
		row("defence_pact", 991, 992, 2003), row("defence_pact", 992, 991, 2003),
		row("consultation_pact", 991, 993, 2000), row("nonaggression_pact", 991, 993, 2000), row("nonaggression_pact", 992, 993, 2000),
	}, declared...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestPacts(t *testing.T) {
	s := treaties(t)
	if _, ok := similarity.Pacts(s, 1999); ok {
		t.Error("portfolios before any treaty is known")
	}
	early, ok := similarity.Pacts(s, 2002)
	if !ok || early.Year != 2002 || len(early.Members) != 3 {
		t.Fatalf("%d members in %d, %v; want 3", len(early.Members), early.Year, ok)
	}
	late, _ := similarity.Pacts(s, 2024)
	if late.Year != 2010 || len(late.Members) != 4 {
		t.Fatalf("%d members in %d; want 4 in 2010, the last year known", len(late.Members), late.Year)
	}
	want := map[int][]similarity.Rating{
		0: {similarity.Defence, similarity.Defence, similarity.Entente, similarity.NoTreaty},
		1: {similarity.Defence, similarity.Defence, similarity.Nonaggression, similarity.NoTreaty},
		2: {similarity.NoTreaty, similarity.NoTreaty, similarity.Defence, similarity.NoTreaty},
	}
	for i, row := range want {
		for k, r := range row {
			if got := late.Of(i)[k]; got != r {
				t.Errorf("state %d towards %d: %d; want %d", i, k, got, r)
			}
		}
	}
	if early.Of(0)[1] != similarity.NoTreaty {
		t.Error("a pact before it was signed")
	}
	// Alpha and Beta: 3 3 2 0 against 3 3 1 0.
	if got := similarity.NewPairs(late.Portfolios).Scores(0, 1).S; !testkit.Near(got, 1-2*1.0/12, 1e-12) {
		t.Errorf("S = %v; want %v", got, 1-2*1.0/12)
	}
}

const usa, chn, pol, rus, blr, kaz = 2, 710, 290, 365, 370, 705

func snapshot(t testing.TB) *panel.Snapshot {
	t.Helper()
	s, err := core.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Whose treaties are like whose is common knowledge; only the order is tested.
func TestKnownNeighboursOfTreaties(t *testing.T) {
	system, ok := similarity.Pacts(snapshot(t), 2024)
	if !ok || system.Year != 2018 {
		t.Fatalf("treaties of %d, %v; want 2018", system.Year, ok)
	}
	kappa := func(a, b ir.CCode) float64 {
		i, okA := system.At(a)
		k, okB := system.At(b)
		if !okA || !okB {
			t.Fatalf("%d or %d is no member", a, b)
		}
		return similarity.NewPairs(system.Portfolios).Scores(i, k).Kappa
	}
	for _, tt := range []struct{ state, near, far ir.CCode }{{pol, usa, rus}, {blr, rus, usa}, {kaz, rus, chn}} {
		if kappa(tt.state, tt.near) <= kappa(tt.state, tt.far) {
			t.Errorf("%d: kappa %v with %d, %v with %d", tt.state, kappa(tt.state, tt.near), tt.near, kappa(tt.state, tt.far), tt.far)
		}
	}
}

func TestMeasuresConform(t *testing.T) {
	s := snapshot(t)
	for _, m := range []similarity.Likeness{
		{Name: "s_pacts_usa", With: usa, Index: similarity.OfS}, {Name: "kappa_pacts_usa", With: usa, Index: similarity.OfKappa},
	} {
		measuretest.Run(t, m, s)
	}
}
