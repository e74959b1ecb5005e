package desk_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/desk"
)

// crisis is the game of North Korea, South Korea and some patrons.
func crisis(t *testing.T, patrons string) desk.Crisis {
	t.Helper()
	d := open(t)
	states, err := d.Rivals(desk.Rivals{Challenger: "PRK", Target: "KOR", Patrons: patrons})
	if err != nil {
		t.Fatal(err)
	}
	x, err := d.Situate(0)
	if err != nil {
		t.Fatal(err)
	}
	c, err := d.Deter(&x, states, 1)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestSet checks moved payoffs against the logistic function: no gain is one
// half, and a gain of ln 3 at lambda 1 is three in four.
func TestSet(t *testing.T) {
	c := crisis(t, "USA,JPN")
	const invasion = 4
	got, err := c.Set([]string{
		"lambda=1", "invasion.come.0=1.0986122886681098", "invasion.come.1.in=0", "invasion.come.1.out=-1.0986122886681098",
		"invasion.fight_challenger.0=0.25", "invasion.fight_challenger.1=0.25", "invasion.fight_challenger.2=0.25", "invasion.fight_challenger.3=0.25",
		"invasion.back_down_challenger=0.25",
	})
	if err != nil {
		t.Fatal(err)
	}
	b := got.Moved.Branches[invasion]
	for name, at := range map[string][2]float64{
		"the leader comes": {b.Comes[0].P, 0.75}, "the other after it": {b.Comes[1].LeaderIn, 0.5}, "the other without it": {b.Comes[1].LeaderOut, 0.25},
		"the other": {b.Comes[1].P, 0.75*0.5 + 0.25*0.25}, "any": {b.Some, 1 - 0.25*0.75}, "a fight as good as backing down": {b.Attack, 0.5},
		"such a fight": {b.Year, got.Moved.Start * b.Chosen * b.Resist * 0.5},
	} {
		if math.Abs(at[0]-at[1]) > 1e-12 {
			t.Errorf("%s: %v; want %v", name, at[0], at[1])
		}
	}
	total := 0.0
	for _, b := range got.Moved.Branches {
		total += b.Year
	}
	if math.Abs(total-got.Moved.Fight) > 1e-15 || got.Moved.War != b.Year {
		t.Errorf("fights of %v, %v of them by invasion; want %v and %v", got.Moved.Fight, got.Moved.War, total, b.Year)
	}
	if c.Moved != nil || c.Game.Branches[invasion].BackDownC == 0.25 || got.Game.Lambda != c.Game.Lambda {
		t.Error("the game at the defaults was changed")
	}
	if rows := got.Table(open(t).Figures().Codes()).Rows; len(rows) != 2*len(c.Game.Branches) {
		t.Errorf("%d rows; want each instrument at the defaults and moved", len(rows))
	}
}

// TestSetToItself moves payoffs to where they are, which moves nothing.
func TestSetToItself(t *testing.T) {
	c := crisis(t, "USA")
	b := c.Game.Branches[0]
	got, err := c.Set([]string{fmt.Sprint("lambda=", c.Game.Lambda), fmt.Sprint("demand.concede_challenger=", b.ConcedeC), fmt.Sprint("demand.come.0=", b.Come[0].LeaderIn)})
	if err != nil {
		t.Fatal(err)
	}
	if got.Moved.Fight != c.Game.Fight || got.Moved.Start != c.Game.Start {
		t.Errorf("fight %v and start %v; want %v and %v", got.Moved.Fight, got.Moved.Start, c.Game.Fight, c.Game.Start)
	}
}

func TestSetRefuses(t *testing.T) {
	c := crisis(t, "none")
	for move, want := range map[string]string{
		"lamda=3": "lambda", "lambda": "NAME=NUMBER", "lambda=x": "NAME=NUMBER", "lambda=0": "0.001 to 100", "status_quo=NaN": "want -1000 to 1000",
		"invasion.open=5000": "want -1000 to 1000", "invasion.come.0=1": "names no payoff", "grey zone.open=1": "grey-zone.open",
	} {
		if _, err := c.Set([]string{move}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want an error with %q", move, err, want)
		}
	}
	if _, err := c.Set([]string{"lambda=3", "lambda=4"}); err == nil || !strings.Contains(err.Error(), "twice") {
		t.Errorf("the same payoff twice: %v", err)
	}
}

// TestChoices sees South Korea's levers where figures have them today.
func TestChoices(t *testing.T) {
	d := open(t)
	st, err := d.Figures().Codes().Find("KOR")
	if err != nil {
		t.Fatal(err)
	}
	x, err := d.Situate(0)
	if err != nil {
		t.Fatal(err)
	}
	got, err := d.Choices(&x, st)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range got.Levers {
		if l.Default < l.Min || l.Default > l.Max || strings.Contains(l.EN+l.KO+l.NoteEN+l.NoteKO, "{") {
			t.Errorf("%+v", l)
		}
		if l.Name == "tie_a" && l.Default != 1 {
			t.Errorf("a treaty with hosted forces is %v; want 1", l.Default)
		}
	}
	if len(got.Strategies) == 0 || len(got.Fixable) == 0 || len(got.Sources) == 0 {
		t.Errorf("%d strategies, %d uncertainties, %d sources", len(got.Strategies), len(got.Fixable), len(got.Sources))
	}
	for _, s := range got.Strategies {
		if strings.Contains(s.Title.EN+s.Title.KO, "{") {
			t.Errorf("%+v", s.Title)
		}
	}
}
