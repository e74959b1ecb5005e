package desk_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/store"
	"github.com/shatterbelt/shatterbelt/desk"
	"github.com/shatterbelt/shatterbelt/strategy"
)

func open(t testing.TB) *desk.Desk {
	t.Helper()
	d, err := desk.Open(context.Background(), store.Open(t.TempDir()))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// The same exploration is the same run however it is put; another is another.
func TestSpecNamesTheExploration(t *testing.T) {
	d := open(t)
	id := func(r desk.Recipe, z desk.Size) string {
		t.Helper()
		x, err := d.Bind(r, z)
		if err != nil {
			t.Fatal(err)
		}
		s, err := d.Spec(x)
		if err != nil {
			t.Fatal(err)
		}
		m, err := s.Manifest()
		if err != nil {
			t.Fatal(err)
		}
		if back, size, ok := desk.RecipeOf(m); !ok || size != z || back.State != x.State.ISO || back.Year != x.Recipe.Year {
			t.Errorf("RecipeOf = %+v, %+v, %v", back, size, ok)
		}
		return m.ID
	}
	z := desk.Size{Futures: 1000, Seed: 1}
	kor := id(desk.Recipe{State: "KOR"}, z)
	if !strings.HasPrefix(kor, "explore-kor-") {
		t.Errorf("id %s", kor)
	}
	if other := id(desk.Recipe{State: "한국"}, z); other != kor {
		t.Errorf("by its Korean name it is %s; want %s", other, kor)
	}
	few := string(strategy.Format(strategy.Named()[:2]))
	for _, other := range []string{
		id(desk.Recipe{State: "POL"}, z), id(desk.Recipe{State: "KOR", Fix: []string{"hazard=2"}}, z),
		id(desk.Recipe{State: "KOR", Strategies: few}, z), id(desk.Recipe{State: "KOR"}, desk.Size{Futures: 1000, Seed: 2}),
	} {
		if other == kor {
			t.Errorf("another exploration is %s too", kor)
		}
	}
}

func TestCommand(t *testing.T) {
	x, err := open(t).Bind(desk.Recipe{State: "732", Year: 2020, Fix: []string{"hazard=2"}}, desk.Size{Futures: 50, Seed: 9})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := x.Command("explore", "--save"), "shatterbelt explore KOR --year 2020 --futures 50 --seed 9 --fix hazard=2 --save"; got != want {
		t.Errorf("Command = %s; want %s", got, want)
	}
}

func TestParseFixed(t *testing.T) {
	got, err := desk.ParseFixed([]string{"hazard=2", "contest_form=difference"})
	if err != nil || len(got) != 2 || got[0].Value != 2 || got[1].Value != 1 {
		t.Errorf("ParseFixed = %v, %v", got, err)
	}
	for text, want := range map[string]string{
		"hazzard=2":        `did you mean "hazard"?`,
		"hazard":           "hazard has no value",
		"hazard=much":      "hazard=much is no number; want 0.33 to 3",
		"hazard=9":         "hazard",
		"contest_form=sum": "want ratio or difference",
		"hazard=NaN":       "hazard",
	} {
		var e *desk.AskError
		if _, err := desk.ParseFixed([]string{text}); !errors.As(err, &e) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want %q in it", text, err, want)
		}
	}
	if _, err := desk.ParseFixed([]string{"hazard=2", "hazard=2"}); err == nil {
		t.Error("held twice is taken")
	}
}
