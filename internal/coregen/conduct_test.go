package coregen

import "testing"

func TestLeaderChanges(t *testing.T) {
	g := given(t, systemFiles(map[string]string{
		archigosFile: "obsid,gwcode,leader,startdate,enddate\n" +
			"a,981,One,1989-05-01,1990-03-01\nb,981,Two,1990-03-01,1990-06-01\nc,981,One,1990-06-01,2015-12-31\n" +
			"d,992,Three,2000-01-01,2015-12-31\ne,991,Four,1990-01-01,1991-01-01\nf,993,Five,1992-01-01,2015-12-31\n",
	}))
	ok(t, g.leaderChanges())
	g.expect(t,
		want{"leader_changes", "XAA", "", 1990, 3},    // twice under its number, once under the other list's
		want{"leader_changes", "XAA", "", 1991, none}, // a 0 that the years covered imply
		want{"leader_changes", "XAA", "", 1989, none},
		want{"leader_changes", "XBB", "", 2000, 1},
		want{"leader_changes", "XCC", "", 1992, none}, // no member yet
	)
}

func TestInvolvementCountsADisputeOnce(t *testing.T) {
	g := given(t, systemFiles(map[string]string{
		midbFile: "dispnum,ccode,styear\n1,991,2001\n1,991,2000\n1,992,2000\n2,991,2000\n3,993,1990\n",
	}))
	ok(t, g.involvement())
	g.expect(t,
		want{"disputes", "XAA", "", 2000, 2},
		want{"disputes", "XAA", "", 2001, none}, // came back to the first
		want{"disputes", "XBB", "", 2000, 1},
		want{"disputes", "XCC", "", 1990, none}, // no member yet
	)
}

func TestBattleDeaths(t *testing.T) {
	const header = "WarNum,WarName,ccode,StartYear1,BatDeath\r"
	g := given(t, systemFiles(map[string]string{
		warsFile: header + "1,A,991,2001,30\r2,B,991,2001,12\r2,B,992,2001,0\r3,C,991,1980,-9\r4,D,999,2001,-9\r",
	}))
	ok(t, g.battleDeaths())
	g.expect(t,
		want{"battle_deaths", "XAA", "", 2001, 42},
		want{"battle_deaths", "XBB", "", 2001, none}, // a 0 that the years covered imply
		want{"battle_deaths", "XAA", "", 1980, none}, // before the years covered
	)
	g = given(t, systemFiles(map[string]string{warsFile: header + "1,A,991,2001,-9\r"}))
	fails(t, g.battleDeaths(), warsFile+":2", "BatDeath", "-9")
}

// In dispute 1 XAA wants land of XBB, which wants something else; in dispute 2
// both want land; a joiner claims nothing.
func TestClaimsAreDirected(t *testing.T) {
	g := given(t, systemFiles(map[string]string{
		midbFile: "dispnum,ccode,styear,sidea,revtype1,revtype2,orig\n" +
			"1,991,2000,1,1,-9,1\n1,992,2001,0,2,-9,1\n1,993,2000,0,1,-9,0\n" +
			"2,992,2005,1,2,1,1\n2,991,2005,0,1,-9,1\n2,992,2007,1,2,1,1\n" +
			"3,991,2008,1,1,-9,1\n3,993,2008,1,1,-9,1\n",
	}))
	ok(t, g.claims())
	g.expect(t,
		want{"territorial_claim", "XAA", "XBB", 2001, 1}, // since the two stood against each other
		want{"territorial_claim", "XBB", "XAA", 2001, none},
		want{"territorial_claim", "XCC", "XAA", 2000, none},
		want{"territorial_claim", "XAA", "XBB", 2005, 1},
		want{"territorial_claim", "XBB", "XAA", 2005, 1},
		want{"territorial_claim", "XBB", "XAA", 2007, none}, // the same dispute
		want{"territorial_claim", "XAA", "XCC", 2008, none}, // the same side
	)
}
