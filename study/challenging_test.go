package study_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"github.com/shatterbelt/shatterbelt/study"
	"github.com/shatterbelt/shatterbelt/trace/param"
)

// Who gets a crisis of its own, by the record: B in any case; whoever started two
// disputes since 1990, A among them; no one for a single one; and the power that
// presses most from nearby, though the simulation has no dispute with it.
func TestSeriousChallengers(t *testing.T) {
	for _, tt := range []struct {
		state    string
		want     []string
		unplayed string
	}{
		{"KOR", []string{"CHN", "JPN", "PRK"}, ""},
		{"VNM", []string{"CHN", "TWN", "USA"}, ""},
		{"POL", []string{"RUS"}, ""}, // Serbia started one
		{"KAZ", []string{"CHN", "USA"}, "CHN"},
		{"NZL", []string{"CHN"}, ""}, // far from all powers
	} {
		x, st := started(t, tt.state)
		codes := figures(t).Codes()
		var got []string
		for _, c := range x.Crises(st, 1) {
			s, _ := codes.State(c.Challenger)
			got = append(got, s.ISO)
			if c.Unplayed != (s.ISO == tt.unplayed) {
				t.Errorf("%s: a crisis with %s is unplayed: %v", tt.state, s.ISO, c.Unplayed)
			}
		}
		if slices.Sort(got); !slices.Equal(got, tt.want) {
			t.Errorf("%s has crises with %v; want %v", tt.state, got, tt.want)
		}
	}
}

// With one dispute enough, whoever started one is serious.
func TestSeriousDisputesCount(t *testing.T) {
	s := figures(t)
	set := study.Default()
	set.SeriousDisputes = 1
	x, err := study.Situate(s, study.NewestYear(s), set)
	if err != nil {
		t.Fatal(err)
	}
	_, st, err := begin(&x, code(t, s, "POL"))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(x.Crises(st, 1)); n != len(st.Setup.Challengers) || n != 2 {
		t.Errorf("%d crises, %d challengers; want 2", n, len(st.Setup.Challengers))
	}
}

// The record of battle deaths ends in 2007. Ukraine's war with Russia came after
// it, on the other record from 2022 on; South Korea has had none.
func TestWarsAfterTheRecordOfDeaths(t *testing.T) {
	for _, state := range []string{"UKR", "KOR"} {
		x, st := started(t, state)
		c, ok, err := x.Check(context.Background(), st, exploring(20), param.Default[study.Bands]())
		if err != nil || !ok {
			t.Fatal(ok, err)
		}
		l := c.Lives
		if l.Last != 2007 || l.Years != float64(l.Last-l.First+1) || math.Abs(l.People-st.Setup.Population) > 1 {
			t.Errorf("%s: %+v", state, l)
		}
		war := study.WarWith{State: code(t, figures(t), "RUS"), First: 2022, Last: x.Year}
		if slices.Contains(l.Since, war) != (state == "UKR") || state == "KOR" && len(l.Since) > 0 {
			t.Errorf("%s: wars since %v", state, l.Since)
		}
	}
}

// What decides an alliance's worth: each interest alone is met at least as often
// as all at once, all but one at least as often as all; and the years of the
// record with a pact, all of South Korea's and none of Finland's.
func TestWhatDecidesAnAlliance(t *testing.T) {
	for state, held := range map[string]int{"KOR": 25, "FIN": 0} {
		x, st := started(t, state)
		worths, err := x.Worths(context.Background(), st, exploring(200), param.Default[study.GoodEnough]())
		if err != nil {
			t.Fatal(err)
		}
		w := worths[0]
		if w.Held != held || w.Recorded != 25 || len(w.Asked) != 6 {
			t.Errorf("%s: %d of %d years, %d interests; want %d of 25, 6", state, w.Held, w.Recorded, len(w.Asked), held)
		}
		for _, a := range w.Asked {
			if a.With < w.With.Value || a.OtherWith < w.With.Value || a.Without < w.Without.Value || a.OtherWithout < w.Without.Value {
				t.Errorf("%s: %+v; all at once %v and %v", state, a, w.With.Value, w.Without.Value)
			}
		}
		for _, w := range worths[1:] {
			if w.Asked != nil || w.Turn != nil || w.Recorded != 0 {
				t.Errorf("%s: trade with %d is judged as an alliance", state, w.Power)
			}
		}
	}
}
