package dataset_test

import (
	"testing"

	"github.com/shatterbelt/shatterbelt/data/dataset"
	"github.com/shatterbelt/shatterbelt/data/source"
	"github.com/shatterbelt/shatterbelt/ir"
)

// another is a dataset like sizes, told from it by a column of its name.
func another(key string) source.Dataset {
	d := sizes()
	d.Key = key
	d.Layouts[0].Columns = append(d.Layouts[0].Columns, source.Column{Name: key})
	d.Series[0].Total = false
	return d
}

// value is a state's size in a year with the dataset it is from, "core" for the
// base and "" for none.
func value(o dataset.Overlay, c ir.CCode, y ir.Year) (float64, string) {
	cell, ok := o.Snapshot.At("size", c, y)
	if !ok {
		return 0, ""
	}
	key := o.Snapshot.Source(cell).Key
	for _, u := range o.Used {
		if len(key) > len(u.Dataset) && key[:len(u.Dataset)+1] == u.Dataset+":" {
			return cell.Value, u.Dataset
		}
	}
	return cell.Value, key
}

// The dataset that reaches further for one state does not shut out the other
// where that has figures and this has none; for each state the two meet at one
// seam and never alternate.
func TestChoicePerState(t *testing.T) {
	o := over(t, []source.Dataset{sizes(), another("beta")},
		"iso,when,thousands,lo,hi\nKOR,1995,1,,\nKOR,2001,2,,\nKOR,2003,3,,\nKOR,2007,4,,\nUSA,2001,5,,\nUSA,2002,6,,\n",
		"iso,when,thousands,lo,hi,beta\nKOR,2002,7,,,x\nKOR,2005,8,,,x\nKOR,2009,9,,,x\n")
	for _, tt := range []struct {
		c    ir.CCode
		y    ir.Year
		want float64
		from string
	}{
		{kor, 1995, 1000, "sizes"}, {kor, 2001, 2000, "sizes"}, // before beta begins
		{kor, 2002, 7000, "beta"}, {kor, 2003, 0, ""}, {kor, 2005, 8000, "beta"}, {kor, 2007, 0, ""}, {kor, 2009, 9000, "beta"},
		{usa, 2001, 5000, "sizes"}, {usa, 2002, 6000, "sizes"}, // beta has nothing
		{usa, 2000, 9, "core"}, {kor, 2010, 2, "core"},
	} {
		if v, from := value(o, tt.c, tt.y); v != tt.want || from != tt.from {
			t.Errorf("%d in %d is %v from %q; want %v from %q", tt.c, tt.y, v, from, tt.want, tt.from)
		}
	}
	rows := map[string]int{}
	for _, u := range o.Used {
		rows[u.Dataset] = u.Rows
	}
	if rows["beta"] != 3 || rows["sizes"] < 4 || len(o.LeftOut) != 0 {
		t.Errorf("used %+v, left out %+v", o.Used, o.LeftOut)
	}
}

// What is the user's own counts year by year, over whatever is published.
func TestOwnComesFirst(t *testing.T) {
	mine := another("mine")
	mine.Own = true
	o := over(t, []source.Dataset{sizes(), mine},
		"iso,when,thousands,lo,hi\nKOR,2000,1,,\nKOR,2001,2,,\nKOR,2002,3,,\n", "iso,when,thousands,lo,hi,mine\nKOR,2001,50,,,x\n")
	for y, want := range map[ir.Year]float64{2000: 1000, 2001: 50000, 2002: 3000} {
		if v, _ := value(o, kor, y); v != want {
			t.Errorf("in %d %v; want %v", y, v, want)
		}
	}
	for _, u := range o.Used {
		if u.Own != (u.Dataset == "mine") {
			t.Errorf("used %+v", u)
		}
	}
}

// Of spells, a dataset that covers more years before goes on where the first
// ends, and what the base covers after both stays.
func TestTermsAdjoin(t *testing.T) {
	early := ties()
	early.Key = "early"
	early.Layouts[0].Columns = append(early.Layouts[0].Columns, source.Column{Name: "early"})
	early.Series[0].Indicator.First, early.Series[0].Indicator.Last = 1950, 1985
	late := ties()
	late.Series[0].Indicator.Last = 1996
	o := over(t, []source.Dataset{late, early},
		"a,b,from,to,kind\n732,710,1982,1984,1\n732,710,1988,,1\n", "a,b,from,to,kind,early\n732,710,1960,1983,1,x\n2,732,1975,1985,1,x\n")
	for _, tt := range []struct {
		a, b ir.CCode
		y    ir.Year
		want float64
		from string
	}{
		{kor, chn, 1959, 0, "ties"}, {kor, chn, 1970, 1, "early"}, {kor, chn, 1981, 0, "ties"}, {chn, kor, 1983, 1, "ties"}, {kor, chn, 1990, 1, "ties"},
		{kor, chn, 1997, 0, "core"},                               // the base has no such tie
		{usa, kor, 1979, 1, "early"}, {usa, kor, 1982, 0, "ties"}, // the other covers 1980 on
		{usa, kor, 1999, 1, "core"}, {usa, chn, 2000, 1, "core"},
	} {
		c, ok := o.Snapshot.DyadAt("tie", ir.Directed{From: tt.a, To: tt.b}, tt.y)
		if !ok || c.Value != tt.want {
			t.Errorf("%d and %d in %d: %v, %v; want %v", tt.a, tt.b, tt.y, c.Value, ok, tt.want)
		}
		if src := o.Snapshot.Source(c).Key; c.Value != 0 && src != tt.from && src != tt.from+":1:spells" {
			t.Errorf("%d and %d in %d is from %s; want %s", tt.a, tt.b, tt.y, src, tt.from)
		}
	}
	if d, _ := o.Snapshot.Describe("tie"); d.First != 1950 || d.Last != 2000 {
		t.Errorf("covered from %d to %d; want 1950 to 2000", d.First, d.Last)
	}
}

// Two lists with years between them that neither covers are not joined, since
// the gap would pass for absence.
func TestTermsApart(t *testing.T) {
	early := ties()
	early.Key = "early"
	early.Layouts[0].Columns = append(early.Layouts[0].Columns, source.Column{Name: "early"})
	early.Series[0].Indicator.First, early.Series[0].Indicator.Last = 1900, 1950
	o := over(t, []source.Dataset{ties(), early}, "a,b,from,to,kind\n732,710,1985,1987,1\n", "a,b,from,to,kind,early\n732,710,1910,1920,1,x\n")
	if c, ok := o.Snapshot.DyadAt("tie", ir.Directed{From: kor, To: chn}, 1915); ok {
		t.Errorf("in 1915 %v", c)
	}
	if len(o.LeftOut) != 1 || o.LeftOut[0].Dataset != "early" {
		t.Errorf("left out %+v", o.LeftOut)
	}
}
