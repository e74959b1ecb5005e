package desk_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"sync"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/ir"
	"github.com/shatterbelt/shatterbelt/strategy"
)

var opened = sync.OnceValues(func() (*desk.Desk, error) {
	dir, err := os.MkdirTemp("", "shatterbelt-desk")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	return desk.Open(context.Background(), store.Open(dir))
})

// figures lays out the embedded figures, once for all tests.
func figures(t testing.TB) *desk.Desk {
	t.Helper()
	d, err := opened()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Every quantity has words in both languages, years and sources.
func TestCatalogue(t *testing.T) {
	if testing.Short() {
		t.Skip("computes every measure")
	}
	d := figures(t)
	c, err := d.Catalogue(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range c.Measures {
		if q.EN == "" || q.KO == "" || q.KO == q.Name || q.Unit == "" || q.First == 0 || q.Last < q.First {
			t.Errorf("%+v", q)
		}
		v, err := d.Values(q.Name, desk.Asked{})
		if err != nil || len(v.Inputs) == 0 || len(v.Sources) == 0 || v.Total == 0 || v.Total != len(v.Rows) {
			t.Errorf("%s: %d of %d values, inputs %q, %d sources, %v", q.Name, len(v.Rows), v.Total, v.Inputs, len(v.Sources), err)
		}
	}
}

// A share of a world total is the figure over the total, both as published.
func TestValues(t *testing.T) {
	d := figures(t)
	of := func(name string, ask desk.Asked) float64 {
		t.Helper()
		v, err := d.Values(name, ask)
		if err != nil || len(v.Rows) != 1 || v.Rows[0].Year != 2021 {
			t.Fatalf("%s: %+v, %v", name, v.Rows, err)
		}
		return v.Rows[0].Value
	}
	korea := desk.Asked{Year: 2021, State: 732}
	var world float64
	all, err := d.Values("gdp_current", desk.Asked{Year: 2021})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all.Rows {
		if r.ISO == "WLD" {
			world = r.Value
		}
	}
	if got, want := of("gdp_current_share", korea), of("gdp_current", korea)/world; got < want*(1-1e-12) || got > want*(1+1e-12) {
		t.Errorf("share %v; want %v", got, want)
	}
}

// The newest value up to a year is of that year or before, one for each state.
func TestValuesLookNotAhead(t *testing.T) {
	d := figures(t)
	v, err := d.Values("milex_constant", desk.Asked{Year: 2013})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[ir.CCode]bool{}
	for _, r := range v.Rows {
		if r.Year > 2013 || seen[r.State] {
			t.Errorf("%+v", r)
		}
		seen[r.State] = true
	}
	powers, err := d.Values("milex_constant", desk.Asked{Year: 2013, Powers: true})
	if err != nil || len(powers.Rows) < 2 || len(powers.Rows) > 12 || !seen[732] {
		t.Errorf("%d powers, %v", len(powers.Rows), err)
	}
}

// A tie that two states have is found from either side.
func TestValuesOfPairs(t *testing.T) {
	d := figures(t)
	a, err := d.Values("land_border", desk.Asked{Year: 2021, State: 290, Partner: 255})
	if err != nil {
		t.Fatal(err)
	}
	b, err := d.Values("land_border", desk.Asked{Year: 2021, State: 255, Partner: 290})
	if err != nil || len(a.Rows) != 1 || len(b.Rows) != 1 || a.Rows[0].Value != b.Rows[0].Value || a.Rows[0].ISO != b.Rows[0].Partner {
		t.Errorf("%+v and %+v, %v", a.Rows, b.Rows, err)
	}
	var unknown *desk.UnknownError
	if _, err := d.Values("land_bordr", desk.Asked{}); !errors.As(err, &unknown) {
		t.Errorf("%v; want an unknown name", err)
	}
}

// A power has a card without a place between powers; others have both.
func TestCard(t *testing.T) {
	d := figures(t)
	x, err := d.Situate(2021)
	if err != nil {
		t.Fatal(err)
	}
	poland, err := d.Card(&x, 290, 1)
	if err != nil || !poland.Placed || poland.Squeeze == nil || len(poland.Shares) < 4 || len(poland.Kinds) == 0 || len(poland.Sources) == 0 {
		t.Errorf("Poland: %+v, %v", poland, err)
	}
	p, err := x.Position(290)
	if err != nil {
		t.Fatal(err)
	}
	if row, _ := p.Row(290); *poland.Squeeze != row.Squeeze || *poland.Pair != p.Pair {
		t.Errorf("the card has %+v, the position %+v", poland.Squeeze, row.Squeeze)
	}
	for _, s := range poland.Shares {
		if s.Year > 2021 || s.Rank < 1 || s.Rank > s.Among {
			t.Errorf("%+v", s)
		}
	}
}

// The zones are those of a position, and no state's in particular.
func TestZones(t *testing.T) {
	d := figures(t)
	x, err := d.Situate(2021)
	if err != nil {
		t.Fatal(err)
	}
	z, err := d.Zones(&x, 1)
	if err != nil {
		t.Fatal(err)
	}
	own, err := x.Zones(732, 1)
	if err != nil || len(z.Zones) != len(own.Zones) || z.SizeChance != own.SizeChance || len(z.Zones) == 0 {
		t.Errorf("%+v and %+v, %v", z, own, err)
	}
	for _, zone := range z.Zones {
		if !slices.Contains(zone.States, zone.Peak) {
			t.Errorf("%+v has its peak outside", zone)
		}
	}
}

// A game solved as it was gives its own equilibrium; what cannot be a game is
// refused by field.
func TestSolve(t *testing.T) {
	d := figures(t)
	states, err := d.Rivals(desk.Rivals{Challenger: "RUS", Target: "POL", Patrons: "USA,GBR"})
	if err != nil {
		t.Fatal(err)
	}
	x, err := d.Situate(2021)
	if err != nil {
		t.Fatal(err)
	}
	c, err := d.Deter(&x, states, 1)
	if err != nil {
		t.Fatal(err)
	}
	again, err := desk.Solve(c.Game)
	if err != nil || again.Start != c.Game.Start || again.Branches[3].Comes[1] != c.Game.Branches[3].Comes[1] || len(again.Odds) != 4 {
		t.Errorf("%+v, %v", again, err)
	}
	for field, spoil := range map[string]func(*desk.Game){
		"lambda":                  func(g *desk.Game) { g.Lambda = -1 },
		"odds":                    func(g *desk.Game) { g.Odds = []float64{0.5, 0.5, 0.5, 2} },
		"branches":                func(g *desk.Game) { g.Branches = g.Branches[:2] },
		"branches.1":              func(g *desk.Game) { g.Branches[1].Open = 1e6 },
		"branches.2.instrument":   func(g *desk.Game) { g.Branches[2].Instrument = "demand" },
		"branches.2.come":         func(g *desk.Game) { g.Branches[2].Come = nil },
		"branches.0.fight_target": func(g *desk.Game) { g.Branches[0].FightT = nil },
	} {
		g := c.Game
		g.Branches = slices.Clone(g.Branches)
		spoil(&g)
		var ask *desk.AskError
		if _, err := desk.Solve(g); !errors.As(err, &ask) || ask.Field != field {
			t.Errorf("%v; want a fault of %s", err, field)
		}
	}
}

// Strategies come with every lever, and settings under the names of files.
func TestStrategies(t *testing.T) {
	s := desk.NamedStrategies()
	if len(s.Levers) != strategy.NumLevers || len(s.Strategies) != len(strategy.Named()) {
		t.Errorf("%d levers, %d strategies", len(s.Levers), len(s.Strategies))
	}
	for _, c := range s.Strategies {
		if c.Rule == "" || c.Title.EN == "" || c.Title.KO == "" {
			t.Errorf("%+v", c)
		}
		for _, l := range c.Levers {
			if _, ok := strategy.ParseLever(l.Lever); !ok || l.Form == "" {
				t.Errorf("%s sets %+v", c.Name, l)
			}
		}
	}
}

// What Korea's share of world output was in a year, and where the figures are from.
func ExampleDesk_Values() {
	d, err := opened()
	if err != nil {
		fmt.Println(err)
		return
	}
	v, err := d.Values("gdp_current_share", desk.Asked{Year: 2021, State: 732})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s %d: %.2f %% of world output, from %v\n", v.Rows[0].ISO, v.Rows[0].Year, 100*v.Rows[0].Value, v.Inputs)
	// Output: KOR 2021: 1.86 % of world output, from [gdp_current]
}
