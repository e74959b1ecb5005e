package ir_test

import (
	"errors"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/shatterbelt/shatterbelt/ir"
)

func invented(t testing.TB) *ir.Codes {
	t.Helper()
	c, err := ir.NewCodes([]ir.State{
		{CCode: 993, GW: 893, ISO: "XXC", NameEN: "Southmark", NameKO: "남변", Aliases: []string{"South Mark"}},
		{CCode: 991, GW: 991, ISO: "XXA", NameEN: "Northland", NameKO: "북토"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestFind(t *testing.T) {
	c := invented(t)
	for _, text := range []string{"XXC", "xxc", "993", "Southmark", " south-mark ", "남변", "SOUTH MARK"} {
		if s, err := c.Find(text); err != nil || s.CCode != 993 {
			t.Errorf("Find(%q) = %v, %v; want XXC", text, s, err)
		}
	}
}

func TestFindSuggests(t *testing.T) {
	c := invented(t)
	for text, want := range map[string]string{"XCX": "XXC", "Norhtland": "XXA", "북통": "XXA"} {
		_, err := c.Find(text)
		var unknown *ir.UnknownStateError
		if !errors.As(err, &unknown) || len(unknown.Close) == 0 || unknown.Close[0].ISO != want {
			t.Errorf("Find(%q) = %v; want a suggestion of %s", text, err, want)
		}
	}
	_, err := c.Find("entirely elsewhere")
	var unknown *ir.UnknownStateError
	if !errors.As(err, &unknown) || len(unknown.Close) != 0 {
		t.Errorf("far from any name: %v; want no suggestion", err)
	}
}

// The two codes of a state are different numbers, and only Codes converts them.
func TestCodesConvert(t *testing.T) {
	c := invented(t)
	if gw, ok := c.ToGW(993); !ok || gw != 893 {
		t.Errorf("ToGW(993) = %v, %v; want 893", gw, ok)
	}
	if cc, ok := c.FromGW(893); !ok || cc != 993 {
		t.Errorf("FromGW(893) = %v, %v; want 993", cc, ok)
	}
	if _, ok := c.FromGW(993); ok {
		t.Error("FromGW took a COW number")
	}
}

func TestNewCodesRefusesClashes(t *testing.T) {
	for name, states := range map[string][]ir.State{
		"one number": {{CCode: 991, ISO: "XXA"}, {CCode: 991, ISO: "XXB"}},
		"one name":   {{CCode: 991, ISO: "XXA", NameEN: "Mark"}, {CCode: 992, ISO: "XXB", Aliases: []string{"mark"}}},
	} {
		if _, err := ir.NewCodes(states); err == nil {
			t.Errorf("%s for two states: accepted", name)
		}
	}
}

func TestEdits(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "abc", 3}, {"abc", "abd", 1}, {"abc", "acb", 1}, {"kitten", "sitting", 3}, {"한국", "한극", 1}} {
		if got := ir.Edits(tt.a, tt.b); got != tt.want {
			t.Errorf("Edits(%q, %q) = %d; want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestEditsIsSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.StringN(0, 8, -1).Draw(t, "a"), rapid.StringN(0, 8, -1).Draw(t, "b")
		if x, y := ir.Edits(a, b), ir.Edits(b, a); x != y || (x == 0) != (a == b) {
			t.Fatalf("Edits(%q, %q) = %d and %d", a, b, x, y)
		}
	})
}

func TestDyadForgetsOrder(t *testing.T) {
	if ir.NewDyad(992, 991) != (ir.Dyad{A: 991, B: 992}) || (ir.Directed{From: 992, To: 991}).Undirected() != ir.NewDyad(991, 992) {
		t.Error("a dyad keeps the order it was given")
	}
}

func ExampleCodes_Find() {
	codes, _ := ir.NewCodes([]ir.State{{CCode: 732, ISO: "KOR", NameEN: "South Korea", NameKO: "한국"}})
	for _, text := range []string{"732", "한국", "KRO"} {
		s, err := codes.Find(text)
		fmt.Println(s.NameEN, err)
	}
	// Output:
	// South Korea <nil>
	// South Korea <nil>
	//  unknown state "KRO"; did you mean KOR (South Korea, 한국)?
}
