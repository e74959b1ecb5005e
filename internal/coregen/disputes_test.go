package coregen

import "testing"

const dirdispHeader = "dispnum,ccode1,ccode2,year,disponset,sidea1,sidea2,orig1,orig2,hostlev1,hostlev2\n"

// Three disputes start between originators: XAA against XBB in 1990 (answered)
// and in 1994 (the target yields), and XCC against XAA in 2000 (to war). The
// rest are the same seen from the target, later years, a joiner and a pause.
const dirdisps = dirdispHeader +
	"1,991,992,1990,1,1,0,1,1,4,3\n1,992,991,1990,1,0,1,1,1,3,4\n1,991,992,1991,0,1,0,1,1,4,3\n" +
	"2,991,992,1994,1,1,0,1,1,2,1\n2,992,991,1994,1,0,1,1,1,1,2\n2,991,992,1996,1,1,0,1,1,2,1\n" +
	"3,993,991,2000,1,1,0,1,1,5,5\n3,991,993,2000,1,0,1,1,1,5,5\n3,992,991,2000,1,1,0,0,1,4,1\n"

func TestDisputes(t *testing.T) {
	g := given(t, systemFiles(map[string]string{dirDispFile: dirdisps}))
	ok(t, g.disputes())
	g.expect(t,
		want{"dispute_onset", "XAA", "XBB", 1990, 1},
		want{"dispute_onset", "XAA", "XBB", 1991, none}, // a year covered without any
		want{"dispute_onset", "XAA", "XBB", 1994, 1},
		want{"dispute_onset", "XAA", "XBB", 1996, none}, // the pause over, not a new one
		want{"dispute_onset", "XBB", "XAA", 1990, none}, // the target started nothing
		want{"dispute_onset", "XBB", "XAA", 2000, none}, // a joiner
		want{"dispute_onset", "XCC", "XAA", 2000, 1},
		want{"dispute_onset", "XCC", "XAA", 1994, none}, // no member yet
		want{"politically_relevant", "XAA", "XBB", 1985, 1},
		want{"politically_relevant", "XBB", "XCC", 1995, 1}, // across a wide sea, since both are members
		want{"politically_relevant", "XAA", "XCC", 1995, 1}, // a major power
		want{"politically_relevant", "XBB", "USA", 1995, none},
	)
}

// From 1990 to 2014: two onsets in 2 x 25 near dyad-years; one in the 2 x 20
// others with a major power; one of three to war; of the two whose outcome is
// known, one yielded; two of three targets answered.
func TestRates(t *testing.T) {
	g := given(t, systemFiles(map[string]string{
		dirDispFile: dirdisps,
		midaFile:    "dispnum,outcome\n1,8\n2,4\n3,1\n",
	}))
	ok(t, g.rates())
	g.expect(t,
		want{"dispute_rate_neighbour", World, "", 2014, 2.0 / 50},
		want{"dispute_rate_major", World, "", 2014, 1.0 / 40},
		want{"dispute_war_share", World, "", 2014, 1.0 / 3},
		want{"dispute_yield_share", World, "", 2014, 1.0 / 2},
		want{"dispute_resist_share", World, "", 2014, 2.0 / 3},
		want{"dispute_rate_neighbour", World, "", 1995, 2.0 / 50}, // from 1971
		want{"dispute_rate_major", World, "", 1995, 0},            // XCC is new
	)
}

func TestRatesNeedEveryFile(t *testing.T) {
	g := given(t, systemFiles(map[string]string{dirDispFile: dirdisps}))
	fails(t, g.rates(), midaFile, "no such file")
}
