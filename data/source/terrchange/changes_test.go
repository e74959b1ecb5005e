package terrchange_test

import (
	"fmt"
	"testing"

	"github.com/shatterbelt/shatterbelt/data/source/sourcetest"
	"github.com/shatterbelt/shatterbelt/data/source/terrchange"
)

const sample = "year,month,gainer,gaintype,procedur,entity,contgain,area,pop,portion,loser,losetype,contlose,entry,exit,number,indep,conflict,version\n" +
	"1816,.,991,1,-9,160,-9,2093164.00,.,1,992,0,0,1,0,3,1,0,5\n1990,3,0,0,3,790,0,1.00,0,0,-9,1,1,0,0,4,0,1,6\n"

func TestDataset(t *testing.T) {
	sourcetest.Run(t, terrchange.Dataset(), map[string]string{"changes": sample})
}

// A dot and -9 are missing; no people is a number, and so is a gainer of 0.
func TestGaps(t *testing.T) {
	_, rows := sourcetest.Rows(t, terrchange.Dataset(), sample)
	if r := rows[0]; !r["month"].Null || !r["procedur"].Null || !r["pop"].Null || r["losetype"].Null {
		t.Errorf("row = %v", r)
	}
	if r := rows[1]; r["gainer"].Null || !r["loser"].Null || r["pop"].Null {
		t.Errorf("row = %v", r)
	}
}

func ExampleDataset() {
	d := terrchange.Dataset()
	fmt.Println(d.Title, d.Editions[0].Name)
	// Output: Territorial Change 6
}
