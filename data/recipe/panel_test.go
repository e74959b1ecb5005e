package recipe_test

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/recipe"
	"github.com/shatterbelt/shatterbelt/internal/testkit"
	"github.com/shatterbelt/shatterbelt/ir"
)

// A dyad-year is there if and only if both were members on a common day: 992
// leaves on 30 June 1910 and 993 comes on 1 July.
func TestCommonDay(t *testing.T) {
	in := made(t, map[string]string{"cow-states/states": states})
	got := csv(t, open(t, in, recipe.Recipe{Unit: recipe.DyadYear, From: 1909, To: 1911}), 1)
	want := lines("ccode1,ccode2,year", "991,992,1909", "991,992,1910", "991,993,1910", "991,993,1911")
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	got = csv(t, open(t, in, recipe.Recipe{Unit: recipe.StateYear, From: 1910, To: 1910}), 1)
	if want = lines("ccode,year", "991,1910", "992,1910", "993,1910"); got != want {
		t.Errorf("states: got\n%swant\n%s", got, want)
	}
	shared := strings.Replace(states, "1910,6,30", "1910,7,1", 1)
	in = made(t, map[string]string{"cow-states/states": shared})
	got = csv(t, open(t, in, recipe.Recipe{Unit: recipe.DirectedDyadYear, From: 1910, To: 1910}), 1)
	want = lines("ccode1,ccode2,year", "991,992,1910", "991,993,1910", "992,991,1910", "992,993,1910", "993,991,1910", "993,992,1910")
	if got != want {
		t.Errorf("one common day: got\n%swant\n%s", got, want)
	}
}

// The list of states bounds a panel; only a recipe that says so goes past it.
func TestBounds(t *testing.T) {
	in := made(t, map[string]string{"cow-states/states": states})
	if first, last := open(t, in, recipe.Recipe{}).Years(); first != 1900 || last != 1930 {
		t.Errorf("from %d to %d; want the list's 1900 to 1930", first, last)
	}
	for name, r := range map[string]recipe.Recipe{
		"after the list":  {To: 1931},
		"before the list": {From: 1899},
		"far too long":    {To: 3000, Carry: true},
		"backwards":       {From: 1930, To: 1929},
	} {
		r.Settings = recipe.DefaultSettings()
		var e *recipe.Error
		if _, err := recipe.Open(context.Background(), in, r); !errors.As(err, &e) {
			t.Errorf("%s: %v; want an Error", name, err)
		}
	}
	got := csv(t, open(t, in, recipe.Recipe{From: 1930, To: 1932, Carry: true}), 1)
	if n := strings.Count(got, "\n"); n != 10 {
		t.Errorf("%d lines; want a head and three states in three years\n%s", n, got)
	}
}

// disputed has a dispute of 991 and 993 in 1912 to 1913, one of 991 and 992 in
// 1905, and covers 1905 to 1913.
var disputed = map[string]string{
	"cow-states/states": states,
	"cow-mid/dyad_disputes": lines("dispnum,ccode1,ccode2,year,dispongoing,disponset,sidea1,sidea2,fatality1,fatality2,fatalpre1,fatalpre2,hiact1,hiact2,hostlev1,hostlev2,orig1,orig2",
		"1,991,992,1905,1,1,1,0,0,0,0,0,7,0,3,1,1,1", "1,992,991,1905,1,1,0,1,0,0,0,0,0,7,1,3,1,1",
		"2,991,993,1912,1,1,1,0,0,0,-9,0,7,0,3,1,1,1", "2,993,991,1912,1,1,0,1,0,0,0,-9,0,7,1,3,1,1",
		"2,991,993,1913,1,0,1,0,0,0,-9,0,7,0,3,1,1,1", "2,993,991,1913,1,0,0,1,0,0,0,-9,0,7,1,3,1,1",
		"3,991,993,1912,1,0,1,0,5,0,0,0,20,0,5,1,1,1", "3,993,991,1912,1,0,0,1,0,5,0,0,0,20,1,5,1,1"),
	"cow-mid/disputes": lines("dispnum,stday,stmon,styear,endday,endmon,endyear,outcome,settle,fatality,fatalpre,maxdur,mindur,hiact,hostlev,recip,numa,numb,ongo2014,version",
		"1,1,7,1905,2,7,1905,6,1,0,0,2,2,7,3,0,1,1,0,made", "2,-9,7,1912,24,1,1913,6,1,0,0,208,178,7,3,0,1,1,0,made", "3,1,2,1911,24,1,1912,6,1,6,0,400,300,20,5,1,1,1,0,made"),
}

// Zero inside the years covered, missing outside them, details only where there
// was a dispute; and of two disputes in 1912 the one that began then.
func TestDisputes(t *testing.T) {
	in := made(t, disputed)
	p := open(t, in, recipe.Recipe{Unit: recipe.DirectedDyadYear, From: 1904, To: 1914}, "mid", "mid-details=cowmid_dispnum+cowmid_sidea1+cowmid_fatality+cowmid_fatalpre1")
	got := matching(csv(t, p, 1), "993,991")
	want := lines("993,991,1910,0,0,,,,", "993,991,1911,0,0,,,,", "993,991,1912,1,1,2,0,0,0", "993,991,1913,1,0,2,0,0,0", "993,991,1914,,,,,,")
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got, want := matching(csv(t, p, 1), "991,992"), "991,992,1904,,,,,,\n991,992,1905,1,1,1,1,0,0\n"; !strings.HasPrefix(got, want) {
		t.Errorf("got\n%swant first\n%s", got, want)
	}
	got = matching(csv(t, open(t, in, recipe.Recipe{Unit: recipe.StateYear, From: 1911, To: 1914}, "mid"), 1), "993")
	if want = lines("993,1911,0,0", "993,1912,1,1", "993,1913,1,0", "993,1914,,"); got != want {
		t.Errorf("states: got\n%swant\n%s", got, want)
	}
}

// Years of peace by hand: they run from the first year covered, from the coming
// of the later state or from the year after a dispute, whatever year the panel
// begins with.
func TestPeaceYearsOfPanel(t *testing.T) {
	in := made(t, disputed)
	p := open(t, in, recipe.Recipe{Unit: recipe.DyadYear, From: 1905, To: 1914}, "peace-years=cowmidspell+cowmidspell_start+cowmidspell_open")
	all := csv(t, p, 1)
	got := matching(all, "991,993")
	want := lines("991,993,1910,0,1910,1", "991,993,1911,1,1910,1", "991,993,1912,2,1910,1", "991,993,1913,0,1913,0", "991,993,1914,,,")
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got, want := matching(all, "991,992"), "991,992,1905,0,1905,1\n991,992,1906,0,1906,0\n991,992,1907,1,1906,0\n"; !strings.HasPrefix(got, want) {
		t.Errorf("got\n%swant first\n%s", got, want)
	}
	late := csv(t, open(t, in, recipe.Recipe{Unit: recipe.DyadYear, From: 1911, To: 1911}, "peace-years=cowmidspell"), 1)
	if !strings.HasSuffix(late, "991,993,1911,1\n") {
		t.Errorf("a panel that begins in 1911 counts otherwise:\n%s", late)
	}
}

// A pair that shared the year but no day begins its series in the year after.
func TestPeaceBeginsWithTheDyad(t *testing.T) {
	// 992 leaves in June 1910 and is back on 1 January 1911; 993 comes in July.
	back := strings.Replace(states, "BBB,992,B,1920,3,1", "BBB,992,B,1911,1,1", 1)
	files := map[string]string{"cow-states/states": back}
	for k, v := range disputed {
		if k != "cow-states/states" {
			files[k] = v
		}
	}
	p := open(t, made(t, files), recipe.Recipe{Unit: recipe.DyadYear, From: 1910, To: 1913}, "peace-years=cowmidspell")
	if got, want := matching(csv(t, p, 1), "992,993"), lines("992,993,1911,0", "992,993,1912,1", "992,993,1913,2"); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestPeaceYears(t *testing.T) {
	for _, tt := range []struct {
		began, y ir.Year
		disputes []ir.Year
		spell    int
		from     ir.Year
		open     bool
	}{
		{1900, 1900, nil, 0, 1900, true},
		{1900, 1905, nil, 5, 1900, true},
		{1900, 1905, []ir.Year{1905}, 5, 1900, true}, // the dispute ends the spell and does not cut it
		{1900, 1906, []ir.Year{1905}, 0, 1906, false},
		{1900, 1910, []ir.Year{1901, 1905, 1920}, 4, 1906, false},
		{1900, 1906, []ir.Year{1905, 1906}, 0, 1906, false},
		{1920, 1925, []ir.Year{1905}, 5, 1920, true}, // before the states parted
	} {
		spell, from, open := recipe.PeaceYears(tt.began, tt.y, tt.disputes)
		if spell != tt.spell || from != tt.from || open != tt.open {
			t.Errorf("PeaceYears(%d, %d, %v) = %d, %d, %v; want %d, %d, %v", tt.began, tt.y, tt.disputes, spell, from, open, tt.spell, tt.from, tt.open)
		}
	}
}

// Ties are 0 in the years a source covers and missing outside; the closest type
// of contiguity in force on some day of the year counts; obligations have a
// direction.
func TestTies(t *testing.T) {
	in := made(t, map[string]string{
		"cow-states/states": states,
		"cow-contiguity/spells": lines("ccode1,ccode2,conttype,stdate,enddate",
			"991,992,2,1902-01-01,1903-06-01", "992,991,2,1902-01-01,1903-06-01", "991,992,4,1903-07-01,1905-12-01", "992,991,4,1903-07-01,1905-12-01",
			"991,992,0,1906-01-01,1907-12-01"),
		"cow-states/majors":   lines("stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday,version", "AAA,991,1902,12,31,1904,1,1,made"),
		"atop/dyad_year":      lines("ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul", "991,992,1903,1,0,0,0,1", "992,991,1904,0,0,0,1,0"),
		"rivalries-tss/dyads": lines("tssr_id,rivalry,ccode1,ccode2,start,end,positional,spatial,ideological,interventionary,principal,aprin", "1,A-B,991,992,1850,1902,1,,,,,", "2,B-A 2,991,992,1904,1905,,1,,,,"),
	})
	p := open(t, in, recipe.Recipe{Unit: recipe.DirectedDyadYear, From: 1901, To: 1908}, "contiguity", "majors", "atop=atop_defense+atop_nonagg", "rivalry=tss_rivalry+positional")
	got := matching(csv(t, p, 1), "991,992")
	want := lines("991,992,1901,,,,,,1,1", "991,992,1902,2,1,0,,,1,1", "991,992,1903,2,1,0,1,0,0,0", "991,992,1904,4,1,0,0,0,1,0", "991,992,1905,4,,,,,1,0",
		"991,992,1906,0,,,,,,", "991,992,1907,0,,,,,,", "991,992,1908,,,,,,,")
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got, want := matching(csv(t, p, 1), "992,991,1904"), "992,991,1904,4,0,1,0,1,1,0\n"; got != want {
		t.Errorf("other order: got %swant %s", got, want)
	}
}

// Political relevance: contiguous up to a type, or one of the two a major power.
func TestPoliticallyRelevant(t *testing.T) {
	in := made(t, map[string]string{
		"cow-states/states":     strings.ReplaceAll(states, "1910", "1901"),
		"cow-states/majors":     lines("stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday,version", "AAA,991,1921,12,31,1923,1,1,made"),
		"cow-contiguity/spells": lines("ccode1,ccode2,conttype,stdate,enddate", "992,993,4,1921-01-01,1923-06-01", "993,992,4,1921-01-01,1923-06-01"),
	})
	r := recipe.Recipe{Unit: recipe.DyadYear, From: 1922, To: 1922, Filter: recipe.Relevant, Settings: recipe.DefaultSettings()}
	if got, want := csv(t, open(t, in, r), 1), lines("ccode1,ccode2,year", "991,992,1922", "991,993,1922", "992,993,1922"); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	r.Settings.Contiguous = 3
	p, err := recipe.Open(context.Background(), in, r)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := csv(t, p, 1), lines("ccode1,ccode2,year", "991,992,1922", "991,993,1922"); got != want {
		t.Errorf("sea does not count: got\n%swant\n%s", got, want)
	}
	r.To = 1924
	var e *recipe.Error
	if _, err := recipe.Open(context.Background(), in, r); !errors.As(err, &e) || !strings.Contains(e.Error(), "1921 to 1923") {
		t.Errorf("past what is known: %v", err)
	}
}

// Figures of states stand for both states of a dyad; flows change places with
// the order; derived columns by hand.
func TestFigures(t *testing.T) {
	in := made(t, map[string]string{
		"cow-states/states":     states,
		"nmc/state_year":        lines("ccode,year,milex,milper,irst,pec,tpop,upop,cinc", "991,1905,30,3,0,6,10,1,0.7", "992,1905,10,1,0,2,10,-9,0.3"),
		"cow-trade/dyad_year":   lines("ccode1,ccode2,year,flow1,flow2,smoothflow1,smoothflow2", "991,992,1905,5,7,5.5,-9"),
		"democracy/state_year":  lines("ccode,year,euds,aeuds,polity2,v2x_polyarchy", "991,1905,1,1,8,0.5", "992,1905,1,1,6,0.5", "991,1906,1,1,8,0.5", "992,1906,1,1,5,0.5", "991,1907,1,1,-9,0.5", "992,1907,1,1,,0.5"),
		"mindist/dyad_year":     lines("ccode1,ccode2,year,mindist", "991,992,1905,12.5"),
		"cow-igo/dyad_year":     lines("ccode1,ccode2,year,dyadigos", "991,992,1905,3"),
		"capitals/places":       lines("ccode,statenme,capital,stdate,enddate,lat,lng", "991,A,a,1900-01-01,1906-06-01,0,0", "991,A,a2,1906-06-02,1930-12-31,0,90", "992,B,b,1900-01-01,1930-12-31,0,180"),
		"unga-ideal/state_year": lines(idealHead, "991,XXA,A,1905,1,2,3"+strings.Repeat(",", 17), "992,XXB,B,1905,-0.5,0,0"+strings.Repeat(",", 17)),
	})
	year := recipe.Recipe{Unit: recipe.DirectedDyadYear, From: 1905, To: 1905}
	for _, tt := range []struct{ add, ab, ba string }{
		{"nmc=milex+cinc", "30,10,0.7,0.3", "10,30,0.3,0.7"},
		// Shares 3/4 of milex, milper, pec; 1/2 of tpop; all of upop; no iron.
		{"cinc", "0.75,0.3125", "0.3125,0.75"},
		{"trade", "5,7,5.5,", "7,5,,5.5"},
		{"trade=flow2", "7", "5"},
		{"joint-democracy", "1", "1"},
		{"min-distance", "12.5", "12.5"},
		{"igo", "3", "3"},
		{"capital-distance", "20015.114", "20015.114"}, // half the equator
		{"ideal-points=idealpointfp+idealpointdist", "1,-0.5,1.5", "-0.5,1,1.5"},
	} {
		got := csv(t, open(t, in, year, tt.add), 1)
		want := "991,992,1905," + tt.ab + "\n992,991,1905," + tt.ba + "\n"
		if !strings.HasSuffix(got, want) {
			t.Errorf("%s: got\n%swant\n%s", tt.add, got, want)
		}
	}
	joint := csv(t, open(t, in, recipe.Recipe{Unit: recipe.DyadYear, From: 1906, To: 1907}, "joint-democracy", "capital-distance"), 1)
	// The capital of 991 on the first day of 1906 is the old one.
	if want := "991,992,1906,0,20015.114\n991,992,1907,,10007.557\n"; !strings.HasSuffix(joint, want) {
		t.Errorf("got\n%swant last\n%s", joint, want)
	}
}

const idealHead = "ccode,iso3c,countryname,year,idealpointfp,idealpointall,idealpointlegacy,nvotesfp,qofp,q5fp,q10fp,q50fp,q90fp,q95fp,q100fp,nvotesall,qoall,q5all,q10all,q50all,q90all,q95all,q100all,nvotesLegacy"

// Concentration and trade over output, by hand.
func TestDerived(t *testing.T) {
	world := lines("Country Name,Country Code,Year,Value", "Korea,KOR,1990,279349355713.8", "Japan,JPN,1990,3185904656663.85")
	list := lines("stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version", "ROK,732,K,1990,1,1,1990,12,31,made", "JPN,740,J,1990,1,1,1990,12,31,made")
	in := made(t, map[string]string{
		"cow-states/states": list, "worldbank/gdp": world,
		"cow-trade/dyad_year": lines("ccode1,ccode2,year,flow1,flow2,smoothflow1,smoothflow2", "732,740,1990,20000,12000,-9,-9"),
		"nmc/state_year":      lines("ccode,year,milex,milper,irst,pec,tpop,upop,cinc", "732,1990,1,1,1,1,1,1,0.25", "740,1990,3,3,3,3,3,3,0.75"),
	})
	p := open(t, in, recipe.Recipe{Unit: recipe.DirectedDyadYear}, "trade-dependence", "concentration")
	got := csv(t, p, 1)
	// 32,000 million over 279,349.36 and 3,185,904.66; sqrt((0.0625+0.5625-0.5)/0.5) = 0.5
	if !strings.Contains(got, "732,740,1990,0.114551") || !strings.Contains(got, ",0.010044") || strings.Count(got, ",0.5\n") != 2 {
		t.Error(got)
	}
}

// Treaty portfolios of three states by hand: 991 and 992 are bound to defend each
// other, 993 is bound to nobody. Ratings towards 991, 992, 993 are (3,3,0),
// (3,3,0) and (0,0,3). S of the first two is 1; of 991 and 993 the distances are
// 3+3+3 of at most 9, so S = 1 - 2 = -1. Kappa is 1 and, for opposite portfolios
// with means 2 and 1 and variances 2, 1 - 9/(2+2+1) = -0.8; pi has half the
// square of the means apart, 1 - 9/4.5 = -1.
func TestSimilarity(t *testing.T) {
	in := made(t, map[string]string{
		"cow-states/states": strings.ReplaceAll(states, "1910", "1901"),
		"atop/dyad_year": lines("ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul",
			"991,992,1925,1,0,0,1,0", "992,991,1925,1,0,0,0,0"),
		"nmc/state_year": lines("ccode,year,milex,milper,irst,pec,tpop,upop,cinc", "991,1925,1,1,1,1,1,1,0.5", "992,1925,1,1,1,1,1,1,0.5"),
	})
	r := recipe.Recipe{Unit: recipe.DyadYear, From: 1924, To: 1925}
	got := csv(t, open(t, in, r, "similarity=s_atop"), 1)
	want := lines("ccode1,ccode2,year,s_atop,kappa_atop", "991,992,1924,,", "991,993,1924,,", "992,993,1924,,",
		"991,992,1925,1,1", "991,993,1925,-1,-0.8", "992,993,1925,-1,-0.8")
	if !near(got, want) {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	// 993 has no capability and counts for nothing, and so does nobody's tie to it.
	got = matching(csv(t, open(t, in, r, "similarity=s_atop_weighted+pi_atop"), 1), "991,993,1925")
	if want := "991,993,1925,-1,-0.8,-1\n"; !near(got, want) {
		t.Errorf("got %swant %s", got, want)
	}
}

// Votes of two states by hand: alike in two of three roll calls in which both
// voted, a distance of 1 in the third, so S = 1 - 2 * 1/6; one abroad does not
// count. Kappa: means 5/3 and 4/3, variances 2/9 and 8/9, 1 - (1/3)/(10/9+1/9).
func TestVotes(t *testing.T) {
	in := made(t, map[string]string{
		"unga-votes/votes": lines("rcid,country,country_code,vote", "1,United States,US,yes", "2,United States,US,yes", "3,United States,US,abstain", "4,United States,US,no",
			"1,Canada,CA,yes", "2,Canada,CA,yes", "3,Canada,CA,no", "1,Atlantis,XX,no"),
		"unga-votes/roll_calls": lines("rcid,session,importantvote,date,unres,amend,para,short,descr", "1,45,0,1990-09-01,a,0,0,a,a", "2,45,0,1990-10-01,a,0,0,a,a", "3,45,0,1990-11-01,a,0,0,a,a",
			"4,45,0,1990-12-01,a,0,0,a,a"),
	})
	r := recipe.Recipe{Unit: recipe.DyadYear, From: 1990, To: 1991}
	got := csv(t, open(t, in, r, "vote-similarity=agree_un+s_un"), 1)
	if got, want := matching(got, "2,20,"), lines("2,20,1990,0.6666666666666666,0.6666666666666667,0.7272727272727273", "2,20,1991,,,"); !near(got, want) {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got, want := matching(got, "2,200,1990"), "2,200,1990,,,\n"; got != want {
		t.Errorf("got %swant %s", got, want)
	}
}

// near compares tables whose cells may differ in the last digits.
func near(got, want string) bool {
	split := func(text string) []string {
		return strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '\n' })
	}
	g, w := split(got), split(want)
	if len(g) != len(w) {
		return false
	}
	for i := range g {
		a, errA := strconv.ParseFloat(g[i], 64)
		b, errB := strconv.ParseFloat(w[i], 64)
		if errA != nil || errB != nil {
			if g[i] != w[i] {
				return false
			}
		} else if !testkit.Near(a, b, 1e-12) {
			return false
		}
	}
	return true
}

// Two rows for one state and year are no panel.
func TestTwice(t *testing.T) {
	in := made(t, map[string]string{
		"cow-states/states": states,
		"nmc/state_year":    lines("ccode,year,milex,milper,irst,pec,tpop,upop,cinc", "991,1905,30,3,0,6,10,1,0.7", "991,1905,31,3,0,6,10,1,0.7"),
	})
	_, err := recipe.Open(context.Background(), in, recipe.Recipe{Add: []recipe.Addition{{Key: "nmc"}}, Settings: recipe.DefaultSettings()})
	var e *recipe.TwiceError
	if !errors.As(err, &e) || e.A != 991 || e.Year != 1905 {
		t.Errorf("%v; want a TwiceError of 991 in 1905", err)
	}
}

// In the system of Gleditsch and Ward data are found by code and date: their 260
// is the Correlates of War's 260 to 1989 and 255 from 1990, and what was no
// member by that list is missing, not 0.
func TestOtherSystem(t *testing.T) {
	in := made(t, map[string]string{
		"gleditsch-ward/states": lines("gwcode,stateabb,statename,startdate,enddate", "2,USA,United States,1816-01-01,2017-12-31", "20,CAN,Canada,1867-07-01,2017-12-31", "260,GFR,Germany,1949-09-21,2017-12-31"),
		"nmc/state_year":        lines("ccode,year,milex,milper,irst,pec,tpop,upop,cinc", "260,1989,1,1,1,1,1,1,0.1", "255,1991,2,1,1,1,1,1,0.2"),
		"atop/dyad_year":        lines("ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul", "2,255,1991,1,0,0,0,0", "2,20,1900,0,0,0,0,0"),
	})
	r := recipe.Recipe{Unit: recipe.StateYear, System: recipe.GW, From: 1989, To: 1991}
	got := matching(csv(t, open(t, in, r, "nmc=milex", "codes"), 1), "260")
	if want := lines("260,1989,1,260", "260,1990,,255", "260,1991,2,255"); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	r = recipe.Recipe{Unit: recipe.DyadYear, System: recipe.GW, From: 1900, To: 1991}
	got = csv(t, open(t, in, r, "atop=atop_defense"), 1)
	for _, want := range []string{"\n2,20,1900,\n", "\n2,20,1920,0\n", "\n2,260,1989,0\n", "\n2,260,1991,1\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no line%s", want)
		}
	}
	r = recipe.Recipe{Unit: recipe.StateYear, From: 1991, To: 1991}
	got = csv(t, open(t, in, r, "codes=gwcode"), 1)
	if !strings.Contains(got, "\n255,1991,260\n") || !strings.HasPrefix(got, "ccode,year,gwcode\n") {
		t.Error(matching(got, "255"))
	}
}
