package coregen

import "testing"

func TestComponentsAndTheirTotals(t *testing.T) {
	g := given(t, map[string]string{
		nmcFile: "ccode,year,milex,milper,irst,pec,tpop,upop,cinc\n" +
			"991,2021,10,,0,4,5,6,0.25\n992,2021,20,2,1,4,5,,\n999,2021,70,-9,9,2,10,1,0.5\n991,2020,1,1,1,1,1,1,0.1\n",
	})
	ok(t, g.components())
	g.expect(t,
		want{"nmc_milex", "XAA", "", 2021, 10},
		want{"nmc_milper", "XAA", "", 2021, none}, // missing, not zero
		want{"nmc_irst", "XAA", "", 2021, 0},      // a zero that the file states
		want{"nmc_milex", World, "", 2021, 100},   // with a state that is not one here
		want{"nmc_milper", World, "", 2021, 2},
		want{"nmc_upop", World, "", 2021, 7},
		want{"cinc", "XAA", "", 2021, 0.25},
		want{"cinc", "XBB", "", 2021, none},
		want{"cinc", World, "", 2021, none},
		want{"nmc_milex", "XAA", "", 2020, none}, // no benchmark year
	)
	if f, _ := g.find("nmc_milper", World, "", 2021); f.Note != "sum over 1 states; 2 report none" {
		t.Errorf("the note on the total is %q", f.Note)
	}
}
