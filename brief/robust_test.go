package brief

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/study"
)

var numeral = regexp.MustCompile(`[0-9][0-9,]*(?:\.[0-9]+)?`)

// Both languages give the same figures of the same finding.
func TestBothLanguagesGiveTheSameFigures(t *testing.T) {
	d := fixture()
	en, _ := newVoice(d, fixtureOptions(t, "en"))
	ko, _ := newVoice(d, fixtureOptions(t, "ko"))
	said := map[string]bool{}
	for _, f := range Findings(d) {
		switch f.Claim.(type) {
		case FailsIn, FailureBoxes, Enough, CrisisOdds:
		default:
			continue
		}
		said[f.Kind] = true
		of := func(v voice) []string {
			p := f.Claim.say(v)
			out := numeral.FindAllString(strings.Join(append([]string{p.Lead}, p.Why...), " "), -1)
			slices.Sort(out)
			return out
		}
		if a, b := of(en), of(ko); !slices.Equal(a, b) {
			t.Errorf("%s: English gives %v, Korean %v", f.Kind, a, b)
		}
	}
	if len(said) != 4 {
		t.Errorf("looked at %v; want four kinds", said)
	}
}

// A box is spoken of first where it is dense and comes back; else the driver is.
func TestSecondRecommendationFallsBackOnTheDriver(t *testing.T) {
	for name, change := range map[string]func(*study.Failing){
		"not dense":     func(f *study.Failing) { f.Boxes[0].Reached = false },
		"not stable":    func(f *study.Failing) { f.Stability.Same = 0.5 },
		"none":          func(f *study.Failing) { f.Boxes, f.Stability = nil, nil },
		"of some other": func(f *study.Failing) { f.Strategy = "side-with-b" },
	} {
		d := fixture()
		if k := kinds(d); k["fails_in"] != 1 || k["fails_where"] != 0 {
			t.Fatalf("the fixture has %v", k)
		}
		change(&d.Comparison.Failing[0])
		if k := kinds(d); k["fails_in"] != 0 || k["fails_where"] != 1 {
			t.Errorf("%s: %d of boxes and %d of drivers; want the driver", name, k["fails_in"], k["fails_where"])
		}
	}
}

// A box that another strategy shares is not spelled out again, and the boxes of
// the first strategy that are in the recommendation are not repeated.
func TestBoxesAreNotRepeated(t *testing.T) {
	d := fixture()
	d.Comparison.Failing[1].Boxes = slices.Clone(d.Comparison.Failing[0].Boxes[:1])
	got, _, ok := claim[FailureBoxes](Findings(d))
	if !ok || len(got.Of) != 2 || got.Of[0].Like != "" || !got.Of[0].Further || len(got.Of[0].Boxes) != 1 || got.Of[1].Like != "alliance-plus" {
		t.Errorf("%+v", got)
	}
	said := strings.Join(passages(t, d, "en"), "\n")
	if n := strings.Count(said, "is below 70\u00a0%"); n != 1 {
		t.Errorf("the conditions are said %d times", n)
	}
}

// The first page names the widest clear flip even where a wider one is unclear,
// and the section goes on from there.
func TestUnclearFlipsDoNotHideClearOnes(t *testing.T) {
	d := fixture()
	flips := d.Comparison.Flips
	d.Comparison.Flips = []study.Flip{flips[2], flips[0], flips[1]}
	o, _, _ := claim[Overturn](Findings(d))
	r, _, _ := claim[Reversal](Findings(d))
	if !o.Clear || o.Flip.Driver.Name != flips[0].Driver.Name || r.Flip.Driver.Name != flips[1].Driver.Name || kinds(d)["reversal"] != 1 {
		t.Errorf("overturned by %+v, then %+v", o.Flip.Driver.Name, r.Flip.Driver.Name)
	}
}

func TestEnoughFutures(t *testing.T) {
	tests := []struct {
		change func(*study.Settled)
		en, ko string
	}{
		{func(*study.Settled) {}, "Yes: ", "충분. "},
		{func(s *study.Settled) { s.Held = false }, "Hardly: ", "불확실. "},
		{func(s *study.Settled) { s.Leading, s.Held = 0, false }, "Not yet: ", "불충분. "},
	}
	for _, tt := range tests {
		d := fixture()
		tt.change(&d.Comparison.Settled)
		c, _, _ := claim[Enough](Findings(d))
		for lang, want := range map[string]string{"en": tt.en, "ko": tt.ko} {
			v, err := newVoice(d, fixtureOptions(t, lang))
			if err != nil {
				t.Fatal(err)
			}
			if got := c.say(v).Lead; !strings.HasPrefix(got, want) {
				t.Errorf("%s: %q; want %q", lang, got, want)
			}
		}
	}
}

// A ladder is told by its rungs, other levers by their numbers.
func TestMovesOnALadderAreWords(t *testing.T) {
	v, err := newVoice(fixture(), fixtureOptions(t, "en"))
	if err != nil {
		t.Fatal(err)
	}
	l := v.base()
	for want, m := range map[string]study.Move{
		"nuclear posture none → latent":                         {Lever: "nuclear", To: 2.0 / 3},
		"declared status non-aligned → neutral with guarantors": {Lever: "neutrality", From: 1.0 / 3, To: 1},
		"military spending 2.8 → 4.2\u00a0% of GDP":             {Lever: "defence", From: 0.028, To: 0.042},
		"declared status 0 → 0.2":                               {Lever: "neutrality", To: 0.2},
	} {
		if got := l.shared(SharedMove{m, m.To, m.To}, " → ", " to "); got != want {
			t.Errorf("%q; want %q", got, want)
		}
	}
	for want, m := range map[string]SharedMove{
		"declared status none → non-aligned to neutral with guarantors": {study.Move{Lever: "neutrality", To: 1}, 1.0 / 3, 1},
		"military spending 2.8 → 3.3 to 4.2\u00a0% of GDP":              {study.Move{Lever: "defence", From: 0.028, To: 0.042}, 0.033, 0.042},
	} {
		if got := l.shared(m, " → ", " to "); got != want {
			t.Errorf("%q; want %q", got, want)
		}
	}
}
